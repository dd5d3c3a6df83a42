//! The report as a document of its own, and the debate that refers to it.

use plenary_akoma_ntoso::{Iris, Options, Report};
use plenary_plugin_sdk::model::Content;

use crate::build::whole;
use crate::tree::Element;
use crate::written;

fn separate() -> Options {
    Options { report: Report::Separate, ..Options::default() }
}

fn iri(root: &Element, path: &str) -> String {
    root.at(path).attribute("value").unwrap().to_owned()
}

#[test]
fn debate_and_report_point_at_one_another() {
    let session = whole();
    let debate = written(&session, "akoma-ntoso", &separate());
    let report = written(&session, "akoma-ntoso-report", &separate());

    let of_debate = iri(&debate, "debate/meta/identification/FRBRExpression/FRBRthis");
    let of_report = iri(&report, "debateReport/meta/identification/FRBRExpression/FRBRthis");
    assert_eq!(of_report, "/akn/un/debateReport/report/dig-watch/2031-05-14/WS_12/eng@/!main");
    let reference = debate.at("debate/attachments/attachment/documentRef");
    assert_eq!(reference.attribute("href"), Some(&*of_report));
    assert_eq!(reference.attribute("showAs"), Some("Full session report"));
    assert_eq!(debate.find("hasAttachment").unwrap().attribute("href"), Some(&*of_report));
    assert_eq!(report.find("attachmentOf").unwrap().attribute("href"), Some(&*of_debate));
    assert_eq!(iri(&report, "debateReport/meta/identification/FRBRWork/FRBRsubtype"), "report");

    // By the same name the report goes that is attached.
    let attached = written(&session, "akoma-ntoso", &Options::default());
    let work = attached.find("debateReport").unwrap().at("meta/identification/FRBRWork");
    let other = work.find_all("FRBRalias").into_iter().find(|alias| alias.attribute("name") == Some("work"));
    let of_work = iri(&report, "debateReport/meta/identification/FRBRWork/FRBRuri");
    assert_eq!(other.unwrap().attribute("value"), Some(&*of_work));
    assert_eq!(work.at("FRBRsubtype").attribute("value"), Some("report"));
}

#[test]
fn what_is_in_the_one_is_not_in_the_other() {
    let session = whole();
    let debate = written(&session, "akoma-ntoso", &separate());
    let report = written(&session, "akoma-ntoso-report", &separate());
    assert_eq!(debate.find("mainBody"), None);
    assert_eq!(report.find("speech"), None);
    assert_eq!(report.find("plenary:argument"), None);
    assert_eq!(report.find("plenary:label"), None);
    // Both have what they are of, and what is said of their standing.
    for root in [&debate, &report] {
        assert!(root.find("docTitle").is_some() && root.find("docDate").is_some());
        let names: Vec<_> =
            root.at(&format!("{}/preface", root.elements().next().unwrap().name)).find_all("container");
        let names: Vec<_> = names.iter().map(|container| container.attribute("name").unwrap()).collect();
        assert_eq!(names, ["repeatedTitle", "disclaimer"]);
    }
    let names = |root: &Element| -> Vec<String> {
        let persons = root.all().into_iter().filter(|entry| entry.attribute("GUID").is_some());
        persons
            .filter(|e| e.name.starts_with("TLC"))
            .map(|e| e.attribute("showAs").unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(&debate), ["Inês Duarte", "Pilots’ Union", "Chair"]);
    assert_eq!(names(&report), ["Inês Duarte"], "whom it is about");
    // The profiles stand in the debate, and what they report here: so they are identified here too.
    let sections: Vec<_> = report.find_all("section").iter().map(|s| s.attribute("GUID").unwrap()).collect();
    assert_eq!(sections, ["section-full-report", "section-speakers"]);
    let parts: Vec<_> = report.find_all("subsection").iter().map(|s| s.attribute("GUID").unwrap()).collect();
    assert_eq!(parts, ["report-1", "report-inês-duarte", "profile-inês-duarte"]);
    assert_eq!(report.find_all("section")[0].attribute("eId"), Some("sec_1"));
}

#[test]
fn an_archive_names_both() {
    let iri = Iris {
        work: Some("/akn/ke/debate/hansard/2031/9".to_owned()),
        report: Some("/akn/ke/debateReport/report/x/2031-05-14/9-r".to_owned()),
        ..Iris::default()
    };
    let options = Options { iri, ..separate() };
    let debate = written(&whole(), "akoma-ntoso", &options);
    let report = written(&whole(), "akoma-ntoso-report", &options);
    let href = |root: &Element, name: &str| root.find(name).unwrap().attribute("href").unwrap().to_owned();
    assert_eq!(href(&debate, "documentRef"), "/akn/ke/debateReport/report/x/2031-05-14/9-r/eng@/!main");
    assert_eq!(href(&report, "attachmentOf"), "/akn/ke/debate/hansard/2031/9/eng@/!main");
}

#[test]
fn without_a_report_there_is_an_empty_one_and_that_is_told() {
    let mut session = whole();
    session.sections.retain(|section| matches!(section.content, Content::Speeches(_)));
    let debate = written(&session, "akoma-ntoso", &separate());
    assert_eq!((debate.find("attachments"), debate.find("hasAttachment")), (None, None));
    let rendered = plenary_plugin_sdk::testing::render::<plenary_akoma_ntoso::AkomaNtoso>(
        &session,
        "akoma-ntoso-report",
        &separate(),
    );
    let findings = rendered.unwrap().diagnostics;
    assert!(findings.iter().any(|finding| finding.code == "akoma-ntoso::no-report"), "{findings:?}");
    let report = written(&session, "akoma-ntoso-report", &separate());
    assert_eq!(report.find("mainBody").unwrap().elements().count(), 1, "the schema wants something in it");
}
