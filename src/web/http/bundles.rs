//! The stylesheets and the script: each is one file to a browser, and several under `static/css/`
//! and `static/js/`, joined here without their comments and indentation.

/// A file that is joined of parts.
pub struct Bundle {
    /// Its name below `/static/`.
    pub name: &'static str,
    folder: &'static str,
    /// In their order: of two rules of the same weight the later one holds.
    parts: &'static [&'static str],
}

pub const BUNDLES: [Bundle; 3] = [
    Bundle {
        name: "shop.css",
        folder: "css",
        parts: &[
            "tokens.css",
            "base.css",
            "layout.css",
            "controls.css",
            "forms.css",
            "pieces.css",
            "frame.css",
            "home.css",
            "search.css",
            "destination.css",
            "board.css",
            "plan.css",
            "order.css",
            "family.css",
            "usage.css",
            "help.css",
            "prose.css",
            "trip.css",
            "styleguide.css",
            "devices.css",
            "print.css",
        ],
    },
    Bundle {
        name: "desk.css",
        folder: "css",
        parts: &["desk.css"],
    },
    Bundle {
        name: "shop.js",
        folder: "js",
        parts: &[
            "pressing.js",
            "sharing.js",
            "forms.js",
            "suggestions.js",
            "times.js",
            "living.js",
            "languages.js",
        ],
    },
];

impl Bundle {
    /// Whether a file of `static/` is a part of some bundle, and so none that a browser asks for.
    pub fn has_part(path: &str) -> bool {
        BUNDLES.iter().any(|bundle| {
            path.split_once('/')
                .is_some_and(|(folder, name)| folder == bundle.folder && bundle.has(name))
        })
    }

    fn has(&self, name: &str) -> bool {
        self.parts.contains(&name)
    }

    /// The file as it is served; `read` gives a part by its path below `static/`.
    pub fn join(&self, read: impl Fn(&str) -> Option<String>) -> Option<String> {
        let parts: Option<Vec<String>> = self
            .parts
            .iter()
            .map(|part| read(&format!("{}/{part}", self.folder)))
            .collect();
        let joined = parts?.concat();
        Some(if self.folder == "css" {
            minify_css(&joined)
        } else {
            minify_js(&joined)
        })
    }
}

fn minify_css(css: &str) -> String {
    let mut rules = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        rules.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    rules.push_str(rest);
    trim_lines(&rules, |line| !line.is_empty())
}

/// Comments stand on lines of their own, and no text runs over the end of a line.
fn minify_js(script: &str) -> String {
    trim_lines(script, |line| !line.is_empty() && !line.starts_with("//"))
}

fn trim_lines(text: &str, keep: impl Fn(&str) -> bool) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| keep(line))
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn read(path: &str) -> Option<String> {
        std::fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("static")
                .join(path),
        )
        .ok()
    }

    #[test]
    fn every_part_has_its_place_in_one_bundle() {
        for folder in ["css", "js"] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("static")
                .join(folder);
            for file in path.read_dir().unwrap() {
                let name = file.unwrap().file_name().into_string().unwrap();
                let places = BUNDLES
                    .iter()
                    .filter(|bundle| bundle.folder == folder)
                    .flat_map(|bundle| bundle.parts)
                    .filter(|part| **part == name)
                    .count();
                assert_eq!(places, 1, "{folder}/{name}");
                assert!(Bundle::has_part(&format!("{folder}/{name}")));
            }
        }
        assert!(!Bundle::has_part("world.svg") && !Bundle::has_part("js/tokens.css"));
    }

    #[test]
    fn what_is_served_has_every_rule_and_no_comment() {
        for bundle in BUNDLES {
            let served = bundle.join(read).unwrap();
            assert!(
                !served.contains("/*") && !served.contains("\n//"),
                "{}",
                bundle.name
            );
            let count = |text: &str, sign| text.chars().filter(|c| *c == sign).count();
            assert_eq!(count(&served, '{'), count(&served, '}'), "{}", bundle.name);
        }
        assert!(BUNDLES[0].join(|_| None).is_none());
    }

    #[test]
    fn a_stylesheet_has_one_declaration_a_line() {
        for bundle in BUNDLES.iter().filter(|bundle| bundle.folder == "css") {
            for line in bundle.join(read).unwrap().lines() {
                let full = line.matches(';').count() > 1 || line.contains("{ ");
                assert!(
                    !full && line.chars().count() <= 100,
                    "{}: {line}",
                    bundle.name
                );
            }
        }
    }

    #[test]
    fn a_comment_goes_wherever_it_stands() {
        assert_eq!(
            minify_css(
                "/* one\n   two */\n.a {\n  color: red; /* why */\n}\n\n/* b */ .b { top: 0; }\n"
            ),
            ".a {\ncolor: red;\n}\n.b { top: 0; }"
        );
        assert_eq!(
            minify_js("// Why.\nconst a = () => {\n  return \"https://x\"; // kept\n};\n"),
            "const a = () => {\nreturn \"https://x\"; // kept\n};"
        );
    }

    #[test]
    fn no_line_of_the_script_begins_or_ends_inside_a_text() {
        for part in BUNDLES[2].parts {
            for line in read(&format!("js/{part}")).unwrap().lines() {
                assert!(line.matches('`').count() % 2 == 0, "{part}: {line}");
            }
        }
    }
}
