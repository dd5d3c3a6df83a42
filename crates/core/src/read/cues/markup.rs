//! The words of a cue without their markup: tags, times and references to characters are taken out of the text.
//!
//! WebVTT, section 4.2.2: class, italics, bold, underline, ruby, language and voice spans, times of karaoke, character
//! references. SubRip has `<font>` and, from other programs, `{\an8}`. A tag that is none of these is text.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::{Span, Text};
use crate::read::pieces::Pieces;

use super::time::is_stamp;

/// Words of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    /// Where they stand.
    place: Range<usize>,
    /// What they are, where they do not stand there as they are.
    joined: Option<String>,
}

impl Words {
    pub(super) fn as_str<'a>(&'a self, source: &'a str) -> &'a str {
        self.joined.as_deref().unwrap_or_else(|| source.get(self.place.clone()).unwrap_or_default())
    }

    /// Where they stand; their first part, where they are put together.
    pub(super) fn span(&self) -> Span {
        Span::new(self.place.start, self.place.end)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// In bytes.
    pub(super) fn len(&self) -> usize {
        self.joined.as_ref().map_or(self.place.len(), String::len)
    }

    /// The words, borrowed where they stand in the source as they are.
    pub(super) fn to_cow<'src>(&self, source: &'src str) -> Cow<'src, str> {
        match &self.joined {
            Some(joined) => Cow::Owned(joined.clone()),
            None => Cow::Borrowed(source.get(self.place.clone()).unwrap_or_default()),
        }
    }

    /// The next piece of the source, up to byte `end`, whose content are the words.
    pub(super) fn piece<'src>(self, pieces: &mut Pieces<'src>, end: usize) -> Text<'src> {
        match self.joined {
            Some(joined) => pieces.decoded(end, joined),
            None => pieces.span(self.place, end),
        }
    }

    /// Adds other words behind a space.
    pub(super) fn join(&mut self, source: &str, other: &Words) {
        let own = self.own(source);
        own.push(' ');
        own.push_str(other.as_str(source));
    }

    /// Makes every run of white space, line ends too, one space.
    pub(super) fn collapse(&mut self, source: &str) {
        let words = self.as_str(source);
        if words.contains(|c: char| c.is_whitespace() && c != ' ') || words.contains("  ") {
            self.joined = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }

    /// Adds what stands at `range`.
    fn push(&mut self, source: &str, range: Range<usize>) {
        match &mut self.joined {
            Some(joined) => joined.push_str(source.get(range).unwrap_or_default()),
            None if range.is_empty() => {}
            None if self.place.is_empty() => self.place = range,
            None if self.place.end == range.start => self.place.end = range.end,
            None => self.own(source).push_str(source.get(range).unwrap_or_default()),
        }
    }

    /// The words as a text of their own.
    fn own(&mut self, source: &str) -> &mut String {
        self.joined.get_or_insert_with(|| source.get(self.place.clone()).unwrap_or_default().to_owned())
    }

    /// Leaves out the space around.
    fn trim(&mut self, source: &str) {
        let text = self.as_str(source);
        // Most words stand as they are.
        if let [first, .., last] = text.as_bytes()
            && first.is_ascii_graphic()
            && last.is_ascii_graphic()
        {
            return;
        }
        let lead = text.len() - text.trim_start().len();
        let end = lead + text.trim().len();
        match &mut self.joined {
            Some(joined) => {
                joined.truncate(end);
                joined.drain(..lead);
            }
            None => self.place = self.place.start + lead..self.place.start + end,
        }
    }
}

/// The words that stand at `range`, without markup and without space around them.
pub(super) fn words(source: &str, range: Range<usize>) -> Words {
    let mut words = Words { place: range.start..range.start, joined: None };
    let mut text = range.start;
    for (place, mark) in Marks::of(source, range.clone()) {
        words.push(source, text..place.start);
        text = place.end;
        match mark {
            Mark::Nothing => {}
            Mark::Char(c) => words.own(source).push(c),
        }
    }
    words.push(source, text..range.end);
    words.trim(source);
    words
}

/// Whether there may be markup in a text.
pub(super) fn has_markup(text: &[u8]) -> bool {
    memchr::memchr3(b'<', b'&', b'{', text).is_some()
}

/// Where the character `wanted` stands in the words at `range`, be it itself or a reference to it.
pub(super) fn find(source: &str, range: Range<usize>, wanted: char) -> Option<Range<usize>> {
    let mut text = range.start;
    let mut bytes = [0; 4];
    let wanted_bytes = wanted.encode_utf8(&mut bytes).as_bytes();
    let plain = |range: Range<usize>| {
        let text = source.as_bytes().get(range.clone())?;
        let mut starts = memchr::memchr_iter(*wanted_bytes.first()?, text);
        let at = starts.find(|&at| text.get(at..).is_some_and(|text| text.starts_with(wanted_bytes)))?;
        Some(range.start + at..range.start + at + wanted_bytes.len())
    };
    for (place, mark) in Marks::of(source, range.clone()) {
        if let Some(found) = plain(text..place.start) {
            return Some(found);
        }
        if mark == Mark::Char(wanted) {
            return Some(place);
        }
        text = place.end;
    }
    plain(text..range.end)
}

/// What markup stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Nothing,
    Char(char),
}

