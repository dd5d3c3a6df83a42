//! The top of a page: title, date, disclaimers, and whatever else stands above the first heading.

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, codes};
use crate::model::{Content, Part, SectionRole, Span, Title};
use crate::read::disclaimers::{Disclaims, disclaims};
use crate::read::grammar::date::{DateLine, Hours, date_line};
use crate::read::grammar::event;
use crate::read::lines::Line;
use crate::read::shape::ends_sentence;

use super::headings::same_words;
use super::labels::item;
use super::markdown;
use super::page::Page;

/// Reads the lines above the first heading.
pub(super) fn read<'src>(page: &mut Page<'src>, lines: &[Line<'src>]) {
    let mut rest = None;
    let title = if page.session.title.is_none() { title_line(lines) } else { None };
    read_lines(page, lines, title, &mut rest);
    if let Some(part) = rest {
        page.section(SectionRole::Other, None, "opening", Content::Parts(vec![part]));
    }
}

/// Reads the lines under a heading above the report.
pub(super) fn read_section<'src>(page: &mut Page<'src>, lines: &[Line<'src>]) -> Vec<Part<'src>> {
    let mut part = None;
    read_lines(page, lines, None, &mut part);
    part.into_iter().collect()
}

/// Reads lines above the report; `title` is the one that holds it. What is nothing else goes into `rest`.
fn read_lines<'src>(
    page: &mut Page<'src>,
    lines: &[Line<'src>],
    title: Option<usize>,
    rest: &mut Option<Part<'src>>,
) {
    for (at, line) in lines.iter().enumerate() {
        if title == Some(at) {
            let text = title_text(line.text);
            let (name, event) = event::split(text);
            let line = page.pieces.part(line, text);
            page.entitle(line, name, event);
        } else if !disclaimer(page, line, lines.get(at + 1))
            && !repeated_title(page, line)
            && !read_time(page, line)
        {
            // Agenda lines, speakers, a description.
            let block = page.block(line);
            rest.get_or_insert_with(|| page.part(None, None)).blocks.push(block);
        }
    }
}

/// Keeps a line that is a disclaimer, or the heading of the one below; false where it is neither.
pub(super) fn disclaimer<'src>(page: &mut Page<'src>, line: &Line<'src>, next: Option<&Line<'src>>) -> bool {
    let announced = std::mem::take(&mut page.disclaimer_next);
    match disclaims(line.text) {
        Some(Disclaims::Below) if next.is_some_and(|next| ends_sentence(next.text)) => {
            page.label(line);
            page.disclaimer_next = true;
        }
        Some(Disclaims::Itself) => page.disclaimer(line),
        _ if announced => page.disclaimer(line),
        _ => return false,
    }
    true
}

/// The longest title, in bytes; a longer line is a paragraph.
const LONGEST_TITLE: usize = 500;

/// The line that holds the title: the first one or, below a date, the next one where it looks like a title among
/// the others.
fn title_line(lines: &[Line<'_>]) -> Option<usize> {
    let plain = |line: &Line<'_>| {
        line.text.len() <= LONGEST_TITLE
            && disclaims(line.text).is_none()
            && item(line.text).is_none()
            && date_line(line.text).is_none()
    };
    let first = lines.first()?;
    if plain(first) {
        return Some(0);
    }
    date_line(first.text)?;
    let second = lines.get(1).filter(|line| plain(line))?;
    let mut others = lines.iter().skip(2).filter(|line| plain(line)).peekable();
    // An agenda has more such lines. A title is the only one, or comes again, or has a description below it.
    let alone = others.peek().is_none();
    let described = !ends_sentence(second.text) && others.clone().all(|other| ends_sentence(other.text));
    (alone || described || others.any(|other| same_words(other.text, second.text))).then_some(1)
}

/// A title without the mark of a heading.
fn title_text(line: &str) -> &str {
    markdown::heading(line).map_or(line, |(_, text)| text)
}

/// Keeps a line that repeats the title; false where it does not.
fn repeated_title<'src>(page: &mut Page<'src>, line: &Line<'src>) -> bool {
    if !page.session.title.as_ref().is_some_and(|title| repeats(title, line)) {
        return false;
    }
    let again = page.pieces.part(line, title_text(line.text));
    if let Some(title) = &mut page.session.title {
        title.repeated.push(again);
    }
    true
}

fn repeats(title: &Title<'_>, line: &Line<'_>) -> bool {
    let text = title_text(line.text);
    same_words(title.line.as_str(), text) || same_words(&title.name, text)
}

/// Reads a date line; false where the line is none, or another one has been read, or it names no day.
fn read_time<'src>(page: &mut Page<'src>, line: &Line<'src>) -> bool {
    let when = match date_line(line.text) {
        Some(DateLine::When(when)) if page.session.time.is_none() => when,
        Some(DateLine::NoDay(reason)) => {
            let help = "write the day as `7 Jun 2024`, with the month in letters and all of the year";
            let finding = Diagnostic::of(&codes::UNREADABLE_DATE, reason.message());
            page.findings.push(finding.at(Span::new(line.at, line.at + line.text.len())).help(help));
            return false;
        }
        Some(DateLine::Hours(hours)) => {
            read_hours(page, line, hours);
            return false;
        }
        _ => return false,
    };
    report_bad_hours(page, line, when.hours);
    page.time(line, &when);
    true
}

/// Reads hours that stand on a line of their own, below the day they belong to. The line itself is kept as text.
fn read_hours<'src>(page: &mut Page<'src>, line: &Line<'src>, hours: Hours<'src>) {
    report_bad_hours(page, line, hours);
    match &mut page.session.time {
        Some(time) if time.start.is_none() && time.end.is_none() => {
            time.start = hours.start;
            time.end = hours.end;
            time.zone = time.zone.take().or(hours.zone.map(Cow::Borrowed));
        }
        Some(_) => {}
        None => page.find_on(
            &codes::UNREADABLE_DATE,
            "these are hours of a day that is not named above them",
            line,
        ),
    }
}

fn report_bad_hours<'src>(page: &mut Page<'src>, line: &Line<'src>, hours: Hours<'src>) {
    if hours.bad {
        let message = "no clock shows this hour; it was not read";
        page.find_on(&codes::UNREADABLE_TIME, message, line);
    }
}
