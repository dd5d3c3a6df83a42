//! Options as users write them, against the plugin's schema.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use plenary_host::{Manifest, OptionError, OptionInfo, Options, options};
use serde_json::{Value, json};

fn manifest() -> Manifest {
    let manifest = json!({
        "name": "pdf", "version": "1.0.0", "abi": "1.0", "schema": "1.0", "input": "json",
        "formats": [{ "name": "pdf", "description": "PDF", "extensions": ["pdf"], "media_type": "application/pdf" }],
        "options": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
                "toc": { "type": "boolean" },
                "columns": { "type": "integer", "minimum": 1, "maximum": 3 },
                "scale": { "type": "number", "exclusiveMinimum": 0 },
                "title": { "type": "string", "maxLength": 10 },
                "paper": { "enum": ["a4", "letter", 5] },
                "parts": { "type": "array", "items": { "enum": ["report", "transcript"] }, "minItems": 1 },
                "limit": { "type": ["integer", "null"] },
                "anything": true,
                "font": {
                    "type": "object",
                    "properties": { "size": { "type": "number" }, "family": { "type": "string" } },
                    "additionalProperties": false
                }
            }
        }
    });
    Manifest::parse(manifest.to_string().as_bytes()).expect("a good manifest")
}

/// The options that these settings make, as a plugin is given them.
fn set(settings: &[(&str, &str)]) -> Result<Value, OptionError> {
    let mut options = Options::default();
    for (key, text) in settings {
        options.set(&manifest(), key, text)?;
    }
    options.check(&manifest())?;
    Ok(Value::Object(options.as_object().clone()))
}

fn error(key: &str, text: &str) -> OptionError {
    set(&[(key, text)]).expect_err("no such option")
}

#[test]
fn texts_become_what_the_schema_asks_for() {
    assert_eq!(set(&[]), Ok(json!({})));
    assert_eq!(set(&[("toc", "true"), ("columns", "2")]), Ok(json!({ "toc": true, "columns": 2 })));
    assert_eq!(set(&[("scale", "1.5")]), Ok(json!({ "scale": 1.5 })));
    assert_eq!(
        set(&[("title", "2024")]),
        Ok(json!({ "title": "2024" })),
        "a number is a text where texts are"
    );
    assert_eq!(set(&[("title", "")]), Ok(json!({ "title": "" })));
    assert_eq!(set(&[("paper", "letter")]), Ok(json!({ "paper": "letter" })));
    assert_eq!(set(&[("paper", "5")]), Ok(json!({ "paper": 5 })));
    assert_eq!(set(&[("limit", "null")]), Ok(json!({ "limit": null })));
    assert_eq!(set(&[("limit", "-3")]), Ok(json!({ "limit": -3 })));
    assert_eq!(set(&[("anything", "[1]")]), Ok(json!({ "anything": [1] })));
    assert_eq!(set(&[("anything", "some words")]), Ok(json!({ "anything": "some words" })));
}

#[test]
fn lists_are_given_with_commas_or_as_json() {
    let both = json!({ "parts": ["report", "transcript"] });
    assert_eq!(set(&[("parts", "report, transcript")]), Ok(both.clone()));
    assert_eq!(set(&[("parts", "[\"report\", \"transcript\"]")]), Ok(both));
    let said = error("parts", "report,poem").to_string();
    assert!(
        said.contains("a list of at least 1 item, each item `report` or `transcript`, not `report,poem`"),
        "{said}"
    );
    assert!(matches!(error("parts", "[]"), OptionError::Value { .. }));
}

/// Lists of lists, sixty deep, with every type named twice: 2^60 ways to read a text, were each tried.
#[test]
fn a_schema_cannot_make_the_host_try_without_end() {
    let mut schema = json!({ "type": "integer" });
    for _ in 0..60 {
        schema = json!({ "type": ["array", "array"], "items": schema });
    }
    let mut manifest = manifest();
    manifest.options["properties"]["deep"] = schema;
    let error = Options::default().set(&manifest, "deep", "x").expect_err("no number");
    assert!(error.to_string().contains("each item a whole number"), "{error}");
}

#[test]
fn members_of_objects_are_reached_by_a_path() {
    let font = json!({ "font": { "size": 11, "family": "Noto Serif" } });
    assert_eq!(set(&[("font.size", "11"), ("font.family", "Noto Serif")]), Ok(font.clone()));
    assert_eq!(set(&[("font", "{\"family\": \"Noto Serif\"}"), ("font.size", "11")]), Ok(font));
    match error("font.sise", "11") {
        OptionError::Unknown { key, nearest, .. } => {
            assert_eq!((key.as_str(), nearest[0].as_str()), ("font.sise", "size"))
        }
        other => panic!("{other}"),
    }
    assert!(matches!(error("toc.deep", "1"), OptionError::Unknown { .. } | OptionError::Value { .. }));
}

#[test]
fn the_last_setting_counts() {
    assert_eq!(set(&[("columns", "2"), ("columns", "3")]), Ok(json!({ "columns": 3 })));
}

