//! What the reader of dig.watch pages finds.

use super::codes;

codes! {
    /// Nothing was said.
    NO_TRANSCRIPT: "dig-watch::no-transcript", Note,
        "the page has no transcript",
        "The page holds a report or profiles but no speeches. Some pages are published that way.";
    /// Speeches under no heading.
    UNHEADED_TRANSCRIPT: "dig-watch::unheaded-transcript", Warning,
        "the transcript has no heading",
        "Speakers of the page follow one another, as in a transcript, but no heading such as `Session transcript` stands \
         above them. What follows the first of their labels was read as the transcript. If that is wrong, the colon \
         behind the names makes labels of them; if it is right, the heading is missing from the page.";
    /// A section that occurs more than once.
    REPEATED_SECTION: "dig-watch::repeated-section", Warning,
        "a section occurs more than once",
        "Two headings of the page have the same meaning. Both sections are kept, in order. Often a page was pasted \
         twice, or two pages into one file.";
    /// A line that may be a label.
    AMBIGUOUS_LABEL: "dig-watch::ambiguous-label", Warning,
        "a line may be a speaker's label or part of a speech",
        "The line ends in a colon like the labels of the transcript, but nothing else on the page knows the name: no \
         profile, no heading of the report, no second label. Or it begins with a speaker's name and a colon, and goes \
         on with words, where the other labels stand alone. It was kept as part of the speech above, so that nothing \
         is put into a wrong mouth. If it is a label, the profile or report of this speaker is missing from the page, \
         or the words belong on a line of their own.";
    /// A profile told twice.
    REPEATED_PROFILE: "dig-watch::repeated-profile", Warning,
        "a speaker has more than one profile",
        "Two profiles bear the same name. Both are kept, as profiles of one speaker.";
    /// A statistic without its number.
    UNREADABLE_STATISTIC: "dig-watch::unreadable-statistic", Warning,
        "a declared statistic holds no number in its unit",
        "Speech speed is declared in words per minute, speech length in words, speech time in seconds (or minutes or \
         hours). The text is kept as written, without a value.";
    /// A line that may be a claim.
    AMBIGUOUS_CLAIM: "dig-watch::ambiguous-claim", Warning,
        "a line may be a claim or go on with what stands above it",
        "On redesigned pages every claim has an explanation below it under its label, and everything said of it a label. \
         This line is no sentence and has no label above it and none below: it may be a claim that nothing more is said of, \
         or a line whose label was lost or cut off. The message tells what it was read as.";
    /// Text without a place.
    UNPLACED_TEXT: "dig-watch::unplaced-text", Warning,
        "text that belongs to no part of the page",
        "The lines stand where the page has no place for them, for example between the statistics and the arguments \
         of a profile, or statistics stand below no name. They are kept as `unrecognised`, in order, and every full \
         rendering shows them at its end.";
}
