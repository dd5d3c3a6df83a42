//! `plenary plugin remove`.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use plenary_host::{Origin, standard_search_path};

use super::{answer, install};
use crate::args::PluginRemove;
use crate::codes;
use crate::exit::{Failure, reason};
use crate::nearest::nearest;
use crate::plugins::bundled_host;

pub(super) fn run(args: &PluginRemove) -> Result<(), Failure> {
    let folder = install::folder(args.from.as_deref(), "--from")?;
    let library = folder.join(plenary_host::file_name(&args.name));
    // A name with a slash would lead out of the folder.
    if !plenary_host::is_name(&args.name) {
        return Err(missing(&args.name, &folder));
    }
    match fs::remove_file(&library) {
        Ok(()) => answer(&format!("removed {}\n", library.display())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(missing(&args.name, &folder)),
        Err(error) => {
            let message = format!("cannot remove `{}`: {}", library.display(), reason(&error));
            Err(Failure::environment(&codes::UNWRITABLE, message))
        }
    }
}

/// The failure of removing what is not there, with where else it is.
fn missing(name: &str, folder: &Path) -> Failure {
    let message = format!("there is no plugin `{name}` in `{}`", folder.display());
    let failure = Failure::usage(&codes::UNKNOWN_PLUGIN, message);
    let file_name = plenary_host::file_name(name);
    let elsewhere = || standard_search_path(&[]).into_iter().find(|folder| folder.join(&file_name).exists());
    let installed = libraries(folder);
    if let Some(near) = nearest(name, installed.iter().map(String::as_str)) {
        return failure.help(format!("did you mean `{near}`?"));
    }
    if let Some(elsewhere) = elsewhere().filter(|_| plenary_host::is_name(name)) {
        return failure.help(format!("there is one in another folder: --from '{}'", elsewhere.display()));
    }
    if bundled_host().plugins().iter().any(|plugin| plugin.manifest().name == name) {
        return failure.help("the program brings it along; --no-bundled leaves such plugins out");
    }
    failure.help("`plenary plugin list` tells where the plugins are")
}

/// The names of the plugins in a folder, refused ones too.
fn libraries(folder: &Path) -> Vec<String> {
    let host = plenary_host::Host::builder().search(PathBuf::from(folder)).build();
    let refused = host.refusals().iter().map(|refusal| refusal.name.clone());
    let libraries = host.plugins().iter().filter(|plugin| *plugin.origin() != Origin::Bundled);
    libraries.map(|plugin| plugin.manifest().name.clone()).chain(refused).collect()
}
