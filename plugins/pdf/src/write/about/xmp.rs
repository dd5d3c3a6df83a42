//! The metadata that archives and catalogues read (XMP, ISO 16684-1), and the two standards the file keeps: PDF/A-2a
//! (ISO 19005-2) and PDF/UA-1 (ISO 14289-1).

use super::information::Information;

/// What PDF/A has to be told of a property it does not know itself (ISO 19005-2, 6.6.2.3): that of PDF/UA.
const EXTENSION: &str = r#"<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"#;

/// The packet.
pub(in crate::write) fn packet(information: &Information<'_>, language: &str) -> String {
    let alternatives = |name: &str, text: &str| {
        format!(
            "<dc:{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:{name}>\n",
            escaped(text)
        )
    };
    let title = alternatives("title", information.title());
    let description = information.subject.as_deref().map(|text| alternatives("description", text));
    let dates = information.date().map(|date| {
        let date = date.strftime("%Y-%m-%dT%H:%M:%SZ");
        format!("<xmp:CreateDate>{date}</xmp:CreateDate>\n<xmp:ModifyDate>{date}</xmp:ModifyDate>\n")
    });
    let language = escaped(language);
    let producer = escaped(information.generator);
    let (description, dates) = (description.unwrap_or_default(), dates.unwrap_or_default());
    format!(
        r#"<?xpacket begin="{}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{title}{description}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<pdf:Producer>{producer}</pdf:Producer>
{dates}<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{EXTENSION}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"#,
        '\u{FEFF}'
    )
}

/// Fit to stand in XML 1.0, which has no way at all to write most control characters.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Information, packet};

    #[test]
    fn texts_stay_texts() {
        let title = Some("<A> & \"B\"\u{1}\u{FFFE}");
        let information = Information { title, subject: None, generator: "plenary", made: Some(0) };
        let packet = packet(&information, "pt-BR");
        assert!(packet.contains("x-default\">&lt;A&gt; &amp; &quot;B&quot; \u{FFFD}</rdf:li>"), "{packet}");
        assert!(packet.contains("<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>"), "{packet}");
    }
}
