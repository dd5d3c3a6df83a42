//! `plenary formats`.

use serde_json::Value;
use snapbox::str;

use crate::golden;
use crate::support::Folder;

#[test]
fn the_formats_of_the_program_itself() {
    golden!(
        Folder::new().plenary("formats"),
        str![[r#"
exit 0
--- stdout
FORMAT              EXTENSION           MEDIA TYPE           PLUGIN       DESCRIPTION
markdown            md, markdown        text/markdown        markdown     Minutes in Markdown (GFM, or CommonMark alone)
akoma-ntoso         xml, akn.xml, akn   application/akn+xml  akoma-ntoso  Akoma Ntoso 3.0 debate record (XML)
akoma-ntoso-report  report.xml          application/akn+xml  akoma-ntoso  The report of a session alone, in Akoma Ntoso 3.0 (XML)
pdf                 pdf                 application/pdf      pdf          A brief in PDF: cover, summary, charts, participants, arguments, transcript
tei                 tei.xml, tei        application/tei+xml  tei          TEI of a debate, as Parla-CLARIN has it (XML)
json                session.json, json  application/json     -            The session model, to be read by programs and by plenary again
source              txt                 text/plain           -            The page as it was read, byte for byte, with the page's extension

"#]]
    );
}

#[test]
fn without_plugins_the_models_own_are_left() {
    golden!(
        Folder::new().plenary("formats --no-bundled"),
        str![[r#"
exit 0
--- stdout
FORMAT  EXTENSION           MEDIA TYPE        PLUGIN  DESCRIPTION
json    session.json, json  application/json  -       The session model, to be read by programs and by plenary again
source  txt                 text/plain        -       The page as it was read, byte for byte, with the page's extension

"#]]
    );
    golden!(
        Folder::with_page().plenary("convert page.txt -t pdf --no-bundled"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-format]: there is no format `pdf`
 |
 = help: there are `json` and `source`

"#]]
    );
}

#[test]
fn formats_in_json() {
    let formats: Value = serde_json::from_str(&Folder::new().plenary("formats --json").well()).unwrap();
    for format in formats.as_array().unwrap() {
        let members: Vec<_> = format.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["binary", "description", "extensions", "media_type", "name", "plugin"]);
        assert!(format["extensions"][0].is_string(), "{format}");
    }
    let pdf = formats.as_array().unwrap().iter().find(|format| format["name"] == "pdf").unwrap();
    assert_eq!((&pdf["binary"], &pdf["plugin"]), (&Value::Bool(true), &Value::from("pdf")));
}

#[test]
fn what_can_be_read() {
    golden!(
        Folder::new().plenary("formats --input"),
        str![[r#"
exit 0
--- stdout
DIALECT      MOSTLY IN           DESCRIPTION
dig-watch    txt                 a session page of dig.watch
cart         txt                 captions with `>>` before each speaker (CART)
webvtt       vtt                 a WebVTT transcript
srt          srt                 a SubRip transcript
transcript   txt                 a plain transcript of `Name: text`
akoma-ntoso  xml, akn            an Akoma Ntoso debate
json         session.json, json  a session in plenary's own JSON

"#]]
    );
}

/// Each name is one that `--from` takes.
#[test]
fn what_can_be_read_in_json() {
    let dialects: Value =
        serde_json::from_str(&Folder::new().plenary("formats --input --json").well()).unwrap();
    let folder = Folder::with_page();
    for dialect in dialects.as_array().unwrap() {
        let members: Vec<_> = dialect.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(members, ["description", "extensions", "name"]);
        let name = dialect["name"].as_str().unwrap();
        assert_ne!(folder.plenary(&format!("inspect page.txt --from {name}")).code, 2, "{name}");
    }
    assert_eq!(dialects.as_array().unwrap().len(), 7);
}
