//! Markdown minutes of a session.
