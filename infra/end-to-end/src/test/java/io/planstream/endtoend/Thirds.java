package io.planstream.endtoend;

import java.util.List;

/**
 * How a figure went: its median at the beginning and at the end, which tell growth from
 * what comes and goes.
 *
 * @param first median of the first third
 * @param last median of the last third
 * @param most the largest
 */
record Thirds(long first, long last, long most) {

	/** Of figures in the order of time, at least one. */
	static Thirds of(List<Long> figures) {
		int third = Math.max(1, figures.size() / 3);
		return new Thirds(median(figures.subList(0, third)),
				median(figures.subList(figures.size() - third, figures.size())),
				figures.stream().mapToLong(Long::longValue).max().orElseThrow());
	}

	private static long median(List<Long> figures) {
		return figures.stream().sorted().toList().get(figures.size() / 2);
	}

	/** Whether the end is not above the beginning by more than this. */
	boolean isFlat(double factor, long more) {
		return this.last <= this.first * factor + more;
	}

	@Override
	public String toString() {
		return "first third " + this.first + ", last third " + this.last + ", most " + this.most;
	}

}
