//! Characters no font has: drawn as a mark, and told.

use std::collections::BTreeMap;

use plenary_plugin_sdk::{Diagnostic, Severity};

use crate::fonts::{advice, script};
use crate::layout::Layout;

/// Characters named in a finding; the others are counted.
const NAMED: usize = 8;

/// Scripts for which a font is recommended.
const ADVISED: usize = 4;

/// What to tell of characters no face has, the most frequent first; `None` where there are none.
pub(crate) fn finding(layout: &Layout) -> Option<Diagnostic> {
    let mut missing: Vec<_> = layout.missing.iter().map(|(c, times)| (*c, *times)).collect();
    missing.sort_by_key(|&(c, times)| (std::cmp::Reverse(times), c));
    let names: Vec<_> = missing.iter().take(NAMED).map(|&(c, times)| name(c, times)).collect();
    let others = match missing.len().checked_sub(NAMED) {
        Some(others @ 1..) => format!(" and {others} more"),
        _ => String::new(),
    };
    let (count, verb) = match missing.len() {
        0 => return None,
        1 => ("1 character".to_owned(), "has"),
        count => (format!("{count} characters"), "have"),
    };
    let message = format!("{count} {verb} no glyph in the brief's fonts: {}{others}", names.join(", "));
    let help = format!(
        "each is drawn as a replacement mark; searching and copying still find the character itself. What would help is {}, \
         installed or named with `--set pdf.font=FILE`",
        fonts(missing.iter().map(|(c, _)| *c))
    );
    Some(Diagnostic::new(Severity::Warning, "pdf::missing-glyph", message).help(help))
}

/// `“中” U+4E2D Han (12 times)`.
fn name(c: char, times: usize) -> String {
    let times = if times == 1 { "once".to_owned() } else { format!("{times} times") };
    let script = script(c).full_name().replace('_', " ");
    let script = if script == "Common" { String::new() } else { format!(" {script}") };
    format!("“{c}” U+{:04X}{script} ({times})", u32::from(c))
}

/// A font for each script: `Noto Naskh Arabic (Debian's fonts-noto-core)`.
fn fonts(chars: impl Iterator<Item = char>) -> String {
    let mut packages: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for c in chars {
        let (family, package) = advice(script(c));
        let families = packages.entry(package).or_default();
        if !families.contains(&family) && families.len() < ADVISED {
            families.push(family);
        }
    }
    let fonts =
        packages.iter().map(|(package, families)| format!("{} (Debian's {package})", families.join(", ")));
    fonts.collect::<Vec<_>>().join("; ")
}
