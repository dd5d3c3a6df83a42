//! The session's number, as AKN4UN wants it in an IRI; and one for a session that has none.

use std::fmt::{self, Display};

use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Event, slug, walk};

use crate::options::Options;
use crate::work::is_nameable;

/// The session's number.
#[derive(Debug)]
pub(crate) struct Number {
    /// Fit for an IRI: `WS_107`.
    pub(crate) segment: String,
    /// As the source writes it: `WS #107`; `None` where the number was made from the title or the text.
    pub(crate) written: Option<String>,
}

impl Number {
    /// By option, else the event's (with its kind: workshop 107 is not open forum 107), else made up.
    pub(crate) fn of(session: &Session<'_>, event: Option<&Event<'_>>, options: &Options) -> Self {
        if let Some(number) = &options.number {
            return Self { segment: segment(number), written: Some(number.clone()) };
        }
        if let Some(event) = event
            && let Some(number) = event.number.as_deref().filter(|number| is_nameable(number))
        {
            let kind = event.kind.as_deref().unwrap_or_default();
            let written = number_in(event).map_or_else(|| number.to_owned(), str::to_owned);
            return Self { segment: segment(&format!("{kind} {number}")), written: Some(written) };
        }
        Self { segment: made_up(session), written: None }
    }
}

/// The number as it stands in the event's label, behind the series: `WS #107`.
pub(crate) fn number_in<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    event.number.as_ref()?;
    let rest = event.label.strip_prefix(&*event.series)?.trim();
    (!rest.is_empty()).then_some(rest)
}

/// A number for a session that has none: the slug of its title, and without a title a sum over its text.
///
/// The profile leaves the form to the implementor. The same record gives the same number on any day; a title's
/// also after its transcript was corrected.
fn made_up(session: &Session<'_>) -> String {
    const LONGEST: usize = 120;
    let name = session.title.as_ref().map(|title| &*title.name).filter(|name| is_nameable(name));
    let Some(name) = name else {
        let mut sum = Sum::default();
        // Texts without words are markup of some source, and none of the record.
        walk::walk(session, &mut |_, text| {
            if !text.is_empty() {
                sum.add(text.as_str());
            }
        });
        return format!("untitled-{sum}");
    };
    let mut slug = slug(name);
    if slug.len() > LONGEST {
        let cut = (0..=LONGEST).rev().find(|&at| slug.is_char_boundary(at)).unwrap_or(0);
        slug.truncate(cut);
        slug.truncate(slug.trim_end_matches('-').len());
        let mut sum = Sum::default();
        sum.add(name);
        slug.push_str(&format!("-{sum}"));
    }
    slug
}

/// A number as a part of an IRI, as AKN4UN rules: `/` to `-`, blanks to `_`. What an IRI cannot hold is left out.
pub(crate) fn segment(number: &str) -> String {
    let mut segment = String::with_capacity(number.len());
    for c in number.trim().chars() {
        match c {
            '/' => segment.push('-'),
            c if c.is_whitespace() && !segment.ends_with('_') => segment.push('_'),
            c if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') => segment.push(c),
            _ => {}
        }
    }
    if segment.contains(char::is_alphanumeric) { segment } else { slug(number) }
}

/// A sum over text: FNV-1a, 64 bits, stable for ever.
struct Sum(u64);

impl Default for Sum {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Sum {
    fn add(&mut self, text: &str) {
        // A text's end counts, so that moving a word across it changes the sum.
        for b in text.bytes().chain([0xFF]) {
            self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

impl Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
