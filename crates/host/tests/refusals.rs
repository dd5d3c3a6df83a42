//! Files that are no good plugins: each is refused for its own reason, before any code of it runs.
#![cfg(unix)]
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

mod support;

use std::fs::{self, File, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use plenary_host::{Reason, Refusal};
use support::plugins::{file_name, plain};
use support::{folder, refusal, render};

/// A folder with the plugin `plain`, which leaves `witness` beside it when it is loaded; the folder is given to
/// `spoil`, and what the host then says is checked to help, and to come without a witness.
fn spoilt(definitions: &[&str], spoil: impl FnOnce(&Path)) -> Refusal {
    let folder = folder();
    let witness = folder.path().join("witness");
    let define_witness = format!("WITNESS=\"{}\"", witness.display());
    let definitions: Vec<_> = definitions.iter().copied().chain([define_witness.as_str()]).collect();
    plain(folder.path(), "plain", &definitions);
    spoil(&folder.path().join(file_name("plain")));
    let refusal = refusal(folder.path());
    assert!(!witness.exists(), "it was loaded");
    assert_eq!(refusal.name, "plain");
    let said = refusal.to_string();
    assert!(said.contains(&file_name("plain")) && said.contains(" is refused: "), "{said}");
    assert!(refusal.help().is_some_and(|help| help.len() > 20), "what to do about {said}?");
    refusal
}

fn with_mode(mode: u32) -> Reason {
    spoilt(&[], |library| fs::set_permissions(library, Permissions::from_mode(mode)).expect("chmod")).reason
}

fn untouched(_: &Path) {}

/// The manifest of `plain` with one thing replaced, as a C literal.
fn manifest(what: &str, by: &str) -> String {
    let json = r#"{ "name": "plain", "version": "0.3.0", "abi": "1.0", "schema": "1.0", "input": "json",
        "formats": [{ "name": "plain", "description": "The JSON", "extensions": ["plain"], "media_type": "text/plain" }] }"#;
    assert!(json.contains(what));
    let json = json.replace(what, by).replace('\n', " ");
    format!("JSON=\"{}\"", json.replace('"', "\\\""))
}

#[test]
fn another_major_version_of_the_contract() {
    let refusal = spoilt(&["MAJOR=2"], untouched);
    assert!(matches!(refusal.reason, Reason::Abi(version) if version.major == 2));
    assert!(
        refusal
            .to_string()
            .ends_with("it is built for version 2.0 of the plugin contract; this program has 1.0")
    );
    assert!(refusal.help().is_some_and(|help| help.contains("newer plenary")));
    let refusal = spoilt(&["MAJOR=0"], untouched);
    assert!(refusal.help().is_some_and(|help| help.contains("newer build of the plugin")));
}

#[test]
fn a_later_minor_version_of_the_contract() {
    assert!(matches!(spoilt(&["MINOR=1"], untouched).reason, Reason::Abi(version) if version.minor == 1));
}

#[test]
fn another_contract_is_named_even_where_the_manifest_is_not_understood() {
    assert!(matches!(spoilt(&["MAJOR=2", "JSON=\"[]\""], untouched).reason, Reason::Abi(_)));
}

