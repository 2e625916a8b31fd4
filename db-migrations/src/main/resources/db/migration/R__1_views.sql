-- Views named v_* are what people and dashboards read: plain names, only the serving run. Views without the prefix are
-- building blocks.

create or replace view serving_rate as
select run_id, business_year from serving_run where dataset = 'rate';

create or replace view serving_plan as
select p.*
from plan p
join serving_run s on s.dataset = 'plan-attributes' and s.run_id = p.run_id and s.business_year = p.business_year;

create or replace view v_serving as
select s.dataset, s.business_year, s.run_id, r.state as run_state, r.state = 'COMPLETE' as complete, s.since
from serving_run s
join run r on r.run_id = s.run_id;

create or replace view v_premium as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level,
       sum(a.rates) as rates,
       sum(a.set_aside) as set_aside,
       cast(sum(a.premium_cents) / 100 as decimal(20, 2)) as total_premium,
       cast(nullif(min(a.min_cents), 9223372036854775807) / 100 as decimal(14, 2)) as min_premium,
       cast(nullif(max(a.max_cents), -1) / 100 as decimal(14, 2)) as max_premium
from rate_by_issuer a
join serving_rate s on s.run_id = a.run_id and s.business_year = a.business_year
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
  from rate_by_issuer a
  join serving_rate s on s.run_id = a.run_id and s.business_year = a.business_year
  group by a.run_id, a.business_year, a.state_code, a.coverage
) t
left join rate_percentile p
  on p.run_id = t.run_id and p.business_year = t.business_year and p.state_code = t.state_code and p.coverage = t.coverage;

create or replace view v_premium_distribution as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level,
       cast(b.from_cents / 100 as decimal(14, 2)) as from_premium,
       cast(b.to_cents / 100 as decimal(14, 2)) as to_premium,
       a.rates
from rate_histogram a
join serving_rate s on s.run_id = a.run_id and s.business_year = a.business_year
join histogram_bucket b on b.bucket = a.bucket;

create or replace view v_premium_by_age as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.age,
       sum(a.rates) as rates,
       sum(a.set_aside) as set_aside,
       cast(sum(a.premium_cents) / 100 as decimal(20, 2)) as total_premium,
       sum(a.tobacco_rates) as tobacco_rates,
       cast(sum(a.tobacco_cents) / 100 as decimal(20, 2)) as total_tobacco_premium,
       cast(sum(a.tobacco_base_cents) / 100 as decimal(20, 2)) as total_premium_of_tobacco_rates
from rate_by_age a
join serving_rate s on s.run_id = a.run_id and s.business_year = a.business_year
group by a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.age;

create or replace view v_premium_by_rating_area as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.rating_area, a.age, a.rates, a.set_aside,
       cast(a.premium_cents / 100 as decimal(20, 2)) as total_premium,
       cast(nullif(a.min_cents, 9223372036854775807) / 100 as decimal(14, 2)) as min_premium,
       cast(nullif(a.max_cents, -1) / 100 as decimal(14, 2)) as max_premium
from rate_by_rating_area a
join serving_rate s on s.run_id = a.run_id and s.business_year = a.business_year;

create or replace view v_premium_by_issuer as
select a.business_year, a.state_code, a.coverage, a.market, a.metal_level, a.issuer_id, a.rates, a.set_aside,
       cast(a.premium_cents / 100 as decimal(20, 2)) as total_premium,
       cast(nullif(a.min_cents, 9223372036854775807) / 100 as decimal(14, 2)) as min_premium,
       cast(nullif(a.max_cents, -1) / 100 as decimal(14, 2)) as max_premium
from rate_by_issuer a
join serving_rate s on s.run_id = a.run_id and s.business_year = a.business_year;

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
from plan_rate a
join serving_rate s on s.run_id = a.run_id and s.business_year = a.business_year
left join serving_plan p
  on p.business_year = a.business_year and p.standard_component_id = a.standard_component_id and p.base_variant;

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

-- ---------------------------------------------------------------------------------------------------------------------
-- Trust: does every row have exactly one fate?
-- ---------------------------------------------------------------------------------------------------------------------
create or replace view grain_total as
select run_id, 'rate' as dataset, 'dataset_total' as grain, sum(aggregated_rows) as aggregated_rows,
       sum(set_aside_rows) as set_aside_rows
from dataset_total where dataset = 'rate' group by run_id
union all
select run_id, 'rate', 'rate_by_age', sum(rates), sum(set_aside) from rate_by_age group by run_id
union all
select run_id, 'rate', 'rate_by_issuer', sum(rates), sum(set_aside) from rate_by_issuer group by run_id
union all
select run_id, 'rate', 'rate_histogram', sum(rates), sum(set_aside) from rate_histogram group by run_id
union all
select run_id, 'plan-attributes', 'dataset_total', sum(aggregated_rows), sum(set_aside_rows)
from dataset_total where dataset = 'plan-attributes' group by run_id
union all
select run_id, 'plan-attributes', 'plan', sum(source_rows), 0 from plan group by run_id;

create or replace view grain_disagreement as
select run_id, dataset
from grain_total
group by run_id, dataset
having min(aggregated_rows) <> max(aggregated_rows) or min(set_aside_rows) <> max(set_aside_rows)
    or count(*) <> case dataset when 'rate' then 4 else 2 end;

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
        and g.run_id is null) as reconciled
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
       r.created_at, r.finished_at
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
select run_id, dataset, rule_name, sum(affected_rows) as affected_rows
from rule_count
group by run_id, dataset, rule_name;
