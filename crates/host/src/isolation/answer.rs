//! What a worker answers, believed as far as it can be: the plugin shares its process.

use std::io::Write;

use plenary_core::Diagnostic;

use super::process::Stop;
use super::protocol::{End, Kind};
use super::{Death, Limit, Limits};

/// More findings than this, no worker of ours sends: the SDK keeps a thousand.
const MOST_FINDINGS: usize = 1100;
/// More bytes of findings than this, no worker of ours sends: the SDK keeps texts of a mebibyte, and JSON makes six bytes of
/// one at most.
const MOST_FINDING_BYTES: usize = 8 << 20;

/// An answer, as far as it has come.
pub(super) struct Answer<'a> {
    out: &'a mut dyn Write,
    /// The limit of the document's length.
    output: Option<u64>,
    length: u64,
    pub(super) findings: Vec<Diagnostic>,
    /// How many bytes they came in.
    finding_bytes: usize,
}

impl<'a> Answer<'a> {
    pub(super) fn new(out: &'a mut dyn Write, limits: &Limits) -> Self {
        Self { out, output: limits.output, length: 0, findings: Vec::new(), finding_bytes: 0 }
    }

    /// Takes a frame in; what it came to, where it is the last.
    pub(super) fn take(&mut self, kind: Kind, bytes: &[u8]) -> Result<Option<End>, Stop> {
        match kind {
            Kind::Output => {
                self.length = self.length.saturating_add(bytes.len() as u64);
                if self.output.is_some_and(|most| self.length > most) {
                    return Err(self.is_over());
                }
                self.out.write_all(bytes).map_err(Stop::Output)?;
                Ok(None)
            }
            Kind::Finding
                if self.findings.len() < MOST_FINDINGS && self.finding_bytes < MOST_FINDING_BYTES =>
            {
                self.finding_bytes += bytes.len();
                self.findings.push(serde_json::from_slice(bytes).map_err(|_| damaged())?);
                Ok(None)
            }
            Kind::TooLong => Err(self.is_over()),
            Kind::End => Ok(Some(serde_json::from_slice(bytes).map_err(|_| damaged())?)),
            Kind::Finding | Kind::Start | Kind::Job | Kind::Session => Err(damaged()),
        }
    }

    /// The document is too long.
    fn is_over(&self) -> Stop {
        let most = self.output.map(|most| Stop::Died(Death::Over(Limit::Output(most))));
        most.unwrap_or_else(damaged)
    }
}

pub(super) fn damaged() -> Stop {
    Stop::Died(Death::Damaged("what came back from it is no answer"))
}
