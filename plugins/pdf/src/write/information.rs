//! What the file says of itself (ISO 32000-1, 14.3.3).

use jiff::Timestamp;
use jiff::tz::Offset;
use lopdf::{Dictionary, Object, dictionary, text_string};

use super::digest::Digest;

/// Title, subject, origin and date of the file.
pub(crate) struct Information<'a> {
    pub(crate) title: Option<&'a str>,
    pub(crate) subject: Option<String>,
    /// The program and its version.
    pub(crate) generator: &'a str,
    /// When the file was made, in seconds since 1970-01-01 UTC, where the caller says so.
    pub(crate) made: Option<i64>,
}

impl Information<'_> {
    pub(super) fn dictionary(&self, digest: &mut Digest) -> Dictionary {
        let mut information = dictionary! { "Producer" => text_string(self.generator) };
        digest.update(self.generator.as_bytes());
        let date = self.made.and_then(date);
        for (key, text) in [("Title", self.title), ("Subject", self.subject.as_deref())] {
            if let Some(text) = text {
                digest.update(text.as_bytes());
                information.set(key, text_string(text));
            }
        }
        if let Some(date) = date {
            digest.update(date.as_bytes());
            information.set("CreationDate", Object::string_literal(date.as_str()));
            information.set("ModDate", Object::string_literal(date));
        }
        information
    }
}

/// A date as PDF writes it (ISO 32000-1, 7.9.4); `None` for one before the year 0 or after 9999.
fn date(seconds: i64) -> Option<String> {
    let date = Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
    (date.year() >= 0).then(|| {
        let (day, time) = (date.date(), date.time());
        format!(
            "D:{:04}{:02}{:02}{:02}{:02}{:02}Z",
            day.year(),
            day.month(),
            day.day(),
            time.hour(),
            time.minute(),
            time.second()
        )
    })
}

#[cfg(test)]
mod tests {
    use super::{Digest, Information, date};

    #[test]
    fn dates_are_written_in_utc() {
        assert_eq!(date(0).unwrap(), "D:19700101000000Z");
        assert_eq!(date(1_700_000_000).unwrap(), "D:20231114221320Z");
        assert_eq!(date(i64::MAX), None);
    }

    #[test]
    fn a_file_is_dated_only_where_the_caller_says_so() {
        let dictionary = |made| {
            let information = Information { title: None, subject: None, generator: "plenary test", made };
            information.dictionary(&mut Digest::default())
        };
        assert_eq!(dictionary(None).len(), 1);
        let dated = dictionary(Some(0));
        for key in [b"CreationDate".as_slice(), b"ModDate"] {
            assert_eq!(dated.get(key).unwrap().as_str().unwrap(), b"D:19700101000000Z");
        }
    }
}
