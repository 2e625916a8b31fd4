package io.planstream.ingest.question;

import java.util.Arrays;
import java.util.Optional;

/**
 * A question that the data set's own page asks, and the view that answers it. Each answer
 * is a few rows, whatever the size of the data.
 */
public enum Question {

	/** How do rates vary across states? */
	PREMIUMS_BY_STATE("premiums-by-state", "planstream-premiums", StatePremium.class, """
			select state_code, sum(rates) as rates, sum(total_premium) / nullif(sum(rates), 0) as average_premium
			from v_premium_by_issuer where %s group by state_code having sum(rates) > 0
			order by average_premium desc limit 60"""),

	/** How do benefits relate to rates? */
	BENEFITS_AND_PREMIUMS("benefits-and-premiums", "planstream-benefits", ValueBand.class, """
			select metal_level, benefits_from, sum(priced_plans) as plans,
			  sum(total_premium_40) / nullif(sum(priced_plans), 0) as average_premium
			from v_plan_value_band where benefits_from is not null and %s
			group by metal_level, benefits_from having sum(priced_plans) > 0
			order by metal_level, benefits_from limit 200"""),

	/** How do rates vary by age? */
	PREMIUMS_BY_AGE("premiums-by-age", "planstream-premiums", AgePremium.class, """
			select age, age_from, sum(rates) as rates, sum(total_premium) / nullif(sum(rates), 0) as average_premium,
			  sum(total_tobacco_premium) / nullif(sum(tobacco_rates), 0) as average_tobacco_premium
			from v_premium_by_age where age_from is not null and %s
			group by age, age_from having sum(rates) > 0 order by age_from limit 100"""),

	/** How do plans vary across insurance network providers? */
	PLANS_BY_NETWORK("plans-by-network", "planstream-issuers", NetworkPlans.class, """
			select issuer_id, network_id, max(network_name) as network_name, sum(plans) as plans,
			  sum(case when plan_type = 'HMO' then plans else 0 end) as hmo,
			  sum(case when plan_type = 'PPO' then plans else 0 end) as ppo,
			  sum(case when plan_type = 'POS' then plans else 0 end) as pos,
			  sum(case when plan_type = 'EPO' then plans else 0 end) as epo
			from v_plans_by_network where %s group by issuer_id, network_id
			order by plans desc, issuer_id, network_id limit 12""");

	private final String id;

	private final String dashboard;

	private final Class<?> rowType;

	private final String sql;

	Question(String id, String dashboard, Class<?> rowType, String sql) {
		this.id = id;
		this.dashboard = dashboard;
		this.rowType = rowType;
		this.sql = sql;
	}

	/**
	 * A question by its name in addresses.
	 * @param id the name
	 * @return the question, or empty
	 */
	public static Optional<Question> byId(String id) {
		return Arrays.stream(values()).filter((question) -> question.id.equals(id)).findFirst();
	}

	/**
	 * Its name in addresses.
	 * @return lower case, with hyphens
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The Superset dashboard that says more.
	 * @return its slug
	 */
	public String dashboard() {
		return this.dashboard;
	}

	Class<?> rowType() {
		return this.rowType;
	}

	String sql(String condition) {
		return this.sql.formatted(condition);
	}

}
