-- Views named v_* are what people and dashboards read: plain names, only the serving run unless they show runs, money in dollars, shares as
-- fractions. Where a chart may filter, measures are additive: an average is a total divided by a count, percentiles are never added up.
-- Views without the prefix are building blocks. What each view answers and each column means is in R__3_view_columns.sql.

-- Older runs are kept beside the serving one, and servers like to read a long table from end to end: straight_join and force index make
-- them look the serving run up first and read nothing else.

create or replace view serving_rate as
select run_id, business_year from serving_run where dataset = 'rate';

create or replace view serving_benefit as
select run_id, business_year from serving_run where dataset = 'benefits-cost-sharing';

create or replace view serving_business_rule as
select run_id, business_year from serving_run where dataset = 'business-rules';

create or replace view serving_network as
select run_id, business_year from serving_run where dataset = 'network';

create or replace view serving_service_area as
select run_id, business_year from serving_run where dataset = 'service-area';

create or replace view serving_crosswalk as
select run_id, business_year from serving_run where dataset = 'crosswalk';

create or replace view serving_plan as
select p.*
from plan p
join serving_run s on s.dataset = 'plan-attributes' and s.run_id = p.run_id and s.business_year = p.business_year;

-- One row per plan: cost-sharing variants left out. Only columns of the index plan_base, so that nothing else is read.
create or replace view base_plan as
select p.business_year, p.state_code, p.standard_component_id, p.plan_id, p.coverage, p.market, p.metal_level, p.plan_type, p.issuer_id,
       p.network_id, p.service_area_id, p.actuarial_value_bp, p.deductible_individual_cents, p.moop_individual_cents
from serving_run s
straight_join plan p force index (plan_base)
  on p.run_id = s.run_id and p.business_year = s.business_year and p.base_variant = 1
where s.dataset = 'plan-attributes';

create or replace view v_serving as
select s.dataset, s.business_year, s.run_id, r.state as run_state, r.state = 'COMPLETE' as complete, s.since
from serving_run s
join run r on r.run_id = s.run_id;

-- ---------------------------------------------------------------------------------------------------------------------
-- How rates vary: across states, between issuers, by age, by place
-- ---------------------------------------------------------------------------------------------------------------------
create or replace view v_premium as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level,
       sum(a.rates) as rates,
       sum(a.set_aside) as set_aside,
       cast(sum(a.premium_cents) / 100 as decimal(20, 2)) as total_premium,
       cast(nullif(min(a.min_cents), 9223372036854775807) / 100 as decimal(14, 2)) as min_premium,
       cast(nullif(max(a.max_cents), -1) / 100 as decimal(14, 2)) as max_premium
from serving_rate s
straight_join rate_by_issuer a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year
group by a.business_year, a.state_code, a.coverage, a.market, a.metal_level;

create or replace view v_premium_by_state as
select t.business_year, t.state_code, t.coverage, t.rates, t.set_aside,
       cast(t.premium_cents / 100 as decimal(20, 2)) as total_premium,
       cast(t.premium_cents / 100 / nullif(t.rates, 0) as decimal(14, 2)) as average_premium,
       cast(nullif(t.min_cents, 9223372036854775807) / 100 as decimal(14, 2)) as min_premium,
       cast(p.p25_cents / 100 as decimal(14, 2)) as p25_premium,
       cast(p.median_cents / 100 as decimal(14, 2)) as median_premium,
       cast(p.p75_cents / 100 as decimal(14, 2)) as p75_premium,
       cast(nullif(t.max_cents, -1) / 100 as decimal(14, 2)) as max_premium
from (
  select a.run_id, a.business_year, a.state_code, a.coverage,
         sum(a.rates) as rates, sum(a.set_aside) as set_aside, sum(a.premium_cents) as premium_cents,
         min(a.min_cents) as min_cents, max(a.max_cents) as max_cents
  from serving_rate s
  straight_join rate_by_issuer a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year
  group by a.run_id, a.business_year, a.state_code, a.coverage
) t
left join rate_percentile p
  on p.run_id = t.run_id and p.business_year = t.business_year and p.state_code = t.state_code and p.coverage = t.coverage;

create or replace view v_premium_distribution as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level,
       a.band as from_premium,
       a.band + case when a.band < 100 then 10 when a.band < 1000 then 50 else 250 end as to_premium,
       a.rates,
       cast(a.premium_cents / 100 as decimal(20, 2)) as total_premium
from serving_rate s
straight_join rate_by_band a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year
where a.band >= 0;

create or replace view v_premium_by_age as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.age,
       -- '0-20', '21', '65 and over': the first number; Family Option sorts behind the digits and has none
       case when a.age < ':' then cast(substring_index(substring_index(a.age, ' ', 1), '-', 1) as signed) end as age_from,
       a.tobacco,
       a.rates, a.set_aside,
       cast(a.premium_cents / 100 as decimal(20, 2)) as total_premium,
       a.tobacco_rates,
       cast(a.tobacco_cents / 100 as decimal(20, 2)) as total_tobacco_premium,
       cast(a.tobacco_base_cents / 100 as decimal(20, 2)) as total_premium_of_tobacco_rates
