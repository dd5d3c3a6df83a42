//! The manifest as a constant: what the author's file says, and what the macro knows.

use plenary_core::model::SchemaVersion;
use plenary_plugin_abi::ABI_MAJOR;

/// The manifest's JSON, and its length. The bytes are cut to `N`: with 0 this only measures.
///
/// `file` is the author's JSON object, whose members come last.
///
/// # Panics
/// Where `file` does not start as a JSON object does, or the name is no plugin name: when compiled, as this makes a
/// constant.
#[allow(clippy::panic)]
pub const fn manifest<const N: usize>(
    name: &str,
    version: &str,
    panic: &str,
    file: &str,
) -> ([u8; N], usize) {
    let members = skip(file.as_bytes(), b'{');
    let mut json = Json { bytes: [0; N], len: 0 };
    json.text("{\"name\":\"");
    json.name(name);
    json.text("\",\"version\":\"");
    json.text(version);
    json.text("\",\"abi\":\"");
    // The SDK looks at sizes: what it builds runs under any host of the major version.
    json.version(ABI_MAJOR, 0);
    json.text("\",\"schema\":\"");
    json.version(SchemaVersion::CURRENT.major, SchemaVersion::CURRENT.minor);
    // The view costs the host less, and the plugin too; `Renderer` gets a session either way.
    json.text("\",\"input\":\"view\",\"panic\":\"");
    json.text(panic);
    json.text("\",");
    json.bytes(members);
    (json.bytes, json.len)
}

/// What stands behind the first `open` of the file.
#[allow(clippy::panic)]
const fn skip(mut file: &[u8], open: u8) -> &[u8] {
    while let [first, rest @ ..] = file {
        if *first == open {
            return rest;
        }
        assert!(
            first.is_ascii_whitespace(),
            "the manifest file is no JSON object: it does not start with `{{`"
        );
        file = rest;
    }
    panic!("the manifest file is empty")
}

struct Json<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Json<N> {
    const fn byte(&mut self, byte: u8) {
        if self.len < N {
            self.bytes[self.len] = byte;
        }
        self.len += 1;
    }

    const fn bytes(&mut self, mut bytes: &[u8]) {
        while let [first, rest @ ..] = bytes {
            self.byte(*first);
            bytes = rest;
        }
    }

    const fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// The plugin's name out of its symbols' suffix.
    const fn name(&mut self, name: &str) {
        let mut bytes = name.as_bytes();
        while let [first, rest @ ..] = bytes {
            assert!(
                matches!(first, b'a'..=b'z' | b'0'..=b'9' | b'_'),
                "a plugin's name is made of a-z, 0-9 and _"
            );
            self.byte(if *first == b'_' { b'-' } else { *first });
            bytes = rest;
        }
    }

    const fn version(&mut self, major: u16, minor: u16) {
        self.number(major);
        self.byte(b'.');
        self.number(minor);
    }

    const fn number(&mut self, number: u16) {
        if number > 9 {
            self.number(number / 10);
        }
        self.byte(b'0' + (number % 10) as u8);
    }
}
