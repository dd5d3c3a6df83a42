//! From a page to its documents, the same for every command that makes some: nothing is read here, shown or written.

mod failures;
mod given;
mod setting_file;

use plenary_core::{Diagnostic, Session};
use plenary_host::{Host, Manifest, Options, Origin, Payload, RenderContext};
use tracing::{debug, info};

use crate::catalogue::Format;
use crate::codes;
use crate::config::{FormatOptions, PageSettings};
use crate::exit::Failure;
use crate::fault::contained;
use crate::isolation::Isolation;
use crate::log::milliseconds;
use crate::page::{Page, Reading};
use crate::report::Counts;
use crate::timings::Timings;
use failures::not_rendered;

pub(crate) use given::{check_setting, check_used, formats, formats_of, no_format};

/// The program's name and version, as documents tell it.
pub(crate) const GENERATOR: &str = concat!("plenary ", env!("CARGO_PKG_VERSION"));

/// What is the same for pages that are converted alike. Several threads may convert with it.
pub(crate) struct Conversion<'h> {
    formats: Vec<Format<'h>>,
    /// Those of each format.
    options: Vec<Options>,
    /// What they are made of.
    said: FormatOptions,
    host: &'h Host,
    isolation: &'h Isolation,
    context: RenderContext<'static>,
    strict: bool,
    reading: Reading,
    timings: Timings,
}

/// What came of a page: a document for each format, in their order. `Err(None)` where the findings say already why there
/// are none.
pub(crate) type Converted = Result<Vec<Vec<u8>>, Option<Failure>>;

impl<'h> Conversion<'h> {
    /// A conversion to these formats. No plugin is run yet.
    ///
    /// # Errors
    /// Where an option does not fit, or `SOURCE_DATE_EPOCH` is no number.
    pub(crate) fn new(
        formats: Vec<Format<'h>>,
        settings: &PageSettings,
        host: &'h Host,
        isolation: &'h Isolation,
    ) -> Result<Self, Failure> {
        let source_date_epoch = given::source_date_epoch()?;
        let options = given::options(&settings.options, &formats)?;
        for (format, options) in formats.iter().zip(&options) {
            tell_of(format, options, isolation);
        }
        let timings = Timings::of(formats.iter().map(Format::name));
        Ok(Self {
            formats,
            options,
            said: settings.options.clone(),
            host,
            isolation,
            context: RenderContext {
                generator: GENERATOR,
                source_date_epoch,
                cancelled: None,
                time: isolation.time(),
            },
            strict: settings.strict,
            reading: settings.reading,
            timings,
        })
    }

    /// What the steps of these conversions have taken so far.
    pub(crate) fn timings(&self) -> &Timings {
        &self.timings
    }

    /// The formats.
    pub(crate) fn formats(&self) -> &[Format<'h>] {
        &self.formats
    }

    /// The formats, each with its options.
    pub(crate) fn settings(&self) -> impl Iterator<Item = (&Format<'h>, &Options)> {
        self.formats.iter().zip(&self.options)
    }

    /// How the pages are read.
    pub(crate) fn reading(&self) -> Reading {
        self.reading
    }

    /// Whether a page that raises a warning is not converted.
    pub(crate) fn strict(&self) -> bool {
        self.strict
    }

    /// The date that documents bear.
    pub(crate) fn source_date_epoch(&self) -> Option<i64> {
        self.context.source_date_epoch
    }

    /// Converts a page to all formats, or to none. What is found is told at once, before a plugin runs that might end the
    /// program: what reading the page has found, and then what each renderer has. What breaks down on the way, be it in a
    /// reader, costs the page.
    ///
    /// A failure that is one of usage ([`Exit::Usage`](crate::exit::Exit::Usage)) is none of the page: some options only
    /// the plugin can judge, and the next page would fail alike.
    pub(crate) fn convert(&self, page: &Page, tell: &mut dyn FnMut(&[Diagnostic])) -> Converted {
        contained(|| self.documents(page, tell)).unwrap_or_else(|fault| Err(Some(fault)))
    }

