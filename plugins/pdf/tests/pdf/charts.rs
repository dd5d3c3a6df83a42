//! The charts: what they show, they say, and it is what plenary counts.

use plenary_pdf::layout::{ItemKind, Layout, Role};
use plenary_pdf::{Options, Style};
use plenary_plugin_sdk::Session;
use plenary_plugin_sdk::model::{Content, Moment};
use plenary_plugin_sdk::statistics::participants;

use crate::build::{argument, declared, empty, paragraphs, profile, section, speaker, speech, whole};
use crate::reading::{laid_out, said};

/// What the figures say instead of what they show.
fn told(session: &Session<'_>) -> Vec<String> {
    told_by(&laid_out(session, &Options::default()))
}

fn told_by(layout: &Layout) -> Vec<String> {
    let figures = layout.nodes.iter().filter(|node| node.role == Role::Figure);
    figures.map(|node| node.alternative.as_deref().expect("a figure says what it shows").to_owned()).collect()
}

/// A session of so many speakers; the nth speaks n words, one after the other, twice.
fn talkers(count: usize) -> Session<'static> {
    let mut session = empty();
    session.speakers =
        (1..=count).map(|n| speaker(&format!("speaker-{n}"), &format!("Delegate {n}"))).collect();
    let speeches = (1..=2 * count).map(|number| {
        let n = (number - 1) % count + 1;
        speech(number, &format!("speaker-{n}"), None, paragraphs(&[&"word ".repeat(n)]))
    });
    session.sections = vec![section("section-t", Some("T"), Content::Speeches(speeches.collect()))];
    session
}

#[test]
fn shares_are_those_of_the_participants() {
    let session = talkers(5);
    let share = told(&session).remove(0);
    assert!(
        share.starts_with("Bar chart of the share of the floor. Of 30 words, counted by plenary: "),
        "{share}"
    );
    let mut at = 0;
    let mut participants = participants(&session);
    participants.reverse();
    for participant in participants {
        let fact = format!("{} {} ({})", participant.speaker.name, participant.words, participant.share);
        at += share[at..].find(&fact).unwrap_or_else(|| panic!("{fact} in its place: {share}"));
    }
}

#[test]
fn without_a_transcript_shares_are_those_declared() {
    let mut session = empty();
    session.speakers = vec![speaker("speaker-a", "Ada"), speaker("speaker-b", "Bea")];
    let profile = |id: &str, speaker: &str, name: &str, words| {
        let mut profile = profile(id, speaker, name, Vec::new());
        profile.statistics.length = declared(words, "words");
        profile
    };
    let profiles = vec![profile("p-a", "speaker-a", "Ada", 300), profile("p-b", "speaker-b", "Bea", 1_200)];
    session.sections = vec![section("s", None, Content::Profiles(profiles))];
    let told = told(&session);
    let [share] = told.as_slice() else { panic!("{told:?}") };
    let words = "Of 1,500 words, declared by the source: Bea 1,200 (80.0 %); Ada 300 (20.0 %).";
    assert_eq!(*share, format!("Bar chart of the share of the floor. {words}"));
}

#[test]
fn the_order_of_speeches_is_told_by_their_numbers() {
    let order = told(&talkers(3)).remove(1);
    assert_eq!(
        order,
        "Timeline of 6 speeches, counted by plenary, by their numbers in the transcript. Delegate 1: speeches 1, 4; \
         Delegate 2: speeches 2, 5; Delegate 3: speeches 3, 6. Where each lies on the strip is given by words, counted \
         by plenary."
    );
}

#[test]
fn speeches_stand_by_their_times_where_all_have_some() {
    let mut session = talkers(2);
    let Content::Speeches(speeches) = &mut session.sections[0].content else { panic!("speeches") };
    for (nth, speech) in (0..).zip(speeches.iter_mut()) {
        speech.start = Some(Moment::Elapsed { milliseconds: nth * 60_000 });
    }
    let says = said(&laid_out(&session, &Options::default()));
    assert!(says.contains("by the time of the recording that the source gives"), "{says}");
    assert!(says.contains("0:02:00"), "{says}");
    let Content::Speeches(speeches) = &mut session.sections[0].content else { panic!("speeches") };
    speeches[1].start = None;
    assert!(said(&laid_out(&session, &Options::default())).contains("each as long as its words"));
}

