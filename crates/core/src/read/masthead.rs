//! What stands above a transcript: title, date, disclaimers, credits, and whatever else is told of the meeting.

use jiff::civil::Date;

use crate::diagnostic::codes;
use crate::model::{Block, BlockKind, Content, Extra, Id, Part, Section, SectionRole, Text};

use super::disclaimers::{goes_on_with_disclaimer, is_disclaimer};
use super::floor::{Floor, paragraph};
use super::furniture::{is_credit, is_mark, is_state};
use super::grammar::date::{DateLine, Hours, When, date_line};
use super::grammar::event;
use super::kinds::is_surely_state;
use super::lines::Line;
use super::record::Record;
use super::shape::{Shape, ends_sentence, shape};
use super::wrap::{Wrap, join};

/// Reads the lines above the first speech; gives the heading of the transcript, if it has one.
pub(super) fn read<'src>(
    record: &mut Record<'src>,
    wrap: &Wrap<'src>,
    lines: &[Line<'src>],
) -> Option<Text<'src>> {
    // Front matter may have told them.
    let date = if record.session.time.is_none() { date_of(lines) } else { None };
    let title = if record.session.title.is_none() { title_of(wrap, lines) } else { None };
    let mut heading = None;
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at..).unwrap_or_default();
        at += if is_mark(line.text) {
            record.label(line);
            1
        } else if is_disclaimer(line.text) {
            disclaimer(record, wrap, rest)
        } else if date == Some(at) {
            take_date(record, rest)
        } else if title == Some(at) {
            take_title(record, line, date.is_some());
            1
        } else if at + 1 == lines.len() && is_heading(line.text) {
            heading = Some(record.pieces.part(line, unmarked(line.text)));
            1
        } else if repeats(record, line) {
            1
        } else {
            if let Some(DateLine::NoDay(reason)) = date_line(line.text) {
                record.find_on(&codes::UNREADABLE_DATE, reason.message(), line);
            }
            let (text, count) =
                paragraph(record, wrap, rest, line.text, |rest| begins(rest) || !goes_on(rest))?;
            blocks.push(Block::paragraph(text));
            count
        };
    }
    if !blocks.is_empty() {
        let part =
            Part { id: Id::new("report-1"), heading: None, speaker: None, blocks, extra: Extra::default() };
        let id = record.ids.claim(Id::new("section-opening"));
        let content = Content::Parts(vec![part]);
        let role = SectionRole::Other;
        record.session.sections.push(Section { id, role, heading: None, content, extra: Extra::default() });
    }
    heading
}

/// Whether a line is no continuation of the paragraph above it.
fn begins(rest: &[Line<'_>]) -> bool {
    rest.first()
        .is_none_or(|line| is_mark(line.text) || is_disclaimer(line.text) || date_line(line.text).is_some())
}

/// Whether a line goes on with a sentence; the lines of an address or of a list do not.
fn goes_on(rest: &[Line<'_>]) -> bool {
    rest.first().is_some_and(|line| line.text.starts_with(char::is_lowercase) && !is_address(line.text))
}

/// Keeps a disclaimer, which may be broken into several lines; gives how many.
pub(super) fn disclaimer<'src>(record: &mut Record<'src>, wrap: &Wrap<'src>, lines: &[Line<'src>]) -> usize {
    let goes_on = |at: usize| {
        let (Some(line), Some(next)) = (lines.get(at - 1), lines.get(at)) else { return false };
        let other = next.text.starts_with('>')
            || is_mark(next.text)
            || is_heading(next.text)
            || date_line(next.text).is_some();
        let own = || wrap.is_broken() || !ends_sentence(line.text) || goes_on_with_disclaimer(next.text);
        !wrap.is_last(line) && !other && own()
    };
    let count = (1..).find(|&at| !goes_on(at)).unwrap_or(1);
    match lines.get(..count) {
        Some(lines @ [_, _, ..]) => {
            let content = join(lines.iter().map(|line| line.text));
            let text = record.pieces.joined(lines, content);
            record.disclaim(text);
        }
        Some([line]) => record.disclaimer(line),
        _ => {}
    }
    count
}

