//! What `doctor` says of the desk.

use super::doctor::{lines, only, said};
use crate::support::Shop;
use domain::sealed::DataKeys;
use esim_storefront::flows::desk;

#[tokio::test]
async fn a_desk_is_not_called_well_while_a_second_factor_hangs_on_another_key() {
    const OLD: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    const NEW: &str = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";
    let (keys, both) = (
        |list: &str| DataKeys::read(list).unwrap(),
        format!("{NEW},{OLD}"),
    );
    let (shop, _, _) = super::desk::with_desk(|config| config.data_keys = keys(OLD)).await;
    let folder = tempfile::tempdir().unwrap();
    let toml = folder.path().join("shop.toml");
    let example = include_str!("../../shop.example.toml");
    let staffed = example.replace(
        "staff = []",
        "staff = [\"olga@layover.example\", \"tom@layover.example\"]",
    );
    assert_ne!(staffed, example);
    std::fs::write(&toml, staffed).unwrap();
    let told = async |key: &str| {
        let (_, text) = said(
            &shop,
            &[("SHOP_CONFIG", toml.to_str().unwrap()), ("DATA_KEY", key)],
        )
        .await;
        only(&text, "desk").to_owned()
    };
    let line = told(OLD).await;
    assert!(line.starts_with("ok    "), "{line}");
    let line = told(&both).await;
    assert!(
        line.starts_with("WARN  ")
            && line.contains("2 second factors are not sealed with the first key yet"),
        "{line}"
    );
    for key in [NEW, ""] {
        let line = told(key).await;
        assert!(
            line.starts_with("WARN  ")
                && line.contains("2 in [desk] staff cannot enter with their phones"),
            "{line}"
        );
    }
    let rotated = shop.beside(|config| config.data_keys = keys(&both)).await;
    desk::tidy(&rotated, rotated.clock.now()).await.unwrap();
    let line = told(NEW).await;
    assert!(line.starts_with("ok    "), "{line}");
    shop.close().await;
}

#[tokio::test]
async fn a_desk_without_an_owner_or_a_way_in_says_both() {
    let shop =
        Shop::open_with("[desk]\nstaff = [\"olga@layover.example\", \"tom@layover.example\"]\n")
            .await;
    let folder = tempfile::tempdir().unwrap();
    let toml = folder.path().join("shop.toml");
    let staffed = include_str!("../../shop.example.toml").replace(
        "staff = []",
        "staff = [\"olga@layover.example\", \"tom@layover.example\"]",
    );
    std::fs::write(&toml, staffed).unwrap();
    let told = async |settings: &[(&str, &str)]| {
        let all: Vec<(&str, &str)> = settings
            .iter()
            .copied()
            .chain([("SHOP_CONFIG", toml.to_str().unwrap())])
            .collect();
        lines(&said(&shop, &all).await.1, "desk")
            .into_iter()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let apart = [("DESK_ADDR", "127.0.0.1:8081")];
    let found = told(&apart).await;
    assert_eq!(found.len(), 3, "{found:#?}");
    for (line, part) in found.iter().zip([
        "set DESK_URL",
        "nobody in [desk] staff has been invited as an owner",
        "2 in [desk] staff cannot enter yet",
    ]) {
        assert!(
            line.starts_with("WARN  ") && line.contains(part),
            "{part}: {line}"
        );
    }
    let invite = async |who: &str, role| {
        desk::invite(&shop.app, &super::desk::address(who), role, "root")
            .await
            .unwrap();
    };
    use domain::desk::Role;
    invite("olga@layover.example", Role::Support).await;
    invite("tom@layover.example", Role::Support).await;
    // An owner who is no longer named is none.
    invite("ida@layover.example", Role::Owner).await;
    let found = told(&[]).await;
    assert!(
        found.len() == 1
            && found[0].contains("invited as an owner")
            && found[0].contains("--role owner"),
        "{found:#?}"
    );
    invite("olga@layover.example", Role::Owner).await;
    let found = told(&[]).await;
    assert!(
        found.len() == 1 && found[0].starts_with("ok    "),
        "{found:#?}"
    );
    assert_eq!(told(&apart).await.len(), 1);
    shop.close().await;
}
