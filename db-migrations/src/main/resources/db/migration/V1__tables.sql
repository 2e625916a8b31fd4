-- Every table of PlanStream. Keys are NOT NULL and compared by byte; amounts are integer cents; unknown is the text 'Unknown'.

-- ---------------------------------------------------------------------------------------------------------------------
-- What is read: runs, their files and slices (written by ingest-app)
-- ---------------------------------------------------------------------------------------------------------------------
create table run (
  run_id           char(16)     not null comment 'first 16 hexadecimal digits of SHA-256 over content and ordinal',
  content_hash     char(64)     not null comment 'SHA-256 over the hashes of the source files',
  ordinal          int          not null comment '0 for the first run of this content, counted on by --force',
  contract_version int          not null comment 'version of parsing, rules, keys and schemas that the run was begun under',
  partitions       int          not null comment 'partition count the run was begun with; it keeps it',
  state            varchar(20)  not null comment 'RUNNING, STOPPED, FAILED, COMPLETE or DELETED (a tombstone)',
  message          varchar(4000)         comment 'why the run failed and what to do',
  attempt          int          not null comment 'number of Batch job instances so far',
  rows_per_second  int                   comment 'pacing: null runs at full speed',
  reject_share     double       not null comment 'share of rejected rows above which the run stops',
  reject_count     bigint       not null comment 'number of rejected rows up to which the share is not looked at',
  created_at       datetime(6)  not null,
  finished_at      datetime(6),
  primary key (run_id),
  unique key run_content (content_hash, ordinal)
) character set utf8mb4 collate utf8mb4_bin comment 'one ingestion of a set of source files';

create table run_owner (
  run_id      char(16)     not null,
  owner       varchar(64)  not null comment 'instance of ingest-app that works on the run',
  epoch       bigint       not null comment 'raised at each take-over; a zombie''s compare-and-set names an old one',
  lease_until datetime(6)  not null,
  primary key (run_id)
) character set utf8mb4 collate utf8mb4_bin comment 'who works on a run; apart from run so that renewing a lease blocks nobody';

create table source_file (
  run_id       char(16)      not null,
  file_no      int           not null comment '1, 2, ... in reading order',
  dataset      varchar(40)   not null,
  path         varchar(1024) not null,
  entry        varchar(512)           comment 'entry of a zip archive, null for a plain or gzip file',
  file_name    varchar(255)  not null,
  size_bytes   bigint        not null comment 'of the file on disk',
  modified_at  datetime(6)   not null,
  content_hash char(64)      not null comment 'SHA-256 of the uncompressed content',
  data_rows    bigint        not null comment 'records without the header',
  primary key (run_id, file_no)
) character set utf8mb4 collate utf8mb4_bin comment 'one CSV of one dataset';

create table source_file_year (
  run_id        char(16) not null,
  file_no       int      not null,
  business_year int      not null,
  primary key (run_id, file_no, business_year)
) character set utf8mb4 collate utf8mb4_bin comment 'the plan years that a source file holds';

create table slice (
  run_id         char(16)     not null,
  slice          int          not null comment '0, 1, ... over all files of the run',
  file_no        int          not null,
  dataset        varchar(40)  not null,
  start_byte     bigint       not null comment 'in the uncompressed content',
  end_byte       bigint       not null,
  start_line     bigint       not null comment 'line of the first record; the header is line 1',
  checksum       varchar(64)  not null comment 'CRC-32C of the bytes of the slice',
  position       bigint       not null comment 'bytes before it are acknowledged by Kafka',
  line           bigint       not null comment 'line at position',
  sequences      varchar(4000) not null comment 'next sequence of each partition, comma separated',
  reject_sequence bigint      not null comment 'next sequence in the reject topic',
  rows_read      bigint       not null,
  rows_published bigint       not null,
  rows_rejected  bigint       not null,
  ended          boolean      not null comment 'its end-of-slice records are acknowledged',
  owner_epoch    bigint       not null,
  primary key (run_id, slice)
) character set utf8mb4 collate utf8mb4_bin comment 'the only truth about how far reading got; moved by compare-and-set';

