//! What the command line asks for and cannot be.

use super::table;

table! {
    UNKNOWN_FORMAT: "usage::unknown-format", Error,
        "there is no format of this name",
        "`plenary formats` lists the formats that can be written. A plugin's format is there once its library stands in \
         a folder of plugins.";
    UNKNOWN_EXTENSION: "usage::unknown-extension", Error,
        "no format has files of this name",
        "Without -t, the extension of the file behind -o tells the format. This extension belongs to none: name the \
         format with -t.";
    UNKNOWN_CODE: "usage::unknown-code", Error,
        "there is no finding of this code",
        "`plenary check --explain` lists the codes there are. --select and --ignore take a whole code such as \
         `read::unreadable-date`, or the part before its `::`.";
    UNKNOWN_COMMAND: "usage::unknown-command", Error,
        "there is no command of this name",
        "`plenary help` lists the commands.";
    NO_FORMAT: "usage::no-format", Error,
        "no format is named",
        "What to write is said with -t, as in `-t pdf`, or by the extension of the file named with -o.";
    UNUSED_SETTING: "usage::unused-setting", Error,
        "an option of a format that is not written is set",
        "--set names a format that is not among those to be written. Such an option would do nothing, which is hardly \
         what was meant.";
    UNKNOWN_OPTION: "usage::unknown-option", Error,
        "a format without options is given one",
        "The formats `json` and `source` are the model itself and have no options.";
    OPTION: "usage::option", Error,
        "an option of a format does not fit",
        "The format has no option of this name, or not with such a value. What fits is told.";
    STDIN_TWICE: "usage::stdin-twice", Error,
        "standard input is named twice",
        "`-` stands for standard input, which can be read once only.";
    ONE_FILE: "usage::one-file", Error,
        "several documents would go into one file",
        "Several pages or formats need a folder to go to: `-o out/`.";
    OVERWRITES_INPUT: "usage::overwrites-input", Error,
        "an output would be written over a page",
        "The name of a document is that of a page which is to be read. Pages are never written over: name another \
         place with -o.";
    SAME_OUTPUT: "usage::same-output", Error,
        "two documents would have the same name",
        "Two pages of the same name from different folders, or two formats with the same extension, would end up in one \
         file. Convert them one by one, each with its own -o.";
    TERMINAL: "usage::terminal", Error,
        "a binary document would go to a terminal",
        "Name a file with -o, or redirect standard output.";
}
