//! What the reader of WebVTT finds.

use super::codes;

codes! {
    /// No signature.
    NO_SIGNATURE: "webvtt::no-signature", Warning,
        "the file does not begin with `WEBVTT`",
        "Every WebVTT file begins with a line `WEBVTT`; players refuse a file without it. The rest was read as WebVTT by \
         its cues.";
    /// A line of times that cannot be read.
    BROKEN_TIME: "webvtt::broken-time", Warning,
        "a line with an arrow tells no times",
        "The line stands where the times of a cue stand, but one of the two is missing or is no time (minutes and \
         seconds end at 59). It is kept as `unrecognised`; the words below it are read as part of the transcript, \
         without their times.";
    /// A cue that ends before it starts.
    ENDS_BEFORE_START: "webvtt::ends-before-start", Warning,
        "a cue ends before it starts",
        "The second time of the line is earlier than the first. The words are read all the same, and the cue is taken \
         to end when it starts. Often two times were swapped, or an hour is missing.";
    /// A cue that starts before the one above it.
    RUNS_BACKWARDS: "webvtt::runs-backwards", Warning,
        "a cue starts before the one above it",
        "Cues stand in the order in which they are shown. Here the clock runs backwards: a part of the file was moved, \
         or a second recording, which starts again at zero, was put behind the first. The order of the file is kept; \
         a speech across such a place has the start of its first cue and the latest end.";
    /// Words on the line of times.
    WORDS_BEHIND_TIME: "webvtt::words-behind-time", Warning,
        "words stand behind the times of a cue, on their line",
        "Only settings may stand there (`align:start`, `position:0%`). A line end was lost. The words are read as the first words of the cue.";
    /// An empty line inside a cue.
    EMPTY_LINE_IN_CUE: "webvtt::empty-line-in-cue", Warning,
        "an empty line stands between the times and the words of a cue",
        "An empty line ends a cue, so players show nothing here. The block below it has no times of its own and is \
         read as the words of the cue. Remove the empty line.";
    /// Text outside of cues.
    TEXT_OUTSIDE_CUES: "webvtt::text-outside-cues", Warning,
        "a line belongs to no cue",
        "The line stands behind an empty line and has no times above it: it is a credit, a heading, or the rest of a cue \
         with an empty line in its middle. Players do not show it. It is kept as `unrecognised`, in order, and every full \
         rendering shows it at its end, since nothing says that the speaker above it said it.";
    /// Cues without words.
    EMPTY_CUE: "webvtt::empty-cue", Note,
        "a cue has no words",
        "A cue has times and nothing to show, as recorders write for silence. Its times are kept with the text around \
         it. The finding stands at the first such cue and tells how many there are.";
    /// What may be a label.
    AMBIGUOUS_LABEL: "webvtt::ambiguous-label", Warning,
        "words before a colon may be a speaker's label or part of a speech",
        "The cue begins with what looks like a name and a colon, as labels do in this file, but the name comes only \
         here. It was kept as part of the speech above, so that nothing is put into a wrong mouth. If it is a label, put \
         `>>` in front of it, or tag the voice.";
    /// Cues without a voice among those that have one.
    VOICELESS_CUE: "webvtt::voiceless-cue", Note,
        "a cue names no voice, in a file whose cues do",
        "A voice tag (`<v Name>`) holds for its own cue alone. The words of a cue without one were said by somebody the \
         file does not name: they are a speech without a speaker. The finding stands at the first such cue and tells \
         how many there are.";
    /// Cues without a label among those that have one.
    UNLABELLED_CUE: "webvtt::unlabelled-cue", Warning,
        "a cue has no label, in a file that labels nearly every cue",
        "Zoom writes `Name:` at the start of every cue, and leaves it out in some. Their words are read as a continuation \
         of the speech above, as they mostly are; now and then somebody else said them. The finding stands at the \
         first such cue and tells how many there are. In files that have labels only where the speaker changes there is \
         no such finding.";
    /// Nobody is named.
    NO_SPEAKERS: "webvtt::no-speakers", Note,
        "no cue says who speaks",
        "There are neither voice tags nor labels. The speeches have no speakers; where a dash or `>>` marks that somebody \
         else speaks, a new speech begins.";
    /// Rolling captions.
    ROLLING_CAPTIONS: "webvtt::rolling-captions", Note,
        "the captions repeat each line as they roll over the screen",
        "Captions made live show each line twice: new, and again above the next one. A line that only repeats the end \
         of the cue above, letter by letter, is read once. Its bytes are kept in the raw text of the paragraph.";
}
