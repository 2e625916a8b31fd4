package io.planstream.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Slows down guessing of passwords: a name from an address, and an address whatever the
 * names, may fail so often within a while. Remembers a bounded number of them, those that
 * failed last. Thread-safe.
 */
final class LoginLimit {

	static final int PER_NAME_AND_ADDRESS = 5;

	static final int PER_ADDRESS = 30;

	static final Duration WHILE = Duration.ofMinutes(10);

	private final int remembered;

	private final LongSupplier nanos;

	private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

	LoginLimit(int remembered, LongSupplier nanos) {
		this.remembered = remembered;
		this.nanos = nanos;
	}

	/**
	 * Counts an attempt, as if it failed, before anybody knows: attempts that come at
	 * once count all.
	 * @return how long to wait, or empty if it may be made
	 */
	synchronized Optional<Duration> attempt(String name, String address) {
		long now = this.nanos.getAsLong();
		List<Gate> gates = gates(name, address);
		OptionalLong wait = gates.stream()
			.filter((gate) -> current(gate.key(), now).count() >= gate.limit())
			.mapToLong((gate) -> current(gate.key(), now).until() - now)
			.max();
		if (wait.isEmpty()) {
			gates.forEach((gate) -> this.failures.put(gate.key(), current(gate.key(), now).more(now)));
			forget();
		}
		return wait.isPresent() ? Optional.of(Duration.ofNanos(wait.getAsLong())) : Optional.empty();
	}

	/**
	 * The attempt was right: the name may be tried again, and the address has one more.
	 */
	synchronized void succeeded(String name, String address) {
		List<Gate> gates = gates(name, address);
		this.failures.remove(gates.get(0).key());
		this.failures.computeIfPresent(gates.get(1).key(),
				(key, known) -> (known.count() > 1) ? new Failures(known.count() - 1, known.until()) : null);
	}

	private static List<Gate> gates(String name, String address) {
		String from = network(address);
		return List.of(new Gate(from + " " + name, PER_NAME_AND_ADDRESS), new Gate(from, PER_ADDRESS));
	}

	/** Whoever has one IPv6 address has the other 2^64 of its network too. */
	private static String network(String address) {
		String[] parts = address.split(":", -1);
		boolean shortened = address.contains("::");
		return (parts.length > 4 && !shortened) ? String.join(":", List.of(parts).subList(0, 4)) : address;
	}

	private Failures current(String key, long now) {
		Failures known = this.failures.get(key);
		return (known != null && known.until() - now > 0) ? known : new Failures(0, now + WHILE.toNanos());
	}

	private void forget() {
		var eldest = this.failures.entrySet().iterator();
		while (this.failures.size() > this.remembered) {
			eldest.next();
			eldest.remove();
		}
	}

	synchronized int size() {
		return this.failures.size();
	}

	private record Gate(String key, int limit) {
	}

	/**
	 * What failed lately.
	 *
	 * @param until when it is forgotten, as {@link System#nanoTime()}
	 */
	private record Failures(int count, long until) {

		Failures more(long now) {
			return new Failures(this.count + 1, now + WHILE.toNanos());
		}

	}

}
