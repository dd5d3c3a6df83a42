//! What may not be read, looked into or written.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE, Run};
use crate::tools::needs;
use crate::tree::tree;

const BATCH: &str = "batch pages -t markdown -o out --jobs 1";

/// Runs the batch where these files and folders have these permissions. Whoever may do everything gives that up for it;
/// `None` where that cannot be.
fn run(folder: &Folder, modes: &[(&str, u32)]) -> Option<Run> {
    let mut batch = folder.command(BATCH);
    if may_do_everything(folder) {
        if !needs("setpriv") {
            return None;
        }
        let mut bound = Command::new("setpriv");
        bound.arg("--bounding-set=-dac_override,-dac_read_search").arg(batch.get_program());
        bound.args(batch.get_args()).current_dir(folder.path("."));
        bound.env_clear().envs(batch.get_envs().filter_map(|(name, value)| Some((name, value?))));
        batch = bound;
    }
    let set =
        |name: &str, mode| fs::set_permissions(folder.path(name), Permissions::from_mode(mode)).unwrap();
    modes.iter().for_each(|(name, mode)| set(name, *mode));
    let run = Run::of(&mut batch);
    modes.iter().for_each(|(name, _)| set(name, 0o755));
    Some(run)
}

/// Whether files can be read that nobody may.
fn may_do_everything(folder: &Folder) -> bool {
    let probe = folder.path("probe");
    fs::write(&probe, "").unwrap();
    fs::set_permissions(&probe, Permissions::from_mode(0o000)).unwrap();
    fs::read(&probe).is_ok()
}

#[test]
fn what_may_not_be_read_is_told_of_and_the_rest_is_converted() {
    let folder = Folder::new().file("pages/a.txt", PAGE).file("pages/b.txt", PAGE);
    let folder = folder.file("pages/secret/c.txt", PAGE).file("pages/x/d.txt", PAGE);
    let Some(run) = run(&folder, &[("pages/a.txt", 0o000), ("pages/secret", 0o000)]) else { return };
    golden!(
        run,
        str![[r#"
exit 1
--- stderr
error[batch::folder]: `pages/secret` is not looked into: permission denied

error[input::no-permission]: you have no permission to read this file
--> pages/a.txt

3 pages: 2 converted, 0 unchanged, 1 failed; 2 documents written
  failed: pages/a.txt: you have no permission to read this file [input::no-permission]

"#]]
    );
    assert_eq!(tree(&folder.path("out")).into_keys().collect::<Vec<_>>(), ["b.md", "x/d.md"]);
}

#[test]
fn what_may_not_be_written_costs_its_pages() {
    let folder =
        Folder::new().file("pages/a.txt", PAGE).file("pages/b.txt", PAGE).file("pages/x/c.txt", PAGE);
    let folder = folder.file("out/a.md", "as it was").file("out/x/other", "");
    let Some(run) = run(&folder, &[("out/a.md", 0o444), ("out/x", 0o555)]) else { return };
    golden!(
        run,
        str![[r#"
exit 3
--- stderr
error[output::unwritable]: cannot write `out/a.md`: the file there is read-only
--> pages/a.txt

error[output::unwritable]: cannot write `out/x/c.md`: permission denied
--> pages/x/c.txt

3 pages: 1 converted, 0 unchanged, 2 failed; 1 document written
  failed: pages/a.txt: cannot write `out/a.md`: the file there is read-only [output::unwritable]
  failed: pages/x/c.txt: cannot write `out/x/c.md`: permission denied [output::unwritable]

"#]]
    );
    assert_eq!(folder.read("out/a.md"), "as it was");
    assert_eq!(tree(&folder.path("out")).into_keys().collect::<Vec<_>>(), ["a.md", "b.md", "x/other"]);
}

#[test]
fn a_folder_that_may_not_be_written_is_told_of_before_the_first_page() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    fs::create_dir(folder.path("out")).unwrap();
    let Some(run) = run(&folder, &[("out", 0o555)]) else { return };
    golden!(
        run,
        str![[r#"
exit 3
--- stderr
error[batch::manifest]: cannot open the manifest `out/.plenary-manifest.ndjson`: permission denied

"#]]
    );
}

/// That which it is in, so that it cannot be made.
#[test]
fn a_folder_that_may_not_be_made_is_told_of_before_the_first_page() {
    let folder = Folder::new().file("pages/a.txt", PAGE);
    let Some(run) = run(&folder, &[(".", 0o555)]) else { return };
    golden!(
        run,
        str![[r#"
exit 3
--- stderr
error[output::unwritable]: cannot make the folder `out`: permission denied

"#]]
    );
}
