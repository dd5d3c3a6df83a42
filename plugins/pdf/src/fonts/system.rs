//! The system's fonts, and the files that `font` names: the one place where a renderer touches files.
//!
//! Which fonts are installed is looked up once a process, and only where a character is missing. The same fonts give
//! the same choice: by the families of [`scripts`](super::scripts), in their order.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use fontdb::{Database, FaceInfo, Source, Style, Weight};
use unicode_script::Script;

use super::lacking::Lacking;
use super::scripts::{Families, Ideographs, families};
use super::{BOLD, PLAIN, TEXT};
use crate::layout::{Face, FaceData, FaceFile, Look, Rank, SharedBytes};

/// Characters that are looked for in a font nobody knows the name of.
const TRIED: usize = 200;

/// The bytes of a file.
pub(super) fn read(path: &Path) -> std::io::Result<SharedBytes> {
    Ok(Arc::new(std::fs::read(path)?))
}

/// The upright faces of the system, sorted.
fn installed() -> &'static [FaceInfo] {
    static INSTALLED: OnceLock<Vec<FaceInfo>> = OnceLock::new();
    INSTALLED.get_or_init(|| {
        let mut database = Database::new();
        database.load_system_fonts();
        let upright = database.faces().filter(|face| face.style == Style::Normal);
        let mut faces: Vec<_> = upright.cloned().collect();
        faces.sort_by(|one, other| key(one).cmp(&key(other)));
        faces
    })
}

fn key(face: &FaceInfo) -> (&str, u16, &str, Option<&Path>, u32) {
    (family(face), face.weight.0, &face.post_script_name, path(face), face.index)
}

fn family(face: &FaceInfo) -> &str {
    face.families.first().map_or("", |(name, _)| name)
}

fn path(face: &FaceInfo) -> Option<&Path> {
    match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => Some(path),
        Source::Binary(_) => None,
    }
}

/// Faces for the characters that a document lacks: for each script one for running text and two for all else. None of
/// them is read before something is set in it.
pub(super) fn faces(lacking: &Lacking, language: &str) -> Vec<FaceFile> {
    let has = |script: Script| lacking.values().any(|(own, _)| *own == script);
    let ideographs = Ideographs::of(language, has);
    let mut chosen: Vec<(&FaceInfo, Look)> = Vec::new();
    for (script, chars) in lacking.values() {
        let Families { serif, sans } = families(*script, ideographs);
        if *script == Script::Common {
            // Signs are spread over several fonts.
            let all = serif.iter().chain(&sans).filter_map(|name| weighing(name, Weight::NORMAL));
            chosen.extend(all.map(|face| (face, PLAIN)));
            continue;
        }
        let first = |names: &[String], weight| names.iter().find_map(|name| weighing(name, weight));
        let bold = first(&sans, Weight::SEMIBOLD).or_else(|| first(&serif, Weight::SEMIBOLD));
        let own = [
            (first(&serif, Weight::NORMAL), TEXT),
            (first(&sans, Weight::NORMAL), PLAIN),
            (bold.filter(|face| face.weight >= Weight::SEMIBOLD), BOLD),
        ];
        let found = chosen.len();
        chosen.extend(own.into_iter().filter_map(|(face, look)| Some((face?, look))));
        if chosen.len() == found {
            chosen.extend(best(chars).map(|face| (face, PLAIN)));
        }
    }
    let mut seen = BTreeSet::new();
    chosen.retain(|(face, _)| seen.insert((path(face), face.index)));
    chosen.into_iter().filter_map(|(face, look)| file(face, look)).collect()
}

/// The face of a family whose weight is the nearest.
fn weighing(name: &str, weight: Weight) -> Option<&'static FaceInfo> {
    let own = installed()
        .iter()
        .filter(|face| face.families.iter().any(|(family, _)| family.eq_ignore_ascii_case(name)));
    own.min_by_key(|face| face.weight.0.abs_diff(weight.0))
}

/// Of all faces, the one that has the most of the characters; the first by name, of several.
fn best(chars: &[char]) -> Option<&'static FaceInfo> {
    let chars = chars.get(..TRIED).unwrap_or(chars);
    let counted = installed().iter().enumerate().filter_map(|(at, info)| {
        let face = Face::read(&file(info, PLAIN)?).ok()?;
        let count = chars.iter().filter(|c| face.has(**c)).count();
        let weight = info.weight.0.abs_diff(Weight::NORMAL.0);
        Some(((count, std::cmp::Reverse((weight, at))), info))
    });
    let ((count, _), info) = counted.max_by_key(|(key, _)| *key)?;
    (count > 0).then_some(info)
}

fn file(face: &FaceInfo, look: Look) -> Option<FaceFile> {
    let path = path(face)?.to_owned();
    let data = FaceData::Lazy(Box::new(move || read(&path).ok()));
    let name = face.post_script_name.clone().into();
    Some(FaceFile { name, index: face.index, look, rank: Rank::Fallback, data })
}
