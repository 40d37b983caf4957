//! A shop that looks like its owner's: logo, icons and pictures from files beside shop.toml, served
//! like all that never changes.

use std::net::SocketAddr;

use esim_storefront::{serve, web};
use sandbox::{Sandbox, SandboxOptions};
use tokio_util::sync::CancellationToken;

use crate::support::browser::Browser;
use crate::support::{self, Shop, database};

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 60\"><path \
                    fill=\"#0a6b5b\" d=\"M0 0h240v60H0z\"/></svg>";

/// Pixels of one colour.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let pixels = vec![0; usize::try_from(width * height).unwrap()];
    encoder
        .write_header()
        .unwrap()
        .write_image_data(&pixels)
        .unwrap();
    bytes
}

#[tokio::test]
async fn a_shop_without_pictures_of_its_own_wears_our_mark() {
    let shop = Shop::open().await;
    let mut visitor = shop.browser();
    let home = visitor.get("/").await;
    assert_eq!(home.text_of(".brand").unwrap(), "Layover");
    for (rel, size) in [("icon", "32x32"), ("apple-touch-icon", "")] {
        let found = home.attributes(
            &format!("link[rel='{rel}'][type='image/png'], link[rel='{rel}']:not([type])"),
            "href",
        );
        let icon = visitor.get(&found[0]).await;
        assert_eq!(
            (icon.status, &icon.headers["content-type"]),
            (200, &"image/png".parse().unwrap()),
            "{rel} {size}"
        );
        assert!(
            icon.headers["cache-control"]
                .to_str()
                .unwrap()
                .contains("immutable")
        );
    }
    assert_eq!(
        home.attributes("meta[name='theme-color']", "content").len(),
        2
    );
    let drawing = home
        .attributes("link[type='image/svg+xml']", "href")
        .remove(0);
    assert_eq!(
        visitor.get(&drawing).await.headers["content-type"],
        "image/svg+xml"
    );
    let habit = visitor.get("/favicon.ico").await;
    assert!(
        habit.status == 200 && imagesize::blob_size(&habit.bytes).unwrap().width == 32,
        "{habit:?}"
    );
    shop.close().await;
}

#[tokio::test]
async fn a_shop_wears_its_owners_logo_icon_and_picture() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [
        ("logo.svg", LOGO.as_bytes()),
        ("icon.png", &png(192, 192)),
        ("card.png", &png(1200, 630)),
    ] {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let toml = folder.path().join("shop.toml");
    let text = "[shop]\nname = \"Wander\"\nsupport_email = \"help@wander.example\"\ncurrency = \
                \"USD\"\nlogo = \"logo.svg\"\nlogo_has_name = true\n\
                icon = \"icon.png\"\nsocial_image = \"card.png\"\n";
    std::fs::write(&toml, text).unwrap();
    let sandbox = Sandbox::start(SandboxOptions::default()).await.unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let config = support::config(
        &sandbox,
        &database::fresh().await,
        &url,
        toml.to_str().unwrap(),
    );
    let app = serve::open(config, &CancellationToken::new())
        .await
        .unwrap();
    let service = web::router(app).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });

    let mut visitor = Browser::new(&url);
    let home = visitor.get("/").await;
    assert_eq!(
        home.attributes(".brand img", "alt"),
        ["Wander"],
        "a logo that says the name is read out as it"
    );
    assert_eq!(
        (
            home.text_of(".brand").unwrap(),
            home.attributes(".brand img", "width")
        ),
        (String::new(), vec!["144".to_owned()])
    );
    assert!(
        home.attributes("link[type='image/svg+xml']", "href")
            .is_empty(),
        "a PNG is no drawing"
    );
    let logo = home.attributes(".brand img", "src").remove(0);
    let picture = home
        .attributes("meta[property='og:image']", "content")
        .remove(0);
    let small = home.attributes("link[rel='icon']", "href").remove(0);
    for (address, kind, whole) in [
        (&logo, "image/svg+xml", Some(LOGO.as_bytes().to_vec())),
        (&picture, "image/png", Some(png(1200, 630))),
        (&small, "image/png", None),
    ] {
        let file = visitor.get(address).await;
        assert_eq!(
            (file.status, file.headers["content-type"].to_str().unwrap()),
            (200, kind),
            "{address}"
        );
        assert!(
            file.headers["cache-control"]
                .to_str()
                .unwrap()
                .contains("immutable"),
            "{address}"
        );
        assert!(
            whole.is_none_or(|bytes| bytes == file.bytes),
            "{address} is not the owner's"
        );
    }
    let packed = visitor
        .send(
            visitor
                .request(reqwest::Method::GET, &logo)
                .header("accept-encoding", "br"),
        )
        .await;
    assert_eq!(packed.headers["content-encoding"], "br");
}
