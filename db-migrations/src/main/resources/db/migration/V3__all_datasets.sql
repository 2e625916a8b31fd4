-- The tables of benefits, networks, service areas, business rules and crosswalks, and what is flowing now. As in V1 keys are NOT NULL and
-- compared by byte, amounts are integer cents, and unknown is the text 'Unknown'.

-- ---------------------------------------------------------------------------------------------------------------------
-- Benefits (BenefitsCostSharing.csv: one row per plan variant and benefit)
-- ---------------------------------------------------------------------------------------------------------------------
create table benefit_by_metal (
  run_id                        char(16)     not null,
  business_year                 int          not null,
  state_code                    varchar(16)  not null,
  market                        varchar(40)  not null,
  coverage                      varchar(16)  not null,
  metal_level                   varchar(40)  not null,
  benefit                       varchar(200) not null comment 'normalised name; the spellings are in benefit_name',
  benefit_rows                  bigint       not null comment 'rows: plan variants that list the benefit',
  covered                       bigint       not null comment 'rows whose IsCovered is Covered',
  not_covered                   bigint       not null comment 'rows whose IsCovered is Not Covered; the rest do not say',
  ehb                           bigint       not null comment 'essential health benefit',
  state_mandate                 bigint       not null,
  quantity_limited              bigint       not null,
  excluded_from_moop            bigint       not null comment 'does not count towards the in-network out-of-pocket maximum',
  subject_to_deductible         bigint       not null comment 'in network, tier 1; empty for all of 2016',
  base_rows                     bigint       not null comment 'rows of base variants: plans that list the benefit',
  base_covered                  bigint       not null,
  base_ehb                      bigint       not null,
  base_quantity_limited         bigint       not null,
  copay_no_charge               bigint       not null comment 'CopayInnTier1 is No Charge, with or without deductible',
  copay_amounts                 bigint       not null comment 'a copay in dollars for each visit',
  copay_cents                   bigint       not null comment 'sum of those',
  copay_per_day                 bigint       not null,
  copay_per_day_cents           bigint       not null,
  copay_per_stay                bigint       not null,
  copay_per_stay_cents          bigint       not null,
  copay_after_deductible        bigint       not null comment 'of the above, those after the deductible',
  copay_before_deductible       bigint       not null,
  copay_not_applicable          bigint       not null,
  copay_other                   bigint       not null comment 'a share, or not understood',
  copay_blank                   bigint       not null,
  coinsurance_no_charge         bigint       not null comment 'CoinsInnTier1 is No Charge, with or without deductible',
  coinsurance_shares            bigint       not null comment 'a share of the cost',
  coinsurance_bp                bigint       not null comment 'sum of those, in basis points',
  coinsurance_after_deductible  bigint       not null comment 'of the above, those after the deductible',
  coinsurance_before_deductible bigint       not null,
  coinsurance_not_applicable    bigint       not null,
  coinsurance_other             bigint       not null comment 'an amount, or not understood',
  coinsurance_blank             bigint       not null,
  primary key (run_id, business_year, state_code, market, coverage, metal_level, benefit)
) character set utf8mb4 collate utf8mb4_bin comment 'every benefit row';

create table plan_benefit (
  run_id            char(16)    not null,
  business_year     int         not null,
  state_code        varchar(16) not null,
  plan_id           varchar(40) not null comment '17 characters',
  benefit_rows      bigint      not null,
  benefits_covered  bigint      not null,
  benefits_excluded bigint      not null comment 'listed as not covered',
  benefits_limited  bigint      not null comment 'with a limit on quantity',
  benefits_ehb      bigint      not null comment 'essential health benefits',
  primary key (run_id, business_year, state_code, plan_id)
) character set utf8mb4 collate utf8mb4_bin comment 'every benefit row, by plan variant';

create table benefit_name (
  run_id        char(16)     not null,
  business_year int          not null,
  state_code    varchar(16)  not null,
  benefit       varchar(200) not null comment 'normalised: one blank between words, no punctuation, one upper-case letter',
  original_name varchar(200) not null comment 'as the file spells it',
  benefit_rows  bigint       not null,
  primary key (run_id, business_year, state_code, benefit, original_name)
) character set utf8mb4 collate utf8mb4_bin comment 'every benefit row, by spelling of the benefit';

