package io.planstream.model.aggregate;

import java.util.Arrays;

/**
 * The key of an aggregate row: texts and whole numbers. One object can be filled again
 * and again to look keys up; a copy of it is stored.
 */
public final class Key implements Comparable<Key> {

	private final Object[] parts;

	private int hash;

	private int held;

	private int heldHash;

	/**
	 * An empty key.
	 * @param size number of its parts
	 */
	public Key(int size) {
		this.parts = new Object[size];
	}

	private Key(Object[] parts, int hash) {
		this.parts = parts;
		this.hash = hash;
	}

	/**
	 * Fills one part.
	 * @param index its place
	 * @param part a text or an Integer
	 * @return this
	 */
	public Key set(int index, Object part) {
		this.parts[index] = part;
		return this;
	}

	/**
	 * Says that the first parts stay as they are, so that they are hashed once for many
	 * keys; until this is said again.
	 * @param count how many parts, which are filled
	 */
	public void hold(int count) {
		this.held = count;
		this.heldHash = hash(0, 0, count);
	}

	private int hash(int before, int from, int to) {
		int result = before;
		for (int i = from; i < to; i++) {
			result = 31 * result + this.parts[i].hashCode();
		}
		return result;
	}

	Key filled() {
		int result = hash(this.heldHash, this.held, this.parts.length);
		this.hash = result ^ result >>> 16;
		return this;
	}

	Key copy() {
		return new Key(this.parts.clone(), this.hash);
	}

	int size() {
		return this.parts.length;
	}

	void copyTo(Object[] target) {
		System.arraycopy(this.parts, 0, target, 0, this.parts.length);
	}

	@Override
	@SuppressWarnings({ "unchecked", "rawtypes" })
	public int compareTo(Key other) {
		for (int i = 0; i < this.parts.length; i++) {
			int order = ((Comparable) this.parts[i]).compareTo(other.parts[i]);
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Key key && key.hash == this.hash && Arrays.equals(key.parts, this.parts);
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

}
