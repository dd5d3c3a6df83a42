//! Source text as Markdown which a parser gives back character by character.
//!
//! One pass over the bytes: everything up to the next byte of [`SPECIAL`] is copied in one piece, and that byte is
//! escaped only where Markdown would read something into it. `U+0000` alone is lost: CommonMark itself replaces it
//! by `U+FFFD`, so that is what is written.

use crate::address::{self, Address};
use crate::line_start::{self, is_blank as is_blank_byte};

/// Where a text stands; it decides what could be read into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place<'p> {
    /// It opens a line of a paragraph. With it comes what further lines begin with: the indentation or mark of what
    /// the paragraph stands in.
    Line(&'p str),
    /// It goes on in a line of a paragraph, further lines as above.
    Inline(&'p str),
    /// In an ATX heading, up to its end.
    Heading,
    /// In a cell of a table.
    Cell,
    /// In the words of a link that we write, in a cell or not.
    Link,
}

/// What of a text is known besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Manner {
    /// Whether addresses become links; else they are kept from becoming some.
    pub(crate) links: bool,
    /// Whether nothing stands before the text in its paragraph, heading or cell.
    pub(crate) opens: bool,
    /// Whether nothing stands behind it there.
    pub(crate) closes: bool,
}

impl Manner {
    /// A text that is all of a paragraph, heading or cell.
    pub(crate) fn whole(links: bool) -> Self {
        Self { links, opens: true, closes: true }
    }
}

/// Appends `text` to `out`.
pub(crate) fn escape(out: &mut String, text: &str, place: Place<'_>, manner: Manner) {
    // What a parser would trim off the edges is written as a reference.
    let first = text.chars().next().filter(|c| manner.opens && is_blank(*c));
    let rest = text.get(first.map_or(0, char::len_utf8)..).unwrap_or_default();
    let ends = |c: &char| is_blank(*c) || place == Place::Heading && ends_heading(text);
    let last = rest.chars().next_back().filter(|c| manner.closes && ends(c));
    let body = text.get(first.map_or(0, char::len_utf8)..text.len() - last.map_or(0, char::len_utf8));
    let body = body.unwrap_or_default();
    out.reserve(text.len() + text.len() / 16);
    if let Some(first) = first {
        reference(out, first);
    }
    let links = manner.links && matches!(place, Place::Line(_) | Place::Inline(_) | Place::Cell);
    Escaper { text: body, bytes: body.as_bytes(), place, links, out, copied: 0 }
        .run(manner.opens && first.is_none());
    if let Some(last) = last {
        reference(out, last);
    }
}

/// Whether a heading of this text could be read as one with a closing sequence, ` ##`, or with attributes, `{.a}`,
/// which some parsers see even behind a backslash.
fn ends_heading(text: &str) -> bool {
    let rest = text.trim_end_matches('#');
    text.ends_with('}') || rest.len() < text.len() && rest.ends_with([' ', '\t'])
}

/// What some parser takes for blank space.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{FEFF}'
}

/// The same of a byte; the end of the text counts.
fn is_blank_or_end(byte: Option<u8>) -> bool {
    byte.is_none_or(is_blank_byte)
}

fn reference(out: &mut String, c: char) {
    use std::fmt::Write as _;
    // Writing to a String does not fail.
    let _ = write!(out, "&#{};", u32::from(c));
}

/// Bytes that something could be read into.
const SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = b"\0\n\r\\*_`[]<&~^$|:.@";
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
};

/// What becomes of a byte.
#[derive(PartialEq, Eq)]
enum Change {
    Keep,
    /// A backslash before it.
    Backslash,
    /// Something else in its place.
    Replace(&'static str),
    /// It ends a line, and the next one begins.
    NewLine,
    /// It stands in an address that becomes a link.
    Link(Address),
}

struct Escaper<'t, 'p, 'o> {
    text: &'t str,
    bytes: &'t [u8],
    place: Place<'p>,
    /// Whether addresses become links.
    links: bool,
    out: &'o mut String,
    /// Up to where the text is copied.
    copied: usize,
}

impl<'p> Escaper<'_, 'p, '_> {
    fn run(mut self, opens: bool) {
        let mut at = match self.place {
            Place::Line(_) if opens => self.line_start(0),
            Place::Heading if opens && self.byte(0) == Some(b'#') => {
                self.backslash(0);
                1
            }
            _ => 0,
        };
        while let Some(found) = special(self.bytes, at) {
            at = found + 1;
            match self.change(found) {
                Change::Keep => {}
                Change::Backslash => self.backslash(found),
                Change::Replace(with) => {
                    self.copy(found);
                    self.out.push_str(with);
                    self.copied = at;
                }
                Change::Link(address) => {
                    self.copy(address.place.start);
                    at = address.place.end;
                    address.write(self.out, self.text);
                    self.copied = at;
                }
                Change::NewLine => {
                    self.copy(at);
                    self.out.push_str(self.prefix().unwrap_or_default());
                    at = self.line_start(at);
                }
            }
        }
        self.copy(self.bytes.len());
    }

