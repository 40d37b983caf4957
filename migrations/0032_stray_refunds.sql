-- A refund of a payment without an order follows the same rule as any other: after a failure of Stripe's own, a new key only when two looks at
-- its list, five minutes apart, have shown nothing.
alter table stray_payments
    add column refund_failure text,
    add column refund_seen_empty_at timestamptz;