/// The markup in a stretch of the source.
struct Marks<'a> {
    source: &'a str,
    range: Range<usize>,
}

impl<'a> Marks<'a> {
    fn of(source: &'a str, range: Range<usize>) -> Self {
        Self { source, range }
    }
}

impl Iterator for Marks<'_> {
    type Item = (Range<usize>, Mark);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.source.get(self.range.clone())?;
            let at = memchr::memchr3(b'<', b'&', b'{', rest.as_bytes())?;
            let start = self.range.start + at;
            if let Some((len, mark)) = mark(rest.get(at..)?) {
                self.range.start = start + len;
                return Some((start..start + len, mark));
            }
            self.range.start = start + 1;
        }
    }
}

/// The longest tag looked for, in bytes; so that nothing is searched for over and over in a line of `<<<<`.
const LONGEST_TAG: usize = 256;

/// The markup that `text` begins with, and its length.
fn mark(text: &str) -> Option<(usize, Mark)> {
    let near = |end: u8| memchr::memchr(end, text.as_bytes().get(..LONGEST_TAG).unwrap_or(text.as_bytes()));
    match text.as_bytes().first()? {
        b'<' => {
            let end = near(b'>')?;
            let tag = text.get(1..end)?;
            let name = tag_name(tag);
            if name.eq_ignore_ascii_case("br") {
                return Some((end + 1, Mark::Char(' ')));
            }
            let known = TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)) || is_stamp(tag);
            known.then_some((end + 1, Mark::Nothing))
        }
        b'{' => near(b'}').filter(|_| text.starts_with("{\\")).map(|end| (end + 1, Mark::Nothing)),
        _ => {
            let end = near(b';').filter(|&end| end <= LONGEST_REFERENCE)?;
            Some((end + 1, Mark::Char(reference(text.get(1..end)?)?)))
        }
    }
}

/// Tags without a meaning of their own.
const TAGS: &[&str] = &["b", "c", "font", "i", "lang", "rp", "rt", "ruby", "s", "u", "v"];

/// The name of a tag, closing ones' as well: `v.loud Ann` is `v`.
pub(super) fn tag_name(tag: &str) -> &str {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    // A name goes up to a class, a space or the end: `<b@example.org>` is none.
    let ends = tag
        .get(end..)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ' ', '\t', '/', '\n', '\r']));
    tag.get(..end).filter(|_| ends).unwrap_or_default()
}

/// The longest reference to a character, in bytes, without its `;`.
const LONGEST_REFERENCE: usize = 9;

/// References by name: those of WebVTT, and those programs write that take it for HTML.
const REFERENCES: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("copy", '©'),
    ("euro", '€'),
    ("gt", '>'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("lrm", '\u{200e}'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("quot", '"'),
    ("rdquo", '”'),
    ("rlm", '\u{200f}'),
    ("rsquo", '’'),
    ("shy", '\u{ad}'),
];

/// The character that a reference names: `amp`, `#233`, `#xe9`. None for control characters, which are no text.
fn reference(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return REFERENCES.iter().find(|(own, _)| *own == name).map(|(_, c)| *c);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    match char::from_u32(code.ok()?)? {
        c if c.is_whitespace() && c != '\u{a0}' => Some(' '),
        c => Some(c).filter(|c| !c.is_control()),
    }
}

#[cfg(test)]
mod tests {
    use super::{find, words};

    #[test]
    fn markup_is_taken_out_of_the_words() {
        for (source, expected, as_it_stands) in [
            (" Good morning. ", "Good morning.", true),
            ("<i>Good morning.</i>", "Good morning.", true),
            ("{\\an8}<font color=\"#fff\">Good morning.</font>", "Good morning.", true),
            ("<b>Good</b> morning.", "Good morning.", false),
            ("hello<00:00:00.480><c> and</c><00:00:00.640><c> welcome</c>", "hello and welcome", false),
            ("<lang en-GB>Fish &amp; chips</lang> <c.loud.red>&lt;now&gt;</c>", "Fish & chips <now>", false),
            ("<ruby>海<rt>umi</rt></ruby>", "海umi", false),
            ("one<br>two<BR/>three", "one two three", false),
            ("&#233;t&#xE9; &lrm;&quot;x&quot;&nbsp;", "été \u{200e}\"x\"", false),
            (
                "a < b, <3, <john@example.org>, <Laughs>, R&D; &unknown; &#1; {x}",
                "a < b, <3, <john@example.org>, <Laughs>, R&D; &unknown; &#1; {x}",
                true,
            ),
            ("<i", "<i", true),
            ("<c></c>", "", true),
            ("&nbsp;", "", false),
        ] {
            let found = words(source, 0..source.len());
            assert_eq!(found.as_str(source), expected, "{source}");
            assert_eq!(found.joined.is_none(), as_it_stands, "{source}");
        }
    }

    #[test]
    fn characters_are_found_outside_of_tags() {
        let source = "<c.a:b>&gt;&gt; <00:01.000>Ann</c>: yes: no";
        assert_eq!(find(source, 0..source.len(), ':'), Some(34..35));
        assert_eq!(find(source, 0..source.len(), '>'), Some(7..11));
        assert_eq!(find(source, 0..source.len(), 'ö'), None);
    }
}