from serving_rate s
straight_join rate_by_age a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year;

create or replace view v_tobacco_surcharge as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.age,
       case when a.age < ':' then cast(substring_index(substring_index(a.age, ' ', 1), '-', 1) as signed) end as age_from,
       a.tobacco_rates as rates,
       a.tobacco_set_aside as set_aside,
       cast(a.tobacco_base_cents / 100 as decimal(20, 2)) as total_premium,
       cast(a.tobacco_cents / 100 as decimal(20, 2)) as total_tobacco_premium,
       cast((a.tobacco_cents - a.tobacco_base_cents) / 100 as decimal(20, 2)) as total_surcharge
from serving_rate s
straight_join rate_by_age a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year
where a.tobacco_rates + a.tobacco_set_aside > 0;

create or replace view v_premium_by_rating_area as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.rating_area, a.age, a.rates, a.set_aside,
       cast(a.premium_cents / 100 as decimal(20, 2)) as total_premium,
       cast(nullif(a.min_cents, 9223372036854775807) / 100 as decimal(14, 2)) as min_premium,
       cast(nullif(a.max_cents, -1) / 100 as decimal(14, 2)) as max_premium
from serving_rate s
straight_join rate_by_rating_area a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year;

create or replace view v_premium_by_issuer as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.issuer_id, a.rates, a.set_aside,
       cast(a.premium_cents / 100 as decimal(20, 2)) as total_premium,
       cast(nullif(a.min_cents, 9223372036854775807) / 100 as decimal(14, 2)) as min_premium,
       cast(nullif(a.max_cents, -1) / 100 as decimal(14, 2)) as max_premium
from serving_rate s
straight_join rate_by_issuer a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year;

create or replace view v_plan_rate as
select a.business_year, a.state_code,
       coalesce(p.coverage, 'Unknown') as coverage, coalesce(p.market, 'Unknown') as market,
       coalesce(p.metal_level, 'Unknown') as metal_level,
       a.standard_component_id, coalesce(p.plan_name, 'Unknown') as plan_name,
       coalesce(p.plan_type, 'Unknown') as plan_type, coalesce(p.issuer_id, 'Unknown') as issuer_id,
       a.rating_area, a.age, a.rates, a.set_aside,
       cast(a.premium_cents / 100 as decimal(20, 2)) as total_premium,
       cast(nullif(a.min_cents, 9223372036854775807) / 100 as decimal(14, 2)) as min_premium,
       cast(nullif(a.max_cents, -1) / 100 as decimal(14, 2)) as max_premium
from serving_rate s
straight_join plan_rate a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year
left join serving_run sp on sp.dataset = 'plan-attributes' and sp.business_year = a.business_year
left join plan p force index (plan_base)
  on p.run_id = sp.run_id and p.business_year = a.business_year and p.base_variant = 1 and p.state_code = a.state_code
     and p.standard_component_id = a.standard_component_id;

-- ---------------------------------------------------------------------------------------------------------------------
-- How benefits vary across states
-- ---------------------------------------------------------------------------------------------------------------------
create or replace view v_benefit_coverage_by_state as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.benefit,
       a.benefit_rows, a.covered, a.not_covered, a.ehb, a.state_mandate, a.quantity_limited, a.excluded_from_moop,
       a.subject_to_deductible,
       a.base_rows as plans, a.base_covered as plans_covering, a.base_ehb as plans_ehb,
       a.base_quantity_limited as plans_limiting
from serving_benefit s
straight_join benefit_by_metal a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year;

