//! One rendering as the plugin sees it.

use std::io;

use crate::Diagnostic;

/// One rendering: what is asked for, and where the output and the findings go.
///
/// Write the document to it: it is an [`io::Write`].
pub struct Job<'a> {
    pub(crate) format: &'a str,
    pub(crate) generator: &'a str,
    pub(crate) source_date_epoch: Option<i64>,
    pub(crate) caller: &'a mut dyn Caller,
}

/// Who asked for the rendering: the host behind the C table, or a test.
pub(crate) trait Caller {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    fn report(&mut self, diagnostic: Diagnostic);
    fn is_cancelled(&self) -> bool;
}

impl Job<'_> {
    /// The format asked for, one of the manifest's.
    pub fn format(&self) -> &str {
        self.format
    }

    /// The name and version of the program that makes the document, for its metadata: `plenary 0.1.0`.
    pub fn generator(&self) -> &str {
        self.generator
    }

    /// The date to put on what is made now, in seconds since 1970-01-01 UTC (`SOURCE_DATE_EPOCH`);
    /// `None` where the caller gives none: then a document carries no such date.
    pub fn source_date_epoch(&self) -> Option<i64> {
        self.source_date_epoch
    }

    /// Tells the caller of something odd. The document is still made.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.caller.report(diagnostic);
    }

    /// Whether the caller wants no document any more; ask now and then and return
    /// [`RenderError::Cancelled`](crate::RenderError::Cancelled).
    pub fn is_cancelled(&self) -> bool {
        self.caller.is_cancelled()
    }
}

impl io::Write for Job<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.caller.write(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
