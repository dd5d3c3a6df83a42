//! What a command is asked for: on the command line, in the environment, and in the file of settings that governs it.

use std::path::PathBuf;

use plenary_host::Host;

use super::{FormatOptions, Groups, PageLayer, PageSettings, RunKeys, Settings, Start};
use crate::args::{self, ConfigFile};
use crate::exit::Failures;
use crate::input::Input;
use crate::page::Reading;

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
    fn new<'a>(
        config: &ConfigFile,
        starts: impl IntoIterator<Item = Start<'a>>,
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
        let run = RunKeys::default().of_plugins(&args.plugins).of_isolation(&args.isolation);
        let page = PageLayer::default().of_documents(&args.documents).of_reading(&args.reading);
        Self::new(&args.config, starts(&args.inputs), run, page)
    }

    /// What a command is asked for that converts very many pages, which are in these places.
    ///
    /// # Errors
    /// All that is wrong with the file of settings; or where there is not one for all places.
    pub(crate) fn of_many<'a>(
        args: &args::Many,
        starts: impl IntoIterator<Item = Start<'a>>,
    ) -> Result<Self, Failures> {
        Self::new(&args.config, starts, RunKeys::of_many(args), PageLayer::of_many(args)?)
    }

    /// What `stream` is asked for.
    ///
    /// # Errors
    /// All that is wrong with the file of settings.
    pub(crate) fn of_stream(args: &args::Stream) -> Result<Self, Failures> {
        let page = PageLayer::default().of_documents(&args.documents).of_reading(&args.reading);
        Self::new(&args.config, [], RunKeys::of_stream(args), page)
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

    /// Makes sure that there is every format that the file of settings names, with the options that it sets.
    ///
    /// # Errors
    /// All that there is not.
    pub(crate) fn check(&self, host: &Host) -> Result<(), Failures> {
        self.settings.check(host)
    }

    /// Pages by what holds for them; none is known yet.
    pub(crate) fn groups(&self) -> Groups<'_> {
        Groups::new(&self.settings, &self.said)
    }

    /// The options of formats that are said on the command line.
    pub(crate) fn options_said_here(&self) -> &FormatOptions {
        &self.said.set
    }

    /// What holds for what comes from standard input.
    pub(crate) fn settings_of_stdin(&self) -> PageSettings {
        self.settings.page(&self.said, None)
    }

    /// How a page is read.
    pub(crate) fn reading(&self, page: &Input) -> Reading {
        self.settings.page(&self.said, page.path()).reading
    }
}

fn starts(inputs: &[PathBuf]) -> impl Iterator<Item = Start<'_>> {
    inputs.iter().map(|input| Start::of_page(input))
}
