//! What the file says of itself (ISO 32000-1, 14.3.3).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::write::file::Text;

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
    /// The title; a document for everyone has one.
    pub(super) fn title(&self) -> &str {
        self.title.unwrap_or("Untitled session")
    }

    pub(super) fn date(&self) -> Option<DateTime> {
        self.made.and_then(date)
    }

    pub(in crate::write) fn dictionary(&self) -> String {
        let mut entries = format!("/Title{}/Producer{}", Text(self.title()), Text(self.generator));
        if let Some(subject) = &self.subject {
            entries.push_str(&format!("/Subject{}", Text(subject)));
        }
        if let Some(date) = self.date() {
            let date = date.strftime("D:%Y%m%d%H%M%SZ");
            entries.push_str(&format!("/CreationDate({date})/ModDate({date})"));
        }
        format!("<<{entries}>>")
    }
}

/// The date and time in UTC; `None` before the year 0 and after 9999, which PDF cannot write (ISO 32000-1, 7.9.4).
fn date(seconds: i64) -> Option<DateTime> {
    let date = Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
    (date.year() >= 0).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::Information;

    #[test]
    fn a_file_is_dated_only_where_the_caller_says_so() {
        let dictionary = |made| {
            Information { title: Some("T"), subject: None, generator: "plenary test", made }.dictionary()
        };
        assert_eq!(dictionary(None), "<</Title(T)/Producer(plenary test)>>");
        assert_eq!(dictionary(Some(i64::MAX)), dictionary(None));
        for (seconds, date) in [(0, "D:19700101000000Z"), (1_700_000_000, "D:20231114221320Z")] {
            let dated = format!("<</Title(T)/Producer(plenary test)/CreationDate({date})/ModDate({date})>>");
            assert_eq!(dictionary(Some(seconds)), dated);
        }
    }
}
