//! One session on its way into a document: what all parts of the document need to know.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use plenary_plugin_sdk::model::{Content, Section};
use plenary_plugin_sdk::{Job, Session};

use crate::iri::Component;
use crate::options::{Options, Profile, Report};
use crate::references::References;
use crate::transcript::Transcript;
use crate::work::Work;

/// Which document is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Document {
    /// The debate, with the report in it, beside it, or without.
    Debate(Report),
    /// The report by itself.
    Report,
}

impl Document {
    /// For whom it is written: SayIt reads debates alone.
    pub(crate) fn profile(self, options: &Options) -> Profile {
        match self {
            Self::Debate(_) => options.profile,
            Self::Report => Profile::Standard,
        }
    }
}

/// A session with all that is worked out before the first byte is written.
pub(crate) struct Record<'s> {
    /// The session.
    pub(crate) session: &'s Session<'s>,
    /// What is written of it.
    pub(crate) document: Document,
    /// For whom.
    pub(crate) profile: Profile,
    /// How it is filed.
    pub(crate) work: &'s Work<'s>,
    /// The transcript.
    pub(crate) transcript: Transcript<'s>,
    /// Whom and what it refers to.
    pub(crate) references: References<'s>,
    /// The day the document is made, where the caller tells.
    pub(crate) made: Option<Date>,
}

/// What a record needs to know of the job.
#[derive(Debug)]
pub(crate) struct Making {
    /// The program that makes the document.
    pub(crate) generator: String,
    /// When, in seconds since 1970-01-01 UTC.
    pub(crate) epoch: Option<i64>,
    /// What is made.
    pub(crate) document: Document,
}

impl Making {
    /// What `job` asks for.
    pub(crate) fn of(job: &Job<'_>, options: &Options) -> Self {
        let document = match job.format() {
            "akoma-ntoso-report" => Document::Report,
            _ => Document::Debate(options.report),
        };
        Self { generator: job.generator().to_owned(), epoch: job.source_date_epoch(), document }
    }
}

impl<'s> Record<'s> {
    /// The record of `session`, filed as `work`.
    pub(crate) fn new(
        session: &'s Session<'s>,
        work: &'s Work<'s>,
        options: &'s Options,
        making: &'s Making,
    ) -> Self {
        let made = making.epoch.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok());
        let Making { document, .. } = *making;
        let profile = document.profile(options);
        Self {
            session,
            document,
            profile,
            work,
            transcript: Transcript::of(session, profile),
            references: References::of(session, document, work, options, &making.generator),
            made: made.map(|made| TimeZone::UTC.to_datetime(made).date()).filter(|made| made.year() >= 1),
        }
    }

    /// The report, as the document names it: `None` where it leaves it out, or there is nothing to report.
    pub(crate) fn report_named(&self) -> Option<Component<'_>> {
        sections_of_report(self.session).next()?;
        match self.document {
            Document::Debate(Report::Attachment) => Some(self.work.attached_report()),
            Document::Debate(Report::Separate) | Document::Report => Some(self.work.report()),
            Document::Debate(Report::Omit) => None,
        }
    }

    /// The title of the report: its first heading.
    pub(crate) fn report_title(&self) -> Option<&'s str> {
        sections_of_report(self.session).find_map(|section| section.heading.as_ref()).map(|of| of.as_str())
    }

    /// Whether a section with something in it stands in the document.
    pub(crate) fn has(&self, section: &Section<'_>) -> bool {
        match self.document {
            Document::Report => is_reported(section),
            document => {
                document.holds_report()
                    || matches!(section.content, Content::Speeches(_) | Content::Profiles(_))
            }
        }
    }

    /// The sections of the report that stand in the document.
    pub(crate) fn report(&self) -> impl Iterator<Item = &'s Section<'s>> {
        let is_there = self.document.holds_report();
        sections_of_report(self.session).filter(move |_| is_there)
    }
}

impl Document {
    /// Whether the words of the report stand in it.
    pub(crate) fn holds_report(self) -> bool {
        matches!(self, Document::Debate(Report::Attachment) | Document::Report)
    }
}

/// The sections a report is made of: prose, points, and what the profiles report.
pub(crate) fn sections_of_report<'s>(session: &'s Session<'s>) -> impl Iterator<Item = &'s Section<'s>> {
    session.sections.iter().filter(|section| is_reported(section))
}

fn is_reported(section: &Section<'_>) -> bool {
    match &section.content {
        Content::Parts(parts) => !parts.is_empty(),
        Content::Points(points) => !points.is_empty(),
        Content::Profiles(profiles) => profiles.iter().any(|profile| !profile.report.is_empty()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use plenary_plugin_sdk::Session;
    use plenary_plugin_sdk::model::Dialect;

    use super::{Document, Making, Record};
    use crate::options::{Options, Report};
    use crate::work::Work;

    #[test]
    fn the_day_of_making_comes_from_the_caller() {
        let (session, options) = (Session::new(Dialect::DigWatch), Options::default());
        let work = Work::of(&session, &options).unwrap();
        let made = |epoch| {
            let document = Document::Debate(Report::Attachment);
            let making = Making { generator: "plenary 0.1.0".to_owned(), epoch, document };
            Record::new(&session, &work, &options, &making).made.map(|made| made.to_string())
        };
        assert_eq!(made(None), None);
        assert_eq!(made(Some(0)).as_deref(), Some("1970-01-01"));
        assert_eq!(made(Some(1_717_718_399)).as_deref(), Some("2024-06-06"), "in UTC, to the last second");
        assert_eq!(made(Some(i64::MIN)), None, "no date of a calendar");
        assert_eq!(made(Some(-62_135_596_801)), None, "before the year 1, which the schema does not know");
    }
}
