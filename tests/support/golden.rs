//! Files that what is made is compared with, or written anew by `SNAPSHOTS=overwrite`.

use std::path::Path;

use snapbox::Data;
use snapbox::data::DataFormat;

/// Compares with the golden, line ends included, or writes it where `SNAPSHOTS=overwrite` is set.
pub fn matches_text(path: &Path, text: String) {
    if !is_golden(path, text.as_bytes()) {
        let golden = Data::read_from(path, Some(DataFormat::Text));
        snapbox::Assert::new().action_env("SNAPSHOTS").eq(Data::text(text).raw(), golden.raw());
        // What is shown above has no line ends: they are left.
        panic!("{} is what it was but for its line ends", path.display());
    }
}

/// The same for bytes, of which no difference can be shown.
pub fn matches_bytes(golden: &Path, bytes: &[u8]) {
    let same = is_golden(golden, bytes);
    assert!(same, "{} is not what it was; SNAPSHOTS=overwrite makes it anew", golden.display());
}

/// Whether a golden holds these bytes, or has been made to.
fn is_golden(golden: &Path, bytes: &[u8]) -> bool {
    if std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") {
        std::fs::write(golden, bytes).expect("the folder of the samples can be written to");
    }
    std::fs::read(golden).is_ok_and(|before| before == bytes)
}
