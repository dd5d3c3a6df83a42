//! What a few words look like: a name, the start of a sentence, the end of one.

use super::words::Words;

/// What a name looks like, by its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shape {
    /// No name: a sentence or the end of one.
    Sentence,
    /// A few words, of which not all are capitals: `Private sector`, `My point`.
    Phrase,
    /// Every word begins as names begin.
    Name,
}

/// Words that begin a sentence or an address, or stand alone before a colon, and are nobody's name.
#[rustfmt::skip]
static NO_NAMES: Words = Words::of(&[
    "also", "and", "answer", "answers", "as", "because", "but", "colleagues", "conclusion",
    "conclusions", "date", "dear", "disclaimer", "distinguished", "everybody", "everyone", "example", "examples",
    "excellencies", "fact", "facts", "finally", "first", "firstly", "fourth", "from", "goal", "goals",
    "hello", "here", "hi", "how", "i", "if", "important", "in", "it", "ladies", "last", "lastly", "let",
    "my", "next", "note", "notes", "now", "number", "ok", "okay", "one", "option", "options",
    "or", "our", "please", "point", "points", "problem", "problems", "question", "questions", "quote",
    "reason", "reasons", "recommendation", "recommendations", "remember", "result", "results", "second",
    "secondly", "so", "solution", "solutions", "sorry", "source", "sources", "step",
    "steps", "summary", "thank", "thanks", "that", "then", "there", "these", "third", "thirdly", "this",
    "those", "three", "time", "title", "to", "today", "tomorrow", "total", "two", "we", "well", "what",
    "when", "where", "which", "who", "why", "with", "yes", "yesterday", "you", "your",
]);

/// Words of what meetings are about. A name of nothing but these is a topic's: `Artificial Intelligence`.
#[rustfmt::skip]
static TOPICS: Words = Words::of(&[
    "access", "accessibility", "accountability", "action", "actions", "agenda", "ai", "algorithms",
    "annex", "annexes", "article", "articles", "artificial", "background", "building", "capacity",
    "challenges", "change", "chapter", "clause", "climate", "closing", "cloud", "competition",
    "conduct", "connectivity", "consumer", "content", "context", "cooperation", "copyright",
    "critical", "cyber", "cybercrime", "cybersecurity", "data", "development", "digital",
    "diplomacy", "discussion", "divide", "economy", "education", "emerging", "energy",
    "environment", "ethics", "finance", "financing", "freedom", "future", "gender", "global",
    "goals", "governance", "health", "human", "identity", "impact", "inclusion", "information",
    "infrastructure", "innovation", "intelligence", "international", "internet", "introduction",
    "issues", "item", "items", "justice", "key", "labour", "law", "learning", "literacy", "machine",
    "measures", "misinformation", "models", "new", "norms", "objective", "objectives", "online",
    "open", "opening", "opportunities", "outcome", "outcomes", "paragraph", "paragraphs", "part",
    "peace", "phase", "pillar", "policies", "policy", "principle", "principles", "privacy",
    "process", "protection", "public", "quantum", "regulation", "remarks", "research", "resilience",
    "resolution", "responsible", "rights", "risk", "risks", "rule", "rules", "safety", "scenario",
    "science", "section", "security", "skills", "slide", "smart", "solutions", "source",
    "sovereignty", "space", "standardisation", "standardization", "standards", "steps", "strategic",
    "strategy", "sustainability", "sustainable", "takeaways", "target", "targets", "tax",
    "taxation", "technologies", "technology", "telecommunications", "theme", "threats", "tools",
    "topics", "trade", "training", "transformation", "transparency", "trust", "work",
]);

/// Words inside names that stay small.
#[rustfmt::skip]
static PARTICLES: Words = Words::of(&[
    "a", "af", "al", "and", "at", "av", "bin", "bint", "da", "dal", "das", "de", "dei", "del", "della",
    "den", "der", "di", "do", "dos", "du", "e", "el", "for", "ibn", "in", "la", "las", "le", "los", "of",
    "on", "te", "ten", "ter", "the", "van", "von", "y", "zu", "zum", "zur",
]);

/// The most words of a name: `Permanent Representative of the United Kingdom of Great Britain and Northern Ireland`.
const MOST_WORDS: usize = 16;
/// The most words of a phrase.
const MOST_IN_PHRASE: usize = 4;

