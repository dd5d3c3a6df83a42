//! `export_plugin!`: what a crate exports with it, and what the exported table does.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::io::Write;

use plenary_core::Severity;
use plenary_core::model::{Dialect, SchemaVersion, Session, Span};
use plenary_plugin_sdk::call::FailureKind;
use plenary_plugin_sdk::manifest::{PanicStrategy, Version};
use plenary_plugin_sdk::serde::Deserialize;
use plenary_plugin_sdk::{Diagnostic, Job, RenderError, Renderer, testing};
use serde_json::{Value, json};

plenary_plugin_sdk::export_plugin! {
    name: probe_of_the_sdk,
    renderer: Probe,
    manifest: "tests/probe.json",
}

struct Probe;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Options {
    act: Act,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Act {
    #[default]
    Tell,
    Panic,
    PanicOddly,
    Fail,
    Refuse,
    Unwritten,
    Cancel,
}

/// A panic's payload that is no text, and panics once more when it is dropped.
struct Odd;

impl Drop for Odd {
    fn drop(&mut self) {
        panic!("dropped");
    }
}

impl Renderer for Probe {
    type Options = Options;

    fn render(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
        let warning = Diagnostic::new(Severity::Warning, "probe::odd", "something odd");
        job.report(warning.at(Span::new(3, 8)).help("look at it"));
        match options.act {
            Act::Tell => {
                let (format, generator, date) = (job.format(), job.generator(), job.source_date_epoch());
                let line = format!("{format} {generator} {date:?} {} {}", session.schema, job.is_cancelled());
                writeln!(job, "{line}")?;
                Ok(())
            }
            Act::Panic => panic!("number {}", 7),
            Act::PanicOddly => std::panic::panic_any(Odd),
            Act::Fail => Err(RenderError::Failed("no ink".to_owned())),
            Act::Refuse => Err(RenderError::Unsupported("poems".to_owned())),
            Act::Unwritten => Ok(()),
            Act::Cancel => Err(RenderError::Cancelled),
        }
    }
}

fn act(act: &str) -> Result<testing::Rendered, plenary_plugin_sdk::call::Failure> {
    testing::render_exported(&BUNDLED, &Session::new(Dialect::DigWatch), "probe", &json!({ "act": act }))
}

/// The failure, apart from the warning that comes with each.
fn failure(what: &str) -> FailureKind {
    let failure = act(what).expect_err("no document");
    assert_eq!(
        failure.diagnostics.len(),
        1,
        "the warning before the failure is kept: {:?}",
        failure.diagnostics
    );
    failure.kind
}

#[test]
fn the_manifest_holds_what_the_author_wrote_and_what_the_macro_knows() {
    let manifest = testing::manifest(&BUNDLED).expect("a good manifest");
    assert_eq!(manifest.name, "probe-of-the-sdk");
    assert_eq!(manifest.symbol_name(), "probe_of_the_sdk");
    assert_eq!(manifest.version, env!("CARGO_PKG_VERSION"));
    assert_eq!(manifest.abi, Version { major: 1, minor: 0 });
    assert_eq!(manifest.schema.to_string(), SchemaVersion::CURRENT.to_string());
    assert_eq!(manifest.panic, Some(PanicStrategy::Unwind));
    let written: Value = serde_json::from_str(include_str!("probe.json")).expect("JSON");
    assert_eq!(serde_json::to_value(&manifest.options).expect("JSON"), written["options"]);
    let format = manifest.format("probe").expect("the one format");
    assert_eq!(format.extensions, ["probe.txt", "txt"]);
    assert!(!format.binary);
}

#[test]
fn the_table_renders_as_the_trait_does() {
    let direct = testing::render::<Probe>(&Session::new(Dialect::DigWatch), "probe", &Options::default());
    let direct = direct.expect("a document");
    let exported = act("tell").expect("a document");
    assert_eq!(exported, direct);
    assert_eq!(String::from_utf8_lossy(&exported.bytes), "probe plenary test None 1.0 false\n");
    let [warning] = exported.diagnostics.as_slice() else { panic!("one warning") };
    assert_eq!(warning.span, Some(Span::new(3, 8)));
    assert_eq!(warning.help.as_deref(), Some("look at it"));
}

#[test]
fn a_panic_is_an_error_that_says_what_and_where() {
    let FailureKind::Panicked(said) = failure("panic") else { panic!("a panic") };
    assert!(said.starts_with("number 7 (") && said.contains("export.rs:"), "{said}");
    let FailureKind::Panicked(said) = failure("panic-oddly") else { panic!("a panic") };
    assert!(said.starts_with("a panic without a message ("), "{said}");
    act("tell").expect("the plugin works on");
}

#[test]
fn errors_arrive_with_their_reason() {
    assert!(matches!(failure("fail"), FailureKind::Failed(why) if why == "no ink"));
    assert!(matches!(failure("refuse"), FailureKind::Unsupported(why) if why == "poems"));
    assert!(matches!(failure("unwritten"), FailureKind::NoOutput));
    assert!(matches!(failure("cancel"), FailureKind::Contract(_)), "nobody had asked it to stop");
}

#[test]
fn options_that_do_not_fit_are_named() {
    let session = Session::new(Dialect::DigWatch);
    let refused = |options: Value| match testing::render_exported(&BUNDLED, &session, "probe", &options) {
        Err(failure) => match failure.kind {
            FailureKind::Options(why) => why,
            other => panic!("{other}"),
        },
        Ok(_) => panic!("{options} was taken"),
    };
    assert!(refused(json!({ "act": "sing" })).starts_with("act: unknown variant `sing`"));
    assert!(refused(json!({ "act": 7 })).starts_with("act: "));
    assert!(refused(json!({ "akt": "tell" })).contains("unknown field `akt`"));
    assert!(refused(json!("tell")).contains("invalid type"));
}

#[test]
fn the_header_in_c_has_the_model_s_version() {
    let header = include_str!("../../plugin-abi/include/plenary_plugin.h");
    let SchemaVersion { major, minor } = SchemaVersion::CURRENT;
    assert!(header.contains(&format!("#define PLENARY_SCHEMA_MAJOR {major}\n")));
    assert!(header.contains(&format!("#define PLENARY_SCHEMA_MINOR {minor}\n")));
}
