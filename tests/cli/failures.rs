//! Bad inputs and wrong usage: one clear message, the right exit code, nothing written.

use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE, Run};

/// Runs, and makes sure that nothing was written.
#[track_caller]
fn fails(folder: &Folder, arguments: &str) -> Run {
    let before = folder.listing();
    let run = folder.plenary(arguments);
    assert_ne!(run.code, 0, "{}", run.shown());
    assert_eq!(folder.listing(), before, "{}", run.shown());
    run
}

// ---- what is no page: 1

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
 = help: Looked for: headings such as `Session transcript` and `Full session report`, and profiles of speakers.

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

// ---- wrong usage: 2

#[test]
fn an_unknown_format_brings_the_nearest_name() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t markdwn"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-format]: there is no format `markdwn`
 |
 = help: did you mean `markdown`? `plenary formats` lists them all

"#]]
    );
}

#[test]
fn an_extension_for_a_format_brings_the_format() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t md"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-format]: there is no format `md`
 |
 = help: did you mean `markdown`? `plenary formats` lists them all

"#]]
    );
}

#[test]
fn a_format_like_no_other_brings_them_all() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t troff"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-format]: there is no format `troff`
 |
 = help: there are `markdown`, `akoma-ntoso`, `json` and `source`

"#]]
    );
}

#[test]
fn no_format() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt"),
        str![[r#"
exit 2
--- stderr
error[usage::no-format]: no format is named
 |
 = help: name one with -t, as in `-t pdf`, or a file with -o, as in `-o session.pdf`; `plenary formats` lists them

"#]]
    );
    let run = fails(&Folder::with_page(), "convert page.txt -o out/");
    assert!(run.stderr.contains("usage::no-format"), "{}", run.stderr);
    let run = fails(&Folder::with_page(), "convert page.txt -o -");
    assert!(run.stderr.contains("usage::no-format"), "{}", run.stderr);
}

#[test]
fn an_unknown_extension() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -o page.docx"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-extension]: no format has files named like `page.docx`
 |
 = help: name the format with -t; the known extensions are .md, .xml, .session.json, .txt

"#]]
    );
}

#[test]
fn a_setting_out_of_shape() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t markdown --set toc=false"),
        str![[r#"
exit 2
--- stderr
error: invalid value 'toc=false' for '--set <FORMAT.KEY=VALUE>': it is not of the form FORMAT.KEY=VALUE, as in pdf.paper=a4

For more information, try '--help'.

"#]]
    );
}

#[test]
fn a_setting_of_a_format_not_written() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t markdown --set pdf.paper=a4"),
        str![[r#"
exit 2
--- stderr
error[usage::unused-setting]: `--set pdf.paper` sets an option of a format that is not written: `pdf`
 |
 = help: what is written is `markdown`

"#]]
    );
}

#[test]
fn a_setting_of_a_format_without_options() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t json --set json.indent=4"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-option]: the format `json` has no options, so there is no `indent` to set

"#]]
    );
}

