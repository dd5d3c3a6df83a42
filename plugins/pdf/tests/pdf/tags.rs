//! The tags: what the file says each part of it is, as another program finds it.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};
use plenary_pdf::{Language, Options};
use plenary_plugin_sdk::Session;
use proptest::prelude::*;

use crate::build::{block, empty, part, section, whole};
use crate::file::file;
use crate::generated;

/// A document opened, with every element of its tree in reading order.
struct Tagged {
    document: Document,
    elements: Vec<Element>,
}

struct Element {
    id: ObjectId,
    kind: String,
    parent: ObjectId,
    kids: Vec<Kid>,
}

#[derive(Debug, Clone, PartialEq)]
enum Kid {
    Element(ObjectId),
    Marked(ObjectId, i64),
    Annotation(ObjectId),
}

impl Tagged {
    fn of(session: &Session<'_>, options: &Options) -> Self {
        let document = Document::load_mem(&file(session, options)).expect("a PDF");
        let root = root(&document);
        let top = root.get(b"K").unwrap().as_reference().unwrap();
        let mut tagged = Self { elements: Vec::new(), document };
        tagged.read(top);
        tagged
    }

    fn read(&mut self, id: ObjectId) {
        let element = self.document.get_dictionary(id).unwrap();
        let page = element.get(b"Pg").and_then(Object::as_reference).ok();
        let kids = element.get(b"K").unwrap().as_array().unwrap().iter().map(|kid| match kid {
            Object::Reference(id) => Kid::Element(*id),
            Object::Integer(number) => Kid::Marked(page.unwrap(), *number),
            Object::Dictionary(kid) => {
                let page = kid.get(b"Pg").unwrap().as_reference().unwrap();
                match kid.get(b"Type").unwrap().as_name().unwrap() {
                    b"MCR" => Kid::Marked(page, kid.get(b"MCID").unwrap().as_i64().unwrap()),
                    b"OBJR" => Kid::Annotation(kid.get(b"Obj").unwrap().as_reference().unwrap()),
                    other => panic!("{other:?}"),
                }
            }
            other => panic!("{other:?}"),
        });
        let kids: Vec<_> = kids.collect();
        let kind = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        let parent = element.get(b"P").unwrap().as_reference().unwrap();
        self.elements.push(Element { id, kind, parent, kids: kids.clone() });
        for kid in kids {
            if let Kid::Element(kid) = kid {
                self.read(kid);
            }
        }
    }

    fn kinds(&self, kind: &str) -> Vec<&Element> {
        self.elements.iter().filter(|element| element.kind == kind).collect()
    }

    fn kind_of(&self, id: ObjectId) -> &str {
        self.elements.iter().find(|element| element.id == id).map_or("", |element| &element.kind)
    }

    fn attribute(&self, element: &Element, key: &str) -> Option<Object> {
        let element = self.document.get_dictionary(element.id).unwrap();
        element.get(b"A").ok()?.as_dict().unwrap().get(key.as_bytes()).ok().cloned()
    }

    /// What the parent tree has under each key.
    fn parents(&self) -> BTreeMap<i64, Object> {
        let tree = root(&self.document).get_deref(b"ParentTree", &self.document).unwrap().as_dict().unwrap();
        let mut parents = BTreeMap::new();
        for leaf in tree.get(b"Kids").unwrap().as_array().unwrap() {
            let leaf = self.document.get_dictionary(leaf.as_reference().unwrap()).unwrap();
            let limits = leaf.get(b"Limits").unwrap().as_array().unwrap();
            for pair in leaf.get(b"Nums").unwrap().as_array().unwrap().chunks(2) {
                let key = pair[0].as_i64().unwrap();
                assert!(limits[0].as_i64().unwrap() <= key && key <= limits[1].as_i64().unwrap());
                parents.insert(key, pair[1].clone());
            }
        }
        parents
    }
}

fn root(document: &Document) -> &Dictionary {
    document.catalog().unwrap().get_deref(b"StructTreeRoot", document).unwrap().as_dict().unwrap()
}

/// What must hold of any document.
fn is_well_tagged(tagged: &Tagged) {
    every_mark_is_in_one_element(tagged);
    everything_drawn_is_marked(tagged);
    links_are_tied_to_their_annotations(tagged);
    no_level_of_headings_is_skipped(tagged);
    parts_stand_where_they_may(tagged);
    tables_are_regular(tagged);
}

fn every_mark_is_in_one_element(tagged: &Tagged) {
    let mut owners: BTreeMap<(ObjectId, i64), ObjectId> = BTreeMap::new();
    for element in &tagged.elements {
        for kid in &element.kids {
            if let Kid::Marked(page, number) = kid {
                assert_eq!(owners.insert((*page, *number), element.id), None, "{kid:?}");
            }
        }
    }
    let parents = tagged.parents();
    for page in tagged.document.get_pages().values() {
        let dictionary = tagged.document.get_dictionary(*page).unwrap();
        assert_eq!(dictionary.get(b"Tabs").unwrap().as_name().unwrap(), b"S");
        let key = dictionary.get(b"StructParents").unwrap().as_i64().unwrap();
        let own = parents[&key].as_array().unwrap();
        for (number, element) in (0..).zip(own) {
            assert_eq!(owners.remove(&(*page, number)), Some(element.as_reference().unwrap()));
        }
    }
    assert!(owners.is_empty(), "{owners:?}");
}

