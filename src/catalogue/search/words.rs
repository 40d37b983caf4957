//! What travellers write around a place's name, in the languages of the shop, and how it is taken
//! off.

use std::collections::HashSet;
use std::sync::LazyLock;

use domain::destination::fold;

/// Words of a query that name no place, in languages that put spaces between words.
const NOISE: &str = "
    esim esims e-sim sim sims card cards data plan plans travel traveller trip to for in of the a an from roaming internet mobile phone prepaid
    package packages cheap best buy get need want i going visiting visit local tourist unlimited gb mb day days week weeks month months holiday
    holidays vacation e with and on my 4g 5g wifi
    tarjeta tarjetas para por el la los las un una de del en viaje viajar viajes datos movil moviles ilimitados ilimitado barata barato mejor
    comprar dias semana vacaciones y con
    carte cartes pour le les l d au aux du des dans voyage forfait forfaits donnees illimite illimitees pas cher acheter jours semaine vacances et a
    fur nach im am die der das den karte karten reise urlaub daten datenkarte tarif datentarif gunstig kaufen tage woche und mit ins
    cartao chip chips o os as no na nos nas do da dos das em viagem plano planos dados ilimitado internacional barato comprar dias semana ferias com
    شريحة شرائح بطاقة باقة باقات انترنت الإنترنت نت بيانات سفر السفر سياحة إلى الى في من على أرخص أفضل الكترونية إلكترونية اي سيم ايسيم غير محدود يوم
";

/// The same in languages without spaces; whatever follows is cut off too soon if a short one comes
/// first.
const UNSPACED: [&str; 44] = [
    "esimカード",
    "simカード",
    "プリペイドsim",
    "esim卡",
    "sim卡",
    "esim",
    "sim",
    "流量卡",
    "上网卡",
    "电话卡",
    "手机卡",
    "网卡",
    "流量",
    "套餐",
    "旅游",
    "旅行",
    "出国",
    "无限",
    "周遊",
    "周游",
    "プリペイド",
    "データ",
    "通信",
    "プラン",
    "シムカード",
    "シム",
    "カード",
    "海外",
    "おすすめ",
    "格安",
    "留学",
    "出張",
    "観光",
    "使い放題",
    "無制限",
    "便宜",
    "推荐",
    "自由行",
    "インターネット",
    "ネット",
    "レンタル",
    "wifi",
    "多国",
    "での",
];

static WORDS: LazyLock<HashSet<String>> =
    LazyLock::new(|| NOISE.split_whitespace().map(fold).collect());
static PIECES: LazyLock<Vec<String>> = LazyLock::new(|| UNSPACED.into_iter().map(fold).collect());

fn is_unspaced(text: &str) -> bool {
    text.chars().any(|c| ('\u{3040}'..='\u{9fff}').contains(&c))
}

/// A folded query without the words that name no place, and without figures.
pub(super) fn without_noise(query: &str) -> String {
    let mut text = query.to_owned();
    if is_unspaced(query) {
        for piece in PIECES.iter() {
            text = text.replace(piece.as_str(), " ");
        }
    }
    let counts = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|w| !WORDS.contains(*w) && !counts(w))
        .collect();
    words.join(" ")
}

/// A query that may have an article or preposition grown into its words: `l'Italie`, `لليابان`.
/// `None` when it has not.
pub(super) fn without_grown(query: &str) -> Option<String> {
    let lower = query.to_lowercase().replace('’', "'");
    let cut = |word: &str| {
        let latin = ["l'", "d'"]
            .into_iter()
            .find_map(|start| word.strip_prefix(start).map(str::to_owned));
        let arabic = || {
            ["لل", "بال", "وال", "ل", "ب"]
                .into_iter()
                .find_map(|start| word.strip_prefix(start).map(str::to_owned))
        };
        let long = |rest: &String| rest.chars().count() > 2;
        latin.or_else(arabic).filter(long)
    };
    let words: Vec<(String, bool)> = lower
        .split_whitespace()
        .map(|word| cut(word).map_or((word.to_owned(), false), |rest| (rest, true)))
        .collect();
    let any = words.iter().any(|(_, grown)| *grown);
    any.then(|| {
        fold(
            &words
                .into_iter()
                .map(|(word, _)| word)
                .collect::<Vec<_>>()
                .join(" "),
        )
    })
}

/// The words of a query, and each two, three and four that stand together: `japan south korea`
/// names two places.
pub(super) fn parts(query: &str) -> Vec<String> {
    let words: Vec<&str> = query.split(' ').filter(|w| w.len() > 1).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    // Two letters inside a sentence are a word more often than a code.
    let short = |part: &str| part.len() < 3 && words.iter().any(|w| w.chars().count() > 3);
    let most = words.len().min(4);
    let parts = (1..=most)
        .rev()
        .flat_map(|n| words.windows(n).map(|w| w.join(" ")));
    parts
        .filter(|part| !short(part) || part == "uk" || part == "us")
        .collect()
}
