//! What every trial works with: the plugin, sessions, and renderings that are noted before they begin.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use plenary_core::Session;
use plenary_host::abi::Status;
use plenary_host::{
    Conduct, Failure, FailureKind, FormatInfo, Limit, Observed, OptionInfo, Options, Payload, Plugin,
    RenderContext,
};
use serde_json::{Map, Value};

use super::notes::{Note, Notes};
use super::sessions::{self, Sample};
use super::verdict::{Finding, failed};

/// What every trial works with.
pub(super) struct Bench<'h> {
    pub(super) plugin: &'h Plugin,
    /// The folder of the run; the plugin works in [`work`](Self::work).
    pub(super) folder: PathBuf,
    /// What surrounded the plugin before it was loaded.
    pub(super) before: Surroundings,
    notes: &'h Notes,
    samples: Vec<Arc<Sample>>,
    /// The documents of all samples, made once.
    documents: OnceLock<Vec<Document>>,
}

/// What a plugin must leave as it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Surroundings {
    pub(super) folder: Option<PathBuf>,
    pub(super) environment: BTreeMap<OsString, OsString>,
}

/// What came of a session in a format: the bytes, or why there are none.
pub(super) type Made = Result<Vec<u8>, Box<Failure>>;

/// What came of a sample in a format.
pub(super) struct Document {
    /// `dig-watch/tidewater-forum as markdown`
    pub(super) what: String,
    pub(super) sample: Arc<Sample>,
    pub(super) format: String,
    pub(super) made: Made,
    /// What the plugin reported.
    pub(super) findings: Vec<plenary_core::Diagnostic>,
}

/// More bytes than this are no document of a sample.
const LONGEST: u64 = 16 << 20;

/// What is the same for every rendering.
pub(super) const CONTEXT: RenderContext<'static> = RenderContext {
    generator: concat!("plenary ", env!("CARGO_PKG_VERSION")),
    source_date_epoch: None,
    cancelled: None,
    time: None,
};

impl<'h> Bench<'h> {
    /// # Errors
    /// Where the folder that the plugin is to work in cannot be made.
    pub(super) fn new(plugin: &'h Plugin, folder: &Path, notes: &'h Notes) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        std::fs::create_dir_all(folder.join(WORK))?;
        std::env::set_current_dir(folder.join(WORK))?;
        Ok(Self {
            plugin,
            folder,
            before: Surroundings::now(),
            notes,
            samples: sessions::samples().into_iter().map(Arc::new).collect(),
            documents: OnceLock::new(),
        })
    }

    pub(super) fn formats(&self) -> &'h [FormatInfo] {
        &self.plugin.manifest().formats
    }

    pub(super) fn options(&self) -> Vec<OptionInfo<'h>> {
        plenary_host::options(self.plugin.manifest())
    }

    pub(super) fn samples(&self) -> &[Arc<Sample>] {
        &self.samples
    }

    /// A few sessions that hold much: the longest of each dialect.
    pub(super) fn few(&self) -> Vec<&Sample> {
        let mut longest: BTreeMap<&str, (usize, &Sample)> = BTreeMap::new();
        for sample in &self.samples {
            let dialect = sample.name.split('/').next().unwrap_or_default();
            let length = plenary_core::source::write(&sample.session).len();
            let best = longest.entry(dialect).or_insert((length, sample));
            if length > best.0 {
                *best = (length, sample);
            }
        }
        longest.into_values().map(|(_, sample)| sample).collect()
    }

    /// The folder the plugin works in, which is empty.
    pub(super) fn work(&self) -> PathBuf {
        self.folder.join(WORK)
    }

    /// The options of a plain rendering: none but those that have to be set.
    pub(super) fn plain(&self) -> Options {
        self.plain_and([])
    }

    /// The same, and these.
    pub(super) fn plain_and(&self, options: impl IntoIterator<Item = (String, Value)>) -> Options {
        let mut object = Map::new();
        for option in self.options().into_iter().filter(|option| option.required) {
            if let Some(value) = option.values().into_iter().next() {
                set(&mut object, &option.key, value);
            }
        }
        for (key, value) in options {
            set(&mut object, &key, value);
        }
        Options::from(object)
    }

    /// The documents of all samples in all formats, as no options make them.
    pub(super) fn documents(&self) -> &[Document] {
        self.documents.get_or_init(|| {
            let plain = self.plain();
            let all = self
                .samples
                .iter()
                .flat_map(|sample| self.formats().iter().map(move |format| (sample, format)));
            all.map(|(sample, format)| self.document(sample, &format.name, &plain)).collect()
        })
    }

    fn document(&self, sample: &Arc<Sample>, format: &str, options: &Options) -> Document {
        let what = format!("{} as {format}", sample.name);
        let mut findings = Vec::new();
        let made = self.render(&what, format, &sample.session, options).map(|(bytes, reported)| {
            findings = reported;
            bytes
        });
        if let Err(failure) = &made {
            findings.clone_from(&failure.diagnostics);
        }
        Document { what, sample: Arc::clone(sample), format: format.to_owned(), made, findings }
    }

    /// What comes of `session`, which the noted `what` names.
    pub(super) fn made(&self, what: &str, format: &str, session: &Session<'_>, options: &Options) -> Made {
        self.render(what, format, session, options).map(|(bytes, _)| bytes)
    }

    fn render(
        &self,
        what: &str,
        format: &str,
        session: &Session<'_>,
        options: &Options,
    ) -> Result<(Vec<u8>, Vec<plenary_core::Diagnostic>), Box<Failure>> {
        let mut out = Bounded(Vec::new());
        let observed = self.observe(what, format, session, options, None, &mut out);
        observed.outcome.map(|findings| (out.0, findings))
    }

    /// Renders into `out` and watches the plugin.
    pub(super) fn observe(
        &self,
        what: &str,
        format: &str,
        session: &Session<'_>,
        options: &Options,
        cancelled: Option<&AtomicBool>,
        out: &mut dyn Write,
    ) -> Observed {
        // Where it cannot be noted, a death can be told of without its place.
        let _ = self.notes.add(&Note::At(what.to_owned()));
        let payload = Payload::new(session);
        let context = RenderContext { cancelled, ..CONTEXT };
        self.plugin.observe(format, &payload, options, &context, out).unwrap_or_else(|failure| Observed {
            outcome: Err(Box::new(Failure {
                kind: FailureKind::Contract(failure.to_string()),
                help: failure.help(),
                diagnostics: Vec::new(),
            })),
            conduct: Conduct { status: Status::FAILED, writes_ignoring_refusal: 0, asked: 0 },
        })
    }
}

