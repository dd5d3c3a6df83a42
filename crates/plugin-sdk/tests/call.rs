//! The host's side of the table against plugins that keep the contract badly or not at all.
#![allow(unsafe_code, clippy::undocumented_unsafe_blocks, reason = "each plugin here is a raw table")]
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

use std::cell::Cell;
use std::ffi::c_void;
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};

use plenary_core::{Diagnostic, Severity};
use plenary_plugin_abi::{self as abi, Host, Job, Plugin, RenderFn, Status, Str};
use plenary_plugin_sdk::call::{Conduct, Failure, FailureKind, Handed, Request, late_calls, observe, render};

/// What is asked of every plugin here, unless a test asks for something else.
const REQUEST: Request<'static> = Request {
    format: "test",
    options: "{}",
    session: Handed::Json("{}"),
    generator: "a test",
    source_date_epoch: None,
    cancelled: None,
    deadline: None,
};

fn run(plugin: RenderFn, out: &mut dyn Write) -> Result<Vec<Diagnostic>, Failure> {
    run_until(plugin, None, out)
}

fn run_until(
    plugin: RenderFn,
    cancelled: Option<&AtomicBool>,
    out: &mut dyn Write,
) -> Result<Vec<Diagnostic>, Failure> {
    let request = Request { source_date_epoch: Some(7), cancelled, ..REQUEST };
    unsafe { render(&Plugin::new(plugin), &request, out) }
}

fn kind(plugin: RenderFn) -> FailureKind {
    run(plugin, &mut Vec::new()).expect_err("no document").kind
}

fn broke_the_contract(plugin: RenderFn, how: &str) {
    match kind(plugin) {
        FailureKind::Contract(said) => assert!(said.contains(how), "{said}"),
        other => panic!("{other}"),
    }
}

unsafe fn write(host: *const Host, bytes: &[u8]) -> Status {
    unsafe { (*host).write.unwrap()((*host).ctx, bytes.as_ptr(), bytes.len()) }
}

unsafe fn report(host: *const Host, severity: i32, message: &[u8]) {
    let message = Str { ptr: message.as_ptr(), len: message.len() };
    let size = abi::size::<abi::Diagnostic>();
    let found = abi::Diagnostic { size, severity, message, ..abi::blank() };
    unsafe { (*host).report.unwrap()((*host).ctx, &found) };
}

/// An output that refuses everything.
struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::Error::new(io::ErrorKind::StorageFull, "no room"))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

const MUCH: &[u8] = &[b'x'; 100_000];

/// The options that a plugin sees one by one, each as `name=value`.
#[test]
fn options_arrive_one_by_one() {
    unsafe fn told(array: abi::Array) -> String {
        let one = |setting: abi::Setting| unsafe {
            let name = String::from_utf8_lossy(setting.name.bytes());
            let value = match setting.kind {
                abi::SETTING_BOOLEAN => (setting.integer != 0).to_string(),
                abi::SETTING_INTEGER => format!("{} ({})", setting.integer, setting.number),
                abi::SETTING_NUMBER => setting.number.to_string(),
                abi::SETTING_TEXT => format!("{:?}", String::from_utf8_lossy(setting.text.bytes())),
                abi::SETTING_LIST => format!("[{}]", told(setting.items)),
                abi::SETTING_OBJECT => format!("{{{}}}", told(setting.items)),
                abi::SETTING_NULL => "nothing".to_owned(),
                unknown => panic!("{unknown}"),
            };
            format!("{name}={value}")
        };
        unsafe { array.iter().map(one).collect::<Vec<_>>().join(" ") }
    }
    unsafe extern "C-unwind" fn plugin(host: *const Host, job: *const Job) -> Status {
        unsafe { write(host, told((*job).options).as_bytes()) }
    }
    let render_with = |options: &str| {
        let request = Request { options, ..REQUEST };
        let mut out = Vec::new();
        let outcome = unsafe { render(&Plugin::new(plugin), &request, &mut out) };
        outcome.map(|_| String::from_utf8(out).expect("text")).map_err(|failure| failure.kind.to_string())
    };
    let options = r#"{"at-least":-7,"big":18446744073709551615,"each":[1,"a",true],"name":"\u00e4\"b","none":null,
        "size":1.5,"sub":{"deep":[[]]},"total":false,"void":""}"#;
    assert_eq!(
        render_with(options).expect("a document"),
        "at-least=-7 (-7) big=18446744073709552000 each=[=1 (1) =\"a\" =true] name=\"ä\\\"b\" none=nothing size=1.5 \
         sub={deep=[=[]]} total=false void=\"\""
    );
    // None: nothing to write.
    assert!(render_with("{}").is_err() && render_with("[7]").is_err());
}