    /// Copies up to `end`.
    fn copy(&mut self, end: usize) {
        self.out.push_str(self.text.get(self.copied..end).unwrap_or_default());
        self.copied = end;
    }

    fn backslash(&mut self, at: usize) {
        self.copy(at);
        self.out.push('\\');
        self.copy(at + 1);
    }

    fn prefix(&self) -> Option<&'p str> {
        match self.place {
            Place::Line(prefix) | Place::Inline(prefix) => Some(prefix),
            Place::Heading | Place::Cell | Place::Link => None,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn before(&self, at: usize) -> Option<u8> {
        self.byte(at.checked_sub(1)?)
    }

    /// What becomes of the special byte at `at`.
    fn change(&self, at: usize) -> Change {
        let escaped = match self.bytes[at] {
            0 => return Change::Replace("\u{FFFD}"),
            b'\r' => return Change::Replace("&#13;"),
            b'\n' if self.ends_line(at) => return Change::NewLine,
            b'\n' => return Change::Replace("&#10;"),
            // Behind a letter or digit it opens no emphasis, and what opens none needs no closing.
            b'_' => !self.before(at).is_some_and(|byte| byte.is_ascii_alphanumeric()),
            b'<' => self.byte(at + 1) != Some(b' '),
            b'&' => is_reference(&self.bytes[at + 1..]),
            // At the end of a line it looks like the end of a table's row.
            b'|' => {
                let ends_line = self.byte(at + 1).is_none_or(|next| matches!(next, b'\n' | b'\r'));
                ends_line || matches!(self.place, Place::Cell | Place::Link)
            }
            // Every opening one is escaped; this one closes only what we opened.
            b']' => self.place == Place::Link,
            b':' | b'.' | b'@' => match self.address(at) {
                Some(address) => return Change::Link(address),
                None => address::begins(self.bytes, at),
            },
            _ => true,
        };
        if escaped { Change::Backslash } else { Change::Keep }
    }

    /// The address whose sign stands at `at`, where it becomes a link.
    fn address(&self, at: usize) -> Option<Address> {
        // What is copied stands there already.
        let address = self.links.then(|| address::around(self.text, at))?;
        address.filter(|address| address.place.start >= self.copied)
    }

    /// Whether the line feed at `at` can stay one. Where blank space or an empty line is next to it, a parser would
    /// drop that.
    fn ends_line(&self, at: usize) -> bool {
        // A carriage return before it has become a reference.
        let before = self.before(at);
        self.prefix().is_some()
            && (before == Some(b'\r') || !is_blank_or_end(before))
            && !is_blank_or_end(self.byte(at + 1))
    }

    /// Escapes what at the start of a line would make it something else than a paragraph's; where to go on.
    fn line_start(&mut self, start: usize) -> usize {
        let rest = self.bytes.get(start..).unwrap_or_default();
        let Some(at) = line_start::mark(rest) else { return start };
        self.backslash(start + at);
        start + at + 1
    }
}

/// The next special byte at or after `at`.
fn special(bytes: &[u8], mut at: usize) -> Option<usize> {
    let is_special = |byte: &u8| SPECIAL[usize::from(*byte)];
    let rest = bytes.get(at..)?;
    let mut chunks = rest.chunks_exact(8);
    for chunk in &mut chunks {
        // No early exit inside a chunk: eight independent loads.
        if chunk.iter().fold(false, |any, byte| any | is_special(byte)) {
            return chunk.iter().position(is_special).map(|place| at + place);
        }
        at += 8;
    }
    chunks.remainder().iter().position(is_special).map(|place| at + place)
}

/// Whether what follows an ampersand makes it a character reference: `amp;`, `#39;`. The longest name has 31 letters.
pub(crate) fn is_reference(rest: &[u8]) -> bool {
    let name = rest.iter().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count();
    name > 0 && rest.get(name) == Some(&b';')
}

#[cfg(test)]
mod tests {
    use super::{Manner, Place, escape};

    fn escaped(text: &str, place: Place<'_>) -> String {
        let mut out = String::new();
        escape(&mut out, text, place, Manner::whole(false));
        out
    }

    #[test]
    fn prose_stays_as_it_is() {
        for text in [
            "It’s a well-known fact (see p. 3): 50 % of U.S.-based firms – e.g. A/B's – said “no”!",
            "Room 1.5, 14:00–15:30; AT&T & R&D, 3 < 4 > 2; it's 2+2=4 {sic} #107 @chair",
            "a snake_case_name, a_b_(c) and d_, an e-mail to first_last@example.org",
            "2023. was", // no marker: blank space would have to follow the first number of an item
            "-5 degrees",
            "#107",
            "1234567890. is no item",
            "tab\tinside,  two  spaces inside, no-break\u{A0}space inside, zero\u{200B}width",
        ] {
            let at_line_start = if text.starts_with("2023") { Place::Inline("") } else { Place::Line("") };
            assert_eq!(escaped(text, at_line_start), text);
        }
    }

