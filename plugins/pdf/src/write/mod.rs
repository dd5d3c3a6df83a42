//! A layout as a PDF file.
//!
//! printpdf writes the pages' drawing operators and the skeleton of the document. What it would do by itself and not
//! as an archive wants it (number files by a process-wide counter, date them, widths cut to integers, a flat outline)
//! is not asked of it: fonts, links, outline, named destinations, information and identifier are put into the lopdf
//! document it gives, which is then saved with object streams (PDF 1.7).

mod codes;
mod content;
mod destinations;
mod digest;
mod fonts;
mod information;
mod outline;

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use plenary_plugin_sdk::RenderError;
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions};

use crate::layout::{Fonts, ItemKind, Layout, Page};
use codes::Codes;
use digest::Digest;
pub(crate) use information::Information;

/// How hard streams are compressed: beyond this the time doubles for a hundredth of the size.
const COMPRESSION: Compression = Compression::new(6);

/// The bytes of the file.
///
/// # Errors
/// [`RenderError::Failed`] where a font cannot be subset, or a library breaks its word.
pub(crate) fn write(
    layout: &Layout,
    fonts: &Fonts,
    information: &Information<'_>,
) -> Result<Vec<u8>, RenderError> {
    let codes = Codes::new(layout, fonts);
    let mut document = skeleton(layout, &codes);
    document.version = "1.7".to_owned();
    let pages = page_ids(&document)?;
    let mut digest = Digest::default();

    let mut resources = Dictionary::new();
    resources.set("Font", fonts::embed(&mut document, layout, fonts, &codes)?);
    let resources = document.add_object(resources);
    for (page, &id) in std::iter::zip(&layout.pages, &pages) {
        let links = links(page, layout.geometry.height);
        let dictionary = document.get_dictionary_mut(id).map_err(broken)?;
        let old = dictionary.get(b"Resources").and_then(Object::as_reference).map_err(broken)?;
        dictionary.set("Resources", resources);
        dictionary.remove(b"Annots");
        if !links.is_empty() {
            dictionary.set("Annots", links);
        }
        let content = dictionary.get(b"Contents").and_then(Object::as_reference).map_err(broken)?;
        remove_resources(&mut document, old);
        let content = document.get_object_mut(content).and_then(Object::as_stream_mut).map_err(broken)?;
        digest.update(&content.content);
        *content = compressed(Dictionary::new(), &content.content)?;
    }

    let mut catalog = dictionary! { "Type" => "Catalog", "PageLayout" => "OneColumn" };
    let root = document.trailer.get(b"Root").and_then(Object::as_reference).map_err(broken)?;
    let old = document.get_dictionary(root).map_err(broken)?;
    catalog.set("Pages", old.get(b"Pages").map_err(broken)?.clone());
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    if let Some(outline) = outline::add(&mut document, layout, &pages, &mut digest) {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    if let Some(names) = destinations::add(&mut document, layout, &pages, &mut digest) {
        catalog.set("Names", dictionary! { "Dests" => names });
    }
    document.set_object(root, catalog);
    let info = document.trailer.get(b"Info").and_then(Object::as_reference).map_err(broken)?;
    document.set_object(info, information.dictionary(&mut digest));
    document.trailer.set("ID", digest.file_identifier());

    let mut bytes = Vec::new();
    document
        .save_modern(&mut bytes)
        .map_err(|error| RenderError::Failed(format!("the PDF could not be written: {error}")))?;
    Ok(bytes)
}

/// The pages with their contents.
fn skeleton(layout: &Layout, codes: &Codes) -> Document {
    let (width, height) = (printpdf::Pt(layout.geometry.width), printpdf::Pt(layout.geometry.height));
    let pages = layout.pages.iter().map(|page| {
        let mut sheet = PdfPage::new(width.into(), height.into(), content::operators(page, layout, codes));
        // The conversion to millimetres and back would leave its trace.
        for area in [&mut sheet.media_box, &mut sheet.trim_box, &mut sheet.crop_box] {
            (area.width, area.height) = (width, height);
        }
        sheet
    });
    let mut document = PdfDocument::new("");
    document.pages = pages.collect();
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, ..PdfSaveOptions::default() };
    document.to_lopdf_document(&options, &mut Vec::new())
}

fn page_ids(document: &Document) -> Result<Vec<ObjectId>, RenderError> {
    let pages = document.catalog().and_then(|catalog| catalog.get_deref(b"Pages", document));
    let kids =
        pages.and_then(Object::as_dict).and_then(|pages| pages.get(b"Kids")).and_then(Object::as_array);
    kids.map_err(broken)?.iter().map(|kid| kid.as_reference().map_err(broken)).collect()
}

/// Takes out a page's resources and what they refer to, which other pages share: nothing of them is used.
fn remove_resources(document: &mut Document, id: ObjectId) {
    if let Some(Object::Dictionary(resources)) = document.objects.remove(&id) {
        for shared in resources.iter().filter_map(|(_, shared)| shared.as_reference().ok()) {
            document.objects.remove(&shared);
        }
    }
}

/// The annotations that lead from places on the page to named destinations.
fn links(page: &Page, page_height: f32) -> Vec<Object> {
    let link = |kind: &ItemKind| match kind {
        ItemKind::Link { x, y, width, height, to } => {
            let (lower, upper) = (page_height - y - height, page_height - y);
            let edges =
                [*x, lower, x + width, upper].map(|edge| Object::Real((edge * 100.0).round() / 100.0));
            let annotation = dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => edges.to_vec(),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "Dest" => Object::string_literal(to.as_str()),
                "F" => 4, // to be printed, which archives want of every annotation
            };
            Some(Object::Dictionary(annotation))
        }
        _ => None,
    };
    page.items.iter().filter_map(|item| link(&item.kind)).collect()
}

/// A stream of these bytes, compressed.
fn compressed(mut dictionary: Dictionary, bytes: &[u8]) -> Result<Stream, RenderError> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3), COMPRESSION);
    encoder.write_all(bytes)?;
    dictionary.set("Filter", "FlateDecode");
    Ok(Stream::new(dictionary, encoder.finish()?).with_compression(false))
}

#[allow(clippy::needless_pass_by_value)] // as map_err hands it over
fn broken(error: lopdf::Error) -> RenderError {
    RenderError::Failed(format!("the PDF library gave a document without its usual parts: {error}"))
}