-- Products of decimals are as exact as quotients and faster: charts add up 130,000 of them.
create or replace view v_benefit_cost_sharing as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.benefit, a.benefit_rows,
       a.copay_no_charge, a.copay_amounts, a.copay_cents * 0.01 as total_copay,
       a.copay_per_day, a.copay_per_day_cents * 0.01 as total_copay_per_day,
       a.copay_per_stay, a.copay_per_stay_cents * 0.01 as total_copay_per_stay,
       a.copay_after_deductible, a.copay_before_deductible,
       a.copay_amounts_after as copay_amounts_after_deductible,
       a.copay_amounts_after_cents * 0.01 as total_copay_after_deductible,
       a.copay_amounts_before as copay_amounts_before_deductible,
       a.copay_amounts_before_cents * 0.01 as total_copay_before_deductible,
       a.copay_per_day_after as copay_per_day_after_deductible,
       a.copay_per_day_after_cents * 0.01 as total_copay_per_day_after_deductible,
       a.copay_per_day_before as copay_per_day_before_deductible,
       a.copay_per_day_before_cents * 0.01 as total_copay_per_day_before_deductible,
       a.copay_per_stay_after as copay_per_stay_after_deductible,
       a.copay_per_stay_after_cents * 0.01 as total_copay_per_stay_after_deductible,
       a.copay_per_stay_before as copay_per_stay_before_deductible,
       a.copay_per_stay_before_cents * 0.01 as total_copay_per_stay_before_deductible,
       a.copay_not_applicable, a.copay_other, a.copay_blank,
       a.coinsurance_no_charge, a.coinsurance_shares, a.coinsurance_bp * 0.0001 as total_coinsurance,
       a.coinsurance_after_deductible, a.coinsurance_before_deductible,
       a.coinsurance_shares_after as coinsurance_shares_after_deductible,
       a.coinsurance_shares_after_bp * 0.0001 as total_coinsurance_after_deductible,
       a.coinsurance_shares_before as coinsurance_shares_before_deductible,
       a.coinsurance_shares_before_bp * 0.0001 as total_coinsurance_before_deductible,
       a.coinsurance_not_applicable, a.coinsurance_other, a.coinsurance_blank
from serving_benefit s
straight_join benefit_by_metal a force index (primary) on a.run_id = s.run_id and a.business_year = s.business_year;

create or replace view v_benefit_name as
select a.business_year, a.state_code, a.benefit, a.original_name, a.benefit_rows
from benefit_name a
join serving_benefit s on s.run_id = a.run_id and s.business_year = a.business_year;

-- ---------------------------------------------------------------------------------------------------------------------
-- Plans: what they are, and what one gets for the price
-- ---------------------------------------------------------------------------------------------------------------------
create or replace view v_plan as
select p.business_year, p.state_code, p.coverage, p.market, p.metal_level, p.plan_id, p.standard_component_id, p.plan_name,
       p.issuer_id, p.product_id, p.plan_type, p.csr_variation, p.csr_variant, p.base_variant, p.network_id,
       p.service_area_id, p.hsa_eligible, p.new_plan,
       cast(p.actuarial_value_bp / 10000 as decimal(6, 4)) as actuarial_value,
       cast(p.deductible_individual_cents / 100 as decimal(14, 2)) as deductible_individual,
       cast(p.deductible_family_cents / 100 as decimal(14, 2)) as deductible_family,
       cast(p.moop_individual_cents / 100 as decimal(14, 2)) as moop_individual,
       cast(p.moop_family_cents / 100 as decimal(14, 2)) as moop_family,
       p.effective_date, p.expiration_date, p.source_rows
from serving_plan p;

create or replace view v_plan_value as
select p.business_year, p.state_code, p.coverage, p.market, p.metal_level, p.plan_type, p.issuer_id, p.network_id,
       p.standard_component_id, p.plan_id, p.plan_name,
       cast(r.cents_21 / nullif(r.rates_21, 0) / 100 as decimal(14, 2)) as premium_21,
       cast(r.cents_40 / nullif(r.rates_40, 0) / 100 as decimal(14, 2)) as premium_40,
       cast(r.cents_60 / nullif(r.rates_60, 0) / 100 as decimal(14, 2)) as premium_60,
       b.benefits_covered, b.benefits_excluded, b.benefits_limited, b.benefits_ehb,
       cast(p.deductible_individual_cents / 100 as decimal(14, 2)) as deductible_individual,
       cast(p.deductible_family_cents / 100 as decimal(14, 2)) as deductible_family,
       cast(p.moop_individual_cents / 100 as decimal(14, 2)) as moop_individual,
       cast(p.moop_family_cents / 100 as decimal(14, 2)) as moop_family,
       cast(p.actuarial_value_bp / 10000 as decimal(6, 4)) as actuarial_value
from serving_plan p
left join (serving_rate sr
  join plan_premium r on r.run_id = sr.run_id and r.business_year = sr.business_year)
  on r.business_year = p.business_year and r.state_code = p.state_code
     and r.standard_component_id = p.standard_component_id
left join (serving_benefit sb
  join plan_benefit b on b.run_id = sb.run_id and b.business_year = sb.business_year)
  on b.business_year = p.business_year and b.state_code = p.state_code and b.plan_id = p.plan_id
where p.base_variant = 1;

