//! The writer: elements on lines of their own where a reader is helped by it, never a blank added to text.

use std::collections::HashSet;
use std::fmt::{Display, Write as _};
use std::io::{self, BufWriter, Write};

use plenary_plugin_sdk::model::{Id, Text};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::escape;

/// Writes the document. Its structure is indented; what stands in mixed content is written as it is.
pub(crate) struct Xml<'w> {
    writer: Writer<BufWriter<&'w mut dyn Write>>,
    /// The elements that are open, outermost first.
    open: Vec<Open>,
    /// The tag in the making: `speech eId="…"`.
    tag: String,
    scratch: String,
    /// The identifiers of the model that were written; each may stand in the document once.
    written: HashSet<Id>,
    faults: Faults,
}

/// What could not be written as it is.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    /// Whether a character was replaced that XML cannot hold.
    pub(crate) replaced: bool,
    /// Identifiers that were left out.
    pub(crate) ids: Vec<Id>,
}

#[derive(Clone, Copy)]
struct Open {
    name: &'static str,
    /// Whether white space inside it would be text.
    mixed: bool,
    /// Whether nothing stands in it yet.
    bare: bool,
}

impl<'w> Xml<'w> {
    /// A document that begins with its declaration.
    pub(crate) fn new(to: &'w mut dyn Write) -> io::Result<Self> {
        let mut writer = Writer::new(BufWriter::with_capacity(1 << 16, to));
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self {
            writer,
            open: Vec::new(),
            tag: String::new(),
            scratch: String::new(),
            written: HashSet::new(),
            faults: Faults::default(),
        })
    }

    /// Ends the document with a line end.
    pub(crate) fn finish(mut self) -> io::Result<Faults> {
        let to = self.writer.get_mut();
        to.write_all(b"\n")?;
        to.flush()?;
        Ok(self.faults)
    }

    /// Begins the tag of an element; what is called on it says how the element goes on.
    pub(crate) fn tag(&mut self, name: &'static str) -> Tag<'_, 'w> {
        self.tag.clear();
        self.tag.push_str(name);
        Tag { xml: self, name }
    }

    /// Text, in an element opened as [mixed](Tag::mixed).
    pub(crate) fn text(&mut self, text: &str) -> io::Result<()> {
        let (fit, replaced) = escape::content(text, &mut self.scratch);
        self.faults.replaced |= replaced;
        self.writer.write_event(Event::Text(BytesText::from_escaped(fit)))
    }

    /// Closes the innermost open element.
    pub(crate) fn close(&mut self) -> io::Result<()> {
        let Some(Open { name, mixed, bare }) = self.open.pop() else { return Ok(()) };
        if !mixed && !bare {
            self.line()?;
        }
        self.writer.write_event(Event::End(BytesEnd::new(name)))
    }

    fn in_mixed(&self) -> bool {
        self.open.last().is_some_and(|open| open.mixed)
    }

    /// What parts an element from what stands before it: a new line, and nothing in mixed content.
    fn separate(&mut self) -> io::Result<()> {
        if let Some(open) = self.open.last_mut() {
            open.bare = false;
        }
        if self.in_mixed() { Ok(()) } else { self.line() }
    }

    /// A new line, indented by the elements that are open.
    fn line(&mut self) -> io::Result<()> {
        const BLANKS: &[u8] = &[b' '; 32];
        let to = self.writer.get_mut();
        to.write_all(b"\n")?;
        let indent = (2 * self.open.len()).min(BLANKS.len());
        to.write_all(BLANKS.get(..indent).unwrap_or_default())
    }
}

/// A tag in the making.
#[must_use = "a tag is written by what ends it"]
pub(crate) struct Tag<'x, 'w> {
    xml: &'x mut Xml<'w>,
    name: &'static str,
}

impl Tag<'_, '_> {
    /// Adds an attribute.
    pub(crate) fn attr(self, name: &str, value: impl Display) -> Self {
        let Xml { tag, faults, .. } = &mut *self.xml;
        tag.push(' ');
        tag.push_str(name);
        tag.push_str("=\"");
        // Writing to a string cannot fail.
        let _ = write!(escape::Attribute { to: tag, replaced: &mut faults.replaced }, "{value}");
        tag.push('"');
        self
    }

    /// Adds an attribute where there is a value.
    pub(crate) fn attr_if(self, name: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Adds `GUID`, which holds the model's identifier of the node: the attribute is meant for identifiers of
    /// another system, has no syntax but that it holds no white space, and must be unique (XSD,
    /// `GUID-debate`; AKN4UN, "Element Identifiers"). An identifier that breaks this is left out, and told of.
    pub(crate) fn guid(self, id: &Id) -> Self {
        let fit =
            !id.as_str().is_empty() && id.as_str().chars().all(|c| !c.is_whitespace() && escape::is_fit(c));
        if fit && self.xml.written.insert(id.clone()) {
            return self.attr("GUID", id);
        }
        self.xml.faults.ids.push(id.clone());
        self
    }

    /// An element without content.
    pub(crate) fn empty(self) -> io::Result<()> {
        let Self { xml, name } = self;
        xml.separate()?;
        xml.writer.write_event(Event::Empty(BytesStart::from_content(xml.tag.as_str(), name.len())))
    }

    /// Opens an element of elements: each goes on a line of its own.
    pub(crate) fn open(self) -> io::Result<()> {
        self.start(false)
    }

    /// Opens an element of text: not a blank is added until it is closed.
    pub(crate) fn mixed(self) -> io::Result<()> {
        self.start(true)
    }

    /// An element that holds nothing but `text`.
    pub(crate) fn text(self, text: &Text<'_>) -> io::Result<()> {
        self.string(text.as_str())
    }

    /// An element that holds nothing but `text`.
    pub(crate) fn string(self, text: &str) -> io::Result<()> {
        let Self { xml, name } = self;
        Tag { xml: &mut *xml, name }.mixed()?;
        xml.text(text)?;
        xml.close()
    }

    fn start(self, mixed: bool) -> io::Result<()> {
        let Self { xml, name } = self;
        let mixed = mixed || xml.in_mixed();
        xml.separate()?;
        xml.writer.write_event(Event::Start(BytesStart::from_content(xml.tag.as_str(), name.len())))?;
        xml.open.push(Open { name, mixed, bare: true });
        Ok(())
    }
}
