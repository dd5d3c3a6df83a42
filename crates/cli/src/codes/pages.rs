//! Why a page is not read.

use super::table;

table! {
    NOT_FOUND: "input::not-found", Error,
        "a file does not exist",
        "There is no file of this name. Where a shell was given a pattern such as `*.txt` that fits no file, it hands \
         on the pattern itself.";
    FOLDER: "input::folder", Error,
        "a folder was named where a page is expected",
        "plenary reads files. Name the pages in the folder one by one, or by a pattern such as `pages/*.txt`.";
    NO_PERMISSION: "input::no-permission", Error,
        "a file may not be read",
        "The system does not let you read the file. Ask its owner, or change its permissions.";
    UNREADABLE: "input::unreadable", Error,
        "a file cannot be read",
        "The system gives a reason, which is told: a damaged disk, a network that is gone, a name that cannot be. Or it is no \
         file but a device, a pipe or a socket, of which nobody knows when it ends: `plenary convert` alone reads such.";
    TOO_LARGE: "input::too-large", Error,
        "a page is too large",
        "The file has more bytes than --max-page allows; it was not taken into memory. No session fills so much: it is a \
         recording, an archive, a log.";
    EMPTY: "input::empty", Error,
        "a file holds nothing",
        "The file has no bytes, or nothing but blank space. A download that failed often leaves such a file.";
    NOT_TEXT: "input::not-text", Error,
        "a file is no text",
        "The file begins as a PDF, a ZIP archive, a picture or another binary format does, or holds a text in UTF-16. \
         plenary reads text in UTF-8: save or export the record as plain text.";
    NOT_UTF8: "input::not-utf8", Error,
        "a text is not valid UTF-8",
        "Bytes of the file are no characters of UTF-8, mostly because it is in an older encoding such as \
         Windows-1252. Guessing could turn names into others, so plenary does not. Turn the file into UTF-8 (`iconv -f \
         WINDOWS-1252 -t UTF-8`), or read on with --lossy, where U+FFFD stands for each broken place.";
    LOSSY: "input::lossy", Warning,
        "broken characters were replaced",
        "The text is not valid UTF-8, and --lossy was given: U+FFFD stands in the session and in all documents for \
         what is broken. The bytes themselves are lost to them.";
    NO_JSON_SESSION: "json::no-session", Error,
        "a JSON document is no session",
        "What begins with `{` is read as a session in plenary's own JSON, as `plenary convert -t json` writes it. This \
         one is no valid JSON, lacks a member, or was written for another major version of the schema. \
         crates/core/session.schema.json describes the form.";
    UNKNOWN_NAME: "json::unknown-name", Warning,
        "a session in JSON has a name that stands for nothing",
        "Roles, kinds, dialects and contents are names out of lists, which crates/core/session.schema.json has. This one is \
         in none: it is read as the one that says least (a section of another kind, a paragraph, a person). Mostly it is \
         misspelt.";
    LATER_JSON: "json::later-version", Note,
        "a session in JSON was written by a later version",
        "A later version of plenary may add members, and names of roles, kinds and dialects. Members this version does \
         not know are kept. Names it does not know are read as the one that says least (a section of another kind, a \
         paragraph, a person), and text under a heading as paragraphs: no word is lost, and what the name said is.";
}
