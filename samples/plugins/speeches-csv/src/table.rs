//! Rows and cells as RFC 4180 writes them.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::options::{Options, Reader};

/// What a row ends with, in RFC 4180 and in what spreadsheets write.
const ROW_END: &[u8] = b"\r\n";

/// Writes what stands before the first row.
pub(crate) fn start(options: &Options, out: &mut impl Write) -> io::Result<()> {
    match options.reader {
        Reader::Program => Ok(()),
        Reader::Spreadsheet => out.write_all("\u{FEFF}".as_bytes()),
    }
}

/// Writes a row, and tells whether one of its cells begins as formulas do.
pub(crate) fn row<'c>(
    options: &Options,
    cells: impl ExactSizeIterator<Item = Cow<'c, str>>,
    out: &mut impl Write,
) -> io::Result<bool> {
    let separator = options.separator.as_char();
    let is_alone = cells.len() == 1;
    let mut has_formula = false;
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            write!(out, "{separator}")?;
        }
        let is_formula = is_formula(&cell);
        has_formula |= is_formula;
        let mark = if is_formula && options.reader == Reader::Spreadsheet { "'" } else { "" };
        // An empty line is no row to most readers: an empty cell that is alone gets its quotes.
        if needs_quotes(&cell, separator) || (is_alone && cell.is_empty()) {
            write!(out, "\"{mark}{}\"", cell.replace('"', "\"\""))?;
        } else {
            write!(out, "{mark}{cell}")?;
        }
    }
    out.write_all(ROW_END)?;
    Ok(has_formula)
}

/// Whether a reader might not take the bare cell for what it is. Blanks at its edges are part of it by RFC 4180, but many
/// readers cut them off where there are no quotes; a byte order mark of the text's own could be taken for the file's.
fn needs_quotes(cell: &str, separator: char) -> bool {
    let at_an_edge = |c: char| c.is_whitespace() || c == '\u{FEFF}';
    cell.contains(['"', '\r', '\n', separator]) || cell.starts_with(at_an_edge) || cell.ends_with(at_an_edge)
}

/// Whether a spreadsheet may take the cell for a formula and run it: by its first character, be it in its wide form
/// (OWASP, CSV injection).
fn is_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}
