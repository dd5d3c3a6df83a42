//! The C contract between plenary and its output plugins.
