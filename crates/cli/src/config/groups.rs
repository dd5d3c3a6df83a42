//! Pages that are converted alike: those of which the same `[[directory]]` tables are said.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::input::Input;
use crate::recent::Recent;

use super::{PageLayer, PageSettings, Settings};

/// The ways to convert that pages of a run need.
pub(crate) struct Groups<'s> {
    settings: &'s Settings,
    /// What the command line says.
    said: &'s PageLayer,
    /// What holds for each, and the first page of it.
    groups: Vec<(PageSettings, PathBuf)>,
    by_tables: HashMap<Vec<usize>, usize>,
    by_folder: Recent<usize>,
}

impl<'s> Groups<'s> {
    /// No page is known yet.
    pub(super) fn new(settings: &'s Settings, said: &'s PageLayer) -> Self {
        Self { settings, said, groups: Vec::new(), by_tables: HashMap::new(), by_folder: Recent::default() }
    }

    /// The number of the group that a page belongs to.
    pub(crate) fn of_page(&mut self, page: &Path) -> usize {
        let folder = page.parent().unwrap_or(page);
        if let Some(group) = self.by_folder.get(folder) {
            return *group;
        }
        let tables = self.settings.directories_of(folder);
        let group = self.of_tables(tables, page);
        self.by_folder.insert(folder, group);
        group
    }

    /// The same of a page that may come from standard input, which is in no folder.
    pub(crate) fn of_input(&mut self, input: &Input) -> usize {
        match input.path() {
            Some(page) => self.of_page(page),
            None => self.of_tables(Vec::new(), Path::new("-")),
        }
    }

    fn of_tables(&mut self, tables: Vec<usize>, page: &Path) -> usize {
        if let Some(group) = self.by_tables.get(&tables) {
            return *group;
        }
        let group = self.groups.len();
        self.groups.push((self.settings.layer(self.said, &tables).into(), page.to_owned()));
        self.by_tables.insert(tables, group);
        group
    }

    /// Forgets all but so many of the groups, and which pages belong to them.
    pub(crate) fn keep(&mut self, number: usize) {
        self.groups.truncate(number);
        self.by_tables.retain(|_, group| *group < number);
        self.by_folder.clear();
    }

    /// Whether the file of settings at `path` would be looked for, and is another than the one that governs the run.
    pub(crate) fn passes_over(&self, path: &Path) -> bool {
        self.settings.passes_over(path)
    }

    /// What holds for each of the groups, by their numbers; with a page of it, where there are several.
    pub(crate) fn settings(&self) -> impl Iterator<Item = (&PageSettings, Option<&Path>)> {
        let is_one_of_several = self.groups.len() > 1;
        self.groups
            .iter()
            .map(move |(settings, page)| (settings, is_one_of_several.then_some(page.as_path())))
    }
}
