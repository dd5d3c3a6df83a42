//! What the plugin shall do.

use crate::{Array, Str};

prefixed! {
    /// One rendering: a session into one format.
    pub struct Job {
        /// Size of this struct in bytes, as the host knows it.
        pub size: u32,
        /// Major version of the session model: the plugin knows it, or returns
        /// [`Status::UNSUPPORTED`](crate::Status::UNSUPPORTED).
        pub schema_major: u16,
        /// Minor version of the session model: a higher one than the plugin knows only adds members.
        pub schema_minor: u16,
        /// The format asked for, one of the manifest's.
        pub format: Str,
        /// The plugin's options: a JSON object that fits the manifest's schema; `{}` where none are given.
        pub options_json: Str,
        /// The session: a JSON object; members the plugin does not know are to be ignored. Empty where the manifest asks for
        /// the view.
        pub session_json: Str,
        /// Name and version of the program that makes the document, for its metadata: `plenary 0.1.0`.
        pub generator: Str,
        /// The date to put on what is made now, in seconds since 1970-01-01 UTC; null: the document carries none.
        pub source_date_epoch: *const i64,
        /// The session, where the manifest asks for the view; else null.
        pub session: *const crate::view::Session,
        /// The options once more, one by one: [`Setting`](crate::Setting)s. What is not set is not among them.
        pub options: Array,
    }
}
