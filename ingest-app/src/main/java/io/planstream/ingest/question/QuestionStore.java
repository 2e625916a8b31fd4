package io.planstream.ingest.question;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Asks the views. However many people look, each answer is asked for once in two seconds.
 * Thread-safe.
 */
@Repository
public class QuestionStore {

	private static final Duration FRESH = Duration.ofSeconds(2);

	private final JdbcClient jdbc;

	private final Cache<Filtered, List<?>> answers = Caffeine.newBuilder()
		.expireAfterWrite(FRESH)
		.maximumSize(200)
		.build();

	QuestionStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The plan years that serve.
	 * @return latest first
	 */
	public List<Integer> years() {
		return this.jdbc.sql("select distinct business_year from v_serving order by business_year desc")
			.query(Integer.class)
			.list();
	}

	/**
	 * The answer to a question, two seconds old at the most.
	 * @param question the question
	 * @param year a plan year, or null for all
	 * @param coverage a coverage, or null for all
	 * @return rows as the question's type says
	 */
	public List<?> answer(Question question, Integer year, String coverage) {
		return this.answers.get(new Filtered(question, year, coverage), this::ask);
	}

	private List<?> ask(Filtered filtered) {
		List<String> conditions = new ArrayList<>(List.of("1 = 1"));
		if (filtered.year() != null) {
			conditions.add("business_year = :year");
		}
		if (filtered.coverage() != null) {
			conditions.add("coverage = :coverage");
		}
		return this.jdbc.sql(filtered.question().sql(String.join(" and ", conditions)))
			.param("year", filtered.year())
			.param("coverage", filtered.coverage())
			.query(filtered.question().rowType())
			.list();
	}

	private record Filtered(Question question, Integer year, String coverage) {
	}

}
