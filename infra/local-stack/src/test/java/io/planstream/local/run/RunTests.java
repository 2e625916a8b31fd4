package io.planstream.local.run;

import java.util.List;

import io.planstream.local.home.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunTests {

	@Test
	void isASuccessOnlyWhenCompleteAndReconciledOrKnown() {
		assertThat(run("COMPLETE", true, false).isSuccess()).isTrue();
		assertThat(run("COMPLETE", false, true).isSuccess()).isTrue();
		assertThat(run("COMPLETE", false, false).isSuccess()).isFalse();
		assertThat(run("FAILED", true, false).isSuccess()).isFalse();
		assertThat(run("STOPPED", true, false).isSuccess()).isFalse();
	}

	@Test
	void isOverWhenNothingMoreHappens() {
		assertThat(List.of("COMPLETE", "FAILED", "STOPPED", "DELETED"))
			.allMatch((state) -> run(state, true, false).isOver());
		assertThat(List.of("RUNNING", "STOPPING")).noneMatch((state) -> run(state, true, false).isOver());
	}

	@Test
	void isReadFromAnAnswerWithMoreOrLess() {
		Run run = Json.MAPPER.readValue("{\"runId\":\"0a\",\"state\":\"RUNNING\",\"later\":1}", Run.class);

		assertThat(run.datasets()).isEmpty();
		assertThat(run.totalRows()).isZero();
	}

	@Test
	void isReportedWithTheNamesThatProgramsExpect() {
		Run run = Json.MAPPER.readValue("""
				{"runId":"0a","state":"COMPLETE","seconds":2.5,"rowsPerSecond":4.0,"reconciled":true,
				 "datasets":[{"dataset":"rate","totalRows":10,"read":10,"published":9,"rejected":1,"applied":9,
				  "deadLettered":0,"setAside":2,"inAggregates":7,"duplicates":3,"gaps":4}]}""", Run.class);

		assertThat(Json.MAPPER.writeValueAsString(RunReport.of(run)).replaceAll("\\s", ""))
			.isEqualTo("{\"runId\":\"0a\",\"state\":\"COMPLETE\",\"seconds\":2.5,\"rowsPerSecond\":4.0,"
					+ "\"reconciled\":true,\"datasets\":[{\"dataset\":\"rate\",\"read\":10,\"published\":9,"
					+ "\"rejected\":1,\"applied\":9,\"deadLettered\":0,\"setAside\":2,\"duplicates\":3,\"gaps\":4}]}");
	}

	private static Run run(String state, boolean reconciled, boolean known) {
		return new Run("00", state, null, known, null, null, 1, 1, reconciled, null, 1, null, null, null);
	}

}
