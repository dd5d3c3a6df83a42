//! What the schema of the standard lets pass.

use super::{By, Wrong};

const fn wrong(
    name: &'static str,
    edits: &'static [(&'static str, &'static str)],
    by: &'static [&'static str],
) -> Wrong {
    Wrong { name, edits, by: By::Rules(by) }
}

#[rustfmt::skip]
pub(super) const WRONG: &[Wrong] = &[
    // The schema of plenary's own elements, and namespaces
    wrong("own-element-that-is-none", &[("<plenary:name>Ada</plenary:name>", "<plenary:nome>Ada</plenary:nome>")], &["own-schema"]),
    wrong("own-number-that-is-none", &[("value='12' unit", "value='twelve' unit")], &["own-schema"]),
    wrong("own-elements-in-disorder", &[
        ("<plenary:name>Ada</plenary:name>", ""), ("12 words</plenary:length>", "12 words</plenary:length><plenary:name>Ada</plenary:name>"),
    ], &["own-schema"]),
    wrong("element-of-somebody-else", &[("</otherAnalysis>", "<x xmlns='http://example.org/'>1</x></otherAnalysis>")], &["namespace"]),
    wrong("attribute-of-somebody-else", &[("<debateSection ", "<debateSection xmlns:x='http://example.org/' x:a='1' ")], &["namespace"]),
    // Identifiers
    wrong("an-eid-twice", &[("eId='dbsect_1__speech_2__p_1'", "eId='dbsect_1__speech_1__p_1'")], &["eid-number", "eid-prefix", "eid-unique", "schema"]),
    wrong("an-eid-twice-across-documents", &[("eId='att_1__attachmentOf_1'", "eId='otherAnalysis_1'")], &["eid-name", "eid-number", "eid-prefix", "eid-unique", "schema"]),
    wrong("a-guid-twice", &[("GUID='speech-2'", "GUID='speech-1'")], &["guid-unique", "schema"]),
    wrong("person-without-an-eid", &[("<TLCPerson eId='speaker-ada' ", "<TLCPerson ")], &["eid-present", "reference-resolves"]),
    wrong("heading-without-an-eid", &[("<heading eId='dbsect_1__heading'>", "<heading>")], &["eid-present"]),
    wrong("label-with-a-prefix", &[("eId='topics'", "eId='references__topics'"), ("dictionary='#topics'", "dictionary='#references__topics'")], &["eid-label"]),
    wrong("label-that-begins-with-a-digit", &[("eId='seventh-meeting'", "eId='7th-meeting'"), ("#seventh-meeting", "#7th-meeting")], &["eid-label"]),
    wrong("section-called-by-its-long-name", &[("eId='att_1__sec_1__heading'", "eId='att_1__sec_1__title'")], &["eid-name"]),
    wrong("number-with-a-nought", &[("eId='dbsect_1__speech_2__p_2'", "eId='dbsect_1__speech_2__p_02'")], &["eid-name"]),
    wrong("number-behind-a-hyphen", &[("eId='dbsect_1__speech_2__p_2'", "eId='dbsect_1__speech_2__p-2'")], &["eid-name"]),
    wrong("eid-of-another-speech", &[("eId='dbsect_1__speech_2__p_1'", "eId='dbsect_1__speech_3__p_1'"), ("eId='dbsect_1__speech_2__p_2'", "eId='dbsect_1__speech_2__p_1'")], &["eid-prefix"]),
    wrong("eid-without-its-context", &[("eId='att_1__sec_1__subsec_1__content__p_1'", "eId='p_1'")], &["eid-prefix"]),
    wrong("number-left-out", &[("eId='dbsect_1__speech_2__p_2'", "eId='dbsect_1__speech_2__p_3'")], &["eid-number"]),
    wrong("number-from-nought", &[("eId='keyword_1'", "eId='keyword_2'")], &["eid-number"]),
    // References
    wrong("speech-by-somebody-unknown", &[("by='#speaker-ada'", "by='#speaker-eve'")], &["reference-resolves"]),
    wrong("role-that-is-nowhere", &[("as='#speaker-chair'", "as='#speaker-floor'")], &["reference-resolves"]),
    wrong("topic-that-is-nowhere", &[("refersTo='#topic-floods'", "refersTo='#topic-droughts'")], &["reference-resolves"]),
    wrong("source-that-is-nowhere", &[("<classification source='#gauge-board'>", "<classification source='#board'>")], &["reference-resolves"]),
    wrong("dictionary-that-is-nowhere", &[("dictionary='#topics'", "dictionary='#words'")], &["reference-resolves"]),
    wrong("author-that-is-nowhere", &[("<FRBRauthor href='#gauge-board'", "<FRBRauthor href='#board'")], &["reference-resolves"]),
    wrong("link-to-a-speech-that-is-nowhere", &[("I do.", "I <ref href='#dbsect_1__speech_9'>do</ref>.")], &["reference-resolves"]),
    wrong("own-reference-that-is-nowhere", &[("GUID='profile-ada' refersTo='#speaker-ada'", "GUID='profile-ada' refersTo='#speaker-eve'")], &["reference-resolves"]),
    wrong("reference-without-its-sign", &[("by='#speaker-ada'", "by='speaker-ada'")], &["reference-form"]),
    wrong("reference-to-a-site", &[("href='/akn/ontology/reference/un/gauge-board/topics'", "href='https://example.org/topics'")], &["reference-form"]),
    wrong("speech-by-a-role", &[("by='#speaker-ada'", "by='#speaker-chair'")], &["reference-kind"]),
    wrong("person-as-a-role", &[("as='#speaker-chair'", "as='#speaker-ada'")], &["reference-kind"]),
    wrong("person-as-a-dictionary", &[("dictionary='#topics'", "dictionary='#speaker-ada'")], &["reference-kind"]),
    wrong("role-as-an-author", &[("<FRBRauthor href='#gauge-board'", "<FRBRauthor href='#author'")], &["reference-kind"]),
    wrong("event-that-is-a-topic", &[("<event refersTo='#seventh-meeting'>", "<event refersTo='#topic-floods'>")], &["reference-kind"]),
    wrong("report-of-a-profile-that-is-nowhere", &[("plenary:of='profile-ada'", "plenary:of='profile-eve'")], &["guid-resolves"]),
    wrong("speaker-named-and-not-given", &[("by='#speaker-ada'", "by=''")], &["speaker-known"]),
    wrong("attachment-that-is-not-here", &[("eng@/!report' showAs='Report'", "eng@/!annex' showAs='Report'")], &["attachment-linked"]),
    wrong("attachment-that-nothing-names", &[("<hasAttachment eId='hasAttachment_1' href='/akn/un/debate/record/gauge-board/2031-05-14/7/eng@/!report' showAs='Report'/>", "")], &["attachment-linked"]),
    wrong("attached-to-another-debate", &[("eId='att_1__attachmentOf_1' href='/akn/un/debate/record/gauge-board/2031-05-14/7/", "eId='att_1__attachmentOf_1' href='/akn/un/debate/record/gauge-board/2031-05-14/8/")], &["attachment-linked"]),
    wrong("keyword-called-otherwise", &[("value='Floods' showAs='Floods'", "value='Floods' showAs='Droughts'")], &["topic-named"]),
    wrong("person-among-the-roles", &[("/akn/ontology/person/un/gauge-board/ada", "/akn/ontology/role/un/gauge-board/ada")], &["ontology"]),
    wrong("class-in-capitals", &[("/akn/ontology/concept/", "/akn/ontology/Concept/")], &["ontology"]),
    // IRIs
    wrong("work-of-the-old-form", &[("<FRBRuri value='/akn/un/debate/record/gauge-board/2031-05-14/7'/>", "<FRBRuri value='/un/debate/record/gauge-board/2031-05-14/7'/>")], &["iri-component", "iri-expression", "iri-work"]),
    wrong("work-without-a-number", &[("<FRBRuri value='/akn/un/debate/record/gauge-board/2031-05-14/7'/>", "<FRBRuri value='/akn/un/debate/record/gauge-board/2031-05-14'/>")], &["iri-component", "iri-expression", "iri-work"]),
    wrong("iri-with-a-blank", &[("/akn/ontology/event/un/gauge-board/seventh-meeting", "/akn/ontology/event/un/gauge-board/seventh meeting")], &["iri-characters", "reference-form"]),
    wrong("country-of-another-iri", &[("<FRBRcountry value='un'/>", "<FRBRcountry value='ch'/>")], &["iri-country"]),
    wrong("document-of-another-type", &[
        ("<debateBody>", "<mainBody><p eId='body__p_1'>No debate.</p></mainBody><!--"), ("</debateBody>", "-->"),
        ("<debate name='verbatimRecord'>", "<debateReport name='meetingReport'>"), ("</debate>", "</debateReport>"),
    ], &["iri-doctype", "un-subtype"]),
    wrong("subtype-of-another-iri", &[("<FRBRsubtype value='record'/>", "<FRBRsubtype value='summary'/>")], &["iri-subtype", "un-subtype"]),
    wrong("date-of-another-iri", &[("<FRBRdate date='2031-05-14' name='session'/>", "<FRBRdate date='2031-05-15' name='session'/>")], &["iri-date"]),
    wrong("number-of-another-iri", &[("<FRBRnumber value='7'/>", "<FRBRnumber value='8'/>")], &["iri-number"]),
    wrong("work-that-is-no-component", &[("<FRBRthis value='/akn/un/debate/record/gauge-board/2031-05-14/7/!main'/>", "<FRBRthis value='/akn/un/debate/record/gauge-board/2031-05-14/7'/>")], &["iri-component"]),
    wrong("report-that-is-the-main-document", &[("<FRBRthis value='/akn/un/debate/record/gauge-board/2031-05-14/7/!report'/>", "<FRBRthis value='/akn/un/debate/record/gauge-board/2031-05-14/7/!main'/>")], &["iri-component"]),
    wrong("expression-in-another-language", &[("<FRBRlanguage language='eng'/>", "<FRBRlanguage language='fra'/>")], &["iri-expression"]),
    wrong("expression-with-a-version", &[("<FRBRuri value='/akn/un/debate/record/gauge-board/2031-05-14/7/eng@'/>", "<FRBRuri value='/akn/un/debate/record/gauge-board/2031-05-14/7/eng@2031-06-01'/>")], &["iri-component", "iri-expression", "iri-manifestation"]),
    wrong("manifestation-that-cobalt-misreads", &[("7/eng@/.xml'/>", "7/eng@.xml'/>")], &["iri-manifestation"]),
    wrong("manifestation-of-another-format", &[("7/eng@/!main.xml'/>", "7/eng@/!main.akn'/>")], &["iri-manifestation"]),
    wrong("language-of-two-letters", &[
        ("language='eng'", "language='en'"), ("7/eng@/!main'/>", "7/en@/!main'/>"), ("7/eng@'/>", "7/en@'/>"),
        ("7/eng@/!main.xml", "7/en@/!main.xml"), ("7/eng@/.xml", "7/en@/.xml"), ("7/eng@/!main' showAs", "7/en@/!main' showAs"),
    ], &["language"]),
    // Dates
    wrong("date-with-hours", &[("<FRBRdate date='2031-06-01' name='generation'/>", "<FRBRdate date='2031-06-01T10:00:00' name='generation'/>")], &["date-only"]),
    wrong("date-of-unknown-kind", &[("date='2031-06-01' name='generation'", "date='2031-06-01' name='published'")], &["date-named"]),
    wrong("made-up-day", &[("date='2031-06-01' name='generation'", "date='2031-06-01' name='unknown'")], &["date-named"]),
    wrong("work-of-the-day-it-was-made", &[("<FRBRdate date='2031-05-14' name='session'/>", "<FRBRdate date='2031-05-14' name='generation'/>")], &["date-named"]),
    // The profile of the United Nations
    wrong("debate-of-unknown-kind", &[("<debate name='verbatimRecord'>", "<debate name='debate'>")], &["un-name"]),
    wrong("report-of-unknown-kind", &[("<debateReport name='meetingReport'>", "<debateReport name='report'>")], &["un-name"]),
    wrong("no-publication", &[("<publication date='2031-05-14' name='gauge-board' showAs='Gauge Board'/>", "")], &["un-meta"]),
    wrong("author-without-a-role", &[("<FRBRauthor href='#plenary' as='#editor'/>", "<FRBRauthor href='#plenary'/>")], &["un-author"]),
];
