//! What another program reads out of the file: the codes on the page through the fonts' maps to Unicode.

use std::collections::HashMap;

use lopdf::content::Content;
use lopdf::{Document, Object};
use plenary_pdf::Options;
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{BlockKind, Content as SectionContent};
use proptest::prelude::*;

use crate::build::{block, empty, section, speech, whole};
use crate::file::file;
use crate::generated;
use crate::reading::{laid_out, lines, visible};

type Map = HashMap<u16, String>;

/// What the pages read, page by page.
pub(crate) fn extracted(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("a PDF");
    document.get_pages().into_values().map(|page| page_text(&document, page)).collect()
}

fn page_text(document: &Document, page: lopdf::ObjectId) -> String {
    let fonts = document.get_page_fonts(page).unwrap();
    let maps: HashMap<Vec<u8>, Map> = fonts
        .into_iter()
        .map(|(name, font)| {
            let map = font.get_deref(b"ToUnicode", document).unwrap().as_stream().unwrap();
            (name, to_unicode(&String::from_utf8(map.decompressed_content().unwrap()).unwrap()))
        })
        .collect();
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let (mut text, mut map) = (String::new(), None);
    // Of each marked content that is open, whether it tells the text of what is drawn in it.
    let mut open = Vec::new();
    for operation in content.operations {
        match operation.operator.as_str() {
            "BDC" => {
                let told = operation.operands[1].as_dict().unwrap().get(b"ActualText").ok();
                open.push(told.is_some());
                text.push_str(&told.map_or(String::new(), |told| lopdf::decode_text_string(told).unwrap()));
            }
            "EMC" => drop(open.pop()),
            "TJ" if open.contains(&true) => {}
            "Tf" => map = maps.get(operation.operands[0].as_name().unwrap()),
            "Td" => text.push('\n'),
            "TJ" => {
                for codes in operation.operands[0].as_array().unwrap() {
                    if let Object::String(codes, _) = codes {
                        for code in codes.chunks(2) {
                            let code = u16::from_be_bytes([code[0], code[1]]);
                            text.push_str(map.unwrap().get(&code).map_or("", String::as_str));
                        }
                    }
                }
            }
            _ => {}
        }
    }
    text
}

fn to_unicode(map: &str) -> Map {
    let pair = |line: &str| {
        let (code, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
        let units: Vec<u16> = text
            .as_bytes()
            .chunks(4)
            .map(|digits| u16::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap())
            .collect();
        Some((u16::from_str_radix(code, 16).ok()?, String::from_utf16(&units).unwrap()))
    };
    // The one line of that shape that is no pair is the range of codes.
    map.lines().filter(|line| *line != "<0000> <FFFF>").filter_map(pair).collect()
}

fn agree(session: &Session<'_>, options: &Options) {
    let layout = laid_out(session, options);
    let mut laid_out = vec![String::new(); layout.pages.len()];
    for seen in lines(&layout) {
        laid_out[seen.page].push_str(&layout.text.read(seen.line));
    }
    let extracted = extracted(&file(session, options));
    assert_eq!(extracted.len(), laid_out.len());
    for (page, (extracted, laid_out)) in std::iter::zip(extracted, laid_out).enumerate() {
        // A space parts pieces of one text that stand apart on the page.
        let letters = |text: &str| text.replace(['\n', ' '], "");
        assert_eq!(letters(&extracted), letters(&laid_out), "page {}", page + 1);
    }
}

#[test]
fn a_whole_session_reads_as_it_was_laid_out() {
    agree(&whole(), &Options::default());
    agree(&whole(), &Options { justify: true, ..Options::default() });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn every_session_reads_as_it_was_laid_out((session, options) in (generated::session(), generated::options())) {
        agree(&session, &options);
    }
}

/// A session of one speech.
fn saying(text: &str) -> Session<'static> {
    let mut session = empty();
    let speech = speech(1, "speaker-x", Some("X"), vec![block(BlockKind::Paragraph, text)]);
    session.sections = vec![section("section-t", Some("T"), SectionContent::Speeches(vec![speech]))];
    session
}

/// What comes out of the file of such a session.
fn through(text: &str) -> String {
    extracted(&file(&saying(text), &Options::default())).concat()
}

#[test]
fn the_same_blank_reads_as_what_it_is() {
    let text = through("one two\u{A0}three\u{2009}four\u{202F}five");
    assert!(text.contains("one two\u{A0}three\u{2009}four\u{202F}five"), "{text:?}");
}

#[test]
fn look_alikes_keep_their_letters() {
    let text = through("- \u{2010} \u{2011} µ μ Ω Ω ; ; Å Å A\u{30A} ﬁ fi");
    assert!(
        visible(&text).contains(&visible("- \u{2010} \u{2011} µ μ Ω Ω ; ; Å Å A\u{30A} ﬁ fi")),
        "{text:?}"
    );
}

#[test]
fn a_character_without_a_glyph_reads_as_itself() {
    let text = through("水 😀 ⅷ");
    assert!(text.contains("水 😀 ⅷ"), "{text:?}");
}

#[test]
fn a_mark_off_the_baseline_is_told_with_its_letter() {
    let bytes = file(
        &saying("q\u{308}\u{323} b\u{301}\u{302} plain"),
        &Options { cover: false, ..Options::default() },
    );
    let document = Document::load_mem(&bytes).expect("a PDF");
    let page = *document.get_pages().values().next().unwrap();
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let marked = content.operations.iter().filter(|operation| operation.operator == "BDC");
    let texts = marked.filter_map(|span| span.operands[1].as_dict().unwrap().get(b"ActualText").ok());
    let texts: Vec<_> = texts.map(|text| lopdf::decode_text_string(text).unwrap()).collect();
    assert_eq!(texts, ["q\u{308}\u{323}", "b\u{301}\u{302}"]);
}

#[test]
fn more_characters_than_a_font_has_codes_for_read_as_themselves() {
    // Ideographs and Hangul: the one mark stands for each of them.
    let all: Vec<char> =
        ('\u{4E00}'..='\u{9FFF}').chain('가'..='힣').chain('\u{20000}'..='\u{2A6DF}').collect();
    let text: String = all.chunks(40).map(|chars| chars.iter().collect::<String>() + " ").collect();
    let read = through(&text);
    assert!(all.len() > 0xFFFF);
    let running = |line: &&str| line.starts_with("Page ") || *line == "T";
    let read: String = read.lines().filter(|line| !running(line)).collect();
    assert!(visible(&read).contains(&visible(&text)));
}

#[test]
fn pieces_that_stand_apart_are_words_apart() {
    let text = extracted(&file(&whole(), &Options::default())).concat();
    let text: String = text.split('\n').collect();
    assert!(text.contains("Ada Fjord Harbour master, Board of the"), "a name and the role below it");
    assert!(text.contains("speakers counted"), "the lines of a figure");
    assert!(!text.contains("\u{AD} "), "a word that goes on is one");
}
