//! `plenary completions` and `plenary man`, made while building from the definition of the arguments.

use snapbox::str;

use crate::golden;
use crate::support::Folder;

const COMMANDS: [&str; 15] = [
    "",
    "convert",
    "batch",
    "check",
    "inspect",
    "formats",
    "plugin new",
    "plugin list",
    "plugin info",
    "plugin options",
    "plugin check",
    "plugin install",
    "plugin remove",
    "completions",
    "man",
];

#[test]
fn every_shell_has_its_completions() {
    for (shell, start) in [
        ("bash", "_plenary()"),
        ("zsh", "#compdef plenary"),
        ("fish", "#"),
        ("powershell", "using"),
        ("elvish", "use"),
    ] {
        let script = Folder::new().plenary(&format!("completions {shell}")).well();
        assert!(script.trim_start().starts_with(start), "{shell}: {:.60}", script);
        assert!(script.contains("--message-format") || script.contains("message-format"), "{shell}");
    }
}

#[cfg(unix)]
#[test]
fn bash_takes_its_completions() {
    let folder = Folder::new();
    let script = folder.plenary("completions bash").well();
    let folder = folder.file("plenary.bash", script);
    let ask = "source plenary.bash; COMP_WORDS=(plenary convert --st); COMP_CWORD=2; _plenary plenary --st convert; \
               echo ${COMPREPLY[@]}";
    let Ok(output) =
        std::process::Command::new("bash").args(["--norc", "-c", ask]).current_dir(folder.path("")).output()
    else {
        return;
    };
    assert_eq!(String::from_utf8_lossy(&output.stdout).trim(), "--strict");
}

#[test]
fn every_command_has_its_page() {
    for command in COMMANDS {
        let page = Folder::new().plenary(&format!("man {command}")).well();
        let title = format!("plenary {command}").trim().replace(' ', "-");
        assert!(page.contains(&format!(".TH {title} 1")), "{command}: {page:.200}");
        assert!(page.contains(".SH NAME"), "{command}");
    }
    assert!(Folder::new().plenary("man").well().contains("Exit codes"));
}

/// A page that another names is there.
#[test]
fn pages_name_pages_that_exist() {
    for command in ["", "plugin"] {
        let page = Folder::new().plenary(&format!("man {command}")).well();
        let named: Vec<_> =
            page.lines().filter_map(|line| line.strip_suffix("(1)")?.strip_prefix("plenary\\-")).collect();
        assert!(!named.is_empty(), "{command}");
        for name in named {
            let words = name.replace("\\-", " ");
            Folder::new().plenary(&format!("man {words}")).well();
        }
    }
}

#[test]
fn an_unknown_page() {
    golden!(
        Folder::new().plenary("man covert"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-command]: there is no command `covert`
 |
 = help: did you mean `convert`?

"#]]
    );
    golden!(
        Folder::new().plenary("man xyz"),
        str![[r#"
exit 2
--- stderr
error[usage::unknown-command]: there is no command `xyz`
 |
 = help: there are pages on `convert`, `batch`, `watch`, `stream`, `check`, `inspect`, `config`, `formats`, `plugin`, `plugin-new`, `plugin-list`, `plugin-info`, `plugin-options`, `plugin-check`, `plugin-install`, `plugin-remove`, `completions` and `man`

"#]]
    );
}

#[test]
fn help_tells_the_exit_codes() {
    for command in ["", "convert", "batch", "inspect"] {
        let help = Folder::new().plenary(&format!("{command} --help")).well();
        assert!(help.contains("Exit codes:\n  0  "), "{help}");
    }
    assert_eq!(
        Folder::new().plenary("--version").well(),
        concat!("plenary ", env!("CARGO_PKG_VERSION"), "\n")
    );
    assert_eq!(Folder::new().plenary("").code, 2);
}
