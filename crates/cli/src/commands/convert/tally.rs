//! What became of the pages and documents of a run.

use crate::output::{Fate, Target};
use crate::report::{Counts, Report};
use crate::table::several;

/// What became of the pages and documents of a run.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) failed: usize,
    pub(super) documents: Vec<(Target, Fate)>,
}

impl Tally {
    /// A closing line: of the findings where there were several, else of what was written.
    pub(super) fn tell(&self, pages: usize, report: &mut Report) {
        // Notes are no reason for a closing line.
        let counts = Counts { notes: 0, ..report.counts() };
        let Counts { errors, warnings, .. } = counts;
        if errors + warnings > 1 || (errors + warnings == 1 && pages > 1) {
            let failed = match (self.failed, pages) {
                (0, _) => String::new(),
                (_, 1) => "the page was not converted: ".to_owned(),
                (failed, pages) => format!("{failed} of {pages} pages not converted: "),
            };
            report.summary(&format!("{failed}{counts}"));
        } else if errors == 0
            && let Some(line) = self.written()
        {
            report.confirmation(&line);
        }
    }

    fn written(&self) -> Option<String> {
        let files = self.documents.iter().filter_map(|(target, fate)| match target {
            Target::File(path) => Some((path, *fate)),
            Target::Stdout => None,
        });
        match files.collect::<Vec<_>>().as_slice() {
            [] => None,
            [(path, Fate::Written)] => Some(format!("wrote {}", path.display())),
            [(path, Fate::Unchanged)] => Some(format!("{} is unchanged", path.display())),
            files => {
                let written = files.iter().filter(|(_, fate)| *fate == Fate::Written).count();
                let unchanged = match files.len() - written {
                    0 => String::new(),
                    1 => "; 1 is unchanged".to_owned(),
                    more => format!("; {more} are unchanged"),
                };
                Some(format!("wrote {}{unchanged}", several(written, "document", "documents")))
            }
        }
    }
}
