//! The font in a PDF: its shapes, its widths, and which signs it can write.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo};
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Str};
use subsetter::GlyphRemapper;
use ttf_parser::{Face, GlyphId};

use super::{NoFile, whole};

/// Roboto 2 (Apache License 2.0, LICENSE-Roboto beside it): Latin, Greek and Cyrillic.
const REGULAR: &[u8] = include_bytes!("Roboto-Regular.ttf");

const BOLD: &[u8] = include_bytes!("Roboto-Bold.ttf");

const SYSTEM: SystemInfo<'static> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// How heavy text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Plain.
    Regular,
    /// For titles and sums.
    Bold,
}

/// A font, opened.
pub(super) struct Font {
    pub(super) data: &'static [u8],
    pub(super) name: &'static [u8],
    pub(super) resource: &'static [u8],
    pub(super) face: Face<'static>,
}

impl Font {
    pub(super) fn open(weight: Weight) -> Result<Self, NoFile> {
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
    pub(super) fn glyph(&self, sign: char) -> Option<GlyphId> {
        let spelt = match sign {
            '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
            '\u{2011}' => '-',
            other => other,
        };
        self.face.glyph_index(spelt).filter(|glyph| glyph.0 != 0)
    }

    /// In thousandths of the size.
    pub(super) fn advance(&self, glyph: GlyphId) -> i32 {
        let units = i32::from(self.face.glyph_hor_advance(glyph).unwrap_or_default());
        self.thousandths(units)
    }

    fn thousandths(&self, units: i32) -> i32 {
        units * 1000 / i32::from(self.face.units_per_em().max(1))
    }
}

/// Signs that say which way text runs, or where it may break, and have no shape.
pub(super) fn is_silent(sign: char) -> bool {
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

/// Writes what a reader needs of a font: the used glyphs, how wide they are, and which signs they
/// stand for.
pub(super) fn embed(
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
pub(super) fn meanings(used: &BTreeMap<u16, char>, mapper: &GlyphRemapper) -> String {
    let mut map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo \
                   << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
                   /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 \
                   begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
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

    #[test]
    fn it_says_beforehand_what_it_cannot_write() {
        assert!(writes("Café Ångström, Ελλάδα, България, Việt Nam\u{200e}"));
        for other in ["株式会社", "متجر", "中文", "한국"] {
            assert!(!writes(other), "{other}");
        }
    }
}