fn everything_drawn_is_marked(tagged: &Tagged) {
    let parents = tagged.parents();
    for (key, page) in (0..).zip(tagged.document.get_pages().values()) {
        let content = Content::decode(&tagged.document.get_page_content(*page)).unwrap();
        let (mut open, mut next, mut in_text) = (Vec::new(), 0_usize, false);
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" => {
                    let tag = operation.operands[0].as_name().unwrap().to_vec();
                    let properties = operation.operands[1].as_dict().unwrap();
                    if let Ok(number) = properties.get(b"MCID") {
                        assert_eq!(
                            usize::try_from(number.as_i64().unwrap()).unwrap(),
                            next,
                            "numbered in the order of drawing"
                        );
                        let element = parents[&key].as_array().unwrap()[next].as_reference().unwrap();
                        assert_eq!(tagged.kind_of(element).as_bytes(), tag);
                        next += 1;
                    } else {
                        assert!(tag == b"Artifact" || tag == b"Span", "{operation:?}");
                    }
                    open.push((tag, in_text));
                }
                "EMC" => assert_eq!(open.pop().unwrap().1, in_text, "marks and text objects are nested"),
                "BT" => in_text = true,
                "ET" => in_text = false,
                "TJ" | "re" => {
                    assert_eq!(in_text, operation.operator == "TJ");
                    assert!(!open.is_empty(), "{operation:?} is neither content nor artifact");
                }
                _ => {}
            }
        }
        assert!(open.is_empty() && !in_text);
        assert_eq!(parents[&key].as_array().unwrap().len(), next);
    }
}

fn links_are_tied_to_their_annotations(tagged: &Tagged) {
    let parents = tagged.parents();
    let mut tied = 0;
    for element in &tagged.elements {
        for kid in &element.kids {
            let Kid::Annotation(id) = kid else { continue };
            assert_eq!(element.kind, "Link");
            let annotation = tagged.document.get_dictionary(*id).unwrap();
            let key = annotation.get(b"StructParent").unwrap().as_i64().unwrap();
            assert_eq!(parents[&key].as_reference().unwrap(), element.id);
            let contents = decode_text_string(annotation.get(b"Contents").unwrap()).unwrap();
            assert!(!contents.trim().is_empty());
            tied += 1;
        }
    }
    let annotations: usize = tagged
        .document
        .get_pages()
        .values()
        .filter_map(|page| tagged.document.get_dictionary(*page).unwrap().get(b"Annots").ok())
        .map(|annotations| annotations.as_array().unwrap().len())
        .sum();
    assert_eq!(tied, annotations);
    let ties = |element: &&Element| element.kids.iter().any(|kid| matches!(kid, Kid::Annotation(_)));
    assert!(tagged.kinds("Link").iter().all(ties));
}

fn no_level_of_headings_is_skipped(tagged: &Tagged) {
    let mut before = 0;
    for element in &tagged.elements {
        if let Some(level) = element.kind.strip_prefix('H').and_then(|level| level.parse::<u32>().ok()) {
            assert!(level <= before + 1, "H{level} follows H{before}");
            before = level;
        }
    }
}

fn parts_stand_where_they_may(tagged: &Tagged) {
    let allowed: &[(&str, &[&str])] = &[
        ("TOCI", &["TOC"]),
        ("TOC", &["Sect", "Document", "TOC", "TOCI"]),
        ("LI", &["L"]),
        ("Lbl", &["LI"]),
        ("LBody", &["LI"]),
        ("THead", &["Table"]),
        ("TBody", &["Table"]),
        ("TR", &["THead", "TBody"]),
        ("TH", &["TR"]),
        ("TD", &["TR"]),
        ("Reference", &["TOCI"]),
    ];
    for (kind, parents) in allowed {
        for element in tagged.kinds(kind) {
            let parent = tagged.kind_of(element.parent);
            assert!(parents.contains(&parent), "{kind} in {parent}");
        }
    }
    let only: &[(&str, &[&str])] =
        &[("L", &["LI"]), ("LI", &["Lbl", "LBody"]), ("TR", &["TH", "TD"]), ("TOC", &["TOC", "TOCI"])];
    for (kind, kids) in only {
        for element in tagged.kinds(kind) {
            for kid in &element.kids {
                let Kid::Element(kid) = kid else { panic!("{kind} holds {kid:?}") };
                let kid = tagged.kind_of(*kid);
                assert!(kids.contains(&kid), "{kind} holds {kid}");
            }
        }
    }
}

