package io.planstream.model.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.planstream.model.RunId;
import io.planstream.model.csv.Problem;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.PublishedRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The protocol as a model: workers that crash, resend and turn into zombies write to one
 * partition; consumers that crash before and after their commit, lose answers and turn
 * into zombies apply it. Every row is applied once.
 */
class ProtocolTests {

	private static final RunId RUN = new RunId(1);

	@Property(tries = 1500)
	void everyRowIsAppliedOnceWhateverHappens(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int slices,
			@ForAll @IntRange(max = 30) int rows) {
		Random random = new Random(seed);
		Log log = new Log();
		List<Worker> workers = new ArrayList<>();
		for (int slice = 0; slice < slices; slice++) {
			workers.add(new Worker(slice, rows));
		}
		Database database = new Database();
		List<Consumer> consumers = List.of(new Consumer(), new Consumer());
		for (int step = 0; step < 400; step++) {
			workers.get(random.nextInt(slices)).step(random, log);
			consumers.get(random.nextInt(2)).step(random, log, database);
		}
		workers.forEach((worker) -> worker.finish(log));
		while (database.position < log.records.size()) {
			consumers.get(0).finish(log, database);
		}
		for (int slice = 0; slice < slices; slice++) {
			Watermark mark = database.watermarks.get(key(slice));
			assertThat(mark.appliedRows()).isEqualTo(rows);
			assertThat(mark.ended()).isTrue();
		}
		assertThat(database.applied).hasSize(slices * rows).allSatisfy((row, times) -> assertThat(times).isEqualTo(1));
	}

	@ParameterizedTest
	@CsvSource({ "10, 10, 20, APPLY", "12, 10, 20, APPLY_REST", "20, 10, 20, SKIP", "25, 10, 20, SKIP",
			"9, 10, 20, SEEK" })
	void thePositionDecidesAboutABatch(long stored, long from, long to, PositionStep step) {
		assertThat(PositionStep.decide(stored, from, to)).isEqualTo(step);
	}

	private static WatermarkKey key(int slice) {
		return new WatermarkKey(RUN, "t", slice, 0);
	}

	/** The partition: what was appended stays. */
	private static final class Log {

		private final List<PublishedRecord> records = new ArrayList<>();

	}

	/**
	 * Sends a slice in blocks, and goes back to the last acknowledged one after any
	 * trouble.
	 */
	private static final class Worker {

		private final Provenance from;

		private final int rows;

		private long acknowledged;

		Worker(int slice, int rows) {
			this.from = new Provenance(RUN, slice, 1);
			this.rows = rows;
		}

		void step(Random random, Log log) {
			long start = (random.nextInt(10) == 0) ? random.nextLong(this.acknowledged + 1) : this.acknowledged;
			long end = Math.min(start + 1 + random.nextInt(5), this.rows + 1L);
			boolean failed = false;
			for (long sequence = start; sequence < end; sequence++) {
				boolean lost = random.nextInt(8) == 0;
				failed |= lost;
				if (!lost) {
					send(log, sequence);
				}
				if (random.nextInt(8) == 0) {
					send(log, sequence);
				}
			}
			if (!failed && random.nextInt(5) != 0) {
				this.acknowledged = Math.max(this.acknowledged, end);
			}
		}

		void finish(Log log) {
			for (long sequence = 0; sequence <= this.rows; sequence++) {
				send(log, sequence);
			}
		}

		private void send(Log log, long sequence) {
			log.records.add((sequence == this.rows) ? new PublishedRecord.EndOfSlice(this.from, sequence, 0)
					: new PublishedRecord.OfReject(this.from, sequence, sequence, Dataset.RATE,
							new Problem(Problem.Reason.TOO_LONG, null, ""), new PublishedRecord.RawText("", 0, "")));
		}

	}

	/** Committed state. */
	private static final class Database {

		private long position;

		private final Map<WatermarkKey, Watermark> watermarks = new HashMap<>();

		private final Map<String, Integer> applied = new HashMap<>();

	}

	/** Reads batches from where it believes to be, which a zombie is wrong about. */
	private static final class Consumer {

		private long tracked;

		void step(Random random, Log log, Database database) {
			if (random.nextInt(12) == 0) {
				this.tracked = random.nextInt((int) database.position + 1);
			}
			long to = Math.min(log.records.size(), this.tracked + 1 + random.nextInt(12));
			if (to <= this.tracked) {
				return;
			}
			boolean crashesBeforeCommit = random.nextInt(6) == 0;
			boolean answerIsLost = random.nextInt(6) == 0;
			apply(log, database, this.tracked, to, !crashesBeforeCommit);
			this.tracked = (crashesBeforeCommit || answerIsLost) ? database.position : Math.max(this.tracked, to);
		}

		void finish(Log log, Database database) {
			apply(log, database, database.position, log.records.size(), true);
		}

		private void apply(Log log, Database database, long from, long to, boolean commits) {
			PositionStep step = PositionStep.decide(database.position, from, to);
			if (step == PositionStep.SEEK) {
				this.tracked = database.position;
				return;
			}
			if (step == PositionStep.SKIP || !commits) {
				return;
			}
			for (long offset = Math.max(from, database.position); offset < to; offset++) {
				PublishedRecord record = log.records.get((int) offset);
				Watermark mark = database.watermarks.computeIfAbsent(key(record.provenance().slice()), Watermark::new);
				if (mark.offer(record) == Watermark.Verdict.NEXT && !(record instanceof PublishedRecord.EndOfSlice)) {
					database.applied.merge(record.provenance().slice() + ":" + record.line(), 1, Integer::sum);
				}
			}
			database.position = to;
		}

	}

}
