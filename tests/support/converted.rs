//! All pages rendered at once, which is much quicker than one by one.

use std::fs;
use std::path::{Path, PathBuf};

use super::settings::Settings;
use super::{Page, plenary, real_pages, run, samples};

/// A document of a page.
#[derive(Debug, Clone)]
pub struct Converted {
    pub page: Page,
    pub file: PathBuf,
}

impl Converted {
    /// As a page, to be read in its turn.
    pub fn as_page(&self) -> Page {
        Page { path: self.file.clone(), ..self.page.clone() }
    }

    pub fn text(&self) -> String {
        fs::read_to_string(&self.file).unwrap_or_else(|error| panic!("{}: {error}", self.file.display()))
    }
}

/// Every sample, and the real pages that are at hand.
pub fn every_page() -> Vec<Page> {
    samples().into_iter().chain(real_pages()).collect()
}

/// The documents of pages in a format, below `folder`.
pub fn converted(
    pages: &[Page],
    format: &str,
    settings: &Settings,
    folder: &Path,
) -> Result<Vec<Converted>, String> {
    let mut converted = Vec::new();
    // Pages of different folders may have the same name.
    for pages in pages.chunk_by(|a, b| a.dialect() == b.dialect()) {
        let folder = folder.join(pages[0].dialect());
        let mut command = plenary();
        command
            .arg("convert")
            .args(pages.iter().map(|page| &page.path))
            .args(["-t", format, "-o"])
            .arg(&folder);
        let output = run(command.args(settings.arguments(format)));
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            return Err(format!("{command:?} ended with {}:\n{said}", output.status));
        }
        for page in pages {
            let file = folder.join(format!("{}.{}", page.stem(), extension(format)));
            converted.push(Converted { page: page.clone(), file });
        }
    }
    Ok(converted)
}

/// Of the documents of a format.
fn extension(format: &str) -> &'static str {
    match format {
        "json" => "session.json",
        "markdown" => "md",
        "akoma-ntoso" => "xml",
        "akoma-ntoso-report" => "report.xml",
        "pdf" => "pdf",
        "tei" => "tei.xml",
        other => panic!("nobody has said what extension {other} has"),
    }
}
