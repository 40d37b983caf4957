# Planted bugs that need no rebuild, one a line: each is run on every database of tests/faults/structure*.rs, and a test must turn red.
# Guards.
drop trigger guard_orders on orders
drop trigger guard_new_orders on orders
drop trigger guard_lines on lines
drop trigger guard_supplier_calls on supplier_calls
drop trigger guard_test_calls on supplier_calls
drop trigger guard_captures on captures
drop trigger guard_order_events on order_events
drop trigger guard_refunds on refunds
drop trigger guard_test_refunds on refunds
drop trigger guard_cancellations on cancellations
drop trigger guard_promises on cancellations
drop trigger guard_test_cancellations on cancellations
drop trigger guard_holds on holds
drop trigger guard_refund_bookings on refund_bookings
drop trigger guard_audit on audit
drop trigger guard_line_costs on line_costs
drop trigger guard_supplier_orders on supplier_orders
drop trigger guard_consents on consents
drop trigger guard_order_taxes on order_taxes
drop trigger guard_invoices on invoices
drop trigger guard_credit_notes on refunds
drop trigger guard_discount_codes on discount_codes
drop trigger guard_line_discounts on lines
drop trigger guard_code_uses on code_uses
drop trigger guard_discounts on code_uses
drop trigger guard_given on lines
drop trigger guard_staff on staff
drop trigger guard_price_versions on price_versions
drop trigger guard_partner_orders on partner_orders
create or replace function held(the_order uuid, the_line uuid) returns boolean language sql stable as $$ select false $$
create or replace function held(the_order uuid, the_line uuid) returns boolean language sql stable as $$ select exists (select from holds where order_id = the_order and line_id = the_line and ended_at is null) $$
# Foreign keys.
alter table supplier_calls drop constraint supplier_calls_order_id_fkey
alter table supplier_calls drop constraint supplier_calls_line_id_idempotency_key_fkey
alter table supplier_calls drop constraint supplier_calls_line_id_order_id_fkey
alter table captures drop constraint captures_order_id_amount_minor_currency_livemode_fkey
alter table captures drop constraint captures_order_id_session_id_fkey
alter table captures drop constraint captures_event_id_livemode_fkey
alter table esims drop constraint esims_line_id_outcome_fkey
alter table refunds drop constraint refunds_order_id_fkey
alter table refunds drop constraint refunds_line_id_order_id_fkey
alter table refunds drop constraint refunds_line_id_outcome_fkey
alter table lines drop constraint lines_target_iccid_fkey
alter table supplier_orders drop constraint supplier_orders_order_id_fkey
alter table supplier_orders drop constraint supplier_orders_line_id_order_id_fkey
alter table cancellations drop constraint cancellations_order_id_fkey
alter table cancellations drop constraint cancellations_supplier_order_id_fkey
alter table holds drop constraint holds_line_id_order_id_fkey
# Keys and unique indexes.
alter table captures drop constraint captures_pkey cascade
alter table captures drop constraint captures_payment_intent_id_key
alter table captures drop constraint captures_session_id_key
alter table lines drop constraint lines_idempotency_key_key
alter table esims drop constraint esims_iccid_key cascade
alter table esims drop constraint esims_line_id_key
alter table refunds drop constraint refunds_idempotency_key_key
alter table refunds drop constraint refunds_stripe_refund_id_key
alter table cancellations drop constraint cancellations_pkey
alter table line_costs drop constraint line_costs_pkey
alter table order_taxes drop constraint order_taxes_pkey
alter table invoices drop constraint invoices_pkey cascade
alter table price_versions drop constraint price_versions_pkey
alter table partner_orders drop constraint partner_orders_pkey
alter table orders drop constraint orders_order_number_key
drop index one_payable_session
drop index one_page_per_wish
drop index one_supplier_order_per_line
drop index one_open_hold_per_reason
drop index one_unsettled_refund_per_line
drop index one_invoice_an_order
# Checks.
alter table orders drop constraint orders_check
alter table orders drop constraint orders_check1
alter table lines drop constraint lines_check
alter table lines drop constraint lines_check1
alter table lines drop constraint lines_check2
alter table lines drop constraint lines_check3
alter table refunds drop constraint refunds_amount_minor_check
alter table refunds drop constraint refunds_check
alter table refunds drop constraint refunds_of_no_line
alter table refunds drop constraint refunds_without_key
alter table cancellations drop constraint cancellations_refund_minor_check
alter table cancellations drop constraint cancellations_fee_minor_check
alter table cancellations drop constraint cancellations_check
alter table cancellations drop constraint cancellations_check1
alter table holds drop constraint holds_check
alter table holds drop constraint holds_reason_check
alter table line_costs drop constraint line_costs_check
alter table line_costs drop constraint line_costs_check1
alter table order_events drop constraint order_events_actor_check
alter table invoices drop constraint invoices_check
alter table invoices drop constraint invoices_check1
alter table staff drop constraint staff_check
alter table price_versions drop constraint price_versions_check
alter table partner_orders drop constraint partner_orders_via_check
# Guards that stand and refuse nothing: a shop whose guard is dropped does not even start.
create or replace function guard_orders() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_new_orders() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_lines() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_supplier_calls() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_refunds() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_append_only() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_order_events() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_cancellations() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_promises() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_holds() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_supplier_orders() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_line_costs() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_test_orders() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_refund_bookings() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_audit() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_consents() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_order_taxes() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_invoices() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function credit_refund() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_discount_codes() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_line_discounts() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_code_uses() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_discounts() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_staff() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
create or replace function guard_price_versions() returns trigger language plpgsql as $$ begin return coalesce(new, old); end $$
