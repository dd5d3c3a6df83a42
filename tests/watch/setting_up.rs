//! Plugins and options that change.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::plugins::{file_name, plain};
use crate::support::{Folder, PAGE};
use crate::watching::{Watching, page, pages, put, save};

/// A plugin whose every document is this word.
fn build(folder: &Path, word: &str) {
    fs::create_dir_all(folder).unwrap();
    let render = format!("RENDER=return host->write(host->ctx, \"{word}\", {});", word.len());
    plain(folder, "plain", &[&render]);
}

const PLAIN: &str = "watch pages -t plain -o out --plugin-dir plugins";

#[test]
fn another_library_of_a_plugin_is_used() {
    let folder = pages();
    build(&folder.path("plugins"), "first");
    let watching = Watching::begin(&folder, PLAIN);
    watching.until_holds(&folder, "out/a.plain", "first");
    // In one step, as `plugin install` does it.
    build(&folder.path("built"), "second");
    let library = folder.path("plugins").join(file_name("plain"));
    fs::rename(folder.path("built").join(file_name("plain")), &library).unwrap();
    watching.until_holds(&folder, "out/a.plain", "second");
    watching.until_holds(&folder, "out/b.plain", "second");
    watching.until_told("plugins or settings changed, 2 pages: 2 converted");
    // Bit by bit, as a compiler does it.
    build(&folder.path("plugins"), "third");
    watching.until_holds(&folder, "out/a.plain", "third");
    watching.until_holds(&folder, "out/b.plain", "third");
    // A touch alone is no change.
    let before = fs::metadata(folder.path("out/a.plain")).unwrap().modified().unwrap();
    let bytes = fs::read(&library).unwrap();
    fs::write(&library, bytes).unwrap();
    put(&folder, "pages/c.txt", PAGE);
    watching.until_holds(&folder, "out/c.plain", "third");
    watching.end();
    assert_eq!(fs::metadata(folder.path("out/a.plain")).unwrap().modified().unwrap(), before);
}

#[test]
fn a_plugin_that_is_broken_is_told_of_until_it_is_right() {
    let folder = pages();
    build(&folder.path("plugins"), "first");
    let library = folder.path("plugins").join(file_name("plain"));
    let watching = Watching::begin(&folder, PLAIN);
    let whole = fs::read(&library).unwrap();
    fs::write(&library, &whole[..whole.len() / 2]).unwrap();
    watching.until_told("nothing is converted until this is put right; still watching");
    put(&folder, "pages/c.txt", PAGE);
    fs::remove_file(&library).unwrap();
    watching.until_told("error[usage::unknown-format]");
    assert!(!folder.path("out/c.plain").exists());
    fs::write(&library, &whole).unwrap();
    // Of what is written anew nobody may execute anything.
    watching.until_told("it has no permission to be executed");
    fs::set_permissions(&library, Permissions::from_mode(0o755)).unwrap();
    watching.until_holds(&folder, "out/c.plain", "first");
    // One that breaks down costs documents, and nothing else.
    build_act(&folder, "abort();");
    watching.until_told("3 failed");
    build(&folder.path("plugins"), "second");
    for name in ["a", "b", "c"] {
        watching.until_holds(&folder, &format!("out/{name}.plain"), "second");
    }
    watching.end();
}

fn build_act(folder: &Folder, act: &str) {
    plain(&folder.path("plugins"), "plain", &[&format!("RENDER={act} return PLENARY_OK;")]);
}

/// The first folder that has a plugin counts, and it may come later than the others.
#[test]
fn folders_of_plugins_may_come_later() {
    let folder = pages();
    build(&folder.path("home/.local/share/plenary/plugins"), "mine");
    let mut command = folder.command("watch pages -t plain -o out");
    command.env("PLENARY_PLUGIN_PATH", folder.path("some/where/plugins"));
    let watching = Watching::start(command);
    watching.until_holds(&folder, "out/a.plain", "mine");
    watching.until_told("Ctrl-C ends it");
    build(&folder.path("some/where/plugins"), "first");
    watching.until_holds(&folder, "out/a.plain", "first");
    fs::remove_dir_all(folder.path("some")).unwrap();
    watching.until_holds(&folder, "out/a.plain", "mine");
    build(&folder.path("some/where/plugins"), "again");
    watching.until_holds(&folder, "out/a.plain", "again");
    watching.end();
}

