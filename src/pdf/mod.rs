//! PDF FILES of one A4 page: text and rules where they are put, in a font that the file carries as
//! far as it needs it. The same page always gives the same bytes. Lengths are twentieths of a
//! point, from the page's upper left corner. Knows no words and no invoice.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};
use subsetter::GlyphRemapper;
use ttf_parser::{Face, GlyphId};

/// A4.
pub const WIDTH: i32 = 11_906;
/// A4.
pub const HEIGHT: i32 = 16_838;

/// Roboto 2 (Apache License 2.0, LICENSE-Roboto beside it): Latin, Greek and Cyrillic.
const REGULAR: &[u8] = include_bytes!("Roboto-Regular.ttf");
const BOLD: &[u8] = include_bytes!("Roboto-Bold.ttf");

const SYSTEM: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// Why no file came of a page.
#[derive(Debug, thiserror::Error)]
#[error("the font cannot be used: {0}")]
pub struct NoFile(&'static str);

/// How heavy text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Plain.
    Regular,
    /// For titles and sums.
    Bold,
}

/// A font, opened.
struct Font {
    data: &'static [u8],
    name: &'static [u8],
    resource: &'static [u8],
    face: Face<'static>,
}

impl Font {
    fn open(weight: Weight) -> Result<Self, NoFile> {
        let (data, name, resource): (&'static [u8], &'static [u8], &'static [u8]) = match weight {
            Weight::Regular => (REGULAR, b"PAPERA+Roboto-Regular", b"R"),
            Weight::Bold => (BOLD, b"PAPERB+Roboto-Bold", b"B"),
        };
        let face = Face::parse(data, 0).map_err(|_| NoFile("it cannot be read"))?;
        Ok(Self {
            data,
            name,
            resource,
            face,
        })
    }

    /// The glyph of a sign; none where the font cannot write it.
    fn glyph(&self, sign: char) -> Option<GlyphId> {
        let spelt = match sign {
            '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
            '\u{2011}' => '-',
            other => other,
        };
        self.face.glyph_index(spelt).filter(|glyph| glyph.0 != 0)
    }

    /// In thousandths of the size.
    fn advance(&self, glyph: GlyphId) -> i32 {
        let units = i32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default());
        self.thousandths(units)
    }

    fn thousandths(&self, units: i32) -> i32 {
        units * 1000 / i32::from(self.face.units_per_em().max(1))
    }
}

/// Signs that say which way text runs, or where it may break, and have no shape.
fn is_silent(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{ad}' | '\u{feff}')
}

/// Whether every sign of a text can be written.
#[must_use]
pub fn writes(text: &str) -> bool {
    let fonts = [Weight::Regular, Weight::Bold].map(Font::open);
    fonts.iter().all(|font| {
        font.as_ref().is_ok_and(|font| {
            text.chars()
                .all(|sign| is_silent(sign) || font.glyph(sign).is_some())
        })
    })
}

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

/// Writes what a reader needs of a font: the used glyphs, how wide they are, and which signs they
/// stand for.
fn embed(
    pdf: &mut Pdf,
    id: Ref,
    font: &Font,
    used: &BTreeMap<u16, char>,
    mapper: &GlyphRemapper,
) -> Result<(), NoFile> {
    let [cid, descriptor, file, unicode] = [1, 2, 3, 4].map(|more| Ref::new(id.get() + more));
    pdf.type0_font(id)
        .base_font(Name(font.name))
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(unicode);
    let mut written = pdf.cid_font(cid);
    written
        .subtype(CidFontType::Type2)
        .base_font(Name(font.name))
        .system_info(SYSTEM)
        .font_descriptor(descriptor)
        .default_width(0.0);
    written.cid_to_gid_map_predefined(Name(b"Identity"));
    let advances = mapper
        .remapped_gids()
        .map(|glyph| whole(font.advance(GlyphId(glyph))));
    written.widths().consecutive(0, advances);
    written.finish();
    let of = |units: i16| whole(font.thousandths(units.into()));
    let bounds = font.face.global_bounding_box();
    let mut told = pdf.font_descriptor(descriptor);
    told.name(Name(font.name))
        .flags(FontFlags::NON_SYMBOLIC)
        .italic_angle(0.0)
        .stem_v(80.0)
        .font_file2(file);
    told.bbox(Rect::new(
        of(bounds.x_min),
        of(bounds.y_min),
        of(bounds.x_max),
        of(bounds.y_max),
    ));
    told.ascent(of(font.face.ascender()))
        .descent(of(font.face.descender()));
    told.cap_height(of(font.face.capital_height().unwrap_or_default()));
    told.finish();
    let subset =
        subsetter::subset(font.data, 0, mapper).map_err(|_| NoFile("it cannot be made smaller"))?;
    let small = deflated(&subset)?;
    pdf.stream(file, &small).filter(Filter::FlateDecode).pair(
        Name(b"Length1"),
        i32::try_from(subset.len()).unwrap_or_default(),
    );
    pdf.stream(unicode, meanings(used, mapper).as_bytes());
    Ok(())
}

/// Which sign each glyph stands for, so that text can be searched, copied and read out. In the
/// plainest form that is allowed: not every reader takes all of it.
fn meanings(used: &BTreeMap<u16, char>, mapper: &GlyphRemapper) -> String {
    let mut map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
                   /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        .to_owned();
    let pairs: Vec<String> = used
        .iter()
        .map(|(glyph, sign)| {
            let mut units = [0; 2];
            let units: String = sign
                .encode_utf16(&mut units)
                .iter()
                .map(|unit| format!("{unit:04X}"))
                .collect();
            format!(
                "<{:04X}> <{units}>\n",
                mapper.get(*glyph).unwrap_or_default()
            )
        })
        .collect();
    for some in pairs.chunks(100) {
        map.push_str(&format!(
            "{} beginbfchar\n{}endbfchar\n",
            some.len(),
            some.concat()
        ));
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}

fn deflated(bytes: &[u8]) -> Result<Vec<u8>, NoFile> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|_| NoFile("it cannot be compressed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_glyph_says_which_sign_it_is() {
        let used: BTreeMap<u16, char> = (1..=150).zip('A'..).collect();
        let glyphs: Vec<u16> = used.keys().copied().collect();
        let map = meanings(&used, &GlyphRemapper::new_from_glyphs_sorted(&glyphs));
        assert!(
            map.contains("100 beginbfchar")
                && map.contains("50 beginbfchar")
                && map.contains("<0001> <0041>"),
            "{map}"
        );
    }

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
    fn it_says_beforehand_what_it_cannot_write() {
        assert!(writes("Café Ångström, Ελλάδα, България, Việt Nam\u{200e}"));
        for other in ["株式会社", "متجر", "中文", "한국"] {
            assert!(!writes(other), "{other}");
        }
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
