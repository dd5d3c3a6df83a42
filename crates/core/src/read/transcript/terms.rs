//! Words in front of a colon that are nobody's name.

/// Words in front of a colon that are terms of a form, a record, a recipe, a log or a list, and nobody's name.
#[rustfmt::skip]
const TERMS: &[&str] = &[
    "a", "abstract", "action", "actions", "added", "address", "advantages", "after", "agenda", "agreed",
    "annex", "answer", "apologies", "appendix", "article", "attachment", "attachments", "attendees",
    "attending", "author", "authors", "background", "bcc", "before", "break", "breaking", "bridge", "budget", "bug",
    "category", "cc", "changed", "changes", "chapter", "chorus", "city", "client", "closing", "coffee", "color",
    "colour", "comment", "comments", "con", "conclusion", "cons", "contact", "context", "cost", "country",
    "credit", "credits", "criteria", "critical", "date", "day", "deadline", "debug", "decision",
    "decisions", "default", "definition", "deprecated", "description", "details", "difficulty", "dinner",
    "directions", "disadvantages", "discussion", "due", "duration", "e-mail", "email", "enclosure", "end",
    "error", "event", "expected", "fatal", "fax", "feature", "features", "figure", "fixed", "format",
    "from", "goal", "height", "hypothesis", "id", "idea", "in", "info", "information", "ingredients",
    "input", "instructions", "introduction", "item", "keynote", "keywords", "language", "level", "license",
    "link", "links", "location", "lunch", "material", "message", "method", "mobile", "motion", "name",
    "notice", "objective", "opening", "option", "outcome", "output", "owner", "page", "part", "password",
    "phase", "phone", "place", "prep", "present", "price", "priority", "pro", "problem", "project", "pros",
    "ps", "purpose", "q", "quantity", "rating", "re", "reason", "reception", "ref", "reference",
    "references", "refrain", "registration", "remarks", "removed", "reply-to", "request", "resolved",
    "response", "result", "results", "risk", "room", "rule", "section", "security", "sent", "server",
    "serves", "session", "severity", "size", "solution", "source", "start", "state", "status", "step",
    "street", "subject", "summary", "table", "tag", "tags", "task", "tel", "test", "thread", "tip", "title",
    "to", "todo", "topic", "total", "trace", "type", "update", "url", "user", "username", "value", "venue",
    "verse", "version", "vote", "warehouse", "warn", "warning", "warranty", "website", "weight", "welcome",
    "when", "where", "width", "worker", "workshop", "yield",
];

/// Words that open what somebody says, alone in front of a colon.
const OPENERS: &[&str] = &[
    "again",
    "anyway",
    "clearly",
    "correct",
    "enough",
    "exactly",
    "fine",
    "furthermore",
    "great",
    "however",
    "indeed",
    "listen",
    "look",
    "meanwhile",
    "moreover",
    "no",
    "right",
    "still",
    "sure",
    "therefore",
    "thus",
    "true",
    "welcome",
];

/// Whether a name begins with a term: `Step 2`, `Action Points`.
pub(super) fn is_term(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    // `A:` may be an answer, `A Sra. Lima:` is none.
    (first.len() > 1 || first.len() == name.len())
        && first.len() <= 14
        && TERMS.binary_search(&first.to_lowercase().as_str()).is_ok()
}

/// Whether a single word opens a sentence and names nobody by its look: `However`, `Absolutely`.
pub(super) fn opens_words(name: &str) -> bool {
    name.len() <= 20 && {
        let word = name.to_lowercase();
        OPENERS.binary_search(&word.as_str()).is_ok() || word.len() > "Emily".len() && word.ends_with("ly")
    }
}

#[cfg(test)]
mod tests {
    use super::{OPENERS, TERMS};

    #[test]
    fn tables_are_sorted() {
        for table in [OPENERS, TERMS] {
            assert!(table.is_sorted_by(|left, right| left < right));
        }
    }
}
