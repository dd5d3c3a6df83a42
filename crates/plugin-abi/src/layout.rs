//! The layout of version 1.0, nailed down: what is asserted here may be added to, and never changes within a major
//! version. That the headers in `include` have the same layout is tested by a C compiler (`tests/header.rs`), and that
//! nothing of the whole contract changes unannounced, the view of a session included, by `tests/announced.rs`.

use core::mem::{align_of, offset_of, size_of};

use crate::view::{Date, Moment, Text, Time};
use crate::{Array, Diagnostic, Host, Job, ManifestBlob, Plugin, Span, Status, Str};

/// Size and offsets with pointers of this many bytes.
const P: usize = size_of::<usize>();

const _: () = {
    assert!(size_of::<Str>() == 2 * P && offset_of!(Str, len) == P);
    assert!(size_of::<Array>() == 3 * P && offset_of!(Array, len) == P && offset_of!(Array, stride) == 2 * P);
    // These stand inside other structs.
    assert!(size_of::<Text>() == 16 + 6 * P && offset_of!(Text, start) == 4 * P);
    assert!(size_of::<Date>() == 4 && size_of::<Time>() == 8 && size_of::<Moment>() == 32);
    assert!(size_of::<Span>() == 16 && offset_of!(Span, end) == 8);
    assert!(size_of::<Status>() == 4);

    assert!(offset_of!(Diagnostic, size) == 0 && offset_of!(Diagnostic, severity) == 4);
    assert!(offset_of!(Diagnostic, code) == 8 && offset_of!(Diagnostic, message) == 8 + 2 * P);
    assert!(offset_of!(Diagnostic, help) == 8 + 4 * P && offset_of!(Diagnostic, span) == 8 + 6 * P);

    assert!(
        offset_of!(Host, size) == 0 && offset_of!(Host, abi_major) == 4 && offset_of!(Host, abi_minor) == 6
    );
    assert!(offset_of!(Host, ctx) == 8 && offset_of!(Host, write) == 8 + P);
    assert!(offset_of!(Host, report) == 8 + 2 * P && offset_of!(Host, cancelled) == 8 + 3 * P);
    assert!(offset_of!(Host, extension) == 8 + 4 * P);

    assert!(
        offset_of!(Job, size) == 0
            && offset_of!(Job, schema_major) == 4
            && offset_of!(Job, schema_minor) == 6
    );
    assert!(offset_of!(Job, format) == 8 && offset_of!(Job, options_json) == 8 + 2 * P);
    assert!(offset_of!(Job, session_json) == 8 + 4 * P && offset_of!(Job, generator) == 8 + 6 * P);
    assert!(offset_of!(Job, source_date_epoch) == 8 + 8 * P && offset_of!(Job, session) == 8 + 9 * P);
    assert!(offset_of!(Job, options) == 8 + 10 * P);

    assert!(offset_of!(Plugin, size) == 0 && offset_of!(Plugin, abi_major) == 4);
    assert!(offset_of!(Plugin, abi_minor) == 6 && offset_of!(Plugin, render) == 8);

    assert!(offset_of!(ManifestBlob<1>, length) == 8 && offset_of!(ManifestBlob<1>, json) == 12);
    assert!(align_of::<ManifestBlob<1>>() == 4);
};