#[test]
fn what_is_asked_for_arrives() {
    unsafe extern "C-unwind" fn plugin(host: *const Host, job: *const Job) -> Status {
        unsafe {
            assert_eq!((*host).size as usize, size_of::<Host>());
            assert_eq!((*job).format.bytes(), b"test");
            assert_eq!(*(*job).source_date_epoch, 7);
            assert!((*host).extension.unwrap()((*host).ctx, c"plenary.any".as_ptr()).is_null());
            assert_eq!((*host).cancelled.unwrap()((*host).ctx), 0);
            assert_eq!(write(host, b""), Status::OK);
            write(host, b"one ");
            write(host, b"two")
        }
    }
    let mut out = Vec::new();
    run(plugin, &mut out).expect("a document");
    assert_eq!(out, b"one two");
}

#[test]
fn all_well_without_output_is_a_failure() {
    unsafe extern "C-unwind" fn nothing(_: *const Host, _: *const Job) -> Status {
        Status::OK
    }
    unsafe extern "C-unwind" fn empty(host: *const Host, _: *const Job) -> Status {
        unsafe { write(host, b"") }
    }
    assert!(matches!(kind(nothing), FailureKind::NoOutput));
    assert!(matches!(kind(empty), FailureKind::NoOutput));
}

#[test]
fn a_refusal_counts_even_where_the_plugin_does_not_look() {
    unsafe extern "C-unwind" fn deaf(host: *const Host, _: *const Job) -> Status {
        for _ in 0..3 {
            unsafe { write(host, MUCH) };
        }
        Status::OK
    }
    unsafe extern "C-unwind" fn short(host: *const Host, _: *const Job) -> Status {
        unsafe { write(host, b"stays in the buffer until the end") };
        Status::OK
    }
    for plugin in [deaf as RenderFn, short] {
        match run(plugin, &mut Full).expect_err("no document").kind {
            FailureKind::Output(error) => assert_eq!(error.kind(), io::ErrorKind::StorageFull),
            other => panic!("{other}"),
        }
    }
}

