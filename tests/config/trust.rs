//! Files that somebody else may have put there are not heeded: they can have plugins run.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown, symlink};

use snapbox::str;

use crate::golden;
use crate::support::{Folder, PAGE};

fn project() -> Folder {
    Folder::new().file("plenary.toml", "to = [\"markdown\"]\n").file("page.txt", PAGE)
}

fn chmod(folder: &Folder, name: &str, mode: u32) {
    fs::set_permissions(folder.path(name), Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_file_that_everybody_may_write_to() {
    let folder = project();
    chmod(&folder, "plenary.toml", 0o666);
    golden!(
        folder.plenary("convert page.txt"),
        str![[r#"
exit 3
--- stderr
error[config::untrusted]: `plenary.toml` is not heeded, for it could be anybody's: everybody may write to it
 |
 = help: read it, for it can have plugins run, and then name it: --config 'plenary.toml'; --no-config goes on without; `chmod o-w 'plenary.toml'` makes it yours alone

"#]]
    );
    assert!(!folder.path("page.md").exists());
    assert_eq!(folder.plenary("convert page.txt --config plenary.toml").code, 0);
    assert_eq!(folder.plenary("convert page.txt --no-config -t tei").code, 0);
}

/// In a folder such as /tmp nobody can take away what belongs to another.
#[test]
fn a_folder_that_everybody_may_write_to() {
    let folder = project();
    chmod(&folder, ".", 0o777);
    let run = folder.plenary("convert page.txt");
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("everybody may put another one into its folder `$FOLDER`"), "{}", run.stderr);
    chmod(&folder, ".", 0o1777);
    assert_eq!(folder.plenary("convert page.txt").code, 0);
}

/// Only the superuser can give a file away.
#[test]
fn a_file_of_another_user() {
    let folder = project();
    if chown(folder.path("plenary.toml"), Some(4711), None).is_err() {
        return;
    }
    let run = folder.plenary("convert page.txt");
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("it belongs to another user"), "{}", run.stderr);
    assert_eq!(folder.plenary("convert page.txt --config plenary.toml").code, 0);
}

/// Where a link leads somewhere, what it leads to counts, and the folders on the way.
#[test]
fn a_link_to_a_file_that_everybody_may_write_to() {
    let folder = project().file("open/settings.toml", "to = [\"tei\"]\n");
    fs::remove_file(folder.path("plenary.toml")).unwrap();
    symlink("open/settings.toml", folder.path("plenary.toml")).unwrap();
    assert_eq!(folder.plenary("convert page.txt").code, 0);
    chmod(&folder, "open", 0o777);
    assert_eq!(folder.plenary("convert page.txt").code, 3);
    chmod(&folder, "open", 0o755);
    chmod(&folder, "open/settings.toml", 0o666);
    assert_eq!(folder.plenary("convert page.txt").code, 3);
}

/// Every command that heeds one is as careful.
#[test]
fn no_command_heeds_it() {
    let folder = project();
    chmod(&folder, "plenary.toml", 0o666);
    for command in [
        "batch page.txt -o out",
        "stream",
        "check page.txt",
        "inspect page.txt",
        "formats",
        "config",
        "plugin list",
        "plugin info markdown",
        "plugin options markdown",
    ] {
        let run = folder.plenary(command);
        assert!(run.code == 3 && run.stderr.contains("config::untrusted"), "{command}: {}", run.stderr);
    }
}
