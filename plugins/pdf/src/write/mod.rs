//! A layout as a file: PDF 1.7, accessible (PDF/UA-1) and to be kept (PDF/A-2a).
//!
//! printpdf writes the pages' drawing operators. What it would do by itself and not as an archive wants it (number files
//! by a process-wide counter, date them, cut widths to integers, have a flat outline and no tags) is not asked of it:
//! everything around the pages is written here. Pages and fonts are made on all processors at once.

mod about;
mod file;
mod fonts;
mod navigation;
mod page;
mod parallel;
mod tags;

use std::fmt::Write as _;

use plenary_plugin_sdk::RenderError;

use crate::layout::{FaceId, Fonts, Layout};
pub(crate) use about::Information;
use file::{Compressor, File, Length, Ref, Row, Text};
use fonts::{Codes, Subset};
use navigation::Links;
use parallel::map;
use tags::Tree;

/// Pages made in one go.
const SHEAF: usize = 4;

/// The bytes of the file.
///
/// # Errors
/// [`RenderError::Failed`] where a font cannot be subset, or a library breaks its word; [`RenderError::Cancelled`] where
/// `cancelled` says so.
pub(crate) fn write(
    layout: &Layout,
    fonts: &Fonts,
    information: &Information<'_>,
    cancelled: &dyn Fn() -> bool,
) -> Result<Vec<u8>, RenderError> {
    let codes = Codes::new(layout, fonts);
    let tree = Tree::of(layout);
    let made = make(layout, fonts, &tree, &codes, cancelled)?;

    let mut file = File::new();
    let pages = file.reserve_all(layout.pages.len());
    let links = Links::write(&mut file, layout);
    let mut resources = String::new();
    let mut contents = Vec::with_capacity(layout.pages.len());
    for piece in made {
        match piece {
            Piece::Font(font) => font.write(&mut file, &mut resources)?,
            Piece::Pages(pages) => {
                contents.extend(pages.iter().map(|page| file.add_stream("/Filter/FlateDecode", page)));
            }
        }
    }
    let resources = file.add(format!("<</Font<<{resources}>>>>"));
    let parent = file.reserve();
    let size = Row([layout.geometry.width, layout.geometry.height].map(Length).iter()).to_string();
    for (number, content) in contents.into_iter().enumerate() {
        let mut page = format!(
            "<</Type/Page/Parent {parent}/MediaBox[0 0 {size}]/Resources {resources}/Contents {content}\
             /StructParents {number}/Tabs/S"
        );
        let mut links = links.on(number).peekable();
        if links.peek().is_some() {
            write!(page, "/Annots[{}]", Row(links))?;
        }
        page.push_str(">>");
        file.put(pages.plus(number), page);
    }
    let kids = (0..layout.pages.len()).map(|number| pages.plus(number));
    file.put(parent, format!("<</Type/Pages/Count {}/Kids[{}]>>", layout.pages.len(), Row(kids)));

    let tags = tree.write(&mut file, layout, pages, &links)?;
    let root = catalog(&mut file, layout, information, pages, parent, tags)?;
    let information = file.add(information.dictionary());
    file.finish(root, information, cancelled)
}

/// What takes time to make, and can be made by itself.
enum Piece {
    Font(Subset),
    /// The contents of some pages.
    Pages(Vec<Vec<u8>>),
}

/// The fonts, then the pages in their order.
fn make(
    layout: &Layout,
    fonts: &Fonts,
    tree: &Tree,
    codes: &Codes,
    cancelled: &dyn Fn() -> bool,
) -> Result<Vec<Piece>, RenderError> {
    let faces = layout.text.repertoires().len();
    let sheaves: Vec<_> = layout.pages.chunks(SHEAF).collect();
    let piece = |compressor: &mut Compressor, nth: usize| match nth.checked_sub(faces) {
        None => {
            let face = FaceId(u16::try_from(nth).unwrap_or(u16::MAX));
            Ok(Subset::of(face, layout, fonts, codes, compressor)?.map(Piece::Font))
        }
        Some(nth) => {
            let pages = sheaves.get(nth).copied().unwrap_or_default().iter();
            let contents = pages.map(|page| page::content(page, layout, tree, codes, compressor));
            Ok(Some(Piece::Pages(contents.collect::<Result<_, RenderError>>()?)))
        }
    };
    let made = map(faces + sheaves.len(), Compressor::new, piece, cancelled)?;
    made.into_iter().filter_map(Result::transpose).collect()
}

/// Writes the catalog, and what it leads to.
fn catalog(
    file: &mut File,
    layout: &Layout,
    information: &Information<'_>,
    pages: Ref,
    parent: Ref,
    tags: Ref,
) -> Result<Ref, RenderError> {
    let metadata = about::packet(information, &layout.language);
    let metadata = file.add_stream("/Type/Metadata/Subtype/XML", metadata.as_bytes());
    let profile = file.add_stream("/N 3/Filter/FlateDecode", &Compressor::new().compressed(&about::srgb())?);
    let mut catalog = format!(
        "<</Type/Catalog/Pages {parent}/PageLayout/OneColumn/ViewerPreferences<</DisplayDocTitle true>>\
         /Lang{}/MarkInfo<</Marked true>>/StructTreeRoot {tags}/Metadata {metadata}\
         /OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)\
         /DestOutputProfile {profile}>>]",
        Text(&layout.language),
    );
    if let Some(outline) = navigation::write_outline(file, layout, pages)? {
        write!(catalog, "/Outlines {outline}/PageMode/UseOutlines")?;
    }
    if let Some(names) = navigation::write_destinations(file, layout, pages) {
        write!(catalog, "/Names<</Dests {names}>>")?;
    }
    catalog.push_str(">>");
    Ok(file.add(catalog))
}
