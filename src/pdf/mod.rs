//! PDF FILES of one A4 page: text and rules where they are put, in a font that the file carries as
//! far as it needs it. The same page always gives the same bytes. Lengths are twentieths of a
//! point, from the page's upper left corner. Knows no words and no invoice.

mod font;

use std::collections::BTreeMap;

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;
use ttf_parser::GlyphId;

use font::{Font, embed, is_silent};

pub use font::{Weight, writes};

/// A4.
pub const WIDTH: i32 = 11_906;
/// A4.
pub const HEIGHT: i32 = 16_838;

/// Why no file came of a page.
#[derive(Debug, thiserror::Error)]
#[error("the font cannot be used: {0}")]
pub struct NoFile(&'static str);

struct Piece {
    x: i32,
    y: i32,
    size: i32,
    grey: bool,
    weight: Weight,
    /// Each sign and its glyph.
    signs: Vec<(char, GlyphId)>,
}

/// A page that is being written.
pub struct Paper {
    regular: Font,
    bold: Font,
    pieces: Vec<Piece>,
    rules: Vec<(i32, i32, i32)>,
}

/// How a piece of text looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Its size.
    pub size: i32,
    /// How heavy.
    pub weight: Weight,
    /// For what matters less.
    pub grey: bool,
}

impl Paper {
    /// An empty page.
    ///
    /// # Errors
    /// [`NoFile`]
    pub fn new() -> Result<Self, NoFile> {
        Ok(Self {
            regular: Font::open(Weight::Regular)?,
            bold: Font::open(Weight::Bold)?,
            pieces: Vec::new(),
            rules: Vec::new(),
        })
    }

    fn font(&self, weight: Weight) -> &Font {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    fn signs(&self, text: &str, weight: Weight) -> Vec<(char, GlyphId)> {
        let font = self.font(weight);
        let known = |sign: char| {
            font.glyph(sign)
                .map(|glyph| (sign, glyph))
                .or_else(|| Some(('?', font.glyph('?')?)))
        };
        text.chars()
            .filter(|sign| !is_silent(*sign))
            .filter_map(known)
            .collect()
    }

    fn width_of(&self, signs: &[(char, GlyphId)], style: Style) -> i32 {
        let font = self.font(style.weight);
        signs
            .iter()
            .map(|(_, glyph)| font.advance(*glyph))
            .sum::<i32>()
            * style.size
            / 1000
    }

    /// Writes a line that begins at `x`; `y` is where its letters stand.
    pub fn text(&mut self, x: i32, y: i32, style: Style, text: &str) {
        let signs = self.signs(text, style.weight);
        self.pieces.push(Piece {
            x,
            y,
            size: style.size,
            grey: style.grey,
            weight: style.weight,
            signs,
        });
    }

    /// The same for a line that ends at `x`.
    pub fn text_to(&mut self, x: i32, y: i32, style: Style, text: &str) {
        let width = self.width_of(&self.signs(text, style.weight), style);
        self.text(x - width, y, style, text);
    }

    /// Draws a line from side to side.
    pub fn rule(&mut self, x: i32, y: i32, width: i32) {
        self.rules.push((x, y, width));
    }

    /// A text in lines that are no wider than this; a word that is wider is cut.
    #[must_use]
    pub fn wrap(&self, text: &str, width: i32, style: Style) -> Vec<String> {
        let fits = |line: &str| self.width_of(&self.signs(line, style.weight), style) <= width;
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if fits(&format!("{line} {word}")) => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(String::new()),
            }
            if lines.last().is_some_and(String::is_empty) {
                for sign in word.chars() {
                    let full = lines
                        .last()
                        .is_some_and(|line| !line.is_empty() && !fits(&format!("{line}{sign}")));
                    if full {
                        lines.push(String::new());
                    }
                    if let Some(line) = lines.last_mut() {
                        line.push(sign);
                    }
                }
            }
        }
        lines
    }

    /// The file.
    ///
    /// # Errors
    /// [`NoFile`]
    pub fn finish(self, title: &str, author: &str, language: &str) -> Result<Vec<u8>, NoFile> {
        let mut pdf = Pdf::new();
        let (catalogue, tree, page, content, info) = (
            Ref::new(1),
            Ref::new(2),
            Ref::new(3),
            Ref::new(4),
            Ref::new(5),
        );
        let fonts = [(Weight::Regular, Ref::new(6)), (Weight::Bold, Ref::new(11))];
        let mut root = pdf.catalog(catalogue);
        root.pages(tree).lang(TextStr(language));
        root.viewer_preferences().display_doc_title(true);
        root.finish();
        pdf.pages(tree).kids([page]).count(1);
        let mut sheet = pdf.page(page);
        sheet
            .media_box(Rect::new(0.0, 0.0, 595.3, 841.9))
            .parent(tree)
            .contents(content);
        let mut resources = sheet.resources();
        let mut named = resources.fonts();
        for (weight, id) in fonts {
            named.pair(Name(self.font(weight).resource), id);
        }
        named.finish();
        resources.finish();
        sheet.finish();
        let mut drawn = Content::new();
        // A twentieth of a point is the unit from here on.
        drawn.transform([0.05, 0.0, 0.0, 0.05, 0.0, 0.0]);
        for (weight, id) in fonts {
            let used = self.used(weight);
            let glyphs: Vec<u16> = used.keys().copied().collect();
            let mapper = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
            embed(&mut pdf, id, self.font(weight), &used, &mapper)?;
            self.draw(&mut drawn, weight, &mapper);
        }
        self.draw_rules(&mut drawn);
        pdf.stream(content, &drawn.finish());
        pdf.document_info(info)
            .title(TextStr(title))
            .author(TextStr(author));
        Ok(pdf.finish())
    }

    /// The glyphs that are used, each with a sign it stands for.
    fn used(&self, weight: Weight) -> BTreeMap<u16, char> {
        let signs = self
            .pieces
            .iter()
            .filter(|piece| piece.weight == weight)
            .flat_map(|piece| &piece.signs);
        signs
            .map(|(sign, glyph)| {
                (
                    glyph.0,
                    if *sign == '\u{202f}' || *sign == '\u{a0}' {
                        ' '
                    } else {
                        *sign
                    },
                )
            })
            .collect()
    }

    fn draw(&self, content: &mut Content, weight: Weight, mapper: &GlyphRemapper) {
        for piece in self.pieces.iter().filter(|piece| piece.weight == weight) {
            let bytes: Vec<u8> = piece
                .signs
                .iter()
                .flat_map(|(_, glyph)| mapper.get(glyph.0).unwrap_or_default().to_be_bytes())
                .collect();
            content.set_fill_gray(if piece.grey { 0.4 } else { 0.0 });
            content
                .begin_text()
                .set_font(Name(self.font(weight).resource), whole(piece.size));
            content
                .next_line(whole(piece.x), whole(HEIGHT - piece.y))
                .show(Str(&bytes))
                .end_text();
        }
    }

    fn draw_rules(&self, content: &mut Content) {
        content.set_stroke_gray(0.6).set_line_width(10.0);
        for (x, y, width) in &self.rules {
            content
                .move_to(whole(*x), whole(HEIGHT - y))
                .line_to(whole(x + width), whole(HEIGHT - y))
                .stroke();
        }
    }
}

