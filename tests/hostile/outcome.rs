//! What a run comes to.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;

use crate::making::was_loaded;
use crate::running::{DOCUMENT, Run};

/// What a run comes to. Words are those that its messages have to hold.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Outcome {
    /// The plugin is refused by its file, before any code of it runs; it is listed as refused.
    Refused(&'static [&'static str]),
    /// The plugin is refused by the loader, before any code of it runs.
    NotLoaded(&'static [&'static str]),
    /// The plugin is refused when it has been loaded.
    RefusedOnceLoaded(&'static [&'static str]),
    /// The plugin ran and made no document; the page is told of, and plenary goes on.
    NoDocument(&'static [&'static str]),
    /// There is a document that starts so; it is whole.
    Document(&'static [u8], &'static [&'static str]),
    /// plenary itself is ended by one of these signals.
    Killed(&'static [i32]),
    /// plenary itself ends with this code, as the plugin would have it.
    Exits(i32),
    /// It goes on until somebody ends it.
    GoesOn,
}

impl Outcome {
    pub(crate) fn is_endless(self) -> bool {
        matches!(self, Self::GoesOn)
    }

    /// Judges a run with the plugin of `folder`.
    pub(crate) fn check(self, run: &Run, folder: &Path) {
        let Run { status, stdout, stderr } = run;
        let told = format!("{self:?}, not {status:?}:\n{stderr}");
        let code = status.and_then(|status| status.code());
        let signal = status.and_then(|status| status.signal());
        match self {
            Self::Refused(_) | Self::NotLoaded(_) | Self::RefusedOnceLoaded(_) => {
                assert_eq!(code, Some(3), "{told}")
            }
            Self::NoDocument(_) => assert_eq!(code, Some(1), "{told}"),
            Self::Document(..) => assert_eq!(code, Some(0), "{told}"),
            Self::Killed(signals) => {
                assert!(signal.is_some_and(|signal| signals.contains(&signal)), "{told}");
            }
            Self::Exits(exit) => assert_eq!(code, Some(exit), "{told}"),
            Self::GoesOn => assert!(status.is_none(), "{told}"),
        }
        for words in self.words() {
            assert_eq!(stderr.matches(words).count(), 1, "`{words}` once: {told}");
        }
        if matches!(self, Self::NoDocument(_)) {
            assert!(stderr.contains("the plugin `") && !stderr.contains("RUST_BACKTRACE"), "{told}");
        }
        if matches!(self, Self::Refused(_) | Self::NotLoaded(_)) {
            assert!(!was_loaded(folder), "it was loaded: {told}");
        }
        assert!(stdout.is_empty(), "{told}\n{}", String::from_utf8_lossy(stdout));
        self.check_files(folder);
    }

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Refused(words)
            | Self::NotLoaded(words)
            | Self::RefusedOnceLoaded(words)
            | Self::NoDocument(words)
            | Self::Document(_, words) => words,
            Self::Killed(_) | Self::Exits(_) | Self::GoesOn => &[],
        }
    }

    /// The document is whole or not there, and nothing else was left beside it.
    fn check_files(self, folder: &Path) {
        let mut names: Vec<_> = fs::read_dir(folder).expect("the folder").flatten().collect();
        names.retain(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            !name.contains("plenary_") && name != "witness"
        });
        let names: Vec<_> = names.iter().map(|entry| entry.file_name()).collect();
        match self {
            Self::Document(start, _) => {
                assert_eq!(names, [DOCUMENT]);
                let document = fs::read(folder.join(DOCUMENT)).expect("the document");
                assert!(document.starts_with(start), "{}", String::from_utf8_lossy(&document));
            }
            _ => assert!(names.is_empty(), "{self:?}, but it left {names:?}"),
        }
    }
}
