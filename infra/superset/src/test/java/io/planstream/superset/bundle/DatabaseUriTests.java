package io.planstream.superset.bundle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DatabaseUriTests {

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = {
			"mysql+pymysql://reader@host:3306/planstream mysql+pymysql://reader:XXXXXXXXXX@host:3306/planstream",
			"mysql+pymysql://reader:XXXXXXXXXX@host/p mysql+pymysql://reader:XXXXXXXXXX@host/p",
			"mysql://reader:@host/p mysql://reader:XXXXXXXXXX@host/p",
			"mariadb+mariadbconnector://a%40b+c@[::1]:1/p?charset=utf8mb4&ssl_ca=/ca.pem mariadb+mariadbconnector://a%40b%2Bc:XXXXXXXXXX@[::1]:1/p?charset=utf8mb4&ssl_ca=/ca.pem" })
	void thePlaceholderStandsForThePassword(String typed, String written) {
		assertThat(DatabaseUri.parse(typed)).hasToString(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mysql+pymysql://reader:topsecret@host/p", "mysql+pymysql://host/p",
			"mysql+pymysql://reader@host", "mysql+pymysql://reader@host/", "mysql+pymysql://reader@host/a/b",
			"postgresql://reader@host/p", "mysql+pymysql://reader:topsecret#x@host/p", "reader@host", "",
			"mysql+pymysql://reader@host/p?password=topsecret", "mysql+pymysql://reader@host/p?a=b&PASSWD=topsecret",
			"mysql+pymysql://:topsecret@host/p", "mysql+pymysql://reader:top secret@host/p",
			"mysql+pymysql://reader@ho_st:x/p" })
	void anAddressThatIsNoneOrHoldsAPasswordIsRefusedWithoutRepeatingIt(String typed) {
		assertThatIllegalArgumentException().isThrownBy(() -> DatabaseUri.parse(typed))
			.withMessageContaining("mysql+pymysql://planstream_reader@host:3306/planstream")
			.withMessageNotContaining("secret")
			.withNoCause();
	}

	@Test
	void theLocalAddressIsOfThisMachine() {
		assertThat(DatabaseUri.local("planstream_reader", 3310, "planstream"))
			.hasToString("mysql+pymysql://planstream_reader:XXXXXXXXXX@127.0.0.1:3310/planstream?charset=utf8mb4");
	}

}
