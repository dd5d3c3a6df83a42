//! Under which IRIs and dates a session is filed.

use plenary_akoma_ntoso::{AkomaNtoso, Iris, Options, Scope};
use plenary_plugin_sdk::model::Event;
use plenary_plugin_sdk::testing::render;
use plenary_plugin_sdk::{RenderError, Session};

use crate::build::{Page, event, whole};
use crate::rendered;
use crate::tree::Element;

/// A session with a title, perhaps an event and perhaps a date.
fn titled(title: &str, event: Option<Event<'static>>, date: Option<&str>) -> Session<'static> {
    let mut page = Page::new();
    page.title(title, event);
    if let Some(date) = date {
        page.time("that day", date, None, None, None);
    }
    page.session
}

fn filed(session: &Session<'_>, options: &Options) -> Element {
    rendered(session, options).0.at("debate/meta/identification").clone()
}

/// The IRI of the Work, by default options.
fn work(session: &Session<'_>) -> String {
    value(&filed(session, &Options::default()), "FRBRWork/FRBRuri")
}

fn value(identification: &Element, path: &str) -> String {
    identification.at(path).attribute("value").unwrap().to_owned()
}

#[test]
fn the_levels_have_iris_by_the_naming_convention() {
    let identification = filed(&whole(), &Options::default());
    let of = |path: &str| value(&identification, path);
    let work = "/akn/un/debate/record/harbour-week/2031-05-14/WS_12";
    assert_eq!(of("FRBRWork/FRBRuri"), work);
    assert_eq!(of("FRBRWork/FRBRthis"), format!("{work}/!main"));
    assert_eq!(of("FRBRExpression/FRBRuri"), format!("{work}/eng@"));
    assert_eq!(of("FRBRExpression/FRBRthis"), format!("{work}/eng@/!main"));
    assert_eq!(of("FRBRManifestation/FRBRuri"), format!("{work}/eng@/.xml"));
    assert_eq!(of("FRBRManifestation/FRBRthis"), format!("{work}/eng@/!main.xml"));
    assert_eq!(of("FRBRWork/FRBRcountry"), "un");
    assert_eq!(of("FRBRWork/FRBRsubtype"), "record");
    let number = identification.at("FRBRWork/FRBRnumber");
    assert_eq!((number.attribute("value"), number.attribute("showAs")), (Some("WS_12"), Some("WS #12")));
}

#[test]
fn the_actor_is_the_series_without_its_year() {
    let session =
        |series: &str| titled("T", Some(event("E #1", series, None, Some("1"))), Some("2031-01-02"));
    for (series, actor) in [
        ("Harbour Week 2031", "harbour-week"),
        ("2031 Harbour Week", "harbour-week"),
        ("Harbour Week", "harbour-week"),
        ("20319 Week", "body-20319-week"),
        ("Ärzte\u{AD}tag 2031", "ärzte-tag"),
        // A year alone, or signs, name no body: then the source does.
        ("2031", "dig-watch"),
        ("—", "dig-watch"),
    ] {
        assert_eq!(work(&session(series)), format!("/akn/un/debate/record/{actor}/2031-01-02/1"), "{series}");
    }
}

#[test]
fn a_number_is_made_fit_for_an_iri() {
    for (kind, number, segment) in [
        (Some("WS"), "12", "WS_12"),
        (Some("Open Forum"), "3", "Open_Forum_3"),
        (None, "12", "12"),
        (None, "CL 154/1", "CL_154-1"),
        (Some("Day 0"), "7.b?", "Day_0_7.b"),
    ] {
        let event = event("E", "Week 2031", kind, Some(number));
        assert!(work(&titled("T", Some(event), None)).ends_with(&format!("/{segment}")), "{segment}");
    }
}

#[test]
fn a_number_is_made_up_where_there_is_none() {
    let number = |session: &Session<'_>| work(session).rsplit('/').next().unwrap().to_owned();
    assert_eq!(number(&titled("Who pays? (A debate)", None, None)), "who-pays-a-debate");
    assert_eq!(
        number(&titled("Who pays? (A debate)", Some(event("E", "E", Some("WS"), None)), None)),
        "who-pays-a-debate"
    );
    let long = number(&titled(&"Very ".repeat(100), None, None));
    assert!(long.starts_with("very-very-") && long.len() < 150, "{long}");
    assert_ne!(long, number(&titled(&"Very ".repeat(101), None, None)), "what was cut off still counts");

    let untitled = |said: &str| {
        let mut session = whole();
        session.title = None;
        session.unrecognised[0] = plenary_plugin_sdk::model::Text::from_parts("", said, "\n", 0);
        number(&session)
    };
    assert_eq!(untitled("a"), untitled("a"));
    assert_ne!(untitled("a"), untitled("b"));
    assert!(untitled("a").starts_with("untitled-"));
}

#[test]
fn a_missing_date_is_told_of_and_never_made_up() {
    let known = titled("T", None, Some("2031-05-14"));
    let year = titled("T", Some(event("Week 2031", "Week 2031", None, None)), None);
    let unknown = titled("T", None, None);
    for (session, date, name, is_told) in [
        (&known, "2031-05-14", "session", false),
        (&year, "2031-01-01", "sessionYear", true),
        (&unknown, "0001-01-01", "unknown", true),
    ] {
        let (root, findings) = rendered(session, &Options::default());
        for level in ["FRBRWork", "FRBRExpression", "FRBRManifestation"] {
            let element = root.at(&format!("debate/meta/identification/{level}/FRBRdate"));
            assert_eq!((element.attribute("date"), element.attribute("name")), (Some(date), Some(name)));
        }
        assert_eq!(root.find("publication").unwrap().attribute("date"), Some(date));
        assert!(work(session).contains(&format!("/{date}/")));
        assert_eq!(root.find("docDate").is_some(), !is_told, "the preface shows what the source says");
        let told = findings.iter().filter(|finding| finding.code == "akoma-ntoso::no-date").count();
        assert_eq!(told, usize::from(is_told));
    }

    let options = Options { date: Some("2031-06-07".parse().unwrap()), ..Options::default() };
    assert!(work_by(&unknown, &options).contains("/2031-06-07/"));
    assert!(work_by(&year, &options).contains("/2031-06-07/"));
    assert!(work_by(&known, &options).contains("/2031-05-14/"), "the source knows better");
    assert!(rendered(&unknown, &options).1.iter().all(|finding| finding.code != "akoma-ntoso::no-date"));
}

fn work_by(session: &Session<'_>, options: &Options) -> String {
    value(&filed(session, options), "FRBRWork/FRBRuri")
}

#[test]
fn the_options_file_it_elsewhere() {
    let options: Options = serde_json::from_value(serde_json::json!({
        "country": "ke",
        "subtype": "Hansard",
        "actor": "Senate",
        "author": "The Senate of Bungeni",
        "number": "HC 12/3",
        "language": "swa",
    }))
    .unwrap();
    let (root, _) = rendered(&whole(), &options);
    let identification = root.at("debate/meta/identification");
    assert_eq!(
        value(identification, "FRBRExpression/FRBRuri"),
        "/akn/ke/debate/hansard/senate/2031-05-14/HC_12-3/swa@"
    );
    assert_eq!(value(identification, "FRBRWork/FRBRcountry"), "ke");
    assert_eq!(identification.at("FRBRExpression/FRBRlanguage").attribute("language"), Some("swa"));
    assert_eq!(identification.at("FRBRWork/FRBRnumber").attribute("showAs"), Some("HC 12/3"));
    let author = identification.at("FRBRWork/FRBRauthor").attribute("href").unwrap();
    let author =
        root.find_all("TLCOrganization").into_iter().find(|o| o.attribute("eId") == author.strip_prefix('#'));
    assert_eq!(author.unwrap().attribute("showAs"), Some("The Senate of Bungeni"));
    assert_eq!(author.unwrap().attribute("href"), Some("/akn/ontology/organization/ke/senate"));
}

/// An archive's own IRI says all there is to say; what is not in it, the session still tells.
#[test]
fn an_archive_gives_the_iri() {
    let iri = |work: &str| Iris { work: Some(work.to_owned()), ..Iris::default() };
    let options = Options { iri: iri("/akn/za-cpt/debate/hansard/council/2031/9"), ..Options::default() };
    let work = filed(&whole(), &options).at("FRBRWork").clone();
    let of = |name: &str| work.at(name).attribute("value").unwrap().to_owned();
    assert_eq!(of("FRBRthis"), "/akn/za-cpt/debate/hansard/council/2031/9/!main");
    assert_eq!((&*of("FRBRcountry"), &*of("FRBRsubtype"), &*of("FRBRnumber")), ("za-cpt", "hansard", "9"));
    assert_eq!(work.at("FRBRnumber").attribute("showAs"), None, "it is not the number of the source");
    assert_eq!(work.at("FRBRdate").attribute("date"), Some("2031-05-14"));
    let options = Options { iri: iri("/akn/ke/debate/2031-05-14/9"), ..Options::default() };
    let filed = filed(&whole(), &options);
    assert_eq!(filed.find("FRBRsubtype"), None);
    let undated = titled("T", None, None);
    let (root, findings) = rendered(&undated, &options);
    assert_eq!(root.at("debate/meta/identification/FRBRWork/FRBRdate").attribute("date"), Some("2031-05-14"));
    let codes: Vec<_> = findings.iter().map(|finding| &*finding.code).collect();
    assert_eq!(codes, ["akoma-ntoso::no-transcript"], "nothing is made up");

    let mut agreeing = Options { iri: iri("/akn/ke/debate/a/b/2031-05-14/WS_9"), ..Options::default() };
    agreeing.country = "ke".to_owned();
    agreeing.number = Some("WS #9".to_owned());
    let (root, _) = rendered(&whole(), &agreeing);
    assert_eq!(root.at("debate/meta/identification/FRBRWork/FRBRnumber").attribute("showAs"), Some("WS #9"));
}

#[test]
fn what_says_otherwise_than_the_iri_is_warned_of() {
    let warned = |session: &Session<'_>, options: Options| {
        let work = Some("/akn/un/debate/record/igf/2031-05-14/9".to_owned());
        let options = Options { iri: Iris { work, ..Iris::default() }, ..options };
        let findings = rendered(session, &options).1;
        findings.iter().filter(|finding| finding.code == "akoma-ntoso::contradiction").count()
    };
    let plain = Options::default;
    let undated = titled("T", None, None);
    for (options, expected) in [
        (plain(), 0),
        (Options { country: "ke".to_owned(), ..plain() }, 1),
        (Options { actor: Some("IGF".to_owned()), number: Some("9".to_owned()), ..plain() }, 0),
        (Options { actor: Some("itu".to_owned()), number: Some("10".to_owned()), ..plain() }, 2),
        (Options { date: Some("2031-05-15".parse().unwrap()), ..plain() }, 1),
        (Options { subtype: "hansard".to_owned(), ..plain() }, 1),
    ] {
        assert_eq!(warned(&undated, options.clone()), expected, "{options:?}");
    }
    assert_eq!(warned(&titled("T", None, Some("2031-05-14")), plain()), 0);
    assert_eq!(warned(&titled("T", None, Some("2031-06-01")), plain()), 1, "the IRI is of another day");
}