#[test]
fn one_file_for_two_documents() {
    let folder = Folder::with_page().file("other.txt", PAGE);
    golden!(
        fails(&folder, "convert page.txt -t markdown,json -o page.md"),
        str![[r#"
exit 2
--- stderr
error[usage::one-file]: 2 documents cannot go into one file, `page.md`
 |
 = help: name a folder: -o page/

"#]]
    );
    let run = fails(&folder, "convert page.txt other.txt -t markdown -o all.md");
    assert!(run.stderr.contains("usage::one-file"), "{}", run.stderr);
}

#[test]
fn standard_output_for_two_documents() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t markdown,json -o -"),
        str![[r#"
exit 2
--- stderr
error[usage::one-file]: 2 documents cannot go to standard output, one after the other
 |
 = help: name a folder: -o out/

"#]]
    );
    golden!(
        fails(&Folder::with_page(), "convert - -t markdown,json"),
        str![[r#"
exit 2
--- stderr
error[usage::one-file]: standard output takes one document of standard input, not several
 |
 = help: name a folder: -o out/

"#]]
    );
}

#[test]
fn standard_input_twice() {
    golden!(
        fails(&Folder::new(), "convert - - -t markdown -o out/"),
        str![[r#"
exit 2
--- stderr
error[usage::stdin-twice]: standard input, `-`, can be read once only

"#]]
    );
}

#[test]
fn two_pages_for_one_place() {
    let folder = Folder::new().file("a/page.txt", PAGE).file("b/page.txt", PAGE);
    golden!(
        fails(&folder, "convert a/page.txt b/page.txt -t markdown -o out/"),
        str![[r#"
exit 2
--- stderr
error[usage::same-output]: `a/page.txt` and `b/page.txt` would both be written to `out/page.md`
 |
 = help: convert them one by one, each with its own -o, or rename one

"#]]
    );
}

#[test]
fn one_page_twice() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt ./page.txt -t markdown"),
        str![[r#"
exit 2
--- stderr
error[usage::same-output]: `./page.txt` is given twice

"#]]
    );
    golden!(
        fails(&Folder::with_page(), "convert page.txt page.txt -t markdown"),
        str![[r#"
exit 2
--- stderr
error[usage::same-output]: `page.txt` is given twice

"#]]
    );
}

#[test]
fn a_document_in_the_place_of_a_page() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t source"),
        str![[r#"
exit 2
--- stderr
error[usage::overwrites-input]: `page.txt` would be written over a page that is to be read
 |
 = help: name another place with -o, such as a folder: -o out/

"#]]
    );
    let run = fails(&Folder::with_page(), "convert page.txt -t markdown -o page.txt");
    assert!(run.stderr.contains("usage::overwrites-input"), "{}", run.stderr);
}

/// Another page's place counts as much, by whatever name.
#[cfg(unix)]
#[test]
fn a_document_in_the_place_of_another_page() {
    let folder = Folder::new().file("a/page.txt", PAGE).file("b/page.txt", PAGE);
    std::os::unix::fs::symlink("b", folder.path("link")).unwrap();
    let run = fails(&folder, "convert a/page.txt b/page.txt -t source -o link");
    assert!(run.stderr.contains("usage::overwrites-input"), "{}", run.stderr);
}

#[test]
fn an_unknown_argument_or_command() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t markdown --stict"),
        str![[r#"
exit 2
--- stderr
error: unexpected argument '--stict' found

  tip: a similar argument exists: '--strict'

Usage: plenary convert --to <FORMAT> --strict <INPUT>...

For more information, try '--help'.

"#]]
    );
    golden!(
        fails(&Folder::with_page(), "covert page.txt"),
        str![[r#"
exit 2
--- stderr
error: unrecognized subcommand 'covert'

  tip: a similar subcommand exists: 'convert'

Usage: plenary [OPTIONS] <COMMAND>

For more information, try '--help'.

"#]]
    );
    golden!(
        fails(&Folder::with_page(), "convert -t markdown"),
        str![[r#"
exit 2
--- stderr
error: the following required arguments were not provided:
  <INPUT>...

Usage: plenary convert --to <FORMAT> <INPUT>...

For more information, try '--help'.

"#]]
    );
}

#[test]
fn an_unknown_dialect() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t markdown --from dig-wotch"),
        str![[r#"
exit 2
--- stderr
error: invalid value 'dig-wotch' for '--from <DIALECT>'
  [possible values: dig-watch, json]

  tip: a similar value exists: 'dig-watch'

For more information, try '--help'.

"#]]
    );
}

// ---- the surroundings: 3

#[test]
fn a_folder_where_the_document_goes() {
    let folder = Folder::with_page().file("page.md/inside", "");
    golden!(
        fails(&folder, "convert page.txt -t markdown"),
        str![[r#"
exit 3
--- stderr
error[output::unwritable]: cannot write `page.md`: is a directory
--> page.txt

"#]]
    );
}

#[test]
fn a_file_where_a_folder_is_needed() {
    let folder = Folder::with_page().file("out", "a file");
    golden!(
        fails(&folder, "convert page.txt -t markdown -o out/"),
        str![[r#"
exit 3
--- stderr
error[output::unwritable]: cannot write `out/page.md`: not a directory
--> page.txt

"#]]
    );
    golden!(
        fails(&folder, "convert page.txt -t markdown -o out/page.md"),
        str![[r#"
exit 3
--- stderr
error[output::unwritable]: cannot write `out/page.md`: not a directory
--> page.txt

"#]]
    );
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let folder = Folder::with_page().file("page.md", "keep me");
    let mut permissions = std::fs::metadata(folder.path("page.md")).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(folder.path("page.md"), permissions).unwrap();
    golden!(
        fails(&folder, "convert page.txt -t markdown"),
        str![[r#"
exit 3
--- stderr
error[output::unwritable]: cannot write `page.md`: the file there is read-only
--> page.txt

"#]]
    );
    assert_eq!(folder.read("page.md"), "keep me");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t markdown -o /dev/full"),
        str![[r#"
exit 3
--- stderr
error[output::unwritable]: cannot write `/dev/full`: no space left on device
--> page.txt

"#]]
    );
    let folder = Folder::with_page();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = folder.command("convert page.txt -t markdown -o -");
    let run = Run::from(command.stdout(full).output().unwrap());
    golden!(
        run,
        str![[r#"
exit 3
--- stderr
error[output::unwritable]: cannot write to standard output: no space left on device
--> page.txt

"#]]
    );
}

#[test]
fn a_folder_of_plugins_that_does_not_exist() {
    golden!(
        fails(&Folder::with_page(), "convert page.txt -t markdown --plugin-dir plugs"),
        str![[r#"
exit 3
--- stderr
error[plugin::folder]: cannot look for plugins in `plugs`: no such file or directory

"#]]
    );
    golden!(
        fails(&Folder::with_page(), "formats --plugin-dir page.txt"),
        str![[r#"
exit 3
--- stderr
error[plugin::folder]: cannot look for plugins in `page.txt`: not a directory

"#]]
    );
}

#[test]
fn a_source_date_that_is_none() {
    let folder = Folder::with_page();
    let run = Run::of(folder.command("convert page.txt -t markdown").env("SOURCE_DATE_EPOCH", "yesterday"));
    golden!(
        run,
        str![[r#"
exit 3
--- stderr
error[environment::source-date-epoch]: SOURCE_DATE_EPOCH is `yesterday`, not a number of seconds
 |
 = help: set it to the seconds since 1970-01-01 00:00 UTC, or unset it

"#]]
    );
    assert_eq!(folder.listing(), ["page.txt"]);
}

// ---- one of several

#[test]
fn a_page_that_fails_leaves_the_others_alone() {
    let folder = Folder::with_page().file("empty.txt", "").file("other.txt", PAGE);
    golden!(
        folder.plenary("convert page.txt empty.txt nowhere.txt other.txt -t markdown -o out/"),
        str![[r#"
exit 1
--- stderr
error[input::empty]: this file is empty
--> empty.txt

error[input::not-found]: this file does not exist
--> nowhere.txt

2 of 4 pages not converted: 2 errors

"#]]
    );
    assert_eq!(
        folder.listing(),
        ["empty.txt", "other.txt", "out/", "out/other.md", "out/page.md", "page.txt"]
    );
}

#[test]
fn the_highest_exit_code_counts() {
    let folder = Folder::with_page().file("empty.txt", "").file("out/page.md/inside", "");
    let run = folder.plenary("convert empty.txt page.txt -t markdown -o out/");
    assert_eq!(run.code, 3, "{}", run.shown());
    let run = folder.plenary("convert page.txt empty.txt -t markdown -o out/");
    assert_eq!(run.code, 3, "{}", run.shown());
}

/// Of two documents of a page, neither is written where one cannot be.
#[test]
fn a_page_has_all_its_documents_or_none() {
    let folder = Folder::with_page().file("out/page.session.json/inside", "");
    let run = fails(&folder, "convert page.txt -t markdown,json -o out/");
    assert_eq!(run.code, 3, "{}", run.shown());
}
