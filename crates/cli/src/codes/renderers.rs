//! What the renderers that come with the program find, and what is found of plugins at work.
//!
//! They raise these themselves, by name: they know nothing of this table, which is here to explain them. A test holds
//! it against their sources.

use plenary_core::Severity::{Error, Note, Warning};
use plenary_core::diagnostic::codes::Code;

pub(super) static TABLE: &[Code] = &[
    Code::new(
        "akoma-ntoso::no-date",
        Note,
        "a session without a date is filed under another",
        "An Akoma Ntoso document has a date in its name. Where the session has none, it is filed under the first day of \
         its event's year, or under a day that stands for none. Give the day: --set akoma-ntoso.date=YYYY-MM-DD.",
    ),
    Code::new(
        "akoma-ntoso::no-title",
        Note,
        "a session without a title is called by something else",
        "An archive lists documents by their titles. Where the session has none, its Akoma Ntoso is called by its date, or \
         by its first heading. Write the title above the session.",
    ),
    Code::new(
        "akoma-ntoso::made-up-name",
        Note,
        "a part of a session's name was made up",
        "An Akoma Ntoso document is named by the body whose session it is, and the session's number. Where no event in the \
         title tells them, the source stands for the body, and a number is made of the title. Name them: \
         --set akoma-ntoso.actor=… and --set akoma-ntoso.number=…, or the whole name: --set akoma-ntoso.iri.work=….",
    ),
    Code::new(
        "akoma-ntoso::no-transcript",
        Note,
        "a session has no transcript",
        "An Akoma Ntoso debate is the record of what was said. This one has nobody who speaks: what the session has stands \
         in the report that is attached to it, and in its data.",
    ),
    Code::new(
        "akoma-ntoso::no-report",
        Note,
        "a session has no report",
        "The format akoma-ntoso-report writes the report alone: summaries, points, what is reported of each speaker. This \
         session has none of these, and the document has nothing in it. Its transcript is written by -t akoma-ntoso.",
    ),
    Code::new(
        "akoma-ntoso::some-times",
        Note,
        "only some speeches have a time by the clock",
        "Who reads a debate may sort its speeches by when they begin, and would put those without a time anywhere. So \
         startTime and endTime are written where every speech has its time by the clock; else the times are kept as \
         plenary:start and plenary:end.",
    ),
    Code::new(
        "akoma-ntoso::contradiction",
        Warning,
        "the IRI that is given and something else name a session differently",
        "With --set akoma-ntoso.iri.work=… an archive gives the name of a debate. Another option, or the date of the session, \
         says otherwise: perhaps it is the IRI of another session. The IRI counts; dates of the session stay what they are.",
    ),
    Code::new(
        "akoma-ntoso::unusable-id",
        Warning,
        "an identifier cannot stand in XML",
        "An identifier of the session is empty, holds white space or occurs twice, and was left out. Only a session in \
         JSON that was edited can have such identifiers.",
    ),
    Code::new(
        "akoma-ntoso::unknown-speaker",
        Warning,
        "a speaker that is referred to does not exist",
        "A speech, a part or a profile names a speaker that the session's registry does not have; the reference was \
         left out. Only a session in JSON that was edited can have such references.",
    ),
    Code::new(
        "akoma-ntoso::replaced-characters",
        Warning,
        "characters that XML cannot hold were replaced",
        "XML 1.0 has no place for most control characters. U+FFFD stands where they stood. They usually come from a \
         damaged copy: take them out of the source.",
    ),
    Code::new(
        "pdf::light-accent",
        Note,
        "the accent asked for is too light for white paper",
        "Headings and the title on the cover are set in the accent, or in white on it, and need a contrast of 4.5 to 1 to \
         be read. A darker colour of the same hue takes its place.",
    ),
    Code::new(
        "pdf::missing-glyph",
        Warning,
        "characters are in none of the brief's fonts",
        "The PDF embeds fonts for Latin, Greek and Cyrillic. Characters of other scripts are drawn as a replacement \
         mark; searching and copying still find the characters themselves.",
    ),
    Code::new(
        "tei::unusable-id",
        Warning,
        "an identifier cannot stand in XML",
        "An identifier of the session is no name in XML (it begins with a digit, holds a blank or a colon) or occurs twice, and \
         was left out. Only a session in JSON that was edited can have such identifiers.",
    ),
    Code::new(
        "tei::unknown-speaker",
        Warning,
        "a speaker that is referred to does not exist",
        "A speech, a part, a profile or a detail names a speaker that the session's registry does not have; the reference was \
         left out. Only a session in JSON that was edited can have such references.",
    ),
    Code::new(
        "tei::replaced-characters",
        Warning,
        "characters that XML cannot hold were replaced",
        "XML 1.0 has no place for most control characters. U+FFFD stands where they stood. They usually come from a \
         damaged copy: take them out of the source.",
    ),
    Code::new(
        "plugin::failed",
        Error,
        "a plugin could not make its document",
        "The renderer of a plugin ended with an error, for the reason it tells.",
    ),
    Code::new(
        "plugin::options",
        Error,
        "a plugin refuses an option",
        "The option fits the schema in the plugin's manifest, but not the plugin's own reading of it.",
    ),
    Code::new(
        "plugin::unsupported",
        Error,
        "a plugin does not make what is asked of it",
        "The plugin's manifest promises a format that the plugin itself does not know. Tell its author.",
    ),
    Code::new(
        "plugin::panic",
        Error,
        "a plugin broke down",
        "The renderer of a plugin panicked; the panic ended there, and cost this page only. Tell its author.",
    ),
    Code::new(
        "plugin::last-words",
        Note,
        "what a plugin wrote before its process ended",
        "A plugin that runs in a process of its own crashed, and this is the end of what it had written to standard output \
         and standard error: often the reason.",
    ),
    Code::new(
        "plugin::left-out",
        Note,
        "findings of a plugin were left out",
        "A plugin reported more findings on one document than plenary keeps.",
    ),
    Code::new(
        "plugin::unreadable",
        Warning,
        "a finding of a plugin cannot be read",
        "The plugin reported something that does not follow the contract. Tell its author.",
    ),
    Code::new(
        "plugin::unnamed",
        Warning,
        "a finding of a plugin has no code",
        "The plugin reported a finding without saying what kind it is.",
    ),
];
