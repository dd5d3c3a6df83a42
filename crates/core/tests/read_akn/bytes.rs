//! Any document: nothing panics, no byte is lost.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::{debate, reading};

const PIECES: [&str; 44] = [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<speech by=\"#ann\">",
    "</speech>",
    "<from>",
    "</from>",
    "<debateSection>",
    "</debateSection>",
    "<heading>",
    "</heading>",
    "<num>",
    "</num>",
    "<remark>",
    "</remark>",
    "<scene>",
    "</scene>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<eol/>",
    "<authorialNote>",
    "</authorialNote>",
    "<item>",
    "</item>",
    "<meta>",
    "</meta>",
    "<attachments>",
    "</attachments>",
    "<doc>",
    "</doc>",
    "<section>",
    "</section>",
    "<!-- c -->",
    "<![CDATA[ d ]]>",
    "&amp;",
    "&#32;",
    "&nbsp;",
    "&",
    "words ",
    "\r\n\t",
    "é\u{feff}日",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_row_of_pieces(pieces in vec(select(PIECES.as_slice()), 0..40)) {
        reading(&debate(&pieces.concat()));
    }

    #[test]
    fn any_damage(at in any::<prop::sample::Index>(), len in 0..30usize, with in ".{0,3}") {
        let whole = debate("<speech by=\"#ann\"><from>Ann:</from><p>Good &amp; <b>bad</b></p></speech><scene>(Bell)</scene>");
        let start = at.index(whole.len());
        let mut damaged = whole.clone();
        damaged.replace_range(start..(start + len).min(whole.len()), &with);
        reading(&damaged);
    }
}
