//! What the schema of the standard forbids.

use super::{By, Wrong};

const fn wrong(
    name: &'static str,
    edits: &'static [(&'static str, &'static str)],
    because: &'static str,
) -> Wrong {
    Wrong { name, edits, by: By::Schema(because) }
}

#[rustfmt::skip]
pub(super) const WRONG: &[Wrong] = &[
    // The whole
    wrong("another-root", &[("<akomaNtoso ", "<akomantoso "), ("</akomaNtoso>", "</akomantoso>")], "akomantoso"),
    wrong("namespace-of-a-draft", &[("/ns/akn/3.0'", "/ns/akn/3.0/CSD13'")], "CSD13"),
    wrong("no-namespace", &[("xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0' ", "")], "akomaNtoso"),
    wrong("debate-without-a-name", &[("<debate name='verbatimRecord'>", "<debate>")], "'name' is required"),
    wrong("language-of-a-debate", &[("<debate ", "<debate xml:lang='en' ")], "lang' is not allowed"),
    wrong("preface-behind-the-body", &[
        ("<preface>", "<!--"), ("</preface>", "-->"), ("</debateBody>", "</debateBody><preface><p>Late</p></preface>"),
    ], "preface"),
    wrong("attachments-before-the-body", &[("<debateBody>", "<attachments/><debateBody>")], "attachments"),
    wrong("no-body", &[("<debateBody>", "<!--"), ("</debateBody>", "-->")], "attachments"),
    wrong("an-empty-body", &[("<debateBody>", "<debateBody/><!--"), ("</debateBody>", "-->")], "debateBody"),
    // Meta
    wrong("no-meta", &[("<meta>", "<!--"), ("</meta>", "-->")], "Expected is ( meta )"),
    wrong("no-identification", &[
        ("<identification source='#plenary'>", "<!--"), ("</identification>", "-->"),
    ], "publication"),
    wrong("identification-by-nobody", &[("<identification source='#plenary'>", "<identification>")], "'source' is required"),
    wrong("references-before-analysis", &[
        ("<analysis source='#gauge-board'>", "<references source='#plenary'><TLCRole eId='a' href='/akn/ontology/role/a' showAs='A'/></references><analysis source='#gauge-board'>"),
    ], "analysis"),
    wrong("publication-before-identification", &[
        ("<identification source='#plenary'>", "<publication date='2031-05-14' name='a' showAs='A'/><identification source='#plenary'>"),
    ], "publication"),
    wrong("no-work", &[("<FRBRWork>", "<!--"), ("</FRBRWork>", "-->")], "FRBRExpression"),
    wrong("no-expression", &[("<FRBRExpression>", "<!--"), ("</FRBRExpression>", "-->")], "FRBRManifestation"),
    wrong("no-manifestation", &[("<FRBRManifestation>", "<!--"), ("</FRBRManifestation>", "-->")], "FRBRManifestation"),
    wrong("no-date-of-the-work", &[("<FRBRdate date='2031-05-14' name='session'/>", "")], "FRBRdate"),
    wrong("no-author-of-the-work", &[("<FRBRauthor href='#gauge-board' as='#author'/>", "")], "FRBRauthor"),
    wrong("no-country", &[("<FRBRcountry value='un'/>", "")], "FRBRcountry"),
    wrong("no-language", &[("<FRBRlanguage language='eng'/>", "")], "FRBRlanguage"),
    wrong("number-before-subtype", &[
        ("<FRBRsubtype value='record'/>", ""), ("<FRBRnumber value='7'/>", "<FRBRnumber value='7'/><FRBRsubtype value='record'/>"),
    ], "FRBRsubtype"),
    wrong("alias-behind-the-date", &[
        ("<FRBRalias value='Who reads the gauge?' name='title'/>", ""),
        ("<FRBRdate date='2031-05-14' name='session'/>", "<FRBRdate date='2031-05-14' name='session'/><FRBRalias value='A' name='title'/>"),
    ], "FRBRalias"),
    wrong("an-empty-date", &[("<FRBRdate date='2031-05-14'", "<FRBRdate date=''")], "FRBRdate', attribute 'date'"),
    wrong("a-date-of-a-year", &[("<FRBRdate date='2031-05-14'", "<FRBRdate date='2031'")], "'2031' is not a valid"),
    wrong("a-day-that-is-none", &[("<FRBRdate date='2031-05-14'", "<FRBRdate date='2031-02-30'")], "2031-02-30"),
    wrong("a-date-without-a-name", &[("<FRBRdate date='2031-05-14' name='session'/>", "<FRBRdate date='2031-05-14'/>")], "'name' is required"),
    wrong("publication-without-show-as", &[("name='gauge-board' showAs='Gauge Board'/>", "name='gauge-board'/>")], "'showAs' is required"),
    wrong("keyword-without-dictionary", &[(" dictionary='#topics'", "")], "'dictionary' is required"),
    wrong("other-analysis-of-the-standards-elements", &[("<plenary:profiles GUID='section-speakers'>", "<p>1</p><plenary:profiles GUID='section-speakers'>")], "Element 'p'"),
    wrong("other-analysis-without-a-source", &[("eId='otherAnalysis_1' source='#gauge-board'", "eId='otherAnalysis_1'")], "'source' is required"),
    wrong("empty-references", &[
        ("<references source='#plenary'>\n        <hasAttachment", "<references source='#plenary'/><!-- <hasAttachment"), ("</references>", "-->"),
    ], "references"),
    wrong("person-by-id", &[("<TLCPerson eId='speaker-ada' ", "<TLCPerson id='speaker-ada' eId='speaker-ada' ")], "'id' is not allowed"),
    wrong("person-without-a-name", &[(" showAs='Ada'/>", "/>")], "'showAs' is required"),
    wrong("person-without-an-iri", &[(" href='/akn/ontology/person/un/gauge-board/ada'", "")], "'href' is required"),
    wrong("foreign-child-of-references", &[("<TLCConcept ", "<plenary:topic/><TLCConcept ")], "plenary/ns/akoma-ntoso/1}topic"),
    // Preface
    wrong("title-outside-a-block", &[("<preface>", "<preface><docTitle>Loose</docTitle>")], "docTitle"),
    wrong("a-day-in-words", &[("<docDate date='2031-05-14'>", "<docDate date='14 May 2031'>")], "14 May 2031"),
    wrong("no-day-in-the-date", &[("<docDate date='2031-05-14'>", "<docDate>")], "'date' is required"),
    wrong("time-of-another-kind", &[("type='startEvent'", "type='start'")], "'start' is not an element of the set"),
    wrong("disclaimer-without-a-name", &[(" name='disclaimer'>", ">")], "'name' is required"),
    wrong("text-right-in-a-container", &[("<p eId='preface__disclaimer_1__p_1'>Drafted by software.</p>", "Drafted by software.")], "container"),
    // Body
    wrong("paragraph-right-in-the-body", &[("<debateBody>", "<debateBody><p>Loose</p>")], "Element 'p'"),
    wrong("speech-right-in-the-body", &[("<debateBody>", "<debateBody><speech by=''><p>Loose</p></speech>")], "speech"),
    wrong("section-without-a-name", &[(" name='transcript'>", ">")], "'name' is required"),
    wrong("heading-behind-a-speech", &[
        ("<heading eId='dbsect_1__heading'>Transcript</heading>", ""), ("</debateSection>", "<heading>Late</heading></debateSection>"),
    ], "heading"),
    wrong("speech-by-nobody-named", &[("GUID='speech-2' by='#speaker-ada'", "GUID='speech-2'")], "'by' is required"),
    wrong("speech-without-words", &[("<p eId='dbsect_1__speech_1__p_1'>Who reads it?</p>", "")], "speech"),
    wrong("speech-of-bare-text", &[("<p eId='dbsect_1__speech_1__p_1'>Who reads it?</p>", "Who reads it?")], "speech"),
    wrong("scene-in-a-speech", &[("<p eId='dbsect_1__speech_1__p_1'>", "<scene>Laughter</scene><p eId='dbsect_1__speech_1__p_1'>")], "scene"),
    wrong("speech-in-a-speech", &[("<p eId='dbsect_1__speech_1__p_1'>", "<speech by=''><p>Inner</p></speech><p eId='dbsect_1__speech_1__p_1'>")], "speech"),
    wrong("paragraph-in-a-scene", &[("</debateSection>", "<scene><p>They rise.</p></scene></debateSection>")], "Element 'p'"),
    wrong("text-in-other", &[("</debateSection>", "<other>They rise.</other></debateSection>")], "other"),
    wrong("label-behind-the-words", &[
        ("<from refersTo='#speaker-chair'>Chair</from>", ""),
        ("Who reads it?</p>", "Who reads it?</p><from>Chair</from>"),
    ], "from"),
    wrong("time-without-a-day", &[("startTime='2031-05-14T10:30:00'", "startTime='10:30:00'")], "10:30:00"),
    wrong("emphasis-of-html", &[("I do.", "I <em>do</em>.")], "Element 'em'"),
    wrong("cell-without-a-paragraph", &[("I do.</p>", "I do.</p><table><tr><td>7</td></tr></table>")], "td"),
    wrong("list-of-paragraphs", &[("I do.</p>", "I do.</p><ul><p>7</p></ul>")], "Element 'p'"),
    wrong("person-who-is-nobody", &[("I do.", "I, <person>Ada</person>, do.")], "'refersTo' is required"),
    wrong("a-link-to-nowhere", &[("I do.", "I <ref>do</ref>.")], "'href' is required"),
    wrong("an-unknown-attribute", &[("<speech ", "<speech speaker='Ada' ")], "'speaker' is not allowed"),
    // Attachments
    wrong("attachment-without-meta", &[
        ("<debateReport name='meetingReport'>\n          <meta>", "<debateReport name='meetingReport'><!--"),
        ("</meta>\n          <mainBody>", "--><mainBody>"),
    ], "mainBody"),
    wrong("report-without-a-body", &[("<mainBody>", "<!--"), ("</mainBody>", "-->")], "debateReport"),
    wrong("report-without-a-name", &[("<debateReport name='meetingReport'>", "<debateReport>")], "'name' is required"),
    wrong("speech-in-a-report", &[("Ada reads it.</p>", "Ada reads it.</p><speech by=''><p>Loose</p></speech>")], "speech"),
    wrong("attachment-of-nothing", &[("<attachment eId='att_1'>", "<attachment eId='att_2'/><attachment eId='att_1'>")], "attachment"),
];
