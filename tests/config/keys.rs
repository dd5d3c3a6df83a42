//! Each setting of a file has the effect of the option that it is named after.

use std::fs;
use std::path::Path;

use crate::figures;
use crate::plugins::plain;
use crate::support::{Folder, PAGE, Run, odd_page};

fn with(settings: &str) -> Folder {
    Folder::with_page().file("plenary.toml", settings)
}

#[test]
fn what_documents_are_made() {
    let folder = with("to = [\"markdown\", \"tei\"]\noutput = \"a/b\"\nname = \"{format}-{stem}.{ext}\"\n");
    folder.plenary("batch page.txt");
    assert!(folder.path("a/b/markdown-page.md").exists() && folder.path("a/b/tei-page.tei.xml").exists());
}

#[test]
fn how_pages_are_read() {
    let folder = with("to = [\"markdown\"]\nstrict = true\n").file("odd.txt", odd_page());
    assert_eq!(folder.plenary("convert odd.txt").code, 1);
    let folder = with("to = [\"markdown\"]\nfrom = \"cart\"\n");
    assert!(folder.plenary("convert page.txt -o -").stderr.contains("no session of this dialect"));
    let folder = with("to = [\"markdown\"]\nlossy = true\n")
        .file("old.txt", PAGE.replace("Ada", "Ad\u{e4}").replace('\u{e4}', "?"));
    let broken: Vec<u8> = fs::read(folder.path("old.txt"))
        .unwrap()
        .iter()
        .map(|b| if *b == b'?' { 0xE4 } else { *b })
        .collect();
    let folder = folder.file("old.txt", broken);
    assert_eq!(folder.plenary("convert old.txt").code, 0);
    assert_eq!(folder.plenary("convert old.txt --lossy=false").code, 1);
}

/// A text, a number, true or false, a list, a file; a table for what is written with a dot.
#[test]
fn options_of_formats() {
    let sheet = "styles.title = { size = 32, leading = 38 }\n";
    let folder = with("[set.pdf]\nsheet = \"@house.toml\"\n[set.markdown]\ncontents = false\n[set.akoma-ntoso]\ncountry = \"ke\"\n")
        .file("house.toml", sheet);
    folder.plenary("convert page.txt -t pdf,markdown,akoma-ntoso -o file/");
    folder.plenary("convert page.txt -t pdf,markdown,akoma-ntoso -o line/ --no-config --set pdf.sheet=@house.toml --set markdown.contents=false --set akoma-ntoso.country=ke");
    for name in ["page.pdf", "page.md", "page.xml"] {
        let [file, line] = ["file", "line"].map(|at| fs::read(folder.path(&format!("{at}/{name}"))).unwrap());
        assert!(file == line, "{name}");
    }
    // The file is meant from the folder of the settings, wherever one stands.
    let folder = folder.file("below/page.txt", PAGE);
    let run = folder.command("convert page.txt -t pdf").current_dir(folder.path("below")).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    // So are the files that an option names.
    let font = Path::new(env!("CARGO_MANIFEST_DIR")).join("plugins/pdf/fonts/IBMPlexSans-Regular.ttf");
    let folder = folder.file("fonts/house.ttf", fs::read(font).unwrap());
    let folder = folder.file("plenary.toml", "[set.pdf]\nfont = [\"fonts/house.ttf\"]\n");
    let run = folder.command("convert page.txt -t pdf").current_dir(folder.path("below")).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    folder.plenary("convert page.txt -t pdf --no-config --set pdf.font=fonts/house.ttf -o line/");
    let [file, line] = ["below", "line"].map(|at| fs::read(folder.path(&format!("{at}/page.pdf"))).unwrap());
    assert!(file == line);
    // Two signs are one, and no file.
    let run = with("[set.markdown]\nstyle = \"@@x\"\n").plenary("convert page.txt -t markdown");
    assert!(run.stderr.contains("not `@x`"), "{}", run.stderr);
}