create or replace view v_plan_value_band as
select v.business_year, v.state_code, v.coverage, v.market, v.metal_level, v.plan_type,
       v.benefits_covered div 10 * 10 as benefits_from,
       concat(v.benefits_covered div 10 * 10, ' to ', v.benefits_covered div 10 * 10 + 9) as benefits_band,
       v.deductible_individual div 1000 * 1000 as deductible_from,
       concat('$', v.deductible_individual div 1000 * 1000, ' to ', v.deductible_individual div 1000 * 1000 + 999)
         as deductible_band,
       v.moop_individual div 1000 * 1000 as moop_from,
       concat('$', v.moop_individual div 1000 * 1000, ' to ', v.moop_individual div 1000 * 1000 + 999) as moop_band,
       v.premium_40 div 100 * 100 as premium_from,
       concat('$', v.premium_40 div 100 * 100, ' to ', v.premium_40 div 100 * 100 + 99) as premium_band,
       1 as plans,
       case when v.premium_40 is null then 0 else 1 end as priced_plans,
       v.premium_21 as total_premium_21, v.premium_40 as total_premium_40, v.premium_60 as total_premium_60,
       v.benefits_covered as total_benefits_covered
from v_plan_value v;

create or replace view v_plans_by_network as
select p.business_year, p.state_code, p.coverage, p.market, p.metal_level, p.plan_type, p.issuer_id, p.network_id,
       coalesce(n.network_name, 'Unknown') as network_name, p.standard_component_id, 1 as plans
from base_plan p
left join (serving_network s
  join network n on n.run_id = s.run_id and n.business_year = s.business_year)
  on n.business_year = p.business_year and n.state_code = p.state_code and n.issuer_id = p.issuer_id
     and n.network_id = p.network_id;

create or replace view v_plans_by_issuer as
select p.business_year, p.state_code, p.coverage, p.market, p.metal_level, p.plan_type, p.issuer_id, count(*) as plans
from base_plan p
group by p.business_year, p.state_code, p.coverage, p.market, p.metal_level, p.plan_type, p.issuer_id;

create or replace view v_network as
select n.business_year, n.state_code, n.issuer_id, n.network_id, n.network_name, n.network_url, n.source_rows
from network n
join serving_network s on s.run_id = n.run_id and s.business_year = n.business_year;

create or replace view v_business_rule as
select b.business_year, b.state_code, b.coverage, b.market, b.issuer_id, b.product_id, b.standard_component_id,
       b.rate_determination, b.two_parent_dependents, b.single_parent_dependents, b.dependent_maximum_age,
       b.children_only_children, b.domestic_partner_as_spouse, b.same_sex_partner_as_spouse, b.age_determination,
       b.tobacco_free_months, b.cohabitation, b.source_rows
from business_rule b
join serving_business_rule s on s.run_id = b.run_id and s.business_year = b.business_year;

-- ---------------------------------------------------------------------------------------------------------------------
-- Places: an area that is a whole state is every county of the state that the data knows
-- ---------------------------------------------------------------------------------------------------------------------
create or replace view v_service_area as
select a.business_year, a.state_code, a.issuer_id, a.service_area_id, a.service_area_name,
       a.whole_state_rows > 0 as whole_state, a.source_rows
from service_area a
join serving_service_area s on s.run_id = a.run_id and s.business_year = a.business_year;

create or replace view known_county as
select distinct c.state_code, c.county_fips
from service_area_county c
join serving_service_area s on s.run_id = c.run_id and s.business_year = c.business_year;

create or replace view served_county as
select a.business_year, a.state_code, a.issuer_id, a.service_area_id, c.county_fips
from service_area a
join serving_service_area s on s.run_id = a.run_id and s.business_year = a.business_year
join service_area_county c on c.run_id = a.run_id and c.business_year = a.business_year and c.state_code = a.state_code
  and c.issuer_id = a.issuer_id and c.service_area_id = a.service_area_id
where a.whole_state_rows = 0
union all
select a.business_year, a.state_code, a.issuer_id, a.service_area_id, coalesce(k.county_fips, 'whole state')
from service_area a
join serving_service_area s on s.run_id = a.run_id and s.business_year = a.business_year
left join known_county k on k.state_code = a.state_code
where a.whole_state_rows > 0;

-- What county_coverage is filled from, now and then: too much to be counted each time somebody looks.
create or replace view county_coverage_now as
select c.business_year, c.state_code, c.county_fips, p.coverage,
       count(distinct p.issuer_id) as issuers,
       sum(p.plans) as plans,
       count(distinct case when p.market = 'Individual' then p.issuer_id end) as individual_issuers,
       sum(case when p.market = 'Individual' then p.plans else 0 end) as individual_plans,
       count(distinct case when p.market = 'SHOP (Small Group)' then p.issuer_id end) as small_group_issuers,
       sum(case when p.market = 'SHOP (Small Group)' then p.plans else 0 end) as small_group_plans
from (
  select business_year, state_code, coverage, market, issuer_id, service_area_id, count(*) as plans
  from base_plan
  group by business_year, state_code, coverage, market, issuer_id, service_area_id
) p
join served_county c on c.business_year = p.business_year and c.state_code = p.state_code
  and c.issuer_id = p.issuer_id and c.service_area_id = p.service_area_id
group by c.business_year, c.state_code, c.county_fips, p.coverage;

