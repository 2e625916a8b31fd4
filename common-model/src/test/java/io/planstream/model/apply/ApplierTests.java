package io.planstream.model.apply;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import io.planstream.model.ContractVersion;
import io.planstream.model.RunId;
import io.planstream.model.aggregate.Change;
import io.planstream.model.csv.Fields;
import io.planstream.model.dataset.Dataset;
import io.planstream.model.plan.PlanFacts;
import io.planstream.model.position.StoredPosition;
import io.planstream.model.rate.RateRow;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.RecordEncoder;
import io.planstream.model.reject.DeadLetters.Letter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that refuses one value, and counts what it is asked to do.
 */
class ApplierTests {

	private static final RunId RUN = new RunId(1);

	private static final String TOPIC = Dataset.RATE.topic();

	private static final String REFUSED = "a state with a very long name";

	/** Locks, watermarks, dead letters, flow, position and each table of rates. */
	private static final int STATEMENTS_OF_A_TRANSACTION = 20;

	@Property(tries = 60)
	void theOneRecordThatIsRefusedIsFoundByHalving(@ForAll @IntRange(min = 1, max = 4000) int records,
			@ForAll @IntRange(max = 3999) int any) {
		int poison = any % records;
		Server server = new Server();
		Letters letters = new Letters();
		Outcome outcome = new Applier(server, Clock.systemUTC(), letters).apply(batch(records, poison));
		assertThat(outcome).isInstanceOf(Outcome.Applied.class);
		assertThat(letters.buried).extracting(Letter::offset).containsExactly((long) poison);
		assertThat(server.watermark.appliedRows()).isEqualTo(records - 1);
		assertThat(server.watermark.deadLetteredRows()).isEqualTo(1);
		int halvings = 32 - Integer.numberOfLeadingZeros(records - 1);
		assertThat(server.transactions).as("transactions for one of " + records).isLessThanOrEqualTo(2 * halvings + 2);
		assertThat(server.statements).isLessThanOrEqualTo(server.transactions * STATEMENTS_OF_A_TRANSACTION);
	}

	private static Batch batch(int size, int poison) {
		RecordEncoder encoder = new RecordEncoder();
		SourceRecords records = new SourceRecords();
		for (int offset = 0; offset < size; offset++) {
			String state = (offset == poison) ? REFUSED : "TX";
			records.add(offset, 0,
					encoder.row(new Provenance(RUN, 0, 1), offset, offset + 2L,
							new RateRow(2016, state, "12345", "12345TX0010001", "Rating Area 1", "No Preference", "21",
									100, Fields.NO_AMOUNT, 0,
									new PlanFacts("Silver", "HMO", "Individual", "Medical"))));
		}
		return new Batch(List.of(new Batch.Part(TOPIC, 0, "id", 0, size, records)));
	}

	/** One partition and one stream; what a transaction did is forgotten if it fails. */
	private static final class Server implements ApplyTransactions {

		private final WatermarkKey key = new WatermarkKey(RUN, TOPIC, 0, 0);

		private Watermark watermark = new Watermark(this.key);

		private long position;

		private int transactions;

		private int statements;

		@Override
		public Outcome run(Function<ApplyTables, Outcome> work) {
			this.transactions++;
			Tables tables = new Tables(this);
			Outcome outcome = work.apply(tables);
			this.watermark = tables.watermark;
			this.position = tables.position;
			return outcome;
		}

		private Watermark copy() {
			return new Watermark(this.key, this.watermark.lastSequence(), this.watermark.appliedRows(),
					this.watermark.deadLetteredRows(), this.watermark.duplicates(), this.watermark.gaps(),
					this.watermark.ended());
		}

	}

	private static final class Tables implements ApplyTables {

		private final Server server;

		private final Watermark watermark;

		private long position;

		Tables(Server server) {
			this.server = server;
			this.watermark = server.copy();
			this.position = server.position;
		}

		@Override
		public Optional<StoredPosition> lockPosition(String topic, int partition) {
			this.server.statements++;
			return Optional.of(new StoredPosition("id", this.position));
		}

		@Override
		public void movePosition(String topic, int partition, long nextOffset) {
			this.server.statements++;
			this.position = nextOffset;
		}

		@Override
		public Optional<LockedRun> lockRun(String runId) {
			this.server.statements++;
			return Optional.of(new LockedRun("RUNNING", ContractVersion.CURRENT));
		}

		@Override
		public Optional<String> runUnderLaterContract(int contractVersion) {
			this.server.statements++;
			return Optional.empty();
		}

		@Override
		public List<Watermark> watermarks(String runId, String topic, Collection<Integer> slices,
				Collection<Integer> partitions) {
			this.server.statements++;
			return List.of(this.watermark);
		}

		@Override
		public void execute(Change change) {
			this.server.statements += (change.rows().size() + Change.ROWS_PER_STATEMENT - 1)
					/ Change.ROWS_PER_STATEMENT;
			if (change.rows().stream().anyMatch((row) -> Arrays.asList(row).contains(REFUSED))) {
				throw new IllegalStateException(new SQLException("Data too long", "22001"));
			}
		}

	}

	private static final class Letters implements ApplyWatcher {

		private final List<Letter> buried = new ArrayList<>();

		@Override
		public void committed(Tally tally, Duration took) {
			// only what is buried is asked for
		}

		@Override
		public void buried(Letter letter) {
			this.buried.add(letter);
		}

	}

}
