//! The files that the option `font` names.

use std::path::Path;

use plenary_plugin_sdk::RenderError;

use super::system;
use crate::layout::{Face, FaceData, FaceFile, Look, Rank, SharedBytes, Unusable};

/// A font file somebody named.
pub(super) struct Named {
    name: String,
    look: Look,
    rank: Rank,
    data: SharedBytes,
}

/// The files, read; of a collection the first font.
///
/// # Errors
/// Where one cannot be read or may not be embedded.
pub(super) fn files(paths: &[String]) -> Result<Vec<Named>, RenderError> {
    paths.iter().map(|path| file(path)).collect()
}

fn file(path: &str) -> Result<Named, RenderError> {
    let data = system::read(Path::new(path))
        .map_err(|error| RenderError::Options(format!("font: `{path}` cannot be read: {error}")))?;
    let look = Look { serif: true, bold: false };
    let shared = FaceData::Shared(data.clone());
    let file = FaceFile { name: "".into(), index: 0, look, rank: Rank::First, data: shared };
    let face = Face::read(&file).map_err(|why| {
        let why = match why {
            Unusable::NoFont => "is no font: an OpenType file is wanted (.ttf, .otf, .ttc)",
            Unusable::NoOutlines => "has pictures or colours for glyphs, and no plain outlines to embed",
            Unusable::NotEmbeddable => "may not be embedded in part: its maker does not allow it",
        };
        RenderError::Options(format!("font: `{path}` {why}"))
    })?;
    // One without Latin letters is for its own script: words, figures and spaces of others stay as they are.
    let rank = if ('a'..='z').all(|c| face.has(c)) { Rank::First } else { Rank::Fallback };
    Ok(Named { name: face.post_script_name(), look: Look { bold: face.is_bold(), ..look }, rank, data })
}

/// The face of a named file.
pub(super) fn face(named: &Named) -> FaceFile {
    let Named { name, look, rank, data } = named;
    FaceFile {
        name: name.clone().into(),
        index: 0,
        look: *look,
        rank: *rank,
        data: FaceData::Shared(data.clone()),
    }
}
