//! Source text made fit to be set: what is drawn, and where its lines must end.

/// Appends `text` to `into`, with every kind of line end as a line feed, every tab as a space, and without what
/// has no glyph: other control characters, and soft hyphens (no word is broken at them).
pub(super) fn clean(text: &str, into: &mut String) {
    into.reserve(text.len());
    let mut previous = None;
    for c in text.chars() {
        match c {
            '\t' => into.push(' '),
            '\n' if previous == Some('\r') => {}
            '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => into.push('\n'),
            '\u{AD}' => {}
            c if c.is_control() => {}
            c => into.push(c),
        }
        previous = Some(c);
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_cannot_be_drawn_is_left_out() {
        let mut cleaned = String::from("> ");
        clean("a\tb\r\nc\u{2028}d\u{AD}e\0\u{1b}\u{80}f", &mut cleaned);
        assert_eq!(cleaned, "> a b\nc\ndef");
    }
}
