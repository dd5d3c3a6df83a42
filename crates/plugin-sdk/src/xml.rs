//! A writer of XML: elements on lines of their own where a reader is helped by it, never a blank added to text, and
//! every text of a session made fit for XML 1.0. With the feature `xml`.
//!
//! ```
//! use plenary_plugin_sdk::xml::{Attributes, Xml, is_nc_name};
//!
//! let written = |id: &str| is_nc_name(id).then(|| id.to_owned().into());
//! let attributes = Attributes { id: "xml:id", written, controls: None };
//! let mut document = Vec::new();
//! let mut xml = Xml::new(&mut document, attributes)?;
//! xml.tag("list").attr("n", 1_u32).open()?;
//! xml.tag("item").string("Fish & chips")?;
//! xml.close()?;
//! xml.finish()?;
//! let lines = "<list n=\"1\">\n  <item>Fish &amp; chips</item>\n</list>\n";
//! assert!(String::from_utf8_lossy(&document).ends_with(lines));
//! # Ok::<(), std::io::Error>(())
//! ```

mod escape;
mod job;
mod name;
mod value;

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, BufWriter, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::model::{Id, Text};

pub use escape::is_fit;
pub use job::{first_unfit, write};
pub use name::{is_name_char, is_name_start, is_nc_name};
pub use value::Value;

use escape::Looks;

/// Writes the document. Its structure is indented; what stands in mixed content is written as it is.
pub struct Xml<'w> {
    writer: Writer<BufWriter<&'w mut dyn Write>>,
    /// The elements that are open, outermost first.
    open: Vec<Open>,
    /// The tag in the making: `speech eId="…"`.
    tag: String,
    scratch: String,
    /// Whether a word stands before what is written next, in mixed content.
    is_begun: bool,
    /// Whether a blank is still to be written, between the words before and what follows.
    blank: bool,
    /// The identifiers of the model that were written; each may stand in the document once.
    written: HashSet<Id>,
    attributes: Attributes,
    faults: Faults,
}

/// The attributes that a vocabulary has for what is noted of a node of the model.
#[derive(Debug, Clone, Copy)]
pub struct Attributes {
    /// The one that holds the model's identifier.
    pub id: &'static str,
    /// What it holds for an identifier; `None` where there is no way to write it.
    pub written: fn(&str) -> Option<Cow<'_, str>>,
    /// The one that tells which characters of a text XML cannot hold; `None` where there is none for it.
    pub controls: Option<&'static str>,
}

/// What could not be written as it is.
#[derive(Debug, Default)]
pub struct Faults {
    /// Whether a character was replaced that XML cannot hold.
    pub replaced: bool,
    /// Identifiers that were left out.
    pub ids: Vec<Id>,
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
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn new(to: &'w mut dyn Write, attributes: Attributes) -> io::Result<Self> {
        let mut writer = Writer::new(BufWriter::with_capacity(1 << 14, to));
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(Self {
            writer,
            open: Vec::new(),
            tag: String::new(),
            scratch: String::new(),
            is_begun: false,
            blank: false,
            written: HashSet::with_capacity(256),
            attributes,
            faults: Faults::default(),
        })
    }

