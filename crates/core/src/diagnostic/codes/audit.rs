//! What the audit finds: what was read well and cannot be right, or is worth a second look.

use super::codes;

codes! {
    /// Declared words against counted ones.
    DECLARED_LENGTH: "audit::declared-length", Warning,
        "a declared speech length does not fit the words of the transcript",
        "The profile declares how many words the speaker said; plenary counts those under the speaker's labels. The \
         figures need not be equal: the source may count commas, full stops and the parts of `it’s` as words. A \
         finding is a figure that no way of counting explains: smaller than the words there are, or greater than \
         words, signs and parts of words together, by more than 5 % and 30 words. Words were then cut from the \
         transcript, or stand under a wrong label. Where that is so for most of the speakers, there is one finding for \
         all of them: the transcript is not whole.";
    /// Speed × time against length.
    DECLARED_SPEED: "audit::declared-speed", Warning,
        "declared speed, length and time of a speaker contradict each other",
        "Words per minute times minutes are words. Where the three differ by more than 10 % and 20 words, at \
         least one of them was copied wrongly, or belongs to somebody else. Rounding explains less.";
    /// A figure that cannot be.
    IMPOSSIBLE_STATISTIC: "audit::impossible-statistic", Warning,
        "a declared statistic cannot be",
        "Nobody says a word at 0 words per minute or in 0 seconds, and nobody speaks at more than 400 words per minute \
         (auctioneers reach 250, the fastest of debaters 400). The figure is damaged, or was measured on a piece of the \
         recording.";
    /// More time than there was.
    TIME_BEYOND_MEETING: "audit::time-beyond-meeting", Note,
        "the declared speech times are longer than the meeting",
        "The speech times of all profiles together are longer than the time from start to end of the date line, by \
         more than half of it and ten minutes. Meetings run over, but rarely that far: the end on the date line is \
         wrong, or a speaker's time is.";
    /// A profile of one who never speaks.
    PROFILE_WITHOUT_SPEECH: "audit::profile-without-speech", Warning,
        "a profile belongs to nobody who speaks in the transcript",
        "The transcript has no speech under the name of the profile. The name is spelt in another way there, or the \
         speaker's part of the transcript is missing. Pages without a transcript have no such findings.";
    /// A speaker without a profile.
    SPEECH_WITHOUT_PROFILE: "audit::speech-without-profile", Note,
        "somebody who speaks has no profile, and others have",
        "The page has profiles, but none for this speaker. The name is spelt in another way there, or the profile was \
         lost. Roles such as `Audience` and speakers with fewer than 30 words are left out.";
    /// A profile with nothing in it.
    EMPTY_PROFILE: "audit::empty-profile", Warning,
        "a profile says nothing",
        "There is a name, and behind it neither figures nor arguments nor a report. What belongs there was lost, or \
         the line is no name.";
    /// One speaker under two names.
    SPEAKER_SPELLING: "audit::speaker-spelling", Warning,
        "two names may be two spellings of one speaker's",
        "The names differ only in accents, signs, a title (`Dr.`), an affiliation in brackets, their order (`Hakmeh \
         Joyce`), an initial (`J. Hakmeh`) or one letter. plenary keeps them as two speakers, with two anchors and two \
         sets of figures: whether they are one is yours to say. Where they are, write one name everywhere.";
    /// One speaker by a part of the name.
    SPEAKER_SHORT_NAME: "audit::speaker-short-name", Note,
        "a name may be the short form of a speaker's full name",
        "One speaker is called by a single name, or without a middle name, and exactly one other has it in full. They \
         may be one, and are kept as two. Where they are one, write one name everywhere.";
    /// A speech that goes on under the next label.
    CUT_SPEECH: "audit::cut-speech", Warning,
        "a speech breaks off in mid-sentence and goes on under the next label",
        "The last sentence of the speech has no end, and the speech of the next speaker begins with the rest of it: in \
         lower case, or behind a word that ends no sentence. Whoever made the transcript put the label in a wrong place, \
         and some words stand in a wrong mouth. A dash or an ellipsis at the end is an interruption, and no finding.";
    /// A heading without text.
    EMPTY_SECTION: "audit::empty-section", Warning,
        "nothing stands under a heading that should have text",
        "The heading announces a report, a transcript, profiles or points, and none follow. `Table of contents` and \
         `Knowledge Graph of Debate` are links on the page and have no text in any copy; `Partial agreements` and `Partial \
         differences` are printed where there are none as well.";
    /// A label without words.
    EMPTY_SPEECH: "audit::empty-speech", Warning,
        "nothing is said under a label",
        "The speech has no word in it. What was said was lost, or the label is one too many.";
    /// The same words over and over.
    STUTTER: "audit::stutter", Warning,
        "words are repeated without end, as stuck captions do",
        "The same word or words stand three times or more in a row, as no speaker says them: `the the the`, `th th th \
         th`, a sentence four times over. Speech recognition does so in silence and noise. What a speaker repeats for \
         effect (`no, no, no`) is no finding.";
    /// The same sentence twice in a row.
    REPEATED_SENTENCE: "audit::repeated-sentence", Note,
        "a sentence or paragraph stands twice in a row",
        "A sentence of five words or more is followed by itself, word for word. Captions that overlap do that. A \
         speaker may have said it twice: then nothing is wrong.";
    /// The same passage in two places.
    REPEATED_PASSAGE: "audit::repeated-passage", Warning,
        "a passage of the transcript stands in it twice",
        "Forty words or more in a row have been said before in the transcript, word for word. A piece of it was pasted \
         twice, be it a paragraph or all of the page. Formulas with which a chair gives the floor are shorter.";
    /// An argument made twice.
    REPEATED_ARGUMENT: "audit::repeated-argument", Note,
        "a profile lists an argument twice",
        "Two arguments of one profile make the same claim in the same words. One is enough.";
    /// A date that cannot be.
    IMPOSSIBLE_DATE: "audit::impossible-date", Warning,
        "the year of the date is out of range",
        "Records of this kind are of the years 1900 to 2100. A digit of the year is wrong or missing.";
    /// A day that is another day of the week.
    WRONG_WEEKDAY: "audit::wrong-weekday", Warning,
        "the date is another day of the week",
        "The date line names a weekday that the date does not fall on. Day, month, year or weekday is wrong.";
    /// A meeting of a length that cannot be.
    MEETING_LENGTH: "audit::meeting-length", Warning,
        "start and end of the meeting do not fit",
        "The meeting ends when it begins, or before it begins and not shortly after midnight. An hour is wrong, or \
         `am` and `pm` are.";
    /// Dates that contradict each other.
    CONFLICTING_DATE: "audit::conflicting-date", Note,
        "title, report or speeches are of another date than the date line",
        "The event in the title bears another year, title or report say that the session was held on another day, or a \
         speech is of another day. Some meetings are held in another year than they are named after; then nothing is \
         wrong.";
    /// Times that run backwards.
    TIMES_BACKWARDS: "audit::times-backwards", Warning,
        "a speech begins before the one above it, or ends before it begins",
        "The times of the speeches should run forward. Cues are out of order, or two recordings were joined without \
         shifting the times of the second.";
    /// Speeches at the same time.
    OVERLAPPING_SPEECHES: "audit::overlapping-speeches", Note,
        "a speech begins long before the one above it ends",
        "Two speeches overlap by more than ten seconds and more than half of the shorter one. People do talk at the same \
         time, but not for long: a time is wrong.";
    /// Words that do not fit their time.
    IMPOSSIBLE_PACE: "audit::impossible-pace", Warning,
        "more words than anybody can say in the time of a speech",
        "By its times, the speech has more than 400 words per minute, over 30 words or more. A time is wrong.";
    /// One topic under two spellings.
    TOPIC_SPELLING: "audit::topic-spelling", Note,
        "a topic is spelt in more than one way",
        "The topics differ only in case, spaces, hyphens, accents, a plural or one letter: `Cyber security`, \
         `Cybersecurity`. Whoever looks for a topic, or counts, misses the other spellings.";
    /// A reference to nothing.
    UNKNOWN_SPEAKER: "audit::unknown-speaker", Warning,
        "a speaker is referred to who is not in the registry",
        "The session was written by another program, or by hand: a speech, profile, part or point refers to a speaker by \
         an identifier that no entry of `speakers` has. Documents show the name where there is one, without a link.";
    /// Texts that are not side by side.
    BROKEN_SPANS: "audit::broken-spans", Warning,
        "the texts of a session overlap or leave gaps",
        "The texts of a session are the whole of its source, side by side: from their spans it is written back. These are \
         not, so `-t source` gives another text. The session was written by another program, or by hand.";
    /// Two nodes of one name.
    DUPLICATE_ID: "audit::duplicate-id", Warning,
        "an identifier is given twice",
        "Identifiers are anchors and names of destinations in documents, and must be unique in a session. The session \
         was written by another program, or by hand.";
    /// What the machine says about its own text.
    WRITING_NOTE: "audit::writing-note", Warning,
        "the report speaks about its own wording",
        "The sentence is not about the session. It answers the instructions that a language model was given: that the \
         text follows UK spelling, holds keywords, reflects the original. Such sentences are left over from the making \
         of the report and should not go out with it.";
    /// Words that nobody caught.
    INAUDIBLE: "audit::inaudible", Note,
        "words of the transcript were not understood",
        "Whoever wrote the transcript left marks such as `[inaudible]` where words are missing. There is one finding \
         for all of them, at the first.";
}
