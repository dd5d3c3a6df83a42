//! What the reader of plain transcripts finds.

use super::codes;

codes! {
    /// A name that nothing vouches for.
    UNVOUCHED_SPEAKER: "transcript::unvouched-name", Warning,
        "a line begins like a speaker's label, and nothing vouches for it",
        "The line begins with a name and a colon, but the name comes only once, stands in no list of participants, and \
         the labels of this transcript look otherwise or do not stand around it. It was kept as part of the speech \
         above, so that nothing is put into a wrong mouth.";
    /// Times that cannot be told.
    UNCLEAR_TIMES: "transcript::unclear-times", Note,
        "the times beside the names do not say what they count",
        "`10:03` is ten minutes of a recording or three minutes past ten. Where neither the other times nor the date \
         line of the transcript tell, or the day of a time of day is not given, the times are kept as written, and the \
         speeches have no start.";
}