#[test]
fn persons_and_topics_are_named_where_the_archive_has_them() {
    let iri =
        Iris { ontology: "https://archive.example/id".to_owned(), scope: Scope::Body, ..Iris::default() };
    let options = Options { iri, ..Options::default() };
    let root = crate::written(&whole(), "akoma-ntoso", &options);
    let href = |name: &str| root.find_all(name)[0].attribute("href").unwrap();
    assert_eq!(href("TLCPerson"), "https://archive.example/id/person/un/harbour-week/inês-duarte");
    assert_eq!(href("TLCConcept"), "https://archive.example/id/concept/un/harbour-week/ports");
}

#[test]
fn options_that_make_no_iri_are_refused() {
    let iri = |iri: Iris| Options { iri, ..Options::default() };
    let work = |work: &str| Iris { work: Some(work.to_owned()), ..Iris::default() };
    for options in [
        Options { subtype: " ".to_owned(), ..Options::default() },
        Options { subtype: "2nd".to_owned(), ..Options::default() },
        iri(work("/akn/un/act/2031/9")),
        iri(Iris { report: Some("/akn/un/debate/2031/9".to_owned()), ..Iris::default() }),
        iri(Iris { ontology: "no iri".to_owned(), ..Iris::default() }),
        iri(Iris { ontology: "https://archive.example/".to_owned(), ..Iris::default() }),
        Options { country: "UN".to_owned(), ..Options::default() },
        Options { language: "en".to_owned(), ..Options::default() },
        Options { actor: Some(" ".to_owned()), ..Options::default() },
        Options { number: Some(String::new()), ..Options::default() },
        Options { date: Some("-000044-03-15".parse().unwrap()), ..Options::default() },
    ] {
        let error = render::<AkomaNtoso>(&whole(), "akoma-ntoso", &options).unwrap_err();
        assert!(matches!(error, RenderError::Options(_)), "{error}");
    }
}
