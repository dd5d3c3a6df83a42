//! What a CommonMark parser reads: every leaf block with its text, every anchor, every link.

use pulldown_cmark::{BlockQuoteKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

/// A leaf block: what it is, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// `h2`, `p`, `quote`, `note`, `cell`, `item` of a list with bullets, `7.` of one with numbers, nested as in `7. item`.
    pub kind: String,
    /// Its text. A soft line break is a line feed.
    pub text: String,
}

/// What a parser reads in the minutes.
#[derive(Debug, Default)]
pub struct Reading {
    pub leaves: Vec<Leaf>,
    pub anchors: Vec<String>,
    /// The targets of the links, without `#`.
    pub links: Vec<String>,
    /// The targets of the links that lead outside.
    pub addresses: Vec<String>,
    /// The front matter.
    pub front_matter: Option<String>,
}

/// Every extension that gives characters a meaning. Smart punctuation is left out: it is there to change text.
pub fn everything() -> Options {
    Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_OLD_FOOTNOTES
}

/// Reads the minutes; panics at any markup which they never hold.
pub fn read(markdown: &str, options: Options) -> Reading {
    let mut reading = Reading::default();
    let mut containers: Vec<String> = Vec::new();
    // The number of the next item of each open list.
    let mut lists: Vec<Option<u64>> = Vec::new();
    let mut leaf: Option<Leaf> = None;
    let mut in_metadata = false;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => in_metadata = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_metadata = false,
            Event::Text(text) if in_metadata => reading.front_matter.get_or_insert_default().push_str(&text),
            Event::Start(tag) => match tag {
                Tag::Paragraph => open(&mut leaf, &containers, "p"),
                Tag::Heading { level, id: None, .. } => open(&mut leaf, &containers, heading(level)),
                Tag::TableCell => open(&mut leaf, &containers, "cell"),
                Tag::BlockQuote(None) => containers.push("quote".to_owned()),
                Tag::BlockQuote(Some(BlockQuoteKind::Note)) => containers.push("note".to_owned()),
                // A tight item has no paragraph.
                Tag::Item => {
                    containers.push(match lists.last_mut().expect("a list") {
                        Some(number) => format!("{}.", std::mem::replace(number, *number + 1)),
                        None => "item".to_owned(),
                    });
                    open(&mut leaf, &containers, "p");
                }
                Tag::List(start) => {
                    close(&mut leaf, &mut reading);
                    lists.push(start);
                }
                Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::Strong | Tag::Emphasis => {}
                Tag::Link { link_type: LinkType::Inline, dest_url, .. } if dest_url.starts_with('#') => {
                    reading.links.push(percent_decoded(&dest_url[1..]));
                }
                Tag::Link { dest_url, .. } => reading.addresses.push(dest_url.into_string()),
                other => panic!("{other:?} in\n{markdown}"),
            },
            Event::End(tag) => match tag {
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => close(&mut leaf, &mut reading),
                TagEnd::BlockQuote(_) => drop(containers.pop()),
                TagEnd::Item => {
                    close(&mut leaf, &mut reading);
                    containers.pop();
                }
                TagEnd::List(_) => drop(lists.pop()),
                _ => {}
            },
            Event::Text(text) | Event::Code(text) => say(&mut leaf, &text),
            Event::SoftBreak | Event::HardBreak => say(&mut leaf, &CowStr::Borrowed("\n")),
            Event::InlineHtml(html) if &*html == "</a>" => {}
            Event::InlineHtml(html) => {
                let id = html.strip_prefix("<a id=\"").and_then(|html| html.strip_suffix("\">"));
                reading.anchors.push(unreferenced(id.unwrap_or_else(|| panic!("{html} in\n{markdown}"))));
            }
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    // To a parser that knows no notes, one is a quotation with `[!NOTE]` in its first line.
    if !options.contains(Options::ENABLE_GFM) && markdown.contains("> [!NOTE]\n") {
        for leaf in reading.leaves.iter_mut().filter(|leaf| leaf.kind == "quote") {
            let text = leaf.text.strip_prefix("[!NOTE]\n").expect("a note").to_owned();
            *leaf = Leaf { kind: "note".to_owned(), text };
        }
        reading.leaves.retain(|leaf| !leaf.text.is_empty());
    }
    reading
}

/// Opens a leaf. A loose item's paragraph takes the place of the leaf the item opened.
fn open(leaf: &mut Option<Leaf>, containers: &[String], name: &str) {
    if let Some(leaf) = leaf {
        assert!(leaf.text.is_empty(), "a block inside {leaf:?}");
    }
    let kind =
        containers.iter().map(String::as_str).chain((name != "p" || containers.is_empty()).then_some(name));
    *leaf = Some(Leaf { kind: kind.collect::<Vec<_>>().join(" "), text: String::new() });
}

fn close(leaf: &mut Option<Leaf>, reading: &mut Reading) {
    reading.leaves.extend(leaf.take().filter(|leaf| !leaf.text.is_empty()));
}

fn say(leaf: &mut Option<Leaf>, text: &CowStr<'_>) {
    leaf.as_mut().expect("text in a leaf").text.push_str(text);
}

fn heading(level: HeadingLevel) -> &'static str {
    match level {
        HeadingLevel::H1 => "h1",
        HeadingLevel::H2 => "h2",
        HeadingLevel::H3 => "h3",
        HeadingLevel::H4 => "h4",
        HeadingLevel::H5 => "h5",
        HeadingLevel::H6 => "h6",
    }
}

/// An attribute's value, its numeric character references resolved.
fn unreferenced(value: &str) -> String {
    assert!(!value.contains(['"', '<', '>']), "{value}");
    let mut parts = value.split("&#");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once(';').expect("a reference ends");
        text.push(char::from_u32(number.parse().unwrap()).unwrap());
        text.push_str(rest);
    }
    text
}

fn percent_decoded(target: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = target.as_bytes();
    while let [first, tail @ ..] = rest {
        (bytes, rest) = match (first, tail) {
            (b'%', [high, low, tail @ ..]) => {
                let hex = std::str::from_utf8(&[*high, *low])
                    .map(|hex| u8::from_str_radix(hex, 16))
                    .unwrap()
                    .unwrap();
                ([bytes, vec![hex]].concat(), tail)
            }
            _ => ([bytes, vec![*first]].concat(), tail),
        };
    }
    String::from_utf8(bytes).unwrap()
}
