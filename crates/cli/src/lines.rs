//! Lines as the readers see them.

/// What a line ends in: LF, CRLF or CR.
pub(crate) const LINE_END: [char; 2] = ['\r', '\n'];

/// The lines of a text, each with its end; the last may have none.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.find(LINE_END).map_or(rest.len(), |at| {
            let both = rest.get(at..).is_some_and(|end| end.starts_with("\r\n"));
            at + if both { 2 } else { 1 }
        });
        let (line, behind) = rest.split_at_checked(end).filter(|(line, _)| !line.is_empty())?;
        rest = behind;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_end_in_three_ways() {
        let lines = |text| super::lines(text).collect::<Vec<_>>();
        assert_eq!(lines("a\nb\r\n\r\rc\n\r\nd"), ["a\n", "b\r\n", "\r", "\r", "c\n", "\r\n", "d"]);
        assert_eq!(lines("é\n"), ["é\n"]);
        assert!(lines("").is_empty());
    }
}