/// Those of them that a name may begin with: `de Souza`, `van der Berg`.
#[rustfmt::skip]
static LEADING: Words = Words::of(&[
    "af", "al", "av", "bin", "bint", "da", "dal", "das", "de", "dei", "del", "della", "den", "der", "di", "dos", "du",
    "el", "ibn", "la", "las", "le", "los", "te", "ten", "ter", "van", "von", "zu", "zum", "zur",
]);

/// Words that more must follow: with one of them at its end nothing is a name.
const UNFINISHED: &[&str] =
    &["and", "are", "at", "by", "for", "from", "is", "of", "or", "that", "the", "was", "were", "with"];

/// Whether words break off: more must follow the last of them.
pub(super) fn is_unfinished(words: &str) -> bool {
    let (_, last) = words.trim_end().rsplit_once(char::is_whitespace).unwrap_or_default();
    (2..=4).contains(&last.len()) && UNFINISHED.iter().any(|word| last.eq_ignore_ascii_case(word))
}

/// Whether a name is a topic's: every word of it is one of those that meetings are about.
pub(super) fn is_topic(name: &str) -> bool {
    let is_one =
        |word: &str| TOPICS.hold(word) || PARTICLES.hold(word) || !word.contains(char::is_alphabetic);
    name.split_whitespace()
        .all(|word| is_one(word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str()))
}

/// Whether one word is a name as people give themselves one: `will.i.am`, `ann_lee`.
fn is_handle(word: &str) -> bool {
    let mut parts = word.split(['.', '_']);
    parts.clone().nth(1).is_some() && parts.all(|part| part.starts_with(char::is_alphabetic))
}

/// What `name` looks like.
pub(super) fn shape(name: &str) -> Shape {
    let words = || name.split_whitespace();
    let Some(first) = words().next() else { return Shape::Sentence };
    if first.len() == name.len() && is_handle(name) {
        return Shape::Name;
    }
    let opener = first.trim_end_matches(',').to_lowercase();
    let count = words().take(MOST_WORDS + 1).count();
    if count > MOST_WORDS || NO_NAMES.hold(opener.as_str()) || words().any(ends_inside) {
        return Shape::Sentence;
    }
    // The number of an item is no part of a name: `1. Oil`.
    let is_number =
        first.strip_suffix(['.', ')']).is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()));
    if is_number || !name.contains(char::is_alphabetic) || !first.contains(char::is_alphanumeric) {
        return Shape::Sentence;
    }
    let last = words().last().unwrap_or_default();
    if is_unfinished(name) {
        return Shape::Sentence;
    }
    let leads = LEADING.hold(first) && is_capital(last);
    if !leads && !is_capital(first) {
        return Shape::Sentence;
    }
    match words().all(|word| is_capital(word) || is_particle(word)) {
        true => Shape::Name,
        false if count <= MOST_IN_PHRASE && !says(last) => Shape::Phrase,
        false => Shape::Sentence,
    }
}

/// Verbs that stand before a colon and what is said: `Nobody asked: who pays?`
#[rustfmt::skip]
static SAYING: Words = Words::of(&[
    "added", "adds", "argued", "argues", "asked", "asking", "asks", "believe", "believes", "concluded", "concludes",
    "explained", "explains", "know", "knows", "mean", "means", "noted", "notes", "replied", "replies", "said", "say",
    "saying", "says", "stated", "think", "thinks", "told", "was", "wrote",
]);

fn says(word: &str) -> bool {
    SAYING.hold(word)
}

/// Whether a word may stay small inside a name.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.hold(word.trim_matches(['(', ')']))
}

/// Whether a text begins as sentences do, with a word that is nobody's name.
pub(super) fn opens_sentence(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().trim_end_matches(',');
    NO_NAMES.hold(first.to_lowercase().as_str())
}

/// Whether a word begins with a capital or with what has none; `d’Arc` and `al-Khwarizmi` do behind their particle.
fn is_capital(word: &str) -> bool {
    let capital = |part: &str| part.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| !c.is_lowercase());
    capital(word) || word.rsplit(['-', '\'', '’']).next().is_some_and(|last| last.len() > 1 && capital(last))
}

/// Whether a sentence ends with this word of a line.
fn ends_inside(word: &str) -> bool {
    word.ends_with(['?', '!', ';', '…']) || is_stopped(word)
}

