//! `plenary plugin install`.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use plenary_host::{Host, Plugin, Refusal};

use super::{answer, named};
use crate::args::PluginInstall;
use crate::codes;
use crate::exit::{Failure, reason};
use crate::plugins::bundled_host;

pub(super) fn run(args: &PluginInstall) -> Result<(), Failure> {
    let host = named::library(&args.library)?;
    let name = named::the_only(&host)?.manifest().name.clone();
    if !args.force && bundled_host().plugins().iter().any(|plugin| plugin.manifest().name == name) {
        let message =
            format!("this library would take the place of the plugin `{name}` that the program brings along");
        return Err(Failure::usage(&codes::BUNDLED_NAME, message)
            .help("give the plugin another name, or say with --force that this is meant"));
    }
    let folder = folder(args.to.as_deref(), "--to")?;
    let target = folder.join(plenary_host::file_name(&name));
    let before = installed(&target);
    made(&folder).map_err(|error| unwritable(&folder, &error))?;
    plenary_host::check_folder(&folder).map_err(|refusal| unsafe_folder(&folder, &refusal))?;
    // Beside its place, under its own name in a folder of its own: so the very bytes that are put there are checked.
    let beside = temporary().tempdir_in(&folder).map_err(|error| unwritable(&folder, &error))?;
    let copy = beside.path().join(plenary_host::file_name(&name));
    copied(&args.library, &copy).map_err(|error| unwritable(&copy, &error))?;
    let checked = named::library(&copy)?;
    let plugin = named::the_only(&checked)?;
    fs::rename(&copy, &target).map_err(|error| unwritable(&target, &error))?;
    answer(&told(plugin, &target, before.as_deref(), args.to.as_deref()))
}

/// What was done, and what is next.
fn told(plugin: &Plugin, target: &Path, before: Option<&str>, to: Option<&Path>) -> String {
    let manifest = plugin.manifest();
    let instead = before.map(|version| format!(", in place of {version}")).unwrap_or_default();
    let format = manifest.formats.first().map_or("", |format| &format.name);
    let dir = to.map(|to| format!(" --plugin-dir {}", to.display())).unwrap_or_default();
    format!(
        "installed {} {}{instead}: {}\n\nnext:\n  plenary convert PAGE -t {format}{dir}\n  plenary plugin remove {}{}\n",
        manifest.name,
        manifest.version,
        target.display(),
        manifest.name,
        to.map(|to| format!(" --from {}", to.display())).unwrap_or_default(),
    )
}

/// The version that is installed there.
fn installed(target: &Path) -> Option<String> {
    let host = Host::builder().library(target.to_owned()).build();
    host.plugins().first().map(|plugin| plugin.manifest().version.clone())
}

/// The folder that is named with `option`, else the user's own.
///
/// # Errors
/// Where the system tells of no home.
pub(super) fn folder(named: Option<&Path>, option: &str) -> Result<PathBuf, Failure> {
    named.map(Path::to_owned).or_else(plenary_host::user_folder).ok_or_else(|| {
        let message = "there is no folder of your own for plugins: the system tells of no home";
        Failure::environment(&codes::PLUGIN_FOLDER, message).help(format!("name a folder with {option}"))
    })
}

/// Makes the folder and those it stands in, where they are not there. Nobody else may write to them, whatever the umask:
/// plugins in such a folder would be refused.
fn made(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o755);
    builder.create(folder)
}

/// A folder that is the user's alone, whatever the umask.
fn temporary() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".plenary-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder
}

fn unsafe_folder(folder: &Path, refusal: &Refusal) -> Failure {
    let message = format!("a plugin in `{}` would be refused: {}", folder.display(), refusal.reason);
    Failure::environment(&codes::PLUGIN_FOLDER, message).maybe_help(refusal.help())
}

/// Copies the library into a new file that all may read and load, and the user alone may write to.
fn copied(library: &Path, copy: &Path) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o755);
    let mut file = options.open(copy)?;
    io::copy(&mut File::open(library)?, &mut file)?;
    file.sync_all()
}

fn unwritable(path: &Path, error: &io::Error) -> Failure {
    Failure::environment(&codes::UNWRITABLE, format!("cannot write `{}`: {}", path.display(), reason(error)))
}
