//! Hyphens: where words are parted, and what is never.

use plenary_pdf::Options;
use plenary_pdf::layout::Layout;
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{BlockKind, Content};

use crate::build::{block, empty, section, speech};
use crate::reading::{laid_out, lines, said, visible};

fn saying(text: &str) -> Session<'static> {
    let mut session = empty();
    let speech = speech(1, "speaker-x", Some("X"), vec![block(BlockKind::Paragraph, text)]);
    session.sections = vec![section("section-t", Some("T"), Content::Speeches(vec![speech]))];
    session
}

fn set(text: &str, language: &str, justify: bool) -> Layout {
    let language = language.to_owned().try_into().expect("a tag");
    laid_out(&saying(text), &Options { justify, language, ..Options::default() })
}

/// The words that are parted, with a stroke at the place.
fn parted(layout: &Layout) -> Vec<String> {
    let lines: Vec<_> = lines(layout).into_iter().map(|seen| layout.text.read(seen.line)).collect();
    let pairs = lines.windows(2).filter(|pair| pair[0].ends_with('\u{AD}'));
    let words = pairs.map(|pair| {
        let before = pair[0].trim_end_matches('\u{AD}').rsplit(' ').next().unwrap_or_default();
        let after = pair[1].split(' ').next().unwrap_or_default();
        format!("{before}|{after}")
    });
    words.collect()
}

const ENGLISH: &str = "Representatives of intergovernmental organisations acknowledged considerable responsibility \
                       for infrastructure, interconnection and cybersecurity, notwithstanding disagreements. ";
const GERMAN: &str = "Die Wasserwirtschaftsverwaltung veröffentlichte Hochwasserrückhaltebeckenbetriebsvorschriften und \
                      Überschwemmungsgebietsfestsetzungen für Flussanliegergemeinden. ";

#[test]
fn words_of_filled_lines_are_parted_by_the_rules_of_their_language() {
    let english = parted(&set(&ENGLISH.repeat(6), "en", true));
    assert!(english.len() > 2, "{english:?}");
    let known = ["Rep", "inter", "or", "ac", "con", "re", "in", "cy", "not", "dis"];
    for word in &english {
        assert!(known.iter().any(|start| word.starts_with(start)) && word.len() > 6, "{word}");
    }
    // No pattern of English parts these where German does.
    let german = parted(&set(&GERMAN.repeat(6), "de-AT", true));
    assert!(
        german
            .iter()
            .any(|word| word.contains("was|ser") || word.contains("schafts|ver") || word.contains("|"))
    );
    assert!(german.len() > 4, "{german:?}");
}

#[test]
fn the_words_are_whole_without_their_soft_hyphens() {
    let text = ENGLISH.repeat(6);
    let layout = set(&text, "en", true);
    assert!(said(&layout).contains('\u{AD}'));
    assert!(visible(&said(&layout)).contains(&visible(&text)));
}

#[test]
fn ragged_lines_of_full_width_have_none() {
    assert_eq!(parted(&set(&ENGLISH.repeat(6), "en", false)), Vec::<String>::new());
}

#[test]
fn a_language_without_rules_has_none() {
    for language in ["tlh", "hu", "zz"] {
        assert_eq!(parted(&set(&ENGLISH.repeat(6), language, true)), Vec::<String>::new(), "{language}");
    }
}

#[test]
fn names_addresses_and_abbreviations_are_whole() {
    let words = [
        "Christopherson",
        "UNCTADWIPOITU",
        "internationalisation.example.org",
        "secretariat@example.org",
        "G20communique",
    ];
    for ahead in 0..30 {
        let text = format!("{} {}", "ab ".repeat(ahead), words.join(" ").repeat(12));
        assert_eq!(parted(&set(&text, "en", true)), Vec::<String>::new());
    }
}

#[test]
fn headings_and_labels_are_whole() {
    let long = "Notwithstanding infrastructure interconnection responsibilities acknowledged "
        .repeat(4)
        .to_lowercase();
    let mut session = saying("Short.");
    session.sections[0].heading = Some(crate::build::text(&long));
    if let Content::Speeches(speeches) = &mut session.sections[0].content {
        speeches[0].label = Some(crate::build::text(&long));
    }
    let layout = laid_out(&session, &Options { justify: true, ..Options::default() });
    assert_eq!(parted(&layout), Vec::<String>::new());
}