#[test]
fn what_is_remembered_and_where() {
    let folder = with(
        "to = [\"markdown\"]\noutput = \"out\"\nmanifest = \"memory/all.ndjson\"\nfsync = true\njobs = 3\n",
    );
    let run = folder.plenary("batch page.txt");
    assert_eq!(figures(&run), "1 page: 1 converted, 0 unchanged, 0 failed; 1 document written");
    assert!(
        folder.path("memory/all.ndjson").exists() && !folder.path("out/.plenary-manifest.ndjson").exists()
    );
}

#[test]
fn how_large_pages_and_records_may_be() {
    let folder = with("to = [\"markdown\"]\noutput = \"out\"\nmax-page = 100\nmax-record = 100\n");
    assert!(folder.plenary("batch page.txt").stderr.contains("this file has more than 100 bytes"));
    assert_eq!(folder.plenary("batch page.txt --max-page 1MiB").code, 0);
    let record = serde_json::json!({ "text": PAGE }).to_string() + "\n";
    assert!(folder.plenary_fed("stream", record.as_bytes()).stdout.contains("stream::too-large"));
    assert!(
        folder.plenary_fed("stream --max-record unlimited", record.as_bytes()).stdout.contains("documents")
    );
}

#[test]
fn which_plugins_there_are() {
    let folder = with("plugin-dir = [\"plugins\"]\nno-bundled = true\n");
    fs::create_dir_all(folder.path("plugins")).unwrap();
    plain(&folder.path("plugins"), "plain", &[]);
    for command in ["formats", "plugin list"] {
        let listed = folder.plenary(command).well();
        assert!(listed.contains("plain") && !listed.contains("markdown  "), "{command}: {listed}");
        let bundled = folder.plenary(&format!("{command} --no-bundled=false")).well();
        assert!(bundled.contains("plain") && bundled.contains("markdown  "), "{command}: {bundled}");
    }
    assert!(folder.plenary("plugin info plain").stdout.contains("plain"));
    assert_eq!(folder.plenary("plugin options markdown").code, 2);
    assert_eq!(folder.plenary("plugin info plain --no-config").code, 2);
    // A folder that does not exist is told of where it is said.
    let run = with("\nplugin-dir = [\"gone\"]\n").plenary("formats");
    assert!(run.code == 3 && run.stderr.contains(" --> plenary.toml:2:15"), "{}", run.stderr);
}

/// A plugin that takes all there is.
fn hungry(settings: &str, act: &str) -> Run {
    let folder = with(&format!("to = [\"plain\"]\nplugin-dir = [\"plugins\"]\n{settings}"));
    fs::create_dir_all(folder.path("plugins")).unwrap();
    plain(&folder.path("plugins"), "plain", &[&format!("RENDER={act} return PLENARY_OK;")]);
    folder.plenary("convert page.txt -o -")
}

#[test]
fn what_plugins_may_take() {
    for (setting, act) in [
        ("plugin-time = 1", "for (;;) pause();"),
        ("plugin-cpu = 1", "for (;;) { }"),
        ("plugin-memory = \"512MiB\"", "for (;;) memset(malloc(1 << 20), 1, 1 << 20);"),
        ("plugin-output = \"1KiB\"", "for (;;) host->write(host->ctx, \"flood\", 5);"),
    ] {
        let run = hungry(&format!("isolate = \"libraries\"\n{setting}\n"), act);
        assert!(run.code == 1 && run.stderr.contains("plugin::over-limit"), "{setting}: {}", run.stderr);
    }
    let run = hungry("isolate = \"all\"\n", "abort();");
    assert!(run.code == 1 && run.stderr.contains("plugin::died"), "{}", run.stderr);
}

/// What the command line says of processes is of no use where there are none; the file may say so for other commands.
#[test]
fn limits_need_processes() {
    let run = Folder::with_page().plenary("convert page.txt -t markdown -o - --plugin-memory 1GiB");
    assert!(run.code == 2 && run.stderr.contains("usage::no-isolation"), "{}", run.stderr);
    let folder = with("plugin-memory = \"1GiB\"\n");
    assert_eq!(folder.plenary("convert page.txt -t markdown").code, 0);
    let folder = with("isolate = \"all\"\n");
    assert_eq!(folder.plenary("convert page.txt -t markdown --plugin-memory 1GiB").code, 0);
    assert_eq!(folder.plenary("convert page.txt -t tei --plugin-memory 1GiB --isolate=none").code, 2);
}
