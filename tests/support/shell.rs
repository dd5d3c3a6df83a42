//! Lines as somebody types them who has installed plenary.

use std::env;
use std::path::Path;
use std::process::Command;

/// A shell that runs `line` in the folder `here`: `plenary` is the binary under test, what is installed goes to `data`, there
/// is no network, and what all authors of plugins need is built once.
pub fn shell(line: &str, here: &Path, data: &Path) -> Command {
    let ours = Path::new(env!("CARGO_BIN_EXE_plenary")).parent().map(Path::to_owned);
    let others = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(ours.into_iter().chain(env::split_paths(&others))).expect("a path");
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(here).env("PATH", path).env("NO_COLOR", "1");
    command.env("XDG_DATA_HOME", data).env("CARGO_NET_OFFLINE", "true");
    command.env("CARGO_BUILD_BUILD_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("authors"));
    command.env_remove("CARGO_TARGET_DIR").env_remove("PLENARY_PLUGIN_PATH");
    command
}
