//! What pulldown-cmark reads in a Markdown document: text and anchors.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::support::settings::Settings;

/// Without the front matter, and without HTML, which is no text.
pub(crate) fn text(markdown: &str, settings: &Settings) -> String {
    let mut options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    if settings.is_gfm() {
        options |= Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_TASKLISTS;
    }
    let mut text = String::new();
    let mut in_front_matter = false;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => in_front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_front_matter = false,
            Event::Text(words) | Event::Code(words) if !in_front_matter => text.push_str(&words),
            // The edges of an inline part no words; those of a block do.
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::Start(_) | Event::End(_) | Event::SoftBreak | Event::HardBreak => text.push('\n'),
            _ => {}
        }
    }
    text
}

/// The anchors, `<a id="…"></a>`.
pub(crate) fn anchors(markdown: &str) -> Vec<String> {
    let html = Parser::new_ext(markdown, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some(html),
        _ => None,
    });
    html.filter_map(|html| Some(html.strip_prefix("<a id=\"")?.split_once('"')?.0.to_owned())).collect()
}
