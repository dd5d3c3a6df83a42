//! A document read back: elements, attributes, text.

use std::collections::BTreeMap;
use std::fmt::Write;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// Reads a document, as strictly as XML 1.0 wants it read.
    pub(crate) fn parse(xml: &str) -> Self {
        assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
        assert!(xml.chars().all(is_char), "a character XML cannot hold");
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let mut open: Vec<Element> =
            vec![Element { name: String::new(), attributes: BTreeMap::new(), children: vec![] }];
        let add = |open: &mut Vec<Element>, node: Node| open.last_mut().unwrap().children.push(node);
        loop {
            match reader.read_event().expect("well-formed XML") {
                Event::Eof => break,
                Event::Decl(_) => {}
                Event::Start(start) => open.push(Element::begin(&start)),
                Event::Empty(start) => add(&mut open, Node::Element(Element::begin(&start))),
                Event::End(_) => {
                    let done = open.pop().unwrap();
                    add(&mut open, Node::Element(done));
                }
                Event::Text(text) => {
                    assert!(!text.contains("]]>"));
                    let text = text.xml10_content();
                    open.last_mut().unwrap().push_text(&text);
                }
                Event::GeneralRef(name) => {
                    let c = match name.resolve_char_ref().expect("a character") {
                        Some(c) => c,
                        None => match &*name {
                            "lt" => '<',
                            "gt" => '>',
                            "amp" => '&',
                            other => panic!("&{other}; is not declared"),
                        },
                    };
                    assert!(is_char(c));
                    open.last_mut().unwrap().push_text(&c.to_string());
                }
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(open.len(), 1, "all elements are closed");
        let root: Vec<_> = open.remove(0).elements().cloned().collect();
        <[_; 1]>::try_from(root).expect("one root")[0].clone()
    }

    fn begin(start: &BytesStart<'_>) -> Self {
        let mut attributes = BTreeMap::new();
        for attribute in start.attributes() {
            let attribute = attribute.expect("an attribute, once");
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).expect("a value").into_owned();
            assert!(value.chars().all(is_char));
            attributes.insert(attribute.key.as_ref().to_owned(), value);
        }
        Self { name: start.name().as_ref().to_owned(), attributes, children: vec![] }
    }

    fn push_text(&mut self, text: &str) {
        match self.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => self.children.push(Node::Text(text.to_owned())),
        }
    }

    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// The child elements.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// All of it, itself first, in the order of the document.
    pub(crate) fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        self.elements().for_each(|child| all.extend(child.all()));
        all
    }

    /// The elements `name` in it, at any depth.
    pub(crate) fn find_all(&self, name: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.name == name).collect()
    }

    /// The one element `name` in it.
    pub(crate) fn find(&self, name: &str) -> Option<&Element> {
        let found = self.find_all(name);
        assert!(found.len() <= 1, "{} elements {name}", found.len());
        found.first().copied()
    }

    /// The one at the end of a path of names, each a child of the one before.
    pub(crate) fn at(&self, path: &str) -> &Element {
        path.split('/').fold(self, |element, name| {
            element
                .elements()
                .find(|child| child.name == name)
                .unwrap_or_else(|| panic!("no {name} of {path}"))
        })
    }

    /// The text in it.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for node in &self.children {
            match node {
                Node::Element(element) => text.push_str(&element.text()),
                Node::Text(part) => text.push_str(part),
            }
        }
        text
    }

    /// Whether all text in it is the indentation between elements.
    pub(crate) fn is_structure(&self) -> bool {
        let blank = |node: &Node| match node {
            Node::Text(text) => text.starts_with('\n') && text.trim_matches(['\n', ' ']).is_empty(),
            Node::Element(_) => true,
        };
        self.elements().next().is_some() && self.children.iter().all(blank)
    }

    /// Name and attributes, for messages.
    pub(crate) fn tag(&self) -> String {
        self.attributes.iter().fold(self.name.clone(), |mut tag, (name, value)| {
            write!(tag, " {name}={value:?}").unwrap();
            tag
        })
    }
}

/// `Char` of XML 1.0, production 2.
fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}