create or replace view v_county_coverage as
select business_year, state_code, county_fips, coverage, issuers, plans, individual_issuers, individual_plans, small_group_issuers,
       small_group_plans
from county_coverage;

-- ---------------------------------------------------------------------------------------------------------------------
-- From year to year
-- ---------------------------------------------------------------------------------------------------------------------
create or replace view v_crosswalk as
select a.business_year, a.state_code, a.coverage, a.from_metal_level as metal_level, a.to_metal_level,
       a.crosswalk_level as level_code,
       case a.crosswalk_level
         when 0 then 'Same plan' when 1 then 'Another plan' when 2 then 'Depends on the county'
         when 3 then 'Depends on the ZIP code' when 4 then 'Discontinued, no successor'
         when 5 then 'Withdrawn before certification' else 'Unknown' end as level,
       a.reason as reason_code,
       case a.reason
         when 0 then 'Plan renewed' when 1 then 'Plan renewed under another id'
         when 2 then 'Product renewed, another plan of it'
         when 3 then 'Product continued, another product here' when 4 then 'Product continued, nothing here'
         when 5 then 'Product discontinued, nothing instead'
         when 6 then 'Product discontinued, enrolled elsewhere' else 'Unknown' end as reason,
       a.crosswalk_rows
from crosswalk_by_metal a
join serving_crosswalk s on s.run_id = a.run_id and s.business_year = a.business_year;

-- A row is a county, but for level 3, where it can be a ZIP code of one: there the counties are counted. Runs from before migration 6 did not
-- keep them: their rows are taken.
create or replace view crosswalk_outcome as
select a.business_year, a.state_code, a.from_plan_id, a.to_plan_id, a.crosswalk_level, a.reason, a.coverage, a.from_metal_level,
       a.to_metal_level,
       case when a.crosswalk_level = 3 then coalesce(nullif((
         select count(*)
         from crosswalk_zip_county z
         where z.run_id = a.run_id and z.business_year = a.business_year and z.state_code = a.state_code
           and z.from_plan_id = a.from_plan_id and z.to_plan_id = a.to_plan_id and z.reason = a.reason and z.coverage = a.coverage
           and z.from_metal_level = a.from_metal_level and z.to_metal_level = a.to_metal_level), 0), a.crosswalk_rows)
         else a.crosswalk_rows end as counties,
       a.crosswalk_rows
from crosswalk_plan a
join serving_crosswalk s on s.run_id = a.run_id and s.business_year = a.business_year;

-- The outcome of most of a plan's counties is the plan's, so that plans count once.
create or replace view plan_outcome as
select business_year, state_code, from_plan_id, to_plan_id, crosswalk_level, reason, coverage, from_metal_level,
       to_metal_level, counties, crosswalk_rows
from (
  select a.business_year, a.state_code, a.from_plan_id, a.to_plan_id, a.crosswalk_level, a.reason, a.coverage,
         a.from_metal_level, a.to_metal_level, a.counties, a.crosswalk_rows,
         row_number() over (
           partition by a.business_year, a.state_code, a.from_plan_id
           order by a.counties desc, a.crosswalk_level, a.to_plan_id, a.reason, a.coverage, a.from_metal_level,
             a.to_metal_level) as place
  from crosswalk_outcome a
) o
where place = 1;

create or replace view v_plan_transitions as
select a.business_year, a.state_code, a.coverage, a.from_metal_level as metal_level, a.to_metal_level,
       a.from_plan_id, a.to_plan_id,
       case when a.to_plan_id = 'None' then 'Ended' when a.to_plan_id = a.from_plan_id then 'Kept' else 'Replaced' end
         as outcome,
       -- no text in both columns: a flow from a level to itself would be a circle
       concat(a.from_metal_level, ' ', a.business_year - 1) as from_step,
       case when a.to_plan_id = 'None' then 'Ended' else concat(a.to_metal_level, ' ', a.business_year) end as to_step,
       a.crosswalk_level as level_code,
       case a.crosswalk_level
         when 0 then 'Same plan' when 1 then 'Another plan' when 2 then 'Depends on the county'
         when 3 then 'Depends on the ZIP code' when 4 then 'Discontinued, no successor'
         when 5 then 'Withdrawn before certification' else 'Unknown' end as level,
       a.reason as reason_code,
       case a.reason
         when 0 then 'Plan renewed' when 1 then 'Plan renewed under another id'
         when 2 then 'Product renewed, another plan of it'
         when 3 then 'Product continued, another product here' when 4 then 'Product continued, nothing here'
         when 5 then 'Product discontinued, nothing instead'
         when 6 then 'Product discontinued, enrolled elsewhere' else 'Unknown' end as reason,
       1 as plans,
       a.counties,
       a.crosswalk_rows
from plan_outcome a;

