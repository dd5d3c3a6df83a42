//! Documents broken on purpose, each of which its check must refuse: a check that lets them pass checks nothing.

use std::fs;

use crate::documents::{Document, Form, empty, rendered, work_folder};
use crate::problem::{Problem, ensure};
use crate::support::sample;
use crate::{CHECKS, Check};

/// A sound document made unsound.
pub(crate) struct Control {
    pub(crate) name: &'static str,
    /// The check that has to notice.
    check: &'static str,
    spoil: fn(&[u8]) -> Vec<u8>,
    /// What it has to say then.
    because: &'static str,
}

/// The document that is spoilt.
const SAMPLE: &str = "dig-watch/tidewater-forum";

/// Two of its speeches, whole.
const EARLY: &str = "A short one. Who pays for the van? The ladder and the spirit level, I mean. It is the only part of \
                     this that nobody wants to put a logo on.";
const LATE: &str = "One and two, yes. On three we would want to read it before we nod.";

pub(crate) const CONTROLS: &[Control] = &[
    Control {
        name: "session-json-without-schema-version",
        check: "session-json-fits-its-schema",
        spoil: |bytes| replace(bytes, "\"schema\"", "\"scheme\""),
        because: "'schema' is a required property",
    },
    Control {
        name: "markdown-with-a-dropped-word",
        check: "markdown-keeps-the-words",
        spoil: |bytes| replace(bytes, "candlelight", ""),
        because: "I work for a small town upstream",
    },
    Control {
        name: "markdown-with-a-word-that-cmark-does-not-see",
        check: "markdown-keeps-the-words",
        spoil: |bytes| replace(bytes, "candlelight", "<candlelight>"),
        because: "cmark_text: not there",
    },
    Control {
        name: "markdown-with-two-speeches-in-another-order",
        check: "markdown-keeps-the-words",
        spoil: |bytes| {
            let spoiled = replace(bytes, EARLY, "\u{1}");
            replace(&replace(&spoiled, LATE, EARLY), "\u{1}", LATE)
        },
        because: LATE,
    },
    Control {
        name: "front-matter-that-is-no-yaml",
        check: "front-matter-is-yaml",
        spoil: |bytes| replace(bytes, "---\n", "---\ntitle: [\n"),
        because: "yaml",
    },
    Control {
        name: "akn-with-a-foreign-element",
        check: "akn-keeps-the-rules",
        spoil: |bytes| replace(bytes, "</debateBody>", "<speeches/></debateBody>"),
        because: "speeches",
    },
    Control {
        name: "akn-of-another-kind",
        check: "akn-opens-with-cobalt",
        spoil: |bytes| replace(&replace(bytes, "<debate ", "<act "), "</debate>", "</act>"),
        because: "Expected debate",
    },
    Control {
        name: "akn-with-a-dropped-word",
        check: "akn-unparses-with-bluebell",
        spoil: |bytes| replace(bytes, "candlelight", ""),
        because: "I work for a small town upstream",
    },
    Control {
        name: "pdf-with-a-cut-cross-reference",
        check: "pdf-is-sound",
        spoil: |bytes| bytes[..bytes.len() - 64].to_vec(),
        because: "xref",
    },
    Control {
        name: "pdf-with-a-font-that-is-not-embedded",
        check: "pdf-embeds-its-fonts",
        spoil: |_| PLAIN_PDF.as_bytes().to_vec(),
        because: "Helvetica",
    },
    Control {
        name: "pdf-with-other-words",
        check: "pdf-keeps-the-words",
        spoil: |_| PLAIN_PDF.as_bytes().to_vec(),
        because: "Who owns the water gauge",
    },
    Control {
        name: "pdf-without-its-language",
        check: "pdf-is-accessible-and-archival",
        spoil: |bytes| without(bytes, |dictionary| dictionary.has_type(b"Catalog"), b"Lang"),
        because: "ua1 7.2",
    },
    Control {
        name: "pdf-with-figures-that-nobody-tells-in-words",
        check: "pdf-is-accessible-and-archival",
        spoil: |bytes| without(bytes, |dictionary| is_name(dictionary, b"S", b"Figure"), b"Alt"),
        because: "ua1 7.3-1",
    },
    Control {
        name: "pdf-with-links-that-are-not-described",
        check: "pdf-is-accessible-and-archival",
        spoil: |bytes| without(bytes, |dictionary| dictionary.has_type(b"Annot"), b"Contents"),
        because: "ua1 7.18.5-2",
    },
    Control {
        name: "pdf-with-header-cells-that-name-nothing",
        check: "pdf-is-accessible-and-archival",
        spoil: |bytes| {
            changed(bytes, |dictionary| {
                if let Ok(attributes) = dictionary.get_mut(b"A").and_then(lopdf::Object::as_dict_mut) {
                    attributes.remove(b"Scope");
                }
            })
        },
        because: "ua1 7.5-1",
    },
    Control {
        name: "pdf-with-a-font-without-its-texts",
        check: "pdf-is-accessible-and-archival",
        spoil: |bytes| without(bytes, |dictionary| is_name(dictionary, b"Subtype", b"Type0"), b"ToUnicode"),
        because: "2a 6.2.11.7",
    },
    Control {
        name: "pdf-that-says-nothing-of-its-colours",
        check: "pdf-is-accessible-and-archival",
        spoil: |bytes| without(bytes, |dictionary| dictionary.has_type(b"Catalog"), b"OutputIntents"),
        because: "2a 6.2.4.3",
    },
];

