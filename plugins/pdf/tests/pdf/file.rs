//! The file: its parts, as another program finds them.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, decode_text_string};
use plenary_pdf::{Options, Pdf};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::testing::render;

use crate::build::{ids, whole};
use crate::reading::own_fonts;

pub(crate) fn file(session: &Session<'_>, options: &Options) -> Vec<u8> {
    render::<Pdf>(session, "pdf", &own_fonts(options)).expect("a document").bytes
}

fn document() -> Document {
    Document::load_mem(&file(&whole(), &Options::default())).expect("a PDF")
}

fn get<'d>(document: &'d Document, dictionary: &'d Dictionary, key: &str) -> &'d Object {
    dictionary.get_deref(key.as_bytes(), document).unwrap_or_else(|error| panic!("{key}: {error}"))
}

fn sub<'d>(document: &'d Document, dictionary: &'d Dictionary, key: &str) -> &'d Dictionary {
    get(document, dictionary, key).as_dict().unwrap_or_else(|error| panic!("{key}: {error}"))
}

/// The page number an explicit destination points at, from 0.
fn page_of(document: &Document, destination: &Object) -> usize {
    let page = destination.as_array().unwrap()[0].as_reference().unwrap();
    document.get_pages().values().position(|id| *id == page).expect("a page")
}

#[test]
fn it_is_a_file_of_its_version_with_object_streams() {
    let bytes = file(&whole(), &Options::default());
    assert!(bytes.starts_with(b"%PDF-1.7\n"));
    assert!(bytes.windows(7).any(|window| window == b"/ObjStm"));
}

#[test]
fn the_catalog_says_how_to_open_it() {
    let document = document();
    let catalog = document.catalog().unwrap();
    assert_eq!(get(&document, catalog, "PageMode").as_name().unwrap(), b"UseOutlines");
    let preferences = sub(&document, catalog, "ViewerPreferences");
    assert!(get(&document, preferences, "DisplayDocTitle").as_bool().unwrap());
}

#[test]
fn the_information_is_the_session_s() {
    let document = document();
    let information = sub(&document, &document.trailer, "Info");
    let text = |key| decode_text_string(get(&document, information, key)).unwrap();
    assert_eq!(text("Title"), "Tides and timetables");
    assert_eq!(text("Subject"), "Harbour Week 2031 WS #7, 14 May 2031 09:00h - 10:30h");
    assert_eq!(text("Producer"), "plenary test");
    assert_eq!(information.len(), 3, "no date and nothing else: {information:?}");
}

#[test]
fn every_identifier_is_a_named_destination() {
    let document = document();
    let names = sub(&document, sub(&document, document.catalog().unwrap(), "Names"), "Dests");
    let mut found = BTreeMap::new();
    let mut before = Vec::new();
    for leaf in get(&document, names, "Kids").as_array().unwrap() {
        let leaf = document.get_dictionary(leaf.as_reference().unwrap()).unwrap();
        let pairs = get(&document, leaf, "Names").as_array().unwrap();
        let limits = get(&document, leaf, "Limits").as_array().unwrap();
        assert_eq!(limits[0], pairs[0]);
        assert_eq!(limits[1], pairs[pairs.len() - 2]);
        for pair in pairs.chunks(2) {
            let name = pair[0].as_str().unwrap().to_vec();
            assert!(before < name, "names are in order");
            before = name.clone();
            found.insert(String::from_utf8(name).unwrap(), page_of(&document, &pair[1]));
        }
    }
    let session = whole();
    for id in ids(&session) {
        assert!(found.contains_key(&id), "{id}");
    }
    assert!(found["section-session-transcript"] > found["report-1"]);
}

#[test]
fn the_outline_is_nested() {
    let document = document();
    let outlines = sub(&document, document.catalog().unwrap(), "Outlines");
    let top = children(&document, outlines);
    let titles: Vec<_> = top.iter().map(|item| title(&document, item)).collect();
    assert_eq!(
        titles,
        [
            "At a glance",
            "Contents",
            "The session in figures",
            "Participants",
            "Full session report",
            "Speakers",
            "Agreements",
            "Session transcript",
            "About this document"
        ]
    );
    let speeches = children(&document, top[7]);
    assert_eq!(speeches.len(), 12);
    assert_eq!(title(&document, speeches[0]), "1. Ada Fjord");
    assert_eq!(get(&document, top[7], "Count").as_i64().unwrap(), -12, "speeches are folded away");
    let profiles = children(&document, top[5]);
    assert_eq!(title(&document, profiles[0]), "Ada Fjord");
    assert_eq!(title(&document, children(&document, profiles[0])[0]), "Arguments");
    // What is seen at first: the top, and what stands in open entries of it.
    let seen: usize = top
        .iter()
        .map(|item| {
            1 + if item.has(b"Count") && get(&document, item, "Count").as_i64().unwrap() > 0 {
                children(&document, item).len()
            } else {
                0
            }
        })
        .sum();
    assert_eq!(get(&document, outlines, "Count").as_i64().unwrap(), i64::try_from(seen).unwrap());
}

