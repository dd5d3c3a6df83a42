//! A layout as a reader sees it.

use plenary_pdf::Options;
use plenary_pdf::brief::lay_out;
use plenary_pdf::fonts::fonts;
use plenary_pdf::layout::{ItemKind, Layout, Node, NodeId, TextLine};
use plenary_plugin_sdk::Session;

pub(crate) fn laid_out(session: &Session<'_>, options: &Options) -> Layout {
    let options = own_fonts(options);
    let fonts = fonts(session, &options).expect("fonts");
    lay_out(session, &options, &fonts, "plenary test", &|| false).expect("a layout")
}

/// The options, but without the fonts of the machine the tests run on.
pub(crate) fn own_fonts(options: &Options) -> Options {
    Options { system_fonts: options.system_fonts.or(Some(false)), ..options.clone() }
}

/// A line of text, the page it stands on, and what it is part of.
pub(crate) struct Seen<'a> {
    pub(crate) page: usize,
    pub(crate) node: Option<NodeId>,
    pub(crate) line: &'a TextLine,
}

impl Seen<'_> {
    /// The paragraph, heading or cell it is part of.
    pub(crate) fn block(&self, layout: &Layout) -> Option<NodeId> {
        self.node.map(|id| block(layout, id))
    }
}

/// Every line, page by page in reading order.
pub(crate) fn lines(layout: &Layout) -> Vec<Seen<'_>> {
    let mut lines = Vec::new();
    for (page, items) in layout.pages.iter().map(|page| &page.items).enumerate() {
        for item in items {
            if let ItemKind::Text(line) = &item.kind {
                lines.push(Seen { page, node: item.node(), line });
            }
        }
    }
    lines
}

pub(crate) fn node(layout: &Layout, id: NodeId) -> &Node {
    &layout.nodes[id.0]
}

/// The paragraph, heading or cell a node is, or stands in.
pub(crate) fn block(layout: &Layout, id: NodeId) -> NodeId {
    let node = node(layout, id);
    if node.role.is_inline() { block(layout, node.parent.unwrap()) } else { id }
}

/// What the document says, without what is repeated on every page.
pub(crate) fn said(layout: &Layout) -> String {
    let lines = lines(layout);
    let content = lines.iter().filter(|seen| seen.node.is_some());
    content.map(|seen| layout.text.read(seen.line)).collect::<Vec<_>>().join("\n")
}

/// The letters and signs of a text, without white space and without what has no look.
pub(crate) fn visible(text: &str) -> String {
    let unseen = |c: &char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            )
            || matches!(c, '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}')
            || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
    };
    text.chars().filter(|c| !unseen(c)).collect()
}

/// The size of the largest letter on the line.
pub(crate) fn size(layout: &Layout, line: &TextLine) -> f32 {
    layout
        .text
        .atoms(line)
        .filter_map(|atom| layout.text.style(atom))
        .fold(0.0, |most, style| style.size.max(most))
}
