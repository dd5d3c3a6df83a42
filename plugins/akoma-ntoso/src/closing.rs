//! The end of a meeting, where the record tells it.

use std::io;

use jiff::civil::{Date, Time};
use plenary_plugin_sdk::model::{Block, BlockKind};
use plenary_plugin_sdk::xml::Xml;

use crate::preface::stamp;

/// What reporters write when a meeting is over, in small letters.
const CLOSINGS: &[&str] = &[
    "adjourned",
    "meeting rose",
    "session rose",
    "meeting ended",
    "session ended",
    "meeting closed",
    "session closed",
    "concluded",
    "séance est levée",
    "séance levée",
    "se levanta la sesión",
    "se cierra la sesión",
    "sitzung wird geschlossen",
    "schluss der sitzung",
    "ende der sitzung",
    "sessão encerrada",
    "está encerrada a sessão",
    "la seduta è tolta",
    "la seduta termina",
];

/// A line that only tells that the meeting is over is no longer than this, in bytes.
const LONGEST: usize = 160;

/// Whether the reporter says in `block` that the meeting is over. The end of a transcript is none.
pub(crate) fn is_closing(block: &Block<'_>) -> bool {
    let text = block.text.as_str();
    if block.kind != BlockKind::Remark || text.len() > LONGEST {
        return false;
    }
    let text = text.to_lowercase();
    CLOSINGS.iter().any(|closing| text.contains(closing))
}

/// Writes the words of a closing, its hour marked where it tells one and the `day` is known. A meeting that began at
/// `start` and ends earlier ran over midnight.
pub(crate) fn write(xml: &mut Xml<'_>, text: &str, day: Option<Date>, start: Option<Time>) -> io::Result<()> {
    let Some((day, (head, written, time, tail))) = day.zip(hour(text)) else { return xml.text(text) };
    let is_next = start.is_some_and(|start| time < start);
    let day = if is_next { day.tomorrow().unwrap_or(day) } else { day };
    xml.text(head)?;
    xml.tag("recordedTime").attr("type", "endEvent").attr("time", stamp(day, time)).string(written)?;
    xml.text(tail)
}

/// The one hour in `text`: what stands before it, it as written and as meant, what stands behind. `12:30`, `12.05
/// p.m.`; none where there is more than one, or what looks like one cannot be.
fn hour(text: &str) -> Option<(&str, &str, Time, &str)> {
    let is_sign = |at: usize| {
        let digit =
            |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
        digit(at.checked_sub(1)) && digit(Some(at + 1))
    };
    let mut signs = text.match_indices([':', '.']).map(|(at, _)| at).filter(|&at| is_sign(at));
    let (sign, None) = (signs.next()?, signs.next()) else { return None };
    let (before, behind) = (text.get(..sign)?, text.get(sign + 1..)?);
    let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let tail = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let minutes = behind.get(..behind.len() - tail.len()).filter(|digits| digits.len() == 2)?;
    let hours: i8 = before.get(head.len()..)?.parse().ok()?;
    let (hours, tail) = match half(tail) {
        None => (hours, tail),
        Some((_, _)) if !(1..=12).contains(&hours) => return None,
        Some((later, rest)) => (hours % 12 + later, rest),
    };
    let time = Time::new(hours, minutes.parse().ok()?, 0, 0).ok()?;
    let written = text.get(head.len()..text.len() - tail.len())?;
    Some((head, written, time, tail))
}

/// The hours that ` p.m.` or ` am` adds, and what stands behind it.
fn half(text: &str) -> Option<(i8, &str)> {
    const HALVES: [(&str, i8); 4] = [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)];
    let text = text.strip_prefix([' ', '\u{a0}']).unwrap_or(text);
    HALVES.into_iter().find_map(|(half, hours)| {
        let (head, rest) = text.split_at_checked(half.len())?;
        let is_it = head.eq_ignore_ascii_case(half) && !rest.starts_with(char::is_alphanumeric);
        is_it.then_some((hours, rest))
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::hour;

    #[test]
    fn hours_as_reporters_write_them() {
        let none: Option<(&str, &str, jiff::civil::Time, &str)> = None;
        for (text, expected) in [
            ("(Session ended at 12:30)", Some(("(Session ended at ", "12:30", time(12, 30, 0, 0), ")"))),
            (
                "The meeting rose at 12.05 p.m.",
                Some(("The meeting rose at ", "12.05 p.m.", time(12, 5, 0, 0), "")),
            ),
            ("(Adjourned, 4:45pm.)", Some(("(Adjourned, ", "4:45pm", time(16, 45, 0, 0), ".)"))),
            ("Concluded at 12:10 A.M.", Some(("Concluded at ", "12:10 A.M.", time(0, 10, 0, 0), ""))),
            ("(Meeting concluded.)", none),
            ("Concluded, 11:40 to 12:10", none),
            ("Concluded at 13:40 p.m.", none),
            ("Concluded at 25:10", none),
            ("Concluded: item 4.123", none),
        ] {
            assert_eq!(hour(text), expected, "{text}");
        }
    }
}
