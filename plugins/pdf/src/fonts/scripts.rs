//! Scripts, and the families that set them well: the documented order in which the system is searched.

use unicode_script::{Script, UnicodeScript};

/// The script a character is written in. One that several share (a danda, an ideographic full stop) is taken for the
/// first of them; one that all share (a symbol) for `Common`.
pub(crate) fn script(c: char) -> Script {
    let own = c.script();
    if !matches!(own, Script::Common | Script::Inherited) {
        return own;
    }
    match c {
        '\u{600}'..='\u{6FF}' => Script::Arabic,
        '\u{951}'..='\u{965}' => Script::Devanagari,
        '\u{2E80}'..='\u{303F}'
        | '\u{31C0}'..='\u{33FF}'
        | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF00}'..='\u{FFEF}' => Script::Han,
        _ => Script::Common,
    }
}

/// The families for running text, and those for headings, labels and tables, each in order of preference.
pub(super) struct Families {
    pub(super) serif: Vec<String>,
    pub(super) sans: Vec<String>,
}

/// The form of ideographs that a language has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ideographs {
    Simplified,
    Traditional,
    Japanese,
    Korean,
}

impl Ideographs {
    /// By the language of the document (BCP 47), else by the other scripts in it.
    pub(super) fn of(language: &str, has: impl Fn(Script) -> bool) -> Self {
        let language = language.to_ascii_lowercase();
        let traditional = ["hant", "tw", "hk", "mo"];
        match language.split(['-', '_']).next() {
            Some("ja") => Self::Japanese,
            Some("ko") => Self::Korean,
            Some("zh" | "yue") if language.split(['-', '_']).any(|part| traditional.contains(&part)) => {
                Self::Traditional
            }
            Some("zh") => Self::Simplified,
            _ if has(Script::Hiragana) || has(Script::Katakana) => Self::Japanese,
            _ if has(Script::Hangul) => Self::Korean,
            _ => Self::Simplified,
        }
    }

    /// The suffix of Noto's families, and the names of other families: serif, sans.
    fn families(self) -> (&'static str, [&'static [&'static str]; 2]) {
        match self {
            Self::Simplified => ("SC", [&["SimSun", "Songti SC"], &["Microsoft YaHei", "PingFang SC"]]),
            Self::Traditional => ("TC", [&["PMingLiU", "Songti TC"], &["Microsoft JhengHei", "PingFang TC"]]),
            Self::Japanese => {
                ("JP", [&["Yu Mincho", "Hiragino Mincho ProN"], &["Yu Gothic", "Hiragino Sans"]])
            }
            Self::Korean => ("KR", [&["Batang", "AppleMyungjo"], &["Malgun Gothic", "Apple SD Gothic Neo"]]),
        }
    }
}

/// Families beside those that Noto names after the script: script, serif, sans.
type Row = (Script, &'static [&'static str], &'static [&'static str]);
const FAMILIES: &[Row] = &[
    (
        Script::Arabic,
        &["Noto Naskh Arabic", "Amiri", "Scheherazade New", "Traditional Arabic", "Geeza Pro"],
        &["Noto Sans Arabic", "Noto Kufi Arabic", "Segoe UI", "Geeza Pro", "Arial", "DejaVu Sans"],
    ),
    (
        Script::Hebrew,
        &["Noto Serif Hebrew", "Frank Ruehl CLM", "David", "Times New Roman"],
        &["Noto Sans Hebrew", "Segoe UI", "Arial Hebrew", "Arial", "DejaVu Sans"],
    ),
    (
        Script::Devanagari,
        &["Noto Serif Devanagari", "Kokila"],
        &["Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari"],
    ),
    (
        Script::Thai,
        &["Noto Serif Thai", "Norasi", "Angsana New"],
        &["Noto Sans Thai", "Leelawadee UI", "Thonburi", "Loma"],
    ),
    (
        Script::Common,
        &["Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Symbols 2", "Noto Sans Math", "DejaVu Sans"],
        &["Noto Emoji", "Symbola", "Segoe UI Symbol", "Apple Symbols"],
    ),
];

/// The families for a script.
pub(super) fn families(script: Script, ideographs: Ideographs) -> Families {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    if is_east_asian(script) {
        let (suffix, [serif, sans]) = ideographs.families();
        let all = |kind: &str, others: &[&str]| {
            let noto = [format!("Noto {kind} CJK {suffix}"), format!("Noto {kind} {suffix}")];
            noto.into_iter().chain(owned(others)).collect()
        };
        return Families { serif: all("Serif", serif), sans: all("Sans", sans) };
    }
    match FAMILIES.iter().find(|(own, ..)| *own == script) {
        Some((_, serif, sans)) => Families { serif: owned(serif), sans: owned(sans) },
        None => {
            let name = script.full_name().replace('_', " ");
            Families { serif: vec![format!("Noto Serif {name}")], sans: vec![format!("Noto Sans {name}")] }
        }
    }
}

fn is_east_asian(script: Script) -> bool {
    matches!(script, Script::Han | Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo)
}

/// A font that would help with a script, and Debian's package of it.
pub(crate) fn advice(script: Script) -> (String, &'static str) {
    if is_east_asian(script) {
        return ("Noto Serif CJK".to_owned(), "fonts-noto-cjk");
    }
    let families = families(script, Ideographs::Simplified);
    match script {
        Script::Common => ("Symbola".to_owned(), "fonts-symbola"),
        _ => (families.serif.into_iter().next().unwrap_or_default(), "fonts-noto-core"),
    }
}
