//! What is known of pages does not depend on where a setting is said.

use crate::figures;
use crate::support::{Folder, PAGE};

#[test]
fn a_setting_that_is_moved_into_the_file_converts_nothing_again() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/b/c.txt", PAGE);
    let settings = "--set markdown.style=minutes --set akoma-ntoso.country=ke";
    let first = folder.plenary(&format!(
        "batch pages -t markdown,akoma-ntoso -o out --strict --from dig-watch --name {{stem}}.{{ext}} {settings}"
    ));
    assert_eq!(figures(&first), "2 pages: 2 converted, 0 unchanged, 0 failed; 4 documents written");
    let file = "
        to = [\"markdown\", \"akoma-ntoso\"]
        output = \"out\"
        strict = true
        from = \"dig-watch\"
        name = \"{stem}.{ext}\"
        set.akoma-ntoso.country = \"ke\"

        [[directory]]
        path = \"pages\"
        set.markdown.style = \"minutes\"
    ";
    let folder = folder.file("plenary.toml", file);
    let unchanged = "2 pages: 0 converted, 2 unchanged, 0 failed; 0 documents written";
    assert_eq!(figures(&folder.plenary("batch pages")), unchanged);
    assert_eq!(figures(&folder.plenary("batch pages --resume")), unchanged);
    // From a folder below, and back on the command line.
    let output = folder.command("batch ../pages").current_dir(folder.path("pages")).output().unwrap();
    assert!(output.status.success());
    let back = folder.plenary(&format!(
        "batch pages -t markdown,akoma-ntoso -o out --strict --from dig-watch --name {{stem}}.{{ext}} --no-config {settings}"
    ));
    assert_eq!(figures(&back), unchanged);
    // What holds in fact changes what is to be converted.
    let other = folder.plenary("batch pages --set markdown.style=full");
    assert_eq!(figures(&other), "2 pages: 2 converted, 0 unchanged, 0 failed; 2 documents written");
}
