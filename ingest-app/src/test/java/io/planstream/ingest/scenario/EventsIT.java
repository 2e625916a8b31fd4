package io.planstream.ingest.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EventsIT extends Scenario {

	@Test
	void tellsOfTheProgressAndOfTheEndAndThenEnds() {
		Path file = RateFile.ofRows(2041, 6000).write(data, "Rate.csv");
		String run = rest().beginRun(file, Map.of("rowsPerSecond", 3000));
		CompletableFuture<List<Rest.Event>> events = rest().events("/api/runs/" + run + "/events");
		awaitPublished(run);
		apply(run);
		rest().awaitState(run, "COMPLETE");
		await().until(events::isDone);
		List<Rest.Event> told = events.join();
		assertThat(told).hasSizeGreaterThanOrEqualTo(3);
		assertThat(told.subList(0, told.size() - 1)).extracting(Rest.Event::name).containsOnly("progress");
		assertThat(told).extracting((event) -> event.data().get("datasets").get(0).get("read").asLong()).isSorted();
		Rest.Event last = told.get(told.size() - 1);
		assertThat(last.name()).isEqualTo("finished");
		assertThat(last.data().get("state").asString()).isEqualTo("COMPLETE");
		assertThat(last.data().get("reconciled").asBoolean()).isTrue();
	}

	@Test
	void aRunThatHasEndedIsToldOfOnce() {
		String run = complete(RateFile.ofRows(2042, 10).write(data, "Rate.csv"));
		List<Rest.Event> told = rest().events("/api/runs/" + run + "/events").join();
		assertThat(told).extracting(Rest.Event::name).containsExactly("finished");
	}

	@Test
	void nobodyListensToARunThatIsNone() {
		Rest.Answer answer = rest().get("/api/runs/00000000deadbeef/events");
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.text("code")).isEqualTo("NO_SUCH_RUN");
	}

	@Test
	void allRejectsAreThereAsCsv() {
		RateFile rates = RateFile.ofRows(2043, 3);
		for (int i = 0; i < 1203; i++) {
			rates.line("2043,AK,=1+1,,,\"a \"\"quoted\"\", text\",,,");
		}
		String run = complete(rates.write(data, "bad.csv"), Map.of("rejectShare", 1));
		String csv = rest().text("/api/runs/" + run + "/rejects?format=csv");
		List<String> lines = csv.lines().toList();
		assertThat(lines.get(0)).isEqualTo("file_name,dataset,line,column,reason,message,raw_text");
		assertThat(lines).hasSize(1204);
		assertThat(lines.get(1)).startsWith("bad.csv,rate,5,PlanId,MISSING_VALUE,PlanId is empty,\"2043,AK,=1+1,,,");
		assertThat(lines.get(1203)).startsWith("bad.csv,rate,1207,");
		JsonNode json = rest().get("/api/runs/" + run + "/rejects").body();
		assertThat(json.get("total").asLong()).isEqualTo(1203);
	}

}
