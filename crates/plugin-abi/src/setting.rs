//! An option that is set, for plugins without a JSON parser.

use crate::{Array, Str};

/// The value is `true` or `false`: `integer` is 1 or 0.
pub const SETTING_BOOLEAN: i32 = 0;
/// The value is a whole number: `integer`, and `number` as near as it comes.
pub const SETTING_INTEGER: i32 = 1;
/// The value is a number: `number`.
pub const SETTING_NUMBER: i32 = 2;
/// The value is a text: `text`.
pub const SETTING_TEXT: i32 = 3;
/// The value is a list: `items`, settings without a name.
pub const SETTING_LIST: i32 = 4;
/// The value is an object: `items`.
pub const SETTING_OBJECT: i32 = 5;
/// The value is null.
pub const SETTING_NULL: i32 = 6;

growing! {
    /// An option that is set.
    pub struct Setting {
        /// The option's name, by the manifest's schema.
        pub name: Str,
        /// `SETTING_…`: what the value is, and which of the other fields hold it; they are zero otherwise.
        pub kind: i32,
        /// 0.
        pub reserved: u32,
        /// The value.
        pub integer: i64,
        /// The value.
        pub number: f64,
        /// The value.
        pub text: Str,
        /// What is in the value: [`Setting`]s.
        pub items: Array,
    }
}