create table plan_source (
  run_id         char(16) not null,
  business_year  int      not null,
  source_run_id  char(16)          comment 'run whose plans enrich the rows of this year; null: none was known',
  primary key (run_id, business_year)
) character set utf8mb4 collate utf8mb4_bin comment 'where a run takes metal level, plan type, market and coverage from; pinned at its start';

create table serving_run (
  dataset       varchar(40) not null,
  business_year int         not null,
  run_id        char(16)    not null,
  since         datetime(6) not null,
  primary key (dataset, business_year)
) character set utf8mb4 collate utf8mb4_bin comment 'the run whose aggregates the views show';

-- ---------------------------------------------------------------------------------------------------------------------
-- How far it is applied (written by the engine, in the transaction that applies)
-- ---------------------------------------------------------------------------------------------------------------------
create table consumer_position (
  topic       varchar(200) not null,
  `partition` int          not null,
  topic_id    varchar(40)  not null comment 'a recreated topic has another one',
  next_offset bigint       not null,
  primary key (topic, `partition`)
) character set utf8mb4 collate utf8mb4_bin comment 'first barrier: redelivery';

create table source_watermark (
  run_id             char(16)     not null,
  topic              varchar(200) not null,
  slice              int          not null,
  `partition`        int          not null,
  last_sequence      bigint       not null comment 'inserted as -1 first',
  applied_rows       bigint       not null comment 'rows in the aggregates and rows set aside',
  dead_lettered_rows bigint       not null,
  duplicates         bigint       not null comment 'records dropped because their sequence was applied before',
  gaps               bigint       not null comment 'records dropped because an earlier sequence was missing',
  ended              boolean      not null comment 'the end-of-slice record is applied',
  primary key (run_id, topic, slice, `partition`)
) character set utf8mb4 collate utf8mb4_bin comment 'second barrier: re-sending';

create table rejected_row (
  run_id        char(16)     not null,
  slice         int          not null,
  sequence      bigint       not null,
  file_no       int          not null,
  line          bigint       not null comment 'of the record''s first line; the header is line 1',
  dataset       varchar(40)  not null,
  column_name   varchar(100)          comment 'null when the record as a whole cannot be read',
  reason        varchar(60)  not null,
  message       varchar(1000) not null,
  raw_text      mediumtext   not null comment 'cut at 16 KiB',
  raw_length    bigint       not null comment 'bytes before the cut',
  raw_sha256    char(64)     not null,
  primary key (run_id, slice, sequence)
) character set utf8mb4 collate utf8mb4_bin comment 'rows that cannot be read or break the contract';

create table dead_letter (
  topic         varchar(200)  not null,
  `partition`   int           not null,
  record_offset bigint        not null,
  topic_id      varchar(40)   not null,
  run_id        char(16)               comment 'null when the record cannot be decoded',
  slice         int,
  sequence      bigint,
  reason        varchar(60)   not null,
  message       varchar(1000) not null,
  payload       mediumblob    not null comment 'cut at 1 MiB',
  created_at    datetime(6)   not null,
  primary key (topic, `partition`, record_offset, topic_id)
) character set utf8mb4 collate utf8mb4_bin comment 'published records that can never be applied';

create table dataset_total (
  run_id          char(16)    not null,
  dataset         varchar(40) not null,
  business_year   int         not null,
  state_code      varchar(16) not null,
  file_no         int         not null,
  aggregated_rows bigint      not null,
  set_aside_rows  bigint      not null,
  primary key (run_id, dataset, business_year, state_code, file_no)
) character set utf8mb4 collate utf8mb4_bin comment 'rows by file, year and state; every dataset has it, reconciliation counts here';

create table rule_count (
  run_id        char(16)    not null,
  dataset       varchar(40) not null,
  rule_name     varchar(60) not null,
  `partition`   int         not null comment 'in the key so that partitions do not wait for each other',
  affected_rows bigint      not null,
  primary key (run_id, dataset, rule_name, `partition`)
) character set utf8mb4 collate utf8mb4_bin comment 'how often each data rule held';