/// The line that tells the day: one with hours, else one of a single day, else the first.
fn date_of(lines: &[Line<'_>]) -> Option<usize> {
    let mut best = None;
    for (at, line) in lines.iter().enumerate() {
        let Some(DateLine::When(when)) = date_line(line.text) else { continue };
        let below = || lines.get(at + 1).and_then(|next| hours_below(line, next));
        let hours = when.hours.start.is_some() || below().is_some();
        let rank = if hours { 2 } else { u8::from(!names_several_days(line.text)) };
        if best.is_none_or(|(before, _)| before < rank) {
            best = Some((rank, at));
        }
    }
    best.map(|(_, at)| at)
}

/// Whether a date begins with two days: `27 - 30 September`.
fn names_several_days(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - rest.len();
    let behind = rest.trim_start().strip_prefix(['-', '–']).map(str::trim_start);
    (1..=2).contains(&digits) && behind.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Takes the date line, and the hours on the line below it; gives how many lines that are.
fn take_date<'src>(record: &mut Record<'src>, lines: &[Line<'src>]) -> usize {
    let Some(line) = lines.first() else { return 1 };
    let Some(DateLine::When(mut when)) = date_line(line.text) else { return 1 };
    let below = lines.get(..2).filter(|_| when.hours.start.is_none() && !when.hours.bad);
    let (text, count) = match below.and_then(|both| Some((both, hours_below(line, both.last()?)?))) {
        Some((both, hours)) => {
            when.hours = hours;
            (record.pieces.joined(both, join(both.iter().map(|line| line.text))), 2)
        }
        None => (record.pieces.line(line), 1),
    };
    if when.hours.bad {
        record.find(
            &codes::UNREADABLE_TIME,
            "no clock shows this hour; the day was read, the hour was not",
            &text,
        );
    }
    record.date(text, &when);
    count
}

/// The hours on the line below a date. One hour alone is one only there: `10:00`.
fn hours_below<'src>(date: &Line<'src>, below: &Line<'src>) -> Option<Hours<'src>> {
    if let Some(said) = date_line(below.text) {
        return match said {
            DateLine::Hours(hours) => Some(hours),
            _ => None,
        };
    }
    if below.text.len() > LONGEST_HOUR || !below.text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    match date_line(&join([date.text, below.text].into_iter()))? {
        DateLine::When(When { hours: Hours { start: Some(start), end, zone: None, bad: false }, .. }) => {
            Some(Hours { start: Some(start), end, zone: None, bad: false })
        }
        _ => None,
    }
}

/// The longest hour on a line of its own, in bytes: `10:00 a.m.`
const LONGEST_HOUR: usize = 12;

/// The longest title, in bytes.
const LONGEST_TITLE: usize = 300;

/// The line that holds the title: the first one that can.
fn title_of(wrap: &Wrap<'_>, lines: &[Line<'_>]) -> Option<usize> {
    let end = lines.iter().position(|line| is_disclaimer(line.text)).unwrap_or(lines.len());
    let above = title_among(lines.get(..end)?);
    above.or_else(|| {
        // Some pages print the disclaimer first: then the title is the first line below that is no sentence.
        let below = end + lines.get(end..)?.iter().position(|line| wrap.is_last(line))? + 1;
        let at = below + title_among(lines.get(below..)?)?;
        lines.get(at).is_some_and(|line| !ends_sentence(line.text)).then_some(at)
    })
}

fn title_among(lines: &[Line<'_>]) -> Option<usize> {
    let first = lines.iter().position(|line| may_be_title(line.text))?;
    // Above the title of a session may stand whose it is, and of which event.
    let hosts = lines.iter().skip(first).take_while(|line| may_be_title(line.text) && is_host(line.text));
    let above = hosts.count();
    let title = first + above;
    let is_title = |line: &Line<'_>| may_be_title(line.text) && !is_place(line.text);
    // Where nothing else follows, the last of these lines says most.
    Some(if lines.get(title).is_some_and(is_title) { title } else { title - above.min(1) })
}

fn may_be_title(text: &str) -> bool {
    text.len() <= LONGEST_TITLE
        && !text.ends_with(['.', ':', ';', ','])
        && text.contains(char::is_alphabetic)
        && !is_mark(text)
        && !is_disclaimer(text)
        && !is_credit(text)
        && !is_address(text)
        && !is_file(text)
        && !is_site(text)
        && !is_heading(text)
        && !text.starts_with(['(', '[', '•', '-', '–'])
        && date_line(text).is_none()
}

/// Whether a line names a body and nothing else, or an event by its year: `INTERNATIONAL LIGHTHOUSE UNION`, `IGF 2031`.
fn is_host(text: &str) -> bool {
    let count = text.split_whitespace().count();
    let last = text.rsplit(' ').next().unwrap_or_default();
    let is_year = last.len() == 4 && last.bytes().all(|byte| byte.is_ascii_digit());
    let is_event = is_year && (2..=4).contains(&count);
    let is_body = (1..=6).contains(&count)
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | ',' | '–' | '-'))
        && shape(text) == Shape::Name
        && text.split(' ').any(|word| HOSTS.iter().any(|host| host.eq_ignore_ascii_case(word)));
    is_event || is_body
}