-- ---------------------------------------------------------------------------------------------------------------------
-- Networks and service areas: ids are local to the issuer; issuers file individual and small-group rows apart
-- ---------------------------------------------------------------------------------------------------------------------
create table network (
  run_id        char(16)     not null,
  business_year int          not null,
  state_code    varchar(16)  not null,
  issuer_id     varchar(16)  not null,
  network_id    varchar(40)  not null,
  network_name  varchar(400) not null,
  network_url   varchar(1000) not null,
  source_rows   bigint       not null comment 'rows of the files with this key',
  source_order  bigint       not null comment 'file number * 2^40 + line of the row that stays',
  primary key (run_id, business_year, state_code, issuer_id, network_id)
) character set utf8mb4 collate utf8mb4_bin comment 'one row per network of an issuer';

create table service_area (
  run_id            char(16)     not null,
  business_year     int          not null,
  state_code        varchar(16)  not null,
  issuer_id         varchar(16)  not null,
  service_area_id   varchar(40)  not null,
  service_area_name varchar(400) not null,
  whole_state_rows  bigint       not null comment 'rows that say the area is the whole state',
  source_rows       bigint       not null,
  source_order      bigint       not null,
  primary key (run_id, business_year, state_code, issuer_id, service_area_id)
) character set utf8mb4 collate utf8mb4_bin comment 'one row per service area of an issuer';

create table service_area_county (
  run_id          char(16)    not null,
  business_year   int         not null,
  state_code      varchar(16) not null,
  issuer_id       varchar(16) not null,
  service_area_id varchar(40) not null,
  county_fips     varchar(16) not null comment 'five digits, state then county',
  partial_rows    bigint      not null comment 'rows that say only part of the county is served',
  source_rows     bigint      not null,
  primary key (run_id, business_year, state_code, issuer_id, service_area_id, county_fips),
  key service_area_county_place (run_id, business_year, state_code, county_fips)
) character set utf8mb4 collate utf8mb4_bin comment 'the counties of each service area; areas that are a whole state list none';

create table business_rule (
  run_id                     char(16)     not null,
  business_year              int          not null,
  state_code                 varchar(16)  not null,
  issuer_id                  varchar(16)  not null,
  product_id                 varchar(40)  not null comment 'All when the rule holds for all products of the issuer',
  standard_component_id      varchar(40)  not null comment 'All when the rule holds for all plans of the product',
  market                     varchar(40)  not null,
  coverage                   varchar(16)  not null,
  rate_determination         varchar(200) not null,
  two_parent_dependents      varchar(40)  not null comment 'most dependents counted in a two-parent family',
  single_parent_dependents   varchar(40)  not null,
  dependent_maximum_age      int                   comment 'null: not applicable or not given',
  children_only_children     varchar(40)  not null,
  domestic_partner_as_spouse varchar(8)   not null,
  same_sex_partner_as_spouse varchar(8)   not null,
  age_determination          varchar(200) not null,
  tobacco_free_months        int                   comment 'null: not applicable or not given',
  cohabitation               varchar(1000) not null,
  source_rows                bigint       not null,
  source_order               bigint       not null,
  primary key (run_id, business_year, state_code, issuer_id, product_id, standard_component_id, market, coverage)
) character set utf8mb4 collate utf8mb4_bin comment 'how an issuer turns the rates of persons into the price of a family';

-- ---------------------------------------------------------------------------------------------------------------------
-- Crosswalks: what became of last year's plans, county by county
-- ---------------------------------------------------------------------------------------------------------------------
create table crosswalk_by_metal (
  run_id           char(16)    not null,
  business_year    int         not null comment 'year that plans were carried into; they are of the year before',
  state_code       varchar(16) not null,
  coverage         varchar(16) not null,
  from_metal_level varchar(40) not null,
  to_metal_level   varchar(40) not null comment 'None when there is no plan to go to',
  crosswalk_level  int         not null comment '0 same plan ... 4 discontinued, 5 withdrawn',
  reason           int         not null comment '0 renewing ... 6 discontinued, enrolled elsewhere',
  crosswalk_rows   bigint      not null comment 'plans times counties (and ZIP codes)',
  primary key (run_id, business_year, state_code, coverage, from_metal_level, to_metal_level, crosswalk_level, reason)
) character set utf8mb4 collate utf8mb4_bin comment 'every crosswalk row';

