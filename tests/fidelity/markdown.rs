//! The text that pulldown-cmark shows of a Markdown document.

use pulldown_cmark::{Event, Options, Parser, TagEnd};

/// Without the front matter, and without HTML, which is no text.
pub(crate) fn text(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut text = String::new();
    let mut in_front_matter = false;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(pulldown_cmark::Tag::MetadataBlock(_)) => in_front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_front_matter = false,
            Event::Text(words) | Event::Code(words) if !in_front_matter => text.push_str(&words),
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            // An inline's end parts no word; a block's does.
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::End(_) => text.push('\n'),
            _ => {}
        }
    }
    text
}
