//! What at the start of a line would make it something else than a paragraph's.

/// Where in `line` a backslash has to stand so that it goes on a paragraph, or begins one, as it is written: at its first
/// byte, or at the sign behind its number. `None` where it needs none. Emphasis, code, HTML and brackets apart, which are
/// escaped wherever they stand.
pub(crate) fn mark(line: &[u8]) -> Option<usize> {
    let is_blank = |at: usize| line.get(at).is_none_or(|byte| is_blank(*byte));
    let run = |of: fn(&u8) -> bool| line.iter().take_while(|byte| of(byte)).count();
    match line.first()? {
        // Headings.
        b'#' => is_blank(run(|byte| *byte == b'#')).then_some(0),
        // Bullets, rules, underlines, the marks of front matter and of tables.
        b'-' | b'+' | b'=' => {
            let is_word = line.get(1).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
            (!is_word).then_some(0)
        }
        // Quotations, tables, definitions.
        b'>' | b'|' | b':' => Some(0),
        // Numbers of items: nine digits at most.
        b'0'..=b'9' => {
            let digits = run(u8::is_ascii_digit);
            let is_number =
                digits <= 9 && matches!(line.get(digits), Some(b'.' | b')')) && is_blank(digits + 1);
            is_number.then_some(digits)
        }
        _ => None,
    }
}

/// What parts words in ASCII.
pub(crate) fn is_blank(byte: u8) -> bool {
    byte == b' ' || matches!(byte, b'\t'..=b'\r')
}
