//! What a command is asked for: on the command line, in the environment, and in the file of settings that governs it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use plenary_host::Host;

use super::file;
use super::{FormatOptions, Groups, PageLayer, PageSettings, RunKeys, Settings, Start};
use crate::args::{self, ConfigFile, SettingValue};
use crate::conversion::{check_setting, formats};
use crate::exit::{Failure, Failures};
use crate::input::Input;
use crate::page::Reading;
use crate::report::Report;

/// What a command is asked for.
pub(crate) struct Asked {
    pub(super) settings: Settings,
    /// What holds for the run.
    pub(crate) run: RunKeys,
    /// What the command line says of pages.
    pub(super) said: PageLayer,
}

impl Asked {
    /// Where it is done here, `run` and `page` are said on the command line.
    fn new(
        config: &ConfigFile,
        starts: impl IntoIterator<Item = Start>,
        run: RunKeys,
        page: PageLayer,
    ) -> Result<Self, Failures> {
        let settings = Settings::governing(config, starts)?;
        let run = settings.run(run);
        Ok(Self { settings, run, said: page })
    }

    /// What `convert` is asked for.
    ///
    /// # Errors
    /// All that is wrong with the file of settings; or where there is not one for all pages.
    pub(crate) fn of_convert(args: &args::Convert) -> Result<Self, Failures> {
        let page = PageLayer::of_conversion(&args.documents, &args.conversion);
        let run = RunKeys::of_conversion(&args.conversion);
        Self::new(&args.conversion.config, starts(&args.inputs), run, page)
    }

    /// What a command is asked for that converts very many pages, which are in these places.
    ///
    /// # Errors
    /// All that is wrong with the file of settings; or where there is not one for all places.
    pub(crate) fn of_many(
        args: &args::Many,
        starts: impl IntoIterator<Item = Start>,
    ) -> Result<Self, Failures> {
        Self::new(&args.conversion.config, starts, RunKeys::of_many(args), PageLayer::of_many(args)?)
    }

    /// Where such a command looks for its file of settings.
    pub(crate) fn places(args: &args::Many, starts: impl IntoIterator<Item = Start>) -> Vec<PathBuf> {
        file::places(&args.conversion.config, starts)
    }

    /// The folders of the files of settings that govern these places, if each is governed by one.
    pub(crate) fn folders(
        args: &args::Many,
        starts: impl IntoIterator<Item = Start>,
    ) -> BTreeSet<Option<PathBuf>> {
        let is_looked_for = args.conversion.config.is_looked_for();
        starts.into_iter().filter(|_| is_looked_for).map(|start| file::upwards(&start.folder)).collect()
    }

    /// The files that options of formats stand in.
    pub(crate) fn option_files(&self) -> impl Iterator<Item = &Path> {
        let of_tables = self.settings.directories.iter().map(|directory| &directory.page);
        let all =
            [&self.said, &self.settings.page].into_iter().chain(of_tables).flat_map(|page| page.set.iter());
        all.filter_map(|said| match &said.value.value {
            SettingValue::File(path) => Some(path.as_path()),
            SettingValue::Text(_) => None,
        })
    }

    /// What `stream` is asked for.
    ///
    /// # Errors
    /// All that is wrong with the file of settings.
    pub(crate) fn of_stream(args: &args::Stream) -> Result<Self, Failures> {
        let page = PageLayer::of_conversion(&args.documents, &args.conversion);
        Self::new(&args.conversion.config, [], RunKeys::of_stream(args), page)
    }

    /// What a command is asked for that reads pages and writes no documents.
    ///
    /// # Errors
    /// All that is wrong with the file of settings; or where there is not one for all pages.
    pub(crate) fn of_reading(
        config: &ConfigFile,
        inputs: &[PathBuf],
        args: &args::Reading,
    ) -> Result<Self, Failures> {
        Self::new(config, starts(inputs), RunKeys::default(), PageLayer::default().of_reading(args))
    }

    /// What a command is asked for that only looks at plugins.
    ///
    /// # Errors
    /// All that is wrong with the file of settings.
    pub(crate) fn of_plugins(config: &ConfigFile, args: &args::Plugins) -> Result<Self, Failures> {
        Self::new(config, [], RunKeys::default().of_plugins(args), PageLayer::default())
    }

    /// Makes sure that there is every format that the file of settings names, with the options that it sets. Tells of
    /// folders that it names, and are not there.
    ///
    /// # Errors
    /// All formats and options that there are not.
    pub(crate) fn check(&self, host: &Host, report: &mut Report) -> Result<(), Failures> {
        self.settings.check(host, report)
    }

    /// Makes sure that there is every format and every option that the command line names, where no page is known yet.
    ///
    /// # Errors
    /// The first that there is not.
    pub(crate) fn check_said_here(&self, host: &Host) -> Result<(), Failure> {
        formats(&self.settings.page(&self.said, None).formats, host)?;
        self.said.set.iter().try_for_each(|said| check_setting(host, said))
    }

    /// Pages by what holds for them; none is known yet.
    pub(crate) fn groups(&self) -> Groups<'_> {
        Groups::new(&self.settings, &self.said)
    }

    /// The options of formats that are said on the command line.
    pub(crate) fn options_said_here(&self) -> &FormatOptions {
        &self.said.set
    }

    /// What holds for what is in no folder, as what comes from standard input.
    pub(crate) fn settings_of_none(&self) -> PageSettings {
        self.settings.page(&self.said, None)
    }

    /// How a page is read.
    pub(crate) fn reading(&self, page: &Input) -> Reading {
        self.settings.page(&self.said, page.path()).reading
    }
}

fn starts(inputs: &[PathBuf]) -> impl Iterator<Item = Start> {
    inputs.iter().map(|input| Start::of_page(input))
}
