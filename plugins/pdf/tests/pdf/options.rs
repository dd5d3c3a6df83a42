//! The options.

use lopdf::Document;
use plenary_pdf::{Language, Options, Paper};

use crate::build::whole;
use crate::file::file;
use crate::reading::{laid_out, lines};

#[test]
fn paper_is_the_size_of_every_page() {
    for (paper, width, height) in [(Paper::A4, 595.28_f32, 841.89_f32), (Paper::Letter, 612.0, 792.0)] {
        let document = Document::load_mem(&file(&whole(), &Options { paper, ..Options::default() })).unwrap();
        for id in document.get_pages().values() {
            let edges = document.get_dictionary(*id).unwrap().get(b"MediaBox").unwrap().as_array().unwrap();
            let edges: Vec<_> = edges.iter().map(|edge| edge.as_float().unwrap()).collect();
            assert_eq!(edges, [0.0, 0.0, width, height]);
        }
    }
}

#[test]
fn a_larger_size_takes_more_pages() {
    let pages = |font_size| laid_out(&whole(), &Options { font_size, ..Options::default() }).pages.len();
    let (small, usual, large) = (pages(Some(8.0)), pages(None), pages(Some(14.0)));
    assert!(small < usual && usual < large, "{small} {usual} {large}");
    assert_eq!(usual, pages(Some(10.5)));
}

#[test]
fn justified_text_has_widened_spaces_and_ragged_text_has_none() {
    let widened = |justify| {
        let layout = laid_out(&whole(), &Options { justify, ..Options::default() });
        lines(&layout).iter().filter(|seen| seen.line.widening != 0.0).count()
    };
    assert_eq!(widened(false), 0);
    assert!(widened(true) > 50);
}

#[test]
fn a_language_is_a_tag_of_bcp_47() {
    for tag in ["en", "pt-BR", "zh-Hant-HK", "sl-rozaj-biske-1994"] {
        assert_eq!(Language::try_from(tag.to_owned()).unwrap().tag(), tag);
    }
    for tag in ["", "e", "english language", "en_GB", "en-", "-en", "e1", "abcdefghi", "日本"] {
        let refused = Language::try_from(tag.to_owned()).unwrap_err();
        assert!(refused.contains(&format!("`{tag}`")) && refused.contains("pt-BR"), "{refused}");
    }
}
