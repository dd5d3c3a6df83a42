//! Briefs in scripts that the embedded fonts lack, set in the fonts of Debian's fonts-noto-core and fonts-noto-cjk.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test")]

mod support;

use std::path::Path;
use std::process::Output;

use support::right_to_left;
use support::tools::{needs, needs_fonts, tool};
use support::words::letters_of;
use support::{Page, plenary, run, samples, session};

/// A sample, and the fonts its text is set in.
const SCRIPTS: [(&str, &[&str]); 7] = [
    ("script-arabic", &["NotoNaskhArabic-Regular", "NotoSansArabic-Bold"]),
    ("script-chinese", &["NotoSerifCJKsc-Regular", "NotoSansCJKsc-Bold"]),
    ("script-devanagari", &["NotoSerifDevanagari-Regular", "NotoSansDevanagari-Bold"]),
    ("script-hebrew", &["NotoSerifHebrew-Regular", "NotoSansHebrew-Bold"]),
    ("script-japanese", &["NotoSerifCJKjp-Regular", "NotoSansCJKjp-Bold"]),
    ("script-korean", &["NotoSerifCJKkr-Regular", "NotoSansCJKkr-Bold"]),
    ("script-thai", &["NotoSerifThai-Regular", "NotoSansThai-Bold"]),
];

fn page(name: &str) -> Page {
    let name = format!("dig-watch/{name}");
    samples().into_iter().find(|page| page.name == name).unwrap_or_else(|| panic!("no sample {name}"))
}

/// The brief of a page, in a file of this name.
fn brief(page: &Page, to: &Path, settings: &[&str]) -> Output {
    let mut command = plenary();
    command.arg("convert").arg(&page.path).args(["-t", "pdf", "-o"]).arg(to);
    for setting in settings {
        command.args(["--set", setting]);
    }
    run(&mut command)
}

