//! The style sheet: what it changes, what it refuses, and that all of it is documented.

use plenary_pdf::{Options, Pdf};
use plenary_plugin_sdk::testing::render;
use toml::{Table, Value};

use crate::build::whole;
use crate::file::file;
use crate::reading::{laid_out, lines, size};

const DEFAULT: &str = include_str!("../../styles/default.toml");

fn with(sheet: &str) -> Options {
    Options { sheet: Some(sheet.to_owned()), ..Options::default() }
}

fn refusal(sheet: &str) -> String {
    match render::<Pdf>(&whole(), "pdf", &with(sheet)) {
        Ok(_) => panic!("{sheet} is taken"),
        Err(error) => format!("{error:?}"),
    }
}

#[test]
fn the_default_sheet_changes_nothing() {
    let plain = file(&whole(), &Options::default());
    assert_eq!(file(&whole(), &with(DEFAULT)), plain);
    assert_eq!(file(&whole(), &with("")), plain);
}

#[test]
fn a_sheet_may_hold_only_what_is_different() {
    let largest = |options: &Options| {
        let layout = laid_out(&whole(), options);
        lines(&layout).iter().map(|seen| size(&layout, seen.line)).fold(0.0, f32::max)
    };
    assert_eq!(largest(&with("styles.title.size = 40")), 40.0);
    // All sizes go with that of the running text.
    let larger = Options { font_size: Some(21.0), ..with("styles.title.size = 40") };
    assert_eq!(largest(&larger), 80.0);
    let pages = |options: &Options| laid_out(&whole(), options).pages.len();
    assert!(pages(&with("[styles]\nspoken = { leading = 30 }")) > pages(&Options::default()));
}

#[test]
fn an_indent_may_be_set_where_the_default_has_none() {
    assert_ne!(file(&whole(), &with("styles.body.indent = 9")), file(&whole(), &Options::default()));
}

#[test]
fn what_cannot_be_is_told_with_line_key_and_nearest_name() {
    for (sheet, expected) in [
        (
            "\ncolours.acent = '#102030'",
            "sheet: line 2: there is no `acent` in `colours`; did you mean `accent`?",
        ),
        ("[style]\n", "line 1: there is no `style`; did you mean `styles`?"),
        ("[styles]\nzzz = 1", "line 2: there is no `zzz` in `styles`; there are `body`, "),
        (
            "[styles]\n\nbody = { face = 'serfi' }",
            "line 3: `styles.body.face` is to be one of `serif`, `sans`, ",
        ),
        ("styles.body.size = 200", "`styles.body.size` is to be a number of points from 4 to 72, not `200`"),
        ("styles.body.size = nan", "`styles.body.size` is to be a number of points from 4 to 72, not `nan`"),
        ("page.left = -1", "`page.left` is to be a number of points from 0 to 144, not `-1`"),
        ("page.left = true", "`page.left` is to be a number of points from 0 to 144, not `true`"),
        (
            "styles.body.colour = 'akzent'",
            "`styles.body.colour` is to be a colour `#rrggbb` or one of `accent`, ",
        ),
        ("styles.body.colour = 'acccent'", "not `acccent`; did you mean `accent`?"),
        ("colours.ink = 'grey'", "`colours.ink` is to be a colour `#rrggbb`, not `grey`"),
        ("styles.body = 3", "`styles.body` is a table of keys, as in `{ size = 10 }`, not `3`"),
        (
            "lengths.chart-bar.x = 3",
            "`lengths.chart-bar` is to be a number of points from 1 to 40, not a table",
        ),
        ("a =\n", "line 1: this is no TOML: "),
        ("[page]\nleft = 1\nleft = 2", "line 3: this is no TOML: duplicate key"),
    ] {
        let refusal = refusal(sheet);
        assert!(refusal.contains(expected), "{sheet}: {refusal}");
    }
}

