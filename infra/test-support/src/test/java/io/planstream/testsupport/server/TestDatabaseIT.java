package io.planstream.testsupport.server;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestDatabaseIT {

	@Test
	void hasTablesViewsAndAReaderWhoSeesViewsOnly() {
		try (TestDatabase database = TestDatabase.create()) {
			assertThat(database.readerClient().sql("select count(*) from v_reconciliation").query(Long.class).single())
				.isZero();
			assertThatThrownBy(() -> database.readerClient().sql("select count(*) from run").query(Long.class).single())
				.hasStackTraceContaining("denied");
		}
	}

	@Test
	void isApartFromOtherSchemas() {
		try (TestDatabase one = TestDatabase.createEmpty(); TestDatabase other = TestDatabase.createEmpty()) {
			one.root().execute("create table t (n int primary key)");

			assertThat(other.root().queryForList("show tables")).isEmpty();
			assertThat(one.root().queryForList("show tables")).hasSize(1);
		}
	}

	@Test
	void disappearsWhenClosed() {
		TestDatabase database = TestDatabase.createEmpty();
		database.close();

		assertThatThrownBy(() -> database.root().queryForList("show tables"))
			.hasStackTraceContaining(database.schema());
	}

}
