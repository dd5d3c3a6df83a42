//! The faces the plugin brings along: Source Serif for running text, IBM Plex Sans for everything that gives it
//! structure. Together they cover Latin, Greek, Cyrillic and Vietnamese.

use std::sync::OnceLock;

use plenary_plugin_sdk::RenderError;

use crate::layout::{FaceId, Fonts};

/// Running text.
pub(crate) const SERIF: FaceId = FaceId(0);
/// Notes, tables, heads and feet.
pub(crate) const SANS: FaceId = FaceId(1);
/// Headings and labels.
pub(crate) const SANS_BOLD: FaceId = FaceId(2);

/// In the order of the constants above.
const FILES: [(&str, &[u8]); 3] = [
    ("SourceSerif4-Regular", include_bytes!("../fonts/SourceSerif4-Regular.ttf")),
    ("IBMPlexSans-Regular", include_bytes!("../fonts/IBMPlexSans-Regular.ttf")),
    ("IBMPlexSans-SemiBold", include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf")),
];

/// The faces, read once a process.
///
/// # Errors
/// Where one of the files is no font, which a test rules out.
pub(crate) fn fonts() -> Result<&'static Fonts, RenderError> {
    static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| Fonts::new(&FILES)).as_ref();
    fonts.ok_or_else(|| RenderError::Failed("the plugin's own fonts cannot be read".to_owned()))
}
