//! What an XML parser reads in a document: text and identifiers.

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion, escape};

/// Text in the order of the document, each element a word of its own; then the values of the attributes in which its
/// standard keeps names and values.
pub(crate) fn text(xml: &str, attributes: &[&str]) -> String {
    let mut reader = Reader::from_str(xml);
    let (mut text, mut values) = (String::new(), String::new());
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => return text + "\n" + &values,
            Event::Text(words) => text.push_str(&words),
            Event::GeneralRef(name) => {
                let reference = format!("&{};", &*name);
                text.push_str(&escape::unescape(&reference).expect("a predefined entity or a character"));
            }
            Event::Start(element) | Event::Empty(element) => {
                text.push('\n');
                for attribute in element.attributes() {
                    let attribute = attribute.expect("an attribute");
                    if attributes.contains(&attribute.key.as_ref()) {
                        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                        values.extend([&value.expect("a well-formed value"), "\n"]);
                    }
                }
            }
            Event::End(_) => text.push('\n'),
            _ => {}
        }
    }
}

/// The values of the attribute that holds the identifiers of the model.
pub(crate) fn ids(xml: &str, attribute: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut ids = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => return ids,
            Event::Start(element) | Event::Empty(element) => {
                let id = element.try_get_attribute(attribute).expect("well-formed attributes");
                let value =
                    id.map(|id| id.normalized_value(XmlVersion::Implicit1_0).expect("a value").into_owned());
                ids.extend(value);
            }
            _ => {}
        }
    }
}
