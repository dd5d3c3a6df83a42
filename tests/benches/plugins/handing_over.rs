//! A rendering called directly, through the contract with the session as structs and as JSON, and the first rendering of
//! a library that has to be checked and loaded.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use plenary_host::{Host, Options, Payload};
use plenary_plugin_sdk::call::{Handed, Request, render};
use plenary_plugin_sdk::manifest::Input;
use plenary_plugin_sdk::{Job, RenderError, Renderer, Session, model, testing};

use super::{CONTEXT, medians, ratio, timed};

plenary_plugin_sdk::export_plugin! {
    name: walk,
    renderer: Walk,
    manifest: "tests/benches/plugins/walk.json",
}

/// Meets every text once and writes how long they are: next to nothing beside what a call costs.
struct Walk;

#[derive(Default, serde::Deserialize)]
struct Nothing {}

impl Renderer for Walk {
    type Options = Nothing;

    fn render(session: &Session<'_>, _: &Nothing, job: &mut Job<'_>) -> Result<(), RenderError> {
        let mut bytes = 0;
        model::walk::walk(session, &mut |_, text| bytes += text.as_str().len());
        std::io::Write::write_fmt(job, format_args!("{bytes}\n"))?;
        Ok(())
    }
}

fn table(input: Input, session: &Session<'_>, bundled: &plenary_host::Bundled, format: &str) {
    // A payload of its own each time, as each page of a run has.
    let payload = Payload::new(session);
    let session: Handed<'_> = payload.handed(input).expect("a form");
    let request = Request {
        format,
        options: "{}",
        session,
        generator: "bench",
        source_date_epoch: None,
        cancelled: None,
        deadline: None,
    };
    let mut out = Vec::new();
    // SAFETY: the SDK's tables keep the contract.
    #[allow(unsafe_code)]
    unsafe { render(bundled.plugin(), &request, &mut out) }.expect("a document");
    black_box(out);
}

/// The time for a library of the renderer to be found, checked, loaded and to render, each time from a new file: what is
/// loaded once stays loaded.
fn cold(library: &Path, session: &Session<'_>) -> Duration {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let name = format!("{DLL_PREFIX}plenary_markdown{DLL_SUFFIX}");
    fs::copy(library, folder.path().join(name)).expect("a copy");
    timed(|| {
        let host = Host::builder().search(folder.path().to_owned()).build();
        let mut out = Vec::new();
        host.render("markdown", &Payload::new(session), &Options::default(), &CONTEXT, &mut out)
            .expect("a document");
        black_box(out);
    })
}

/// Prints what each way costs.
pub(super) fn run(session: &Session<'_>) {
    let walk = |input| table(input, session, &BUNDLED, "walk");
    let [direct, view, json] = medians(
        300,
        [
            &mut || timed(|| _ = black_box(testing::render::<Walk>(session, "walk", &Nothing {}))),
            &mut || timed(|| walk(Input::View)),
            &mut || timed(|| walk(Input::Json)),
        ],
    );
    println!("  a walk over all texts  view {:.1}, JSON {:.1}", ratio(view, direct), ratio(json, direct));
    let handing = [view, json].map(|way| way.saturating_sub(direct));

    let markdown = &plenary_markdown::BUNDLED;
    let options = Default::default();
    let [direct, view, json] = medians(
        300,
        [
            &mut || {
                timed(|| {
                    _ = black_box(testing::render::<plenary_markdown::Markdown>(
                        session, "markdown", &options,
                    ))
                })
            },
            &mut || timed(|| table(Input::View, session, markdown, "markdown")),
            &mut || timed(|| table(Input::Json, session, markdown, "markdown")),
        ],
    );
    println!("  Markdown minutes       view {:.2}, JSON {:.2}", ratio(view, direct), ratio(json, direct));
    println!("  handing over by JSON against by view: {:.1}", ratio(handing[1], handing[0]));

    let beside = std::env::current_exe().expect("this program");
    let library = beside.with_file_name(format!("{DLL_PREFIX}plenary_markdown{DLL_SUFFIX}"));
    if library.exists() {
        let [cold, warm] = medians(
            60,
            [&mut || cold(&library, session), &mut || {
                timed(|| table(Input::View, session, markdown, "markdown"))
            }],
        );
        println!(
            "  checked, loaded and rendered for the first time, against rendered: {:.1}",
            ratio(cold, warm)
        );
        println!(
            "orientation only, this machine now: direct {direct:?}, handing over {handing:?}, cold {cold:?}"
        );
    }
}
