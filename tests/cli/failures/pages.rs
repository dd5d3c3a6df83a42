//! What is no page: exit code 1.

use snapbox::str;

use super::fails;
use crate::golden;
use crate::support::{Folder, PAGE};

#[test]
fn a_missing_file() {
    golden!(
        fails(&Folder::new(), "convert nowhere.txt -t markdown"),
        str![[r#"
exit 1
--- stderr
error[input::not-found]: this file does not exist
--> nowhere.txt

"#]]
    );
}

#[test]
fn a_folder_for_a_page() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    golden!(
        fails(&folder, "convert pages -t markdown"),
        str![[r#"
exit 1
--- stderr
error[input::folder]: this is a folder, not a page
--> pages
 = help: name the pages in it: pages/*.txt

"#]]
    );
}

#[test]
fn an_empty_file() {
    let folder = Folder::new().file("page.txt", "");
    golden!(
        fails(&folder, "convert page.txt -t markdown"),
        str![[r#"
exit 1
--- stderr
error[input::empty]: this file is empty
--> page.txt

"#]]
    );
}

#[test]
fn a_blank_file() {
    let folder = Folder::new().file("page.txt", " \n\t\r\n");
    golden!(
        fails(&folder, "convert page.txt -t markdown"),
        str![[r#"
exit 1
--- stderr
error[input::empty]: this file holds nothing but blank space
--> page.txt

"#]]
    );
}

#[test]
fn a_text_with_no_session_in_it() {
    let folder =
        Folder::new().file("page.txt", "Dear all,\n\nplease find the agenda attached.\n\nBest wishes\n");
    golden!(
        fails(&folder, "convert page.txt -t markdown"),
        str![[r#"
exit 1
--- stderr
error[read::no-session]: the text holds no session
--> page.txt
 = help: looked for: headings such as `Session transcript`, profiles of speakers, `Name:` or `>>` before what is said, times of captions; `plenary formats --input` lists what can be read, and --from has a page read as one of them

"#]]
    );
}

#[test]
fn what_is_no_text_is_called_by_its_name() {
    let kinds: [(&str, &[u8], &str); 6] = [
        ("a.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "a PDF document"),
        ("a.docx", b"PK\x03\x04\x14\0\x06\0", "a ZIP archive, as Office documents (.docx, .odt, .xlsx) are"),
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document (.doc, .xls, .ppt)"),
        ("a.rtf", b"{\\rtf1\\ansi Hello}", "an RTF document"),
        ("a.gz", b"\x1F\x8B\x08\0", "a gzip archive"),
        ("a.bin", b"Speaker\0\0\0\x07:", "a binary file, not text"),
    ];
    for (name, content, what) in kinds {
        let folder = Folder::new().file(name, content);
        let run = fails(&folder, &format!("convert {name} -t markdown"));
        assert_eq!(run.code, 1);
        assert_eq!(run.stderr.lines().next(), Some(&*format!("error[input::not-text]: this is {what}")));
        assert!(run.stderr.contains(&format!("--> {name}")), "{}", run.stderr);
    }
}

/// The first letters of a recording or an archive may be those of a title.
#[test]
fn a_title_is_no_file_format() {
    for title in ["RIFF in the Indo-Pacific", "ID3 for every child", "BZh: a bank of seeds"] {
        let folder = Folder::new().file("page.txt", PAGE.replacen("Harbour lights", title, 1));
        assert_eq!(folder.plenary("convert page.txt -t json").code, 0, "{title}");
    }
    for content in [&b"RIFF\x24\0\0\0WAVEfmt "[..], b"ID3\x03\0\0\0", b"BZh91AY&SY\xAE\x1C"] {
        let folder = Folder::new().file("page.txt", content);
        let run = fails(&folder, "convert page.txt -t json");
        assert!(run.stderr.starts_with("error[input::not-text]"), "{}", run.stderr);
    }
}

#[test]
fn utf_16_with_and_without_a_mark() {
    let little: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = [&[0xFF, 0xFE], little.as_slice()].concat();
    golden!(
        fails(&Folder::new().file("page.txt", &marked), "convert page.txt -t markdown"),
        str![[r#"
exit 1
--- stderr
error[input::not-text]: this is UTF-16 text
--> page.txt
 = help: save it as UTF-8, or turn it into UTF-8: iconv -f UTF-16 -t UTF-8 PAGE > PAGE.utf8.txt

"#]]
    );
    for unmarked in [little, big] {
        let run = fails(&Folder::new().file("page.txt", unmarked), "convert page.txt -t markdown");
        assert!(run.stderr.contains("this is UTF-16 text"), "{}", run.stderr);
    }
}

#[test]
fn invalid_utf_8_is_shown_where_it_breaks() {
    let folder = Folder::new().file("page.txt", latin_1());
    golden!(
        fails(&folder, "convert page.txt -t markdown"),
        str![[r#"
exit 1
--- stderr
error[input::not-utf8]: not valid UTF-8 in 2 places, first at byte 416
  --> page.txt:13:3
   |
13 | Ad�le Brandt:
   |   ^
   |
   = help: turn it into UTF-8, for instance by iconv -f WINDOWS-1252 -t UTF-8, or read on with --lossy

"#]]
    );
}

#[test]
fn invalid_utf_8_has_its_bytes_in_json() {
    let folder = Folder::new().file("page.txt", latin_1());
    golden!(
        fails(&folder, "convert page.txt -t markdown --message-format json"),
        str![[r#"
exit 1
--- stderr
{"severity":"error","code":"input::not-utf8","message":"not valid UTF-8 in 2 places, first at byte 416","help":"turn it into UTF-8, for instance by iconv -f WINDOWS-1252 -t UTF-8, or read on with --lossy","file":"page.txt","line":13,"column":3,"span":[416,417]}

"#]]
    );
}

/// The page in an older encoding: two letters of it are no UTF-8.
fn latin_1() -> Vec<u8> {
    let page =
        PAGE.replace("Ada Brandt:", "Ad\u{1}le Brandt:").replace("Thank you, Ada.", "Merci, Ad\u{1}le.");
    page.bytes().map(|byte| if byte == 1 { 0xE8 } else { byte }).collect()
}

#[test]
fn json_that_is_no_session() {
    let folder =
        Folder::new().file("page.json", "{\n  \"schema\": \"9.0\",\n  \"dialect\": \"dig-watch\"\n}\n");
    golden!(
        fails(&folder, "convert page.json -t markdown"),
        str![[r#"
exit 1
--- stderr
error[json::no-session]: this JSON is no session: schema version 9.0 is not one this version reads (1.x)
 --> page.json:2:17
  |
2 |   "schema": "9.0",
  |                 ^
  |
  = help: plenary reads the JSON that `plenary convert -t json` writes

"#]]
    );
}

#[test]
fn broken_json() {
    let folder =
        Folder::new().file("page.json", "{\n  \"schema\": \"1.0\",\n  \"dialect\" \"dig-watch\"\n}\n");
    golden!(
        fails(&folder, "convert page.json -t markdown"),
        str![[r#"
exit 1
--- stderr
error[json::no-session]: this JSON is no session: expected `:`
 --> page.json:3:13
  |
3 |   "dialect" "dig-watch"
  |             ^
  |
  = help: plenary reads the JSON that `plenary convert -t json` writes

"#]]
    );
}

/// The renderers that come along run in plenary's own process, and heed the limit of time there.
#[test]
fn a_page_for_which_there_is_no_time() {
    let folder = Folder::with_page();
    golden!(
        fails(&folder, "convert page.txt -t markdown --plugin-time 0.000001"),
        str![[r#"
exit 1
--- stderr
error[plugin::over-limit]: the plugin `markdown` made no document: it took more than 0.000001 s
--> page.txt
 = help: if the session needs more, --plugin-time allows more; else this is a fault of the plugin: tell its author

"#]]
    );
    for format in ["markdown", "akoma-ntoso", "akoma-ntoso-report", "pdf", "tei"] {
        for isolate in ["", " --isolate"] {
            let run =
                fails(&folder, &format!("convert page.txt -t {format} --plugin-time 0.000001{isolate}"));
            assert!(run.stderr.contains("error[plugin::over-limit]"), "{format}{isolate}: {}", run.stderr);
        }
    }
}
