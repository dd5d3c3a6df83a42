//! What fails around the pages: outputs, plugins, streams, the environment.

use super::table;

table! {
    STDIN: "input::stdin", Error,
        "standard input cannot be read",
        "The system gives a reason, which is told. The stream was closed, or is a folder.";
    UNWRITABLE: "output::unwritable", Error,
        "an output cannot be written",
        "The file, its folder or standard output cannot be written: no permission, a full disk, a read-only file, a \
         folder of that name. What stood there before still stands there, untouched.";
    PLUGIN_FOLDER: "plugin::folder", Error,
        "a folder of plugins cannot be used",
        "A folder given with --plugin-dir does not exist or may not be read: whoever names one wants what is in it, so \
         plenary does not go on without. Or everybody may write to a folder that a plugin is to be installed into.";
    PLUGIN_REFUSED: "plugin::refused", Warning,
        "a plugin is not loaded",
        "A library on the plugin path does not fit: another contract, another machine, a missing symbol, a file that \
         everybody can write to. The reason is told. It is an error where the document asked for needs this plugin: \
         another renderer of the same name does not take its place.";
    WORKER: "plugin::worker", Error,
        "no process for a plugin",
        "A plugin was to run in a process of its own, but the system gives none: too many processes, too little memory, \
         a system on which plenary has no such processes. The reason is told.";
    NO_PLUGIN: "plugin::none", Warning,
        "a folder of plugins holds none",
        "A folder given with --plugin-dir has no file that is named as a plugin's library is. Cargo puts libraries into \
         `target/debug` or `target/release`. Folders in the folder are not looked into.";
    PLUGIN_HIDDEN: "plugin::hidden", Note,
        "a plugin is not used, because another of its name is found first",
        "Folders are searched in the order of `plenary plugin list --help`, and what the program brings along comes \
         last. That a library takes the place of a renderer of the program is mostly meant; where it is not, remove it.";
    FAULT: "plenary::fault", Error,
        "plenary broke down",
        "This is a fault of plenary itself: it came upon what its authors hold for impossible. It cost the page it happened on, \
         and the others were converted. Please report it, with the page and the message, which says where in the program it \
         was.";
    SOURCE_DATE_EPOCH: "environment::source-date-epoch", Error,
        "SOURCE_DATE_EPOCH is no number",
        "The variable holds the date that documents bear, in seconds since 1970-01-01 00:00 UTC. Set it to such a \
         number, or unset it: then documents bear no date of their making.";
}
