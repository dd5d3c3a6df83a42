//! The XML layer: quick-xml's events with their places in the source, and attributes on demand.
//!
//! Names are read without a namespace resolver: the prefix of the root element is the standard's, the prefix bound to
//! our own namespace is ours, any other is foreign. So an element costs no look-up, however many namespaces there are.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;

/// What stands at one place of the document.
pub(super) enum Token<'src> {
    /// A start tag, or the tag of an empty element.
    Start(Tag<'src>),
    /// An end tag.
    End,
    /// Characters without references or markup.
    Words,
    /// The characters of a CDATA section: where they stand.
    Literal(Range<usize>),
    /// A reference to a character, or to one of the five entities of XML.
    Character(char),
    /// A reference to an entity the document declares itself, or nobody: never expanded.
    Entity,
    /// A comment, an instruction, a declaration.
    Furniture,
    /// The end of the document.
    Finish,
}

/// Whose an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// Akoma Ntoso's.
    Standard,
    /// plenary's own.
    Plenary,
    /// Anybody else's.
    Foreign,
}

/// A start tag.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'src> {
    /// The name without its prefix.
    pub(super) name: &'src str,
    pub(super) owner: Owner,
    /// Whether the element ends with the tag.
    pub(super) is_empty: bool,
    /// The tag without its angle brackets.
    inner: &'src str,
    /// Length of the name with its prefix.
    name_len: usize,
    /// Our own prefix.
    plenary: Option<&'src str>,
}

impl<'src> Tag<'src> {
    /// The attributes as written: names with their prefixes, and raw values.
    fn attributes(&self) -> impl Iterator<Item = (&'src str, &'src str)> {
        let mut attributes = Attributes::new(self.inner, self.name_len);
        // The check for doubles is quadratic; of two, the first counts.
        attributes.with_checks(false);
        attributes.map_while(Result::ok).filter_map(|attribute| match attribute.value {
            Cow::Borrowed(value) => Some((attribute.key.0, value)),
            Cow::Owned(_) => None,
        })
    }

    /// The value of the standard's attribute `name`, as written.
    pub(super) fn raw(&self, name: &str) -> Option<&'src str> {
        self.attributes().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// The value of the standard's attribute `name`.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'src, str>> {
        self.raw(name).map(decode)
    }

    /// The value of our own attribute `name`.
    pub(super) fn own(&self, name: &str) -> Option<Cow<'src, str>> {
        let prefix = self.plenary?;
        let is_it = |key: &str| key.strip_prefix(prefix).and_then(|key| key.strip_prefix(':')) == Some(name);
        self.attributes().find(|(key, _)| is_it(key)).map(|(_, value)| decode(value))
    }

    /// The label that the value of `name` refers to, without its `#`; the first, where there are more.
    pub(super) fn reference(&self, name: &str) -> Option<Cow<'src, str>> {
        self.references(name).into_iter().next()
    }

    /// The labels that the value of `name` refers to.
    pub(super) fn references(&self, name: &str) -> Vec<Cow<'src, str>> {
        let words =
            |value: &'src str| value.split_ascii_whitespace().map(|word| decode(bare(word))).collect();
        self.raw(name).map(words).unwrap_or_default()
    }
}

/// A reference without its `#`; some write none.
fn bare(reference: &str) -> &str {
    reference.trim_start_matches('#')
}

/// The value of an attribute: references resolved, white space as blanks. A value with a faulty reference is kept as
/// written.
fn decode(value: &str) -> Cow<'_, str> {
    let value = match value.bytes().any(|byte| matches!(byte, b'\t' | b'\n' | b'\r')) {
        true => Cow::Owned(value.replace("\r\n", " ").replace(['\t', '\n', '\r'], " ")),
        false => Cow::Borrowed(value),
    };
    match &value {
        Cow::Borrowed(text) => quick_xml::escape::unescape(text).unwrap_or(value),
        Cow::Owned(text) => match quick_xml::escape::unescape(text) {
            Ok(decoded) => Cow::Owned(decoded.into_owned()),
            Err(_) => value,
        },
    }
}

