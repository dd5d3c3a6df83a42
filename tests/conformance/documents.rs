//! The documents to be judged: every page rendered once a run, in every form.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use plenary_core::Session;

use crate::problem::Problem;
use crate::support::converted::{Converted, converted, every_page};
use crate::support::settings::Settings;
use crate::support::{Page, plenary, run};

/// One of the forms a session is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Json,
    Markdown,
    AkomaNtoso,
    AkomaNtosoReport,
    Pdf,
    Tei,
}

impl Form {
    pub(crate) const ALL: [Form; 6] =
        [Form::Json, Form::Markdown, Form::AkomaNtoso, Form::AkomaNtosoReport, Form::Pdf, Form::Tei];

    /// As plenary calls the format.
    pub(crate) fn format(self) -> &'static str {
        match self {
            Form::Json => "json",
            Form::Markdown => "markdown",
            Form::AkomaNtoso => "akoma-ntoso",
            Form::AkomaNtosoReport => "akoma-ntoso-report",
            Form::Pdf => "pdf",
            Form::Tei => "tei",
        }
    }

    pub(crate) fn extension(self) -> &'static str {
        match self {
            Form::Json => "session.json",
            Form::Markdown => "md",
            Form::AkomaNtoso => "xml",
            Form::AkomaNtosoReport => "report.xml",
            Form::Pdf => "pdf",
            Form::Tei => "tei.xml",
        }
    }
}

/// One page's documents.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) page: Page,
    /// Where they stand, each under the page's name.
    pub(crate) folder: PathBuf,
    /// How the options were set when they were made.
    pub(crate) settings: Settings,
    /// What plenary said when it made them.
    pub(crate) messages: String,
}

impl Document {
    pub(crate) fn path(&self, form: Form) -> PathBuf {
        self.folder.join(format!("{}.{}", self.page.stem(), form.extension()))
    }

    pub(crate) fn bytes(&self, form: Form) -> Result<Vec<u8>, Problem> {
        let path = self.path(form);
        fs::read(&path).map_err(|error| Problem::Failed(format!("{}: {error}", path.display())))
    }

    /// The session they were made of.
    pub(crate) fn session(&self) -> Result<Session<'static>, Problem> {
        let json = String::from_utf8_lossy(&rendered(&self.page)?.bytes(Form::Json)?).into_owned();
        plenary_core::json::from_str(&json).map_err(|error| Problem::Failed(error.to_string()))
    }
}

/// What was rendered, by what it was rendered from.
type Store<T> = Mutex<BTreeMap<String, Arc<OnceLock<Result<T, String>>>>>;

/// Renders on the first call, for all checks.
fn once<T: Clone>(
    store: &Store<T>,
    what: String,
    render: impl FnOnce() -> Result<T, String>,
) -> Result<T, Problem> {
    let rendered = Arc::clone(store.lock().unwrap().entry(what).or_default());
    rendered.get_or_init(render).clone().map_err(Problem::Failed)
}

/// The documents of a page, in every form, with the options as they are by default.
///
/// # Errors
/// Where plenary does not end with 0.
pub(crate) fn rendered(page: &Page) -> Result<Document, Problem> {
    static RENDERED: Store<Document> = Mutex::new(BTreeMap::new());
    once(&RENDERED, page.name.clone(), || {
        let folder = work_folder().join("documents").join(&page.name);
        empty(&folder).map_err(|error| error.to_string())?;
        let formats = Form::ALL.map(Form::format).join(",");
        let output = run(plenary().arg("convert").arg(&page.path).args(["-t", &formats, "-o"]).arg(&folder));
        let messages = String::from_utf8_lossy(&output.stderr).into_owned();
        if !output.status.success() {
            return Err(format!("{} ended with {}:\n{messages}", page.name, output.status));
        }
        Ok(Document { page: page.clone(), folder, settings: Settings::default(), messages })
    })
}

/// The documents of every page in one form, with the options set.
///
/// # Errors
/// Where plenary does not end with 0.
pub(crate) fn rendered_with(form: Form, settings: &Settings) -> Result<Vec<Document>, Problem> {
    static RENDERED: Store<Vec<Document>> = Mutex::new(BTreeMap::new());
    let name = format!("{}, {}", form.format(), settings.name());
    once(&RENDERED, name.clone(), || {
        // Settings may be longer than a folder's name, and hold what it may not.
        let folder = work_folder().join("settings").join(format!("{:x}", hash(&name)));
        empty(&folder).map_err(|error| error.to_string())?;
        let converted = converted(&every_page(), form.format(), settings, &folder)?;
        let document = |Converted { page, file }: Converted| Document {
            page,
            folder: file.parent().unwrap_or(&folder).to_owned(),
            settings: settings.clone(),
            messages: String::new(),
        };
        Ok(converted.into_iter().map(document).collect())
    })
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

/// Makes an empty folder.
pub(crate) fn empty(folder: &Path) -> std::io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)
}

/// Where this layer keeps its things, below the target folder: one run at a time, others wait.
pub(crate) fn work_folder() -> &'static Path {
    static FOLDER: OnceLock<(PathBuf, File)> = OnceLock::new();
    let (folder, _lock) = FOLDER.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("conformance");
        fs::create_dir_all(&folder).expect("the target folder can be written to");
        let lock = File::create(folder.join("lock")).expect("the target folder can be written to");
        lock.lock().expect("a file can be locked");
        (folder, lock)
    });
    folder
}
