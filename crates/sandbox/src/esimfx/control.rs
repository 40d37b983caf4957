//! What travellers, networks and the supplier's own people do, for tests and the control page to
//! call. The rules are in `lifecycle` and `state`.

use std::sync::atomic::Ordering;

use super::{Delivered, Product, Refusal, Supplier, state::RefundWord};

impl Supplier {
    /// The traveller installed it.
    pub fn install(&self, iccid: &str) {
        self.inner.books().install(iccid);
    }

    /// The traveller's phone meets a network at the destination.
    ///
    /// # Errors
    /// No such eSIM, it is blocked, or no package is left on it.
    pub fn arrive(&self, iccid: &str) -> Result<(), Refusal> {
        let notices = self.inner.books().arrive(iccid, self.inner.clock.now())?;
        self.inner.hooks.announce(notices);
        Ok(())
    }

    /// Uses so many bytes (days, of an unlimited package).
    ///
    /// # Errors
    /// No such eSIM, it is blocked, or no package is left on it.
    pub fn use_data(&self, iccid: &str, amount: u64) -> Result<(), Refusal> {
        let notices = self.inner.books().use_data(
            iccid,
            amount,
            &self.inner.usage_thresholds,
            self.inner.clock.now(),
        )?;
        self.inner.hooks.announce(notices);
        Ok(())
    }

    /// Ends the current package's validity.
    ///
    /// # Errors
    /// No such eSIM, or no package left on it.
    pub fn expire(&self, iccid: &str) -> Result<(), Refusal> {
        let notices = self.inner.books().expire(iccid, self.inner.clock.now())?;
        self.inner.hooks.announce(notices);
        Ok(())
    }

    /// Lets the clock's effects happen now (they also happen whenever it is asked).
    pub fn pass_time(&self) {
        self.inner.pass_time();
    }

    /// An operator at the supplier's ends a package without a word to the reseller.
    ///
    /// # Errors
    /// No such order, or it has ended already.
    pub fn terminate(&self, order_id: &str) -> Result<(), Refusal> {
        self.inner
            .books()
            .terminate(order_id, self.inner.clock.now())
            .map(|_| ())
    }

    /// Gives an eSIM this very status, known or not, until something happens to it.
    pub fn set_status(&self, iccid: &str, status: &'static str) {
        self.inner.books().set_esim(iccid, status);
    }

    /// What `terminate_subscription` says of the refund from now on, whatever the document
    /// promises.
    pub fn set_refund_word(&self, word: RefundWord) {
        self.inner.books().refund_word = word;
    }

    /// Takes a product off the shelf (`false`) or puts it back; whether there is such a product.
    pub fn set_on_sale(&self, product_id: &str, on_sale: bool) -> bool {
        self.change(product_id, |product| product.on_sale = on_sale)
    }

    /// Whether a product may be added to an eSIM; it stays on sale as a new one. Whether there is
    /// such a product.
    pub fn set_tops_up(&self, product_id: &str, tops_up: bool) -> bool {
        self.change(product_id, |product| product.tops_up = tops_up)
    }

    /// Gives a product another price, in US cents; whether there is such a product.
    pub fn set_price_cents(&self, product_id: &str, cents: i64) -> bool {
        self.change(product_id, |product| product.price_cents = cents)
    }

    /// Refuses pages of the catalogue with more products than this.
    pub fn set_page_limit(&self, limit: usize) {
        self.inner.books().page_limit = limit;
    }

    /// What `create_order` tells as the eSIM's access point name from now on; nothing, as in the
    /// document, until then.
    pub fn set_apn(&self, apn: &str) {
        self.inner.books().apn = Some(apn.to_owned());
    }

    /// Shows more of a product than the document does, or shows a field otherwise; whether there is
    /// such a product.
    pub fn show_product_with(
        &self,
        product_id: &str,
        field: &str,
        value: serde_json::Value,
    ) -> bool {
        self.change(product_id, |product| {
            product.shown.insert(field.to_owned(), value);
        })
    }

    fn change(&self, product_id: &str, change: impl FnOnce(&mut Product)) -> bool {
        self.inner
            .books()
            .products
            .get_mut(product_id)
            .map(change)
            .is_some()
    }

    /// Leaves only these products (a small shelf makes a fast test).
    pub fn keep_only(&self, keep: impl Fn(&Product) -> bool) {
        self.inner
            .books()
            .products
            .retain(|_, product| keep(product));
    }

    /// Where its webhooks go from now on.
    pub fn set_webhook_url(&self, url: impl Into<String>) {
        self.inner.hooks.set_url(url.into());
    }

    /// Whether webhooks get lost from now on: what happens is told to nobody.
    pub fn lose_webhooks(&self, lost: bool) {
        self.inner.hooks.lost.store(lost, Ordering::SeqCst);
    }

    /// Every attempt to deliver a webhook, oldest first.
    #[must_use]
    pub fn webhooks_sent(&self) -> Vec<Delivered> {
        self.inner.hooks.attempts()
    }

    /// Sends the last webhook once more, byte for byte; whether there was one.
    pub fn repeat_webhook(&self) -> bool {
        self.inner.hooks.repeat()
    }

    /// Tells the last webhook's fact once more at another time, so in another body; whether there
    /// was one.
    pub fn retell_webhook(&self) -> bool {
        self.inner.hooks.retell()
    }

    /// Posts any body with any token, once; the shop's status, none when nobody answered.
    pub async fn send_webhook(&self, body: impl Into<String>, token: &str) -> Option<u16> {
        self.inner.hooks.post(&body.into(), token).await.flatten()
    }

    /// Waits until every webhook was delivered or given up.
    pub async fn quiet(&self) {
        self.inner.hooks.quiet().await;
    }
}