/// Numbers at their bounds, all at once, still make a document.
#[test]
fn the_largest_and_the_smallest_numbers_leave_room() {
    // A number too large by far is refused with the bounds, which tells what they are.
    let bounds = |place: &str| {
        let refusal = refusal(&format!("{place} = 100000"));
        let range = refusal.split("points from ").nth(1).unwrap().split(", not").next().unwrap().to_owned();
        let (least, most) = range.split_once(" to ").unwrap();
        (least.parse::<f64>().unwrap(), most.parse::<f64>().unwrap())
    };
    let mut ranges = std::collections::HashMap::new();
    let mut default: Table = toml::from_str(DEFAULT).unwrap();
    for_each_number(&mut default, "", &mut |place, _| {
        ranges.insert(place.to_owned(), bounds(place));
    });
    for pick in [|range: (f64, f64)| range.0, |range: (f64, f64)| range.1] {
        let mut sheet = default.clone();
        for_each_number(&mut sheet, "", &mut |place, value| *value = Value::Float(pick(ranges[place])));
        let layout = laid_out(&whole(), &with(&written(&sheet, "")));
        let geometry = layout.geometry;
        let right = geometry.width - geometry.right + 0.05;
        for seen in lines(&layout) {
            assert!(seen.line.x + seen.line.width <= right, "{:?}", layout.text.read(seen.line));
        }
    }
}

fn for_each_number(table: &mut Table, path: &str, visit: &mut dyn FnMut(&str, &mut Value)) {
    for (key, value) in table.iter_mut() {
        let place = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match value {
            Value::Table(inner) => for_each_number(inner, &place, visit),
            Value::Integer(_) | Value::Float(_) => visit(&place, value),
            _ => {}
        }
    }
}

/// The sheet as lines of `a.b.c = value`.
fn written(table: &Table, path: &str) -> String {
    let lines = table.iter().map(|(key, value)| {
        let place = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match value {
            Value::Table(inner) => written(inner, &place),
            Value::String(text) => format!("{place} = '{text}'\n"),
            Value::Float(number) => format!("{place} = {number:?}\n"),
            other => format!("{place} = {other:?}\n"),
        }
    });
    lines.collect()
}

/// Every key of the sheet has a line in the README, and every such line a key.
#[test]
fn every_key_is_documented() {
    let readme = include_str!("../../README.md");
    let table = readme.split("<!-- keys of the style sheet -->").nth(1).expect("the table");
    let table = table.split("\n## ").next().unwrap_or_default();
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` |"));
    let documented: std::collections::BTreeSet<_> = rows.map(|(key, _)| key.to_owned()).collect();
    let sheet: Table = toml::from_str(DEFAULT).unwrap();
    let mut keys = std::collections::BTreeSet::new();
    for (table, inner) in &sheet {
        for key in inner.as_table().expect("a table").keys() {
            keys.insert(format!("{table}.{key}"));
        }
    }
    assert_eq!(documented, keys);
}

#[test]
fn an_accent_too_light_is_darkened_and_told() {
    let accent =
        |text: &str| serde_json::from_value::<Options>(serde_json::json!({ "accent": text })).unwrap();
    let rendered = render::<Pdf>(&whole(), "pdf", &accent("Yellow")).unwrap();
    let [finding] = rendered.diagnostics.as_slice() else { panic!("{:?}", rendered.diagnostics) };
    assert_eq!(finding.code, "pdf::light-accent");
    assert!(
        finding.message.contains("#ffff00") && finding.message.contains("1.1 to 1"),
        "{}",
        finding.message
    );
    for dark in ["navy", "#1d4f7c", "#7A1F3D"] {
        assert_eq!(render::<Pdf>(&whole(), "pdf", &accent(dark)).unwrap().diagnostics, []);
    }
    assert_ne!(file(&whole(), &accent("navy")), file(&whole(), &accent("maroon")));
    let told = render::<Pdf>(&whole(), "pdf", &with("colours.accent = '#ffff00'")).unwrap().diagnostics;
    assert_eq!(told.len(), 1);
}
