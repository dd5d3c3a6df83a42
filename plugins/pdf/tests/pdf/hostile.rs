//! Texts and sessions nobody would wish for.

use plenary_pdf::layout::ItemKind;
use plenary_pdf::{Options, Pdf};
use plenary_plugin_sdk::model::{BlockKind, Content, DetailKind, Moment};
use plenary_plugin_sdk::testing::render;

use crate::build::{
    argument, block, detail, disclaimer, empty, paragraphs, part, point, profile, section, speaker, speech,
    time, title, whole,
};
use crate::extraction::extracted;
use crate::file::file;
use crate::reading::{laid_out, own_fonts, said, visible};

#[test]
fn the_one_finding_names_the_characters_no_font_has() {
    let mut session = whole();
    session.unrecognised.extend([crate::build::text("水水水 火"), crate::build::text("😀")]);
    let rendered = render::<Pdf>(&session, "pdf", &own_fonts(&Options::default())).unwrap();
    let messages: Vec<_> = rendered.diagnostics.iter().map(|finding| finding.message.as_str()).collect();
    let expected = "3 characters have no glyph in the brief's fonts: “水” U+6C34 Han (3 times), “火” U+706B Han (once), \
                    “😀” U+1F600 (once)";
    assert_eq!(messages, [expected]);
    let help = rendered.diagnostics[0].help.as_deref().unwrap();
    assert!(
        help.contains("Noto Serif CJK (Debian's fonts-noto-cjk)") && help.contains("fonts-symbola"),
        "{help}"
    );
    assert_eq!(rendered.diagnostics[0].code, "pdf::missing-glyph");
}

#[test]
fn a_sound_session_is_rendered_without_a_word() {
    assert_eq!(render::<Pdf>(&whole(), "pdf", &Options::default()).unwrap().diagnostics, []);
}

#[test]
fn control_and_direction_characters_leave_no_trace() {
    let mut session = whole();
    session.unrecognised = vec![crate::build::text(
        "a\0b\u{7}c\u{1b}[31m \u{202E}d\u{202C}e\u{200F}f\u{2066}g\u{2069}\u{FEFF}h",
    )];
    let rendered = render::<Pdf>(&session, "pdf", &own_fonts(&Options::default())).unwrap();
    assert_eq!(rendered.diagnostics, []);
    let text = extracted(&rendered.bytes).concat();
    assert!(text.contains("abc[31m defgh"), "{text}");
}

#[test]
fn a_tower_of_marks_is_one_letter_wide() {
    let tower = format!("Z{}", "\u{301}\u{323}\u{308}".repeat(500));
    let mut session = whole();
    session.unrecognised = vec![crate::build::text(&format!("before {tower} after"))];
    let text = extracted(&file(&session, &Options::default())).concat();
    assert!(text.contains("before Z") && text.contains("\u{308} after"));
}

#[test]
fn everything_may_be_empty() {
    let nothing = paragraphs(&["", " ", "\n\n", "\u{200B}", "\u{AD}"]);
    let empty_details = DetailKind::ALL.map(|kind| detail(kind, &["", " "], &["speaker-1"; 2])).into();
    let mut session = empty();
    session.title = Some(title("", "", Some("")));
    session.time = Some(time(""));
    session.disclaimers = vec![disclaimer(1, "")];
    session.speakers = vec![speaker("speaker-1", "")];
    session.speakers[0].role = Some(" ".into());
    session.unrecognised = vec![crate::build::text("")];
    session.sections = vec![
        section(
            "s-1",
            Some(""),
            Content::Parts(vec![part("r-1", Some(" "), nothing.clone()), part("r-2", None, Vec::new())]),
        ),
        section(
            "s-2",
            None,
            Content::Speeches(vec![
                speech(1, "nobody", Some(""), nothing.clone()),
                speech(2, "", None, Vec::new()),
            ]),
        ),
        section(
            "s-3",
            Some("\t"),
            Content::Profiles(vec![profile("p-1", "x", "", vec![argument("a-1", "", &[""], &["", ""])])]),
        ),
        section("s-4", None, Content::Parts(Vec::new())),
        section(
            "s-5",
            None,
            Content::Points(vec![point(1, "", &[""], empty_details), point(2, " ", &[], Vec::new())]),
        ),
    ];
    let layout = laid_out(&session, &Options::default());
    for name in [
        "s-1",
        "s-2",
        "s-3",
        "s-4",
        "s-5",
        "point-1",
        "point-2",
        "r-1",
        "r-2",
        "speech-1",
        "speech-2",
        "p-1",
        "a-1",
        "speaker-1",
        "disclaimer-1",
    ] {
        assert!(layout.destinations.iter().any(|place| place.name == name), "{name}");
    }
    assert!(extracted(&file(&session, &Options::default())).len() <= 2);
}

