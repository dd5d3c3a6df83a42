//! Every way to set the options of a format, made from what its manifest says of them.

use plenary_core::Session;
use plenary_core::model::Content;
use serde_json::Value;

use super::{plenary, run_well};

/// Parts of a session that a setting may leave out of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Speeches,
    Profiles,
    /// Prose, points, and what profiles have of prose.
    Report,
}

/// The settings that leave parts out. All others hold the whole session.
const LEAVE_OUT: &[(&str, &str, &[Part])] = &[
    ("akoma-ntoso", "report=omit", &[Part::Report]),
    ("akoma-ntoso", "report=separate", &[Part::Report]),
    ("markdown", "style=minutes", &[Part::Speeches]),
    ("markdown", "style=transcript", &[Part::Report, Part::Profiles]),
];

/// Settings that are against the rules of a format on purpose. What comes of them has tests of its own.
const AGAINST_THE_RULES: &[(&str, &str)] = &[("akoma-ntoso", "profile=sayit")];

/// For options that take any text whatever.
const ANY_TEXT: &str = r#"Böard & "Co" <7>/2"#;

/// What is set for one rendering; nothing, for the options as they are by default.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// `country=ch`, as behind `--set akoma-ntoso.`
    set: Vec<String>,
}

impl Settings {
    /// As behind `--set FORMAT.`
    pub fn of(set: &[&str]) -> Self {
        Self { set: set.iter().map(|&set| set.to_owned()).collect() }
    }

    /// For messages and names of folders: `country=ch report=omit`.
    pub fn name(&self) -> String {
        if self.set.is_empty() { "default".to_owned() } else { self.set.join(" ") }
    }

    /// For the command line.
    pub fn arguments(&self, format: &str) -> Vec<String> {
        self.set.iter().flat_map(|set| ["--set".to_owned(), format!("{format}.{set}")]).collect()
    }

    /// The value an option is set to.
    pub fn get(&self, option: &str) -> Option<&str> {
        self.set.iter().find_map(|set| set.strip_prefix(option)?.strip_prefix('='))
    }

    /// Whether the document holds the whole session.
    pub fn keep_all(&self, format: &str) -> bool {
        self.left_out(format).is_empty()
    }

    /// What of a session the document has to hold.
    pub fn kept<'s>(&self, format: &str, mut session: Session<'s>) -> Session<'s> {
        let left_out = self.left_out(format);
        let is_out = |part| left_out.contains(&part);
        session.sections.retain(|section| match &section.content {
            Content::Speeches(_) => !is_out(Part::Speeches),
            Content::Profiles(_) => !is_out(Part::Profiles),
            _ => !is_out(Part::Report),
        });
        if is_out(Part::Report) {
            for section in &mut session.sections {
                let Content::Profiles(profiles) = &mut section.content else { continue };
                profiles.iter_mut().for_each(|profile| profile.report.clear());
            }
        }
        session
    }

    /// Whether the document shows every character of a page. Where Markdown in the page is rendered, its signs are gone.
    pub fn shows_signs_of(&self, page: &str) -> bool {
        self.get("markup") != Some("rendered") || !page.contains(|c| "*_`[]<>&\\#~|".contains(c))
    }

    /// Whether Markdown is for readers that know the tables of GitHub, and not of CommonMark alone.
    pub fn is_gfm(&self) -> bool {
        self.get("flavour") != Some("commonmark")
    }

    fn left_out(&self, format: &str) -> Vec<Part> {
        let mut left_out = Vec::new();
        for (of, set, parts) in LEAVE_OUT {
            if *of == format && self.set.iter().any(|other| other == set) {
                left_out.extend_from_slice(parts);
            }
        }
        left_out
    }
}

/// One option, with every value worth trying besides its default.
struct Choices {
    option: String,
    values: Vec<String>,
    /// Whether these are all there are, so that it is worth trying them with those of other options.
    few: bool,
}

/// Each value of each option by itself; each pair of values of two options that have only few; all options at once.
pub fn every(format: &str) -> Vec<Settings> {
    let choices = choices(format);
    let one = |choices: &Choices, value: &String| format!("{}={value}", choices.option);
    let mut all = vec![Settings::default()];
    for of in &choices {
        all.extend(of.values.iter().map(|value| Settings { set: vec![one(of, value)] }));
    }
    let few: Vec<_> = choices.iter().filter(|choices| choices.few).collect();
    for (at, first) in few.iter().enumerate() {
        for second in &few[at + 1..] {
            for a in &first.values {
                all.extend(
                    second.values.iter().map(|b| Settings { set: vec![one(first, a), one(second, b)] }),
                );
            }
        }
    }
    let firsts = choices.iter().filter_map(|of| Some(one(of, of.values.first()?)));
    let lasts = choices.iter().filter_map(|of| Some(one(of, of.values.last()?)));
    all.extend([firsts.collect(), lasts.collect()].map(|set| Settings { set }));
    all
}

fn choices(format: &str) -> Vec<Choices> {
    let schema = run_well(plenary().args(["plugin", "options", format, "--json"]));
    let schema: Value = serde_json::from_slice(&schema.unwrap_or_else(|why| panic!("{why}"))).expect("JSON");
    let mut all = of_options(format, "", &schema);
    for of in &mut all {
        let is_kept = |value: &String| {
            !AGAINST_THE_RULES
                .iter()
                .any(|(against, set)| *against == format && set.split_once('=') == Some((&of.option, value)))
        };
        of.values.retain(is_kept);
    }
    all.retain(|of| !of.values.is_empty());
    all
}

/// Those of an object, an option of which may be an object itself: `iri.work`.
fn of_options(format: &str, prefix: &str, schema: &Value) -> Vec<Choices> {
    let options = schema["properties"].as_object().expect("options");
    let all = options.iter().map(|(option, schema)| match schema["type"].as_str() {
        Some("object") => of_options(format, &format!("{prefix}{option}."), schema),
        _ => vec![of_option(format, &format!("{prefix}{option}"), schema)],
    });
    all.flatten().collect()
}

fn of_option(format: &str, option: &str, schema: &Value) -> Choices {
    let list = |member: &str| schema[member].as_array().cloned().unwrap_or_default();
    let kind = schema["type"].as_str().unwrap_or_default();
    let (values, few) = match kind {
        _ if schema["enum"].is_array() => (list("enum"), true),
        "boolean" => (vec![true.into(), false.into()], true),
        "integer" | "number" => {
            let bounds = ["minimum", "maximum"].map(|bound| schema[bound].clone());
            (list("examples").into_iter().chain(bounds).filter(Value::is_number).collect(), false)
        }
        "array" => {
            let each = schema["items"]["enum"].as_array().cloned().unwrap_or_default();
            let together = each.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(",");
            let together = (!each.is_empty()).then(|| together.into());
            (each.into_iter().chain(together).collect(), true)
        }
        _ => {
            let is_any = ["pattern", "format", "maxLength"].iter().all(|limit| schema[limit].is_null());
            let any = is_any.then(|| ANY_TEXT.into());
            (list("examples").into_iter().chain(any).collect(), false)
        }
    };
    let values = values.iter().filter(|value| **value != schema["default"]).map(|value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    });
    let mut values: Vec<String> = values.collect();
    values.dedup();
    // A list of texts of any kind is one of things that stand outside, such as files: there are none to be named here.
    let is_outside = kind == "array" && schema["items"]["enum"].is_null();
    assert!(
        is_outside || !values.is_empty(),
        "{format}.{option}: give it an example in the manifest, so that it can be tried"
    );
    Choices { option: option.to_owned(), values, few }
}
