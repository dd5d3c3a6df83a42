//! Akoma Ntoso debate records of a session.