/// A length of ours as the file writes it.
fn whole(length: i32) -> f32 {
    f32::from(i16::try_from(length).unwrap_or(i16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Style = Style {
        size: 200,
        weight: Weight::Regular,
        grey: false,
    };

    #[test]
    fn what_is_written_can_be_read_again_and_the_same_page_is_the_same_file() {
        let file = || {
            let mut paper = Paper::new().unwrap();
            paper.text(1000, 1000, PLAIN, "Zürich · Łódź, Αθήνα, Київ");
            paper.text_to(
                10_000,
                1400,
                Style {
                    weight: Weight::Bold,
                    ..PLAIN
                },
                "1\u{202f}234,50\u{a0}€",
            );
            paper.rule(1000, 1500, 9000);
            paper.finish("A title", "A shop", "fr").unwrap()
        };
        let written = file();
        assert_eq!(written, file());
        assert!(
            written.starts_with(b"%PDF-1.7") && written.len() < 40_000,
            "{} bytes",
            written.len()
        );
        let text = lopdf::Document::load_mem(&written)
            .unwrap()
            .extract_text(&[1])
            .unwrap();
        assert!(
            text.contains("Zürich · Łódź, Αθήνα, Київ") && text.contains("1 234,50 €"),
            "{text}"
        );
    }

    #[test]
    fn lines_are_no_wider_than_asked_and_lose_no_letter() {
        let paper = Paper::new().unwrap();
        let text = format!("a short word and {} then", "w".repeat(90));
        let lines = paper.wrap(&text, 4000, PLAIN);
        assert!(lines.len() > 2, "{lines:?}");
        for line in &lines {
            assert!(
                paper.width_of(&paper.signs(line, PLAIN.weight), PLAIN) <= 4000,
                "{line}"
            );
        }
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        assert_eq!(paper.wrap("", 4000, PLAIN), Vec::<String>::new());
    }
}
