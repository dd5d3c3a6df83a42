//! Finding, listing and running plugins.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod support;

use std::fs;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use plenary_host::{
    Death, FailureKind, Host, Limit, Options, Origin, Payload, Reason, RenderContext, RenderFailure,
};
use support::plugins::{plain, plain_with, tally};
use support::{context, folder, host, render, render_with, session};

/// How a rendering by the plugin failed.
fn kind(failure: RenderFailure) -> FailureKind {
    match failure {
        RenderFailure::Plugin { failure, .. } => failure.kind,
        other => panic!("{other}"),
    }
}

fn formats(host: &Host) -> Vec<&str> {
    host.formats().map(|format| format.info().name.as_str()).collect()
}

#[test]
fn a_crate_of_its_own_is_built_found_listed_and_renders() {
    let folder = folder();
    let library = tally(folder.path());
    let host = host([folder.path()]);
    assert!(host.refusals().is_empty(), "{:?}", host.refusals());
    let [plugin] = host.plugins() else { panic!("one plugin") };
    assert_eq!((plugin.manifest().name.as_str(), plugin.manifest().version.as_str()), ("tally", "1.2.3"));
    assert_eq!(plugin.origin(), &Origin::Library(library));
    assert_eq!(formats(&host), ["tally"]);
    assert_eq!(render(&host, "tally").expect("a document"), "made by a test\nspeech-1 4\nspeech-2 4\n");

    let mut options = Options::default();
    options.set(plugin.manifest(), "unit", "letters").expect("an option");
    options.set(plugin.manifest(), "total", "true").expect("an option");
    options.set(plugin.manifest(), "at-least", "14").expect("an option");
    let letters = render_with(&host, "tally", &options).expect("a document");
    assert_eq!(letters, "made by a test\nspeech-2 16\ntotal 29\n");
}

#[test]
fn a_panic_in_a_library_is_an_error_and_the_plugin_works_on() {
    let folder = folder();
    tally(folder.path());
    let host = host([folder.path()]);
    let fault = |fault: &str| {
        let mut options = Options::default();
        options.set(host.plugins()[0].manifest(), "fault", fault).expect("an option");
        render_with(&host, "tally", &options).expect_err("no document")
    };
    let failure = fault("panic");
    assert!(failure.to_string().contains("`tally`") && failure.help().is_some());
    let FailureKind::Panicked(said) = kind(failure) else { panic!("a panic") };
    assert!(said.starts_with("tally was told to panic (src/lib.rs:"), "{said}");
    assert!(matches!(kind(fault("fail")), FailureKind::Failed(why) if why == "tally was told to fail"));
    render(&host, "tally").expect("a document");
}

#[test]
fn listing_loads_nothing_and_rendering_loads_once() {
    let folder = folder();
    let witness = folder.path().join("witness");
    plain(folder.path(), "plain", &[&format!("WITNESS=\"{}\"", witness.display())]);
    let host = host([folder.path()]);
    assert_eq!(formats(&host), ["plain"]);
    assert!(!witness.exists(), "its constructor ran before anything was rendered");
    let first = render(&host, "plain").expect("a document");
    assert_eq!(first, plenary_core::json::to_string(&session()).expect("JSON"));
    assert!(witness.exists(), "the witness works");
    fs::remove_file(&witness).expect("removed");
    assert_eq!(render(&host, "plain").expect("a document"), first);
    assert!(!witness.exists(), "it was loaded a second time");
}

#[test]
fn the_first_folder_wins() {
    let (first, second) = (folder(), folder());
    plain(first.path(), "plain", &["RENDER=return host->write(host->ctx, \"first\", 5);"]);
    plain(second.path(), "plain", &["RENDER=return host->write(host->ctx, \"second\", 6);"]);
    let host = host([first.path(), second.path()]);
    assert_eq!(host.plugins().len(), 1);
    assert_eq!(render(&host, "plain").expect("a document"), "first");
    // The other is not used, and is known.
    let [hidden] = host.hidden() else { panic!("{:?}", host.hidden()) };
    assert_eq!(hidden.name, "plain");
    assert!(matches!(&hidden.origin, Origin::Library(path) if path.starts_with(second.path())));
    assert!(hidden.by.starts_with(first.path()));
    let host = support::host([second.path(), first.path()]);
    assert_eq!(
        render(&host, "plain").expect("a document"),
        "second",
        "two libraries of one name in one process"
    );
}

