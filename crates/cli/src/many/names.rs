//! Pages as a line names them.

use std::fmt;
use std::path::{Path, PathBuf};

/// How many are called by their names.
const FEW: usize = 3;

/// The names of the first few, and how many more there are.
#[derive(Debug, Default)]
pub(crate) struct Names {
    first: Vec<PathBuf>,
    pub(crate) number: usize,
}

impl Names {
    pub(crate) fn add(&mut self, page: &Path) {
        self.number += 1;
        if self.number <= FEW {
            self.first.push(page.to_owned());
        }
    }
}

impl<'p> FromIterator<&'p Path> for Names {
    fn from_iter<T: IntoIterator<Item = &'p Path>>(pages: T) -> Self {
        let mut names = Self::default();
        pages.into_iter().for_each(|page| names.add(page));
        names
    }
}

impl fmt::Display for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names: Vec<_> = self.first.iter().map(|page| page.display().to_string()).collect();
        if self.number > FEW {
            names.push(format!("{} more", self.number - FEW));
        }
        match names.as_slice() {
            [first @ .., last] if !first.is_empty() => write!(f, "{} and {last}", first.join(", ")),
            names => f.write_str(&names.concat()),
        }
    }
}
