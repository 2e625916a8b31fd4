package io.planstream.spark.task;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;

import io.planstream.model.apply.Tally;
import io.planstream.model.dataset.Dataset;
import io.planstream.spark.sql.DatabaseSettings;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What goes from the driver to executors, and back.
 */
class SerializationTests {

	private static final DatabaseSettings DATABASE = new DatabaseSettings("jdbc:mysql://db/p", "consumer", "secret");

	private static final TopicRange RANGE = new TopicRange("marketplace.rate.v1", 3, "id", 10, 20);

	@Test
	void aTaskTravels() throws Exception {
		assertThat(travel(new ApplyTask(DATABASE, 100, List.of(RANGE)))).isInstanceOf(ApplyTask.class);
		assertThat(travel(DATABASE)).isEqualTo(DATABASE);
		assertThat(DATABASE.toString()).isEqualTo("consumer at jdbc:mysql://db/p");
	}

	@Test
	void aReportArrivesAsItWasSent() throws Exception {
		Tally tally = new Tally();
		tally.applied(Dataset.NETWORK);
		tally.gap();
		TaskReport report = new TaskReport("2", RANGE, List.of(new TaskReport.Committed(tally, 5)), List.of("a letter"),
				TaskReport.End.INTERRUPTED, "refused");
		TaskReport arrived = travel(report);
		assertThat(arrived).usingRecursiveComparison().isEqualTo(report);
		assertThat(arrived.transactions().get(0).tally().received()).isEqualTo(2);
	}

	@SuppressWarnings("unchecked")
	private static <T> T travel(T object) throws IOException, ClassNotFoundException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return (T) in.readObject();
		}
	}

}
