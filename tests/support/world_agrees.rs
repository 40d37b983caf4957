//! Whether the sandbox and the books of a shop say the same, looked at when a shop closes.

use super::*;

impl Shop {
    /// The outside world against our books: each eSIM sold is somebody's, or ended; each payment is
    /// delivered or sent back.
    pub async fn world_agrees(&self) {
        let mut keys = std::collections::HashSet::new();
        for order in self.sandbox.supplier.orders() {
            assert!(
                keys.insert(order.idempotency_key.clone()),
                "two orders under one key"
            );
            let row: Option<(String, String, bool)> = sqlx::query_as(
                "select o.payment_state, l.state, l.supplier_unknown from lines l
                 join orders o on o.id = l.order_id where l.idempotency_key = $1::uuid",
            )
            .bind(&order.idempotency_key)
            .fetch_optional(&self.app.db)
            .await
            .unwrap();
            let (payment, line, unknown) =
                row.expect("the supplier sold under a key that is nobody's");
            assert_eq!(
                payment, "paid",
                "the supplier sold for an order that is not paid"
            );
            let ended = format!("{:?}", order.status) == "Terminated";
            assert!(
                line == "delivered" || ended || unknown,
                "sold, but neither delivered nor ended: line {line}"
            );
            assert!(line != "cancelled" || ended, "given back, but not ended");
        }
        for charge in self
            .sandbox
            .stripe
            .charges()
            .iter()
            .filter(|c| c["paid"] == true)
        {
            let intent = charge["payment_intent"].as_str().unwrap();
            let captured: Option<i64> = sqlx::query_scalar(
                "select amount_minor from captures where payment_intent_id = $1",
            )
            .bind(intent)
            .fetch_optional(&self.app.db)
            .await
            .unwrap();
            let held: i64 = sqlx::query_scalar("select count(*) from holds where ended_at is null")
                .fetch_one(&self.app.db)
                .await
                .unwrap();
            assert!(
                captured.is_some() || held > 0,
                "Stripe has money that our books do not know"
            );
            let back = charge["amount_refunded"].as_i64().unwrap();
            let worth: i64 = sqlx::query_scalar(
                // Of what was given back, the fee is kept.
                "select coalesce(sum(case l.state when 'delivered' then l.price_minor
                     else n.fee_minor end), 0)::bigint
                 from lines l join captures c on c.order_id = l.order_id left
                 join cancellations n on n.line_id = l.id
                 where c.payment_intent_id = $1 and l.state in ('delivered', 'cancelled')",
            )
            .bind(intent)
            .fetch_one(&self.app.db)
            .await
            .unwrap();
            let pending: i64 = sqlx::query_scalar(
                "select coalesce(sum(r.amount_minor), 0)::bigint from refunds r
                 join captures c on c.order_id = r.order_id
                 where c.payment_intent_id = $1 and r.state in ('pending', 'failed')",
            )
            .bind(intent)
            .fetch_one(&self.app.db)
            .await
            .unwrap();
            if held == 0 && captured.is_some() {
                assert!(
                    back + worth + pending >= captured.unwrap_or(0),
                    "paid {captured:?}, delivered {worth}, sent back {back}"
                );
            }
        }
    }

    pub fn nothing_leaked(&self) {
        let mut canaries: Vec<String> = self
            .sandbox
            .supplier
            .esims()
            .into_iter()
            .map(|e| e.esim_qr)
            .collect();
        canaries.extend(
            canaries
                .clone()
                .iter()
                .filter_map(|code| code.rsplit('$').next().map(str::to_owned)),
        );
        canaries.push(self.app.config.esimfx.client_key.expose_secret().to_owned());
        canaries.push(self.app.config.stripe.secret_key.expose_secret().to_owned());
        canaries.extend(
            self.app
                .config
                .stripe
                .webhook_secrets
                .iter()
                .map(|s| s.expose_secret().to_owned()),
        );
        canaries.extend(
            self.app
                .config
                .esimfx
                .webhook_tokens
                .iter()
                .map(|s| s.expose_secret().to_owned()),
        );
        canaries.push(BUYER.to_owned());
        canaries.extend(self.sandbox.supplier.esims().into_iter().map(|e| e.iccid));
        logs::assert_without(&canaries);
    }
}
