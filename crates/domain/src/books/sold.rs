//! An order of ours at the supplier beside what the supplier says of it. Pure.

use super::Finding;
use crate::line::LineState;
use crate::package::PackageStatus;

/// What our books say of an order at the supplier.
#[derive(Debug, Clone)]
pub struct OurPurchase {
    /// What people call the order it was bought for.
    pub order_number: String,
    /// Its line.
    pub position: i32,
    pub supplier_order_id: String,
    /// Where the line is.
    pub state: LineState,
    /// Whether it was bought for nobody.
    pub orphan: bool,
    /// Whether we have ended it.
    pub ended: bool,
    /// Whether its traveller gives it back this moment.
    pub being_ended: bool,
    /// The eSIM it is on.
    pub iccid: Option<String>,
}

/// What the supplier says of it.
#[derive(Debug, Clone, Default)]
pub struct TheirPurchase {
    /// Of the order.
    pub status: Option<String>,
    pub package: Option<String>,
    /// The eSIM it is on.
    pub iccid: Option<String>,
}

/// What differs. What the supplier leaves out differs from nothing.
pub fn purchase(ours: &OurPurchase, theirs: &TheirPurchase) -> Option<Finding> {
    let (order, id) = (&ours.order_number, &ours.supplier_order_id);
    let line = format!("line {}, order {id} at the supplier", ours.position);
    let package = theirs.package.as_deref().map(PackageStatus::parse);
    if ours.ended {
        let alive = package.filter(PackageStatus::is_live)?;
        let what = format!("{line}: ended in our books, but {} there", word(&alive));
        return Some(Finding::mismatch(
            order,
            what,
            "end it in the supplier's portal, or ask the supplier",
        ));
    }
    if ours.orphan || ours.state != LineState::Delivered {
        return None;
    }
    let refund = format!(
        "ask the supplier; `orders refund {order} --line {}` sends the money back",
        ours.position
    );
    if let Some(status @ ("FAILED" | "CANCELLED" | "CANCELED")) = theirs.status.as_deref() {
        return Some(Finding::mismatch(
            order,
            format!("{line}: delivered, but {status} there"),
            refund,
        ));
    }
    if package == Some(PackageStatus::Terminated) {
        return Some(if ours.being_ended {
            Finding::in_flight(order, format!("{line} is being given back"))
        } else {
            Finding::mismatch(
                order,
                format!("{line}: delivered, but ended there, and not by us"),
                refund,
            )
        });
    }
    match (&ours.iccid, &theirs.iccid) {
        (Some(here), Some(there)) if here != there => Some(Finding::mismatch(
            order,
            format!("{line}: on another eSIM there than here"),
            "ask the supplier",
        )),
        _ => None,
    }
}

fn word(status: &PackageStatus) -> &str {
    match status {
        PackageStatus::Pending => "not started",
        PackageStatus::Active => "in use",
        PackageStatus::Expired => "used up",
        PackageStatus::Terminated => "ended",
        PackageStatus::Other(word) => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::books::Kind;

    fn ours(state: LineState) -> OurPurchase {
        OurPurchase {
            order_number: "E10001".into(),
            position: 2,
            supplier_order_id: "o-1".into(),
            state,
            orphan: false,
            ended: false,
            being_ended: false,
            iccid: Some("8912".into()),
        }
    }

    fn theirs(package: &str) -> TheirPurchase {
        TheirPurchase {
            status: Some("COMPLETED".into()),
            package: Some(package.into()),
            iccid: Some("8912".into()),
        }
    }

    fn told(ours: &OurPurchase, theirs: &TheirPurchase) -> Option<String> {
        purchase(ours, theirs).map(|found| found.to_string())
    }

    #[test]
    fn a_delivered_esim_may_be_in_any_state_but_ended() {
        let line = ours(LineState::Delivered);
        for package in ["PENDING", "ACTIVE", "EXPIRED", "something new"] {
            assert_eq!(told(&line, &theirs(package)), None, "{package}");
        }
        assert_eq!(
            told(&line, &TheirPurchase::default()),
            None,
            "what is left out"
        );
        assert_eq!(
            told(&line, &theirs("terminated")).unwrap(),
            "E10001: line 2, order o-1 at the supplier: delivered, but ended there, and not by us \
             → ask the supplier; `orders refund E10001 --line \
             2` sends the money back"
        );
        let giving_back = OurPurchase {
            being_ended: true,
            ..line
        };
        assert_eq!(
            purchase(&giving_back, &theirs("TERMINATED")).unwrap().kind,
            Kind::InFlight
        );
    }

    #[test]
    fn another_esim_and_a_failed_order_are_seen() {
        let line = ours(LineState::Delivered);
        let other = TheirPurchase {
            iccid: Some("8913".into()),
            ..theirs("PENDING")
        };
        assert!(
            told(&line, &other)
                .unwrap()
                .contains("on another eSIM there than here")
        );
        for status in ["FAILED", "CANCELLED"] {
            let failed = TheirPurchase {
                status: Some(status.into()),
                ..theirs("PENDING")
            };
            assert!(
                told(&line, &failed)
                    .unwrap()
                    .contains(&format!("delivered, but {status} there"))
            );
        }
    }

    #[test]
    fn what_we_ended_must_be_ended_there() {
        for line in [
            OurPurchase {
                ended: true,
                ..ours(LineState::Cancelled)
            },
            OurPurchase {
                ended: true,
                orphan: true,
                ..ours(LineState::Refused)
            },
        ] {
            assert_eq!(told(&line, &theirs("TERMINATED")), None);
            assert_eq!(told(&line, &theirs("EXPIRED")), None);
            assert!(
                told(&line, &theirs("ACTIVE"))
                    .unwrap()
                    .contains("ended in our books, but in use there")
            );
        }
        let orphan = OurPurchase {
            orphan: true,
            ..ours(LineState::Refused)
        };
        assert_eq!(
            told(&orphan, &theirs("PENDING")),
            None,
            "our own books tell of it"
        );
    }
}