fn title(document: &Document, item: &Dictionary) -> String {
    decode_text_string(get(document, item, "Title")).unwrap()
}

/// The entries in an outline entry; their links to each other hold.
fn children<'d>(document: &'d Document, parent: &'d Dictionary) -> Vec<&'d Dictionary> {
    let mut children: Vec<&Dictionary> = Vec::new();
    let mut next = parent.get(b"First").ok();
    let mut previous: Option<&Object> = None;
    while let Some(reference) = next {
        let item = document.get_dictionary(reference.as_reference().unwrap()).unwrap();
        assert_eq!(item.get(b"Prev").ok(), previous);
        assert!(page_of(document, get(document, item, "Dest")) < document.get_pages().len());
        previous = Some(reference);
        next = item.get(b"Next").ok();
        children.push(item);
    }
    assert_eq!(parent.get(b"Last").ok(), previous);
    children
}

#[test]
fn every_font_is_an_embedded_subset_with_a_map_to_unicode() {
    let document = document();
    let page = document.get_dictionary(*document.get_pages().values().next().unwrap()).unwrap();
    let fonts = sub(&document, sub(&document, page, "Resources"), "Font");
    assert_eq!(fonts.len(), 3);
    for (name, font) in fonts.iter() {
        let font = document.get_dictionary(font.as_reference().unwrap()).unwrap();
        let descendants = get(&document, font, "DescendantFonts").as_array().unwrap();
        let descendant = document.get_dictionary(descendants[0].as_reference().unwrap()).unwrap();
        let descriptor = sub(&document, descendant, "FontDescriptor");
        let base = get(&document, font, "BaseFont").as_name().unwrap();
        let (tag, _) = base.split_at(7);
        assert!(tag[..6].iter().all(u8::is_ascii_uppercase) && tag[6] == b'+', "{name:?}");
        assert_eq!(get(&document, descriptor, "FontName").as_name().unwrap(), base);
        let program = get(&document, descriptor, "FontFile2").as_stream().unwrap();
        let length = get(&document, &program.dict, "Length1").as_i64().unwrap();
        assert_eq!(program.decompressed_content().unwrap().len(), usize::try_from(length).unwrap());
        assert!(length < 60_000, "{length} bytes are no subset");
        let map = get(&document, font, "ToUnicode").as_stream().unwrap().decompressed_content().unwrap();
        assert!(String::from_utf8(map).unwrap().contains("beginbfchar"));
        // One width and one glyph for each code.
        let widths = get(&document, descendant, "W").as_array().unwrap()[1].as_array().unwrap().len();
        let glyphs =
            get(&document, descendant, "CIDToGIDMap").as_stream().unwrap().decompressed_content().unwrap();
        assert_eq!(glyphs.len(), 2 * (widths + 1));
    }
}

#[test]
fn links_name_destinations_that_exist() {
    let bytes = file(&whole(), &Options::default());
    let document = Document::load_mem(&bytes).unwrap();
    let known = ids(&whole());
    let mut links = 0;
    for id in document.get_pages().values() {
        let page = document.get_dictionary(*id).unwrap();
        let Ok(annotations) = page.get_deref(b"Annots", &document) else { continue };
        for annotation in annotations.as_array().unwrap() {
            let annotation = document.get_dictionary(annotation.as_reference().unwrap()).unwrap();
            let to =
                String::from_utf8(get(&document, annotation, "Dest").as_str().unwrap().to_vec()).unwrap();
            assert!(
                known.contains(&to)
                    || ["participants", "about", "figures", "at-a-glance"].contains(&to.as_str()),
                "{to}"
            );
            links += 1;
        }
    }
    assert!(links >= 8, "{links} links");
}

#[test]
fn another_session_has_another_identifier() {
    let identifier = |session: &Session<'_>| {
        let document = Document::load_mem(&file(session, &Options::default())).unwrap();
        get(&document, &document.trailer, "ID").as_array().unwrap()[0].as_str().unwrap().to_vec()
    };
    let mut other = whole();
    other.unrecognised.clear();
    assert_eq!(identifier(&whole()).len(), 16);
    assert_ne!(identifier(&whole()), identifier(&other));
}
