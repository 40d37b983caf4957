//! The supplier's shelf: a believable world made, always the same way, from a table of countries
//! and networks. No orders and no HTTP here. Money is whole US cents.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// `ISO|region|tier|networks` per line.
const WORLD: &str = include_str!("world.txt");

/// One data package that the supplier sells.
#[derive(Debug, Clone)]
pub struct Product {
    /// The stable id (`esimfx_10G_7D_JP`).
    pub id: String,
    /// The old id, a UUID.
    pub legacy_id: String,
    /// The supplier's own name (`japan_10GB_7Day` in their samples).
    pub name: String,
    /// Validity in days.
    pub days: u32,
    /// Megabytes (of 1024×1024 bytes); `None` is unlimited.
    pub megabytes: Option<u64>,
    /// ISO 3166-1 alpha-2 codes.
    pub coverage: Vec<String>,
    /// The networks it roams on.
    pub networks: Vec<Network>,
    /// The kind of SIM profile; top-ups need the same.
    pub imsi_profile: &'static str,
    /// The reseller's price in US cents.
    pub price_cents: i64,
    /// `JP`, `EU`, `GLOBAL`: what the id ends with; top-ups need the same.
    pub place: String,
    /// The region's name as `get_products` filters by it.
    pub region: String,
    /// Still sold.
    pub on_sale: bool,
    /// May be added to an eSIM that fits.
    pub tops_up: bool,
    /// Fields that are shown beside or instead of the document's.
    pub shown: serde_json::Map<String, Value>,
}

/// A network as the supplier names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// Country and network code, five or six digits.
    pub mccmnc: String,
    /// The brand.
    pub name: String,
    /// `5G`, `4G`, `3G`.
    pub speed: String,
    pub country: Option<&'static str>,
}

impl Network {
    /// With its country, as public programs are shown it.
    fn to_json(&self) -> Value {
        let mut shown = json!({ "mccmnc": self.mccmnc, "name": self.name, "speed": self.speed });
        if let Some(iso) = self.country {
            shown["country_iso"] = json!(iso);
        }
        shown
    }
}

/// One line of the table.
struct Country {
    iso: &'static str,
    region: &'static str,
    tier: usize,
    networks: Vec<Network>,
}

fn world() -> Vec<Country> {
    WORLD
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(country)
        .collect()
}

fn country(line: &'static str) -> Option<Country> {
    let mut fields = line.split('|');
    let (iso, region, tier, networks) = (
        fields.next()?,
        fields.next()?,
        fields.next()?,
        fields.next()?,
    );
    let networks = networks
        .split(';')
        .filter_map(|network| {
            let (mccmnc, rest) = network.split_once(' ')?;
            let (name, speed) = rest.rsplit_once(' ')?;
            Some(Network {
                mccmnc: mccmnc.into(),
                name: name.into(),
                speed: speed.into(),
                country: Some(iso),
            })
        })
        .collect();
    Some(Country {
        iso,
        region,
        tier: tier.parse().ok()?,
        networks,
    })
}

/// US cents per gigabyte, by tier.
const PER_GB: [i64; 7] = [0, 85, 122, 210, 340, 520, 850];
/// (megabytes, days) on every shelf.
const EVERYWHERE: [(u64, u32); 6] = [
    (512, 1),
    (1024, 7),
    (2048, 15),
    (3072, 30),
    (5120, 30),
    (10_240, 30),
];
/// More, where data is not dear.
const COMMON: [(u64, u32); 2] = [(3072, 15), (20_480, 30)];
/// More still, where it is cheap.
const CHEAP: [(u64, u32); 3] = [(5120, 15), (10_240, 7), (51_200, 30)];
const UNLIMITED_DAYS: [u32; 4] = [3, 5, 7, 15];

