//! What goes before what.

use crate::plugins::plain;
use crate::shown;
use crate::support::{Folder, PAGE, Run, odd_page};

/// Settings that say something else in each place.
fn project() -> Folder {
    let settings = "
        to = [\"markdown\"]
        strict = true
        output = \"documents\"

        [set.markdown]
        contents = false
        style = \"minutes\"

        [[directory]]
        path = \"odd\"
        strict = false
        set.markdown.style = \"full\"
    ";
    Folder::new().file("plenary.toml", settings).file("page.txt", odd_page()).file("odd/page.txt", odd_page())
}

#[test]
fn the_command_line_goes_first() {
    let folder = project();
    // The file says --strict, and the command line can say no.
    assert_eq!(folder.plenary("convert page.txt").code, 1);
    assert_eq!(folder.plenary("convert page.txt --strict=false").code, 0);
    assert_eq!(folder.plenary("convert odd/page.txt").code, 0);
    assert_eq!(folder.plenary("convert odd/page.txt --strict").code, 1);
    for (arguments, key, value) in [
        ("", "to", serde_json::json!(["markdown"])),
        ("-t tei,pdf", "to", serde_json::json!(["tei", "pdf"])),
        ("-o other", "output", "other".into()),
        ("", "output", "documents".into()),
        ("odd", "strict", false.into()),
        (".", "strict", true.into()),
        ("odd --strict", "strict", true.into()),
    ] {
        assert_eq!(shown(&folder, arguments, key), value, "{arguments} {key}");
    }
}

/// Options come together one by one: what one place says of one takes nothing from what another says of the next.
#[test]
fn options_of_formats_are_looked_up_one_by_one() {
    let folder = project();
    let option = |arguments: &str, key: &str| shown(&folder, arguments, &format!("set.markdown.{key}"));
    assert_eq!(option("odd", "style"), "full");
    assert_eq!(option("odd", "contents"), false);
    assert_eq!(option("odd --set markdown.style=minutes", "style"), "minutes");
    assert_eq!(option("odd --set markdown.style=minutes", "contents"), false);
    let document = |arguments: &str| folder.plenary(&format!("convert odd/page.txt -o - {arguments}")).stdout;
    assert_eq!(
        document(""),
        document("--no-config -t markdown --set markdown.style=full --set markdown.contents=false")
    );
    assert_ne!(document(""), document("--set markdown.contents=true"));
}

/// The name of a plugin stands for all its formats, on the command line as well where the file names one of them; in one
/// file, the format itself goes before.
#[test]
fn a_plugins_name_on_the_command_line_goes_before_a_formats_in_the_file() {
    let settings = "[set.akoma-ntoso]\ncountry = \"ke\"\n[set.akoma-ntoso-report]\ncountry = \"za\"\n";
    let folder = Folder::with_page().file("plenary.toml", settings);
    let country = |arguments: &str| {
        let document =
            folder.plenary(&format!("convert page.txt -t akoma-ntoso-report -o - {arguments}")).well();
        document.split("FRBRcountry value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    assert_eq!(country(""), "za");
    assert_eq!(country("--set akoma-ntoso.country=fr"), "fr");
    let copy = folder.plenary("config --set akoma-ntoso.country=fr").well();
    let folder = folder.file("copy.toml", copy);
    let copied = folder.plenary("convert page.txt -t akoma-ntoso-report -o - --config copy.toml").well();
    assert!(copied.contains("FRBRcountry value=\"fr\""));
}

/// Folders of plugins are searched in the order of those who name them.
#[test]
fn folders_of_plugins_are_searched_layer_by_layer() {
    let folder = Folder::with_page().file("plenary.toml", "plugin-dir = [\"file\"]\n");
    for name in ["line", "environment", "file"] {
        std::fs::create_dir_all(folder.path(name)).unwrap();
        plain(
            &folder.path(name),
            "plain",
            &[&format!("RENDER=return host->write(host->ctx, \"{name}\", {});", name.len())],
        );
    }
    let document = |arguments: &str, environment: bool| {
        let mut command = folder.command(&format!("convert page.txt -t plain -o - {arguments}"));
        if environment {
            command.env("PLENARY_PLUGIN_PATH", folder.path("environment"));
        }
        Run::of(&mut command).well()
    };
    assert_eq!(document("", false), "file");
    assert_eq!(document("", true), "environment");
    assert_eq!(document("--plugin-dir line", true), "line");
    let mut command = folder.command("config --plugin-dir line");
    let config = Run::of(command.env("PLENARY_PLUGIN_PATH", "environment")).well();
    let list = "plugin-dir = [\n  \"line\",                        # command line\n  \"environment\",                 # PLENARY_PLUGIN_PATH\n  \"file\",                        # plenary.toml:1\n]";
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(squeezed(&config).contains(&squeezed(list)), "{config}");
}

/// A format that the name of the file behind -o tells goes before those of the file of settings, as it stands on the command line.
#[test]
fn the_name_of_the_document_goes_before_the_file() {
    let folder =
        Folder::with_page().file("plenary.toml", "to = [\"markdown\", \"tei\"]\noutput = \"documents\"\n");
    folder.plenary("convert page.txt -o page.xml").well();
    assert!(folder.read("page.xml").contains("akomaNtoso"));
    folder.plenary("convert page.txt").well();
    assert!(folder.path("documents/page.md").exists() && folder.path("documents/page.tei.xml").exists());
    // What comes from standard input goes to standard output, unless the command line says otherwise.
    let run = folder.plenary_fed("convert - -t markdown", PAGE.as_bytes());
    assert!(run.stdout.contains("Harbour lights"), "{}", run.stderr);
    folder.plenary_fed("convert - -t markdown -o elsewhere/", PAGE.as_bytes()).well();
    assert!(folder.path("elsewhere/stdin.md").exists());
}
