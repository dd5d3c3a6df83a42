//! Names that people give to settings, and that are none.

/// What a name that is no setting was meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// A setting, of a folder or of a run.
    Setting(&'static str),
    /// The tables of options, by format.
    Options,
    /// The tables of folders.
    Directory,
    /// The pages, which no file names.
    Pages,
}

use Meant::{Directory, Options, Pages, Setting};

/// Where a letter or a word tells what was meant, however little it looks like the name of the setting.
const GUESSES: &[(Meant, &[&str])] = &[
    (Setting("to"), &["t", "format", "formats", "output-format", "output-formats", "target", "targets"]),
    (
        Setting("output"),
        &["o", "out", "dir", "out-dir", "outdir", "output-dir", "dest", "destination", "documents", "dist"],
    ),
    (Setting("name"), &["pattern", "filename", "file-name", "naming", "template"]),
    (Setting("from"), &["dialect", "reader", "input-format"]),
    (Setting("jobs"), &["j", "threads", "workers", "parallel", "processes"]),
    (Setting("strict"), &["warnings", "warnings-as-errors", "fail-on-warnings", "deny-warnings"]),
    (
        Setting("plugin-dir"),
        &["plugin", "plugins", "plugin-dirs", "plugins-dir", "plugin-path", "plugin-folder"],
    ),
    (Setting("no-bundled"), &["bundled"]),
    (Setting("isolate"), &["isolation", "sandbox"]),
    (Setting("plugin-time"), &["time", "timeout", "plugin-timeout"]),
    (Setting("plugin-memory"), &["memory", "max-memory"]),
    (Setting("max-page"), &["max-size", "max-page-size"]),
    (Options, &["options", "option", "settings", "formats-options"]),
    (Directory, &["folder", "folders", "path", "paths", "override", "overrides", "directories"]),
    (Pages, &["input", "inputs", "page", "pages", "source", "sources", "src", "files", "include"]),
];

/// What is called so in a `[[directory]]` alone.
const IN_DIRECTORY: &[(Meant, &[&str])] = &[(
    Setting("path"),
    &["dir", "directory", "folder", "folders", "paths", "pattern", "glob", "match", "file", "files", "pages"],
)];

/// What is most likely meant by the name; of a `[[directory]]`, or at the top of a file.
pub(super) fn meant(name: &str, in_directory: bool) -> Option<Meant> {
    let name = name.to_lowercase().replace('_', "-");
    let first = if in_directory { IN_DIRECTORY } else { &[] };
    first.iter().chain(GUESSES).find(|(_, names)| names.contains(&name.as_str())).map(|(meant, _)| *meant)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::read::is_setting;
    use super::*;

    #[test]
    fn guesses_are_no_settings_and_lead_to_settings() {
        for (meant, names) in GUESSES {
            assert!(!names.iter().any(|name| is_setting(name)), "{names:?}");
            assert!(!matches!(meant, Setting(name) if !is_setting(name)), "{meant:?}");
        }
        let all: Vec<_> = GUESSES.iter().flat_map(|(_, names)| *names).collect();
        assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
    }
}
