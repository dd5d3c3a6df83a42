//! Text for people: aligned columns, counts, what is safe to show.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// On which side a column's cells are filled up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Right,
}

/// Columns that a cell gets in which text goes on below itself, however narrow the terminal is.
const NARROWEST: usize = 24;

/// Rows of cells, as wide as their widest cell, two blanks apart.
pub(crate) struct Table {
    columns: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(columns: impl Into<Vec<Align>>) -> Self {
        Self { columns: columns.into(), rows: Vec::new() }
    }

    /// Adds a row. Control characters, which would act on a terminal, become visible.
    pub(crate) fn row<T: Into<String>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(|cell| visible(&cell.into())).collect());
    }

    /// The table, each line after `indent`; no blanks at the end of a line.
    pub(crate) fn render(&self, indent: &str) -> String {
        self.render_within(indent, usize::MAX)
    }

    /// The table in lines of at most `most` columns, where that can be: the last cell of a row goes on below itself.
    pub(crate) fn render_within(&self, indent: &str, most: usize) -> String {
        let width = |column: usize| self.rows.iter().filter_map(|row| Some(row.get(column)?.width())).max();
        let widths: Vec<usize> = (0..self.columns.len()).map(|column| width(column).unwrap_or(0)).collect();
        let last = self.columns.len().saturating_sub(1);
        let before: usize = indent.width() + widths.iter().take(last).map(|width| width + 2).sum::<usize>();
        let room = most.saturating_sub(before).max(NARROWEST);
        let mut text = String::new();
        for row in &self.rows {
            let mut line = indent.to_owned();
            for (at, ((cell, align), width)) in row.iter().zip(&self.columns).zip(&widths).enumerate() {
                if at == last && cell.width() > room {
                    line.push_str(
                        wrapped(cell, room).trim_end().replace('\n', &format!("\n{:before$}", "")).as_str(),
                    );
                    continue;
                }
                let filler = " ".repeat(width - cell.width());
                match align {
                    Align::Left => line.extend([cell, &filler, "  "]),
                    Align::Right => line.extend([&filler, cell, "  "]),
                }
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// The text in at most `width` columns, cut at its end where it is longer.
pub(crate) fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if text.width() <= width {
        return Cow::Borrowed(text);
    }
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used < width
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// The text in lines of at most `width` columns, broken at blanks, each with a line end.
pub(crate) fn wrapped(text: &str, width: usize) -> String {
    let mut wrapped = String::with_capacity(text.len() + 1);
    let mut used = 0;
    for word in text.split_whitespace() {
        if used > 0 && used + 1 + word.width() > width {
            wrapped.push('\n');
            used = 0;
        } else if used > 0 {
            wrapped.push(' ');
            used += 1;
        }
        wrapped.push_str(word);
        used += word.width();
    }
    wrapped + "\n"
}

/// `1 page`, `2 pages`.
pub(crate) fn several(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// Whether a character does something to a terminal, or turns around what follows on the line, in place of being shown.
pub(crate) fn acts(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The text with its control characters as pictures: `␛` for escape.
pub(crate) fn visible(text: &str) -> String {
    let picture = |c: char| match c {
        '\u{0}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(c),
        '\u{7F}' => '␡',
        c if acts(c) => '\u{FFFD}',
        c => c,
    };
    text.chars().map(picture).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_what_a_terminal_shows() {
        let mut table = Table::new([Align::Left, Align::Right]);
        table.row(["José", "1"]);
        table.row(["会議", "22"]);
        table.row(["a\u{1b}b", ""]);
        assert_eq!(table.render("  "), "  José   1\n  会議  22\n  a␛b\n");
    }

    #[test]
    fn a_last_cell_goes_on_below_itself() {
        let mut table = Table::new([Align::Left; 2]);
        table.row(["a", "one two three four five six seven"]);
        table.row(["bb", "short"]);
        assert_eq!(
            table.render_within(" ", 30),
            " a   one two three four five\n     six seven\n bb  short\n"
        );
    }

    #[test]
    fn long_text_is_cut() {
        assert_eq!(cut("Joyce", 5), "Joyce");
        assert_eq!(cut("Joyce H", 5), "Joyc…");
        assert_eq!(cut("会議の記録", 5), "会議…");
    }

    #[test]
    fn text_is_wrapped_at_blanks() {
        assert_eq!(wrapped("one two three", 7), "one two\nthree\n");
        assert_eq!(wrapped("unbreakable a", 4), "unbreakable\na\n");
    }
}
