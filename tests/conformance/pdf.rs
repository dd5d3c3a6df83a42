//! PDF, as qpdf and poppler read it.

use crate::documents::{Document, Form};
use crate::problem::tool;
use crate::problem::{Problem, ensure, judge};
use crate::support::words::Words;
use crate::support::{
    self,
    expected::{runs, take_all},
};

/// qpdf finds nothing wrong with its structure.
pub(crate) fn is_sound(document: &Document) -> Result<(), Problem> {
    judge(tool("qpdf")?.arg("--check").arg(document.path(Form::Pdf)))?;
    Ok(())
}

/// pdffonts finds fonts, all embedded, subset, and with a map to Unicode.
pub(crate) fn embeds_its_fonts(document: &Document) -> Result<(), Problem> {
    let output = judge(tool("pdffonts")?.arg(document.path(Form::Pdf)))?;
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    let fonts: Vec<_> = table.lines().skip(2).collect();
    ensure(!fonts.is_empty(), || "no fonts".to_owned())?;
    for font in fonts {
        // The row ends with `emb sub uni object generation`.
        let columns: Vec<_> = font.split_whitespace().rev().collect();
        let all = columns.get(2..5).is_some_and(|marks| marks == ["yes"; 3]);
        ensure(all, || format!("not embedded, subset and mapped to Unicode:\n{table}"))?;
    }
    Ok(())
}

/// Where the text stands on a page of A4, in points from its upper left corner: without the running title above and
/// the page's number below, which would part a paragraph that goes on overleaf.
const TEXT_AREA: [&str; 8] = ["-x", "0", "-y", "62", "-W", "596", "-H", "708"];

/// pdftotext gives every word of the session, in order.
pub(crate) fn keeps_the_words(document: &Document) -> Result<(), Problem> {
    let mut pdftotext = tool("pdftotext")?;
    let output =
        judge(pdftotext.args(["-enc", "UTF-8"]).args(TEXT_AREA).arg(document.path(Form::Pdf)).arg("-"))?;
    let read = String::from_utf8_lossy(&output.stdout);
    let session = document.session()?;
    if support::right_to_left::is_used(&session) {
        return Ok(support::right_to_left::keeps_the_letters(&session, &read)?);
    }
    let mut words = Words::of(&read);
    Ok(take_all(&runs(&session), &mut words)?)
}
