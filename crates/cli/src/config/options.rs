//! The options of formats, as they are said in several places.

use super::origin::{Origin, Said};
use crate::args::Setting;

/// The options of formats: a list for each place that says some, the weakest first.
#[derive(Debug, Clone, Default)]
pub(crate) struct FormatOptions(Vec<Vec<Said<Setting>>>);

impl FormatOptions {
    /// What one place says.
    pub(super) fn of_a_place(settings: Vec<Said<Setting>>) -> Self {
        Self(vec![settings])
    }

    /// What this says, and before it what `below` says.
    pub(super) fn over(self, below: Self) -> Self {
        Self([below.0, self.0].concat())
    }

    /// All that is said.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Said<Setting>> {
        self.0.iter().flatten()
    }

    /// What is said of a format, by its name or by that of its plugin, in the order to be set in: of one option the last
    /// counts. In a file, where the order of tables says nothing, the format's own goes before.
    pub(crate) fn of_format<'s>(&'s self, format: &str, plugin: Option<&str>) -> Vec<&'s Said<Setting>> {
        let is_meant =
            |said: &&Said<Setting>| said.value.format == format || Some(said.value.format.as_str()) == plugin;
        let mut all = Vec::new();
        for place in &self.0 {
            let mut meant: Vec<_> = place.iter().filter(is_meant).collect();
            meant.sort_by_key(|said| is_of_a_file(said) && said.value.format == format);
            all.extend(meant);
        }
        all
    }

    /// What counts of it.
    pub(super) fn settled(&self, covers: &Covers<'_>) -> Vec<&Said<Setting>> {
        let mut settled: Vec<(usize, &Said<Setting>)> = Vec::new();
        for (number, place) in self.0.iter().enumerate() {
            for said in place {
                settled.retain(|(before, other)| {
                    let is_of_another_place = *before < number || !is_of_a_file(said);
                    let may = is_of_another_place || said.value.format == other.value.format;
                    !(may && replaces(&said.value, &other.value, covers))
                });
                settled.push((number, said));
            }
        }
        settled.into_iter().map(|(_, said)| said).collect()
    }

    /// Whether something of this would take the place of a setting, were it said after it.
    pub(super) fn would_replace(&self, other: &Setting, covers: &Covers<'_>) -> bool {
        self.iter().any(|said| replaces(&said.value, other, covers))
    }
}

/// Whether all formats that the second name stands for are among those of the first.
pub(super) type Covers<'a> = dyn Fn(&str, &str) -> bool + 'a;

/// Whether nothing is left of a setting where another is said after it.
fn replaces(setting: &Setting, other: &Setting, covers: &Covers<'_>) -> bool {
    let rest = other.key.strip_prefix(setting.key.as_str());
    let is_within = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    is_within && (setting.format == other.format || covers(&setting.format, &other.format))
}

fn is_of_a_file(said: &Said<Setting>) -> bool {
    matches!(said.origin, Origin::File(_))
}
