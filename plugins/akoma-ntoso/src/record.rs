//! One session on its way into a document: what all parts of the document need to know.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Content, Section};

use crate::options::{Options, Report};
use crate::references::References;
use crate::work::Work;

/// A session with all that is worked out before the first byte is written.
pub(crate) struct Record<'s> {
    /// The session.
    pub(crate) session: &'s Session<'s>,
    /// How it is filed.
    pub(crate) work: &'s Work<'s>,
    /// Whom and what it refers to.
    pub(crate) references: References<'s>,
    /// The day the document is made, where the caller tells.
    pub(crate) made: Option<Date>,
    report: Report,
}

impl<'s> Record<'s> {
    /// The record of `session`, filed as `work`; made by `generator`, a program, at `epoch`.
    pub(crate) fn new(
        session: &'s Session<'s>,
        work: &'s Work<'s>,
        options: &Options,
        generator: &'s str,
        epoch: Option<i64>,
    ) -> Self {
        let made = epoch.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
        Self {
            session,
            work,
            references: References::of(session, work, generator),
            made: made.map(|made| TimeZone::UTC.to_datetime(made).date()).filter(|made| made.year() >= 1),
            report: options.report,
        }
    }

    /// Whether a section with something in it stands in the document.
    pub(crate) fn has(&self, section: &Section<'_>) -> bool {
        self.report == Report::Attachment
            || matches!(section.content, Content::Speeches(_) | Content::Profiles(_))
    }

    /// The sections the attached report is made of: prose, points, and what the profiles report.
    pub(crate) fn report(&self) -> impl Iterator<Item = &'s Section<'s>> {
        let sections = match self.report {
            Report::Attachment => self.session.sections.as_slice(),
            Report::Omit => &[],
        };
        sections.iter().filter(|section| match &section.content {
            Content::Parts(parts) => !parts.is_empty(),
            Content::Points(points) => !points.is_empty(),
            Content::Profiles(profiles) => profiles.iter().any(|profile| !profile.report.is_empty()),
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use plenary_plugin_sdk::Session;
    use plenary_plugin_sdk::model::Dialect;

    use super::Record;
    use crate::options::Options;
    use crate::work::Work;

    #[test]
    fn the_day_of_making_comes_from_the_caller() {
        let (session, options) = (Session::new(Dialect::DigWatch), Options::default());
        let work = Work::of(&session, &options);
        let made = |epoch| {
            let record = Record::new(&session, &work, &options, "plenary 0.1.0", epoch);
            record.made.map(|made| made.to_string())
        };
        assert_eq!(made(None), None);
        assert_eq!(made(Some(0)).as_deref(), Some("1970-01-01"));
        assert_eq!(made(Some(1_717_718_399)).as_deref(), Some("2024-06-06"), "in UTC, to the last second");
        assert_eq!(made(Some(i64::MIN)), None, "no date of a calendar");
        assert_eq!(made(Some(-62_135_596_801)), None, "before the year 1, which the schema does not know");
    }
}
