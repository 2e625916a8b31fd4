package io.planstream.local.run;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The speed of a growing number over the last seconds. For one thread.
 */
final class Speedometer {

	private static final long WINDOW_NANOS = 4_000_000_000L;

	private record Sample(long nanos, long value) {
	}

	private final Deque<Sample> samples = new ArrayDeque<>();

	void observe(long nanos, long value) {
		this.samples.addLast(new Sample(nanos, value));
		// one sample older than the window stays, so that the window is always covered
		while (this.samples.size() > 2 && secondOf(this.samples).nanos() < nanos - WINDOW_NANOS) {
			this.samples.removeFirst();
		}
	}

	private static Sample secondOf(Deque<Sample> samples) {
		return samples.stream().skip(1).findFirst().orElseThrow();
	}

	/** Growth per second, 0 while it is not known. */
	double perSecond() {
		if (this.samples.size() < 2) {
			return 0;
		}
		Sample first = this.samples.getFirst();
		Sample last = this.samples.getLast();
		double seconds = (last.nanos() - first.nanos()) / 1e9;
		return (seconds > 0) ? (last.value() - first.value()) / seconds : 0;
	}

}