#[test]
fn no_entry_table() {
    match spoilt(&["NO_ENTRY"], untouched).reason {
        Reason::NoEntry { symbol, other: None } => assert_eq!(symbol, "plenary_plugin_plain"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn no_manifest() {
    let reason = spoilt(&["NO_MANIFEST"], untouched).reason;
    assert_eq!(reason, Reason::NoManifest("plenary_manifest_plain".to_owned()));
}

#[test]
fn a_manifest_that_is_none() {
    assert!(matches!(spoilt(&["JSON=\"{\""], untouched).reason, Reason::Manifest(_)));
    assert!(matches!(spoilt(&["JSON=\"\""], untouched).reason, Reason::Manifest(_)));
    assert!(matches!(spoilt(&["JSON=\"\\xff\""], untouched).reason, Reason::Manifest(_)));
    // Brackets without end would take the whole stack of a reader that follows them.
    let deep = format!("JSON=\"{}\"", "[".repeat(100_000));
    assert!(matches!(spoilt(&[&deep], untouched).reason, Reason::Manifest(_)));
    let deep = format!("\"options\": {}{}, \"input\"", "[".repeat(40_000), "]".repeat(40_000));
    assert!(matches!(spoilt(&[&manifest("\"input\"", &deep)], untouched).reason, Reason::Manifest(_)));
    match spoilt(&[&manifest("\"text/plain\"", "7")], untouched).reason {
        Reason::Manifest(error) => {
            assert!(error.to_string().starts_with("formats[0].media_type: "), "{error}")
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_manifest_whose_blob_is_broken() {
    assert!(matches!(spoilt(&["BAD_MAGIC=\"plonary\""], untouched).reason, Reason::DamagedManifest(_)));
    assert!(matches!(spoilt(&["LENGTH=0x7fffffff"], untouched).reason, Reason::DamagedManifest(_)));
    assert!(matches!(spoilt(&["LENGTH=900000"], untouched).reason, Reason::DamagedManifest(_)));
}

#[test]
fn manifest_and_table_disagree() {
    let refusal = spoilt(&[&manifest("\"abi\": \"1.0\"", "\"abi\": \"1.7\"")], untouched);
    assert!(
        matches!(refusal.reason, Reason::TwoAbis { manifest, table } if manifest.minor == 7 && table.minor == 0)
    );
}

#[test]
fn another_major_version_of_the_model() {
    let refusal = spoilt(&[&manifest("\"schema\": \"1.0\"", "\"schema\": \"2.3\"")], untouched);
    assert!(matches!(refusal.reason, Reason::Schema { plugin, .. } if plugin.major == 2));
    assert!(refusal.help().is_some_and(|help| help.contains("newer plenary")));
}

#[test]
fn named_after_another_plugin() {
    let reason = spoilt(&[&manifest("\"plain\"", "\"fancy\"")], untouched).reason;
    assert_eq!(reason, Reason::OtherName("fancy".to_owned()));

    let folder = folder();
    let library = plain(folder.path(), "plain", &[]);
    fs::rename(library, folder.path().join(file_name("fancy"))).expect("renamed");
    let refusal = refusal(folder.path());
    assert!(matches!(&refusal.reason, Reason::NoEntry { other: Some(other), .. } if other == "plain"));
    assert!(refusal.help().is_some_and(|help| help.contains(&file_name("plain"))));
}

#[test]
fn a_file_name_that_is_no_plugin_s() {
    let folder = folder();
    fs::write(folder.path().join(file_name("My-Own")), "x").expect("written");
    assert_eq!(refusal(folder.path()).reason, Reason::FileName("My-Own".to_owned()));
}

#[test]
fn permissions() {
    assert_eq!(with_mode(0o311), Reason::NotReadable);
    assert_eq!(with_mode(0o000), Reason::NotReadable);
    assert_eq!(with_mode(0o644), Reason::NotExecutable);
    assert_eq!(with_mode(0o757), Reason::WorldWritable);
}

#[test]
fn a_folder_everybody_may_write_to() {
    let mut open = None;
    let refusal = spoilt(&[], |library| {
        let folder = library.parent().expect("a folder");
        // Sticky or not: anybody may put a plugin there.
        fs::set_permissions(folder, Permissions::from_mode(0o1777)).expect("chmod");
        open = Some(folder.to_owned());
    });
    assert_eq!(Some(refusal.reason), open.map(Reason::WorldWritableFolder));
}

#[test]
fn a_link_into_a_folder_everybody_may_write_to() {
    let (own, open) = (folder(), folder());
    let library = plain(open.path(), "plain", &[]);
    fs::set_permissions(open.path(), Permissions::from_mode(0o777)).expect("chmod");
    symlink(library, own.path().join(file_name("plain"))).expect("a link");
    assert!(matches!(refusal(own.path()).reason, Reason::WorldWritableFolder(_)));
}

#[test]
fn a_link_by_way_of_a_folder_everybody_may_write_to() {
    let (own, open, other) = (folder(), folder(), folder());
    let library = plain(other.path(), "plain", &[]);
    symlink(library, open.path().join("anybody-s")).expect("a link");
    fs::set_permissions(open.path(), Permissions::from_mode(0o777)).expect("chmod");
    symlink(open.path().join("anybody-s"), own.path().join(file_name("plain"))).expect("a link");
    assert_eq!(refusal(own.path()).reason, Reason::WorldWritableFolder(open.path().to_owned()));
}

#[test]
fn what_is_no_file() {
    let replace = |library: &Path| fs::remove_file(library).expect("removed");
    let reason = spoilt(&[], |library| {
        replace(library);
        fs::create_dir(library).expect("a folder");
    });
    assert_eq!(reason.reason, Reason::NotAFile("a folder"));
    let reason = spoilt(&[], |library| {
        replace(library);
        assert!(Command::new("mkfifo").arg(library).status().expect("mkfifo").success());
    });
    assert_eq!(reason.reason, Reason::NotAFile("a pipe"));
    let reason = spoilt(&[], |library| {
        replace(library);
        symlink("/dev/null", library).expect("a link");
    });
    assert_eq!(reason.reason, Reason::NotAFile("a device"));
    let reason = spoilt(&[], |library| {
        replace(library);
        symlink("nowhere", library).expect("a link");
    });
    assert!(matches!(reason.reason, Reason::Unreadable(_)));
}

#[test]
fn files_cut_short_anywhere() {
    let folder = folder();
    let library = plain(folder.path(), "plain", &[]);
    let whole = fs::metadata(&library).expect("a file").len();
    for length in [0, 1, 3, 20, 64, 1000, whole / 4, whole / 2, whole * 3 / 4, whole - 1] {
        let file = File::options().write(true).open(&library).expect("opened");
        // Longest first would need a copy each: grown again, the rest is zeroes, which is as broken.
        file.set_len(length).expect("cut");
        drop(file);
        let refusal = refusal(folder.path());
        assert!(matches!(refusal.reason, Reason::NotALibrary(_)), "{length}: {refusal}");
        plain(folder.path(), "plain", &[]);
    }
}

/// A file with holes, and tables in it as large as it: it has the size of any other, but to read them takes all memory.
#[test]
#[cfg(all(target_os = "linux", target_pointer_width = "64", target_endian = "little"))]
fn tables_that_claim_to_be_huge() {
    const HUGE: u64 = 16 << 30;
    let number = |bytes: &[u8], at: usize| {
        usize::try_from(u64::from_le_bytes(bytes[at..at + 8].try_into().expect("8"))).expect("an offset")
    };
    // By kind (at 4 of a section's header): the table of symbols that is looked at in any case, that of the exports.
    for kind in [2, 11] {
        let refusal = spoilt(&[], |library| {
            let mut bytes = fs::read(library).expect("read");
            let headers = number(&bytes, 40);
            for header in (headers..bytes.len() - 63).step_by(64) {
                if bytes[header + 4..header + 8] == [kind, 0, 0, 0] {
                    let whole_symbols = (HUGE - number(&bytes, header + 24) as u64) / 24 * 24;
                    bytes[header + 32..header + 40].copy_from_slice(&whole_symbols.to_le_bytes());
                }
            }
            fs::write(library, bytes).expect("written");
            File::options().write(true).open(library).and_then(|file| file.set_len(HUGE)).expect("grown");
        });
        assert!(refusal.to_string().contains("larger than those of any library"), "{kind}: {refusal}");
    }
}

/// Libraries with one to three bytes gone wrong, anywhere in what is read before loading: all are looked at without
/// a panic or an endless loop, whatever comes of it.
#[test]
fn files_with_wrong_bytes_do_no_harm() {
    let folder = folder();
    let library = plain(folder.path(), "plain", &[]);
    let whole = fs::read(&library).expect("read");
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: usize| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        usize::try_from(random % below as u64).expect("below a usize")
    };
    for _ in 0..1000 {
        let mut bytes = whole.clone();
        for _ in 0..=next(3) {
            // Half of them in the header, the rest anywhere.
            let at = if next(2) == 0 { next(64) } else { next(whole.len()) };
            bytes[at] = u8::try_from(next(256)).expect("a byte");
        }
        fs::write(&library, bytes).expect("written");
        let host = support::host([folder.path()]);
        assert_eq!(host.plugins().len() + host.refusals().len(), 1);
    }
}

#[test]
fn what_is_no_library() {
    let text =
        |text: &'static str| spoilt(&[], move |library| fs::write(library, text).expect("written")).reason;
    assert!(matches!(text("#!/bin/sh\necho hello\n"), Reason::NotALibrary(_)));
    let program = spoilt(&[], |library| {
        fs::copy("/proc/self/exe", library).map(drop).expect("copied");
    });
    assert!(matches!(program.reason, Reason::NoEntry { .. } | Reason::NotALibrary(_)));
}

/// The headers of libraries of other systems, as far as they are read.
#[test]
#[cfg(target_os = "linux")]
fn libraries_of_other_systems() {
    // ELF: the machine stands at offset 18; a machine nobody has is 0xffff, S/390 is 22.
    for machine in [[0xff, 0xff], [22, 0]] {
        let refusal = spoilt(&[], |library| {
            let mut bytes = fs::read(library).expect("read");
            bytes[18..20].copy_from_slice(&machine);
            fs::write(library, bytes).expect("written");
        });
        assert!(matches!(refusal.reason, Reason::OtherSystem { .. }), "{refusal}");
        assert!(
            refusal.help().is_some_and(|help| help.contains("install the build of the plugin for Linux"))
        );
    }
    // Mach-O for 64-bit ARM: a dynamic library without a single load command.
    let mut macho = vec![0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 0x01];
    macho.extend([0, 0, 0, 0, 6, 0, 0, 0]);
    macho.extend([0; 16]);
    let refusal = spoilt(&[], |library| fs::write(library, macho).expect("written"));
    match refusal.reason {
        Reason::OtherSystem { found, .. } => assert!(found.starts_with("macOS") && found.contains("Aarch64")),
        other => panic!("{other:?}"),
    }
}

/// A version of glibc that never was, written over the name of one that the library needs.
#[test]
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn a_c_library_that_is_too_old() {
    let refusal = spoilt(&[], |library| {
        let mut bytes = fs::read(library).expect("read");
        let at = bytes.windows(8).position(|bytes| bytes == b"GLIBC_2.").expect("a version that is needed");
        bytes[at + 6] = b'9';
        fs::write(library, bytes).expect("written");
    });
    match &refusal.reason {
        Reason::Glibc { needed, ours } => assert!(needed.major == 9 && ours.major == 2),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_only_loading_shows() {
    let short = folder();
    plain(short.path(), "plain", &["SIZE=8"]);
    let missing = folder();
    plain(missing.path(), "plain", &["MISSING"]);
    for (folder, says) in [(short, "shorter than version 1.0"), (missing, "plenary_test_nowhere")] {
        let host = support::host([folder.path()]);
        assert!(host.refusals().is_empty());
        for _again in 0..2 {
            let failure = render(&host, "plain").expect_err("no document");
            assert!(failure.to_string().contains(says), "{failure}");
            assert!(!failure.to_string().contains("/proc/"), "{failure}");
            assert!(failure.help().is_some());
        }
    }
}

/// What one plugin defines is nobody else's: else it could take the place of a function another one relies on.
#[test]
fn no_plugin_gets_a_function_of_another() {
    let folder = folder();
    plain(folder.path(), "giver", &[&manifest("\"plain\"", "\"giver\""), "NOWHERE"]);
    plain(folder.path(), "plain", &["MISSING"]);
    let host = support::host([folder.path()]);
    assert!(render(&host, "giver").is_ok());
    let failure = render(&host, "plain").expect_err("no document");
    assert!(failure.to_string().contains("plenary_test_nowhere"), "{failure}");
}

#[test]
fn a_refused_library_does_not_hide_the_others() {
    let folder = folder();
    plain(folder.path(), "good", &[&manifest("\"plain\"", "\"good\"")]);
    plain(folder.path(), "bad", &["NO_MANIFEST"]);
    let host = support::host([folder.path()]);
    assert_eq!(host.refusals().len(), 1);
    assert!(render(&host, "good").is_ok());
}
