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
        "What to write is said with -t, as in `-t pdf`, by the extension of the file named with -o of `convert`, or in \
         `plenary.toml`, as in `to = [\"pdf\"]`.";
    NO_OUTPUT: "usage::no-output", Error,
        "no folder is named for the documents",
        "Where the documents of many pages go is said with -o, or in `plenary.toml`, as in `output = \"documents\"`.";
    NO_ISOLATION: "usage::no-isolation", Error,
        "limits are set for processes that there are not",
        "--plugin-memory, --plugin-cpu and --plugin-output hold for plugins that run in processes of their own. \
         `convert` starts some under --isolate alone.";
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
    SETTING_FILE: "usage::setting-file", Error,
        "the file that holds the value of an option cannot be taken",
        "`--set FORMAT.KEY=@FILE` takes the value from a file: a text in UTF-8 of a mebibyte at most. A value that itself \
         begins with `@` is written with two: `--set FORMAT.KEY=@@value`.";
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
    NAME_PATTERN: "usage::name-pattern", Error,
        "a pattern for the names of documents cannot be read",
        "--name takes a text with fields in braces, such as `{dir}/{stem}.{ext}`. `plenary help batch` tells what the fields \
         stand for.";
    OUTSIDE: "usage::outside", Error,
        "a document would stand outside of the folder of the documents",
        "By its name, or over a link, a document would leave the folder that is named with -o, or have no name at all. \
         Nothing was written.";
    PATTERN: "usage::pattern", Error,
        "a pattern for pages cannot be read, or fits nothing",
        "`*` and `?` stand for characters of a name, `[…]` for one of several, `{a,b}` for one of several texts, `**` for any \
         number of folders. A pattern that fits no file is hardly what was meant.";
    LIST: "usage::list", Error,
        "a list of pages cannot be read",
        "`@FILE` names a file with the path of a page, or of a folder of them, on each line; `@-` is standard input. A page \
         whose own name begins with `@` is named `./@…`.";
    UNKNOWN_PLUGIN: "usage::unknown-plugin", Error,
        "there is no plugin of this name",
        "`plenary plugin list` lists the plugins there are. What holds a slash or a dot is taken for the name of a \
         library's file.";
    PLUGIN_NAME: "usage::plugin-name", Error,
        "a new plugin cannot have this name",
        "A name is made of a-z, 0-9 and -, and starts with a letter. It is the name of the plugin's format as well, so \
         it is not one of the formats that the program writes itself.";
    NOT_EMPTY: "usage::not-empty", Error,
        "a folder to be filled holds something already",
        "`plenary plugin new` writes over nothing. Choose another name, or move the folder away.";
    NO_SDK: "usage::no-sdk", Error,
        "the folder named with --sdk is not the SDK's",
        "It is the folder of the crate `plenary-plugin-sdk`: `crates/plugin-sdk` in a checkout of plenary.";
    BUNDLED_NAME: "usage::bundled-name", Error,
        "an installed plugin would take the place of one the program brings along",
        "A library is found before the renderer of the same name in the program. Every document of that format would be \
         made by the library from then on. --force says that this is meant.";
    TERMINAL: "usage::terminal", Error,
        "a binary document would go to a terminal",
        "Name a file with -o, or redirect standard output.";
}
