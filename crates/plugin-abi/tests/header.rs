//! `include/plenary_plugin.h` says the same as the Rust types, in C and in C++, and its macros make a plugin.
//!
//! What is the same is asked of a compiler: a source full of static assertions, made from the Rust types, has to
//! pass. Without a compiler for a language its tests are *ignored*, which the summary counts; under `CI` they fail.
#![allow(clippy::expect_used, reason = "a test")]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

mod contract;

use libtest_mimic::{Arguments, Failed, Trial};

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
        "#include \"plenary_session.h\"\n#ifndef __cplusplus\n#define static_assert _Static_assert\n#endif\n"
            .to_owned();
    // The blob has no name in C of its own: the macro makes one.
    c.push_str("PLENARY_MANIFEST(x, \"{}\");\n");
    let mut same = |what: &str, value: i64| {
        writeln!(c, "static_assert((long long)({what}) == {value}, \"{what}\");").expect("a String takes it");
    };
    for contract::Struct { name, size, members, .. } in contract::structs() {
        same(&format!("sizeof({name})"), size as i64);
        for member in members {
            same(&format!("offsetof({name}, {})", member.name), member.offset as i64);
            same(&format!("sizeof((({name} *)0)->{})", member.name), member.size as i64);
        }
    }
    for (name, value) in contract::constants() {
        same(&name, value);
    }
    c
}

/// A plugin that uses everything the header has.
fn plugin() -> String {
    r#"
#include "plenary_session.h"
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
  PLENARY_EACH(plenary_section, section, job->session->sections) {
    if (section->role != PLENARY_ROLE_TRANSCRIPT || section->content != PLENARY_CONTENT_SPEECHES) continue;
    PLENARY_EACH(plenary_speech, speech, section->speeches) {
      if (speech->start.kind == PLENARY_MOMENT_NONE) found.message = speech->label.text;
      PLENARY_EACH(plenary_block, block, speech->blocks) host->write(host->ctx, block->text.text.ptr, block->text.text.len);
    }
    if (section->speeches.len > 1) found.code = PLENARY_AT(plenary_speech, section->speeches, 1)->id;
  }
  return host->write(host->ctx, job->format.ptr, job->format.len);
}
PLENARY_MANIFEST(every_thing, "{ \"name\": \"every-thing\" }");
PLENARY_PLUGIN(every_thing, render);
"#
    .to_owned()
}
