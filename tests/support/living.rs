//! Life with an eSIM: what a traveller has bought, adds, gives back; what the supplier then has,
//! and what went back to the card.

use chrono::TimeDelta;
use domain::money::Money;
use esim_storefront::db::order_pages::{self, OwnedEsim};
use esim_storefront::db::packages::{self, OwnedPackage};
use esim_storefront::flows::checkout::CheckoutError;
use esim_storefront::flows::{topup, usage};
use sandbox::esimfx::Order;

use super::browser::Answer;
use super::{BUYER, Bought, Browser, PLAN, Shop};

/// What most tests add.
pub const TOPUP: &str = "esimfx_1G_7D_JP";

/// That, in cents.
pub const TOPUP_PRICE: i64 = 330;

/// A traveller with her eSIM.
pub struct Sold {
    pub shop: Shop,
    pub sarah: Browser,
    pub bought: Bought,
    pub iccid: String,
}

impl Sold {
    /// One eSIM, delivered and told of.
    pub async fn one() -> Self {
        Self::with("").await
    }

    /// The same with more of `shop.toml`.
    pub async fn with(more_toml: &str) -> Self {
        let shop = Shop::open_with(more_toml).await;
        let mut sarah = shop.browser();
        let bought = shop.buy(&mut sarah, PLAN, 1).await;
        shop.settle().await;
        let iccid = shop.sandbox.supplier.esims()[0].iccid.clone();
        Self {
            shop,
            sarah,
            bought,
            iccid,
        }
    }

    /// The page on which the package of an order is given back.
    pub async fn give_back_path(&self, order_id: &str) -> String {
        let line = self
            .shop
            .package_of(&self.iccid, order_id)
            .await
            .line
            .unwrap();
        format!(
            "/my-esims/{}/packages/{}/give-back",
            self.shop.owned(&self.iccid).await.esim.id,
            line.id
        )
    }

    /// Presses "give it back" on the page of what was bought with the eSIM, as it promised `back`
    /// cents.
    pub async fn press_give_back(&mut self, back: i64) -> Answer {
        let path = self.give_back_path(&self.bought.order_id.clone()).await;
        self.sarah
            .post(&path, &[("back_minor", &back.to_string())])
            .await
    }

    /// What Stripe knows the payment as.
    pub fn payment(&self) -> String {
        self.shop.session(&self.bought.session_id)["payment_intent"]
            .as_str()
            .unwrap()
            .to_owned()
    }
}

impl Shop {
    /// An eSIM of ours.
    pub async fn owned(&self, iccid: &str) -> OwnedEsim {
        let id = sqlx::query_scalar("select id from esims where iccid = $1")
            .bind(iccid)
            .fetch_one(&self.app.db)
            .await
            .unwrap();
        order_pages::esim_by_id(&self.app.db, id)
            .await
            .unwrap()
            .unwrap()
    }

    /// What a product costs as a top-up now.
    pub async fn topup_price(&self, iccid: &str, product_id: &str) -> Money {
        let offers = topup::offers(&self.app, &self.owned(iccid).await)
            .await
            .unwrap();
        offers
            .iter()
            .find(|plan| plan.product.id == product_id)
            .unwrap()
            .price
    }

    /// Presses "pay" on a top-up page that showed this price.
    pub async fn wish_for_topup(
        &self,
        iccid: &str,
        product_id: &str,
        shown: Money,
    ) -> Result<Bought, CheckoutError> {
        let esim = self.owned(iccid).await;
        let wish = topup::TopupRequest {
            esim: &esim,
            owner: true,
            product_id,
            shown,
            buyer_hash: [7; 32],
            locale: "en",
        };
        let address = topup::check_out(&self.app, &wish).await?;
        let session_id = address.rsplit('/').next().unwrap().to_owned();
        let session = self.session(&session_id);
        let page = session["success_url"]
            .as_str()
            .unwrap()
            .strip_prefix(&self.url)
            .unwrap()
            .to_owned();
        Ok(Bought {
            order_id: session["client_reference_id"].as_str().unwrap().to_owned(),
            session_id,
            page,
        })
    }

    /// A top-up as far as Stripe's page, not paid yet.
    pub async fn begin_topup(&self, iccid: &str) -> Bought {
        let shown = self.topup_price(iccid, TOPUP).await;
        self.wish_for_topup(iccid, TOPUP, shown).await.unwrap()
    }

    /// A top-up, paid.
    pub async fn top_up(&self, iccid: &str) -> Bought {
        let bought = self.begin_topup(iccid).await;
        self.sandbox.stripe.pay(&bought.session_id, BUYER).unwrap();
        bought
    }

    /// What the supplier sold as top-ups.
    pub fn topups_sold(&self) -> Vec<Order> {
        self.sandbox
            .supplier
            .orders()
            .into_iter()
            .filter(|order| order.operation == "TOPUP")
            .collect()
    }

    /// The packages on an eSIM as we know them, read from the supplier first.
    pub async fn packages(&self, iccid: &str) -> Vec<OwnedPackage> {
        usage::read(&self.app, iccid).await.unwrap();
        self.known_packages(iccid).await
    }

    /// The packages on an eSIM as we know them.
    pub async fn known_packages(&self, iccid: &str) -> Vec<OwnedPackage> {
        packages::of_esim(&self.app.db, iccid).await.unwrap()
    }

    /// The one package of this order on an eSIM.
    pub async fn package_of(&self, iccid: &str, order_id: &str) -> OwnedPackage {
        let all = self.known_packages(iccid).await;
        all.into_iter()
            .find(|p| {
                p.line
                    .as_ref()
                    .is_some_and(|l| l.order_id.to_string() == order_id)
            })
            .unwrap()
    }

    /// Cents that Stripe sent back, over all refunds that stand.
    pub fn sent_back(&self) -> Vec<i64> {
        let refunds = self.sandbox.stripe.refunds();
        let live = refunds
            .iter()
            .filter(|r| !["failed", "canceled"].contains(&r["status"].as_str().unwrap()));
        live.map(|r| r["amount"].as_i64().unwrap()).collect()
    }

    /// Every mail of a kind that was queued: how many.
    pub async fn mails_of(&self, kind: &str) -> i64 {
        sqlx::query_scalar("select count(*) from mails where kind = $1")
            .bind(kind)
            .fetch_one(&self.app.db)
            .await
            .unwrap()
    }

    /// Longer than any clock runs.
    pub async fn rest_long(&self) {
        self.rest(TimeDelta::hours(3)).await;
    }
}
