//! A session with every node of the model, and where each of them goes.

use plenary_akoma_ntoso::{AkomaNtoso, Options};
use plenary_plugin_sdk::testing::render;
use snapbox::{Data, assert_data_eq};

use crate::build::whole;
use crate::tree::Element;
use crate::{document, rendered};

#[test]
fn the_whole_document() {
    let session = whole();
    let (_, findings) = rendered(&session, &Options::default());
    assert_eq!(findings, []);
    let bytes = render::<AkomaNtoso>(&session, "akoma-ntoso", &Options::default()).unwrap().bytes;
    assert_data_eq!(String::from_utf8(bytes).unwrap(), Data::read_from(golden().as_ref(), None).raw());
}

fn golden() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/akoma_ntoso/whole.xml").to_owned()
}

#[test]
fn the_same_session_gives_the_same_bytes() {
    let render = || render::<AkomaNtoso>(&whole(), "akoma-ntoso", &Options::default()).unwrap();
    assert_eq!(render(), render());
}

#[test]
fn a_speech_names_its_speaker_by_what_the_speaker_is() {
    let root = document(&whole());
    let speeches = root.find_all("speech");
    let who: Vec<_> =
        speeches.iter().map(|speech| (speech.attribute("by").unwrap(), speech.attribute("as"))).collect();
    assert_eq!(
        who,
        [
            ("", Some("#speaker-chair")),
            ("#speaker-inês-duarte", None),
            ("#speaker-pilots-union", None),
            ("", None),
        ]
    );
    let from: Vec<_> = speeches.iter().map(|speech| speech.find("from").map(|from| from.text())).collect();
    assert_eq!(
        from,
        [Some("Chair"), Some("Inês Duarte"), Some("Pilots’ Union"), None].map(|f| f.map(str::to_owned))
    );
    let e_ids: Vec<_> = speeches.iter().map(|speech| speech.attribute("eId").unwrap()).collect();
    assert_eq!(
        e_ids,
        ["dbsect_1__speech_1", "dbsect_1__speech_2", "dbsect_1__speech_3", "dbsect_1__speech_4"]
    );
}

#[test]
fn the_title_and_date_lines_are_marked_up_in_place() {
    let root = document(&whole());
    let title = root.at("debate/preface").elements().next().unwrap();
    assert_eq!(
        title.find("docTitle").unwrap().text(),
        "Harbours & hinterlands: who pays for \"green\" fuel?"
    );
    assert_eq!(title.find("event").unwrap().text(), "Harbour Week 2031 WS #12");
    assert_eq!(title.find("docNumber").unwrap().text(), "WS #12");
    let session = title.find("event").unwrap().find("session").unwrap();
    assert_eq!((&*session.text(), session.attribute("value")), ("Harbour Week 2031", Some("2031")));
    let authority = session.find("docAuthority").unwrap();
    assert_eq!(
        (&*authority.text(), authority.attribute("refersTo")),
        ("Harbour Week", Some("#harbour-week"))
    );

    let date = root.find("docDate").unwrap();
    assert_eq!(
        (date.attribute("date"), date.text().as_str()),
        (Some("2031-05-14"), "14 May 2031 23:30h - 00:15h UTC")
    );
    let times: Vec<_> = date.elements().map(|e| (e.attribute("time").unwrap(), e.text())).collect();
    let expected =
        [("2031-05-14T23:30:00Z", "23:30".to_owned()), ("2031-05-15T00:15:00Z", "00:15".to_owned())];
    assert_eq!(times, expected, "the meeting ran over midnight");
}

#[test]
fn a_topic_is_one_concept_however_it_is_capitalised() {
    let root = document(&whole());
    let keywords: Vec<_> = root.find_all("keyword").iter().map(|k| k.attribute("value").unwrap()).collect();
    assert_eq!(keywords, ["Ports", "Public finance"]);
    let topics: Vec<_> = root
        .find_all("plenary:topic")
        .iter()
        .map(|topic| (topic.text(), topic.attribute("refersTo").unwrap()))
        .collect();
    let expected =
        [("Ports", "#topic-ports"), ("Public finance", "#topic-public-finance"), ("ports", "#topic-ports")];
    assert_eq!(topics, expected.map(|(text, to)| (text.to_owned(), to)));
}

