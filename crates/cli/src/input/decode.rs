//! Bytes to text.

use plenary_core::Diagnostic;
use plenary_core::model::Span;

use super::kind::not_text;
use crate::codes;
use crate::exit::Failure;

/// Bytes that are no page, and as much of a text as can be made of them, to show where it breaks.
pub(crate) struct Broken {
    pub(crate) failure: Failure,
    pub(crate) text: Option<String>,
}

/// The text of a page. With `lossy`, what is no UTF-8 becomes U+FFFD, and a warning tells how often.
///
/// # Errors
/// Where there is nothing in it, or no text, or (without `lossy`) no valid UTF-8.
pub(crate) fn decode(bytes: Vec<u8>, lossy: bool) -> Result<(String, Option<Diagnostic>), Broken> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let what =
            if bytes.is_empty() { "this file is empty" } else { "this file holds nothing but blank space" };
        return Err(Failure::page(&codes::EMPTY, what).into());
    }
    if let Some(kind) = not_text(&bytes) {
        let failure = Failure::page(&codes::NOT_TEXT, format!("this is {}", kind.what)).help(kind.advice);
        return Err(failure.into());
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Ok((text, None)),
        Err(error) => error,
    };
    let first = error.utf8_error();
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let at = first.valid_up_to();
    let length = first.error_len().unwrap_or_else(|| error.as_bytes().len() - at);
    let span = Span::new(at, at + length);
    let broken = error.as_bytes().utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let times = if broken == 1 { "in one place".to_owned() } else { format!("in {broken} places") };
    if lossy {
        let message = format!("not valid UTF-8 {times}: U+FFFD stands for what is broken");
        return Ok((text, Some(Diagnostic::of(&codes::LOSSY, message).at(span))));
    }
    let mut failure = Failure::page(&codes::NOT_UTF8, format!("not valid UTF-8 {times}, first at byte {at}"))
        .help("turn it into UTF-8, for instance by iconv -f WINDOWS-1252 -t UTF-8, or read on with --lossy");
    failure.finding.span = Some(span);
    Err(Broken { failure, text: Some(text) })
}

impl From<Failure> for Broken {
    fn from(failure: Failure) -> Self {
        Self { failure, text: None }
    }
}
