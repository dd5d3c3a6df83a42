//! What an XML parser reads in an Akoma Ntoso document: text and identifiers.

use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion, escape};

/// Text in the order of the document, each element a word of its own; then the values of the attributes in which the
/// standard keeps names and values.
pub(crate) fn text(xml: &str) -> String {
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
                    if matches!(attribute.key.as_ref(), "showAs" | "value") {
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

/// The identifiers of the model, which stand in the attribute for those of another system.
pub(crate) fn guids(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut guids = Vec::new();
    loop {
        match reader.read_event().expect("well-formed XML") {
            Event::Eof => return guids,
            Event::Start(element) | Event::Empty(element) => {
                let guid = element.try_get_attribute("GUID").expect("well-formed attributes");
                let value = guid.map(|guid| {
                    guid.normalized_value(XmlVersion::Implicit1_0).expect("a value").into_owned()
                });
                guids.extend(value);
            }
            _ => {}
        }
    }
}