-- What a plan costs at 40, averaged over its rating areas and quarters; plans without a price are left out.
create or replace view premium_at_40 as
select s.business_year, r.state_code, r.standard_component_id, cast(r.cents_40 / r.rates_40 / 100 as decimal(14, 2)) as premium
from serving_rate s
join plan_premium r on r.run_id = s.run_id and r.business_year = s.business_year and r.rates_40 > 0;

-- Plans that the crosswalk speaks of, then plans that it does not (small group above all) and that kept their id.
create or replace view successor_premium as
select o.business_year, o.state_code, o.from_plan_id, o.to_plan_id, f.premium as premium_before, t.premium as premium_after
from plan_outcome o
straight_join premium_at_40 f on f.business_year = o.business_year - 1 and f.state_code = o.state_code
  and f.standard_component_id = o.from_plan_id
straight_join premium_at_40 t on t.business_year = o.business_year and t.state_code = o.state_code
  and t.standard_component_id = o.to_plan_id
union all
select t.business_year, t.state_code, t.standard_component_id, t.standard_component_id, f.premium, t.premium
from premium_at_40 t
straight_join premium_at_40 f on f.business_year = t.business_year - 1 and f.state_code = t.state_code
  and f.standard_component_id = t.standard_component_id
where not exists (
  select 1
  from serving_crosswalk s
  join crosswalk_plan c on c.run_id = s.run_id and c.business_year = s.business_year
  where c.business_year = t.business_year and c.state_code = t.state_code and c.from_plan_id = t.standard_component_id);

create or replace view v_premium_change as
select c.business_year, c.state_code,
       coalesce(p.coverage, 'Unknown') as coverage, coalesce(p.market, 'Unknown') as market,
       coalesce(p.metal_level, 'Unknown') as metal_level,
       coalesce(p.plan_type, 'Unknown') as plan_type, coalesce(p.issuer_id, 'Unknown') as issuer_id,
       c.from_plan_id, c.to_plan_id,
       case when c.to_plan_id = c.from_plan_id then 'Kept' else 'Replaced' end as outcome,
       1 as plans, c.premium_before, c.premium_after, c.premium_after - c.premium_before as premium_change
from successor_premium c
left join base_plan p
  on p.business_year = c.business_year and p.state_code = c.state_code and p.standard_component_id = c.to_plan_id;

-- ---------------------------------------------------------------------------------------------------------------------
-- Trust: does every row have exactly one fate?
-- ---------------------------------------------------------------------------------------------------------------------
-- What each grain holds of a run's rows. Grains of the same part must agree; dataset_total is the one that reconciliation counts in. It reads
-- every aggregate of a run, so it is asked once, at the run's end, and the answer kept in grain_check.
create or replace view grain_total as
select run_id, dataset, 'every row' as part, 'dataset_total' as grain, sum(aggregated_rows) as aggregated_rows,
       sum(set_aside_rows) as set_aside_rows
from dataset_total group by run_id, dataset
union all
select run_id, 'rate', 'every row', 'rate_by_age', sum(rates), sum(set_aside) from rate_by_age group by run_id
union all
select run_id, 'rate', 'every row', 'rate_by_issuer', sum(rates), sum(set_aside) from rate_by_issuer group by run_id
union all
select run_id, 'rate', 'every row', 'rate_by_band', sum(rates), sum(set_aside) from rate_by_band group by run_id
union all
select run_id, 'rate', 'every row', 'rate_histogram', sum(rates), sum(set_aside) from rate_histogram group by run_id
union all
select run_id, 'rate', 'ages 21, 40 and 60', 'rate_by_age', sum(rates), sum(set_aside) from rate_by_age
where age in ('21', '40', '60') group by run_id
union all
select run_id, 'rate', 'ages 21, 40 and 60', 'rate_by_rating_area', sum(rates), sum(set_aside) from rate_by_rating_area group by run_id
union all
select run_id, 'rate', 'ages 21, 40 and 60', 'plan_rate', sum(rates), sum(set_aside) from plan_rate group by run_id
union all
select run_id, 'rate', 'prices at 21, 40 and 60', 'rate_by_age', sum(rates), 0 from rate_by_age
where age in ('21', '40', '60') group by run_id
union all
select run_id, 'rate', 'prices at 21, 40 and 60', 'plan_premium', sum(rates_21 + rates_40 + rates_60), 0 from plan_premium group by run_id
union all
select run_id, 'plan-attributes', 'every row', 'plan', sum(source_rows), 0 from plan group by run_id
union all
select run_id, 'benefits-cost-sharing', 'every row', 'benefit_by_metal', sum(benefit_rows), 0 from benefit_by_metal group by run_id
union all
select run_id, 'benefits-cost-sharing', 'every row', 'plan_benefit', sum(benefit_rows), 0 from plan_benefit group by run_id
union all
select run_id, 'benefits-cost-sharing', 'every row', 'benefit_name', sum(benefit_rows), 0 from benefit_name group by run_id
union all
select run_id, 'network', 'every row', 'network', sum(source_rows), 0 from network group by run_id
union all
select run_id, 'service-area', 'every row', 'service_area', sum(source_rows), 0 from service_area group by run_id
union all
select run_id, 'business-rules', 'every row', 'business_rule', sum(source_rows), 0 from business_rule group by run_id
union all
select run_id, 'crosswalk', 'every row', 'crosswalk_by_metal', sum(crosswalk_rows), 0 from crosswalk_by_metal group by run_id
union all
select run_id, 'crosswalk', 'every row', 'crosswalk_plan', sum(crosswalk_rows), 0 from crosswalk_plan group by run_id
union all
select run_id, 'crosswalk', 'by ZIP code', 'crosswalk_plan', sum(crosswalk_rows), 0 from crosswalk_plan
where crosswalk_level = 3 group by run_id
union all
select run_id, 'crosswalk', 'by ZIP code', 'crosswalk_zip_county', sum(crosswalk_rows), 0 from crosswalk_zip_county group by run_id;

