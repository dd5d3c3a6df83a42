//! The samples, and the messages that are noted in them.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::root;

/// Begins a line of a sample that is no line of the page: it notes a message that the line above must raise, or, at the
/// end, the whole page.
const NOTE: &str = "%~ ";

include!("../../samples/folders.rs");

/// One session page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// `dig-watch/tidewater-forum`, from the folder of samples; `corpus/…` for a real page.
    pub name: String,
    /// The page, without any notes.
    pub path: PathBuf,
    /// The file among the samples, with the notes; of a real page, the page.
    pub sample: PathBuf,
}

impl Page {
    /// Its file's name without the extension.
    pub fn stem(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }

    /// The folder it stands in, which is called after its dialect.
    pub fn dialect(&self) -> &str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// Its text, without the notes.
    pub fn text(&self) -> String {
        read(&self.path)
    }

    /// The file beside it with another extension.
    pub fn beside(&self, extension: &str) -> PathBuf {
        self.sample.with_extension(extension)
    }

    /// Whether `file` is the page itself or stands beside it.
    pub fn owns(&self, file: &Path) -> bool {
        let name = self.beside("");
        file.to_string_lossy().starts_with(&format!("{}.", name.display()))
    }
}

/// Every sample, in the order of their names.
pub fn samples() -> Vec<Page> {
    static SAMPLES: OnceLock<Vec<Page>> = OnceLock::new();
    SAMPLES.get_or_init(find).clone()
}

fn find() -> Vec<Page> {
    let folder = root().join("samples");
    let mut samples = Vec::new();
    for (dialect, extension) in FOLDERS {
        let folder = folder.join(dialect);
        for mut page in pages(&folder, dialect, extension) {
            let text = page.text();
            page.path = clean_folder()
                .join("samples")
                .join(dialect)
                .join(page.sample.file_name().unwrap_or_default());
            write(&page.path, &without_notes(&text));
            samples.push(page);
        }
    }
    assert!(!samples.is_empty(), "no samples found");
    samples
}

/// The one sample `name`, such as `dig-watch/tidewater-forum`.
pub fn sample(name: &str) -> Page {
    let page = samples().into_iter().find(|page| page.name == name);
    page.unwrap_or_else(|| panic!("no sample {name}"))
}

/// Where real pages are, if they are anywhere: they are no part of the project.
pub fn corpus() -> PathBuf {
    std::env::var_os("PLENARY_CORPUS").map_or_else(|| root().join("../shared/corpus"), PathBuf::from)
}

/// The real pages that are at hand.
pub fn real_pages() -> Vec<Page> {
    let folder = corpus();
    let texts = pages(&folder, "corpus", "txt");
    texts.into_iter().chain(pages(&folder.join("vtt"), "webvtt", "vtt")).collect()
}

/// The pages of a folder with an extension, by name.
pub fn pages(folder: &Path, group: &str, extension: &str) -> Vec<Page> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let is_page = |file: &PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(&format!(".{extension}")) && !name.ends_with(".session.json")
    };
    let page = |file: PathBuf| {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Page { name: format!("{group}/{stem}"), path: file.clone(), sample: file }
    };
    files.into_iter().filter(is_page).map(page).collect()
}

/// Where the samples stand without their notes, below `samples/`, so that messages name them as they should.
pub fn clean_folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("clean")
}

/// The page in a sample.
pub fn without_notes(sample: &str) -> String {
    let page: String = sample.split_inclusive('\n').filter(|line| !line.starts_with(NOTE)).collect();
    // A note without a line end, at the end, says that the page has none either.
    let last = sample.rsplit('\n').next().unwrap_or_default();
    let page = if last.starts_with(NOTE) { page.strip_suffix('\n').unwrap_or(&page) } else { &page };
    page.to_owned()
}

/// A page with notes: each below the line in which its place begins, and those without a place at the end.
pub fn with_notes(page: &str, notes: &[(Option<usize>, String)]) -> String {
    let mut sample = String::new();
    let mut end = 0;
    let (placed, unplaced): (Vec<_>, Vec<_>) = notes.iter().partition(|(place, _)| place.is_some());
    let mut placed = placed.into_iter().peekable();
    let add = |sample: &mut String, note: &str| {
        if !sample.is_empty() && !sample.ends_with('\n') {
            sample.push('\n');
        }
        *sample += &format!("{NOTE}{}\n", note.replace(char::is_control, "\u{fffd}"));
    };
    for line in page.split_inclusive('\n') {
        sample += line;
        end += line.len();
        while let Some((_, note)) = placed.next_if(|(place, _)| place.is_some_and(|place| place < end)) {
            add(&mut sample, note);
        }
    }
    placed.chain(unplaced).for_each(|(_, note)| add(&mut sample, note));
    if !page.ends_with('\n') && !page.is_empty() && !notes.is_empty() {
        sample.truncate(sample.trim_end_matches('\n').len());
    }
    sample
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes a file at once, for tests that run beside this one; leaves one alone that is as it should be.
fn write(path: &Path, text: &str) {
    if fs::read(path).is_ok_and(|before| before == text.as_bytes()) {
        return;
    }
    let folder = path.parent().unwrap_or(path);
    let written = fs::create_dir_all(folder).and_then(|()| {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text.as_bytes())?;
        Ok(file.persist(path)?)
    });
    written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
