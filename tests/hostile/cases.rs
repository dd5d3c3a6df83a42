//! The table: every kind of fault, and what it comes to.

use crate::making::{self, Make};
use crate::outcome::Outcome::{
    self, Document, Exits, GoesOn, Killed, NoDocument, NotLoaded, Refused, RefusedOnceLoaded,
};
use crate::running::Way;

/// A way for a plugin to be bad, and what it comes to.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) what: &'static str,
    pub(crate) make: Make,
    /// What it may take in a worker, where that is less than anything needs that is no fault.
    pub(crate) limit: Option<&'static str>,
    in_process: Outcome,
    in_worker: Outcome,
}

impl Case {
    pub(crate) fn outcome(&self, way: Way) -> Outcome {
        match way {
            Way::InProcess => self.in_process,
            Way::Worker => self.in_worker,
        }
    }
}

/// All of them.
pub(crate) fn all() -> Vec<Case> {
    [FILES, CONTRACT, LETHAL, GREEDY].concat()
}

const SIGABRT: i32 = 6;
const SIGBUS: i32 = 7;
const SIGSEGV: i32 = 11;

/// A case that comes to the same wherever it runs.
const fn same(what: &'static str, make: Make, outcome: Outcome) -> Case {
    Case { what, make, limit: None, in_process: outcome, in_worker: outcome }
}

/// A case that ends the process it runs in: plenary itself, or a worker, which then costs the one document.
const fn lethal(what: &'static str, make: Make, in_process: Outcome, death: &'static [&'static str]) -> Case {
    Case { what, make, limit: None, in_process, in_worker: NoDocument(death) }
}

/// A case that in a worker goes over this limit, which costs the one document.
const fn greedy(
    what: &'static str,
    act: &'static [&'static str],
    in_process: Outcome,
    limit: &'static str,
    death: &'static [&'static str],
) -> Case {
    Case { what, make: Make::C(act), limit: Some(limit), in_process, in_worker: NoDocument(death) }
}

/// Files that are refused, before any code of them runs.
const FILES: &[Case] = &[
    same("no entry table", Make::C(&["NO_ENTRY"]), Refused(&["does not export `plenary_plugin_plain`"])),
    same("no manifest", Make::C(&["NO_MANIFEST"]), Refused(&["does not export `plenary_manifest_plain`"])),
    same(
        "wrong contract",
        Make::C(&["MAJOR=9"]),
        Refused(&["version 9.0 of the plugin contract", "newer plenary"]),
    ),
    same(
        "wrong magic",
        Make::C(&["BAD_MAGIC=\"plonary\""]),
        Refused(&["manifest is damaged", "does not begin as manifests do"]),
    ),
    same("bad JSON in the manifest", Make::C(&["JSON=\"{]\""]), Refused(&["manifest is wrong", "line 1"])),
    same(
        "a manifest of 50 MB",
        Make::C(&["TEXT_SIZE=52428800", "LENGTH=52428800"]),
        Refused(&["claims to be longer than a manifest may be"]),
    ),
    same(
        "a manifest that ends behind the file",
        Make::C(&["LENGTH=1000000"]),
        Refused(&["claims to be longer than the library's data"]),
    ),
    same(
        "a manifest in another's name",
        Make::C(&[
            "JSON=\"{ \\\"name\\\": \\\"fancy\\\", \\\"version\\\": \\\"1\\\", \\\"abi\\\": \\\"1.0\\\", \
            \\\"schema\\\": \\\"1.0\\\", \\\"input\\\": \\\"json\\\", \\\"formats\\\": [{ \\\"name\\\": \\\"plain\\\", \
            \\\"description\\\": \\\"-\\\", \\\"extensions\\\": [\\\"x\\\"], \\\"media_type\\\": \\\"a/b\\\" }] }\"",
        ]),
        Refused(&["that of the plugin `fancy`"]),
    ),
    same("cut short", Make::Spoilt(making::cut_short), Refused(&["no loadable library", "install it anew"])),
    same("empty", Make::Spoilt(making::emptied), Refused(&["no loadable library"])),
    same(
        "for another machine",
        Make::Spoilt(making::for_another_machine),
        Refused(&["it is a library for", "install the build"]),
    ),
    same("a folder", Make::Spoilt(making::a_folder), Refused(&["it is a folder, not a file"])),
    same("a pipe", Make::Spoilt(making::a_pipe), Refused(&["it is a pipe, not a file"])),
    same("unreadable", Make::Spoilt(|file| making::set_mode(file, 0o311)), Refused(&["to be read", "chmod"])),
    same(
        "not executable",
        Make::Spoilt(|file| making::set_mode(file, 0o644)),
        Refused(&["to be executed", "chmod"]),
    ),
    same(
        "world-writable",
        Make::Spoilt(|file| making::set_mode(file, 0o777)),
        Refused(&["everybody may write to it"]),
    ),
    same(
        "in a world-writable folder",
        Make::Spoilt(making::open_its_folder),
        Refused(&["write to its folder", "chmod o-w"]),
    ),
    same("a missing function", Make::C(&["MISSING"]), NotLoaded(&["plenary_test_nowhere"])),
];

