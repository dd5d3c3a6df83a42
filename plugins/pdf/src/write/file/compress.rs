//! Streams, compressed.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use plenary_plugin_sdk::RenderError;

/// How hard: beyond this the time doubles for a hundredth of the size.
const LEVEL: Compression = Compression::new(6);

/// The bytes as the filter `FlateDecode` takes them.
pub(in crate::write) fn compressed(bytes: &[u8]) -> Result<Vec<u8>, RenderError> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(bytes.len() / 3), LEVEL);
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}
