//! The contract is what was announced: `announced/abi-1.0.txt` holds every struct, member and constant of version 1.0 on
//! machines with pointers of eight bytes, and the code of its headers; each later minor version will have a file of its
//! own.
//!
//! A change that nobody announced fails here. To announce one, see the README: the minor version goes up, and
//! `SNAPSHOTS=overwrite` writes the file of the new version. A file of a version that is out is never written again.
#![cfg(all(target_pointer_width = "64", not(feature = "later")))]
#![allow(clippy::expect_used, reason = "a test")]

mod contract;

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use contract::{Member, SYMBOLS, Struct, constants, structs};
use plenary_plugin_abi::{ABI_MAJOR, ABI_MINOR, MANIFEST_MAGIC};

/// The code of a header, without its comments: a line each.
fn code(header: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("include").join(header);
    let text = fs::read_to_string(path).expect("a header");
    let parts = text.split("/*").enumerate();
    let code: String = parts
        .map(|(at, part)| if at == 0 { part } else { part.split_once("*/").map_or("", |it| it.1) })
        .collect();
    let lines = code.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).map(|line| format!("{header}: {line}\n")).collect()
}

/// One line for each thing a plugin may rely on.
fn description() -> String {
    let mut text = String::new();
    let mut line = |line: String| writeln!(text, "{line}").expect("a String takes it");
    for (what, symbol) in SYMBOLS {
        line(format!("symbol {what} {symbol}NAME"));
    }
    line(format!("magic {}", MANIFEST_MAGIC.escape_ascii()));
    for Struct { name, size, alignment, grows, members } in structs() {
        // What grows may have any size in a later version; what does not is embedded in others.
        let size = if grows { "grows".to_owned() } else { format!("{size} bytes") };
        line(format!("{name}: {size}, aligned to {alignment}"));
        for Member { name: member, offset, size } in members {
            line(format!("{name}.{member}: {size} bytes at {offset}"));
        }
    }
    for (name, value) in constants() {
        line(format!("{name} = {value}"));
    }
    text + &code("plenary_plugin.h") + &code("plenary_session.h")
}

fn file(minor: u16) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("announced/abi-{ABI_MAJOR}.{minor}.txt"))
}

#[test]
fn the_contract_is_what_was_announced() {
    let now = description();
    let path = file(ABI_MINOR);
    if std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") && !path.exists() {
        fs::write(&path, &now).expect("the file of the new version");
    }
    let announced = fs::read_to_string(&path)
        .expect("every version has its file; SNAPSHOTS=overwrite writes that of a new one");
    for (now, announced) in now.lines().zip(announced.lines()) {
        assert_eq!(now, announced, "a change to the contract that {} does not announce", path.display());
    }
    assert_eq!(now.lines().count(), announced.lines().count(), "{} ends elsewhere", path.display());
}

#[test]
fn what_was_announced_stays() {
    let now = description();
    let now: Vec<_> = now.lines().collect();
    for minor in (0..).take(usize::from(ABI_MINOR)) {
        let announced = fs::read_to_string(file(minor)).expect("every version has its file");
        for line in announced.lines().filter(|line| !line.contains("PLENARY_ABI_MINOR ")) {
            assert!(
                now.contains(&line),
                "version {ABI_MAJOR}.{minor} announced `{line}`, which is no longer so"
            );
        }
    }
}

/// A later version adds behind the last member. Padding there would be bytes that no writer of 1.0 has set, and that a
/// reader of 1.1 would take for the member.
#[test]
fn what_may_grow_ends_without_padding() {
    for Struct { name, size, alignment, grows, members } in structs() {
        let end = members.last().map_or(0, |last| last.offset + last.size);
        assert!(
            !grows || (end == size && size % alignment == 0),
            "{name} has {} bytes of padding",
            size - end
        );
    }
}