fn tables_are_regular(tagged: &Tagged) {
    let rows = tagged.kinds("TR");
    let columns = rows.iter().map(|row| {
        let cells = row.kids.iter().map(|kid| {
            let Kid::Element(id) = kid else { panic!("{kid:?}") };
            let cell = tagged.elements.iter().find(|element| element.id == *id).unwrap();
            let scope = tagged.attribute(cell, "Scope");
            assert_eq!(scope.is_some(), cell.kind == "TH", "a header cell, and no other, has a scope");
            tagged.attribute(cell, "ColSpan").map_or(1, |span| span.as_i64().unwrap())
        });
        cells.sum::<i64>()
    });
    let columns: Vec<_> = columns.collect();
    assert!(columns.windows(2).all(|pair| pair[0] == pair[1]), "one table: {columns:?}");
}

#[test]
fn a_whole_session_is_well_tagged() {
    is_well_tagged(&Tagged::of(&whole(), &Options::default()));
    is_well_tagged(&Tagged::of(&empty(), &Options::default()));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_session_is_well_tagged((session, options) in (generated::session(), generated::options())) {
        is_well_tagged(&Tagged::of(&session, &options));
    }
}

#[test]
fn the_title_is_the_first_heading_and_sections_are_below_it() {
    let tagged = Tagged::of(&whole(), &Options::default());
    let headings = tagged.elements.iter().filter(|element| element.kind.starts_with('H'));
    let kinds: Vec<_> = headings.map(|element| element.kind.as_str()).collect();
    // The title, at a glance, a chart in it, the contents.
    assert_eq!(kinds[..4], ["H1", "H2", "H3", "H2"]);
    assert_eq!(kinds.iter().filter(|kind| **kind == "H1").count(), 1);
}

#[test]
fn a_subheading_below_nothing_is_of_the_next_level() {
    let mut session = empty();
    let blocks = vec![
        block(plenary_plugin_sdk::model::BlockKind::Subheading, "What is left"),
        block(plenary_plugin_sdk::model::BlockKind::Paragraph, "Nothing."),
    ];
    let parts = plenary_plugin_sdk::model::Content::Parts(vec![part("report-1", None, blocks)]);
    session.sections = vec![section("section-report", Some("Report"), parts)];
    let tagged = Tagged::of(&session, &Options::default());
    no_level_of_headings_is_skipped(&tagged);
    assert_eq!(tagged.kinds("H3").len(), 1);
    assert_eq!(tagged.kinds("H4").len(), 0);
}

#[test]
fn lists_tell_what_they_are_numbered_with() {
    let tagged = Tagged::of(&whole(), &Options::default());
    let numberings = tagged.kinds("L").into_iter().map(|list| {
        let numbering = tagged.attribute(list, "ListNumbering").unwrap();
        String::from_utf8(numbering.as_name().unwrap().to_vec()).unwrap()
    });
    let mut numberings: Vec<_> = numberings.collect();
    numberings.sort();
    numberings.dedup();
    assert_eq!(numberings, ["Decimal", "Disc"]);
}

#[test]
fn notes_are_found_by_their_names() {
    let tagged = Tagged::of(&whole(), &Options::default());
    let notes = tagged.kinds("Note");
    assert_eq!(notes.len(), 2, "a disclaimer each");
    let names = root(&tagged.document).get_deref(b"IDTree", &tagged.document).unwrap().as_dict().unwrap();
    let leaf = names.get(b"Kids").unwrap().as_array().unwrap()[0].as_reference().unwrap();
    let pairs = tagged.document.get_dictionary(leaf).unwrap().get(b"Names").unwrap().as_array().unwrap();
    for (note, pair) in notes.iter().zip(pairs.chunks(2)) {
        let own = tagged.document.get_dictionary(note.id).unwrap().get(b"ID").unwrap();
        assert_eq!((own, pair[1].as_reference().unwrap()), (&pair[0], note.id));
    }
}

#[test]
fn the_catalog_tells_that_it_is_tagged_and_in_which_language() {
    let language = Language::try_from("pt-BR".to_owned()).unwrap();
    let tagged = Tagged::of(&whole(), &Options { language, ..Options::default() });
    let catalog = tagged.document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"pt-BR");
    assert!(catalog.get(b"MarkInfo").unwrap().as_dict().unwrap().get(b"Marked").unwrap().as_bool().unwrap());
    let metadata = catalog.get_deref(b"Metadata", &tagged.document).unwrap().as_stream().unwrap();
    let metadata = String::from_utf8(metadata.content.clone()).unwrap();
    for told in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<rdf:li xml:lang=\"x-default\">Tides and timetables</rdf:li>",
        "<dc:language><rdf:Bag><rdf:li>pt-BR</rdf:li></rdf:Bag></dc:language>",
        "<pdf:Producer>plenary test</pdf:Producer>",
    ] {
        assert!(metadata.contains(told), "{told}: {metadata}");
    }
}
