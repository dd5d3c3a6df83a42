//! Grammars of a single line, in nom: a date line, a title, a declared number. Each is tried on lines that may
//! well be one, never on prose, and none is longer than a screen.

mod calendar;
pub(super) mod date;
pub(super) mod event;
pub(super) mod quantity;
pub(super) mod stamp;

use nom::branch::alt;
use nom::bytes::complete::{tag, tag_no_case, take_while};
use nom::combinator::value;
use nom::{IResult, Parser};

/// White space of any kind, or none.
pub(super) fn space(input: &str) -> IResult<&str, &str> {
    take_while(char::is_whitespace).parse(input)
}

/// What stands between the ends of a range: `-`, `–`, `—`, `to`, `until`, with the space around it.
fn dash(input: &str) -> IResult<&str, ()> {
    let signs = alt((
        tag_no_case("-"),
        tag_no_case("–"),
        tag_no_case("—"),
        tag_no_case("until"),
        tag_no_case("to"),
        misread,
    ));
    value((), (space, signs, space)).parse(input)
}

/// The signs `–` and `—` as they look where they were read in a wrong encoding.
fn misread(input: &str) -> IResult<&str, &str> {
    alt((tag("â€\u{201c}"), tag("â€\u{201d}"), tag("â\u{80}\u{93}"), tag("â\u{80}\u{94}"))).parse(input)
}

/// The whole of `input` by `parser`, or nothing.
pub(super) fn whole<'a, T>(
    parser: impl Parser<&'a str, Output = T, Error = nom::error::Error<&'a str>>,
    input: &'a str,
) -> Option<T> {
    nom::combinator::all_consuming(parser).parse(input).ok().map(|(_, output)| output)
}
