//! How an eSIM is shown to its owner, on the order's page and on its own: the way that works on this device first, the others below.

use chrono::{DateTime, Utc};

use super::device::Device;
use crate::config::Config;
use crate::db::order_pages::Esim;
use crate::domain::product::Product;
use crate::domain::when;

/// A link that opens the phone's installer.
#[derive(Debug, PartialEq, Eq)]
pub struct OneTap {
    /// Carries the activation code, so it stands on its owner's page only.
    pub href: String,
    /// On the button.
    pub label: &'static str,
    /// Below it.
    pub hint: &'static str,
}

/// An eSIM and how to install it.
#[derive(Debug)]
pub struct EsimCard<'a> {
    /// The eSIM with its code.
    pub esim: &'a Esim,
    /// As the traveller bought it.
    pub plan_name: &'a str,
    /// `eSIM 2 of 3`; none when there is only one.
    pub number: Option<String>,
    /// Our own route to its QR code.
    pub qr_url: String,
    /// The last day its plan can be started.
    pub activate_by: Option<DateTime<Utc>>,
    /// To be set by hand, if the plan needs one.
    pub apn: Option<&'a str>,
    /// What is looking.
    pub device: Device,
}

/// The APN that the owner of the shop states for a product.
#[must_use]
pub fn apn<'a>(config: &'a Config, product: Option<&Product>) -> Option<&'a str> {
    product.and_then(|p| config.shop.apn(&p.id, &p.coverage))
}

impl EsimCard<'_> {
    /// `22 Jan 2027`
    #[must_use]
    pub fn start_by(&self) -> Option<String> {
        self.activate_by.map(when::day)
    }

    /// For machines.
    #[must_use]
    pub fn start_by_machine(&self) -> String {
        self.activate_by.map(when::machine).unwrap_or_default()
    }

    /// Whether the page is on a phone, where the QR code cannot be scanned.
    #[must_use]
    pub fn on_phone(&self) -> bool {
        self.device != Device::Other
    }

    /// What to do first, in words.
    #[must_use]
    pub fn first(&self) -> &'static str {
        match self.device {
            Device::IphoneSafari | Device::Android => "Is this the phone that will travel? Then install it right here.",
            Device::IphoneElsewhere => {
                "Open this page in Safari: only there can the iPhone install with one tap. Or type the two codes below."
            }
            Device::AndroidElsewhere => "Open this page in Chrome: inside an app the phone cannot install. Or type the codes below.",
            Device::IphoneOld => {
                "On this iPhone, open Settings → Cellular → Add eSIM → Use QR Code → Enter Details Manually, and copy the two codes below."
            }
            Device::Other => "Scan the QR code with the camera of the phone that will travel.",
        }
    }

    /// The link for this device, where it works.
    #[must_use]
    pub fn one_tap(&self) -> Option<OneTap> {
        match self.device {
            Device::IphoneSafari => Some(OneTap {
                href: self.esim.code.apple_link(),
                label: "Install on this iPhone",
                hint: "Your iPhone opens its own installer and asks before it adds the eSIM.",
            }),
            Device::Android => Some(OneTap {
                href: self.esim.code.android_link(),
                label: "Try one-tap install",
                hint: "Works on Pixel and Samsung phones in Chrome. If nothing happens, scan the QR code or type the codes.",
            }),
            _ => None,
        }
    }

    /// Under the QR code.
    #[must_use]
    pub fn qr_hint(&self) -> &'static str {
        if self.device.is_iphone() {
            "In Safari, touch and hold the code and choose “Add eSIM”. Or show this page on another screen and scan it."
        } else if self.on_phone() {
            "Show this page on another screen and scan it with this phone."
        } else {
            "Open the camera of the phone that will travel and point it here."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::esim::{ActivationCode, Iccid};

    fn card(esim: &Esim, device: Device) -> EsimCard<'_> {
        EsimCard { esim, plan_name: "Japan", number: None, qr_url: "/qr.png".into(), activate_by: None, apn: None, device }
    }

    #[test]
    fn one_tap_is_offered_only_where_it_works() {
        let esim = Esim {
            id: uuid::Uuid::nil(),
            iccid: Iccid::parse("8944500102198304826").unwrap(),
            code: ActivationCode::parse("LPA:1$rsp.truphone.com$JQ-2D51JC-XXXXXX").unwrap(),
            status: None,
        };
        let link = |device| card(&esim, device).one_tap().map(|tap| tap.href);
        assert!(link(Device::IphoneSafari).unwrap().starts_with("https://esimsetup.apple.com/"));
        assert!(link(Device::Android).unwrap().starts_with("https://esimsetup.android.com/"));
        for device in [Device::IphoneElsewhere, Device::IphoneOld, Device::AndroidElsewhere, Device::Other] {
            assert_eq!(link(device), None);
        }
        assert!(card(&esim, Device::IphoneElsewhere).first().contains("Safari"));
    }
}