#[test]
fn a_refused_library_keeps_its_name() {
    let (first, second) = (folder(), folder());
    plain(first.path(), "plain", &["MAJOR=2"]);
    plain(second.path(), "plain", &[]);
    let host = host([first.path(), second.path()]);
    assert!(host.plugins().is_empty(), "another file took the place of the one that was installed first");
    assert!(host.format("plain").is_none());
    let refusal = host.refused("plain").expect("the refusal of the format");
    assert!(refusal.path.starts_with(first.path()));
    let failure = render(&host, "plain").expect_err("no document");
    assert!(matches!(failure, RenderFailure::Load(_)), "{failure}");
    assert!(matches!(render(&host, "other"), Err(RenderFailure::UnknownFormat(name)) if name == "other"));
}

#[test]
fn folders_that_are_not_there_are_none_and_files_are_no_folders() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "").expect("written");
    let host = host([folder.path().join("nowhere"), file.clone()]);
    assert!(host.plugins().is_empty());
    let [refusal] = host.refusals() else { panic!("one refusal: {:?}", host.refusals()) };
    assert_eq!(refusal.path, file);
    assert!(refusal.help().is_some());
}

/// What a plugin needs may stand beside it, if it says so itself; and what it is checked to be is what is loaded, as ever.
#[test]
#[cfg(target_os = "linux")]
fn a_library_that_a_plugin_needs_stands_beside_it() {
    let folder = folder();
    let helper = folder.path().join("libhelper.so");
    fs::rename(plain(folder.path(), "helper", &["NOWHERE"]), &helper).expect("renamed");
    let build = || plain_with(folder.path(), "plain", &["MISSING"], &helper);

    let (library, checked) = (build(), host([folder.path()]));
    let other = support::folder();
    fs::rename(plain(other.path(), "plain", &[]), library).expect("renamed");
    let failure = render(&checked, "plain").expect_err("another file by that name");
    assert!(failure.to_string().contains("libhelper"), "{failure}");

    build();
    render(&host([folder.path()]), "plain").expect("a document");
}

/// Folders are bytes on Linux, and not always text.
#[test]
#[cfg(target_os = "linux")]
fn a_folder_whose_name_is_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder();
    let odd = folder.path().join(std::ffi::OsStr::from_bytes(b"caf\xe9"));
    fs::create_dir(&odd).expect("a folder");
    let library = plain(&odd, "plain", &[]);
    let host = host([&odd]);
    assert_eq!(host.plugins()[0].origin(), &Origin::Library(library));
    render(&host, "plain").expect("a document");
}

/// A folder searched twice hides nothing from itself.
#[test]
fn a_library_does_not_hide_itself() {
    let folder = folder();
    plain(folder.path(), "plain", &[]);
    let host = host([folder.path().to_owned(), folder.path().join("."), folder.path().to_owned()]);
    assert_eq!((host.plugins().len(), host.hidden().len()), (1, 0), "{:?}", host.hidden());
}

#[test]
fn a_library_may_be_given_by_its_file() {
    let (named, other) = (folder(), folder());
    let library = plain(named.path(), "plain", &["RENDER=return host->write(host->ctx, \"named\", 5);"]);
    plain(other.path(), "plain", &[]);
    let both = Host::builder().search(other.path().to_owned()).library(library.clone()).build();
    assert_eq!(
        render(&both, "plain").expect("a document"),
        "named",
        "it comes before what is found in folders"
    );
    let [plugin] = both.plugins() else { panic!("one plugin") };
    assert_eq!(plugin.origin(), &Origin::Library(library));

    let elsewhere = named.path().join("plain.so");
    fs::copy(named.path().join(support::plugins::file_name("plain")), &elsewhere).expect("a copy");
    let host = Host::builder().library(elsewhere).build();
    let [refusal] = host.refusals() else { panic!("one refusal") };
    assert!(matches!(&refusal.reason, Reason::FileName(name) if name == "plain.so"), "{refusal}");
}