/// Words in the names of those who hold meetings.
const HOSTS: &[&str] = &[
    "agency",
    "assembly",
    "board",
    "commission",
    "committee",
    "conference",
    "council",
    "forum",
    "ministry",
    "nations",
    "organisation",
    "organization",
    "parliament",
    "union",
];

/// Whether a line says where a meeting was: `GENEVA, SWITZERLAND`, `Main Hall`, or something as short.
fn is_place(text: &str) -> bool {
    let state = text.rsplit_once(", ").is_some_and(|(_, state)| is_surely_state(state));
    let few = text.split_whitespace().nth(2).is_none() && !text.contains(|c: char| c.is_ascii_digit());
    state || few || is_surely_state(text)
}

/// Whether a line is the address of a page.
fn is_address(line: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|start| line.starts_with(start))
}

/// Whether a line is the name of a file and nothing else: `0902_harbour_day1.rtf`.
fn is_file(line: &str) -> bool {
    !line.contains(char::is_whitespace) && extension(line).is_some()
}

/// The extension of a document that a line ends with, with its stop.
fn extension(line: &str) -> Option<&str> {
    let at = line.rfind('.')?;
    let extension = line.get(at..)?;
    [".doc", ".docx", ".rtf", ".txt", ".pdf"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(extension))
        .then_some(extension)
}

/// What the sites of IGF print above every page.
fn is_site(line: &str) -> bool {
    ["Welcome to the United Nations", "You are here", "This is now a legacy site"]
        .iter()
        .any(|start| line.starts_with(start))
}

/// Whether a line heads the transcript.
fn is_heading(line: &str) -> bool {
    let line = unmarked(line);
    [
        "captions",
        "full session transcript",
        "full transcript",
        "proceedings",
        "session transcript",
        "transcript",
        "transcription",
    ]
    .iter()
    .any(|heading| line.trim_end_matches(':').eq_ignore_ascii_case(heading))
}

/// A line without the marks of Markdown around it: `## Transcript`, `**Transcript**`.
fn unmarked(line: &str) -> &str {
    let text = line.trim_start_matches('#');
    let text = if text.len() < line.len() && text.starts_with(' ') { text.trim_start() } else { line };
    let bold = text.strip_prefix("**").and_then(|text| text.strip_suffix("**"));
    bold.map(str::trim).filter(|bold| !bold.is_empty() && !bold.contains("**")).unwrap_or(text)
}

/// Takes the title line. Captioners write into it what state the text is in and when the meeting was:
/// `FINISHED - 2031 09 02 - Gauges for everyone - Main Hall`, `Harbour Days 2031 – Day 3 – Closing (Raw)`. A page that
/// is `dated` has its day on another line as well.
fn take_title<'src>(record: &mut Record<'src>, line: &Line<'src>, dated: bool) {
    let mut rest = unmarked(line.text);
    if let Some((state, behind)) = split_dash(rest).filter(|(state, _)| is_state(state)) {
        let text = record.pieces.upto(line, state, line.place(behind).start);
        record.session.labels.push(text);
        rest = behind;
    }
    if let Some((day, behind)) = split_dash(rest)
        && let Some(date) = spaced_date(day)
    {
        let text = record.pieces.upto(line, day, line.place(behind).start);
        if dated {
            record.session.labels.push(text);
        } else {
            let hours = Hours { start: None, end: None, zone: None, bad: false };
            record.date(text, &When { date, hours });
        }
        rest = behind;
    }
    let title = without_state(rest);
    let behind = rest.get(title.len()..).unwrap_or_default();
    let title_text = match behind.trim().is_empty() {
        true => record.pieces.part(line, title),
        false => record.pieces.upto(line, title, line.place(behind).start),
    };
    let said = ["Title:", "Session:", "Meeting:"].iter().find_map(|name| title.strip_prefix(name));
    let name = said.map(str::trim_start).filter(|name| !name.is_empty()).unwrap_or(title);
    let (name, event) = match event::split(name) {
        (name, Some(event)) => (name, Some(event)),
        (name, None) => event::lead(name),
    };
    record.entitle(title_text, name, event);
    if !behind.trim().is_empty() {
        let mark = record.pieces.part(line, behind.trim_start_matches(['-', '–', '—', ' ']));
        record.session.labels.push(mark);
    }
}

/// What stands before and behind the first dash between spaces.
fn split_dash(text: &str) -> Option<(&str, &str)> {
    let (front, behind) = text.split_once(" - ").or_else(|| text.split_once(" – "))?;
    Some((front.trim_end(), behind.trim_start())).filter(|(_, behind)| !behind.is_empty())
}

