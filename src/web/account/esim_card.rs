//! How an eSIM is shown to its owner, on the order's page and on its own: the way that works on
//! this device first, the others below.

use crate::config::Config;
use crate::db::order_pages::Esim;
use crate::web::http::device::Device;
use domain::esim::ActivationCode;
use domain::product::Product;

/// A link that opens the phone's installer.
#[derive(Debug, PartialEq, Eq)]
pub struct OneTap {
    /// Carries the activation code, so it stands on its owner's page only.
    pub href: String,
    /// On the button: the key of its words.
    pub label: &'static str,
    /// Below it: the key of its words.
    pub hint: &'static str,
}

/// An eSIM and how to install it.
#[derive(Debug)]
pub struct EsimCard<'a> {
    /// The eSIM.
    pub esim: &'a Esim,
    /// Its code; none while the supplier is asked for it again.
    pub code: Option<ActivationCode>,
    /// As the traveller bought it, in the page's language.
    pub plan_name: &'a str,
    /// `eSIM 2 of 3`; none when there is only one.
    pub number: Option<String>,
    /// Who travels with it, as its owner calls them.
    pub traveller: Option<&'a str>,
    /// Whether its order holds other plans, too.
    pub beside_others: bool,
    /// Where its owner hands it over; none for who is not its owner.
    pub hand_over: Option<String>,
    /// Our own route to its QR code.
    pub qr_url: String,
    /// To be set by hand, if the plan needs one.
    pub apn: Option<&'a str>,
    /// What is looking.
    pub device: Device,
}

/// The APN of this very eSIM, as the supplier told it with the sale; else what the owner of the
/// shop states for its product.
#[must_use]
pub fn apn<'a>(config: &'a Config, esim: &'a Esim, product: Option<&Product>) -> Option<&'a str> {
    esim.apn
        .as_deref()
        .or_else(|| product.and_then(|p| config.shop.apn(&p.id, &p.coverage)))
}

impl EsimCard<'_> {
    /// Whether the page is on a phone, where the QR code cannot be scanned.
    #[must_use]
    pub fn on_phone(&self) -> bool {
        self.device != Device::Other
    }

    /// Whether its codes have to be typed here, so that they stand open.
    #[must_use]
    pub fn to_type(&self) -> bool {
        self.device == Device::IphoneOld
    }

    /// Whether it is shown inside another app, where no phone installs.
    #[must_use]
    pub fn in_app(&self) -> bool {
        matches!(
            self.device,
            Device::IphoneElsewhere | Device::AndroidElsewhere
        )
    }

    /// What to do first: the key of its words.
    #[must_use]
    pub fn first(&self) -> &'static str {
        match self.device {
            Device::IphoneSafari | Device::Android => "card-first-phone",
            Device::IphoneElsewhere => "card-first-iphone-elsewhere",
            Device::AndroidElsewhere => "card-first-android-elsewhere",
            Device::IphoneOld => "card-first-iphone-old",
            Device::Other => "card-first-other",
        }
    }

    /// The link for this device, where it works.
    #[must_use]
    pub fn one_tap(&self) -> Option<OneTap> {
        let code = self.code.as_ref()?;
        match self.device {
            Device::IphoneSafari => Some(OneTap {
                href: code.apple_link(),
                label: "card-tap-iphone",
                hint: "card-tap-iphone-hint",
            }),
            Device::Android => Some(OneTap {
                href: code.android_link(),
                label: "card-tap-android",
                hint: "card-tap-android-hint",
            }),
            _ => None,
        }
    }

    /// Under the QR code: the key of its words.
    #[must_use]
    pub fn qr_hint(&self) -> &'static str {
        if self.device.is_iphone() {
            "card-qr-iphone"
        } else if self.on_phone() {
            "card-qr-phone"
        } else {
            "card-qr-other"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::esim::Iccid;
    use domain::sealed::Sealed;

    const CODE: &str = "LPA:1$rsp.truphone.com$JQ-2D51JC-XXXXXX";

    fn card(esim: &Esim, device: Device) -> EsimCard<'_> {
        EsimCard {
            esim,
            code: ActivationCode::parse(CODE).ok(),
            plan_name: "Japan",
            number: None,
            traveller: None,
            beside_others: false,
            hand_over: None,
            qr_url: "/qr.png".into(),
            apn: None,
            device,
        }
    }

    #[test]
    fn one_tap_is_offered_only_where_it_works() {
        let esim = Esim {
            id: uuid::Uuid::nil(),
            iccid: Iccid::parse("8944500102198304826").unwrap(),
            code: Sealed::read(CODE.to_owned()),
            status: None,
            traveller: None,
            apn: None,
        };
        let link = |device| card(&esim, device).one_tap().map(|tap| tap.href);
        assert!(
            link(Device::IphoneSafari)
                .unwrap()
                .starts_with("https://esimsetup.apple.com/")
        );
        assert!(
            link(Device::Android)
                .unwrap()
                .starts_with("https://esimsetup.android.com/")
        );
        for device in [
            Device::IphoneElsewhere,
            Device::IphoneOld,
            Device::AndroidElsewhere,
            Device::Other,
        ] {
            assert_eq!(link(device), None);
        }
        assert!(
            card(&esim, Device::IphoneElsewhere)
                .first()
                .contains("iphone-elsewhere")
        );
    }
}
