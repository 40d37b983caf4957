-- One order may hold several plans: up to 9 of each, and 36 eSIMs in all.
alter table lines drop constraint lines_position_check;
alter table lines add constraint lines_position_check check (position between 1 and 36);

comment on column ops.order_lines.position is '1 to 36 within the order.';
comment on column ops.order_timeline.position is '1 to 36 within the order; null for the whole order.';
