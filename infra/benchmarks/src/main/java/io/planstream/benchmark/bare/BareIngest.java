package io.planstream.benchmark.bare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import io.planstream.benchmark.ground.Worker;
import io.planstream.model.RunId;
import io.planstream.model.rate.RateRow;
import io.planstream.model.record.Partitions;
import io.planstream.model.record.Provenance;
import io.planstream.model.record.RecordEncoder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Parses a file of rates with FastCSV in two threads and sends each row, as PlanStream
 * encodes it, by one plain producer. Nothing is checked, kept or counted for later.
 */
final class BareIngest {

	private static final int THREADS = 2;

	private final KafkaProducer<byte[], byte[]> producer;

	private final String topic;

	private final PlanList plans;

	private final AtomicReference<Exception> failure = new AtomicReference<>();

	private BareIngest(KafkaProducer<byte[], byte[]> producer, String topic, PlanList plans) {
		this.producer = producer;
		this.topic = topic;
		this.plans = plans;
	}

	/**
	 * Runs the program, which is told a topic and a file of rates.
	 * @param args broker, files of plans
	 * @throws IOException if the plans cannot be read
	 */
	public static void main(String[] args) throws IOException {
		PlanList plans = PlanList.read(Stream.of(args).skip(1).map(Path::of).toArray(Path[]::new));
		KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(Clients.producer(args[0]));
		Worker.run((words) -> new BareIngest(producer, words.get(0), plans)
			.send(FilePart.cut(Path.of(words.get(1)), THREADS)));
	}

	private long send(List<FilePart> parts) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(parts.size());
		try {
			List<Future<Long>> sent = new ArrayList<>();
			for (FilePart part : parts) {
				int slice = sent.size();
				sent.add(threads.submit(() -> send(part, slice)));
			}
			long rows = 0;
			for (Future<Long> each : sent) {
				rows += each.get();
			}
			this.producer.flush();
			requireNoFailure();
			return rows;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private long send(FilePart part, int slice) throws IOException, ExecutionException {
		RecordEncoder encoder = new RecordEncoder();
		Provenance from = new Provenance(new RunId(1), slice, 1);
		Map<String, Route> routes = new HashMap<>();
		long rows = 0;
		try (CsvReader<RateRow> records = RateFields.reader(part, this.plans)) {
			for (RateRow row : records) {
				Route route = routes.computeIfAbsent(Partitions.key(row.businessYear(), row.stateCode()), Route::of);
				this.producer.send(new ProducerRecord<>(this.topic, route.partition(), route.key(),
						encoder.row(from, rows, rows + 2, row)), (metadata, ex) -> {
							if (ex != null) {
								this.failure.set(ex);
							}
						});
				rows++;
			}
		}
		return rows;
	}

	private void requireNoFailure() throws ExecutionException {
		if (this.failure.get() != null) {
			throw new ExecutionException(this.failure.get());
		}
	}

	private record Route(byte[] key, int partition) {

		static Route of(String key) {
			return new Route(key.getBytes(StandardCharsets.UTF_8), Partitions.of(key, Clients.PARTITIONS));
		}

	}

}
