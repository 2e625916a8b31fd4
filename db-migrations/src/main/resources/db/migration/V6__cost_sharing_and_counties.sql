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
