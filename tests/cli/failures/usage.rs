//! Wrong usage: exit code 2.

use snapbox::str;

use super::fails;
use crate::golden;
use crate::support::{Folder, PAGE};

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

/// Of a short name, two letters in the wrong order leave little that is common.
#[test]
fn a_slip_in_a_short_name_is_seen() {
    for (slip, meant) in [("pfd", "pdf"), ("pd", "pdf"), ("tie", "tei"), ("jsno", "json")] {
        let run = fails(&Folder::with_page(), &format!("convert page.txt -t {slip}"));
        assert!(run.stderr.contains(&format!("did you mean `{meant}`?")), "{slip}: {}", run.stderr);
    }
}

#[test]
fn a_number_that_is_none() {
    for arguments in ["batch a -o b --jobs 0", "batch a -o b --max-errors some", "stream -t pdf --jobs 2.5"] {
        let run = fails(&Folder::new(), arguments);
        assert_eq!(run.code, 2, "{arguments}");
        assert!(run.stderr.contains(": it is no whole number above 0\n"), "{arguments}: {}", run.stderr);
    }
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
 = help: there are `markdown`, `akoma-ntoso`, `akoma-ntoso-report`, `pdf`, `tei`, `json` and `source`

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
 = help: name one with -t, as in `-t pdf`, a file with -o, as in `-o session.pdf`, or formats in plenary.toml, as in `to = ["pdf"]`; `plenary formats` lists them

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
 = help: name the format with -t; the known extensions are .md, .xml, .report.xml, .pdf, .tei.xml, .session.json, .txt

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

Usage: plenary convert --to <FORMAT> --strict[=<true|false>] <INPUT>...

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
  [possible values: dig-watch, cart, webvtt, srt, transcript, akoma-ntoso, json]

  tip: a similar value exists: 'dig-watch'

For more information, try '--help'.

"#]]
    );
}
