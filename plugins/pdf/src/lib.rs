//! PDF briefs of a session.
