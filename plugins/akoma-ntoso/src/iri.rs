//! IRIs of documents: the form of the Akoma Ntoso Naming Convention 1.0 (section 4) under the UN profile, AKN4UN:
//! `/akn/{country}/{docType}/{subtype}/{actor}/{date}/{number}`.

use std::fmt::{self, Display};

/// The parts of the IRI of a Work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WorkIri {
    /// `un`; behind a hyphen, where in the country.
    pub(crate) country: String,
    /// The name of the document's element: `debate`.
    pub(crate) doc_type: &'static str,
    /// `record`.
    pub(crate) subtype: Option<String>,
    /// `igf`.
    pub(crate) actor: Option<String>,
    /// `2023-10-10`, or a year.
    pub(crate) date: String,
    /// `WS_107`.
    pub(crate) number: String,
}

impl WorkIri {
    /// Reads an IRI of a document of `doc_type`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn parse(text: &str, doc_type: &'static str) -> Result<Self, String> {
        let wrong = |what: &str| {
            Err(format!(
                "`{text}` {what}; it is to be of the form /akn/{{country}}/{doc_type}/[subtype]/[actor]/{{date}}/{{number}}"
            ))
        };
        let mut parts = text.split('/');
        if (parts.next(), parts.next()) != (Some(""), Some("akn")) {
            return wrong("does not begin with /akn/");
        }
        let parts: Vec<_> = parts.collect();
        if parts.iter().any(|part| !is_part(part)) {
            return wrong("has an empty part, or one with signs that no part can hold");
        }
        let [country, kind, named @ .., number] = parts.as_slice() else { return wrong("is too short") };
        let Some((date, named)) = named.split_last() else { return wrong("is too short") };
        if *kind != doc_type {
            return wrong("names another kind of document");
        }
        let (code, place) = country.split_once('-').unwrap_or((country, "-"));
        if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_lowercase()) || place.is_empty() {
            return wrong("does not begin with a country of two lower-case letters");
        }
        let is_day = date.parse::<jiff::civil::Date>().is_ok() && date.len() == 10;
        let is_year = date.len() == 4 && date.bytes().all(|b| b.is_ascii_digit());
        if !is_day && !is_year {
            return wrong("has no date (YYYY-MM-DD, or YYYY) before its number");
        }
        // One that begins with a digit would be read as the date.
        if named.iter().any(|part| part.starts_with(char::is_numeric)) || named.len() > 2 {
            return wrong("has parts before the date that are neither subtype nor actor");
        }
        let mut named = named.iter().map(|part| (*part).to_owned());
        Ok(Self {
            country: (*country).to_owned(),
            doc_type,
            subtype: named.next(),
            actor: named.next(),
            date: (*date).to_owned(),
            number: (*number).to_owned(),
        })
    }
}

/// Whether `part` may stand between two slashes: none of the signs by which IRIs, the convention or XML part things.
fn is_part(part: &str) -> bool {
    let parts_it = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || "!~@#?%<>\"{}|\\^`".contains(c)
            || !plenary_plugin_sdk::xml::is_fit(c)
    };
    !part.is_empty() && !part.contains(parts_it)
}

impl Display for WorkIri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { country, doc_type, subtype, actor, date, number } = self;
        write!(f, "/akn/{country}/{doc_type}")?;
        for part in [subtype, actor].into_iter().flatten() {
            write!(f, "/{part}")?;
        }
        write!(f, "/{date}/{number}")
    }
}

/// A document: what of which Work it is, in which language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Component<'w> {
    /// The Work.
    pub(crate) work: &'w WorkIri,
    /// Its name in the Work: `main`, or that of an attachment.
    pub(crate) name: &'static str,
    /// `eng`.
    pub(crate) language: &'w str,
}

impl<'w> Component<'w> {
    /// The IRI of the whole it is part of.
    pub(crate) fn whole(self, level: Level) -> Iri<'w> {
        Iri { of: self, level, name: None }
    }

    /// Its own IRI.
    pub(crate) fn own(self, level: Level) -> Iri<'w> {
        Iri { of: self, level, name: Some(self.name) }
    }
}

/// A level of FRBR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// The Work.
    Work,
    /// The Expression.
    Expression,
    /// The Manifestation. Written `eng@/.xml` as AKN4UN has it: readers take the `.xml` in `eng@.xml` for a part of
    /// the version.
    Manifestation,
}

/// An IRI of a document.
#[derive(Debug)]
pub(crate) struct Iri<'w> {
    of: Component<'w>,
    level: Level,
    name: Option<&'static str>,
}

impl Display for Iri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.of.work)?;
        if self.level >= Level::Expression {
            write!(f, "/{}@", self.of.language)?;
        }
        match (self.name, self.level == Level::Manifestation) {
            (Some(name), _) => write!(f, "/!{name}")?,
            (None, true) => f.write_str("/")?,
            (None, false) => {}
        }
        if self.level == Level::Manifestation { f.write_str(".xml") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::WorkIri;

    #[test]
    fn iris_are_read_as_they_are_written() {
        for iri in [
            "/akn/un/debate/record/igf/2023-10-10/WS_107",
            "/akn/za-cpt/debate/hansard/2023/12",
            "/akn/ke/debate/2031-05-14/12",
        ] {
            assert_eq!(WorkIri::parse(iri, "debate").map(|iri| iri.to_string()).as_deref(), Ok(iri));
        }
    }

    #[test]
    fn what_is_no_iri_of_a_debate_is_refused() {
        for iri in [
            "",
            "akn/un/debate/2023/1",
            "/akn/un/act/2023/1",
            "/akn/un/debate/2023",
            "/akn/un/debate/2023/",
            "/akn/un/debate/record/igf/1",
            "/akn/UN/debate/2023/1",
            "/akn/za-/debate/2023/1",
            "/akn/un/debate/a/b/c/2023/1",
            "/akn/un/debate/2nd/2023/1",
            "/akn/un/debate/2023/1/!main",
            "/akn/un/debate/2023/1 2",
            "/akn/un/debate/2023-02-30/1",
        ] {
            assert!(WorkIri::parse(iri, "debate").is_err(), "{iri}");
        }
    }
}
