package io.planstream.local.home;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessIdentityTests {

	@Test
	void findsARunningProcess() {
		assertThat(ProcessIdentity.self().find()).contains(ProcessHandle.current());
	}

	@Test
	void doesNotTakeAnotherProcessWithTheSameIdForTheOne() {
		ProcessIdentity self = ProcessIdentity.self();

		assertThat(new ProcessIdentity(self.pid(), self.startedAt() - 60_000).find()).isEmpty();
	}

	@Test
	void doesNotFindWhatNeverWas() {
		assertThat(new ProcessIdentity(Long.MAX_VALUE, 0).find()).isEmpty();
	}

	@Test
	void forgetsUsersThatEnded() {
		StackState state = StackState.EMPTY.withUser(new ProcessIdentity(Long.MAX_VALUE, 0))
			.withUser(ProcessIdentity.self());

		assertThat(state.users()).containsExactly(ProcessIdentity.self());
		assertThat(state.withoutUser(ProcessIdentity.self()).users()).isEmpty();
	}

}
