//! What the command line says, and the environment: the layers above a file.

use super::keys::{PageLayer, RunKeys};
use super::options::FormatOptions;
use super::origin::{Origin, Said};
use crate::args;
use crate::exit::Failure;
use crate::output::Pattern;

impl PageLayer {
    /// What the command line says of documents.
    #[must_use]
    fn of_documents(mut self, args: &args::Documents) -> Self {
        let formats: Vec<_> = args.formats.iter().cloned().map(Said::on_the_command_line).collect();
        self.keys.to = Some(formats).filter(|formats| !formats.is_empty()).map(Said::on_the_command_line);
        self.keys.strict = args.strict.map(Said::on_the_command_line);
        let settings = args.settings.iter().cloned().map(Said::on_the_command_line).collect();
        self.set = FormatOptions::of_a_place(settings);
        self
    }

    /// What the command line says of reading.
    #[must_use]
    pub(super) fn of_reading(mut self, args: &args::Reading) -> Self {
        self.keys.from = args.from.map(Said::on_the_command_line);
        self.keys.lossy = args.lossy.map(Said::on_the_command_line);
        self
    }

    /// What a command says that converts.
    pub(super) fn of_conversion(documents: &args::Documents, args: &args::Conversion) -> Self {
        Self::default().of_documents(documents).of_reading(&args.reading)
    }

    /// What a command says that converts very many pages.
    ///
    /// # Errors
    /// Where the pattern for names is none.
    pub(super) fn of_many(args: &args::Many) -> Result<Self, Failure> {
        let mut said = Self::of_conversion(&args.documents, &args.conversion);
        let name = args.name.as_deref().map(Pattern::said).transpose()?;
        said.keys.name = name.map(Said::on_the_command_line);
        Ok(said)
    }
}

impl RunKeys {
    /// What the command line says of plugins.
    #[must_use]
    pub(super) fn of_plugins(mut self, args: &args::Plugins) -> Self {
        self.plugin_dir = args.plugin_dir.iter().cloned().map(Said::on_the_command_line).collect();
        self.no_bundled = args.no_bundled.map(Said::on_the_command_line);
        self
    }

    /// What the command line says of processes of plugins.
    #[must_use]
    fn of_isolation(mut self, args: &args::Isolation) -> Self {
        self.isolate = args.isolate.map(Said::on_the_command_line);
        self.plugin_memory = args.plugin_memory.map(Said::on_the_command_line);
        self.plugin_time = args.plugin_time.map(Said::on_the_command_line);
        self.plugin_cpu = args.plugin_cpu.map(Said::on_the_command_line);
        self.plugin_output = args.plugin_output.map(Said::on_the_command_line);
        self
    }

    /// What a command says that converts.
    pub(super) fn of_conversion(args: &args::Conversion) -> Self {
        Self::default().of_plugins(&args.plugins).of_isolation(&args.isolation)
    }

    /// What a command says that converts very many pages.
    pub(super) fn of_many(args: &args::Many) -> Self {
        Self {
            output: args.output.clone().map(Said::on_the_command_line),
            manifest: args.manifest.clone().map(Said::on_the_command_line),
            fsync: args.fsync.map(Said::on_the_command_line),
            jobs: args.jobs.map(Said::on_the_command_line),
            max_page: args.max_page.map(Said::on_the_command_line),
            ..Self::of_conversion(&args.conversion)
        }
    }

    /// What `stream` says.
    pub(super) fn of_stream(args: &args::Stream) -> Self {
        Self {
            jobs: args.jobs.map(Said::on_the_command_line),
            max_record: args.max_record.map(Said::on_the_command_line),
            ..Self::of_conversion(&args.conversion)
        }
    }

    /// What the environment says.
    pub(super) fn of_environment() -> Self {
        let folder = |value| Said { value, origin: Origin::Environment("PLENARY_PLUGIN_PATH") };
        let plugin_dir = plenary_host::listed_folders().into_iter().map(folder).collect();
        Self { plugin_dir, ..Self::default() }
    }
}