create or replace view grain_disagreement as
select distinct run_id, dataset
from (
  select run_id, dataset
  from grain_check
  group by run_id, dataset, part
  having min(aggregated_rows) <> max(aggregated_rows) or min(set_aside_rows) <> max(set_aside_rows)
      or (count(*) <> case part
            when 'every row' then case dataset when 'rate' then 5 when 'benefits-cost-sharing' then 4
                                  when 'crosswalk' then 3 else 2 end
            when 'ages 21, 40 and 60' then 3
            else 2 end
          and max(aggregated_rows) + max(set_aside_rows) > 0)
) d;

create or replace view newest_run as
select run_id from run where state <> 'DELETED' order by created_at desc, run_id limit 1;

create or replace view v_reconciliation as
select f.run_id, f.dataset, f.file_name,
       coalesce(s.rows_read, 0) as rows_read,
       coalesce(s.rows_published, 0) as rows_published,
       coalesce(s.rows_rejected, 0) as rows_rejected,
       coalesce(w.dead_lettered_rows, 0) as rows_dead_lettered,
       coalesce(w.applied_rows, 0) as rows_applied,
       coalesce(t.aggregated_rows, 0) as rows_in_aggregates,
       coalesce(t.set_aside_rows, 0) as rows_set_aside,
       (s.all_ended
        and s.rows_read = f.data_rows
        and s.rows_read = s.rows_published + s.rows_rejected
        and s.rows_rejected = coalesce(j.rejected_rows, 0)
        and s.rows_published = coalesce(w.applied_rows, 0) + coalesce(w.dead_lettered_rows, 0)
        and coalesce(w.applied_rows, 0) = coalesce(t.aggregated_rows, 0) + coalesce(t.set_aside_rows, 0)
        -- the grains agreed when they were checked, and nothing was added since
        and g.run_id is null
        and coalesce(k.aggregated_rows, 0) = coalesce(d.aggregated_rows, 0)
        and coalesce(k.set_aside_rows, 0) = coalesce(d.set_aside_rows, 0)) as reconciled,
       f.run_id = (select run_id from newest_run) as newest_run,
       exists (select 1 from serving_run v where v.run_id = f.run_id and v.dataset = f.dataset) as serving
from source_file f
join run r on r.run_id = f.run_id and r.state <> 'DELETED'
left join (
  select run_id, file_no, sum(rows_read) as rows_read, sum(rows_published) as rows_published,
         sum(rows_rejected) as rows_rejected, min(ended) = 1 as all_ended
  from slice group by run_id, file_no
) s on s.run_id = f.run_id and s.file_no = f.file_no
left join (
  select l.run_id, l.file_no, sum(m.applied_rows) as applied_rows, sum(m.dead_lettered_rows) as dead_lettered_rows
  from source_watermark m
  join slice l on l.run_id = m.run_id and l.slice = m.slice and m.topic <> 'marketplace.reject.v1'
  group by l.run_id, l.file_no
) w on w.run_id = f.run_id and w.file_no = f.file_no
left join (
  select run_id, file_no, sum(aggregated_rows) as aggregated_rows, sum(set_aside_rows) as set_aside_rows
  from dataset_total group by run_id, file_no
) t on t.run_id = f.run_id and t.file_no = f.file_no
left join (
  select run_id, file_no, count(*) as rejected_rows from rejected_row group by run_id, file_no
) j on j.run_id = f.run_id and j.file_no = f.file_no
left join (
  select run_id, dataset, sum(aggregated_rows) as aggregated_rows, sum(set_aside_rows) as set_aside_rows
  from dataset_total group by run_id, dataset
) d on d.run_id = f.run_id and d.dataset = f.dataset
left join grain_check k
  on k.run_id = f.run_id and k.dataset = f.dataset and k.part = 'every row' and k.grain = 'dataset_total'
