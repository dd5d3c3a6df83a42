//! Conformance with third-party validators: what plenary writes is handed to programs that know nothing of plenary.
//!
//! The validators come from PyPI (into a virtual environment below the target folder) and from Debian (where the
//! tests run as root); a run installs what is missing by itself. A check whose validator is not to be had is shown
//! as ignored and named at the end as *not run*; with `CI` set that fails the run.
#![allow(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::unwrap_used, reason = "a test")]

mod akoma_ntoso;
mod controls;
mod corpus;
mod documents;
mod jing;
mod markdown;
mod parla_clarin;
mod pdf;
mod problem;
mod python;
mod sarif;
mod sayit;
mod session_json;
mod stream_records;
#[path = "../support/mod.rs"]
mod support;
mod tei;
mod vera;
mod wrong;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Completion, Trial};

use documents::{Document, Form};
use problem::{NotRun, Problem};
use support::settings::{self, Settings};

/// What is asked of every document.
struct Check {
    name: &'static str,
    /// The form it judges.
    form: Form,
    judge: fn(&Document) -> Result<(), Problem>,
}

const CHECKS: &[Check] = &[
    Check { name: "session-json-fits-its-schema", form: Form::Json, judge: session_json::fits_its_schema },
    Check { name: "markdown-keeps-the-words", form: Form::Markdown, judge: markdown::keeps_the_words },
    Check { name: "front-matter-is-yaml", form: Form::Markdown, judge: markdown::front_matter_is_yaml },
    Check { name: "akn-keeps-the-rules", form: Form::AkomaNtoso, judge: akoma_ntoso::keeps_the_rules },
    Check {
        name: "akn-report-keeps-the-rules",
        form: Form::AkomaNtosoReport,
        judge: akoma_ntoso::report_keeps_the_rules,
    },
    Check { name: "akn-opens-with-cobalt", form: Form::AkomaNtoso, judge: akoma_ntoso::opens_with_cobalt },
    Check {
        name: "akn-unparses-with-bluebell",
        form: Form::AkomaNtoso,
        judge: akoma_ntoso::unparses_with_bluebell,
    },
    Check { name: "pdf-is-sound", form: Form::Pdf, judge: pdf::is_sound },
    Check { name: "pdf-embeds-its-fonts", form: Form::Pdf, judge: pdf::embeds_its_fonts },
    Check { name: "pdf-keeps-the-words", form: Form::Pdf, judge: pdf::keeps_the_words },
    Check {
        name: "pdf-is-accessible-and-archival",
        form: Form::Pdf,
        judge: vera::is_accessible_and_archival,
    },
];

fn main() -> ExitCode {
    let args = Arguments::from_args();
    let not_run = NotRun::default();
    let mut trials = Vec::new();
    for page in support::samples() {
        for check in CHECKS {
            let page = page.clone();
            trials.push(trial(&not_run, format!("{} {}", check.name, page.name), move || {
                (check.judge)(&documents::rendered(&page)?)
            }));
        }
    }
    for form in [Form::Markdown, Form::AkomaNtoso, Form::AkomaNtosoReport] {
        for settings in settings::every(form.format()).into_iter().skip(1) {
            for check in CHECKS.iter().filter(|check| check.form == form) {
                let settings = settings.clone();
                let name = format!("{} every page, {}", check.name, settings.name());
                trials.push(trial(&not_run, name, move || of_every_page(check, &settings)));
            }
        }
    }
    for settings in vera::every_setting() {
        let name = format!("pdf-is-accessible-and-archival with {}", settings.name());
        trials.push(trial(&not_run, name, move || vera::with(&settings)));
    }
    for control in controls::CONTROLS {
        trials.push(trial(&not_run, format!("control {}", control.name), || controls::must_fail(control)));
    }
    for file in wrong::files() {
        trials.push(trial(&not_run, format!("wrong {}", file.name), || wrong::must_be_refused(file)));
    }
    trials.push(trial(&not_run, "wrong none".to_owned(), wrong::sound_file_is_not_refused));
    trials.push(trial(&not_run, "wrong by-every-rule".to_owned(), wrong::every_rule_refuses_something));
    trials.push(trial(&not_run, "akn-becomes-parla-clarin".to_owned(), parla_clarin::accepts_every_page));
    trials.push(trial(&not_run, "akn-for-sayit".to_owned(), sayit::breaks_one_rule_alone));
    for settings in settings::every(Form::Tei.format()) {
        let name = |check: &str| format!("{check} every page, {}", settings.name());
        let (valid, fits) = (settings.clone(), settings.clone());
        trials.push(trial(&not_run, name("tei-is-valid"), move || tei::is_valid(&valid)));
        trials.push(trial(&not_run, name("tei-fits-parla-clarin"), move || tei::fits_parla_clarin(&fits)));
    }
    trials.push(trial(&not_run, "control tei-that-is-wrong".to_owned(), tei::control));
    trials.push(trial(&not_run, "sarif-fits-its-schema".to_owned(), sarif::fits_its_schema));
    trials.push(trial(&not_run, "control sarif-with-a-line-0".to_owned(), sarif::control));
    trials.push(trial(&not_run, "stream-fits-its-schema".to_owned(), stream_records::fits_its_schema));
    trials.push(trial(&not_run, "control stream-that-is-wrong".to_owned(), stream_records::control));
    for page in corpus::PAGES {
        for check in CHECKS {
            trials.push(trial(&not_run, format!("{} corpus/{}", check.name, page.name), || {
                (check.judge)(&documents::rendered(&corpus::page(page.name)?)?)
            }));
        }
        trials.push(trial(&not_run, format!("corpus-counts {}", page.name), || corpus::counts(page)));
    }
    let conclusion = libtest_mimic::run(&args, trials);
    if not_run.print() && std::env::var_os("CI").is_some() {
        eprintln!("CI is set: a check that was not run for the lack of a validator is a failure");
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// A check of all pages' documents with the options set.
fn of_every_page(check: &Check, settings: &Settings) -> Result<(), Problem> {
    let mut failures = Vec::new();
    for document in documents::rendered_with(check.form, settings)? {
        match (check.judge)(&document) {
            Ok(()) => {}
            Err(Problem::Failed(why)) => failures.push(format!("{}: {why}", document.page.name)),
            Err(not_run) => return Err(not_run),
        }
    }
    problem::ensure(failures.is_empty(), || failures.join("\n"))
}

/// A trial that is ignored, and remembered, where what it needs is not to be had.
fn trial(
    not_run: &NotRun,
    name: String,
    check: impl FnOnce() -> Result<(), Problem> + Send + 'static,
) -> Trial {
    let not_run = not_run.clone();
    Trial::ignorable_test(name.clone(), move || match check() {
        Ok(()) => Ok(Completion::Completed),
        Err(Problem::Failed(why)) => Err(why.into()),
        Err(Problem::NotRun(why)) => {
            not_run.add(&why, &name);
            Ok(Completion::ignored_with(why))
        }
    })
}
