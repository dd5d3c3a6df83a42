//! What the reading of any text finds.

use super::codes;

codes! {
    /// The text holds no session.
    NO_SESSION: "read::no-session", Error,
        "the text holds no session",
        "Nothing in the text is known from a record of a session: no heading such as `Session transcript` or `Full \
         session report`, no speech under a speaker's name, no profile of a speaker. A page saved as HTML has to be \
         saved as text first. Where the text is a session after all, name its dialect.";
    /// Control characters in the text.
    CONTROL_CHARACTERS: "read::control-characters", Warning,
        "the text holds control characters",
        "Control characters other than tabs and line ends have no meaning in a text, and formats such as XML cannot \
         hold them. They are kept in the model; a renderer may have to replace them. They usually come from a damaged \
         copy or a wrong character encoding.";
    /// A date that is none.
    UNREADABLE_DATE: "read::unreadable-date", Warning,
        "a line has the form of a date but names no day",
        "The calendar has no such day (31 February), or the line does not tell which day it means (3/4/2024 is in \
         March or in April). The line is kept as text and the session has no date from it.";
    /// A time of day that is none.
    UNREADABLE_TIME: "read::unreadable-time", Warning,
        "the date line holds an hour that no clock shows",
        "The day was read, the hour was not, for example `25:00h`. The line is kept as written.";
    /// UTF-8 that was read in another encoding.
    MOJIBAKE: "read::mojibake", Warning,
        "the text was read in a wrong encoding",
        "Somewhere on its way the text was UTF-8 and was read as Windows-1252 or ISO 8859-1: then `’` becomes `â€™` and \
         `é` becomes `Ã©`. It is kept as it is, since nobody can tell how much of it is damaged. Repair the file and \
         convert it again: `iconv` turns it back where all of it was misread, `ftfy` where only a part was.";
    /// A text that may be of two dialects.
    AMBIGUOUS_DIALECT: "read::ambiguous-dialect", Warning,
        "the text may be of more than one dialect",
        "Two readers know this text equally well, and it was read by the one that is named. Where that is wrong, name \
         the dialect.";
    /// A title and a date among the speeches.
    SECOND_PAGE: "read::second-page", Warning,
        "another page seems to begin inside a transcript",
        "A line like a title and a date stand between the speeches, as above the transcript of another session. They \
         were kept where they stand, said by nobody, and all speeches are in one session. Where two sessions were \
         pasted into one file, part them: each is a record of its own.";
}
