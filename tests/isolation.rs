//! Plugins in processes of their own: whatever one does there costs its document and nothing else, and what it makes is
//! what it makes anywhere.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

#[path = "fixtures/plugins/support.rs"]
mod plugins;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use plenary_core::Session;
use plenary_core::model::Dialect;
use plenary_host::{
    Death, FailureKind, Host, Limit, Limits, Options, Payload, RenderContext, RenderFailure, Workers,
};
use plugins::{plain, tally};
use serde_json::Value;
use tempfile::TempDir;

/// A folder with two pages, of which the plugins made by [`on_the_bad_page`] do not like the one.
fn folder() -> TempDir {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    for name in ["bad", "good"] {
        let page = format!("1\n00:00:01,000 --> 00:00:02,000\nAda: This is the {name} page.\n");
        fs::write(folder.path().join(format!("{name}.srt")), page).expect("written");
    }
    folder
}

/// What `plain.c` does in place of rendering.
fn instead(act: &str) -> String {
    format!("RENDER={}", act.replace('\n', " "))
}

/// What `plain.c` renders: on the bad page this, on the other `fine`.
fn on_the_bad_page(act: &str) -> String {
    instead(&format!(
        "
        size_t at = 0;
        while (at < job->session_json.len && memcmp(job->session_json.ptr + at, \"the bad\", 7)) at++;
        if (at == job->session_json.len) return host->write(host->ctx, \"fine\", 4);
        {act} return PLENARY_OK;"
    ))
}

/// How a run ended, and what it wrote to standard error.
fn convert(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = support::plenary();
    command.current_dir(folder).args(["convert", "--plugin-dir", "."]).args(arguments);
    let output = support::run(&mut command);
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The files of a folder with their content, by name; not the pages and the plugins.
fn documents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    files
        .filter(|path| path.extension().is_none_or(|extension| extension != "srt" && extension != "so"))
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read(&path).expect("a file"))
        })
        .collect()
}