#[test]
fn an_identifier_that_comes_twice_is_one_destination() {
    let mut session = whole();
    let again = session.sections.clone();
    session.sections.extend(again);
    let layout = laid_out(&session, &Options::default());
    let mut names: Vec<_> = layout.destinations.iter().map(|place| &place.name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
    extracted(&file(&session, &Options::default()));
}

#[test]
fn ten_thousand_speakers_have_their_rows() {
    let mut session = empty();
    session.speakers =
        (0..10_000).map(|n| speaker(&format!("speaker-{n}"), &format!("Delegation number {n}"))).collect();
    let layout = laid_out(&session, &Options::default());
    assert!(layout.pages.len() > 200);
    assert_eq!(said(&layout).matches("Delegation number").count(), 10_000);
}

#[test]
fn three_hundred_arguments_are_numbered() {
    let arguments = (1..=300).map(|n| {
        argument(&format!("argument-x-{n}"), &format!("Claim number {n} of them"), &["A fact"], &["T"])
    });
    let mut session = empty();
    let profiles = Content::Profiles(vec![profile("profile-x", "speaker-x", "X", arguments.collect())]);
    session.sections = vec![section("section-speakers", Some("Speakers"), profiles)];
    let said = said(&laid_out(&session, &Options::default()));
    assert!(said.contains("300.\nClaim number 300 of them"), "{said}");
}

#[test]
fn five_thousand_names_in_a_line_are_as_many_links() {
    let ids: Vec<_> = (1..=5_000).map(|n| format!("speaker-{n}")).collect();
    let ids: Vec<_> = ids.iter().map(String::as_str).collect();
    let mut session = empty();
    session.speakers = ids.iter().map(|id| speaker(id, "Name")).collect();
    let names = detail(DetailKind::Speakers, &["Name"; 5_000], &ids);
    session.sections =
        vec![section("section-p", None, Content::Points(vec![point(1, "All", &[], vec![names])]))];
    let layout = laid_out(&session, &Options::default());
    let items = layout.pages.iter().flat_map(|page| &page.items);
    let links =
        items.filter(|item| matches!(&item.kind, ItemKind::Link { to, .. } if to.starts_with("speaker-")));
    assert_eq!(links.count(), 5_000);
}

#[test]
fn a_time_without_end_stays_on_the_page() {
    let mut session = whole();
    if let Content::Speeches(speeches) = &mut session.sections[2].content {
        speeches[0].end = Some(Moment::Elapsed { milliseconds: u64::MAX });
    }
    assert!(said(&laid_out(&session, &Options::default())).contains("00:01:01–5124095576030:25:51"));
}

#[test]
fn a_title_a_name_and_a_label_without_end_stay_on_the_page() {
    let endless = "x".repeat(3000);
    let mut session = whole();
    session.title = Some(title(&endless, &endless, None));
    session.speakers[0].name = endless.clone().into();
    session.speakers[0].role = Some(endless.clone().into());
    session.sections[1].heading = Some(crate::build::text(&endless));
    let layout = laid_out(&session, &Options::default());
    let right = layout.geometry.width - layout.geometry.right + 0.05;
    for seen in crate::reading::lines(&layout) {
        assert!(seen.line.x + seen.line.width <= right);
    }
    assert!(visible(&said(&layout)).matches(&endless).count() >= 3, "title, contents, heading");
}

#[test]
fn a_transcript_of_thousands_of_speeches_is_laid_out() {
    let mut session = empty();
    let words = "The meeting came to order, and the order came to nothing. ".repeat(3);
    let speeches =
        (1..=3000).map(|n| speech(n, "speaker-x", Some("X"), vec![block(BlockKind::Paragraph, &words)]));
    session.sections = vec![section("section-t", Some("T"), Content::Speeches(speeches.collect()))];
    let layout = laid_out(&session, &Options::default());
    assert!(layout.pages.len() > 200);
    assert_eq!(layout.outline.len(), 3004);
}

/// Ten thousand topics of ten thousand speakers are a hundred million pairs, which nobody goes over.
#[test]
fn a_point_of_everyone_on_everything_is_counted() {
    let names: Vec<_> = (0..10_000).map(|n| format!("Delegate {n}")).collect();
    let ids: Vec<_> = (0..10_000).map(|n| format!("speaker-{n}")).collect();
    let mut session = empty();
    session.speakers = std::iter::zip(&ids, &names).map(|(id, name)| speaker(id, name)).collect();
    let [names, ids] = [&names, &ids].map(|texts| texts.iter().map(String::as_str).collect::<Vec<_>>());
    let topics: Vec<_> = (0..10_000).map(|n| format!("Topic {n}")).collect();
    let topics: Vec<_> = topics.iter().map(String::as_str).collect();
    let everyone = crate::build::detail(DetailKind::Speakers, &names, &ids);
    session.sections =
        vec![section("s", None, Content::Points(vec![point(1, "All of it", &topics, vec![everyone])]))];
    let options = Options { style: plenary_pdf::Style::Brief, ..Options::default() };
    let layout = laid_out(&session, &options);
    let topics = layout.nodes.iter().filter_map(|node| node.alternative.as_deref()).next_back().unwrap();
    assert!(topics.contains("Topic 0: Delegate 0 1, "), "{topics}");
    assert!(topics.contains("and 9987 others: Delegate 0 9987, "), "{topics}");
}
