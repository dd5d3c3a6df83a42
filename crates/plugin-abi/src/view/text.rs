//! A piece of the source.

use crate::Str;

/// The flag of a [`Text`] that the source writes in another form.
pub const TEXT_DECODED: u32 = 1;

/// A piece of the source, and what it says. It never grows.
///
/// There is none where `source.ptr` is null.
#[repr(C)]
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// What it says: a slice of `source`, unless [`TEXT_DECODED`] is set.
    pub text: Str,
    /// All of its bytes in the source, with what stands around `text`: bullet, colon, line end.
    pub source: Str,
    /// Where `source` begins in the source, in bytes.
    pub start: u64,
    /// [`TEXT_DECODED`]: the source writes `text` in another form, as XML does.
    pub flags: u32,
    /// 0.
    pub reserved: u32,
    /// Members of the JSON object that the model does not know, as a JSON object; none: empty.
    pub extra_json: Str,
}

fixed!(Text);
