//! What surrounds us fails: exit code 3.

use snapbox::str;

use super::fails;
use crate::golden;
use crate::support::{Folder, Run};

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
