//! What is refused of the owner's pictures, and what is taken.

use resvg::tiny_skia::Pixmap;

use crate::shop::Shop;

const SQUARE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path \
                      fill=\"url(#a)\" d=\"M0 0h9v9z\"/></svg>";

fn png(width: u32, height: u32) -> Vec<u8> {
    Pixmap::new(width, height).unwrap().encode_png().unwrap()
}

/// The shop as it is loaded with these lines under `[shop]` and these files beside it, or what it
/// is refused for.
fn load(lines: &str, files: &[(&str, &[u8])]) -> Result<Shop, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let toml = folder.path().join("shop.toml");
    std::fs::write(
        &toml,
        format!("[shop]\nname=\"A\"\nsupport_email=\"a@example.com\"\ncurrency=\"USD\"\n{lines}\n"),
    )
    .unwrap();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    Shop::load(&toml).map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

fn refused(key: &str, name: &str, bytes: &[u8]) -> String {
    let mut told = load(&format!("{key} = \"{name}\""), &[(name, bytes)]).unwrap_err();
    assert_eq!(told.len(), 1, "{told:?}");
    let one = told.remove(0);
    assert!(
        one.contains(&format!("[shop] {key} ")) && one.contains(" → "),
        "{one}"
    );
    one
}

#[test]
fn a_shop_has_its_own_logo_icon_and_picture() {
    let lines = "logo = \"logo.svg\"\nlogo_has_name = true\nicon = \"icon.png\"\nsocial_image = \
                 \"card.png\"";
    let files = [
        ("logo.svg", SQUARE.as_bytes()),
        ("icon.png", &png(256, 256)),
        ("card.png", &png(1200, 630)),
    ];
    let shop = load(lines, &files).unwrap();
    assert_eq!(format!("{:?}", shop.brand().logo), "Some(Svg 32 × 32)");
    assert_eq!(format!("{:?}", shop.brand().icon), "Some(Png 256 × 256)");
    assert_eq!(
        format!("{:?}", shop.brand().social_image),
        "Some(Png 1200 × 630)"
    );
}

#[test]
fn all_faults_of_all_pictures_and_keys_are_told_at_once() {
    let lines = "logo = \"gone.svg\"\nicon = \"wide.png\"\nsocial_image = \"card.png\"\naccent = \
                 \"#7f7f7f\"";
    let told = load(
        lines,
        &[("wide.png", &png(256, 128)), ("card.png", &png(1200, 600))],
    )
    .unwrap_err();
    assert_eq!(told.len(), 4, "{told:#?}");
    for part in [
        "logo cannot be read",
        "icon is 256 × 128",
        "social_image is 1200 × 600",
        "accent carries no words",
    ] {
        assert!(told.iter().any(|t| t.contains(part)), "{part} in {told:#?}");
    }
}

#[test]
fn the_nearest_shade_that_would_do_is_named() {
    let told = load("accent = \"#7f7f7f\"", &[]).unwrap_err();
    let shade = told[0].split_once("e.g. ").unwrap().1;
    assert!(
        load(&format!("accent = \"{shade}\""), &[]).is_ok(),
        "{told:?}"
    );
}

#[test]
fn a_file_that_is_missing_heavy_or_something_else_is_refused() {
    assert!(load("icon = \"nowhere.svg\"", &[]).unwrap_err()[0].contains("cannot be read"));
    assert!(load("icon = \".\"", &[]).unwrap_err()[0].contains("is no file"));
    assert!(refused("logo", "big.png", &vec![0; 600 * 1024]).contains("weighs 600 KB"));
    let long = SQUARE.replace("</svg>", &format!("<!--{}--></svg>", "x".repeat(70_000)));
    assert!(refused("logo", "big.svg", long.as_bytes()).contains("bring it under 64 KB"));
    assert!(refused("logo", "page.svg", b"<!doctype html><p>hello").contains("cannot be read"));
    assert!(refused("logo", "logo.png", b"GIF89a\0\0\0\0\0\0\0\0").contains("cannot be read"));
    assert!(refused("logo", "logo.png", &png(64, 64)[..60]).contains("is broken"));
    assert!(refused("icon", "small.png", &png(64, 64)).contains("is 64 × 64"));
    assert!(refused("social_image", "card.svg", SQUARE.as_bytes()).contains("SVG"));
}

#[test]
fn a_drawing_that_acts_or_fetches_is_refused() {
    for inside in [
        "<script>alert(1)</script>",
        "<path onload=\"alert(1)\" d=\"M0 0\"/>",
        "<foreignObject/>",
        "<image href=\"https://elsewhere.example/x.png\"/>",
        "<use href=\"https://elsewhere.example/x.svg#a\"/>",
        "<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"other.svg#a\"/>",
        "<rect fill=\"url(https://elsewhere.example/x)\"/>",
        "<rect style=\"fill: url( 'x.svg#a')\"/>",
        "<style>@import 'x.css';</style>",
        "<style>rect { fill: url(x.svg#a) }</style>",
        "<text>Layover</text>",
    ] {
        let told = refused(
            "logo",
            "logo.svg",
            SQUARE
                .replace("</svg>", &format!("{inside}</svg>"))
                .as_bytes(),
        );
        assert!(told.contains(" holds "), "{inside}: {told}");
    }
    assert!(
        load("logo = \"logo.svg\"", &[("logo.svg", SQUARE.as_bytes())]).is_ok(),
        "a part of the same drawing is no fetching"
    );
}
