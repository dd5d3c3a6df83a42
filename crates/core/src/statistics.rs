//! What plenary counts itself, as against what the source declares.
