//! What the reader of captions finds.

use super::codes;

codes! {
    /// A name that nothing vouches for.
    UNVOUCHED_NAME: "cart::unvouched-name", Warning,
        "a line begins like a speaker's label, and nothing vouches for it",
        "The line begins with a few words and a colon. Without `>>` before it a name is taken for a label only if the \
         page has it behind `>>` elsewhere; behind `>>` a single word in small letters only if it comes again. It was \
         kept as part of the speech, so that nothing is put into a wrong mouth.";
    /// A label in the middle of a line.
    LABEL_INSIDE: "cart::label-inside-paragraph", Warning,
        "a speaker may change inside a paragraph",
        "The paragraph holds `>>` and the name of one of the speakers. Labels stand at the start of a line, so it was \
         kept as one speech. Often a line end was lost when the text was copied.";
}
