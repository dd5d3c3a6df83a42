//! What a file that is no text looks like, by its first bytes.

/// A kind of file people take for a page, and what to do with one.
pub(crate) struct Kind {
    /// Completes "this is …".
    pub(crate) what: &'static str,
    pub(crate) advice: &'static str,
}

const AS_TEXT: &str = "plenary reads text: save or export the page as plain text (UTF-8)";
const UNPACK: &str = "unpack it first";

/// First bytes, kind. They are such as no text begins with: a page may be titled `ID3 for every child`.
const KINDS: &[(&[u8], Kind)] = &[
    (b"%PDF-", Kind { what: "a PDF document", advice: AS_TEXT }),
    (b"{\\rtf", Kind { what: "an RTF document", advice: AS_TEXT }),
    (b"\xD0\xCF\x11\xE0", Kind { what: "an old Office document (.doc, .xls, .ppt)", advice: AS_TEXT }),
    (
        b"PK\x03\x04",
        Kind {
            what: "a ZIP archive, as Office documents (.docx, .odt, .xlsx) are",
            advice: "save the document as plain text (UTF-8), or unpack the archive",
        },
    ),
    (b"\x1F\x8B", Kind { what: "a gzip archive", advice: UNPACK }),
    (b"\xFD7zXZ\x00", Kind { what: "an xz archive", advice: UNPACK }),
    (b"\x28\xB5\x2F\xFD", Kind { what: "a zstd archive", advice: UNPACK }),
    (b"BZh91AY&SY", Kind { what: "a bzip2 archive", advice: UNPACK }),
    (b"\x89PNG", Kind { what: "a PNG picture", advice: AS_TEXT }),
    (b"\xFF\xD8\xFF", Kind { what: "a JPEG picture", advice: AS_TEXT }),
    (b"\x7FELF", Kind { what: "a program or library", advice: AS_TEXT }),
    (b"ID3\x03", Kind { what: "a sound recording (MP3)", advice: AS_TEXT }),
    (b"ID3\x04", Kind { what: "a sound recording (MP3)", advice: AS_TEXT }),
];

const UTF_16: Kind = Kind {
    what: "UTF-16 text",
    advice: "save it as UTF-8, or turn it into UTF-8: iconv -f UTF-16 -t UTF-8 PAGE > PAGE.utf8.txt",
};
const UTF_32: Kind = Kind {
    what: "UTF-32 text",
    advice: "save it as UTF-8, or turn it into UTF-8: iconv -f UTF-32 -t UTF-8 PAGE > PAGE.utf8.txt",
};
const BINARY: Kind = Kind { what: "a binary file, not text", advice: AS_TEXT };

/// How far NUL bytes are looked for: enough for every binary format, and a NUL somewhere in a text is no reason to
/// refuse it.
const HEAD: usize = 8000;

/// What `bytes` are, where they are not text that may be UTF-8.
pub(crate) fn not_text(bytes: &[u8]) -> Option<&'static Kind> {
    if let Some((_, kind)) = KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(kind);
    }
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => return Some(&UTF_32),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => return Some(&UTF_16),
        _ => {}
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let nul = |at: usize| head.iter().skip(at).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (nul(0), nul(1));
    if even + odd == 0 {
        None
    } else if even.max(odd) > head.len() / 4 && even.min(odd) == 0 {
        Some(&UTF_16)
    } else {
        Some(&BINARY)
    }
}
