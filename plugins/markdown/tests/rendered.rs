//! Markdown in the source, rendered by option: emphasis, code and links, and nothing else; no word of it is lost.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod common;

use common::reading::{Reading, everything, read};
use common::second::texts;
use common::sessions::{hostile, text_of};
use common::{body, render, sessions};
use plenary_markdown::{Flags, Markup, Options};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Block, BlockKind, Content, Extra, Id, Part};
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};

fn rendered() -> Options {
    Options { markup: Markup::Rendered, ..body() }
}

/// A session with one block.
fn of(kind: BlockKind, text: &str) -> Session<'static> {
    let part = Part {
        id: Id::new("report-1"),
        heading: None,
        speaker: None,
        blocks: vec![Block { kind, text: text_of("Before.") }, Block { kind, text: text_of(text) }],
        extra: Extra::default(),
    };
    sessions::one_section(Content::Parts(vec![part]))
}

/// The Markdown of such a block.
fn block(kind: BlockKind, text: &str) -> String {
    let markdown = render(&of(kind, text), &rendered());
    let (_, rest) = markdown.split_once("Before.").expect("the block before");
    rest.split_once("\n\n## ").expect("the closing part").0.trim_start_matches("*\n").trim().to_owned()
}

#[test]
fn emphasis_code_and_links_are_rendered() {
    for (source, markdown) in [
        ("**Kelp** is *sold* before it is _cut_.", "**Kelp** is *sold* before it is *cut*."),
        (
            "See [the list](https://example.org/a_(b)) and `map.txt`.",
            "See [the list](<https://example.org/a_(b)>) and `map.txt`.",
        ),
        (
            "<https://example.org> and <ada@example.org>",
            r"[https\://example.org](<https://example.org>) and [ada@example.org](<mailto:ada@example.org>)",
        ),
        ("![a chart](chart.png)", "[a chart](<chart.png>)"),
        ("a \\* b &amp; c", r"a \* b & c"),
        ("# The shoals", "**The shoals**"),
        ("``a ` b``", "``a ` b``"),
        // What is no paragraph stays as it is written, every character of it.
        ("- not *ours*", r"\- not \*ours\*"),
        ("> not *ours*", r"\> not \*ours\*"),
        ("[a]: https://example.org", r"\[a]: https\://example.org"),
        ("<script>alert(1)</script> **x**", r"\<script>alert(1)\</script> \*\*x\*\*"),
        // HTML in a line is text, the rest is rendered.
        ("**x** <b>y</b>", r"**x** \<b>y\</b>"),
        // Links that lead where none may lead, or would lose their title.
        ("**x** [y](javascript:alert(1))", r"\*\*x\*\* \[y](javascript:alert(1))"),
        (r#"[y](https://example.org "z")"#, r#"\[y](https\://example.org "z")"#),
        // Without a sign of Markdown it is text.
        ("1. one", r"1\. one"),
    ] {
        assert_eq!(block(BlockKind::Paragraph, source), markdown, "{source}");
    }
    assert_eq!(block(BlockKind::Remark, "(*Laughter*)"), "*(Laughter)*", "what is in italics already");
    assert_eq!(block(BlockKind::Subheading, "The **shoals**"), "#### The **shoals**");
}

/// The words a parser reads in a text, markup and white space apart.
fn read_words(text: &str) -> String {
    let words = Parser::new(text).map(|event| match event {
        Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) | Event::Html(text) => {
            text.into_string()
        }
        _ => String::new(),
    });
    bare(&words.collect::<String>())
}

/// Without white space, and what CommonMark cannot hold.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{FEFF}' | '\u{B}' | '\u{85}' | '\0' | '\u{FFFD}'))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// Every text is there as it is written, or as a parser reads it.
    #[test]
    fn no_word_is_lost(text in hostile(), kind in prop_oneof![Just(BlockKind::Paragraph), Just(BlockKind::Item), Just(BlockKind::Subheading), Just(BlockKind::Remark)]) {
        let markdown = render(&of(kind, &text), &rendered());
        let said: String = read(&markdown, everything()).leaves.iter().map(|leaf| leaf.text.clone()).collect();
        let said = bare(&said);
        let ways = [bare(&text), read_words(&text)];
        prop_assert!(ways.iter().any(|way| said.contains(&format!("Before.{way}Aboutthisdocument"))), "{:?} in {}", ways, markdown);
    }

    /// The outline is that of the minutes in which nothing is rendered, links lead to safe places or to anchors, and every
    /// anchor is there.
    #[test]
    fn the_outline_holds(session in sessions::session(), wrap in prop_oneof![Just(0), Just(40)], links in any::<bool>()) {
        let flags = if links { Flags::Links } else { Flags::None };
        let literal = Options { wrap, flags, ..body() };
        let outline = |options: &Options| {
            let reading = read(&render(&session, options), everything());
            let kinds: Vec<_> = reading.leaves.iter().map(|leaf| leaf.kind.clone()).collect();
            (kinds, reading)
        };
        let (plain, Reading { anchors, .. }) = outline(&literal);
        let options = Options { markup: Markup::Rendered, ..literal };
        let (kinds, reading) = outline(&options);
        // Another parser reads the same; but it looks for e-mail before it looks for emphasis, which GitHub does after.
        let markdown = render(&session, &options);
        if !markdown.contains('@') {
            let said: String = reading.leaves.iter().map(|leaf| bare(&leaf.text)).collect();
            prop_assert_eq!(bare(&texts(&markdown).concat()), said);
        }
        let is_heading = |kind: &&String| kind.starts_with('h');
        prop_assert_eq!(kinds.iter().filter(is_heading).collect::<Vec<_>>(), plain.iter().filter(is_heading).collect::<Vec<_>>());
        prop_assert_eq!(&reading.anchors, &anchors);
        for address in reading.addresses {
            let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
            let is_safe = ["http", "https", "mailto", "ftp", "tel"].iter().any(|safe| scheme.eq_ignore_ascii_case(safe));
            prop_assert!(is_safe || !scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)) || scheme.is_empty(), "{}", address);
        }
    }
}