#[test]
fn after_a_refusal_nothing_more_is_written() {
    struct Once(usize);
    impl Write for Once {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            self.0 += 1;
            Err(io::Error::other("once"))
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    unsafe extern "C-unwind" fn stubborn(host: *const Host, _: *const Job) -> Status {
        unsafe {
            assert_eq!(write(host, MUCH), Status::OUTPUT);
            assert_eq!(write(host, b"more"), Status::OUTPUT);
            assert_eq!(write(host, MUCH), Status::OUTPUT);
            assert_eq!((*host).cancelled.unwrap()((*host).ctx), 1);
        }
        Status::OK
    }
    let mut out = Once(0);
    run(stubborn, &mut out).expect_err("no document");
    assert_eq!(out.0, 1);
}

#[test]
fn statuses_that_tell_no_truth_are_seen_through() {
    unsafe extern "C-unwind" fn unknown(host: *const Host, _: *const Job) -> Status {
        unsafe { write(host, b"x") };
        Status(77)
    }
    unsafe extern "C-unwind" fn refused(host: *const Host, _: *const Job) -> Status {
        unsafe { write(host, b"x") };
        Status::OUTPUT
    }
    unsafe extern "C-unwind" fn cancelled(host: *const Host, _: *const Job) -> Status {
        unsafe { write(host, b"x") };
        Status::CANCELLED
    }
    broke_the_contract(unknown, "the unknown status 77");
    broke_the_contract(refused, "none was");
    broke_the_contract(cancelled, "nobody asked");
}

#[test]
fn cancelling_stops_the_output() {
    unsafe extern "C-unwind" fn polite(host: *const Host, _: *const Job) -> Status {
        unsafe {
            if (*host).cancelled.unwrap()((*host).ctx) == 0 { write(host, b"x") } else { Status::CANCELLED }
        }
    }
    unsafe extern "C-unwind" fn deaf(host: *const Host, _: *const Job) -> Status {
        unsafe { assert_eq!(write(host, b"x"), Status::CANCELLED) };
        Status::OK
    }
    let cancelled = AtomicBool::new(true);
    for plugin in [polite as RenderFn, deaf] {
        let mut out = Vec::new();
        let failure = run_until(plugin, Some(&cancelled), &mut out).expect_err("no document");
        assert!(matches!(failure.kind, FailureKind::Cancelled), "{failure}");
        assert!(out.is_empty());
    }
}

#[test]
fn a_failure_takes_the_last_error_for_its_reason() {
    unsafe extern "C-unwind" fn plugin(host: *const Host, _: *const Job) -> Status {
        unsafe {
            report(host, abi::SEVERITY_ERROR, b"first");
            report(host, abi::SEVERITY_ERROR, b"second");
            report(host, abi::SEVERITY_NOTE, b"third");
        }
        Status::FAILED
    }
    unsafe extern "C-unwind" fn silent(_: *const Host, _: *const Job) -> Status {
        Status::UNSUPPORTED
    }
    let failure = run(plugin, &mut Vec::new()).expect_err("no document");
    assert!(matches!(failure.kind, FailureKind::Failed(why) if why == "second"));
    let others: Vec<_> = failure.diagnostics.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(others, ["first", "third"]);
    assert!(matches!(kind(silent), FailureKind::Unsupported(why) if why == "it gave no reason"));
}

#[test]
fn reports_are_bounded_and_made_text() {
    unsafe extern "C-unwind" fn plugin(host: *const Host, _: *const Job) -> Status {
        unsafe {
            report(host, 99, b"not \xff UTF-8");
            (*host).report.unwrap()((*host).ctx, ptr::null());
            report(host, abi::SEVERITY_NOTE, MUCH);
            for _ in 0..5000 {
                report(host, abi::SEVERITY_NOTE, b"on and on");
            }
            write(host, b"x")
        }
    }
    unsafe extern "C-unwind" fn wordy(host: *const Host, _: *const Job) -> Status {
        unsafe {
            for _ in 0..5000 {
                report(host, abi::SEVERITY_NOTE, MUCH);
            }
            report(host, abi::SEVERITY_ERROR, b"and yet this is why");
            report(host, abi::SEVERITY_NOTE, MUCH);
        }
        Status::FAILED
    }
    let found = run(plugin, &mut Vec::new()).expect("a document");
    assert_eq!(found.len(), 1001);
    assert_eq!(found[0].message, "not \u{FFFD} UTF-8");
    assert_eq!((found[0].severity, found[0].code.as_ref()), (Severity::Warning, "plugin::unnamed"));
    assert_eq!(found[1].code, "plugin::unreadable");
    assert!(found[2].message.len() < 5000 && found[2].message.ends_with('…'));
    assert_eq!(found[1000].message, "4003 more findings of the plugin are left out");
    let failure = run(wordy, &mut Vec::new()).expect_err("no document");
    assert!(matches!(failure.kind, FailureKind::Failed(why) if why == "and yet this is why"));
    let texts: usize = failure.diagnostics.iter().map(|found| found.message.len()).sum();
    assert!((1 << 19..1 << 21).contains(&texts), "{texts} bytes");
    assert!(failure.diagnostics.last().is_some_and(|last| last.message.ends_with(" are left out")));
}

#[test]
fn impossible_writes_are_refused() {
    unsafe extern "C-unwind" fn nowhere(host: *const Host, _: *const Job) -> Status {
        unsafe { (*host).write.unwrap()((*host).ctx, ptr::null(), 9) }
    }
    unsafe extern "C-unwind" fn endless(host: *const Host, _: *const Job) -> Status {
        unsafe { (*host).write.unwrap()((*host).ctx, b"x".as_ptr(), usize::MAX) };
        Status::OK
    }
    broke_the_contract(nowhere, "null pointer");
    broke_the_contract(endless, "null pointer");
}

/// What a plugin kept of a call that is over, or hands to a thread.
static KEPT: AtomicPtr<c_void> = AtomicPtr::new(ptr::null_mut());

#[test]
fn calls_from_other_threads_too_late_or_from_nowhere_do_no_harm() {
    unsafe extern "C-unwind" fn threaded(host: *const Host, _: *const Job) -> Status {
        let host = unsafe { *host };
        let (write, ctx) = (host.write.unwrap(), AtomicPtr::new(host.ctx));
        let status =
            std::thread::spawn(move || unsafe { write(ctx.load(Ordering::Relaxed), b"x".as_ptr(), 1) });
        assert_eq!(status.join().unwrap(), Status::OUTPUT);
        unsafe { write(host.ctx, b"y".as_ptr(), 1) };
        Status::OK
    }
    unsafe extern "C-unwind" fn keeping(host: *const Host, _: *const Job) -> Status {
        KEPT.store(unsafe { (*host).ctx }, Ordering::Relaxed);
        unsafe { write(host, b"x") }
    }
    unsafe extern "C-unwind" fn late(host: *const Host, _: *const Job) -> Status {
        unsafe {
            let late = (*host).write.unwrap()(KEPT.load(Ordering::Relaxed), b"late".as_ptr(), 4);
            assert_eq!(late, Status::OUTPUT);
            let nowhere = (*host).write.unwrap()(ptr::null_mut(), b"x".as_ptr(), 1);
            assert_eq!(nowhere, Status::OUTPUT);
            (*host).report.unwrap()(ptr::null_mut(), ptr::null());
            write(host, b"x")
        }
    }
    broke_the_contract(threaded, "another thread");
    run(keeping, &mut Vec::new()).expect("a document");
    let mut out = Vec::new();
    run(late, &mut out).expect("the document of a plugin that is only odd");
    assert_eq!(out, b"x");
}

#[test]
fn a_panic_of_the_output_passes_by_the_plugin() {
    thread_local!(static RETURNED: Cell<bool> = const { Cell::new(false) });
    struct Panics;
    impl Write for Panics {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            std::panic::resume_unwind(Box::new("the output's own"))
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    unsafe extern "C-unwind" fn plugin(host: *const Host, _: *const Job) -> Status {
        unsafe { assert_eq!(write(host, MUCH), Status::OUTPUT) };
        RETURNED.set(true);
        Status::OK
    }
    let panic = catch_unwind(AssertUnwindSafe(|| run(plugin, &mut Panics))).expect_err("a panic");
    assert_eq!(panic.downcast_ref(), Some(&"the output's own"));
    assert!(RETURNED.get(), "the plugin saw a refusal, not the panic");
}

#[test]
fn a_rendering_inside_a_rendering_keeps_them_apart() {
    struct Nested(Vec<u8>);
    impl Write for Nested {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            run(inner, &mut self.0).map_err(io::Error::other)?;
            self.0.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    unsafe extern "C-unwind" fn outer(host: *const Host, _: *const Job) -> Status {
        unsafe { write(host, b"outer") }
    }
    unsafe extern "C-unwind" fn inner(host: *const Host, _: *const Job) -> Status {
        unsafe { write(host, b"inner ") }
    }
    let mut out = Nested(Vec::new());
    run(outer, &mut out).expect("a document");
    assert_eq!(out.0, b"inner outer");
}

#[test]
fn a_table_without_a_function_is_refused() {
    let mut table = Plugin::new(empty);
    unsafe extern "C-unwind" fn empty(_: *const Host, _: *const Job) -> Status {
        Status::OK
    }
    table.render = None;
    let failure = unsafe { render(&table, &REQUEST, &mut Vec::new()) }.expect_err("no document");
    assert!(failure.to_string().contains("no `render`"), "{failure}");
}

/// Whoever watches sees each write as it is made, and what the plugin makes of a refusal.
#[test]
fn who_watches_sees_how_a_plugin_behaves() {
    unsafe extern "C-unwind" fn stubborn(host: *const Host, _: *const Job) -> Status {
        unsafe {
            (*host).cancelled.unwrap()((*host).ctx);
            write(host, b"one");
            write(host, b"two");
            write(host, b"three");
        }
        Status::OK
    }
    let watched = |out: &mut dyn Write| {
        let (outcome, conduct) = unsafe { observe(&Plugin::new(stubborn), &REQUEST, out) };
        (outcome.map_err(|failure| failure.kind), conduct)
    };
    struct Pieces(Vec<Vec<u8>>);
    impl Write for Pieces {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.to_vec());
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut pieces = Pieces(Vec::new());
    let (outcome, conduct) = watched(&mut pieces);
    assert!(outcome.is_ok());
    assert_eq!(pieces.0, [b"one".as_slice(), b"two", b"three"]);
    assert_eq!(conduct, Conduct { status: Status::OK, writes_ignoring_refusal: 0, asked: 1 });

    let (outcome, conduct) = watched(&mut Full);
    assert!(matches!(outcome, Err(FailureKind::Output(_))));
    assert_eq!(conduct, Conduct { status: Status::OK, writes_ignoring_refusal: 2, asked: 1 });
}

/// A call for a rendering that is over is counted; it does no harm.
#[test]
fn late_calls_are_counted() {
    static LAST: AtomicPtr<c_void> = AtomicPtr::new(ptr::null_mut());
    unsafe extern "C-unwind" fn remembers(host: *const Host, _: *const Job) -> Status {
        LAST.store(unsafe { (*host).ctx }, Ordering::Relaxed);
        unsafe { write(host, b"well") }
    }
    unsafe extern "C-unwind" fn calls_late(host: *const Host, _: *const Job) -> Status {
        let late = unsafe { (*host).write.unwrap()(LAST.load(Ordering::Relaxed), b"late".as_ptr(), 4) };
        assert_ne!(late, Status::OK);
        unsafe { write(host, b"well") }
    }
    run(remembers, &mut Vec::new()).expect("a document");
    let before = late_calls();
    let mut out = Vec::new();
    run(calls_late, &mut out).expect("a document");
    assert_eq!(out, b"well");
    // Other tests may have some as well.
    assert!(late_calls() > before);
}