#[test]
fn other_files_are_not_looked_at() {
    let folder = folder();
    for name in ["libother.so", "plenary_x.so", "libplenary_x.so.bak", "libplenary_x.a", "libplenary_x.so~"] {
        fs::write(folder.path().join(name), "x").expect("written");
    }
    let host = host([folder.path()]);
    assert!(host.refusals().is_empty(), "{:?}", host.refusals());
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_rendered_with_is_what_was_checked() {
    let folder = folder();
    let library = plain(folder.path(), "plain", &["RENDER=return host->write(host->ctx, \"old\", 3);"]);
    let checked = host([folder.path()]);
    // A new version by rename: this run goes on with the one it checked.
    let other = support::folder();
    let newer = plain(other.path(), "plain", &["RENDER=return host->write(host->ctx, \"new\", 3);"]);
    fs::rename(newer, &library).expect("renamed");
    assert_eq!(render(&checked, "plain").expect("a document"), "old");
    assert_eq!(render(&host([folder.path()]), "plain").expect("a document"), "new");
}

#[test]
fn a_file_written_to_after_the_check_is_not_loaded() {
    let folder = folder();
    let library = plain(folder.path(), "plain", &[]);
    let host = host([folder.path()]);
    let bytes = fs::read(&library).expect("read");
    fs::write(&library, [bytes.as_slice(), b"more"].concat()).expect("written");
    let failure = render(&host, "plain").expect_err("no document");
    assert!(matches!(failure, RenderFailure::Load(refusal) if refusal.reason == Reason::Changed));
}

#[test]
fn what_c_plugins_do_wrong_is_an_error() {
    let fail = |act: &str| {
        let folder = folder();
        plain(folder.path(), "plain", &[&format!("RENDER={act}")]);
        let failure = render(&host([folder.path()]), "plain").expect_err("no document");
        assert!(failure.to_string().contains("`plain`"), "{failure}");
        kind(failure)
    };
    assert!(matches!(fail("return PLENARY_OK;"), FailureKind::NoOutput));
    assert!(matches!(fail("return 99;"), FailureKind::Contract(_)));
    assert!(matches!(fail("return PLENARY_FAILED;"), FailureKind::Failed(why) if why == "it gave no reason"));
    let reason = "say(host, PLENARY_ERROR, \"no ink\", 6); return PLENARY_UNSUPPORTED;";
    assert!(matches!(fail(reason), FailureKind::Unsupported(why) if why == "no ink"));
}

#[test]
fn a_cancelled_rendering_is_no_document() {
    let folder = folder();
    plain(folder.path(), "plain", &[]);
    let (host, session, cancelled) = (host([folder.path()]), session(), AtomicBool::new(true));
    let context = RenderContext { cancelled: Some(&cancelled), ..context() };
    let outcome =
        host.render("plain", &Payload::new(&session), &Options::default(), &context, &mut Vec::new());
    assert!(matches!(kind(outcome.expect_err("no document")), FailureKind::Cancelled));
}

#[test]
fn many_threads_render_at_once() {
    let folder = folder();
    tally(folder.path());
    let (host, session) = (host([folder.path()]), session());
    let payload = Payload::new(&session);
    let documents = std::thread::scope(|scope| {
        let render = || {
            let mut out = Vec::new();
            host.render("tally", &payload, &Options::default(), &context(), &mut out).map(|_| out)
        };
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(render)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic").expect("a document"))
            .collect::<Vec<_>>()
    });
    assert!(documents.iter().all(|document| *document == documents[0]));
}

#[test]
fn a_plugin_out_of_time_is_told_to_stop() {
    let folder = folder();
    plain(folder.path(), "plain", &["RENDER=while (!host->cancelled(host->ctx)); return PLENARY_CANCELLED;"]);
    let (host, session) = (host([folder.path()]), session());
    let time = Duration::from_millis(20);
    let context = RenderContext { time: Some(time), ..context() };
    let outcome =
        host.render("plain", &Payload::new(&session), &Options::default(), &context, &mut Vec::new());
    let failure = outcome.expect_err("no document");
    assert!(
        matches!(&failure, RenderFailure::Died { death: Death::Over(Limit::Wall(over)), .. } if *over == time),
        "{failure}"
    );
}