/// What breaks the contract without breaking anything else.
const CONTRACT: &[Case] = &[
    same("a short entry table", Make::C(&["SIZE=8"]), RefusedOnceLoaded(&["entry table is wrong"])),
    same(
        "nothing written",
        Make::C(&["RENDER=return 0;"]),
        NoDocument(&["wrote nothing", "tell its author"]),
    ),
    same("an unknown status", Make::C(&["RENDER=return 42;"]), NoDocument(&["unknown status 42"])),
    same(
        "half a document",
        Make::C(&["RENDER=put(host, \"half\"); return PLENARY_FAILED;"]),
        NoDocument(&["it gave no reason"]),
    ),
    same(
        "an error",
        Make::C(&[
            "RENDER=put(host, \"half\"); say(host, PLENARY_ERROR, \"no ink\", 6); return PLENARY_FAILED;",
        ]),
        NoDocument(&["no ink"]),
    ),
    same(
        "a refusal ignored",
        Make::C(&["RENDER=return ignore_a_refusal(host);"]),
        NoDocument(&["null pointer"]),
    ),
    same(
        "writing from another thread",
        Make::C(&["RENDER=return write_from_a_thread(host);"]),
        NoDocument(&["another thread"]),
    ),
    same(
        "a thread left behind",
        Make::C(&["RENDER=return leave_a_thread(host);"]),
        Document(b"one thread left", &[]),
    ),
    same(
        "findings that are nowhere",
        Make::C(&["RENDER=return report_nothing(host);"]),
        Document(b"nothing said", &["cannot be read"]),
    ),
    same(
        "findings that are no UTF-8",
        Make::C(&[
            "RENDER=say(host, PLENARY_WARNING, \"caf\\xe9 au lait\", 12); return put(host, \"said\");",
        ]),
        Document(b"said", &["caf\u{FFFD} au lait"]),
    ),
    // A format may be anything: its bytes are the plugin's.
    same(
        "a document that is no UTF-8",
        Make::C(&["RENDER=return put(host, \"caf\\xe9\");"]),
        Document(b"caf\xe9", &[]),
    ),
    same(
        "a million findings",
        Make::C(&["RENDER=return report_a_million(host);"]),
        Document(b"all said", &["999000 more findings of the plugin are left out"]),
    ),
    same(
        "a panic",
        Make::Rust("panic"),
        NoDocument(&["tally was told to panic (src/lib.rs:", "tell its author"]),
    ),
    same(
        "a panic with a value",
        Make::Rust("panic-with-a-value"),
        NoDocument(&["a panic without a message"]),
    ),
];

/// What ends the process it runs in.
const LETHAL: &[Case] = &[
    lethal("a panic while panicking", Make::Rust("panic-twice"), Killed(&[SIGABRT]), &["SIGABRT"]),
    // Its manifest says so: it runs in a worker wherever it is asked for.
    same(
        "a panic that aborts",
        Make::RustThatAborts("panic"),
        NoDocument(&["SIGABRT", "tally was told to panic"]),
    ),
    lethal(
        "an exception",
        Make::Cpp(&["RENDER=return throw_something();"]),
        Killed(&[SIGABRT]),
        &["SIGABRT"],
    ),
    lethal("abort", Make::C(&["RENDER=put(host, \"half\"); abort();"]), Killed(&[SIGABRT]), &["SIGABRT"]),
    // Such an end is seen, so that it is not taken for a good one; an end by force is not.
    lethal(
        "exit",
        Make::C(&["RENDER=put(host, \"half\"); exit(0);"]),
        NoDocument(&["ended the program while it made a document"]),
        &["with exit code 0"],
    ),
    lethal(
        "exit at once",
        Make::C(&["RENDER=put(host, \"half\"); _exit(7);"]),
        Exits(7),
        &["with exit code 7"],
    ),
    lethal(
        "exit while it is loaded",
        Make::C(&["LOADED=exit(0);"]),
        NoDocument(&["ended the program while it made a document"]),
        &["with exit code 0"],
    ),
    lethal("abort while it is loaded", Make::C(&["LOADED=abort();"]), Killed(&[SIGABRT]), &["SIGABRT"]),
    lethal(
        "a stack overflow",
        Make::C(&["RENDER=return call_itself(host, NULL);"]),
        Killed(&[SIGABRT, SIGSEGV]),
        &["it was killed by SIG"],
    ),
    lethal(
        "a wild pointer",
        Make::C(&["RENDER=put(host, \"half\"); return touch_nothing();"]),
        Killed(&[SIGSEGV, SIGBUS]),
        &["it was killed by SIG"],
    ),
];

/// What takes time or memory without end.
const GREEDY: &[Case] = &[
    greedy(
        "an endless loop",
        &["RENDER=return turn_in_circles(host);"],
        GoesOn,
        "--plugin-cpu=1",
        &["it used more than 1 s of processor time"],
    ),
    greedy(
        "a sleep for good",
        &["RENDER=return sleep_for_good(host);"],
        GoesOn,
        "--plugin-time=0.5",
        &["it took more than 0.5 s"],
    ),
    greedy(
        "a sleep for good while it is loaded",
        &["LOADED=for (;;) pause();"],
        GoesOn,
        "--plugin-time=0.5",
        &["it took more than 0.5 s"],
    ),
    greedy(
        "sixteen gibibytes",
        &["RENDER=return eat_memory(host);"],
        Killed(&[SIGSEGV, SIGBUS]),
        "--plugin-memory=512MiB",
        &["it wanted more memory than 512 MiB"],
    ),
    greedy(
        "output without end",
        &["RENDER=return write_without_end(host);"],
        Killed(&[SIGABRT]),
        "--plugin-output=16MiB",
        &["it wrote more than 16 MiB"],
    ),
];
