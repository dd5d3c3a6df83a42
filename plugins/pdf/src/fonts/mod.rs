//! The faces of a document: those that `font` names, those the plugin brings along (Source Serif for running text,
//! IBM Plex Sans for everything that gives it structure; together they cover Latin, Greek, Cyrillic and Vietnamese),
//! and for what all of these lack the system's.

mod lacking;
mod named;
mod scripts;
mod system;

use std::sync::{Arc, OnceLock};

use plenary_plugin_sdk::{RenderError, Session};

use crate::Options;
use crate::layout::{FaceData, FaceFile, FaceId, Fonts, Look, Rank};

pub(crate) use scripts::{advice, script};

/// Running text.
pub(crate) const SERIF: FaceId = FaceId(0);
/// Notes, tables, heads and feet.
pub(crate) const SANS: FaceId = FaceId(1);
/// Headings and labels.
pub(crate) const SANS_BOLD: FaceId = FaceId(2);

const TEXT: Look = Look { serif: true, bold: false };
const PLAIN: Look = Look { serif: false, bold: false };
const BOLD: Look = Look { serif: false, bold: true };

/// In the order of the constants above.
const FILES: [(&str, Look, &[u8]); 3] = [
    ("SourceSerif4-Regular", TEXT, include_bytes!("../../fonts/SourceSerif4-Regular.ttf")),
    ("IBMPlexSans-Regular", PLAIN, include_bytes!("../../fonts/IBMPlexSans-Regular.ttf")),
    ("IBMPlexSans-SemiBold", BOLD, include_bytes!("../../fonts/IBMPlexSans-SemiBold.ttf")),
];

fn own() -> Vec<FaceFile> {
    let file = |(name, look, data): (&'static str, _, _)| {
        let data = FaceData::Static(data);
        FaceFile { name: name.into(), index: 0, look, rank: Rank::Own, data }
    };
    FILES.into_iter().map(file).collect()
}

/// The plugin's own faces, read once a process.
fn brought_along() -> &'static Arc<Fonts> {
    static FONTS: OnceLock<Arc<Fonts>> = OnceLock::new();
    FONTS.get_or_init(|| Arc::new(Fonts::of(own())))
}

/// The faces for a session.
///
/// # Errors
/// Where a file that `font` names is of no use.
pub fn fonts(session: &Session<'_>, options: &Options) -> Result<Arc<Fonts>, RenderError> {
    let named = options.font.as_deref().filter(|files| !files.is_empty());
    let named = named.map(named::files).transpose()?;
    let known = match &named {
        None => brought_along().clone(),
        Some(files) => Arc::new(Fonts::of(own().into_iter().chain(files.iter().map(named::face)).collect())),
    };
    // Whoever names files wants the same bytes wherever they are, whatever else is installed there.
    if !options.system_fonts.unwrap_or(named.is_none()) {
        return Ok(known);
    }
    let lacking = lacking::of(session, &known);
    if lacking.is_empty() {
        return Ok(known);
    }
    let more = system::faces(&lacking, options.language.tag());
    if more.is_empty() {
        return Ok(known);
    }
    let files = own().into_iter().chain(named.iter().flatten().map(named::face));
    Ok(Arc::new(Fonts::of(files.chain(more).collect())))
}
