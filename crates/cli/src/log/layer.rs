//! What listens to events, and writes a line for each.

use std::time::SystemTime;

use tracing::span::{Attributes, Id};
use tracing::{Event, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::{LookupSpan, Scope};

use super::fields::Fields;
use super::line::Line;
use crate::args::LogFormat;
use crate::report::Stderr;

/// Writes a line for each event. What the spans say that it stands in is said in it as well: of which page it is.
pub(super) struct Lines {
    format: LogFormat,
    stderr: Stderr,
}

impl Lines {
    pub(super) fn new(format: LogFormat, stderr: Stderr) -> Self {
        Self { format, stderr }
    }
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Lines {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        if let Some(span) = context.span(id) {
            span.extensions_mut().insert(fields);
        }
    }

    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut fields = Fields::default();
        for span in context.event_scope(event).into_iter().flat_map(Scope::from_root) {
            if let Some(outer) = span.extensions().get() {
                fields.extend(outer);
            }
        }
        event.record(&mut fields);
        #[expect(clippy::disallowed_methods, reason = "a log tells when; it is no part of a document")]
        let now = SystemTime::now();
        let line = Line::new(now, event.metadata(), &fields);
        self.stderr.write(&match self.format {
            LogFormat::Text => line.text(),
            LogFormat::Json => line.json(),
        });
    }
}
