package io.planstream.embedded;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAccountsTests {

	@Test
	void quotesWhatCouldEndALiteral() {
		assertThat(DatabaseAccounts.literal("a'b\\c")).isEqualTo("'a''b\\\\c'");
		assertThat(DatabaseAccounts.identifier("a`b")).isEqualTo("`a``b`");
	}

	@Test
	void grantsOnOneSchemaOnlyAlthoughItsNameHasAnUnderscore() {
		assertThat(DatabaseAccounts.random().bootstrapSql("a_b")).last()
			.asString()
			.startsWith("grant all privileges on `a\\_b`.* to 'planstream_migrator'@'%'");
	}

	@Test
	void showsNoPasswords() {
		DatabaseAccounts accounts = DatabaseAccounts.random();

		assertThat(accounts.toString()).doesNotContain(accounts.readerPassword());
	}

	@Test
	void makesPasswordsThatNeedNoQuoting() {
		assertThat(DatabaseAccounts.randomPassword()).matches("Ps1-[A-Za-z0-9_-]{32}")
			.isNotEqualTo(DatabaseAccounts.randomPassword());
	}

}
