//! Lists keep the numbers of the source.

#![allow(clippy::unwrap_used, reason = "a test")]

mod common;

use common::{render_body, sessions};
use plenary_plugin_sdk::model::{Block, BlockKind, Content, Extra, Id, Part, Text};

/// The minutes of a report that is nothing but a list with these marks.
fn list(marks: &[&str]) -> String {
    let item = |mark: &&str| Block {
        kind: BlockKind::Item,
        text: Text::from_parts(&format!("{mark} "), "oil\nand wicks", "\n", 0),
    };
    let part = Part {
        id: Id::new("report-1"),
        heading: Some(Text::from_parts("", "Stores", "\n", 0)),
        speaker: None,
        blocks: marks.iter().map(item).collect(),
        extra: Extra::default(),
    };
    let session = sessions::one_section(Content::Parts(vec![part]));
    let markdown = render_body(&session);
    let (_, list) = markdown.split_once("</a>Stores\n\n").unwrap();
    list.split_once("\n\n## ").unwrap().0.to_owned()
}

#[test]
fn a_list_begins_with_the_number_of_the_source() {
    assert_eq!(list(&["7.", "8."]), "7. oil\n   and wicks\n8. oil\n   and wicks");
    assert_eq!(list(&["9)", "10)"]), "9) oil\n   and wicks\n10) oil\n    and wicks");
    assert_eq!(list(&["-", "•"]), "- oil\n  and wicks\n- oil\n  and wicks");
}

/// CommonMark counts on from a list's first number, so numbers that do not run on begin a list.
#[test]
fn numbers_that_do_not_run_on_begin_another_list() {
    let markers = |marks: &[&str]| {
        let list = list(marks);
        let items = list.split("oil\n").map(|item| item.lines().last().unwrap_or_default().trim());
        items.filter(|marker| *marker != "and wicks").map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(markers(&["1.", "2.", "4.", "5.", "5.", "1."]), ["1.", "2.", "4)", "5)", "5.", "1)"]);
    assert_eq!(markers(&["1.", "2)", "3."]), ["1.", "2.", "3."], "a list whose signs change");
    assert_eq!(markers(&["3)", "-", "4)"]), ["3)", "-", "4)"]);
}
