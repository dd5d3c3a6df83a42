//! Pages as printpdf writes them.

mod operators;
mod runs;

use lopdf::Object;
use plenary_plugin_sdk::RenderError;
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions};

use super::file::Compressor;
use super::fonts::Codes;
use super::tags::Tree;
use crate::layout::{Layout, Page};
use operators::operators;
pub(super) use runs::runs;

/// The content stream of a page, compressed.
///
/// printpdf has no way to write operators alone: each page becomes a document, of which the content is taken and the
/// rest left. So no more than a few pages' operators are ever in memory.
pub(super) fn content(
    page: &Page,
    layout: &Layout,
    tree: &Tree,
    codes: &Codes,
    compressor: &mut Compressor,
) -> Result<Vec<u8>, RenderError> {
    let (width, height) = (printpdf::Pt(layout.geometry.width), printpdf::Pt(layout.geometry.height));
    let sheet = PdfPage::new(width.into(), height.into(), operators(page, layout, tree, codes));
    let mut document = PdfDocument::new("");
    document.pages.push(sheet);
    // "secure" leaves out the operators printpdf has no name for, and we need one.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, ..PdfSaveOptions::default() };
    let written = document.to_lopdf_document(&options, &mut Vec::new());
    let mut streams = written.objects.values().filter_map(|object| match object {
        Object::Stream(stream) => Some(&stream.content),
        _ => None,
    });
    match (streams.next(), streams.next()) {
        (Some(content), None) => compressor.compressed(content),
        _ => Err(RenderError::Failed("the PDF library wrote a page without its content".to_owned())),
    }
}
