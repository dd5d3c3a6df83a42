//! What a few words look like: a name, the start of a sentence, the end of one.

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

/// Words that begin a sentence, or stand alone before a colon, and are nobody's name.
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "also", "and", "answer", "because", "but", "conclusion", "example", "finally", "first", "firstly",
    "fourth", "here", "how", "i", "if", "important", "in", "it", "last", "lastly", "my", "next", "note",
    "now", "number", "ok", "okay", "one", "or", "our", "point", "question", "quote", "remember", "second",
    "secondly", "so", "summary", "thank", "thanks", "that", "then", "there", "these", "third", "thirdly",
    "this", "those", "three", "two", "we", "well", "what", "when", "where", "which", "who", "why", "yes",
    "you", "your",
];

/// Words inside names that stay small.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "a", "al", "and", "at", "bin", "da", "das", "de", "del", "den", "der", "di", "dos", "du", "e", "el",
    "for", "in", "la", "le", "of", "on", "ter", "the", "van", "von", "y", "zu",
];

/// The most words of a name.
const MOST_WORDS: usize = 8;
/// The most words of a phrase.
const MOST_IN_PHRASE: usize = 4;

/// What `name` looks like.
pub(super) fn shape(name: &str) -> Shape {
    let words = || name.split_whitespace();
    let Some(first) = words().next() else { return Shape::Sentence };
    let opener = first.trim_matches([',', '.']).to_lowercase();
    let count = words().take(MOST_WORDS + 1).count();
    if count > MOST_WORDS || NO_NAMES.binary_search(&opener.as_str()).is_ok() || words().any(ends_inside) {
        return Shape::Sentence;
    }
    let capital = |word: &str| word.chars().find(|c| c.is_alphanumeric()).is_none_or(|c| !c.is_lowercase());
    if !capital(first) {
        return Shape::Sentence;
    }
    match words().all(|word| capital(word) || PARTICLES.binary_search(&word).is_ok()) {
        true => Shape::Name,
        false if count <= MOST_IN_PHRASE => Shape::Phrase,
        false => Shape::Sentence,
    }
}

/// Whether a sentence ends with this word of a line: a stop behind a word that is no abbreviation such as `Mr.`
fn ends_inside(word: &str) -> bool {
    word.ends_with(['?', '!', ';', '…']) || (word.ends_with('.') && word.chars().count() > "Corp.".len())
}

/// Whether a line ends as sentences end.
pub(super) fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*']);
    line.ends_with(['.', '!', '?', ':', ';', '…', '。', '؟', '।'])
}

/// The name in front of an affiliation: `Deborah Allen, Director`, `Deborah Allen (Find Out Why)`.
pub(super) fn without_affiliation(text: &str) -> Option<&str> {
    let end = [", ", " (", " – ", " - ", " | "].iter().filter_map(|mark| text.find(mark)).min()?;
    text.get(..end).map(str::trim_end).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{NO_NAMES, PARTICLES, Shape, shape};

    #[test]
    fn tables_are_sorted() {
        for table in [NO_NAMES, PARTICLES] {
            assert!(table.is_sorted_by(|left, right| left < right));
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
            ("Private sector", Shape::Phrase),
            ("Local delegate", Shape::Phrase),
            ("My point", Shape::Sentence),
            ("First of all", Shape::Sentence),
            ("so here is what we do", Shape::Sentence),
            ("The question before us is", Shape::Sentence),
            ("It is late. Let us ask", Shape::Sentence),
            ("We asked Ines. And Others", Shape::Sentence),
            ("Good Morning Everyone. And Thank You", Shape::Sentence),
            ("One Two Three Four Five Six Seven Eight Nine", Shape::Sentence),
            ("", Shape::Sentence),
        ] {
            assert_eq!(shape(text), expected, "{text}");
        }
    }
}
