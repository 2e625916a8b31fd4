package io.planstream.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.planstream.testsupport.reference.Reference;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All eight files of the data set, small or a twentieth of it, through the whole way.
 */
class EightFilesIT {

	private static final double SCALE = Double.parseDouble(System.getProperty("planstream.files-scale", "0.01"));

	@Test
	void everyTableEqualsAnIndependentCountAndEveryChartShowsIt() throws IOException {
		Path data = Samples.of(SCALE, 5);
		try (Stack stack = Stack.start("eight-files", data)) {
			String run = stack.postRun(data, "").get("runId").asString();
			JsonNode complete = stack.awaitComplete(run, Duration.ofMinutes(5));
			assertThat(complete.get("reconciliation")).hasSize(8)
				.allMatch((file) -> file.get("rowsRejected").asLong() == 0 && file.get("reconciled").asBoolean());
			new AgainstReference(stack.database().rootClient(), run).assertEveryTableEqual(Reference.ofFolder(data));
			DashboardData dashboards = new DashboardData(stack.database().readerClient());
			dashboards.assertEveryChartReturnsRows();
			dashboards.assertMapsAskForCodesOfStates();
		}
	}

}
