//! `include/plenary_plugin.h` says the same as the Rust types, in C and in C++, and its macros make a plugin.
//!
//! What is the same is asked of a compiler: a source full of static assertions, made from the Rust types, has to
//! pass. Without a compiler for a language its tests are *ignored*, which the summary counts; under `CI` they fail.
#![allow(clippy::expect_used, reason = "a test")]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::mem::offset_of;
use std::path::Path;
use std::process::Command;

use libtest_mimic::{Arguments, Failed, Trial};
use plenary_plugin_abi as abi;

/// A language, its compilers in the order of choice, the environment's name for one, and how to ask for it.
struct Language {
    name: &'static str,
    compilers: [&'static str; 3],
    variable: &'static str,
    flags: [&'static str; 2],
}

const LANGUAGES: [Language; 2] = [
    Language { name: "c11", compilers: ["cc", "gcc", "clang"], variable: "CC", flags: ["-std=c11", "-xc"] },
    Language {
        name: "cpp17",
        compilers: ["c++", "g++", "clang++"],
        variable: "CXX",
        flags: ["-std=c++17", "-xc++"],
    },
];

fn main() {
    let mut trials = Vec::new();
    for language in &LANGUAGES {
        let compiler = compiler(language);
        for (test, source) in
            [("layout_is_that_of_the_rust_types", layout()), ("macros_make_a_plugin", plugin())]
        {
            let name = format!("{}_{test}", language.name);
            let missing = compiler.is_none();
            let compiler = compiler.clone();
            let run = move || match compiler {
                Some(compiler) => compile(&compiler, language, test, &source),
                None => Err(format!("not run: no compiler for {} was found", language.name).into()),
            };
            trials.push(Trial::test(name, run).with_ignored_flag(missing && env::var_os("CI").is_none()));
        }
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn compiler(language: &Language) -> Option<String> {
    let set = env::var(language.variable).ok();
    let all = set.into_iter().chain(language.compilers.map(str::to_owned));
    all.into_iter()
        .find(|compiler| Command::new(compiler).arg("--version").output().is_ok_and(|o| o.status.success()))
}

fn compile(compiler: &str, language: &Language, test: &str, source: &str) -> Result<(), Failed> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}_{}.c", language.name));
    fs::write(&file, source)?;
    let output = Command::new(compiler)
        .args(language.flags)
        .args(["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"])
        .arg(concat!("-I", env!("CARGO_MANIFEST_DIR"), "/include"))
        .arg(&file)
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(()) } else { Err(format!("{compiler}: {said}").into()) }
}

/// Static assertions of every size, offset and constant.
fn layout() -> String {
    let mut c =
        "#include \"plenary_plugin.h\"\n#ifndef __cplusplus\n#define static_assert _Static_assert\n#endif\n"
            .to_owned();
    let mut assert = |what: String, value: i64| {
        writeln!(c, "static_assert((long long)({what}) == {value}, \"{what}\");").expect("a String takes it");
    };
    macro_rules! same_struct {
        ($rust:ident, $c:literal: $($member:ident)*) => {
            assert(concat!("sizeof(", $c, ")").to_owned(), size_of::<abi::$rust>() as i64);
            $(
                let offset = offset_of!(abi::$rust, $member) as i64;
                assert(format!("offsetof({}, {})", $c, stringify!($member)), offset);
            )*
        };
    }
    same_struct!(Str, "plenary_str": ptr len);
    same_struct!(Span, "plenary_span": start end);
    same_struct!(Diagnostic, "plenary_diagnostic": size severity code message help span);
    same_struct!(Host, "plenary_host": size abi_major abi_minor ctx write report cancelled extension);
    same_struct!(Job, "plenary_job": size schema_major schema_minor format options_json session_json generator source_date_epoch);
    same_struct!(Plugin, "plenary_plugin": size abi_major abi_minor render);
    let constants = [
        ("PLENARY_ABI_MAJOR", i64::from(abi::ABI_MAJOR)),
        ("PLENARY_ABI_MINOR", i64::from(abi::ABI_MINOR)),
        ("PLENARY_OK", i64::from(abi::Status::OK.0)),
        ("PLENARY_FAILED", i64::from(abi::Status::FAILED.0)),
        ("PLENARY_OPTIONS", i64::from(abi::Status::OPTIONS.0)),
        ("PLENARY_UNSUPPORTED", i64::from(abi::Status::UNSUPPORTED.0)),
        ("PLENARY_OUTPUT", i64::from(abi::Status::OUTPUT.0)),
        ("PLENARY_CANCELLED", i64::from(abi::Status::CANCELLED.0)),
        ("PLENARY_PANICKED", i64::from(abi::Status::PANICKED.0)),
        ("PLENARY_NOTE", i64::from(abi::SEVERITY_NOTE)),
        ("PLENARY_WARNING", i64::from(abi::SEVERITY_WARNING)),
        ("PLENARY_ERROR", i64::from(abi::SEVERITY_ERROR)),
    ];
    for (name, value) in constants {
        assert(name.to_owned(), value);
    }
    // The blob has no name in C of its own: the macro makes one.
    c.push_str("PLENARY_MANIFEST(x, \"{}\");\n");
    let mut assert = |what: &str, value: usize| {
        writeln!(c, "static_assert({what} == {value}, \"{what}\");").expect("a String takes it");
    };
    assert("offsetof(struct plenary_manifest_x_blob, magic)", offset_of!(abi::ManifestBlob<3>, magic));
    assert("offsetof(struct plenary_manifest_x_blob, length)", offset_of!(abi::ManifestBlob<3>, length));
    assert("offsetof(struct plenary_manifest_x_blob, text)", offset_of!(abi::ManifestBlob<3>, json));
    c
}

/// A plugin that uses everything the header has.
fn plugin() -> String {
    r#"
#include "plenary_plugin.h"
static plenary_status render(const plenary_host *host, const plenary_job *job) {
  static const char text[] = "seen";
  plenary_span span = {1, 2};
  plenary_diagnostic found;
  if (host->abi_major != PLENARY_ABI_MAJOR || job->schema_major != PLENARY_SCHEMA_MAJOR) return PLENARY_UNSUPPORTED;
  if (host->cancelled(host->ctx)) return PLENARY_CANCELLED;
  found.size = (uint32_t)sizeof found;
  found.severity = job->source_date_epoch ? PLENARY_NOTE : PLENARY_WARNING;
  found.code.ptr = found.message.ptr = text;
  found.code.len = found.message.len = sizeof text - 1;
  found.help.ptr = NULL;
  found.help.len = 0;
  found.span = &span;
  host->report(host->ctx, &found);
  if (host->extension(host->ctx, "plenary.none") != NULL) return PLENARY_FAILED;
  return host->write(host->ctx, job->format.ptr, job->format.len);
}
PLENARY_MANIFEST(every_thing, "{ \"name\": \"every-thing\" }");
PLENARY_PLUGIN(every_thing, render);
"#
    .to_owned()
}
