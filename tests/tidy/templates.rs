//! Templates: each is used, and holds no style and no script.

use crate::source::{below, relative, sources};

#[test]
fn every_template_is_used() {
    let code: String = sources().iter().map(|s| s.text.clone()).collect();
    let templates = below("templates", "");
    let all: String = templates
        .iter()
        .filter_map(|p| std::fs::read_to_string(p).ok())
        .collect();
    for path in templates {
        let name = relative(&path)
            .strip_prefix("templates/")
            .unwrap()
            .to_owned();
        let quoted = format!("\"{name}\"");
        let mailed = name
            .strip_prefix("mail/")
            .and_then(|n| n.split('.').next())
            .is_some_and(|n| code.contains(&format!("\"{n}\"")));
        let included = code.contains(&format!("templates/{name}\""));
        assert!(
            code.contains(&quoted) || all.contains(&quoted) || mailed || included,
            "{name} is used by nobody"
        );
    }
}

#[test]
fn a_template_holds_no_style_and_no_script_of_its_own() {
    for path in below("templates", ".html")
        .into_iter()
        .filter(|p| !relative(p).starts_with("templates/mail"))
    {
        let text = std::fs::read_to_string(&path).unwrap();
        // The file that a traveller keeps has to be complete without us.
        let kept = relative(&path) == "templates/account/kept.html";
        for forbidden in [
            " style=\"",
            "<style",
            "onclick=",
            "onsubmit=",
            "onload=",
            "javascript:",
        ] {
            assert!(
                (kept && forbidden == "<style") || !text.contains(forbidden),
                "{} holds {forbidden}",
                relative(&path)
            );
        }
        // The sandbox's mailbox is a tool of the demo, not a page of the shop.
        let tool = relative(&path).starts_with("templates/sandbox");
        assert!(
            tool || !text.contains("http-equiv=\"refresh"),
            "{} reloads by itself",
            relative(&path)
        );
    }
}