/// A way to break down: what the plugin does, what it may take, and what is then said.
const DEATHS: &[(&str, &[&str], &str)] = &[
    ("*(volatile int *)8 = 1;", &[], "it was killed by SIGSEGV (segmentation fault)"),
    ("abort();", &[], "it was killed by SIGABRT (it aborted)"),
    ("__builtin_trap();", &[], "it was killed by SIG"),
    ("exit(0);", &[], "it ended its process, with exit code 0"),
    ("exit(7);", &[], "it ended its process, with exit code 7"),
    ("for (;;);", &["--plugin-cpu=1"], "it used more than 1 s of processor time"),
    ("for (;;) pause();", &["--plugin-time=2"], "it took more than 2 s"),
    (
        "
        for (;;) memset(malloc(1 << 20), 1, 1 << 20);",
        &["--plugin-memory=512MiB"],
        "it wanted more memory than 512 MiB",
    ),
    (
        "static char bytes[1 << 16]; for (;;) host->write(host->ctx, bytes, sizeof bytes);",
        &["--plugin-output=16MiB"],
        "it wrote more than 16 MiB",
    ),
    ("for (;;) say(host, PLENARY_WARNING, \"so\", 2);", &["--plugin-time=2"], "it took more than 2 s"),
    (
        "static char bytes[1 << 16]; for (;;) fwrite(bytes, 1, sizeof bytes, stderr);",
        &["--plugin-time=2"],
        "it took more than 2 s",
    ),
    (
        "
        for (int fd = 3; fd < 32; fd++) if (write(fd, \"what is here?\", 13)) continue;
        return PLENARY_OK;",
        &[],
        "it damaged the process it ran in",
    ),
    (
        "
        for (int fd = 0; fd < 32; fd++) close(fd);
        for (;;) pause();",
        &[],
        "it damaged the process it ran in",
    ),
    // What it has started holds all its streams, and would for ever.
    (
        "
        if (fork() == 0) for (;;) pause();
        abort();",
        &[],
        "it was killed by SIGABRT (it aborted)",
    ),
];

#[test]
fn a_plugin_that_breaks_down_costs_its_document_only() {
    for (act, limits, says) in DEATHS {
        let folder = folder();
        plain(folder.path(), "plain", &[&on_the_bad_page(act)]);
        let arguments =
            [&["bad.srt", "good.srt", "-t", "plain,markdown", "-o", "out/", "--isolate"], *limits];
        let (code, said) = convert(folder.path(), &arguments.concat());
        assert_eq!(code, Some(1), "{act}\n{said}");
        assert!(said.contains(&format!("the plugin `plain` made no document: {says}")), "{act}\n{said}");
        assert!(said.contains("bad.srt") && !said.contains("good.srt"), "{act}\n{said}");
        assert!(said.contains("help: "), "{act}\n{said}");
        let documents = documents(&folder.path().join("out"));
        assert_eq!(documents.keys().collect::<Vec<_>>(), ["good.md", "good.plain"], "{act}");
        assert_eq!(documents["good.plain"], b"fine", "{act}");
    }
}

#[test]
fn what_the_plugin_wrote_last_is_told_to_people_and_programs() {
    let folder = folder();
    let act = "puts(\"no ink\"); fflush(stdout); abort();";
    plain(folder.path(), "plain", &[&on_the_bad_page(act)]);
    let arguments = ["bad.srt", "-t", "plain", "--isolate"];
    let (_, said) = convert(folder.path(), &arguments);
    assert!(
        said.contains("note[plugin::last-words]: before it ended, the plugin's process wrote: no ink"),
        "{said}"
    );
    assert!(said.contains("error[plugin::died]"), "{said}");
    let (_, said) = convert(folder.path(), &[&arguments[..], &["--message-format=json"]].concat());
    let findings: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let codes: Vec<_> = findings.iter().map(|finding| finding["code"].as_str().expect("a code")).collect();
    assert_eq!(codes, ["plugin::last-words", "plugin::died"]);
    assert!(findings.iter().all(|finding| finding["file"] == "bad.srt"), "{said}");
}

#[test]
fn what_a_plugin_prints_goes_nowhere() {
    let folder = folder();
    let act = "
        puts(\"out\"); fflush(stdout); fputs(\"err\", stderr);
        return getchar() == EOF ? host->write(host->ctx, \"quiet\", 5) : PLENARY_FAILED;";
    plain(folder.path(), "plain", &[&on_the_bad_page(act)]);
    let (code, said) = convert(folder.path(), &["bad.srt", "-t", "plain", "--isolate"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert_eq!(documents(folder.path())["bad.plain"], b"quiet");
}

/// It counts in its process how many documents it has made there.
const COUNTING: &str = "RENDER=static char count = '0'; count++; return host->write(host->ctx, &count, 1);";

#[test]
fn a_process_serves_document_after_document() {
    let folder = folder();
    plain(folder.path(), "plain", &[COUNTING]);
    fs::copy(folder.path().join("good.srt"), folder.path().join("more.srt")).expect("a page");
    let arguments = ["bad.srt", "good.srt", "more.srt", "-t", "plain,markdown", "--isolate"];
    assert_eq!(convert(folder.path(), &arguments), (Some(0), String::new()));
    let documents = documents(folder.path());
    let counts = ["bad.plain", "good.plain", "more.plain"].map(|name| documents[name].as_slice());
    assert_eq!(counts, [b"1", b"2", b"3"]);
}

#[test]
fn documents_and_messages_are_the_same_in_and_out_of_a_process() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder below target");
    tally(folder.path());
    let mut by_folder: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for page in support::samples() {
        by_folder.entry(page.path.parent().expect("a folder").to_owned()).or_default().push(page.path);
    }
    for pages in by_folder.values() {
        let convert = |name: &str, further: &[&str]| {
            let out = folder.path().join(name);
            let _ = fs::remove_dir_all(&out);
            let mut command = support::plenary();
            command
                .arg("convert")
                .args(pages)
                .args(["-t", "markdown,akoma-ntoso,pdf,tei,tally"])
                .args(further);
            command
                .args(["--set", "tally.total=true", "--plugin-dir"])
                .arg(folder.path())
                .arg("-o")
                .arg(&out);
            let output = support::run(command.env("SOURCE_DATE_EPOCH", "1900000000"));
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            (output.status.code(), said, documents(&out))
        };
        let (code, said, made) = convert("in", &[]);
        assert!(!made.is_empty(), "{said}");
        for isolate in ["--isolate", "--isolate=libraries", "--isolate=none"] {
            let (isolated_code, isolated_said, isolated) = convert("out", &[isolate]);
            assert_eq!((isolated_code, isolated_said), (code, said.clone()), "{isolate}");
            for (name, document) in &made {
                assert!(isolated.get(name) == Some(document), "{isolate}: {name} is another");
            }
            assert_eq!(isolated.len(), made.len(), "{isolate}");
        }
    }
}

#[test]
fn a_library_is_isolated_where_libraries_are_and_not_where_nothing_is() {
    let folder = folder();
    plain(
        folder.path(),
        "plain",
        &[&instead(
            "
        char text[64]; int length = snprintf(text, 64, \"%d\", getppid());
        return host->write(host->ctx, text, (size_t)length);",
        )],
    );
    let parent = |isolate: &str| {
        let (code, said) = convert(folder.path(), &["good.srt", "-t", "plain", isolate]);
        assert_eq!(code, Some(0), "{said}");
        String::from_utf8(documents(folder.path()).remove("good.plain").expect("a document"))
            .expect("a number")
    };
    let us = std::process::id().to_string();
    assert_eq!(parent("--isolate=none"), us, "it ran in plenary, which we have started");
    assert_ne!(parent("--isolate=libraries"), us);
    assert_ne!(parent("--isolate"), us);
}

/// Its panics abort, says its manifest.
const ABORTING: &str = "JSON=\"{ \\\"name\\\": \\\"plain\\\", \\\"version\\\": \\\"1.0\\\", \\\"abi\\\": \\\"1.0\\\", \
    \\\"schema\\\": \\\"1.0\\\", \\\"input\\\": \\\"json\\\", \\\"panic\\\": \\\"abort\\\", \\\"formats\\\": [{ \
    \\\"name\\\": \\\"plain\\\", \\\"description\\\": \\\"-\\\", \\\"extensions\\\": [\\\"plain\\\"], \
    \\\"media_type\\\": \\\"text/plain\\\" }] }\"";

#[test]
fn a_plugin_whose_panics_abort_never_runs_in_plenary_itself() {
    let folder = folder();
    plain(folder.path(), "plain", &[ABORTING, &on_the_bad_page("abort();")]);
    let (code, said) = convert(folder.path(), &["bad.srt", "good.srt", "-t", "plain"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("it was killed by SIGABRT"), "{said}");
    assert_eq!(documents(folder.path())["good.plain"], b"fine");

    let session = Session::new(Dialect::Srt);
    let (host, payload) = (host(folder.path()), Payload::new(&session));
    let failure = host.render("plain", &payload, &Options::default(), &CONTEXT, &mut Vec::new());
    let failure = failure.expect_err("no document");
    assert!(
        matches!(&failure, RenderFailure::NeedsWorker(name) if name == "plain") && failure.help().is_some()
    );
}

#[test]
#[cfg(target_os = "linux")]
fn processes_end_when_plenary_is_killed() {
    let folder = folder();
    plain(folder.path(), "plain", &[&instead("
        (void)host;
        FILE *file = fopen(\"new\", \"w\"); fprintf(file, \"%d\", getpid()); fclose(file); rename(\"new\", \"number\");
        for (;;) pause();")]);
    let mut command = support::plenary();
    command.current_dir(folder.path()).args([
        "convert",
        "good.srt",
        "-t",
        "plain",
        "--isolate",
        "--plugin-dir",
        ".",
    ]);
    let mut plenary = command.spawn().expect("plenary runs");
    let number = until(|| fs::read_to_string(folder.path().join("number")).ok());
    plenary.kill().expect("killed");
    plenary.wait().expect("ended");
    // Ended it may still be listed, as a zombie, where nobody takes notice of it.
    until(|| match fs::read_to_string(format!("/proc/{number}/stat")) {
        Ok(stat) => stat.contains(") Z ").then_some(()),
        Err(_) => Some(()),
    });
}

/// Waits for what is to come. Where it never comes, the test does not end well either.
fn until<T>(mut come: impl FnMut() -> Option<T>) -> T {
    for _ in 0..6000 {
        if let Some(come) = come() {
            return come;
        }
        thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("what was waited for a minute never came");
}

const CONTEXT: RenderContext<'static> =
    RenderContext { generator: "a test", source_date_epoch: None, cancelled: None, time: None };

fn host(folder: &Path) -> Host {
    Host::builder().search(folder.to_owned()).build()
}

fn workers(limits: Limits) -> Workers {
    Workers::new(env!("CARGO_BIN_EXE_plenary").into(), limits)
}

#[test]
fn threads_share_processes_and_processes_outlive_threads() {
    let folder = folder();
    plain(folder.path(), "plain", &[COUNTING]);
    let (host, workers, session) =
        (host(folder.path()), workers(Limits::default()), Session::new(Dialect::Srt));
    let payload = Payload::new(&session);
    let counts = |number: usize| {
        let mut counts = Vec::new();
        for _ in 0..number {
            host.render_isolated(&workers, "plain", &payload, &Options::default(), &CONTEXT, &mut counts)
                .expect("a document");
        }
        counts
    };
    let first: Vec<u8> = thread::scope(|scope| {
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(|| counts(2))).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    });
    // Whoever made them: the eight documents are spread over the processes there are, each counting from one.
    let processes = first.iter().filter(|count| **count == b'1').count();
    assert!((1..=4).contains(&processes), "{first:?}");
    let then = counts(8);
    assert!(!then.contains(&b'1'), "a process was started though others were idle: {then:?}");
}

#[test]
fn a_cancelled_document_is_not_waited_for() {
    let folder = folder();
    plain(
        folder.path(),
        "plain",
        &[&instead(
            "
        host->write(host->ctx, \"x\", 1); fclose(fopen(\"PATH\", \"w\")); for (;;) pause();",
        )
        .replace("PATH", &folder.path().join("begun").display().to_string())],
    );
    let (host, session, cancelled) =
        (host(folder.path()), Session::new(Dialect::Srt), AtomicBool::new(false));
    let unlimited = Limits { memory: None, cpu: None, wall: None, output: None };
    let context = RenderContext { cancelled: Some(&cancelled), ..CONTEXT };
    let failure = thread::scope(|scope| {
        scope.spawn(|| {
            until(|| folder.path().join("begun").exists().then_some(()));
            cancelled.store(true, Ordering::Relaxed);
        });
        let (workers, payload) = (workers(unlimited), Payload::new(&session));
        host.render_isolated(&workers, "plain", &payload, &Options::default(), &context, &mut Vec::new())
            .expect_err("no document")
    });
    let RenderFailure::Plugin { failure, .. } = failure else { panic!("{failure}") };
    assert!(matches!(failure.kind, FailureKind::Cancelled));
}

#[test]
fn what_goes_wrong_in_a_plugin_is_told_as_it_is_without_a_process() {
    let acts = [
        "(void)host; return PLENARY_OK;",
        "(void)host; return 42;",
        "(void)host; return PLENARY_CANCELLED;",
        "say(host, PLENARY_WARNING, \"little ink\", 10); say(host, PLENARY_ERROR, \"no ink\", 6); return PLENARY_UNSUPPORTED;",
        "say(host, PLENARY_ERROR, \"\\377\\0x\", 3); return PLENARY_OPTIONS;",
        "for (int i = 0; i < 2000; i++) say(host, PLENARY_NOTE, \"much\", 4); return PLENARY_FAILED;",
    ];
    for act in acts {
        let folder = folder();
        plain(folder.path(), "plain", &[&on_the_bad_page(act)]);
        let arguments = ["bad.srt", "-t", "plain", "--message-format=json"];
        let alike = convert(folder.path(), &arguments);
        assert_ne!(alike.0, Some(0), "{act}\n{}", alike.1);
        assert_eq!(convert(folder.path(), &[&arguments[..], &["--isolate"]].concat()), alike, "{act}");
    }
}

#[test]
fn a_library_that_the_process_cannot_load_is_refused_as_it_is_without_one() {
    let folder = folder();
    plain(folder.path(), "plain", &["MISSING"]);
    let alike = convert(folder.path(), &["good.srt", "-t", "plain"]);
    assert_eq!(alike.0, Some(3), "{}", alike.1);
    assert!(alike.1.contains("plenary_test_nowhere"), "{}", alike.1);
    assert_eq!(convert(folder.path(), &["good.srt", "-t", "plain", "--isolate"]), alike);
}

#[test]
fn a_library_changed_since_it_was_checked_is_not_run() {
    let folder = folder();
    plain(folder.path(), "plain", &["RENDER=return host->write(host->ctx, \"old\", 3);"]);
    let (host, session) = (host(folder.path()), Session::new(Dialect::Srt));
    plain(folder.path(), "plain", &["RENDER=return host->write(host->ctx, \"newer\", 5);"]);
    let (workers, payload) = (workers(Limits::default()), Payload::new(&session));
    let failure = host
        .render_isolated(&workers, "plain", &payload, &Options::default(), &CONTEXT, &mut Vec::new())
        .expect_err("another library than the one that was found");
    assert!(failure.to_string().contains("changed after plenary had checked it"), "{failure}");
}

/// What takes no more, as a full disk.
struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_output_that_takes_nothing_is_not_the_plugins_fault() {
    let folder = folder();
    plain(folder.path(), "plain", &[]);
    let (host, session) = (host(folder.path()), Session::new(Dialect::Srt));
    let (workers, payload) = (workers(Limits::default()), Payload::new(&session));
    let render = |out: &mut dyn Write| {
        host.render_isolated(&workers, "plain", &payload, &Options::default(), &CONTEXT, out)
    };
    let Err(RenderFailure::Plugin { failure, .. }) = render(&mut Full) else { panic!("it took something") };
    assert!(matches!(failure.kind, FailureKind::Output(_)));
    render(&mut Vec::new()).expect("the next is served");
}

#[test]
fn limits_are_told_by_kind() {
    let folder = folder();
    plain(folder.path(), "plain", &[]);
    let limits = Limits { output: Some(10), ..Limits::default() };
    let (host, session, workers) = (host(folder.path()), Session::new(Dialect::Srt), workers(limits));
    let payload = Payload::new(&session);
    let rendered =
        host.render_isolated(&workers, "plain", &payload, &Options::default(), &CONTEXT, &mut Vec::new());
    let Err(RenderFailure::Died { plugin, death, .. }) = rendered else { panic!("more than ten bytes") };
    assert_eq!((plugin.as_str(), death), ("plain", Death::Over(Limit::Output(10))));
}
