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
    assert_eq!(words.take("hound", 0), Some(22));
    assert_eq!(words.take("row", 0), None, "no part of a word");
    assert_eq!(words.take("brown fox-hound", 0), None, "`hound` is taken");
    assert!(words.take("The", 0).is_some() && words.take("The", 0).is_some());
    assert_eq!(words.take("The", 0), None, "there are only two");
    assert_eq!(words.take("quick The", 0), None, "the order counts");
    assert_eq!(words.left(), ["quickbrownfox-", ".", "end"]);
}
