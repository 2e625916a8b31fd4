-- Least privilege: each account gets what its program does and nothing else. The accounts themselves, with their
-- passwords, are made by whoever runs the server (see docs/operating.md).

grant select, insert, update, delete on run              to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on run_owner        to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on source_file      to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on source_file_year to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on slice            to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on plan_source      to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on serving_run      to '${ingest_user}'@'${user_host}';
-- delete: a repair removes a position that lies outside its log, and the consumer begins at the log's beginning again
grant select, delete                 on consumer_position to '${ingest_user}'@'${user_host}';
-- ingest-app reads what is applied to decide completion, and deletes the rows of runs that are no longer kept
grant select, delete on source_watermark      to '${ingest_user}'@'${user_host}';
grant select, delete on rejected_row          to '${ingest_user}'@'${user_host}';
grant select, delete on dead_letter           to '${ingest_user}'@'${user_host}';
grant select, delete on dataset_total         to '${ingest_user}'@'${user_host}';
grant select, delete on rule_count            to '${ingest_user}'@'${user_host}';
grant select, delete on plan                  to '${ingest_user}'@'${user_host}';
grant select, delete on rate_by_age           to '${ingest_user}'@'${user_host}';
grant select, delete on rate_by_issuer        to '${ingest_user}'@'${user_host}';
grant select, delete on rate_by_rating_area   to '${ingest_user}'@'${user_host}';
grant select, delete on plan_rate             to '${ingest_user}'@'${user_host}';
grant select, delete on rate_histogram        to '${ingest_user}'@'${user_host}';
grant select, delete on rate_percentile       to '${ingest_user}'@'${user_host}';
grant select, delete on rate_percentile_stale to '${ingest_user}'@'${user_host}';
grant select on v_reconciliation to '${ingest_user}'@'${user_host}';
grant select on v_run_progress   to '${ingest_user}'@'${user_host}';
grant select on v_serving        to '${ingest_user}'@'${user_host}';
grant select on v_rejected_rows  to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on BATCH_JOB_INSTANCE           to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on BATCH_JOB_EXECUTION          to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on BATCH_JOB_EXECUTION_PARAMS   to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on BATCH_JOB_EXECUTION_CONTEXT  to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on BATCH_STEP_EXECUTION         to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on BATCH_STEP_EXECUTION_CONTEXT to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on BATCH_JOB_INSTANCE_SEQ       to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on BATCH_JOB_EXECUTION_SEQ      to '${ingest_user}'@'${user_host}';
grant select, insert, update, delete on BATCH_STEP_EXECUTION_SEQ     to '${ingest_user}'@'${user_host}';

grant select on run                                      to '${consumer_user}'@'${user_host}';
grant select on source_file                              to '${consumer_user}'@'${user_host}';
grant select on slice                                    to '${consumer_user}'@'${user_host}';
grant select on serving_run                              to '${consumer_user}'@'${user_host}';
grant select on histogram_bucket                         to '${consumer_user}'@'${user_host}';
grant select, insert, update on consumer_position        to '${consumer_user}'@'${user_host}';
grant select, insert, update on source_watermark         to '${consumer_user}'@'${user_host}';
grant select, insert, update on rejected_row             to '${consumer_user}'@'${user_host}';
grant select, insert, update on dead_letter              to '${consumer_user}'@'${user_host}';
grant select, insert, update on dataset_total            to '${consumer_user}'@'${user_host}';
grant select, insert, update on rule_count               to '${consumer_user}'@'${user_host}';
grant select, insert, update on plan                     to '${consumer_user}'@'${user_host}';
grant select, insert, update on rate_by_age              to '${consumer_user}'@'${user_host}';
grant select, insert, update on rate_by_issuer           to '${consumer_user}'@'${user_host}';
grant select, insert, update on rate_by_rating_area      to '${consumer_user}'@'${user_host}';
grant select, insert, update on plan_rate                to '${consumer_user}'@'${user_host}';
grant select, insert, update on rate_histogram           to '${consumer_user}'@'${user_host}';
grant select, insert, update on plan_premium             to '${consumer_user}'@'${user_host}';
grant select, insert, update on benefit_by_metal         to '${consumer_user}'@'${user_host}';
grant select, insert, update on plan_benefit             to '${consumer_user}'@'${user_host}';
grant select, insert, update on benefit_name             to '${consumer_user}'@'${user_host}';
grant select, insert, update on network                  to '${consumer_user}'@'${user_host}';
grant select, insert, update on service_area             to '${consumer_user}'@'${user_host}';
grant select, insert, update on service_area_county      to '${consumer_user}'@'${user_host}';
grant select, insert, update on business_rule            to '${consumer_user}'@'${user_host}';
grant select, insert, update on crosswalk_by_metal       to '${consumer_user}'@'${user_host}';
grant select, insert, update on crosswalk_plan           to '${consumer_user}'@'${user_host}';
-- delete: the consumer removes what is older than it keeps
grant select, insert, update, delete on flow             to '${consumer_user}'@'${user_host}';
grant select on data_rule                                to '${consumer_user}'@'${user_host}';
grant select, insert, update, delete on rate_percentile       to '${consumer_user}'@'${user_host}';
grant select, insert, update, delete on rate_percentile_stale to '${consumer_user}'@'${user_host}';

grant select on v_serving                to '${reader_user}'@'${user_host}';
grant select on v_premium                to '${reader_user}'@'${user_host}';
grant select on v_premium_by_state       to '${reader_user}'@'${user_host}';
grant select on v_premium_distribution   to '${reader_user}'@'${user_host}';
grant select on v_premium_by_age         to '${reader_user}'@'${user_host}';
grant select on v_premium_by_rating_area to '${reader_user}'@'${user_host}';
grant select on v_premium_by_issuer      to '${reader_user}'@'${user_host}';
grant select on v_plan_rate              to '${reader_user}'@'${user_host}';
grant select on v_plan                   to '${reader_user}'@'${user_host}';
grant select on v_reconciliation         to '${reader_user}'@'${user_host}';
grant select on v_run_progress           to '${reader_user}'@'${user_host}';
grant select on v_rejected_rows          to '${reader_user}'@'${user_host}';
grant select on v_data_rules             to '${reader_user}'@'${user_host}';
