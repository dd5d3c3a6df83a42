//! Values of attributes. Most are identifiers and links, thousands in a document, and need neither formatting nor
//! escaping.

use std::borrow::Cow;
use std::fmt::{self, Write};

use jiff::civil::{Date, Time};

use crate::model::{Id, Moment};

/// What can be the value of an attribute.
pub trait Value {
    /// Whether it never holds a character that has to be escaped or replaced.
    const IS_FIT: bool = false;

    /// Adds it to a tag, as it is.
    fn add_to(self, tag: &mut String);
}

impl Value for usize {
    const IS_FIT: bool = true;

    fn add_to(self, tag: &mut String) {
        if self > 9 {
            (self / 10).add_to(tag);
        }
        tag.push(char::from(b"0123456789"[self % 10]));
    }
}

/// Text, which is added as it is.
macro_rules! texts {
    ($($text:ty,)*) => {$(
        impl Value for $text {
            fn add_to(self, tag: &mut String) {
                tag.push_str(AsRef::<str>::as_ref(&self));
            }
        }
    )*};
}

texts! { &str, &String, String, &Cow<'_, str>, &Id, }

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

formatted! { fmt::Arguments<'_>, bool, u32, u64, i16, Date, Time, Moment, }
