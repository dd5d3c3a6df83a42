//! Markdown in the source, shown as what it means: emphasis, code and links.
//!
//! A parser reads it, and what it read is written anew, so that nothing else gets through: HTML is text, an image is a
//! link to it, a link leads to the web, to e-mail or to a place nearby. What cannot be written so that it is read again as
//! what it was stays text, every character of it.

use pulldown_cmark::{CowStr, Event, LinkType, Parser, Tag, TagEnd, TextMergeStream};

use crate::escape::{Manner, Place, escape, is_blank, is_reference};

/// What there may be besides text and code.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Allowed {
    /// Emphasis; not inside of ours.
    pub(crate) emphasis: bool,
    /// Links; not inside of ours.
    pub(crate) links: bool,
    /// Whether addresses that are no links in the source become some.
    pub(crate) addresses: bool,
}

/// Appends `text`; whether it could. Where it could not, nothing is appended.
pub(crate) fn write(out: &mut String, text: &str, place: Place<'_>, allowed: Allowed) -> bool {
    // Without a sign of Markdown there is nothing to render. Parsers differ on emphasis beside a bar.
    if !text.contains(['*', '_', '`', '[', '<', '\\', '&']) && !text.starts_with('#')
        || ["*|", "|*", "_|", "|_"].iter().any(|signs| text.contains(signs))
    {
        return false;
    }
    let Some(events) = inline(text) else { return false };
    let start = out.len();
    let mut writer = Writer { out, place, allowed, opens: true, has_lines: false, links: Vec::new() };
    let is_words =
        |event: &Event<'_>| matches!(event, Event::Text(_) | Event::InlineHtml(_) | Event::Code(_));
    let last = events.iter().rposition(is_words).unwrap_or_default();
    let is_written = events.iter().enumerate().all(|(at, event)| writer.event(event, at == last).is_some());
    let is_read_again = || {
        let prefix = prefix(place).unwrap_or_default();
        let written = out.get(start..).unwrap_or_default().replace(&format!("\n{prefix}"), "\n");
        let meant = words(&events);
        !meant.chars().all(is_blank) && inline(&written).is_some_and(|again| words(&again) == meant)
    };
    if is_written && is_read_again() {
        return true;
    }
    out.truncate(start);
    false
}

fn prefix(place: Place<'_>) -> Option<&str> {
    match place {
        Place::Line(prefix) | Place::Inline(prefix) => Some(prefix),
        Place::Heading | Place::Cell | Place::Link => None,
    }
}

/// What stands in the one paragraph or heading that a text is; `None` where it is something else.
fn inline(text: &str) -> Option<Vec<Event<'_>>> {
    let mut events = TextMergeStream::new(Parser::new(text));
    let strong = match events.next()? {
        Event::Start(Tag::Paragraph) => false,
        Event::Start(Tag::Heading { .. }) => true,
        _ => return None,
    };
    let mut inside = Vec::from_iter(strong.then_some(Event::Start(Tag::Strong)));
    loop {
        match events.next()? {
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => break,
            event => inside.push(event),
        }
    }
    inside.extend(strong.then_some(Event::End(TagEnd::Strong)));
    events.next().is_none().then_some(inside)
}

/// The text of what a parser read, emphasis and links apart.
fn words(events: &[Event<'_>]) -> String {
    let words = events.iter().filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => Some(&**text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    });
    words.collect()
}

struct Writer<'o, 'p> {
    out: &'o mut String,
    place: Place<'p>,
    allowed: Allowed,
    /// Whether what comes next opens the text or a line of it.
    opens: bool,
    /// Whether it has lines behind its first.
    has_lines: bool,
    /// The targets of the links that are open.
    links: Vec<String>,
}

impl Writer<'_, '_> {
    /// Writes what the parser read; `None` where there is no way.
    fn event(&mut self, event: &Event<'_>, is_last: bool) -> Option<()> {
        match event {
            Event::Text(text) | Event::InlineHtml(text) => {
                let opens = std::mem::replace(&mut self.opens, false);
                self.text(text, opens, is_last);
            }
            Event::Code(code) => {
                self.opens = false;
                self.code(code);
            }
            Event::SoftBreak => self.line_end(""),
            Event::HardBreak => self.line_end("\\"),
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => self.mark("*"),
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => self.mark("**"),
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                self.open_link(target(*link_type, dest_url, title)?);
            }
            Event::Start(Tag::Image { link_type, dest_url, title, .. }) => {
                self.open_link(target(*link_type, dest_url, title)?);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let target = self.links.pop()?;
                if self.allowed.links && self.links.is_empty() {
                    self.out.push_str(&format!("](<{target}>)"));
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn text(&mut self, text: &str, opens: bool, closes: bool) {
        let place = match self.place {
            _ if !self.links.is_empty() => Place::Link,
            Place::Line(prefix) if !opens => Place::Inline(prefix),
            Place::Inline(prefix) if opens && self.has_lines => Place::Line(prefix),
            place => place,
        };
        escape(self.out, text, place, Manner { links: self.allowed.addresses, opens, closes });
    }

    fn mark(&mut self, mark: &str) {
        if self.allowed.emphasis {
            self.out.push_str(mark);
        }
    }

    fn line_end(&mut self, mark: &str) {
        match prefix(self.place) {
            Some(prefix) => {
                self.out.push_str(mark);
                self.out.push('\n');
                self.out.push_str(prefix);
                (self.opens, self.has_lines) = (true, true);
            }
            None => self.out.push(' '),
        }
    }

    /// Code between as many backticks as it has not.
    fn code(&mut self, code: &str) {
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest + 1);
        let is_blank = code.chars().all(|c| c == ' ');
        let blank = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) { " " } else { "" };
        let blank = if is_blank { "" } else { blank };
        self.out.push_str(&[&fence, blank, code, blank, &fence].concat());
    }

    /// A link inside another is none.
    fn open_link(&mut self, target: String) {
        if self.allowed.links && self.links.is_empty() {
            // Behind an exclamation mark it would be an image.
            if self.out.ends_with('!') {
                self.out.pop();
                self.out.push_str("\\!");
            }
            self.out.push('[');
        }
        self.links.push(target);
    }
}

/// The schemes of what a link may lead to.
const SCHEMES: [&str; 5] = ["http", "https", "mailto", "ftp", "tel"];

/// The target of a link as it is written between `<` and `>`; `None` where there must be none, or where something would be
/// lost.
fn target(kind: LinkType, to: &CowStr<'_>, title: &CowStr<'_>) -> Option<String> {
    let to = if kind == LinkType::Email { format!("mailto:{to}") } else { to.to_string() };
    let scheme =
        to.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '?', '#']));
    let is_safe = scheme.is_none_or(|scheme| SCHEMES.iter().any(|safe| scheme.eq_ignore_ascii_case(safe)));
    if to.is_empty() || !is_safe || !title.is_empty() {
        return None;
    }
    let mut written = String::with_capacity(to.len());
    for (at, c) in to.char_indices() {
        match c {
            '&' if is_reference(&to.as_bytes()[at + 1..]) => written.push_str("&amp;"),
            c if c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '\\' | '`' | '|') => {
                c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| written.push_str(&format!("%{byte:02X}")));
            }
            c => written.push(c),
        }
    }
    Some(written)
}
