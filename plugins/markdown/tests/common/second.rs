//! What another CommonMark parser reads, one that knows what GitHub adds: links out of bare addresses, footnotes, tasks,
//! strikethrough, mathematics.

use markdown::mdast::Node;
use markdown::{Constructs, ParseOptions};

/// The text of every leaf block.
pub fn texts(markdown: &str) -> Vec<String> {
    let constructs = Constructs { math_flow: true, math_text: true, ..Constructs::gfm() };
    let options = ParseOptions { constructs, ..ParseOptions::gfm() };
    let tree = markdown::to_mdast(markdown, &options).expect("no MDX");
    let mut texts = Vec::new();
    flow(&tree, markdown.contains(NOTE), &mut texts);
    texts.retain(|text| !text.is_empty());
    texts
}

/// How a note begins. A `[` of the source is escaped.
const NOTE: &str = "> [!NOTE]\n";

fn flow(node: &Node, has_notes: bool, texts: &mut Vec<String>) {
    match node {
        Node::Paragraph(_) | Node::Heading(_) | Node::TableCell(_) => {
            let mut text = String::new();
            node.children().into_iter().flatten().for_each(|child| phrasing(child, &mut text));
            texts.push(text);
        }
        // It knows no notes: to it, one is a quotation with `[!NOTE]` in its first line.
        Node::Blockquote(quote) => {
            let first = texts.len();
            quote.children.iter().for_each(|child| flow(child, has_notes, texts));
            if let Some(text) = texts.get_mut(first)
                && let Some(rest) = text.strip_prefix("[!NOTE]\n").filter(|_| has_notes)
            {
                *text = rest.to_owned();
            }
        }
        Node::Root(_) | Node::List(_) | Node::ListItem(_) | Node::Table(_) | Node::TableRow(_) => {
            node.children().into_iter().flatten().for_each(|child| flow(child, has_notes, texts));
        }
        other => panic!("{other:?}"),
    }
}

fn phrasing(node: &Node, text: &mut String) {
    match node {
        Node::Text(part) => text.push_str(&part.value),
        Node::Html(html) if html.value == "</a>" || html.value.starts_with("<a id=\"") => {}
        Node::InlineCode(code) => text.push_str(&code.value),
        Node::Break(_) => text.push('\n'),
        Node::Strong(_) | Node::Emphasis(_) | Node::Link(_) => {
            node.children().into_iter().flatten().for_each(|child| phrasing(child, text));
        }
        other => panic!("{other:?}"),
    }
}
