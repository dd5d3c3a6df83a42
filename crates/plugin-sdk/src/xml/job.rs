//! A document on its way to whoever asked for it.

use std::io::{self, Write};

use super::{Attributes, Faults, Xml, escape};
use crate::model::{Session, Span, walk};
use crate::{Job, RenderError};

/// Writes a document to `job`, as `content` says.
///
/// # Errors
/// Those of `content`; [`RenderError::Cancelled`] once the caller wants no document.
pub fn write(
    job: &mut Job<'_>,
    attributes: Attributes,
    content: impl FnOnce(&mut Xml<'_>) -> io::Result<()>,
) -> Result<Faults, RenderError> {
    let mut output = Output(job);
    let written = Xml::new(&mut output, attributes).and_then(|mut xml| {
        content(&mut xml)?;
        xml.finish()
    });
    written.map_err(|error| if job.is_cancelled() { RenderError::Cancelled } else { error.into() })
}

/// The output, refusing more of it once the caller wants no document. It is asked once a buffer.
struct Output<'j, 'a>(&'j mut Job<'a>);

impl Write for Output<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.is_cancelled() {
            return Err(io::Error::other("cancelled"));
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// The first character of the session that XML cannot hold, and where it stands in the source.
pub fn first_unfit(session: &Session<'_>) -> Option<(char, Span)> {
    let mut first: Option<(char, Span)> = None;
    walk::walk(session, &mut |_, text| {
        let unfit = text.as_str().char_indices().find(|&(_, c)| !escape::is_fit(c));
        if let Some((at, c)) = unfit {
            let start = text.content_span().start + at;
            if first.is_none_or(|(_, span)| start < span.start) {
                first = Some((c, Span::new(start, start + c.len_utf8())));
            }
        }
    });
    first
}
