//! What a plugin author writes.

use std::io;

use serde::de::DeserializeOwned;

use crate::{Job, Session};

/// Session and options in, bytes out.
///
/// ```
/// use std::io::Write;
/// use plenary_plugin_sdk::{Job, RenderError, Renderer, Session, serde::Deserialize};
///
/// struct Words;
///
/// #[derive(Default, Deserialize)]
/// #[serde(crate = "plenary_plugin_sdk::serde", default, deny_unknown_fields)]
/// struct Options {
///     total: bool,
/// }
///
/// impl Renderer for Words {
///     type Options = Options;
///
///     fn render(session: &Session<'_>, options: &Options, job: &mut Job<'_>) -> Result<(), RenderError> {
///         let count = |text: &str| text.split_whitespace().count();
///         for speech in session.speeches() {
///             let words: usize = speech.blocks.iter().map(|block| count(block.text.as_str())).sum();
///             writeln!(job, "{} {words}", speech.id)?;
///         }
///         if options.total {
///             writeln!(job, "{} speeches", session.speeches().count())?;
///         }
///         Ok(())
///     }
/// }
/// ```
pub trait Renderer {
    /// The plugin's own options, as its schema describes them. The host has checked them against the schema
    /// before the plugin runs; `Default` is what no options mean.
    type Options: DeserializeOwned + Default;

    /// Writes the document to `job`.
    ///
    /// # Errors
    /// [`RenderError`] where no document can be made. What is merely odd goes to [`Job::report`].
    fn render(session: &Session<'_>, options: &Self::Options, job: &mut Job<'_>) -> Result<(), RenderError>;
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// The options do not fit the schema, or contradict each other.
    #[error("{0}")]
    Options(String),
    /// The session holds something, or the caller asks for something, that the plugin does not do.
    #[error("{0}")]
    Unsupported(String),
    /// The plugin failed for another reason.
    #[error("{0}")]
    Failed(String),
    /// The output was refused: stop.
    #[error("the output was refused")]
    Output(#[from] io::Error),
    /// The caller asked to stop.
    #[error("cancelled")]
    Cancelled,
}

impl From<std::fmt::Error> for RenderError {
    fn from(_: std::fmt::Error) -> Self {
        RenderError::Output(io::Error::other("the output was refused"))
    }
}
