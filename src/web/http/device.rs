//! Which way of installing works on the device that is looking, guessed from its `User-Agent`. A
//! wrong guess costs a scroll: every page shows all ways.

use axum::http::HeaderMap;

/// The one way that a page puts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Device {
    /// Safari on an iPhone of iOS 17.4 or later: one tap.
    IphoneSafari,
    /// An iPhone in another browser or inside an app: Safari first, then one tap.
    IphoneElsewhere,
    /// An iPhone whose iOS is too old for one tap.
    IphoneOld,
    /// An Android phone in a browser: one tap, which not every maker supports.
    Android,
    /// Inside an app on Android: Chrome first.
    AndroidElsewhere,
    /// A computer, a tablet, anything else: the phone scans.
    Other,
}

const IN_APP_BROWSERS: &str = include_str!("device/in_app_browsers.txt");

impl Device {
    /// From the request's headers.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        headers
            .get("user-agent")
            .and_then(|value| value.to_str().ok())
            .map_or(Self::Other, Self::guess)
    }

    fn guess(agent: &str) -> Self {
        let has = |parts: &[&str]| parts.iter().any(|part| agent.contains(part));
        let in_app = IN_APP_BROWSERS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .any(|name| agent.contains(name));
        if agent.contains("iPhone") {
            let other_browser = has(&[
                "CriOS",
                "FxiOS",
                "EdgiOS",
                "OPiOS",
                "OPT/",
                "GSA/",
                "DuckDuckGo",
                "YaBrowser",
            ]);
            return match ios_version(agent) {
                Some(version) if version < (17, 4) => Self::IphoneOld,
                _ if in_app || other_browser || !has(&["Safari/"]) => Self::IphoneElsewhere,
                _ => Self::IphoneSafari,
            };
        }
        if agent.contains("Android") {
            return if in_app || agent.contains("; wv)") {
                Self::AndroidElsewhere
            } else {
                Self::Android
            };
        }
        Self::Other
    }

    /// Whether it is an iPhone, so that steps are told in its words.
    #[must_use]
    pub fn is_iphone(self) -> bool {
        matches!(
            self,
            Self::IphoneSafari | Self::IphoneElsewhere | Self::IphoneOld
        )
    }

    /// Whether it is an Android phone.
    #[must_use]
    pub fn is_android(self) -> bool {
        matches!(self, Self::Android | Self::AndroidElsewhere)
    }
}

/// `CPU iPhone OS 17_4_1 like Mac OS X` → (17, 4)
fn ios_version(agent: &str) -> Option<(u32, u32)> {
    let version = agent.split_once("iPhone OS ")?.1.split(' ').next()?;
    let mut parts = version.split('_');
    Some((
        parts.next()?.parse().ok()?,
        parts.next().unwrap_or("0").parse().ok()?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_device_gets_its_own_way_first() {
        let safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 \
                      (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
        let cases = [
            (safari, Device::IphoneSafari),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_3_1 like Mac OS X) AppleWebKit/605.1.15 \
                 Version/17.3 Mobile/15E148 Safari/604.1",
                Device::IphoneOld,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 \
                 CriOS/130.0 Mobile/15E148 Safari/604.1",
                Device::IphoneElsewhere,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 \
                 Mobile/15E148 Instagram 300.0",
                Device::IphoneElsewhere,
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 \
                 Mobile/15E148",
                Device::IphoneElsewhere,
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile \
                 Safari/537.36",
                Device::Android,
            ),
            (
                "Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Version/4.0 \
                 Chrome/131.0 Mobile Safari/537.36",
                Device::AndroidElsewhere,
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36",
                Device::Other,
            ),
            ("curl/8.5.0", Device::Other),
        ];
        for (agent, device) in cases {
            assert_eq!(Device::guess(agent), device, "{agent}");
        }
        assert_eq!(Device::of(&HeaderMap::new()), Device::Other);
    }
}
