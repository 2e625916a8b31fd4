-- What the views need to answer within 200 ms at full size.

-- All that charts ask of plans without their cost-sharing variants, so that 25,000 short index rows are read and no wide ones.
create index plan_base on plan (run_id, business_year, base_variant, state_code, standard_component_id, coverage, market, metal_level,
  plan_type, issuer_id, network_id, service_area_id, actuarial_value_bp, deductible_individual_cents, moop_individual_cents);

-- Duplicates are few: v_data_rules finds them without reading all plans.
create index plan_duplicate on plan (source_rows, run_id);

create index rejected_row_file on rejected_row (run_id, file_no);
