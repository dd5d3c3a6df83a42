//! Finds, checks, loads and runs output plugins.