-- ---------------------------------------------------------------------------------------------------------------------
-- Dimensions: of several source rows for one key the first by (file, line) stays
-- ---------------------------------------------------------------------------------------------------------------------
create table plan (
  run_id                     char(16)     not null,
  business_year              int          not null,
  plan_id                    varchar(40)  not null comment '17 characters: standard component id, dash, variant',
  state_code                 varchar(16)  not null,
  issuer_id                  varchar(16)  not null,
  standard_component_id      varchar(40)  not null comment '14 characters; what rates name',
  product_id                 varchar(40)  not null,
  plan_name                  varchar(400) not null,
  metal_level                varchar(40)  not null,
  plan_type                  varchar(40)  not null,
  market                     varchar(40)  not null,
  coverage                   varchar(16)  not null comment 'Medical, Dental or Unknown',
  csr_variation              varchar(120) not null,
  csr_variant                int          not null comment 'number after the dash of plan_id',
  base_variant               boolean      not null comment 'lowest variant of its standard component in the year',
  network_id                 varchar(40)  not null,
  service_area_id            varchar(40)  not null,
  hsa_eligible               varchar(8)   not null comment 'Yes, No or Unknown',
  new_plan                   varchar(16)  not null comment 'New, Existing or Unknown',
  actuarial_value_bp         int                   comment 'issuer''s actuarial value, else the calculator''s, in basis points',
  deductible_individual_cents bigint comment 'integrated, or medical and drug summed',
  deductible_family_cents bigint,
  deductible_medical_individual_cents bigint,
  deductible_drug_individual_cents bigint,
  deductible_medical_family_cents bigint,
  deductible_drug_family_cents bigint,
  moop_individual_cents bigint comment 'maximum out of pocket; the same rule',
  moop_family_cents bigint,
  moop_medical_individual_cents bigint,
  moop_drug_individual_cents bigint,
  moop_medical_family_cents bigint,
  moop_drug_family_cents bigint,
  effective_date             date,
  expiration_date            date,
  source_rows                bigint       not null comment 'rows of the files with this key',
  source_order               bigint       not null comment 'file number * 2^40 + line of the row that stays; last, because upserts set it last',
  primary key (run_id, business_year, plan_id),
  key plan_component (run_id, business_year, standard_component_id, base_variant),
  key plan_state (run_id, business_year, state_code)
) character set utf8mb4 collate utf8mb4_bin comment 'one row per plan variant';

-- ---------------------------------------------------------------------------------------------------------------------
-- Aggregates of rates: additive, so that order and engine cannot change them
-- ---------------------------------------------------------------------------------------------------------------------
create table rate_by_age (
  run_id             char(16)    not null,
  business_year      int         not null,
  state_code         varchar(16) not null,
  market             varchar(40) not null,
  coverage           varchar(16) not null,
  metal_level        varchar(40) not null,
  age                varchar(24) not null,
  tobacco            varchar(40) not null,
  rates              bigint      not null comment 'rows with a price',
  set_aside          bigint      not null comment 'rows whose individual rate is no price',
  premium_cents      bigint      not null,
  min_cents          bigint      not null comment '9223372036854775807 when there is no price',
  max_cents          bigint      not null comment '-1 when there is no price',
  tobacco_rates      bigint      not null comment 'priced rows that have a tobacco price too',
  tobacco_set_aside  bigint      not null comment 'rows whose tobacco rate is filled but no price',
  tobacco_cents      bigint      not null comment 'sum of the tobacco prices',
  tobacco_base_cents bigint      not null comment 'sum of the individual rates over the same rows',
  primary key (run_id, business_year, state_code, market, coverage, metal_level, age, tobacco)
) character set utf8mb4 collate utf8mb4_bin comment 'every rate row';