/// From a topic to its arguments, from them to who argues, and from them to what they said.
#[test]
fn links_lead_from_a_topic_to_speeches() {
    let root = document(&whole());
    let by = |name: &str, attribute: &str, value: &str| -> Element {
        let mut all = root.find_all(name).into_iter();
        all.find(|element| element.attribute(attribute) == Some(value)).unwrap().clone()
    };
    let hrefs = |of: &Element, name: &str| -> Vec<String> {
        of.find_all(name).iter().map(|link| link.attribute("href").unwrap()[1..].to_owned()).collect()
    };
    let topic = by("plenary:subject", "refersTo", "#topic-ports");
    let arguments = hrefs(&topic, "plenary:argumentRef");
    assert_eq!(arguments.len(), 2, "once each, however often it names the topic");
    let argument = by("plenary:argument", "eId", &arguments[1]);
    assert_eq!(argument.at("plenary:claim").text(), "Training is cheap");
    let speaker = argument.attribute("refersTo").unwrap();
    assert_eq!(speaker, "#speaker-inês-duarte");
    let contribution = by("plenary:contribution", "refersTo", speaker);
    let speeches = hrefs(&contribution, "plenary:speechRef");
    assert_eq!(speeches, ["dbsect_1__speech_2"]);
    assert_eq!(by("speech", "eId", &speeches[0]).attribute("by"), Some(speaker));
}

#[test]
fn what_plenary_counted_is_told_apart_from_what_the_record_declares() {
    let root = document(&whole());
    let analyses = root.find_all("analysis");
    let sources: Vec<_> = analyses.iter().map(|analysis| analysis.attribute("source").unwrap()).collect();
    assert_eq!(sources, ["#dig-watch", "#plenary"]);
    let speed = analyses[0].find_all("plenary:speed")[0];
    assert_eq!(speed.attribute("value"), Some("131"));
    assert_eq!(speed.attribute("unit"), Some("words/min"));
    assert_eq!(speed.text(), "131 words per minute");
    assert_eq!(analyses[0].find("plenary:time").unwrap().attribute("value"), None, "no number could be read");
    let counted: Vec<_> = analyses[1]
        .find_all("plenary:contribution")
        .iter()
        .map(|c| {
            [
                c.attribute("refersTo").unwrap().to_owned(),
                c.at("plenary:speeches").text(),
                c.at("plenary:words").text(),
            ]
        })
        .collect();
    let expected = [
        ["#speaker-inês-duarte", "1", "10"],
        ["#speaker-pilots-union", "1", "5"],
        ["#speaker-chair", "1", "3"],
    ];
    assert_eq!(counted, expected.map(|row| row.map(str::to_owned)));
}

#[test]
fn the_report_is_a_component_with_metadata_of_its_own() {
    let root = document(&whole());
    let report = root.at("debate/attachments/attachment/debateReport");
    let uri = |level: &str, name: &str| {
        let path = format!("meta/identification/{level}/{name}");
        report.at(&path).attribute("value").unwrap().to_owned()
    };
    let work = "/akn/un/debate/record/harbour-week/2031-05-14/WS_12";
    assert_eq!(uri("FRBRWork", "FRBRthis"), format!("{work}/!report"));
    assert_eq!(uri("FRBRWork", "FRBRuri"), work);
    assert_eq!(uri("FRBRExpression", "FRBRthis"), format!("{work}/eng@/!report"));
    assert_eq!(uri("FRBRManifestation", "FRBRthis"), format!("{work}/eng@/!report.xml"));
    assert_eq!(report.find("attachmentOf").unwrap().attribute("href"), Some(&*format!("{work}/eng@/!main")));
    let debate = root.at("debate/meta");
    assert_eq!(
        debate.find("hasAttachment").unwrap().attribute("href"),
        Some(&*format!("{work}/eng@/!report"))
    );
}
