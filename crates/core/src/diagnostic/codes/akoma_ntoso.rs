//! What the reader of Akoma Ntoso finds.

use super::codes;

codes! {
    /// XML that is none.
    AKN_MALFORMED: "akn::malformed", Warning,
        "the XML is damaged",
        "A tag is not closed, closed twice or not finished, or the document ends too early. What stands before the \
         damage was read. What stands behind it is kept as it is, markup and all, as text without a place; the message \
         says where it begins. Any XML parser can show what is wrong there.";
    /// An entity nobody knows.
    AKN_UNKNOWN_ENTITY: "akn::unknown-entity", Warning,
        "the text refers to an entity that XML does not know",
        "XML knows five entities (`&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;`) and characters by number. Others, such \
         as `&nbsp;`, would have to be declared in the document; declarations are not followed, since a few lines of \
         them can stand for any amount of text. The reference is kept as it is written.";
    /// A speaker nobody knows.
    AKN_UNKNOWN_SPEAKER: "akn::unknown-speaker", Warning,
        "a speech is by somebody the references do not know",
        "The attribute `by` of a speech names no entry of `references`. The speaker is called by the label of the \
         speech then, or, where it has none, by what the attribute says.";
    /// Text without a place.
    AKN_UNPLACED: "akn::unplaced-text", Warning,
        "text that belongs to no part of the debate",
        "The text stands outside preface, debate, conclusions and attachments. It is kept as `unrecognised`, in \
         order, and every full rendering shows it at its end.";
}