/// Regions as (code, name, tier, sizes, countries of these world regions, or these countries).
const REGIONS: [(&str, &str, usize, &[&str]); 11] = [
    ("EU", "Europe", 1, &["Europe"]),
    (
        "ASIA",
        "Asia",
        2,
        &[
            "JP", "KR", "CN", "HK", "MO", "TW", "TH", "VN", "SG", "MY", "ID", "PH", "KH", "LA",
            "IN", "LK", "BD", "NP",
        ],
    ),
    (
        "SEA",
        "Southeast Asia",
        1,
        &["TH", "VN", "SG", "MY", "ID", "PH", "KH", "LA"],
    ),
    ("NAM", "North America", 2, &["US", "CA", "MX"]),
    ("LATAM", "Latin America", 3, &["Latin America", "MX"]),
    ("CARIB", "Caribbean", 4, &["Caribbean"]),
    ("AFRICA", "Africa", 4, &["Africa"]),
    ("MIDEAST", "Middle East", 3, &["Middle East", "TR", "EG"]),
    (
        "GULF",
        "Gulf States",
        3,
        &["AE", "BH", "KW", "OM", "QA", "SA"],
    ),
    ("OCEANIA", "Oceania", 3, &["Oceania"]),
    (
        "BALKANS",
        "Balkans",
        2,
        &["AL", "BA", "ME", "MK", "RS", "XK", "HR", "BG", "GR", "SI"],
    ),
];

/// Every product, sorted by id.
pub fn build() -> Vec<Product> {
    let world = world();
    let mut products = Vec::new();
    for country in &world {
        let shelf = Shelf {
            place: country.iso,
            region: country.region,
            tier: country.tier,
            profile: profile(country.region),
            coverage: vec![country.iso.to_owned()],
            networks: country.networks.clone(),
        };
        shelf.fill(&mut products);
    }
    for (place, region, tier, members) in REGIONS {
        let inside = |c: &&Country| {
            members.contains(&c.iso)
                || (members.contains(&c.region) && c.tier <= 5 && !["RU", "BY"].contains(&c.iso))
        };
        let members: Vec<&Country> = world.iter().filter(inside).collect();
        shelf_of(place, region, tier, "Blue", &members).fill(&mut products);
    }
    let everywhere: Vec<&Country> = world.iter().filter(|c| c.tier <= 4).collect();
    shelf_of("GLOBAL", "Global", 4, "Black", &everywhere).fill(&mut products);
    products.sort_by(|a, b| a.id.cmp(&b.id));
    products
}

fn shelf_of<'a>(
    place: &'a str,
    region: &'a str,
    tier: usize,
    profile: &'static str,
    members: &[&Country],
) -> Shelf<'a> {
    let mut seen = BTreeSet::new();
    let all = members
        .iter()
        .flat_map(|country| country.networks.iter().cloned());
    let networks = all
        .filter(|network| seen.insert(network.mccmnc.clone()))
        .collect();
    let coverage = members
        .iter()
        .map(|country| country.iso.to_owned())
        .collect();
    Shelf {
        place,
        region,
        tier,
        profile,
        coverage,
        networks,
    }
}

fn profile(region: &str) -> &'static str {
    match region {
        "Europe" | "Middle East" => "Blue",
        "Asia" | "Oceania" => "Green",
        "North America" | "Caribbean" => "Red",
        _ => "Orange",
    }
}

/// What one place offers.
struct Shelf<'a> {
    place: &'a str,
    region: &'a str,
    tier: usize,
    profile: &'static str,
    coverage: Vec<String>,
    networks: Vec<Network>,
}

