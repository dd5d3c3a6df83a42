//! How much of what was said is in the documents.

use std::collections::HashMap;

use plenary_core::Session;
use plenary_core::model::BlockKind;

use super::super::bench::Bench;
use super::super::verdict::{Finding, noted, skipped};

/// The words of the speeches, in their order. Leaving text out is a format's right, so this is never a failure.
pub(super) fn words(bench: &Bench<'_>) -> Result<String, Finding> {
    let (mut said, mut found) = (0, 0);
    let mut least: Option<(usize, usize, &str)> = None;
    for document in bench.documents() {
        let is_text = bench.formats().iter().any(|format| format.name == document.format && !format.binary);
        let (true, Ok(bytes)) = (is_text, &document.made) else { continue };
        let text = String::from_utf8_lossy(bytes);
        let speeches = speeches(&document.sample.session);
        let source: Vec<_> = tokens(&speeches).collect();
        let kept = in_order(&source, &tokens(&text).collect::<Vec<_>>());
        said += source.len();
        found += kept;
        let is_less =
            least.is_none_or(|(kept_least, of_least, _)| kept * of_least < kept_least * source.len());
        if !source.is_empty() && is_less {
            least = Some((kept, source.len(), &document.what));
        }
    }
    let Some((kept, of, what)) = least else {
        return Err(skipped("it makes no text of speeches"));
    };
    if found == said {
        return Ok(format!("all {said} words of the speeches, in order"));
    }
    let share = |part: usize, whole: usize| part * 100 / whole.max(1);
    Err(noted(format!(
        "{} % of the words of the speeches stand there in order; least in {what}, {} %",
        share(found, said),
        share(kept, of)
    ))
    .help("fine for a format that leaves text out on purpose"))
}

/// What was said, remarks left out.
fn speeches(session: &Session<'_>) -> String {
    let blocks = session.speeches().flat_map(|speech| &speech.blocks);
    let said = blocks.filter(|block| block.kind != BlockKind::Remark);
    said.flat_map(|block| [block.text.as_str(), "\n"]).collect()
}

/// Runs of letters and digits: what stands between them may be written in another way, as markup escapes it.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty())
}

/// How many of the words stand in `text` in their order: the length of the longest common subsequence, by Hunt and
/// Szymanski.
fn in_order(words: &[&str], text: &[&str]) -> usize {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, word) in text.iter().enumerate() {
        places.entry(word).or_default().push(place);
    }
    // Where the best row of so many words ends that ends first.
    let mut ends: Vec<usize> = Vec::new();
    for word in words {
        for &place in places.get(word).into_iter().flatten().rev() {
            let at = ends.partition_point(|&end| end < place);
            match ends.get_mut(at) {
                Some(end) => *end = place,
                None => ends.push(place),
            }
        }
    }
    ends.len()
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn words_count_in_their_order() {
        assert_eq!(in_order(&["a", "b", "c"], &["x", "a", "y", "b", "c"]), 3);
        assert_eq!(in_order(&["a", "b", "c"], &["c", "a", "b"]), 2);
        assert_eq!(in_order(&["a", "a"], &["a"]), 1);
        assert_eq!(in_order(&[], &["a"]), 0);
    }
}