fn text_of(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = tool(program).unwrap().args(arguments).arg(file).arg("-").output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn fonts_of(file: &Path) -> String {
    let output = tool("pdffonts").unwrap().arg(file).output().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_script_is_set_in_its_fonts_and_reads_in_order() {
    if needs_fonts().is_none() || !needs("pdftotext") || !needs("qpdf") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (name, fonts) in SCRIPTS {
        let page = page(name);
        let file = folder.path().join(format!("{name}.pdf"));
        let output = brief(&page, &file, &[]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success() && !said.contains("missing-glyph"), "{name}: {said}");

        let table = fonts_of(&file);
        for font in fonts {
            let row = table.lines().find(|row| row.contains(&format!("+{font} ")));
            let row = row.unwrap_or_else(|| panic!("{name} is not set in {font}:\n{table}"));
            assert!(row.contains("yes yes yes"), "{name}: {font} is not embedded, subset and mapped: {row}");
        }
        let checked = tool("qpdf").unwrap().arg("--check").arg(&file).output().unwrap();
        assert!(checked.status.success(), "{name}: {}", String::from_utf8_lossy(&checked.stdout));

        let read = text_of("pdftotext", &["-enc", "UTF-8"], &file);
        let (session, _) = session(&page).unwrap();
        if right_to_left::is_used(&session) {
            right_to_left::keeps_the_letters(&session, &read).unwrap_or_else(|why| panic!("{name}: {why}"));
            continue;
        }
        let read = letters_of(&read);
        let mut at = 0;
        for block in session.speeches().flat_map(|speech| &speech.blocks) {
            let text = letters_of(block.text.as_str());
            let found =
                read[at..].find(&text).unwrap_or_else(|| panic!("{name}: {text} is not in its place"));
            at += found + text.len();
        }
    }
}

#[test]
fn lam_with_what_follows_it_reads_in_order() {
    if needs_fonts().is_none() || !needs("pdftotext") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("brief.pdf");
    brief(&page("script-arabic"), &file, &[]);
    let read = text_of("pdftotext", &["-enc", "UTF-8"], &file);
    // A ligature each: other programs' files give the letters of the first two in the wrong order.
    for word in ["الله", "إله", "إلا", "ولا", "لا ينفصلان", "الأولى", "شكرًا", "لترًا"]
    {
        let word = word.split(' ').next().unwrap();
        assert!(read.contains(word), "{word}: {read}");
    }
}

#[test]
fn without_the_fonts_of_the_system_the_characters_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("brief.pdf");
    let output = brief(&page("script-arabic"), &file, &["pdf.system-fonts=false"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success());
    for part in
        ["pdf::missing-glyph", "U+0627 Arabic", "Noto Naskh Arabic", "fonts-noto-core", "pdf.font=FILE"]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn named_fonts_come_first_and_nothing_of_the_system_besides() {
    let Some(fonts) = needs_fonts() else { return };
    if !needs("pdffonts") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let noto = |name: &str| fonts.join("truetype/noto").join(name).display().to_string();
    let named =
        [noto("NotoSerif-Regular.ttf"), noto("NotoSans-Bold.ttf"), noto("NotoNaskhArabic-Regular.ttf")];
    let setting = format!("pdf.font={}", named.join(","));
    let page = page("script-arabic");
    let (one, other) = (folder.path().join("one.pdf"), folder.path().join("other.pdf"));
    let output = brief(&page, &one, &[&setting]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && !said.contains("missing-glyph"), "{said}");
    // With nobody's home and no other fonts to be found, the bytes are the same.
    brief(&page, &other, &[&setting, "pdf.system-fonts=false"]);
    assert!(std::fs::read(&one).unwrap() == std::fs::read(&other).unwrap());
    let table = fonts_of(&one);
    for font in ["NotoSerif-Regular", "NotoSans-Bold", "NotoNaskhArabic-Regular"] {
        assert!(table.contains(&format!("+{font} ")), "{font}:\n{table}");
    }
    for font in ["SourceSerif4", "IBMPlexSans-SemiBold", "NotoSansArabic"] {
        assert!(!table.contains(font), "{font}:\n{table}");
    }
    // What the named ones lack is not looked for elsewhere, unless that is asked for.
    let hebrew = self::page("script-hebrew");
    let without = String::from_utf8(brief(&hebrew, &other, &[&setting]).stderr).unwrap();
    assert!(without.contains("missing-glyph"), "{without}");
    let with = brief(&hebrew, &other, &[&setting, "pdf.system-fonts=true"]);
    assert!(!String::from_utf8(with.stderr).unwrap().contains("missing-glyph"));
}

#[test]
fn the_same_fonts_give_the_same_bytes() {
    if needs_fonts().is_none() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for name in ["script-arabic", "script-chinese"] {
        let [one, other] = ["one", "other"].map(|file| folder.path().join(file).with_extension("pdf"));
        brief(&page(name), &one, &[]);
        brief(&page(name), &other, &[]);
        assert!(std::fs::read(one).unwrap() == std::fs::read(other).unwrap(), "{name}");
    }
}

#[test]
fn a_file_that_is_no_font_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("letter.ttf");
    std::fs::write(&text, "Dear all,").unwrap();
    let file = folder.path().join("brief.pdf");
    for (path, why) in [(text, "is no font"), (folder.path().join("nothing.ttf"), "cannot be read")] {
        let setting = format!("pdf.font={}", path.display());
        let output = brief(&page("tidewater-forum"), &file, &[&setting]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            !output.status.success() && said.contains(why) && said.contains(&*path.to_string_lossy()),
            "{said}"
        );
        assert!(!file.exists());
    }
}

/// A font that is installed for its own machine alone, and one whose glyphs are pictures.
#[test]
fn a_font_that_may_not_or_cannot_be_embedded_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let font = std::fs::read(support::root().join("plugins/pdf/fonts/IBMPlexSans-Regular.ttf")).unwrap();
    let record = font.windows(4).position(|tag| tag == b"OS/2").unwrap();
    let table = u32::from_be_bytes(font[record + 8..record + 12].try_into().unwrap()) as usize;
    let mut restricted = font.clone();
    restricted[table + 8..table + 10].copy_from_slice(&[0, 2]);
    let mut pictures = font.clone();
    let outlines = font.windows(4).position(|tag| tag == b"glyf").unwrap();
    pictures[outlines..outlines + 4].copy_from_slice(b"CBDT");
    for (font, why) in [(restricted, "may not be embedded"), (pictures, "no plain outlines")] {
        let path = folder.path().join("font.ttf");
        std::fs::write(&path, font).unwrap();
        let file = folder.path().join("brief.pdf");
        let output = brief(&page("tidewater-forum"), &file, &[&format!("pdf.font={}", path.display())]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && said.contains(why), "{said}");
    }
}

#[test]
fn hyphens_that_only_end_a_line_are_no_part_of_the_text() {
    if !needs("pdftotext") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("brief.pdf");
    let page = page("tidewater-forum");
    brief(&page, &file, &["pdf.justify=true"]);
    let read = text_of("pdftotext", &["-enc", "UTF-8"], &file);
    assert!(read.matches("\u{AD}\n").count() > 5, "{read}");
    let joined = read.replace("\u{AD}\n", "");
    let (session, _) = session(&page).unwrap();
    let joined = letters_of(&joined);
    for block in session.speeches().flat_map(|speech| &speech.blocks) {
        let words = block.text.as_str().split_whitespace();
        words.for_each(|word| assert!(joined.contains(&letters_of(word)), "{word}"));
    }
}
