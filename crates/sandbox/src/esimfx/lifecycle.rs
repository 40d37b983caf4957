//! What happens to an eSIM after it was sold: it arrives, uses data, runs out; time passes. Pure;
//! tells what to announce.

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::state::{Books, Esim, Order, Refusal, SubscriptionStatus, codes, refuse, stamp};

/// Something the supplier's webhook would tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// `DATA_USAGE`, `ACTIVATION` or `EXPIRATION`.
    pub event: &'static str,
    pub iccid: String,
    pub order_id: String,
    /// Percent, for `DATA_USAGE`.
    pub threshold: Option<u64>,
    subscription: Value,
}

impl Notice {
    fn of(event: &'static str, order: &Order, threshold: Option<u64>) -> Self {
        Self {
            event,
            iccid: order.iccid.clone(),
            order_id: order.id.clone(),
            threshold,
            subscription: order.subscription(true),
        }
    }

    /// The POST's body. The document names no field but `iccid` and `order_id`.
    pub fn to_json(&self, now: DateTime<Utc>) -> Value {
        let mut body = json!({
            "event_type": self.event, "iccid": self.iccid, "order_id": self.order_id,
            "subscription": self.subscription, "event_time": stamp(now),
        });
        if let Some(threshold) = self.threshold {
            body["threshold"] = json!(threshold);
        }
        body
    }
}

/// How long an eSIM stays expired before it is blocked for good.
const BLOCKED_AFTER_DAYS: i64 = 60;

impl Books {
    /// The package that is used now, or would be next.
    fn current(&mut self, iccid: &str) -> Option<&mut Order> {
        let live = |status| {
            self.orders
                .iter()
                .position(|order| order.iccid == iccid && order.status == status)
        };
        let place =
            live(SubscriptionStatus::Active).or_else(|| live(SubscriptionStatus::Pending))?;
        self.orders.get_mut(place)
    }

    /// The eSIM meets a network at its destination: its package becomes active.
    pub fn arrive(&mut self, iccid: &str, now: DateTime<Utc>) -> Result<Vec<Notice>, Refusal> {
        if self.esim(iccid)?.blocked() {
            return refuse(codes::NOT_ELIGIBLE, "this esim is blocked");
        }
        let Some(order) = self.current(iccid) else {
            return refuse(codes::NOT_ELIGIBLE, "no package left on this esim");
        };
        let mut notices = Vec::new();
        if order.status == SubscriptionStatus::Pending {
            order.status = SubscriptionStatus::Active;
            order.activated = Some(now);
            notices.push(Notice::of("ACTIVATION", order, None));
        }
        // Only an installed one meets a network.
        self.change_esim(iccid, |esim| {
            (esim.installed, esim.status) = (true, "ACTIVE")
        });
        Ok(notices)
    }

    /// Uses `amount` bytes (days, of an unlimited package). What one package lacks, the next in
    /// line gives.
    pub fn use_data(
        &mut self,
        iccid: &str,
        amount: u64,
        thresholds: &[u64],
        now: DateTime<Utc>,
    ) -> Result<Vec<Notice>, Refusal> {
        let mut notices = self.arrive(iccid, now)?;
        let mut left = amount;
        while left > 0 {
            let Some(order) = self.current(iccid) else {
                break;
            };
            if order.status == SubscriptionStatus::Pending {
                notices.extend(self.arrive(iccid, now)?);
                continue;
            }
            let limit = order.product.upper_limit();
            let step = left.min(limit - order.used);
            order.used += step;
            left -= step;
            for threshold in thresholds
                .iter()
                .filter(|percent| order.used * 100 >= limit * **percent)
            {
                if !order.told.contains(threshold) {
                    order.told.push(*threshold);
                    notices.push(Notice::of("DATA_USAGE", order, Some(*threshold)));
                }
            }
            if order.used >= limit {
                notices.push(end(order, now));
            }
        }
        self.settle(iccid);
        Ok(notices)
    }