    #[test]
    fn each_escape_in_its_place() {
        let line = Place::Line("");
        for (place, text, markdown) in [
            // At the start of a line.
            (line, "1. a", r"1\. a"),
            (line, "12) a", r"12\) a"),
            (line, "1.", r"1\."),
            (line, "# a", r"\# a"),
            (line, "#", r"\#"),
            (line, "- a", r"\- a"),
            (line, "---", r"\---"),
            (line, "+ a", r"\+ a"),
            (line, "===", r"\==="),
            (line, "> a", r"\> a"),
            (line, "|-|", r"\|-\|"),
            (line, ": a", r"\: a"),
            (line, "~~~", r"\~\~\~"),
            (line, "    a", r"&#32;   a"),
            (line, "\ta", r"&#9;a"),
            (Place::Inline(""), "1. a", r"1. a"),
            // Within a line.
            (line, "a *b* __c__ `d` ~e~ ^f^ $g$", r"a \*b\* \_\_c_\_ \`d\` \~e\~ \^f\^ \$g\$"),
            (line, "[a](b) ![c] [^1] [ ]", r"\[a](b) !\[c] \[^1] \[ ]".replace('^', r"\^").as_str()),
            (line, "<b> </b> <a@b.c> <!--", r"\<b> \</b> \<a@b.c> \<!--"),
            (line, "&amp; &#35; &", r"\&amp; \&#35; &"),
            (line, r"a\", r"a\\"),
            (line, r"\*", r"\\\*"),
            (line, "a\0b", "a\u{FFFD}b"),
            // At the edges.
            (line, "a  ", "a &#32;"),
            (line, "\u{A0}a\u{FEFF}", "&#160;a&#65279;"),
            (line, " ", "&#32;"),
            // Over several lines.
            (Place::Line("> "), "a\n- b", "a\n> \\- b"),
            (line, "a\nb\n\nc", "a\nb&#10;&#10;c"),
            (line, "a  \nb", "a  &#10;b"),
            (line, "a\r\nb\rc", "a&#13;\nb&#13;c"),
            (Place::Cell, "a\nb", "a&#10;b"),
            // Where a character means something else.
            (Place::Cell, "a|b", r"a\|b"),
            (line, "a|b", "a|b"),
            (line, "a|", r"a\|"),
            (Place::Link, "a]b", r"a\]b"),
            (Place::Heading, "C #", "C &#35;"),
            (Place::Heading, "C#", "C#"),
            (Place::Heading, "a {#b}", "a {#b&#125;"),
            // Addresses are text.
            (line, "http://a.b/*c*", r"http\://a.b/\*c\*"),
            (line, "www.a.b/_c", r"www\.a.b/\_c"),
            (line, "see https://a.b/c.", r"see https\://a.b/c."),
        ] {
            assert_eq!(escaped(text, place), markdown, "{text:?} as {place:?}");
        }
    }

    #[test]
    fn addresses_become_links() {
        for (place, text, markdown) in [
            (Place::Line(""), "https://a.b/c_d", "<https://a.b/c_d>"),
            (Place::Line(""), "See (http://a.b/c_(d)).", "See (<http://a.b/c_(d)>)."),
            (Place::Line(""), "HTTPS://a.b?c=d&e=f, too", "<HTTPS://a.b?c=d&e=f>, too"),
            (Place::Line(""), "www.a-b.org/_c_!", r"[www\.a-b.org/\_c_](<http://www.a-b.org/_c_>)!"),
            (Place::Cell, "Ask a.b+c@d-e.org.", "Ask <a.b+c@d-e.org>."),
            // What would not come back as it is stays text.
            (Place::Line(""), "https://a.b/c&copy;d", r"https\://a.b/c\&copy;d"),
            (Place::Line(""), r"https://a.b/c\d", r"https\://a.b/c\\d"),
            (Place::Line(""), "https:// and www. and @b and a@b", r"https\:// and www\. and @b and a@b"),
            (Place::Line(""), "javascript://a.b", r"javascript\://a.b"),
            (Place::Line(""), "xhttps://a.b", r"xhttps\://a.b"),
            (Place::Link, "https://a.b", r"https\://a.b"),
            (Place::Heading, "https://a.b", r"https\://a.b"),
        ] {
            let mut out = String::new();
            escape(&mut out, text, place, Manner::whole(true));
            assert_eq!(out, markdown, "{text:?} as {place:?}");
        }
    }

    #[test]
    fn the_worst_texts_take_linear_time() {
        // Were it quadratic, each of them would take many minutes.
        for piece in [
            "*",
            "http://",
            "www.",
            "http://*",
            "http://a.b/",
            "www.a.b/",
            "a@b.c",
            "a.",
            "a@",
            "http://a)",
            "&",
            "&a",
            "&#",
            "\n",
            "a\n",
            "\r\n",
            "#",
            "1",
            " ",
            "_",
            "\0",
        ] {
            let text = piece.repeat(100_000 / piece.len());
            for place in [Place::Line("> "), Place::Heading, Place::Link] {
                let mut out = String::new();
                escape(&mut out, &text, place, Manner::whole(true));
                assert!(out.len() >= text.len());
            }
        }
    }
}