    fn documents(&self, page: &Page, tell: &mut dyn FnMut(&[Diagnostic])) -> Converted {
        let mut counts = Counts::default();
        let mut tell = |found: &[Diagnostic]| {
            found.iter().for_each(|finding| counts.add(finding.severity));
            if !found.is_empty() {
                tell(found);
            }
            counts
        };
        tell(&page.findings);
        let (read, _) = self.timings.read.time(|| page.session());
        self.timings.read.count(page.text.len());
        let (session, found) = read?;
        if tell(&found).errors > 0 {
            return Err(None);
        }
        let documents = self.render(&session, &mut |found| _ = tell(found))?;
        let Counts { errors, warnings, .. } = counts;
        if errors > 0 {
            return Err(None);
        }
        if self.strict && warnings > 0 {
            return Err(Some(Failure::page(
                &codes::STRICT,
                "this page is not converted: it raised a warning, and --strict takes warnings for errors",
            )));
        }
        Ok(documents)
    }

    fn render(
        &self,
        session: &Session<'_>,
        tell: &mut dyn FnMut(&[Diagnostic]),
    ) -> Result<Vec<Vec<u8>>, Failure> {
        // The session is handed to plugins in a form that is made once, and only for plugins.
        let mut payload = None;
        let mut documents = Vec::with_capacity(self.formats.len());
        for ((format, options), step) in self.settings().zip(self.timings.render()) {
            let (document, took) = step.time(|| self.document(session, format, options, &mut payload, tell));
            let document = document?;
            step.count(document.len());
            let milliseconds = milliseconds(took);
            debug!(format = format.name(), bytes = document.len(), milliseconds, "rendered");
            documents.push(document);
        }
        Ok(documents)
    }

    fn document<'s>(
        &self,
        session: &'s Session<'s>,
        format: &Format<'_>,
        options: &Options,
        payload: &mut Option<Payload<'s>>,
        tell: &mut dyn FnMut(&[Diagnostic]),
    ) -> Result<Vec<u8>, Failure> {
        let of_plugin = match format {
            Format::Model(model) => {
                let document = (model.write)(session);
                let failed = |error| Failure::page(&codes::RENDER, format!("`{}`: {error}", format.name()));
                return document.map(String::into_bytes).map_err(failed);
            }
            Format::Plugin(of_plugin) => of_plugin,
        };
        let payload = payload.get_or_insert_with(|| Payload::new(session));
        let mut document = Vec::new();
        match self.isolation.render(self.host, of_plugin, payload, options, &self.context, &mut document) {
            Ok(found) => {
                tell(&found);
                Ok(document)
            }
            Err(failure) => {
                tell(failure.diagnostics());
                Err(given::refused(&self.said, format, &failure).unwrap_or_else(|| not_rendered(&failure)))
            }
        }
    }
}

/// Logs who makes documents of the format, and how.
fn tell_of(format: &Format<'_>, options: &Options, isolation: &Isolation) {
    let name = format.name();
    let Some(plugin) = format.plugin() else {
        return info!(format = name, "plenary itself makes this format");
    };
    let Manifest { name: of, version, .. } = plugin.manifest();
    let from = match plugin.origin() {
        Origin::Bundled => "plenary brings it along".into(),
        Origin::Library(path) => path.to_string_lossy(),
    };
    let isolated = isolation.applies_to(plugin);
    info!(format = name, plugin = of, version, %from, isolated, "a plugin makes this format");
    debug!(format = name, options = options.to_json(), "its options");
}

#[cfg(test)]
mod tests {
    use plenary_host::Limits;

    use super::*;
    use crate::args::Isolate;
    use crate::catalogue::ModelFormat;
    use crate::config::PageLayer;

    #[test]
    fn what_breaks_down_costs_its_page() {
        static FORMAT: ModelFormat = ModelFormat::written_by(|session| {
            let page = plenary_core::source::write(session);
            assert!(!page.contains("morning"), "there are no mornings");
            Ok("fine".to_owned())
        });
        let host = Host::default();
        let isolation = Isolation::new(Isolate::None, Limits::default());
        let formats = vec![Format::Model(&FORMAT)];
        let conversion = Conversion::new(formats, &PageLayer::default().into(), &host, &isolation).unwrap();
        let convert = |text: &str| {
            let page = Page::of(text.as_bytes().to_vec(), conversion.reading());
            let page = page.unwrap_or_else(|broken| panic!("{:?}", broken.failure));
            conversion.convert(&page, &mut |_| {})
        };
        let fine = "1\n00:00:01,000 --> 00:00:02,000\nAda: Good evening.\n";
        let failure = convert(&fine.replace("evening", "morning")).unwrap_err().unwrap();
        assert_eq!(failure.finding.code, "plenary::fault");
        assert!(failure.finding.message.contains("there are no mornings"), "{failure:?}");
        assert_eq!(convert(fine).unwrap(), [b"fine"]);
    }
}
