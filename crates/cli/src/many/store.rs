//! The folder of the documents, and what earlier runs left in it.

use std::fs;

use super::manifest::{self, Known, Manifest};
use super::strays;
use crate::args::Shard;
use crate::codes;
use crate::config::RunKeys;
use crate::exit::{Failure, reason};
use crate::output::Writing;

pub(crate) struct Store {
    pub(crate) manifest: Manifest,
    pub(crate) known: Known,
    /// How documents are written there.
    pub(crate) writing: Writing,
}

impl Store {
    /// Takes hold of the folder, which is made where it does not exist.
    ///
    /// # Errors
    /// Where it cannot be made, or its manifest cannot be had.
    pub(crate) fn open(run: &RunKeys, shard: Option<Shard>) -> Result<Self, Failure> {
        let output = run.output()?;
        fs::create_dir_all(output).map_err(|error| {
            let message = format!("cannot make the folder `{}`: {}", output.display(), reason(&error));
            Failure::environment(&codes::UNWRITABLE, message)
        })?;
        let path = manifest::path(run, shard)?;
        let (manifest, known) = Manifest::open(&path, run.fsync())?;
        Ok(Self { manifest, known, writing: strays::writing(&path, run.fsync()) })
    }
}