/// Whether a full stop stands behind a word that is no abbreviation of a name such as `Mr.`, `Ltd.`, `J.`
pub(super) fn is_stopped(word: &str) -> bool {
    let abbreviates = || word.chars().count() <= "Corp.".len() && !word.starts_with(char::is_lowercase);
    word.ends_with('.') && !abbreviates()
}

/// Whether a line ends as sentences end.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*']);
    line.ends_with(['.', '!', '?', ':', ';', '…', '。', '؟', '।'])
}

/// The name in front of an affiliation: `Deborah Allen, Director`, `Deborah Allen (Find Out Why)`.
pub(super) fn without_affiliation(text: &str) -> Option<&str> {
    let marks = [", ", " (", " – ", " - ", " | "];
    let mut ends = memchr::memchr2_iter(b',', b' ', text.as_bytes());
    let end =
        ends.find(|&at| text.get(at..).is_some_and(|rest| marks.iter().any(|mark| rest.starts_with(mark))))?;
    text.get(..end).map(str::trim_end).filter(|name| !name.is_empty())
}

/// The longest remark, in bytes.
const LONGEST_REMARK: usize = 60;

/// Whether a line says what happened: a few words in brackets and nothing else.
pub(super) fn is_remark(line: &str) -> bool {
    let inner = line.strip_prefix('(').and_then(|rest| rest.trim_end_matches('.').strip_suffix(')'));
    let inner = inner
        .or_else(|| line.strip_prefix('[').and_then(|rest| rest.trim_end_matches('.').strip_suffix(']')));
    line.len() <= LONGEST_REMARK
        && inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(['(', ')', '[', ']']))
}

#[cfg(test)]
mod tests {
    use super::{LEADING, NO_NAMES, PARTICLES, SAYING, Shape, TOPICS, is_topic, shape};

    #[test]
    fn tables_are_sorted() {
        for table in [&NO_NAMES, &PARTICLES, &LEADING, &TOPICS, &SAYING] {
            assert!(table.are_sound());
        }
    }

    #[test]
    fn topics_are_nobody() {
        for name in [
            "Artificial Intelligence",
            "Rules of the Internet",
            "Agenda item 5",
            "Article 6",
            "Closing Remarks",
        ] {
            assert!(is_topic(name), "{name}");
        }
        for name in ["Data Office", "Trust Wielgosz", "Ines Quarrie"] {
            assert!(!is_topic(name), "{name}");
        }
    }

    #[test]
    fn names_phrases_and_sentences() {
        for (text, expected) in [
            ("Ines Quarrie", Shape::Name),
            ("Mr. J. van der Doe (Chile)", Shape::Name),
            ("H.E. José Núñez", Shape::Name),
            ("Дарья Соколянская", Shape::Name),
            ("张三", Shape::Name),
            ("Speaker #2", Shape::Name),
            ("R&D <Platform> | Ops", Shape::Name),
            ("Delegation of the Kingdom of the Netherlands", Shape::Name),
            ("I. Ivanov", Shape::Name),
            ("Jean d’Arc", Shape::Name),
            ("al-Khwarizmi", Shape::Name),
            ("Maria de los Ángeles", Shape::Name),
            ("Bolivia (Plurinational State of)", Shape::Name),
            ("de Souza", Shape::Name),
            ("van der Berg", Shape::Name),
            ("will.i.am", Shape::Name),
            ("ann_lee", Shape::Name),
            ("e.g.", Shape::Sentence),
            ("de facto", Shape::Sentence),
            ("Private sector", Shape::Phrase),
            ("Local delegate", Shape::Phrase),
            ("My point", Shape::Sentence),
            ("Nobody said", Shape::Sentence),
            ("10:30", Shape::Sentence),
            ("- One", Shape::Sentence),
            ("1. Oil", Shape::Sentence),
            ("what’s next", Shape::Sentence),
            ("Excellencies, Ladies and Gentlemen", Shape::Sentence),
            ("First of all", Shape::Sentence),
            ("so here is what we do", Shape::Sentence),
            ("The question before us is", Shape::Sentence),
            ("It is late. Let us ask", Shape::Sentence),
            ("Harbour Ltd. Board", Shape::Name),
            ("Nobody told. Ask", Shape::Sentence),
            ("We asked Ines. And Others", Shape::Sentence),
            ("Good Morning Everyone. And Thank You", Shape::Sentence),
            ("One Two Three Four Five Six Seven Eight Nine", Shape::Sentence),
            ("", Shape::Sentence),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }
}