/// `2031 09 02`, and the forms that dates have elsewhere.
fn spaced_date(text: &str) -> Option<Date> {
    let mut numbers = text.split(' ');
    let (year, month, day) = (numbers.next()?, numbers.next()?, numbers.next());
    if let (4, 2, Some(day), None) = (year.len(), month.len(), day, numbers.next()) {
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        return date.ok();
    }
    match date_line(text)? {
        DateLine::When(when) => Some(when.date),
        _ => None,
    }
}

/// A title without the marks of the text's state behind it, and without a file's extension.
fn without_state(title: &str) -> &str {
    let title =
        extension(title).and_then(|extension| title.strip_suffix(extension)).unwrap_or(title).trim_end();
    let bracket = title.ends_with([')', ']']).then(|| title.rfind(['(', '['])).flatten();
    let dash = [" - ", " – ", " — "].iter().filter_map(|dash| title.rfind(dash)).max();
    let last = title.rfind(' ').filter(|_| title.ends_with("RAW"));
    let marked = |at: &usize| title.get(*at..).is_some_and(|end| is_state(end.trim()));
    let cut = [bracket, dash, last].into_iter().flatten().filter(marked).min();
    let cut = cut.and_then(|at| title.get(..at)).map(|cut| cut.trim_end_matches(['-', '–', '—', ' ']));
    cut.filter(|cut| !cut.is_empty()).unwrap_or(title)
}

/// Keeps a line that repeats the title, as running heads do.
fn repeats<'src>(record: &mut Record<'src>, line: &Line<'src>) -> bool {
    let same = |title: &&mut crate::model::Title<'src>| {
        line.text.eq_ignore_ascii_case(title.line.as_str()) || line.text.eq_ignore_ascii_case(&title.name)
    };
    if record.session.title.as_mut().filter(same).is_none() {
        return false;
    }
    let text = record.pieces.line(line);
    if let Some(title) = &mut record.session.title {
        title.repeated.push(text);
    }
    true
}

/// Keeps the title and the date of another page, pasted below the first one; how many lines they are.
pub(super) fn second_page<'src>(
    record: &mut Record<'src>,
    floor: &mut Floor<'src>,
    wrap: &Wrap<'src>,
    lines: &[Line<'src>],
) -> Option<usize> {
    let [title, date, ..] = lines else { return None };
    let is_date = || matches!(date_line(date.text), Some(DateLine::When(_)));
    // Where paragraphs are broken into lines, a line may hold a date and nothing else.
    if wrap.is_broken() || ends_sentence(title.text) || !is_date() || !may_be_title(title.text) {
        return None;
    }
    let own = record.session.title.as_ref();
    if own.is_some_and(|own| title.text.eq_ignore_ascii_case(own.line.as_str())) {
        return None;
    }
    record.find_on(
        &codes::SECOND_PAGE,
        "a title and a date stand between the speeches, as of another page",
        title,
    );
    floor.change(record);
    for (line, kind) in [(title, BlockKind::Subheading), (date, BlockKind::Remark)] {
        let text = record.pieces.line(line);
        floor.say(record, kind, text);
    }
    Some(2)
}

/// Keeps a running head within a transcript: the title or the date again.
pub(super) fn is_running_head<'src>(record: &mut Record<'src>, line: &Line<'src>) -> bool {
    let time = record.session.time.as_ref().map(|time| &time.line);
    if time.is_some_and(|time| time.as_str() == line.text) {
        record.label(line);
        return true;
    }
    repeats(record, line)
}

#[cfg(test)]
mod tests {
    use super::{names_several_days, spaced_date, without_state};

    #[test]
    fn titles_lose_the_state_of_their_text() {
        for (title, expected) in [
            ("Closing (Raw)", "Closing"),
            ("Closing – RAW", "Closing"),
            ("Closing RAW", "Closing"),
            ("Closing - Main Hall", "Closing - Main Hall"),
            ("Closing.rtf", "Closing"),
            ("Closing (RAW).docx", "Closing"),
            ("Raw", "Raw"),
            ("A raw deal (for all)", "A raw deal (for all)"),
        ] {
            assert_eq!(without_state(title), expected, "{title}");
        }
    }

    #[test]
    fn dates_of_captioners() {
        assert_eq!(spaced_date("2031 09 02").map(|date| date.to_string()), Some("2031-09-02".into()));
        assert_eq!(spaced_date("2 September 2031").map(|date| date.to_string()), Some("2031-09-02".into()));
        assert_eq!(spaced_date("2031 13 02"), None);
        assert!(names_several_days("27 -30 September 2031") && !names_several_days("2031-09-02"));
    }
}
