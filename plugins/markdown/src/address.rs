//! Addresses of the web and of e-mail in a text.

use std::ops::Range;

use crate::escape::{Manner, Place, escape, is_reference};

/// An address, and what makes it a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    /// Where in the text it stands.
    pub(crate) place: Range<usize>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `https://example.org`, `ada@example.org`: CommonMark has a form for it.
    Whole,
    /// `www.example.org`
    WithoutScheme,
}

impl Address {
    /// Appends the link. What is shown is the address as `text` has it.
    pub(crate) fn write(&self, out: &mut String, text: &str) {
        let address = text.get(self.place.clone()).unwrap_or_default();
        match self.kind {
            Kind::Whole => {
                out.push('<');
                out.push_str(address);
                out.push('>');
            }
            Kind::WithoutScheme => {
                out.push('[');
                escape(out, address, Place::Link, Manner::whole(false));
                out.push_str("](<http://");
                out.push_str(address);
                out.push_str(">)");
            }
        }
    }
}

/// The schemes of the addresses that become links.
const SCHEMES: [&str; 3] = ["https", "http", "ftp"];

/// The longest address that becomes a link, in bytes.
const LONGEST: usize = 1000;

/// Whether GFM takes the colon or full stop at `at` for the sign of an address, `://` or `www.`, and makes a link of it
/// in which a backslash is shown.
pub(crate) fn begins(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        Some(b':') => bytes[at + 1..].starts_with(b"//") && at > 0 && bytes[at - 1].is_ascii_alphabetic(),
        Some(b'.') => at >= 3 && bytes[at - 3..at].eq_ignore_ascii_case(b"www"),
        _ => false,
    }
}

/// The address whose sign stands at `at`: the colon of `://`, the full stop of `www.`, the `@` of e-mail. Only one that
/// any parser shows as it is: with nothing in it that means something else.
pub(crate) fn around(text: &str, at: usize) -> Option<Address> {
    let bytes = text.as_bytes();
    let (start, kind) = match bytes.get(at)? {
        b'@' => return mail(text, at),
        _ if !begins(bytes, at) => return None,
        b'.' => (at - 3, Kind::WithoutScheme),
        _ => {
            let before = text.get(..at)?;
            let is_scheme = |scheme: &&&str| {
                let start = before.len().checked_sub(scheme.len());
                start
                    .and_then(|start| before.get(start..))
                    .is_some_and(|end| end.eq_ignore_ascii_case(scheme))
            };
            (at - SCHEMES.iter().find(is_scheme)?.len(), Kind::Whole)
        }
    };
    let before = start.checked_sub(1).and_then(|before| bytes.get(before));
    // Behind an exclamation mark, a link in brackets would be an image.
    if before.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80 || *byte == b'!') {
        return None;
    }
    let host = at + if kind == Kind::Whole { 3 } else { 1 };
    let rest = bytes.get(host..)?;
    let length = rest.iter().take(LONGEST).take_while(|byte| is_of_address(**byte)).count();
    let end = host + without_punctuation(&rest[..length]);
    // Where it goes on with something else, nobody knows what it is.
    let is_whole = text.get(host + length..)?.chars().next().is_none_or(|next| {
        length < LONGEST && !next.is_alphanumeric() && !matches!(next, '\\' | '*' | '`' | '[' | '{' | '^')
    });
    let has_reference = text.get(start..end)?.split('&').skip(1).any(|rest| is_reference(rest.as_bytes()));
    (is_whole && !has_reference && end > host && rest[0].is_ascii_alphanumeric())
        .then_some(Address { place: start..end, kind })
}

/// The bytes of an address that mean nothing else to any parser.
fn is_of_address(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~/?#&=%+,:;@!'()".contains(&byte)
}

/// The length of an address without what ends the sentence it stands in.
fn without_punctuation(address: &[u8]) -> usize {
    let count = |of: u8| address.iter().filter(|byte| **byte == of).count();
    let (opening, mut closing) = (count(b'('), count(b')'));
    let mut end = address.len();
    while let Some(last) = address[..end].last() {
        match last {
            b'.' | b',' | b':' | b';' | b'!' | b'?' | b'\'' => {}
            b')' if closing > opening => closing -= 1,
            _ => break,
        }
        end -= 1;
    }
    end
}

/// `ada.l@example.org` around its `@`.
fn mail(text: &str, at: usize) -> Option<Address> {
    /// The longest name before the `@`, and the longest host behind it.
    const LONGEST_PART: usize = 254;
    let bytes = text.as_bytes();
    let of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b".+-".contains(byte);
    let name = bytes[..at].iter().rev().take(LONGEST_PART).take_while(of_name).count();
    let of_host = |byte: &&u8| byte.is_ascii_alphanumeric() || b".-".contains(byte);
    let host = bytes[at + 1..].iter().take(LONGEST_PART).take_while(of_host).count();
    let host = text.get(at + 1..at + 1 + host)?.trim_end_matches(['.', '-']);
    let labels_are_whole = host.split('.').all(|label| {
        !label.is_empty() && label.len() <= 63 && !label.starts_with('-') && !label.ends_with('-')
    });
    let before = at.checked_sub(name + 1).and_then(|before| bytes.get(before));
    let stands_alone = before.is_none_or(|byte| is_boundary(*byte));
    let next = bytes.get(at + 1 + host.len());
    let ends_well = next.is_none_or(|byte| is_boundary(*byte) || matches!(byte, b'.' | b'-'));
    (name > 0 && host.contains('.') && labels_are_whole && stands_alone && ends_well)
        .then_some(Address { place: at - name..at + 1 + host.len(), kind: Kind::Whole })
}

/// Whether a byte can stand beside an e-mail address.
fn is_boundary(byte: u8) -> bool {
    byte.is_ascii_whitespace() || b"()[],;:!?\"'|<>".contains(&byte)
}