const WORK: &str = "work";

impl Surroundings {
    pub(super) fn now() -> Self {
        Self { folder: std::env::current_dir().ok(), environment: std::env::vars_os().collect() }
    }
}

/// Sets an option; a name with dots is a path.
fn set(object: &mut Map<String, Value>, key: &str, value: Value) {
    match key.split_once('.') {
        None => {
            object.insert(key.to_owned(), value);
        }
        Some((parent, rest)) => {
            let inner = object.entry(parent).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                set(inner, rest, value);
            }
        }
    }
}

/// Whether the plugin broke the contract, rather than saying that it makes no document of this.
pub(super) fn is_fault(kind: &FailureKind) -> bool {
    !matches!(kind, FailureKind::Failed(_) | FailureKind::Unsupported(_))
}

/// What is told of a rendering that broke the contract.
pub(super) fn fault(what: &str, failure: &Failure) -> Finding {
    failed(format!("{what}: {}", failure.kind)).help(failure.help.clone().unwrap_or_else(|| {
        match failure.kind {
            FailureKind::NoOutput => {
                "an empty document is none: write something, or say with a failing status why not"
            }
            FailureKind::Options(_) => {
                "no option was set: the defaults have to be options that the plugin takes"
            }
            FailureKind::Panicked(_) => {
                "the session is one that a user may have: handle it, or return an error"
            }
            _ => "plenary_plugin.h and the SDK's documentation say what a plugin may do",
        }
        .to_owned()
    }))
}

/// Whether two renderings came to the same: the same bytes, or the same reason for none.
pub(super) fn is_same(one: &Made, other: &Made) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => one == other,
        (Err(one), Err(other)) => one.kind.to_string() == other.kind.to_string(),
        _ => false,
    }
}

/// How two renderings differ that should be the same.
pub(super) fn difference(one: &Made, other: &Made) -> String {
    match (one, other) {
        (Ok(one), Ok(other)) => {
            let at = one.iter().zip(other).position(|(a, b)| a != b).unwrap_or(one.len().min(other.len()));
            let mut told = format!("byte {at} and on differ ({} and {} bytes)", one.len(), other.len());
            let around = |bytes: &[u8]| {
                let shown = bytes.get(at.saturating_sub(10)..bytes.len().min(at + 30)).unwrap_or_default();
                String::from_utf8_lossy(shown).into_owned()
            };
            let _ = write!(told, ": `{}` and `{}`", around(one), around(other));
            told
        }
        (Err(one), Err(other)) => format!("once {}, once {}", one.kind, other.kind),
        (Err(failure), Ok(_)) | (Ok(_), Err(failure)) => {
            format!("once there is a document, once {}", failure.kind)
        }
    }
}

/// A document, as far as one can be.
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.0.len() + bytes.len()) as u64 > LONGEST {
            return Err(io::Error::other(Limit::Output(LONGEST).to_string()));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