create table crosswalk_plan (
  run_id           char(16)    not null,
  business_year    int         not null comment 'year that plans were carried into; they are of the year before',
  state_code       varchar(16) not null,
  from_plan_id     varchar(40) not null comment 'standard component id of the year before',
  to_plan_id       varchar(40) not null comment 'None when there is no plan to go to',
  crosswalk_level  int         not null,
  reason           int         not null,
  coverage         varchar(16) not null,
  from_metal_level varchar(40) not null,
  to_metal_level   varchar(40) not null,
  crosswalk_rows   bigint      not null,
  primary key (run_id, business_year, state_code, from_plan_id, to_plan_id, crosswalk_level, reason, coverage, from_metal_level, to_metal_level)
) character set utf8mb4 collate utf8mb4_bin comment 'every crosswalk row, by plan and outcome; the outcome of most counties is the plan''s';

-- ---------------------------------------------------------------------------------------------------------------------
-- Rates at one more grain: what a plan costs, for views with a row per plan
-- ---------------------------------------------------------------------------------------------------------------------
create table plan_premium (
  run_id                char(16)    not null,
  business_year         int         not null,
  state_code            varchar(16) not null,
  standard_component_id varchar(40) not null,
  rates_21              bigint      not null comment 'priced rows at age 21, over rating areas and quarters',
  cents_21              bigint      not null,
  rates_40              bigint      not null,
  cents_40              bigint      not null,
  rates_60              bigint      not null,
  cents_60              bigint      not null,
  primary key (run_id, business_year, state_code, standard_component_id)
) character set utf8mb4 collate utf8mb4_bin comment 'rate rows with a price at ages 21, 40 and 60';

create table rate_by_band (
  run_id        char(16)    not null,
  business_year int         not null,
  state_code    varchar(16) not null,
  market        varchar(40) not null,
  coverage      varchar(16) not null,
  metal_level   varchar(40) not null,
  band          int         not null comment 'lower bound in whole dollars; -1 holds the rows set aside',
  rates         bigint      not null,
  set_aside     bigint      not null,
  premium_cents bigint      not null,
  primary key (run_id, business_year, state_code, market, coverage, metal_level, band)
) character set utf8mb4 collate utf8mb4_bin comment 'every rate row, by price band: 10 dollars wide below 100, 50 below 1,000, 250 from there';

-- ---------------------------------------------------------------------------------------------------------------------
-- Derived (written by ingest-app when a run is complete or another one serves), because a chart cannot wait for it
-- ---------------------------------------------------------------------------------------------------------------------
create table county_coverage (
  business_year       int         not null,
  state_code          varchar(16) not null,
  county_fips         varchar(16) not null,
  coverage            varchar(16) not null,
  issuers             bigint      not null,
  plans               bigint      not null,
  individual_issuers  bigint      not null,
  individual_plans    bigint      not null,
  small_group_issuers bigint      not null,
  small_group_plans   bigint      not null,
  primary key (business_year, state_code, county_fips, coverage)
) character set utf8mb4 collate utf8mb4_bin comment 'from plan, service_area and service_area_county of the serving runs';

create table grain_check (
  run_id          char(16)    not null,
  dataset         varchar(40) not null,
  part            varchar(40) not null,
  grain           varchar(40) not null,
  aggregated_rows bigint      not null,
  set_aside_rows  bigint      not null,
  primary key (run_id, dataset, part, grain)
) character set utf8mb4 collate utf8mb4_bin comment 'what each grain held when the run was checked; v_reconciliation compares it with dataset_total';

-- ---------------------------------------------------------------------------------------------------------------------
-- What is flowing now, and the catalogue of rules
-- ---------------------------------------------------------------------------------------------------------------------
create table flow (
  dataset       varchar(40)  not null,
  second        datetime     not null comment 'UTC, when the rows were applied',
  topic         varchar(200) not null comment 'topic and partition are in the key so that partitions do not wait for each other',
  `partition`   int          not null,
  rows_applied  bigint       not null,
  rows_rejected bigint       not null,
  delay_millis  bigint       not null comment 'sum over the rows of the time from published to applied',
  max_delay_millis bigint    not null,
  primary key (second, dataset, topic, `partition`)
) character set utf8mb4 collate utf8mb4_bin comment 'kept for 7 days';

create table data_rule (
  rule_name   varchar(60)  not null,
  description varchar(400) not null comment 'one sentence',
  field       varchar(200) not null comment 'columns it looks at',
  effect      varchar(20)  not null comment 'repairs, sets aside, rejects or notes',
  primary key (rule_name)
) character set utf8mb4 collate utf8mb4_bin comment 'the catalogue of data rules; filled by R__0_data_rules.sql, the same as DataRule and the reasons of rejects in common-model';
