//! Nothing of a page is lost: every byte of it stands in the model, every word of the model in the documents.
//!
//! Here the documents are taken apart with Rust parsers; `tests/conformance` does it with third-party programs,
//! and for the PDF.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod akoma_ntoso;
mod markdown;
#[path = "../support/mod.rs"]
mod support;

use plenary_core::source;
use support::expected::{runs, take_all};
use support::words::Words;
use support::{Page, plenary, run_well, samples, session};

/// The document of a page in `format`.
fn render(page: &Page, format: &str) -> String {
    let bytes = run_well(plenary().arg("convert").arg(&page.path).args(["-t", format, "-o", "-"]));
    String::from_utf8(bytes.unwrap_or_else(|why| panic!("{}: {why}", page.name))).expect("text")
}

/// Fails where the text that a parser gives of a document lacks a word of the page.
fn keeps_the_words(format: &str, text_of: impl Fn(&str) -> String) {
    for page in samples() {
        let (session, _) = session(&page).unwrap_or_else(|why| panic!("{}: {why}", page.name));
        let mut words = Words::of(&text_of(&render(&page, format)));
        take_all(&runs(&session), &mut words)
            .unwrap_or_else(|why| panic!("{} as {format}: {why}", page.name));
    }
}

#[test]
fn every_byte_stands_in_the_model() {
    for page in samples() {
        let (session, _) = session(&page).unwrap_or_else(|why| panic!("{}: {why}", page.name));
        let text = page.text();
        let coverage = source::coverage(&session, text.len());
        assert_eq!((coverage.gaps, coverage.overlaps), (vec![], vec![]), "{}", page.name);
        assert_eq!(coverage.covered, text.len(), "{}", page.name);
        assert_eq!(source::write(&session), text, "{}", page.name);
    }
}

#[test]
fn every_word_stands_in_the_markdown() {
    keeps_the_words("markdown", markdown::text);
}

#[test]
fn every_word_stands_in_the_akoma_ntoso() {
    keeps_the_words("akoma-ntoso", akoma_ntoso::text);
}

/// The measure itself.
#[test]
fn words_are_found_across_line_breaks_and_only_whole() {
    let mut words = Words::of("The quick\nbrown fox-\nhound. The end");
    let all = words.all();
    assert_eq!(words.take_first("hound", all.clone()), Some(17..22));
    assert_eq!(words.take_first("row", all.clone()), None, "no part of a word");
    assert_eq!(words.take_first("brown fox-hound", all.clone()), None, "`hound` is taken");
    assert_eq!(words.take_last("The", all.clone()), Some(23..26));
    assert_eq!(words.take_last("The", all.clone()), Some(0..3));
    assert_eq!(words.take_first("The", all.clone()), None, "there are only two");
    assert_eq!(words.take_first("quick fox", all), None, "the order counts");
    assert_eq!(words.left(), ["quickbrownfox-", ".", "end"]);
}