impl Shelf<'_> {
    fn fill(&self, products: &mut Vec<Product>) {
        let mut sizes = EVERYWHERE.to_vec();
        if self.tier <= 4 {
            sizes.extend(COMMON);
        }
        if self.tier <= 2 {
            sizes.extend(CHEAP);
        }
        products.extend(
            sizes
                .into_iter()
                .map(|(megabytes, days)| self.product(Some(megabytes), days)),
        );
        if self.tier <= 2 {
            products.extend(
                UNLIMITED_DAYS
                    .into_iter()
                    .map(|days| self.product(None, days)),
            );
        }
    }

    fn product(&self, megabytes: Option<u64>, days: u32) -> Product {
        let (short, long) = match megabytes {
            None => ("UNL".to_owned(), "Unlimited".to_owned()),
            Some(mb) if mb < 1024 => ("500M".to_owned(), "500MB".to_owned()),
            Some(mb) => (format!("{}G", mb / 1024), format!("{}GB", mb / 1024)),
        };
        let id = format!("esimfx_{short}_{days}D_{}", self.place);
        Product {
            legacy_id: uuid_of("legacy", &id),
            name: format!("{}_{long}_{days}Day", self.place),
            days,
            megabytes,
            coverage: self.coverage.clone(),
            networks: self.networks.clone(),
            // Unlimited packages run on another sponsor's profile, so they cannot top up a metered
            // eSIM.
            imsi_profile: if megabytes.is_none() {
                "Violet"
            } else {
                self.profile
            },
            price_cents: price(self.tier, megabytes, days),
            place: self.place.to_owned(),
            region: self.region.to_owned(),
            on_sale: true,
            tops_up: true,
            shown: megabytes.map_or_else(|| fair_use(days), |_| serde_json::Map::new()),
            id,
        }
    }
}

fn price(tier: usize, megabytes: Option<u64>, days: u32) -> i64 {
    let per_gb = PER_GB[tier.min(6)];
    let days = i64::from(days);
    let data = match megabytes {
        None => days * (60 + per_gb),
        Some(mb) => {
            let mb = i64::try_from(mb).unwrap_or(i64::MAX);
            // The more, the less each gigabyte costs.
            let percent = match mb {
                0..=5_000 => 100,
                5_001..=12_000 => 90,
                12_001..=30_000 => 75,
                _ => 60,
            };
            mb * per_gb * percent / 102_400
        }
    };
    (80 + data + days * 3 + 2) / 5 * 5
}

fn uuid_of(kind: &str, id: &str) -> String {
    let hash = Sha256::digest(format!("{kind}:{id}"));
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_random_bytes(bytes)
        .into_uuid()
        .to_string()
}

/// What public programs are shown of an unlimited product: its fast gigabytes a day, and the rate
/// after them. Of some, nothing.
fn fair_use(days: u32) -> serde_json::Map<String, Value> {
    let told = if days == 15 {
        json!({})
    } else {
        json!({ "high_speed": 2, "high_speed_unit": "GB", "unlimited_speed": "512 Kbps" })
    };
    told.as_object().cloned().unwrap_or_default()
}

/// Cents as the JSON number of dollars (`1250` → `12.5`), without a float in between.
pub fn dollars(cents: i64) -> Value {
    if cents % 100 == 0 {
        return json!(cents / 100);
    }
    let text = format!(
        "{}{}.{:02}",
        if cents < 0 { "-" } else { "" },
        cents.abs() / 100,
        cents.abs() % 100
    );
    serde_json::from_str(&text).unwrap_or_default()
}

impl Product {
    /// The product as the v2 catalogue shows it.
    pub fn to_json(&self) -> Value {
        let (amount, unit) = match self.megabytes {
            None => (u64::from(self.days), "Days"),
            Some(512) => (500, "MB"),
            Some(mb) => (mb / 1024, "GB"),
        };
        let mut shown = json!({
            "id": self.id,
            "meta_product_id": uuid_of("meta", &self.id),
            "name": self.name,
            "duration": self.days,
            "duration_unit": "DAY",
            "amount": amount,
            "amount_unit": unit,
            "is_unlimited": self.megabytes.is_none(),
            "coverage": self.coverage,
            "networks": self.networks.iter().map(Network::to_json).collect::<Vec<_>>(),
            "imsi_profile": self.imsi_profile,
            "price": dollars(self.price_cents),
            "price_unit": "USD",
        });
        if let Some(fields) = shown.as_object_mut() {
            fields.extend(self.shown.clone());
        }
        shown
    }

    /// How much a subscription to it holds: bytes, or days when unlimited.
    pub fn upper_limit(&self) -> u64 {
        match self.megabytes {
            None => u64::from(self.days),
            Some(512) => 500 * 1024 * 1024,
            Some(mb) => mb * 1024 * 1024,
        }
    }
}
