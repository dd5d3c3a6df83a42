//! Names in a session's JSON that stand for nothing.

use serde_json::{Map, Value};

use crate::model::{BlockKind, DetailKind, Dialect, SectionRole, SpeakerKind};

/// A name in a session's JSON that this version does not know, and reads as the one that says least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownName {
    /// Where it stands: `sections[2].role`.
    pub path: String,
    /// The name.
    pub name: String,
}

/// The names of roles, kinds, dialects and contents that this version does not know, in order. In a session of this or an
/// earlier version they are mistakes; a later one may have new names.
///
/// ```
/// use plenary_core::json;
///
/// let edited = r#"{"schema": "1.0", "dialect": "dig-wach", "sections": [], "speakers": []}"#;
/// let unknown = json::unknown_names(edited)?;
/// assert_eq!((unknown[0].path.as_str(), unknown[0].name.as_str()), ("dialect", "dig-wach"));
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
/// Where the text is no JSON.
pub fn unknown_names(json: &str) -> Result<Vec<UnknownName>, serde_json::Error> {
    let mut found = Vec::new();
    if let Value::Object(session) = serde_json::from_str(json)? {
        look(&session, "session", "", &mut found);
    }
    Ok(found)
}

/// In the objects of a list a member is a name.
struct Rule {
    /// The list; `session` for the session itself.
    list: &'static str,
    member: &'static str,
    is_known: fn(&str) -> bool,
}

const RULES: [Rule; 6] = [
    Rule {
        list: "session",
        member: "dialect",
        is_known: |name| Dialect::ALL.iter().any(|it| it.name() == name),
    },
    Rule {
        list: "sections",
        member: "role",
        is_known: |name| SectionRole::ALL.iter().any(|it| it.name() == name),
    },
    Rule {
        list: "speakers",
        member: "kind",
        is_known: |name| SpeakerKind::ALL.iter().any(|it| it.name() == name),
    },
    Rule { list: "blocks", member: "kind", is_known: is_block },
    Rule { list: "report", member: "kind", is_known: is_block },
    Rule {
        list: "details",
        member: "kind",
        is_known: |name| DetailKind::ALL.iter().any(|it| it.name() == name),
    },
];

fn is_block(name: &str) -> bool {
    BlockKind::ALL.iter().any(|it| it.name() == name)
}

/// What a section's content may be.
const CONTENTS: [&str; 4] = ["parts", "points", "speeches", "profiles"];

/// The other lists that hold objects with names in or below them.
const LISTS: [&str; 6] = ["sections", "speakers", "blocks", "report", "arguments", "details"];

/// Looks at an object of the list `list`, and at all that stands in it.
fn look(object: &Map<String, Value>, list: &str, path: &str, found: &mut Vec<UnknownName>) {
    let inner = |member: &str| if path.is_empty() { member.to_owned() } else { format!("{path}.{member}") };
    for (member, value) in object {
        match value {
            Value::String(name) => {
                let rule = RULES.iter().find(|rule| (rule.list, rule.member) == (list, member.as_str()));
                if rule.is_some_and(|rule| !(rule.is_known)(name)) {
                    found.push(UnknownName { path: inner(member), name: name.clone() });
                }
            }
            Value::Array(items) if LISTS.iter().chain(&CONTENTS).any(|list| list == member) => {
                for (at, item) in items.iter().enumerate() {
                    if let Value::Object(item) = item {
                        look(item, member, &format!("{}[{at}]", inner(member)), found);
                    }
                }
            }
            Value::Object(content) if member == "content" => {
                if let Some(name) = content.keys().find(|name| !CONTENTS.contains(&name.as_str())) {
                    found.push(UnknownName { path: inner(member), name: name.clone() });
                }
                look(content, member, &inner(member), found);
            }
            _ => {}
        }
    }
}
