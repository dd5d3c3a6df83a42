//! Patterns for paths.

use globset::{GlobBuilder, GlobMatcher};

/// Whether the text is a pattern, and not a path.
pub(crate) fn is_pattern(text: &str) -> bool {
    text.contains(['*', '?', '[', '{'])
}

/// What tells whether a path fits the pattern: `*` fits within a name, `**` any number of folders.
///
/// # Errors
/// Why it is no pattern.
pub(crate) fn matcher(pattern: &str) -> Result<GlobMatcher, String> {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    glob.map(|glob| glob.compile_matcher()).map_err(|error| error.kind().to_string())
}
