-- What happens to an order, what a mail tells and what a job is about are words of one list each, as the code has them.
-- Added without a look at the rows that are there, so that nobody waits: the next migration looks, under a lock that lets others write.
alter table order_events add constraint order_events_event_check check (event in (
    'placed', 'processing', 'paid', 'expired', 'failed', 'ordering', 'delivered', 'price_rose', 'held',
    'released', 'retried', 'noted', 'code_used', 'code_not_first', 'refund_decided', 'refund_ordered',
    'refund_sent', 'refunded', 'refund_failed', 'refund_found', 'refunded_elsewhere', 'refunded_in_dashboard',
    'refunded_twice', 'refund_made_good', 'rest_asked', 'dispute_lost', 'fraud_warning', 'misfit_sent_back',
    'mailed', 'mail_failed', 'resent', 'email_changed', 'link_made', 'link_ended', 'esim_status', 'code_renewed',
    'package_started', 'package_over', 'package_ended', 'package_status', 'start_asked', 'started_by_hand',
    'not_started', 'give_back_asked', 'given_back', 'not_given_back', 'terminated', 'not_terminated',
    'withdrawal_stated', 'withdrawal_carried_out', 'withdrawal_stopped', 'test_ended', 'forgotten'
)) not valid;

alter table mails add constraint mails_kind_check check (kind in (
    'delivered', 'received', 'refunded', 'payment_delayed', 'payment_failed', 'address_changed', 'withdrawal',
    'not_given_back', 'live', 'running_low_50', 'running_low_80', 'running_low_90', 'ended', 'start_by_14',
    'start_by_3', 'start_by_1', 'sign_in', 'desk_sign_in', 'alert', 'weekly'
)) not valid;

alter table jobs add constraint jobs_kind_check check (kind in (
    'order', 'line', 'stripe_event', 'read_page', 'stray_refund', 'refunds', 'supplier_event', 'mail',
    'terminate', 'cancel', 'start', 'withdraw', 'fee', 'remind', 'sync_catalogue', 'reconcile', 'clean_up',
    'watch', 'alert_posts'
)) not valid;
