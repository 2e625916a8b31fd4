-- Copays and coinsurances after and before the deductible, each with its own sum. Rows that say neither are the rest. A run that was applied
-- before this migration has zeros here until its files are ingested again.
alter table benefit_by_metal
  add column copay_amounts_after               bigint not null default 0 comment 'of copay_amounts, those after the deductible',
  add column copay_amounts_after_cents         bigint not null default 0 comment 'sum of those',
  add column copay_amounts_before              bigint not null default 0 comment 'of copay_amounts, those before the deductible',
  add column copay_amounts_before_cents        bigint not null default 0 comment 'sum of those',
  add column copay_per_day_after               bigint not null default 0 comment 'of copay_per_day, those after the deductible',
  add column copay_per_day_after_cents         bigint not null default 0 comment 'sum of those',
  add column copay_per_day_before              bigint not null default 0 comment 'of copay_per_day, those before the deductible',
  add column copay_per_day_before_cents        bigint not null default 0 comment 'sum of those',
  add column copay_per_stay_after              bigint not null default 0 comment 'of copay_per_stay, those after the deductible',
  add column copay_per_stay_after_cents        bigint not null default 0 comment 'sum of those',
  add column copay_per_stay_before             bigint not null default 0 comment 'of copay_per_stay, those before the deductible',
  add column copay_per_stay_before_cents       bigint not null default 0 comment 'sum of those',
  add column coinsurance_shares_after          bigint not null default 0 comment 'of coinsurance_shares, those after the deductible',
  add column coinsurance_shares_after_bp       bigint not null default 0 comment 'sum of those, in basis points',
  add column coinsurance_shares_before         bigint not null default 0 comment 'of coinsurance_shares, those before the deductible',
  add column coinsurance_shares_before_bp      bigint not null default 0 comment 'sum of those, in basis points';

-- Where the outcome depends on the ZIP code (level 3), a plan has several rows for a county; at all other levels it has one. So that a plan's
-- counties can be counted, the counties of level 3 are kept.
create table crosswalk_zip_county (
  run_id           char(16)    not null,
  business_year    int         not null comment 'year that plans were carried into; they are of the year before',
  state_code       varchar(16) not null,
  from_plan_id     varchar(40) not null comment 'standard component id of the year before',
  to_plan_id       varchar(40) not null comment 'None when there is no plan to go to',
  reason           int         not null,
  coverage         varchar(16) not null,
  from_metal_level varchar(40) not null,
  to_metal_level   varchar(40) not null,
  county_fips      varchar(16) not null comment 'five digits, state then county',
  crosswalk_rows   bigint      not null comment 'ZIP codes of the county, or 1 for all of it',
  primary key (run_id, business_year, state_code, from_plan_id, to_plan_id, reason, coverage, from_metal_level, to_metal_level, county_fips)
) character set utf8mb4 collate utf8mb4_bin comment 'crosswalk rows of level 3, by plan, outcome and county';
