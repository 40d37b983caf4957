//! Legal pages in the owner's own words, language by language; where there are none, the shop's
//! stand.

use crate::support::Shop;

#[tokio::test]
async fn a_page_is_the_owners_in_the_languages_for_which_there_is_a_file_and_ours_in_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "# Unsere AGB\n\nEs gilt <b>dies</b>.\n\n## Haftung\n\n- [Erstattungen](/de/refunds)\n";
    std::fs::write(folder.path().join("terms.de.md"), text).unwrap();
    std::fs::write(folder.path().join("privacy.en.md"), "We keep nothing.").unwrap();
    let shop = Shop::open_with(&format!(
        "[legal]\ntexts = \"{}\"\n",
        folder.path().display()
    ))
    .await;
    let mut visitor = shop.browser();
    let own = visitor.get("/de/terms").await;
    assert_eq!(own.text_of("h1").unwrap(), "Unsere AGB");
    assert!(
        own.text_of("title").unwrap().contains("Unsere AGB"),
        "{}",
        own.body
    );
    assert_eq!(own.text_of("main h2").unwrap(), "Haftung");
    assert_eq!(own.attributes("main .prose a", "href"), ["/de/refunds"]);
    assert!(
        own.body.contains("Es gilt &lt;b&gt;dies&lt;/b&gt;."),
        "{}",
        own.body
    );
    for (path, words) in [
        ("/terms", "You buy from"),
        ("/fr/terms", "Layover"),
        ("/de/privacy", "Stripe"),
    ] {
        let page = visitor.get(path).await;
        assert!(
            page.status == 200 && page.words().contains(words),
            "{path}: {}",
            page.words()
        );
    }
    let privacy = visitor.get("/privacy").await;
    assert!(
        privacy.words().ends_with("We keep nothing.")
            && privacy.text_of("h1").unwrap() == "Privacy",
        "{}",
        privacy.words()
    );
    shop.close().await;
}
