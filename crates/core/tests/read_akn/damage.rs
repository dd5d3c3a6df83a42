//! Documents that are damaged, hostile or no debates.

use plenary_core::model::Text;
use plenary_core::read::{ReadOptions, read};

use crate::{debate, outline, reading};

fn codes(xml: &str) -> Vec<String> {
    reading(xml).diagnostics.iter().map(|finding| finding.code.to_string()).collect()
}

#[test]
fn what_stands_before_the_damage_is_read_and_the_rest_is_kept() {
    let xml = debate(
        "<speech by=\"#ann\"><p>Good <b>morning</p>\n</speech><speech by=\"#ann\"><p>Lost</p></speech>",
    );
    let reading = reading(&xml);
    assert_eq!(outline(&reading.session)[1], "speaker-ann-lee: Paragraph Good morning");
    let rest: Vec<_> = reading.session.unrecognised.iter().map(Text::as_str).collect();
    assert_eq!(rest.len(), 2);
    assert!(rest[0] == "</p>" && rest[1].contains("Lost"), "{rest:?}");
    let finding = &reading.diagnostics[0];
    assert_eq!(finding.code, "akn::malformed");
    assert!(finding.message.contains("`</b>`"), "{}", finding.message);
    assert_eq!(finding.span.unwrap().start, xml.find("</p>").unwrap());
}

#[test]
fn a_document_that_is_cut_off_is_read_as_far_as_it_goes() {
    let whole = debate("<speech by=\"#ann\"><from>Ann</from><p>Good &amp; bad <b>x</b></p></speech>");
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        let cut = &whole[..end];
        let reading = reading(cut);
        if cut.contains("Good") && reading.holds_session() {
            assert!(reading.diagnostics.iter().any(|finding| finding.code == "akn::malformed"), "{cut}");
            assert!(reading.session.speeches().count() == 1, "{cut}");
        }
    }
}

#[test]
fn entities_are_never_expanded() {
    let xml = debate("<speech by=\"#ann\"><p>&bomb; Q&A &lt;</p></speech>");
    let xml = format!("<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY bomb \"&x;&x;&x;\">]>{xml}");
    assert_eq!(codes(&xml), ["akn::unknown-entity"]);
    assert_eq!(outline(&reading(&xml).session)[1], "speaker-ann-lee: Paragraph &bomb; Q&A <");
}

#[test]
fn depth_and_number_cost_no_more_than_length() {
    let deep = format!("{}x{}", "<debateSection>t<b>".repeat(50_000), "</b></debateSection>".repeat(50_000));
    reading(&debate(&deep));
    reading(&debate(&"<debateSection><heading>Same</heading><p>a</p>".repeat(20_000)));
    reading(&debate(&format!("<speech {} by=\"#ann\"><p>x</p></speech>", "a=\"1\" ".repeat(100_000))));
    reading(&debate(&format!(
        "<speech by=\"#ann\"><p>{}</p></speech>",
        "t <remark>r</remark> &#65; & ".repeat(20_000)
    )));
}

#[test]
fn other_markup_is_refused() {
    for (xml, message) in [
        ("<html><body><p>Session transcript</p></body></html>", "in markup"),
        (
            "<?xml version=\"1.0\"?><akomaNtoso><act><body><p>Law</p></body></act></akomaNtoso>",
            "of the kind `act`, not a debate",
        ),
        ("<akomaNtoso><debate/></akomaNtoso>", "holds no speech"),
        ("<akomaNtoso/>", "in markup"),
    ] {
        let reading = read(xml, &ReadOptions::default());
        assert!(!reading.holds_session(), "{xml}");
        assert!(reading.diagnostics[0].message.contains(message), "{}", reading.diagnostics[0].message);
    }
}

#[test]
fn text_outside_all_parts_is_kept_without_a_place() {
    let xml = debate("<p>T</p>").replace("<debateBody>", "stray words<debateBody>");
    let reading = reading(&xml);
    assert_eq!(reading.session.unrecognised[0].as_str(), "stray words");
    assert_eq!(reading.diagnostics[0].code, "akn::unplaced-text");
}

#[test]
fn a_document_that_breaks_off_before_anybody_speaks() {
    // Broken before anybody speaks: where it broke is why.
    let broken = "<akomaNtoso><debate><meta><references></meta><debateBody>\n<debateSection>\n\
                  <speech by=\"#a\"><p>Good morning.</p></speech></debateSection></debateBody></debate></akomaNtoso>";
    let reading = read(broken, &ReadOptions::default());
    assert!(!reading.holds_session());
    let codes: Vec<_> = reading.diagnostics.iter().map(|finding| &*finding.code).collect();
    assert_eq!(codes, ["read::no-session", "akn::malformed"]);
    assert_eq!(reading.diagnostics[1].span.map(|span| span.start), broken.find("</meta>"));
}