#[test]
fn what_does_not_fit_is_told_with_what_would() {
    let said = |key, text| error(key, text).to_string();
    let is_to_be = |key: &str, what: &str, not: &str| {
        format!("the option `{key}` of the plugin `pdf` is to be {what}, not `{not}`")
    };
    assert_eq!(said("toc", "yes"), is_to_be("toc", "`true` or `false`", "yes"));
    assert_eq!(said("columns", "4"), is_to_be("columns", "a whole number from 1 to 3", "4"));
    assert_eq!(said("columns", "1.5"), is_to_be("columns", "a whole number from 1 to 3", "1.5"));
    assert_eq!(
        said("columns", "99999999999999999999"),
        is_to_be("columns", "a whole number from 1 to 3", "99999999999999999999")
    );
    assert_eq!(said("scale", "0"), is_to_be("scale", "a number above 0", "0"));
    assert_eq!(said("scale", "NaN"), is_to_be("scale", "a number above 0", "NaN"));
    assert_eq!(
        said("title", "much too long"),
        is_to_be("title", "a text of at most 10 characters", "much too long")
    );
    assert_eq!(said("paper", "a5"), is_to_be("paper", "`a4`, `letter` or `5`", "a5"));
    assert_eq!(said("limit", "none"), is_to_be("limit", "a whole number, or `null`", "none"));
    assert_eq!(said("font", "11"), is_to_be("font", "a JSON object", "11"));
}

#[test]
fn unknown_names_are_told_with_the_nearest() {
    let near = error("colums", "2");
    assert_eq!(near.to_string(), "the plugin `pdf` has no option `colums`");
    assert_eq!(near.help().as_deref(), Some("did you mean `columns`?"));
    let far = error("quux", "2").help().expect("help");
    assert!(far.starts_with("it has `anything`, `columns`, "), "{far}");
}

#[test]
fn options_made_elsewhere_are_checked_as_a_whole() {
    let check = |options: Value| match options {
        Value::Object(object) => Options::from(object).check(&manifest()),
        other => panic!("{other}"),
    };
    assert_eq!(check(json!({ "columns": 2.0, "font": { "size": 9 } })), Ok(()));
    assert!(
        matches!(check(json!({ "columns": "2" })), Err(OptionError::Value { key, .. }) if key == "columns")
    );
    assert!(
        matches!(check(json!({ "font": { "sise": 9 } })), Err(OptionError::Unknown { key, .. }) if key == "font.sise")
    );
    assert!(
        matches!(check(json!({ "parts": ["report", 7] })), Err(OptionError::Value { key, .. }) if key == "parts[1]")
    );
    let mut needing = manifest();
    needing.options["required"] = json!(["title"]);
    let missing = Options::default().check(&needing).expect_err("a missing option");
    assert_eq!(missing.to_string(), "the plugin `pdf` needs the option `title`");
}

#[test]
fn options_are_described_by_name_and_what_they_take() {
    let manifest = manifest();
    let all = options(&manifest);
    let takes: Vec<_> = all.iter().map(|option| (option.key.as_str(), option.takes.as_str())).collect();
    assert_eq!(
        takes,
        [
            ("anything", "any value"),
            ("columns", "a whole number from 1 to 3"),
            ("font.family", "a text"),
            ("font.size", "a number"),
            ("limit", "a whole number, or `null`"),
            ("paper", "`a4`, `letter` or `5`"),
            ("parts", "a list of at least 1 item, each item `report` or `transcript`"),
            ("scale", "a number above 0"),
            ("title", "a text of at most 10 characters"),
            ("toc", "`true` or `false`"),
        ]
    );
}

#[test]
fn lengths_and_bounds_are_told_shortly() {
    let takes = |schema: Value| {
        let mut manifest = manifest();
        manifest.options = json!({ "type": "object", "properties": { "x": schema } });
        options(&manifest).first().map(|option| option.takes.clone()).expect("an option")
    };
    assert_eq!(takes(json!({ "type": "string", "minLength": 2, "maxLength": 2 })), "a text of 2 characters");
    assert_eq!(takes(json!({ "type": "string", "minLength": 1 })), "a text of at least 1 character");
    assert_eq!(takes(json!({ "type": "array", "minItems": 2, "maxItems": 5 })), "a list of 2 to 5 items");
    assert_eq!(takes(json!({ "type": "number", "minimum": 0.5 })), "a number of at least 0.5");
    assert_eq!(
        takes(json!({ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1 })),
        "a number above 0 and below 1"
    );
}

/// What is tried with an option: what its schema names, and what it does not allow.
#[test]
fn values_that_fit_and_values_that_do_not() {
    let manifest = manifest();
    let all = options(&manifest);
    let of = |key: &str| all.iter().find(|option: &&OptionInfo<'_>| option.key == key).expect("an option");
    assert_eq!(of("toc").values(), [json!(false), json!(true)]);
    assert_eq!(of("columns").values(), [json!(1), json!(3)]);
    assert_eq!(of("paper").values(), [json!("a4"), json!("letter"), json!(5)]);
    assert_eq!(of("title").values(), [json!("x")], "one that fits, where the schema names none");
    for option in &all {
        for (values, fit) in [(option.values(), true), (option.misfits(), false)] {
            for value in values {
                let mut object = json!({});
                match option.key.split_once('.') {
                    Some((outer, inner)) => object[outer][inner] = value.clone(),
                    None => object[&option.key] = value.clone(),
                }
                let Value::Object(object) = object else { panic!("an object") };
                assert_eq!(Options::from(object).check(&manifest).is_ok(), fit, "{}={value}", option.key);
            }
        }
    }
}