    /// Ends the document with a line end.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(mut self) -> io::Result<Faults> {
        let to = self.writer.get_mut();
        to.write_all(b"\n")?;
        to.flush()?;
        Ok(self.faults)
    }

    /// Begins the tag of an element; what is called on it says how the element goes on.
    pub fn tag(&mut self, name: &'static str) -> Tag<'_, 'w> {
        self.tag.clear();
        self.tag.push_str(name);
        Tag { xml: self, name }
    }

    /// Text, in an element opened as [mixed](Tag::mixed).
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.words(text, escape::look(text))
    }

    /// Text that looks so.
    fn words(&mut self, text: &str, looks: Looks) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.write_blank(" ")?;
        // A blank at the end waits: at the end of an element it has to be written as a reference.
        let (words, blank) = match text.strip_suffix(' ') {
            Some("") if self.is_begun => ("", true),
            Some(words) if words.ends_with(|c: char| !is_space(c)) => (words, true),
            _ => (text, false),
        };
        let (fit, replaced) = escape::content(words, looks, self.is_begun, &mut self.scratch);
        self.faults.replaced |= replaced;
        self.writer.write_event(Event::Text(BytesText::from_escaped(fit)))?;
        self.is_begun = !words.ends_with(is_space);
        self.blank = blank;
        Ok(())
    }

    /// Writes the blank that waits, as `blank`.
    fn write_blank(&mut self, blank: &str) -> io::Result<()> {
        if std::mem::take(&mut self.blank) {
            self.is_begun = false;
            self.writer.get_mut().write_all(blank.as_bytes())?;
        }
        Ok(())
    }

    /// Closes the innermost open element.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn close(&mut self) -> io::Result<()> {
        self.write_blank("&#32;")?;
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
        if self.in_mixed() {
            self.write_blank(" ")
        } else {
            self.is_begun = false;
            self.line()
        }
    }

    /// A new line, indented by the elements that are open.
    fn line(&mut self) -> io::Result<()> {
        const LINE: &[u8] = b"\n                                ";
        let indented = (1 + 2 * self.open.len()).min(LINE.len());
        self.writer.get_mut().write_all(LINE.get(..indented).unwrap_or_default())
    }
}

/// White space as XML has it.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// A tag in the making.
#[must_use = "a tag is written by what ends it"]
pub struct Tag<'x, 'w> {
    xml: &'x mut Xml<'w>,
    name: &'static str,
}

impl Tag<'_, '_> {
    /// Adds an attribute.
    pub fn attr<V: Value>(self, name: &str, value: V) -> Self {
        let Xml { tag, faults, .. } = &mut *self.xml;
        tag.push(' ');
        tag.push_str(name);
        tag.push_str("=\"");
        let from = tag.len();
        value.add_to(tag);
        if !V::IS_FIT {
            faults.replaced |= escape::attribute(tag, from);
        }
        tag.push('"');
        self
    }

    /// Adds an attribute where there is a value.
    pub fn attr_if(self, name: &str, value: Option<impl Value>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Adds the model's identifier of the node. One that its attribute cannot hold, or that is written already, is left
    /// out, and told of in the [`Faults`].
    pub fn id(self, id: &Id) -> Self {
        let attributes = self.xml.attributes;
        if let Some(value) = (attributes.written)(id.as_str()) {
            let own = if value == id.as_str() { id.clone() } else { Id::new(&*value) };
            if self.xml.written.insert(own) {
                return self.attr(attributes.id, &value);
            }
        }
        self.xml.faults.ids.push(id.clone());
        self
    }

    /// Adds what `text`, the words of the element, cannot be written with: the characters that XML cannot hold, so
    /// that who reads the document for plenary finds them again.
    pub fn controls(self, text: &str) -> Self {
        self.controls_of(text, escape::look(text))
    }

    fn controls_of(self, text: &str, looks: Looks) -> Self {
        let Some(name) = self.xml.attributes.controls else { return self };
        self.attr_if(name, escape::replaced(text, looks))
    }

    /// An element without content.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn empty(self) -> io::Result<()> {
        let Self { xml, name } = self;
        // It may be the last in mixed content, and no word follows.
        xml.write_blank("&#32;")?;
        xml.separate()?;
        xml.writer.write_event(Event::Empty(BytesStart::from_content(xml.tag.as_str(), name.len())))
    }

    /// Opens an element of elements: each goes on a line of its own.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn open(self) -> io::Result<()> {
        self.start(false)
    }

    /// Opens an element of text: not a blank is added until it is closed.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn mixed(self) -> io::Result<()> {
        self.start(true)
    }

    /// An element that holds nothing but `text`.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn text(self, text: &Text<'_>) -> io::Result<()> {
        self.string(text.as_str())
    }

    /// An element that holds nothing but `text`.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn string(self, text: &str) -> io::Result<()> {
        let looks = escape::look(text);
        // In mixed content the outermost element has them.
        let tag = if self.xml.in_mixed() { self } else { self.controls_of(text, looks) };
        let Self { xml, name } = tag;
        Tag { xml: &mut *xml, name }.mixed()?;
        xml.words(text, looks)?;
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
