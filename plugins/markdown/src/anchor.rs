//! The model's identifiers as anchors and as the targets of links.
//!
//! An identifier a reader made holds letters with their marks, digits and hyphens; one made by hand may hold anything.

use std::fmt::Write as _;

/// Appends an empty `a` element with the identifier: `<a id="speech-12"></a>`.
pub(crate) fn anchor(out: &mut String, id: &str) {
    out.push_str("<a id=\"");
    encode(out, id, |out, c| write!(out, "&#{};", u32::from(c)));
    out.push_str("\"></a>");
}

/// Appends the target of a link to it: `(#speech-12)`.
pub(crate) fn target(out: &mut String, id: &str) {
    out.push_str("(#");
    encode(out, id, |out, c| {
        c.encode_utf8(&mut [0; 4]).bytes().try_for_each(|byte| write!(out, "%{byte:02X}"))
    });
    out.push(')');
}

fn encode(out: &mut String, id: &str, other: fn(&mut String, char) -> std::fmt::Result) {
    let is_plain = |c: char| match c {
        '-' | '_' | '.' => true,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        _ => !c.is_whitespace() && !c.is_control(),
    };
    let mut rest = id;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| !is_plain(*c)) {
        out.push_str(&rest[..at]);
        // Writing to a String does not fail.
        let _ = other(out, c);
        rest = &rest[at + c.len_utf8()..];
    }
    out.push_str(rest);
}
