//! What can be wrong with settings in a file.

use super::table;

table! {
    CONFIG_SYNTAX: "config::syntax", Error,
        "a file of settings is no TOML",
        "The file is to be TOML (https://toml.io): `key = value` on a line, tables as `[set.pdf]`. As long as it is none, nothing \
         else of it is looked at.";
    CONFIG_KEY: "config::unknown-key", Error,
        "there is no setting of this name",
        "Settings are named as the long options of the command line are. `plenary config` shows them all, as comments those \
         that are not set.";
    CONFIG_TYPE: "config::type", Error,
        "a setting is of another type",
        "A text stands in quotes, a number, `true` and `false` without; a list in brackets: `to = [\"markdown\", \"pdf\"]`.";
    CONFIG_VALUE: "config::value", Error,
        "a setting cannot have this value",
        "What fits is told: the same as for the option of this name on the command line.";
    CONFIG_DIRECTORY: "config::directory", Error,
        "a [[directory]] cannot be as it is",
        "It has a `path`, which is a folder below that of the file or a pattern for some, and settings that may be other from \
         page to page: `to`, `set`, `name`, `strict`, `from`, `lossy`. What a whole run has once stands at the top of the file.";
    CONFIG_NO_FOLDER: "config::no-folder", Warning,
        "a [[directory]] is of a folder that does not exist",
        "Nothing comes of it. The `path` is meant from the folder that the file of settings stands in; `*` and `?` in it stand for \
         characters of a name, `**` for any number of folders.";
    CONFIG_TWO: "config::two-files", Error,
        "pages of one run are governed by different settings",
        "The nearest `plenary.toml` from the pages upwards holds, and one holds for a whole run. Convert the pages apart, or \
         name the file that is to hold for all with --config.";
    CONFIG_UNREADABLE: "config::unreadable", Error,
        "a file of settings cannot be read",
        "It does not exist, may not be read, is larger than a mebibyte or is not in UTF-8. The reason is told.";
    CONFIG_UNTRUSTED: "config::untrusted", Error,
        "a file of settings is not heeded, because it could be anybody's",
        "Settings can have plugins run, which can do what you can do. So a file that is found, and not named, is to belong to \
         you or the superuser, and nobody else is to be able to write to it or to put another one in its place. Look into \
         it, and then name it with --config.";
    CONFIG_UNHEEDED: "config::not-heeded", Warning,
        "a file of settings further down is not heeded",
        "One file holds for a whole run: the nearest from the folder of pages upwards. What is to be other in a folder below is \
         said in a [[directory]] of that file.";
}
