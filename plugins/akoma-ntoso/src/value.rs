//! Values of attributes that are the standard's: identifiers, links, IRIs.

use std::fmt::{self, Write};

use plenary_plugin_sdk::xml::Value;

use crate::iri::{Iri, WorkIri};
use crate::transcript::Turn;
use crate::work::WorkDate;

/// An `eId` by the structure: that of what is around, two underscores, a name, and a number where there are several.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EId<'a> {
    scope: &'a str,
    name: &'a str,
    number: Option<usize>,
}

impl<'a> EId<'a> {
    /// The only one of its name in `scope`.
    pub(crate) fn one(scope: &'a str, name: &'a str) -> Self {
        Self { scope, name, number: None }
    }

    /// One of several.
    pub(crate) fn nth(scope: &'a str, name: &'a str, number: usize) -> Self {
        Self { scope, name, number: Some(number) }
    }
}

impl Value for EId<'_> {
    const IS_FIT: bool = true;

    fn add_to(self, tag: &mut String) {
        tag.push_str(self.scope);
        if !self.scope.is_empty() && !self.scope.ends_with('_') {
            tag.push_str("__");
        }
        tag.push_str(self.name);
        if let Some(number) = self.number {
            tag.push('_');
            number.add_to(tag);
        }
    }
}

impl fmt::Display for EId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(self.scope.len() + self.name.len() + 8);
        (*self).add_to(&mut text);
        f.write_str(&text)
    }
}

/// A link to the element with an `eId`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Link<T>(pub(crate) T);

impl Value for Link<&str> {
    // A label is an XML name.
    const IS_FIT: bool = true;

    fn add_to(self, tag: &mut String) {
        tag.push('#');
        tag.push_str(self.0);
    }
}

impl Value for Link<&String> {
    const IS_FIT: bool = true;

    fn add_to(self, tag: &mut String) {
        Link(self.0.as_str()).add_to(tag);
    }
}

impl Value for Link<EId<'_>> {
    const IS_FIT: bool = true;

    fn add_to(self, tag: &mut String) {
        tag.push('#');
        self.0.add_to(tag);
    }
}

/// What is seldom enough to be formatted.
macro_rules! formatted {
    ($($type:ty,)*) => {$(
        impl Value for $type {
            fn add_to(self, tag: &mut String) {
                // Writing to a string cannot fail.
                let _ = write!(tag, "{self}");
            }
        }
    )*};
}

formatted! { WorkDate, Iri<'_>, &WorkIri, &Turn<'_>, }
