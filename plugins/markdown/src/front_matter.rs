//! YAML front matter: what the record says of the session, for the programs that file it.

use std::fmt::Write as _;

use plenary_plugin_sdk::document::Masthead;
use plenary_plugin_sdk::model::MeetingTime;
use plenary_plugin_sdk::{RenderError, Session};

use crate::page::Page;

/// Writes the front matter: only what exists.
pub(crate) fn write(
    page: &mut Page<'_, '_>,
    session: &Session<'_>,
    masthead: &Masthead<'_>,
) -> Result<(), RenderError> {
    let generator = page.generator();
    let event = session.title.as_ref().and_then(|title| title.event.as_ref());
    let mut yaml = String::new();
    entry(&mut yaml, "title", masthead.title);
    entry(&mut yaml, "event", event.map(|event| &*event.label));
    entry(&mut yaml, "series", event.map(|event| &*event.series));
    entry(&mut yaml, "kind", event.and_then(|event| event.kind.as_deref()));
    entry(&mut yaml, "number", event.and_then(|event| event.number.as_deref()));
    if let Some(time) = &session.time {
        when(&mut yaml, time)?;
    }
    if !session.speakers.is_empty() {
        yaml.push_str("speakers:\n");
    }
    for speaker in &session.speakers {
        yaml.push_str("  - ");
        string(&mut yaml, &speaker.name);
        yaml.push('\n');
    }
    entry(&mut yaml, "generator", Some(generator.as_str()));
    page.block()?.raw("---\n").raw(&yaml).raw("---\n");
    Ok(())
}

/// The day is a YAML date; a time of day is a string, since YAML 1.1 reads `09:30` as a number.
fn when(yaml: &mut String, time: &MeetingTime<'_>) -> Result<(), RenderError> {
    writeln!(yaml, "date: {}", time.date)?;
    for (key, time) in [("start", time.start), ("end", time.end)] {
        if let Some(time) = time {
            write!(yaml, "{key}: \"{:02}:{:02}", time.hour(), time.minute())?;
            if time.second() != 0 {
                write!(yaml, ":{:02}", time.second())?;
            }
            yaml.push_str("\"\n");
        }
    }
    entry(yaml, "zone", time.zone.as_deref());
    Ok(())
}

fn entry(yaml: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        yaml.push_str(key);
        yaml.push_str(": ");
        string(yaml, value);
        yaml.push('\n');
    }
}

/// A double-quoted scalar (YAML 1.2, 7.3.1), the one style that holds any text. What is not printable in YAML and
/// what breaks lines in YAML 1.1 is escaped.
fn string(yaml: &mut String, text: &str) {
    yaml.push('"');
    let mut copied = 0;
    for (at, c) in text.char_indices() {
        let escaped = match c {
            '"' | '\\' => format!("\\{c}"),
            '\t' => "\\t".to_owned(),
            '\n' => "\\n".to_owned(),
            '\r' => "\\r".to_owned(),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => format!("\\x{:02X}", u32::from(c)),
            '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => {
                format!("\\u{:04X}", u32::from(c))
            }
            _ => continue,
        };
        yaml.push_str(&text[copied..at]);
        yaml.push_str(&escaped);
        copied = at + c.len_utf8();
    }
    yaml.push_str(&text[copied..]);
    yaml.push('"');
}
