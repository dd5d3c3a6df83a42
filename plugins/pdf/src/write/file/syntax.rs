//! Values as PDF writes them (ISO 32000-1, 7.3), ready to be put into a dictionary by `write!`.

use std::fmt::{Display, Formatter, Result, Write as _};

/// A reference to the object of this number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::write) struct Ref(pub(in crate::write) u32);

impl Ref {
    /// The object so many numbers behind this one.
    pub(in crate::write) fn plus(self, count: usize) -> Self {
        Ref(self.0.saturating_add(u32::try_from(count).unwrap_or(u32::MAX)))
    }
}

impl Display for Ref {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} 0 R", self.0)
    }
}

/// A length, to the hundredth of a point: what no eye sees is not written.
pub(in crate::write) struct Length(pub(in crate::write) f32);

impl Display for Length {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        // Zero is added for the zero that is negative.
        write!(f, "{}", (self.0 * 100.0).round() / 100.0 + 0.0)
    }
}

/// A name (ISO 32000-1, 7.3.5).
pub(in crate::write) struct Name<'a>(pub(in crate::write) &'a str);

impl Display for Name<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_char('/')?;
        self.0.bytes().try_for_each(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'+' | b'_' | b'.' => {
                f.write_char(char::from(byte))
            }
            _ => write!(f, "#{byte:02x}"),
        })
    }
}

/// Bytes as a string.
pub(in crate::write) struct Bytes<'a>(pub(in crate::write) &'a [u8]);

impl Display for Bytes<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if !self.0.iter().all(|byte| matches!(byte, b' '..=b'~')) {
            f.write_char('<')?;
            self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
            return f.write_char('>');
        }
        f.write_char('(')?;
        for &byte in self.0 {
            if matches!(byte, b'(' | b')' | b'\\') {
                f.write_char('\\')?;
            }
            f.write_char(char::from(byte))?;
        }
        f.write_char(')')
    }
}

/// A text, for people to read: as it is where it is ASCII, else in UTF-16 (ISO 32000-1, 7.9.2.2).
pub(in crate::write) struct Text<'a>(pub(in crate::write) &'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if self.0.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return Bytes(self.0.as_bytes()).fmt(f);
        }
        f.write_str("<feff")?;
        self.0.encode_utf16().try_for_each(|unit| write!(f, "{unit:04x}"))?;
        f.write_char('>')
    }
}

/// What is written one behind the other with a space between.
pub(in crate::write) struct Row<I>(pub(in crate::write) I);

impl<T: Display, I: Iterator<Item = T> + Clone> Display for Row<I> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (nth, value) in self.0.clone().enumerate() {
            if nth > 0 {
                f.write_char(' ')?;
            }
            value.fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Length, Name, Ref, Row, Text};

    #[test]
    fn values_are_written_as_the_standard_has_them() {
        assert_eq!(Ref(7).plus(5).to_string(), "12 0 R");
        assert_eq!(Length(-0.001).to_string(), "0");
        assert_eq!(Length(595.276).to_string(), "595.28");
        assert_eq!(Name("AB+C d").to_string(), "/AB+C#20d");
        assert_eq!(Bytes(b"a(b)\\").to_string(), r"(a\(b\)\\)");
        assert_eq!(Bytes("é".as_bytes()).to_string(), "<c3a9>");
        assert_eq!(Text("plain").to_string(), "(plain)");
        assert_eq!(Text("é😀").to_string(), "<feff00e9d83dde00>");
        assert_eq!(Row([Ref(1), Ref(2)].iter()).to_string(), "1 0 R 2 0 R");
    }
}
