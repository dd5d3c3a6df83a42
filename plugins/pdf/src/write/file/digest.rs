//! Identifiers out of what a file says.

/// FNV-1a over 128 bits (draft-eastlake-fnv): the same on every machine, and not a promise against forgery, which a
/// file identifier (ISO 32000-1, 14.4) does not ask for.
pub(in crate::write) struct Digest(u128);

impl Default for Digest {
    fn default() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }
}

impl Digest {
    /// Takes in a piece; where one ends and the next begins matters.
    pub(in crate::write) fn update(&mut self, piece: &[u8]) {
        for byte in piece.iter().chain(&(piece.len() as u64).to_le_bytes()) {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }

    /// Six capital letters, the tag of a font subset (ISO 32000-1, 9.6.4).
    pub(in crate::write) fn subset_tag(&self) -> String {
        let letter = |nth: u32| char::from(b'A' + u8::try_from(self.0 / 26_u128.pow(nth) % 26).unwrap_or(0));
        (0..6).map(letter).collect()
    }

    /// The file's permanent and changing identifier, which are one: each document is written once.
    pub(in crate::write) fn identifier(&self) -> [u8; 16] {
        self.0.to_be_bytes()
    }
}