/// The file without this entry of its dictionaries.
fn without(bytes: &[u8], of: fn(&lopdf::Dictionary) -> bool, key: &[u8]) -> Vec<u8> {
    changed(bytes, |dictionary| {
        if of(dictionary) {
            dictionary.remove(key);
        }
    })
}

/// The file with its dictionaries changed.
fn changed(bytes: &[u8], change: impl Fn(&mut lopdf::Dictionary)) -> Vec<u8> {
    let mut document = lopdf::Document::load_mem(bytes).expect("a PDF");
    document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok()).for_each(change);
    let mut spoilt = Vec::new();
    document.save_to(&mut spoilt).expect("a PDF");
    spoilt
}

fn is_name(dictionary: &lopdf::Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(lopdf::Object::as_name).is_ok_and(|found| found == name)
}

/// One page in a font of the reader's; pdf tools build the cross-reference table themselves.
const PLAIN_PDF: &str = "%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length 44>> stream
BT /F1 12 Tf 72 720 Td (Tidewater) Tj ET    
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R/Size 6>>
%%EOF
";

/// Spoils the sample, and fails where the check does not notice.
pub(crate) fn must_fail(control: &Control) -> Result<(), Problem> {
    let sound = rendered(&sample(SAMPLE))?;
    let check: &Check =
        CHECKS.iter().find(|check| check.name == control.check).expect("a check of this name");
    let spoilt = Document { folder: work_folder().join("controls").join(control.name), ..sound.clone() };
    empty(&spoilt.folder).map_err(|error| error.to_string())?;
    for form in Form::ALL {
        let bytes = sound.bytes(form)?;
        let bytes = if form == check.form { (control.spoil)(&bytes) } else { bytes };
        fs::write(spoilt.path(form), bytes).map_err(|error| error.to_string())?;
    }
    ensure(spoilt.bytes(check.form)? != sound.bytes(check.form)?, || "nothing was spoilt".to_owned())?;
    match (check.judge)(&spoilt) {
        Err(Problem::Failed(why)) => ensure(why.contains(control.because), || {
            format!("{} refused it, but not because of `{}`:\n{why}", check.name, control.because)
        }),
        Err(not_run) => Err(not_run),
        Ok(()) => Err(Problem::Failed(format!("{} let it pass", check.name))),
    }
}

/// With the first `from` replaced.
fn replace(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    String::from_utf8_lossy(bytes).replacen(from, to, 1).into_bytes()
}