    /// The current package's time is up.
    pub fn expire(&mut self, iccid: &str, now: DateTime<Utc>) -> Result<Vec<Notice>, Refusal> {
        self.esim(iccid)?;
        let Some(order) = self.current(iccid) else {
            return refuse(codes::NOT_ELIGIBLE, "no package left on this esim");
        };
        let notice = end(order, now);
        self.settle(iccid);
        Ok(vec![notice])
    }

    /// What the clock does by itself: packages start on their sixtieth day at the latest, and run
    /// out.
    pub fn pass_time(&mut self, now: DateTime<Utc>) -> Vec<Notice> {
        let mut notices = Vec::new();
        let mut touched = Vec::new();
        for order in &mut self.orders {
            if order.status == SubscriptionStatus::Pending
                && now >= order.created + Duration::days(60)
            {
                order.status = SubscriptionStatus::Active;
                order.activated = Some(order.created + Duration::days(60));
                notices.push(Notice::of("ACTIVATION", order, None));
                touched.push(order.iccid.clone());
            }
            if order.status == SubscriptionStatus::Active && now >= order.expiry() {
                let at = order.expiry();
                notices.push(end(order, at));
                touched.push(order.iccid.clone());
            }
        }
        for iccid in touched {
            self.settle(&iccid);
        }
        self.block_the_old(now);
        notices
    }

    /// The traveller put it on a phone. One that is in use already stays in use.
    pub fn install(&mut self, iccid: &str) {
        self.change_esim(iccid, |esim| {
            esim.installed = true;
            if esim.status == "PROVISIONED" {
                esim.status = "Installed";
            }
        });
    }

    /// A new package makes an expired eSIM usable again: it is where it was before its first use.
    pub fn revive(&mut self, iccid: &str) {
        self.change_esim(iccid, |esim| {
            if esim.status == "EXPIRED" {
                esim.status = if esim.installed {
                    "Installed"
                } else {
                    "PROVISIONED"
                };
            }
        });
    }

    /// Gives an eSIM this status.
    pub fn set_esim(&mut self, iccid: &str, status: &'static str) {
        self.change_esim(iccid, |esim| esim.status = status);
    }

    fn change_esim(&mut self, iccid: &str, change: impl FnOnce(&mut Esim)) {
        if let Some(esim) = self.esims.get_mut(iccid) {
            change(esim);
        }
    }

    /// The eSIM's own status follows from its packages'. While an add-on waits, an eSIM whose
    /// package ended stays as it is.
    pub fn settle(&mut self, iccid: &str) {
        let mut mine = self
            .orders
            .iter()
            .filter(|order| order.iccid == iccid)
            .map(|order| order.status)
            .collect::<Vec<_>>();
        mine.retain(|status| *status != SubscriptionStatus::Terminated);
        if mine.contains(&SubscriptionStatus::Active) {
            self.set_esim(iccid, "ACTIVE");
        } else if !mine.is_empty()
            && mine
                .iter()
                .all(|status| *status == SubscriptionStatus::Expired)
        {
            self.set_esim(iccid, "EXPIRED");
        }
    }

    /// An eSIM that stayed expired for sixty days is blocked for good.
    fn block_the_old(&mut self, now: DateTime<Utc>) {
        for esim in self
            .esims
            .values_mut()
            .filter(|esim| esim.status == "EXPIRED")
        {
            let ends = self
                .orders
                .iter()
                .filter(|order| order.iccid == esim.iccid)
                .map(Order::expiry);
            if ends
                .max()
                .is_some_and(|end| now >= end + Duration::days(BLOCKED_AFTER_DAYS))
            {
                esim.status = "BLOCKED";
            }
        }
    }
}

fn end(order: &mut Order, at: DateTime<Utc>) -> Notice {
    order.status = SubscriptionStatus::Expired;
    order.ended = Some(at);
    Notice::of("EXPIRATION", order, None)
}