#[test]
fn those_without_room_are_counted() {
    let told = told(&talkers(40));
    // 820 words twice: those of 26 speakers, 1 to 26, are 351 twice.
    assert!(told[0].contains("; and 26 others 702 (42.8 %)."), "{}", told[0]);
    assert!(told[1].contains("; and 27 others: speeches 1–27, 41–67."), "{}", told[1]);
    assert!(told[0].contains("Delegate 40 80 (") && told[1].contains("Delegate 40: speeches 40, 80"));
}

#[test]
fn what_one_alone_does_is_no_chart() {
    assert_eq!(told(&talkers(1)), Vec::<String>::new());
    assert_eq!(told(&empty()), Vec::<String>::new());
}

#[test]
fn speeches_of_nobody_known_have_a_share() {
    let mut session = talkers(2);
    let Content::Speeches(speeches) = &mut session.sections[0].content else { panic!("speeches") };
    speeches[1].speaker = None;
    assert!(told(&session)[0].contains("Not named 2 (33.3 %)"), "{:?}", told(&session));
}

#[test]
fn topics_are_counted_by_speaker() {
    let mut session = whole();
    let topics = told(&session).pop().unwrap();
    assert!(
        topics.ends_with("Cranes: Ada Fjord 10, Chair 1; Money: Ada Fjord 10, Chair 1."),
        "nine arguments and a point: {topics}"
    );
    // With one speaker there is nothing to compare.
    session.sections.pop();
    assert_eq!(told(&session).len(), 2);
}

#[test]
fn many_topics_and_speakers_are_cut_and_counted() {
    let mut session = empty();
    session.speakers = (1..=30).map(|n| speaker(&format!("speaker-{n}"), &format!("Delegate {n}"))).collect();
    let profiles = (1..=30).map(|n| {
        let topic = format!("Topic {n}");
        let arguments =
            vec![argument(&format!("argument-{n}"), "Claim", &[], &["Everything", topic.as_str()])];
        profile(&format!("profile-{n}"), &format!("speaker-{n}"), &format!("Delegate {n}"), arguments)
    });
    session.sections = vec![section("s", None, Content::Profiles(profiles.collect()))];
    let told = told(&session);
    let topics = told.last().unwrap();
    assert!(topics.contains("Everything: Delegate 1 1, Delegate 2 1"), "{topics}");
    assert!(topics.contains("others 23;") && topics.contains("and 18 others: "), "{topics}");
}

#[test]
fn what_is_drawn_lies_in_its_figure_and_charts_may_be_left_out() {
    let session = whole();
    let layout = laid_out(&session, &Options::default());
    let figures = layout.pages.iter().flat_map(|page| &page.items);
    let drawn = figures.filter(|item| {
        matches!(item.kind, ItemKind::Fill { .. })
            && item.node().is_some_and(|node| layout.nodes[node.0].role == Role::Figure)
    });
    assert!(drawn.count() > 20);
    for style in Style::ALL {
        let layout = laid_out(&session, &Options { charts: false, style, ..Options::default() });
        assert_eq!(told_by(&layout), Vec::<String>::new());
        assert!(!said(&layout).contains("The session in figures"));
    }
}

#[test]
fn numbers_at_a_glance_are_marked_as_counted_or_declared() {
    let mut session = whole();
    let glance = |session: &Session<'_>| {
        let says = said(&laid_out(session, &Options::default()));
        says.split("At a glance").nth(1).unwrap().split("Share of the floor").next().unwrap().to_owned()
    };
    assert!(
        glance(&session).contains("2\nspeakers\ncounted\n12\nspeeches\ncounted\n"),
        "{}",
        glance(&session)
    );
    assert!(glance(&session).contains("9\narguments\ncounted"));
    let time = session.time.as_mut().unwrap();
    (time.start, time.end) = (Some(jiff::civil::time(23, 0, 0, 0)), Some(jiff::civil::time(0, 30, 0, 0)));
    let over_midnight = "1\u{A0}h\u{A0}30\u{A0}min\nduration\ndeclared\n";
    assert!(glance(&session).contains(over_midnight), "{}", glance(&session));
}