create table rate_by_issuer (
  run_id        char(16)    not null,
  business_year int         not null,
  state_code    varchar(16) not null,
  market        varchar(40) not null,
  coverage      varchar(16) not null,
  metal_level   varchar(40) not null,
  issuer_id     varchar(16) not null,
  rates         bigint      not null,
  set_aside     bigint      not null,
  premium_cents bigint      not null,
  min_cents     bigint      not null,
  max_cents     bigint      not null,
  primary key (run_id, business_year, state_code, market, coverage, metal_level, issuer_id)
) character set utf8mb4 collate utf8mb4_bin comment 'every rate row';

create table rate_by_rating_area (
  run_id        char(16)    not null,
  business_year int         not null,
  state_code    varchar(16) not null,
  market        varchar(40) not null,
  coverage      varchar(16) not null,
  metal_level   varchar(40) not null,
  rating_area   varchar(40) not null,
  age           varchar(24) not null,
  rates         bigint      not null,
  set_aside     bigint      not null,
  premium_cents bigint      not null,
  min_cents     bigint      not null,
  max_cents     bigint      not null,
  primary key (run_id, business_year, state_code, market, coverage, metal_level, rating_area, age)
) character set utf8mb4 collate utf8mb4_bin comment 'rate rows at ages 21, 40 and 60';

create table plan_rate (
  run_id                char(16)    not null,
  business_year         int         not null,
  state_code            varchar(16) not null,
  standard_component_id varchar(40) not null,
  rating_area           varchar(40) not null,
  age                   varchar(24) not null,
  rates                 bigint      not null,
  set_aside             bigint      not null,
  premium_cents         bigint      not null,
  min_cents             bigint      not null,
  max_cents             bigint      not null,
  primary key (run_id, business_year, state_code, standard_component_id, rating_area, age)
) character set utf8mb4 collate utf8mb4_bin comment 'rate rows at ages 21, 40 and 60';

create table rate_histogram (
  run_id        char(16)    not null,
  business_year int         not null,
  state_code    varchar(16) not null,
  market        varchar(40) not null,
  coverage      varchar(16) not null,
  metal_level   varchar(40) not null,
  bucket        int         not null comment 'histogram_bucket; -1 holds the rows set aside',
  rates         bigint      not null,
  set_aside     bigint      not null,
  premium_cents bigint      not null,
  min_cents     bigint      not null,
  max_cents     bigint      not null,
  primary key (run_id, business_year, state_code, market, coverage, metal_level, bucket)
) character set utf8mb4 collate utf8mb4_bin comment 'every rate row';

create table histogram_bucket (
  bucket     int    not null,
  from_cents bigint not null comment 'inclusive',
  to_cents   bigint not null comment 'exclusive',
  primary key (bucket)
) character set utf8mb4 collate utf8mb4_bin comment 'logarithmic buckets, 2 % wide: any price of a bucket is within 1 % of its middle';

-- The same rule as HistogramBuckets in common-model; a test compares the two.
insert into histogram_bucket (bucket, from_cents, to_cents)
with recursive bound (bucket, from_cents) as (
  select 0, cast(1 as signed)
  union all
  select bucket + 1, greatest(from_cents + 1, (from_cents * 102) div 100) from bound where from_cents < 1000000000
)
select bucket, from_cents, greatest(from_cents + 1, (from_cents * 102) div 100) from bound;

create table rate_percentile (
  run_id        char(16)    not null,
  business_year int         not null,
  state_code    varchar(16) not null,
  coverage      varchar(16) not null,
  rates         bigint      not null,
  p25_cents     bigint      not null,
  median_cents  bigint      not null,
  p75_cents     bigint      not null,
  primary key (run_id, business_year, state_code, coverage)
) character set utf8mb4 collate utf8mb4_bin comment 'nearest-rank percentiles within 1 %, derived from rate_histogram';

create table rate_percentile_stale (
  run_id        char(16)    not null,
  business_year int         not null,
  state_code    varchar(16) not null,
  coverage      varchar(16) not null,
  primary key (run_id, business_year, state_code, coverage)
) character set utf8mb4 collate utf8mb4_bin comment 'groups of rate_percentile that a transaction changed and nobody has refreshed yet';
