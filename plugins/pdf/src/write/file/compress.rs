//! Streams, compressed.

use flate2::{Compress, Compression, FlushCompress, Status};
use plenary_plugin_sdk::RenderError;

/// How hard: beyond this the time doubles for a hundredth of the size.
const LEVEL: Compression = Compression::new(6);

/// Compresses one stream after the other. To make one anew for a page takes half as long as to compress the page.
pub(in crate::write) struct Compressor(Compress);

impl Compressor {
    pub(in crate::write) fn new() -> Self {
        Self(Compress::new(LEVEL, true))
    }

    /// The bytes as the filter `FlateDecode` takes them.
    pub(in crate::write) fn compressed(&mut self, bytes: &[u8]) -> Result<Vec<u8>, RenderError> {
        self.0.reset();
        let mut into = Vec::with_capacity(bytes.len() / 3 + 64);
        loop {
            let taken = usize::try_from(self.0.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(taken..).unwrap_or_default();
            match self.0.compress_vec(rest, &mut into, FlushCompress::Finish) {
                Ok(Status::StreamEnd) => break,
                Ok(Status::Ok | Status::BufError) => into.reserve(into.capacity()),
                Err(error) => {
                    return Err(RenderError::Failed(format!("a stream cannot be compressed: {error}")));
                }
            }
        }
        into.shrink_to_fit();
        Ok(into)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::Compressor;

    #[test]
    fn each_stream_is_as_if_it_were_the_first() {
        let noise: Vec<u8> =
            (0..100_000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[2]).collect();
        let mut compressor = Compressor::new();
        for bytes in [&noise[..], b"", &noise[..777], &[7; 100_000]] {
            let compressed = compressor.compressed(bytes).unwrap();
            assert_eq!(compressed, Compressor::new().compressed(bytes).unwrap());
            let mut read = Vec::new();
            flate2::read::ZlibDecoder::new(&compressed[..]).read_to_end(&mut read).unwrap();
            assert_eq!(read, bytes);
        }
    }
}