left join grain_disagreement g on g.run_id = f.run_id and g.dataset = f.dataset;

create or replace view v_run_progress as
select f.run_id, r.state, f.dataset,
       f.data_rows as rows_total,
       coalesce(s.rows_read, 0) as rows_read,
       coalesce(s.rows_published, 0) as rows_published,
       coalesce(s.rows_rejected, 0) as rows_rejected,
       coalesce(w.applied_rows, 0) as rows_applied,
       coalesce(s.slices, 0) as slices,
       coalesce(s.slices_ended, 0) as slices_ended,
       r.created_at, r.finished_at,
       f.run_id = (select run_id from newest_run) as newest_run
from (select run_id, dataset, sum(data_rows) as data_rows from source_file group by run_id, dataset) f
join run r on r.run_id = f.run_id and r.state <> 'DELETED'
left join (
  select run_id, dataset, sum(rows_read) as rows_read, sum(rows_published) as rows_published,
         sum(rows_rejected) as rows_rejected, count(*) as slices, sum(ended) as slices_ended
  from slice group by run_id, dataset
) s on s.run_id = f.run_id and s.dataset = f.dataset
left join (
  select l.run_id, l.dataset, sum(m.applied_rows) as applied_rows
  from source_watermark m
  join slice l on l.run_id = m.run_id and l.slice = m.slice and m.topic <> 'marketplace.reject.v1'
  group by l.run_id, l.dataset
) w on w.run_id = f.run_id and w.dataset = f.dataset;

create or replace view v_rejected_rows as
select j.run_id, j.dataset, f.file_name, j.line, j.column_name, j.reason, j.message, j.raw_text
from rejected_row j
join source_file f on f.run_id = j.run_id and f.file_no = j.file_no;

create or replace view v_data_rules as
select c.run_id, c.dataset, c.rule_name, coalesce(r.effect, 'Unknown') as effect, coalesce(r.field, 'Unknown') as field,
       coalesce(r.description, 'Unknown') as description, c.affected_rows
from (
  select run_id, dataset, rule_name, sum(affected_rows) as affected_rows
  from rule_count
  group by run_id, dataset, rule_name
  union all
  select run_id, 'plan-attributes', 'duplicate-plan', sum(source_rows - 1)
  from plan
  where source_rows > 1
  group by run_id
  union all
  select run_id, 'network', 'duplicate-network', sum(source_rows - 1)
  from network
  where source_rows > 1
  group by run_id
  union all
  select run_id, dataset, lower(replace(reason, '_', '-')), count(*)
  from rejected_row
  group by run_id, dataset, reason
) c
left join data_rule r on r.rule_name = c.rule_name;

-- ---------------------------------------------------------------------------------------------------------------------
-- Now
-- ---------------------------------------------------------------------------------------------------------------------
create or replace view v_flow as
select f.dataset, f.second,
       sum(f.rows_applied) as rows_applied,
       sum(f.rows_rejected) as rows_rejected,
       cast(sum(f.delay_millis) / 1000 as decimal(20, 3)) as total_delay_seconds,
       cast(max(f.max_delay_millis) / 1000 as decimal(14, 3)) as max_delay_seconds
from flow f
group by f.dataset, f.second;

create or replace view v_column as
select view_name, column_name, position, description
from view_column;

create or replace view v_every_rule as
select f.run_id, f.dataset, d.rule_name, d.effect, d.field, d.description, coalesce(c.affected_rows, 0) as affected_rows,
       exists (select 1 from serving_run v where v.run_id = f.run_id and v.dataset = f.dataset) as serving
from (select distinct run_id, dataset from source_file) f
join run r on r.run_id = f.run_id and r.state <> 'DELETED'
cross join data_rule d
left join v_data_rules c on c.run_id = f.run_id and c.dataset = f.dataset and c.rule_name = d.rule_name;

-- When the newest run began that anything flowed in.
create or replace view flow_begin as
select max(created_at) as began
from run
where state <> 'DELETED' and created_at < (select max(second) from flow) + interval 1 second;

-- The first condition alone is one that both servers turn into a range of the key; seconds of a clock that was ahead, and
-- was set back, hide none of now.
create or replace view v_flow_now as
select f.dataset, f.second,
       sum(f.rows_applied) as rows_applied,
       sum(f.rows_rejected) as rows_rejected,
       cast(sum(f.delay_millis) / 1000 as decimal(20, 3)) as total_delay_seconds,
       cast(max(f.max_delay_millis) / 1000 as decimal(14, 3)) as max_delay_seconds
from flow f
where f.second >= (select least(max(second), utc_timestamp()) from flow) - interval 15 minute
  and f.second >= coalesce((select began from flow_begin) - interval 1 second, f.second)
group by f.dataset, f.second;
