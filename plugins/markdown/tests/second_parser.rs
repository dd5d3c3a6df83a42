//! The same text for another parser, one that knows what GitHub adds: links out of bare addresses, footnotes, tasks,
//! strikethrough, mathematics.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod common;

use common::{expected, render, sessions};
use markdown::mdast::Node;
use markdown::{Constructs, ParseOptions};
use plenary_markdown::Options;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn every_character_survives(session in sessions::session(), options in sessions::options()) {
        let markdown = render(&session, &options);
        let read: Vec<_> = texts(&markdown).iter().map(|text| comparable(text, &options)).collect();
        let expected = expected::leaves(&session, &options);
        let expected: Vec<_> = expected.iter().map(|leaf| comparable(&leaf.text, &options)).collect();
        let differing = expected.iter().zip(&read).find(|(expected, read)| expected != read);
        prop_assert_eq!(differing, None, "{}", markdown);
        prop_assert_eq!(expected.len(), read.len(), "{}", markdown);
    }
}

/// This parser, against the specification, knows no references to control characters, which is how we write two of
/// them at the edge of a text. They are the one thing it may lose.
fn comparable(text: &str, options: &Options) -> String {
    let text = text.replace(['\u{B}', '\u{85}', '\u{FFFD}'], "");
    if options.wrap > 0 { text.replace('\n', " ") } else { text }
}

/// The text of every leaf block.
fn texts(markdown: &str) -> Vec<String> {
    let constructs = Constructs { math_flow: true, math_text: true, ..Constructs::gfm() };
    let options = ParseOptions { constructs, ..ParseOptions::gfm() };
    let tree = markdown::to_mdast(markdown, &options).expect("no MDX");
    let mut texts = Vec::new();
    flow(&tree, &mut texts);
    // It knows no notes: to it, one is a quotation with `[!NOTE]` in its first line.
    let notes = markdown.matches("> [!NOTE]\n").count();
    let starts = texts.iter_mut().filter(|text| text.starts_with("[!NOTE]\n")).take(notes);
    starts.for_each(|text| *text = text.split_off("[!NOTE]\n".len()));
    texts.retain(|text| !text.is_empty());
    texts
}

fn flow(node: &Node, texts: &mut Vec<String>) {
    match node {
        Node::Paragraph(_) | Node::Heading(_) | Node::TableCell(_) => {
            let mut text = String::new();
            node.children().into_iter().flatten().for_each(|child| phrasing(child, &mut text));
            texts.push(text);
        }
        Node::Root(_)
        | Node::Blockquote(_)
        | Node::List(_)
        | Node::ListItem(_)
        | Node::Table(_)
        | Node::TableRow(_) => {
            node.children().into_iter().flatten().for_each(|child| flow(child, texts));
        }
        other => panic!("{other:?}"),
    }
}

fn phrasing(node: &Node, text: &mut String) {
    match node {
        Node::Text(part) => text.push_str(&part.value),
        Node::Html(html) if html.value == "</a>" || html.value.starts_with("<a id=\"") => {}
        Node::Strong(_) | Node::Emphasis(_) | Node::Link(_) => {
            node.children().into_iter().flatten().for_each(|child| phrasing(child, text));
        }
        other => panic!("{other:?}"),
    }
}