/// The scanner.
pub(super) struct Scan<'src> {
    reader: Reader<&'src [u8]>,
    source: &'src str,
    /// Where the document begins in it.
    start: usize,
    /// Where the last token stands.
    pub(super) at: Range<usize>,
    /// The prefix of the root element, once it has been met.
    standard: Option<&'src str>,
    plenary: Option<&'src str>,
    namespace: &'static str,
}

/// Why a document cannot be read further.
pub(super) struct Malformed {
    /// What is wrong, in a few words.
    pub(super) what: String,
    /// Where it was noticed.
    pub(super) at: usize,
}

impl<'src> Scan<'src> {
    /// A scanner of `source`, for which the elements of `namespace` are our own.
    pub(super) fn new(source: &'src str, namespace: &'static str) -> Self {
        // Without the byte order mark, which the reader would not count.
        let text = source.trim_start_matches('\u{feff}');
        let mut reader = Reader::from_str(text);
        reader.config_mut().allow_dangling_amp = true;
        let start = source.len() - text.len();
        Self { reader, source, start, at: start..start, standard: None, plenary: None, namespace }
    }

    /// Whether the root element declares our own namespace.
    pub(super) fn is_ours(&self) -> bool {
        self.plenary.is_some()
    }

    /// The next token; its place is in [`at`](Self::at).
    pub(super) fn next(&mut self) -> Result<Token<'src>, Malformed> {
        let event = self.reader.read_event();
        let end = self.start.saturating_add(position(self.reader.buffer_position()));
        self.at = self.at.end..end.max(self.at.end);
        let token = match event {
            Ok(Event::Start(_)) => Token::Start(self.tag(false)),
            Ok(Event::Empty(_)) => Token::Start(self.tag(true)),
            Ok(Event::End(_)) => Token::End,
            Ok(Event::Text(_)) => Token::Words,
            Ok(Event::CData(_)) => {
                Token::Literal(self.at.start + "<![CDATA[".len()..self.at.end.saturating_sub("]]>".len()))
            }
            Ok(Event::GeneralRef(name)) => {
                let named = || quick_xml::escape::resolve_predefined_entity(&name)?.chars().next();
                match name.resolve_char_ref() {
                    Ok(Some(c)) => Token::Character(c),
                    Ok(None) => named().map_or(Token::Entity, Token::Character),
                    Err(_) => Token::Entity,
                }
            }
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => Token::Furniture,
            Ok(Event::Eof) => Token::Finish,
            Err(error) => {
                let at =
                    self.start.saturating_add(position(self.reader.error_position())).min(self.source.len());
                return Err(Malformed { what: error.to_string(), at });
            }
        };
        Ok(token)
    }

    /// The tag that stands at the last place.
    fn tag(&mut self, is_empty: bool) -> Tag<'src> {
        let written = self.source.get(self.at.clone()).unwrap_or_default();
        let inner = written.strip_prefix('<').unwrap_or(written);
        let inner = inner.strip_suffix('>').unwrap_or(inner);
        let inner = if is_empty { inner.strip_suffix('/').unwrap_or(inner) } else { inner };
        let name_len = inner.find(|c: char| c.is_ascii_whitespace()).unwrap_or(inner.len());
        let full = inner.get(..name_len).unwrap_or_default();
        let (prefix, name) = full.split_once(':').unwrap_or(("", full));
        let mut tag = Tag { name, owner: Owner::Standard, is_empty, inner, name_len, plenary: self.plenary };
        if self.standard.is_none() {
            self.standard = Some(prefix);
            let ours = tag.attributes().find(|(_, value)| *value == self.namespace);
            self.plenary = ours.and_then(|(key, _)| key.strip_prefix("xmlns:"));
            tag.plenary = self.plenary;
        }
        if Some(prefix) == self.plenary {
            tag.owner = Owner::Plenary;
        } else if Some(prefix) != self.standard {
            tag.owner = Owner::Foreign;
        }
        tag
    }
}

fn position(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}
