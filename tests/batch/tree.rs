//! What stands in a folder, and what a manifest tells.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

/// The files below the folder with what they hold, by their names; but for manifests.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn visit(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let name = format!("{prefix}{}", entry.file_name().display());
            if entry.path().is_dir() {
                visit(&entry.path(), &format!("{name}/"), files);
            } else if !name.starts_with(".plenary-manifest") {
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut files = BTreeMap::new();
    visit(folder, "", &mut files);
    files
}

/// What the manifest tells of each page at last, by its name.
pub fn last_records(manifest: &Path) -> BTreeMap<String, Value> {
    let text = fs::read_to_string(manifest).unwrap();
    let records = text.lines().map(|line| serde_json::from_str::<Value>(line).expect(line));
    let pages = records.filter(|record| record["record"] == "page");
    pages.map(|page| (page["input"].as_str().unwrap_or_default().to_owned(), page)).collect()
}