#[test]
fn files_that_hold_options_are_read_again() {
    for poll in ["", " --poll 0.1"] {
        let folder = pages().file("style", "transcript\n");
        let watching = Watching::begin(
            &folder,
            &format!("watch pages -t markdown -o out --set markdown.style=@style{poll}"),
        );
        let speaks_of_lights = || folder.read("out/a.md").contains("Ports agree on shared lights");
        assert!(!speaks_of_lights());
        put(&folder, "style", "full\n");
        watching.until("the document has the report", speaks_of_lights);
        put(&folder, "style", "fuller\n");
        watching.until_told("error[usage::option]");
        put(&folder, "pages/a.txt", &page("Muscat"));
        fs::remove_file(folder.path("style")).unwrap();
        watching.until_told("error[usage::setting-file]");
        assert!(folder.read("out/a.md").contains("Aden"));
        put(&folder, ".style", "transcript\n");
        fs::rename(folder.path(".style"), folder.path("style")).unwrap();
        watching.until("the document has no report", || !speaks_of_lights());
        watching.until_holds(&folder, "out/a.md", "Muscat");
        watching.end();
    }
}

#[test]
fn settings_may_come_as_a_link_to_nowhere() {
    for poll in ["", " --poll 0.1"] {
        let folder = pages();
        let watching = Watching::begin(&folder, &format!("watch pages -t markdown -o out{poll}"));
        std::os::unix::fs::symlink("settings", folder.path("plenary.toml")).unwrap();
        watching.until_told("cannot be read: it is a link that leads nowhere");
        put(&folder, "settings", "lossy = true\n");
        watching.passes_on(&folder, "a", "Suez");
        watching.end();
    }
}

/// As when another branch is checked out and this one again, or when the first settings are written.
#[test]
fn settings_may_go_and_come() {
    let folder = pages().file("plenary.toml", "to = [\"markdown\"]\noutput = \"out\"\n");
    let watching = Watching::begin(&folder, "watch pages");
    fs::rename(folder.path("plenary.toml"), folder.path("away")).unwrap();
    watching.until_told("error[usage::no-output]");
    put(&folder, "pages/a.txt", &page("Doha"));
    fs::rename(folder.path("away"), folder.path("plenary.toml")).unwrap();
    watching.until_holds(&folder, "out/a.md", "Doha");
    watching.passes_on(&folder, "a", "Suez");
    watching.end();

    let folder = pages();
    let watching = Watching::begin(&folder, "watch pages -o out -t markdown");
    save(&folder, "plenary.toml", "set.markdown.style = \"transcript\"\n");
    watching.until_told("plugins or settings changed, ");
    assert!(!folder.read("out/a.md").contains("Ports agree on shared lights"));
    watching.end();
}

/// The nearest file of settings governs, wherever it comes from.
#[test]
fn settings_in_a_file_are_heeded_as_they_change() {
    let folder = pages().file("plenary.toml", "to = [\"markdown\"]\noutput = \"out\"\n");
    let watching = Watching::begin(&folder, "watch pages");
    assert!(folder.path("out/a.md").exists());
    save(
        &folder,
        "plenary.toml",
        "to = [\"json\", \"markdown\"]\noutput = \"out\"\nset.markdown.style = \"@style\"\n",
    );
    watching.until_told("nothing is converted until this is put right; still watching");
    assert!(!folder.path("out/a.session.json").exists());
    put(&folder, "style", "transcript\n");
    watching.until_holds(&folder, "out/b.session.json", "Basra");
    let speaks_of_lights = || folder.read("out/a.md").contains("Ports agree on shared lights");
    watching.until("the document has no report", || !speaks_of_lights());
    save(&folder, "style", "full\n");
    watching.until("the document has the report", speaks_of_lights);
    // One that is nearer, with another place for the documents and another folder of plugins; and then it is gone.
    build(&folder.path("pages/tools"), "first");
    save(
        &folder,
        "pages/plenary.toml",
        "to = [\"plain\"]\noutput = \"../other\"\nplugin-dir = [\"tools\"]\nisolate = \"none\"\n",
    );
    watching.until_holds(&folder, "other/a.plain", "first");
    build(&folder.path("pages/tools"), "second");
    watching.until_holds(&folder, "other/a.plain", "second");
    fs::remove_file(folder.path("pages/plenary.toml")).unwrap();
    watching.passes_on(&folder, "a", "Muscat");
    save(&folder, "plenary.toml", "to = [\"markdown\"\n");
    watching.until_told("error[config::");
    put(&folder, "pages/a.txt", &page("Doha"));
    save(
        &folder,
        "plenary.toml",
        "to = [\"markdown\"]\noutput = \"out\"\n[[directory]]\npath = \"pages/new\"\nto = [\"json\"]\n",
    );
    watching.until_holds(&folder, "out/a.md", "Doha");
    put(&folder, "pages/new/c.txt", &page("Cairo"));
    watching.until_holds(&folder, "out/new/c.session.json", "Cairo");
    watching.passes_on(&folder, "a", "Suez");
    watching.end();
    assert!(!folder.path("out/new/c.md").exists());
}
