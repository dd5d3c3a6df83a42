//! The top of a page: title, date, disclaimers, and whatever else stands above the first heading.

use crate::diagnostic::codes;
use crate::model::{Content, Part, SectionRole, Title};
use crate::read::grammar::date::{DateLine, date_line};
use crate::read::lines::Line;

use super::headings::same_words;
use super::labels::item;
use super::page::Page;

/// Reads the lines above the first heading.
pub(super) fn read<'src>(page: &mut Page<'src>, lines: &[Line<'src>]) {
    let title = title_line(lines);
    let mut rest = None;
    for (at, line) in lines.iter().enumerate() {
        if title == Some(at) {
            page.title(line);
        } else if is_disclaimer(line.text) {
            page.disclaimer(line);
        } else if page.session.title.as_ref().is_some_and(|title| repeats(title, line)) {
            let again = page.pieces.line(line);
            if let Some(title) = &mut page.session.title {
                title.repeated.push(again);
            }
        } else if !read_time(page, line) {
            // Agenda lines, speakers, a description.
            let block = page.block(line);
            rest.get_or_insert_with(|| page.part(None, None)).blocks.push(block);
        }
    }
    if let Some(part) = rest {
        page.section(SectionRole::Other, None, "opening", Content::Parts(vec![part]));
    }
}

/// Reads the lines under a heading above the report.
pub(super) fn read_section<'src>(page: &mut Page<'src>, lines: &[Line<'src>]) -> Vec<Part<'src>> {
    let mut part = None;
    for line in lines {
        if is_disclaimer(line.text) {
            page.disclaimer(line);
        } else {
            let block = page.block(line);
            part.get_or_insert_with(|| page.part(None, None)).blocks.push(block);
        }
    }
    part.into_iter().collect()
}

/// Whether a line is a disclaimer.
pub(super) fn is_disclaimer(line: &str) -> bool {
    const WORD: &str = "disclaimer";
    let starts = line.get(..WORD.len()).is_some_and(|start| start.eq_ignore_ascii_case(WORD));
    starts && line.get(WORD.len()..).is_some_and(|rest| rest.trim_start().starts_with(':'))
}

/// The longest title, in bytes; a longer line is a paragraph.
const LONGEST_TITLE: usize = 500;

/// The line that holds the title: the first one, or, below a date, the only one that can.
fn title_line(lines: &[Line<'_>]) -> Option<usize> {
    let plain = |line: &Line<'_>| {
        line.text.len() <= LONGEST_TITLE
            && !is_disclaimer(line.text)
            && item(line.text).is_none()
            && date_line(line.text).is_none()
    };
    let first = lines.first()?;
    if plain(first) {
        return Some(0);
    }
    date_line(first.text)?;
    let mut others = lines.iter().enumerate().skip(1).filter(|(_, line)| plain(line));
    others.next().map(|(at, _)| at).filter(|&at| at == 1 && others.next().is_none())
}

fn repeats(title: &Title<'_>, line: &Line<'_>) -> bool {
    same_words(title.line.as_str(), line.text) || same_words(&title.name, line.text)
}

/// Reads a date line; false where the line is none, or another one has been read, or it names no day.
fn read_time<'src>(page: &mut Page<'src>, line: &Line<'src>) -> bool {
    let when = match date_line(line.text) {
        Some(DateLine::When(when)) if page.session.time.is_none() => when,
        Some(DateLine::NoDay) => {
            page.find_on(&codes::UNREADABLE_DATE, "this has the form of a date but names no day", line);
            return false;
        }
        _ => return false,
    };
    if when.bad_time {
        page.find_on(
            &codes::UNREADABLE_TIME,
            "no clock shows this hour; the day was read, the hour was not",
            line,
        );
    }
    page.time(line, when);
    true
}
