//! Objects to a file: what is no stream goes into object streams, and a cross-reference stream tells where each is
//! (ISO 32000-1, 7.5.7 and 7.5.8).

mod compress;
mod digest;
mod names;
mod syntax;

use std::fmt::{Display, Write as _};

use plenary_plugin_sdk::RenderError;

use super::parallel::map;
pub(super) use compress::Compressor;
pub(super) use digest::Digest;
pub(super) use names::name_tree;
pub(super) use syntax::{Bytes, Length, Name, Ref, Row, Text};

/// Objects of one object stream at most: what a reader has to unpack to get at one of them.
const MOST_PACKED: usize = 200;

/// A file in the making.
pub(super) struct File {
    /// The header and every stream so far.
    bytes: Vec<u8>,
    /// Where each object is, by its number.
    places: Vec<Place>,
    packs: Vec<Pack>,
}

/// Where an object is.
#[derive(Debug, Clone, Copy)]
enum Place {
    Nowhere,
    /// This many bytes into the file.
    At(usize),
    /// In a pack, the so-manieth of it.
    In(usize, usize),
}

/// What becomes an object stream.
#[derive(Default)]
struct Pack {
    /// The number of each object and where it begins in the body.
    index: Vec<(u32, usize)>,
    body: String,
}

impl File {
    pub(super) fn new() -> Self {
        // Bytes that are no text follow the version, so that nobody takes the file for one.
        let bytes = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        Self { bytes, places: vec![Place::Nowhere], packs: Vec::new() }
    }

    /// A number for an object to come.
    pub(super) fn reserve(&mut self) -> Ref {
        self.reserve_all(1)
    }

    /// The first of so many numbers in a row.
    pub(super) fn reserve_all(&mut self, count: usize) -> Ref {
        let first = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.places.resize(self.places.len() + count, Place::Nowhere);
        Ref(first)
    }

    /// Writes an object that is no stream.
    pub(super) fn put(&mut self, id: Ref, object: impl Display) {
        let fresh = self.packs.last().is_none_or(|pack| pack.index.len() >= MOST_PACKED);
        if fresh {
            self.packs.push(Pack::default());
        }
        let number = self.packs.len() - 1;
        if let (Some(pack), Some(place)) = (self.packs.last_mut(), self.places.get_mut(id.0 as usize)) {
            *place = Place::In(number, pack.index.len());
            pack.index.push((id.0, pack.body.len()));
            // Writing to a string cannot fail.
            let _ = writeln!(pack.body, "{object}");
        }
    }

    /// Writes an object that is no stream, and gives its number.
    pub(super) fn add(&mut self, object: impl Display) -> Ref {
        let id = self.reserve();
        self.put(id, object);
        id
    }

    /// Writes a stream; `entries` are those of its dictionary, beside its length.
    pub(super) fn put_stream(&mut self, id: Ref, entries: &str, data: &[u8]) {
        let at = self.bytes.len();
        if let Some(place) = self.places.get_mut(id.0 as usize) {
            *place = Place::At(at);
        }
        let head = format!("{} 0 obj\n<<{entries}/Length {}>>\nstream\n", id.0, data.len());
        self.bytes.extend_from_slice(head.as_bytes());
        self.bytes.extend_from_slice(data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Writes a stream, and gives its number.
    pub(super) fn add_stream(&mut self, entries: &str, data: &[u8]) -> Ref {
        let id = self.reserve();
        self.put_stream(id, entries, data);
        id
    }

    /// The bytes of the file. Its identifier is a sum over all it holds.
    pub(super) fn finish(
        mut self,
        root: Ref,
        information: Ref,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<u8>, RenderError> {
        let packs = std::mem::take(&mut self.packs);
        let stream = |compressor: &mut Compressor, nth| {
            packs.get(nth).map(|pack: &Pack| pack.stream(compressor)).transpose()
        };
        let packed = map(packs.len(), Compressor::new, stream, cancelled)?;
        let first = self.reserve_all(packs.len());
        for (nth, packed) in packed.into_iter().enumerate() {
            if let Some((entries, data)) = packed? {
                self.put_stream(first.plus(nth), &entries, &data);
            }
        }
        let mut digest = Digest::default();
        digest.update(&self.bytes);
        let identifier = digest.identifier();
        let identifier = Bytes(&identifier);

        let own = self.reserve();
        let start = self.bytes.len();
        if let Some(place) = self.places.get_mut(own.0 as usize) {
            *place = Place::At(start);
        }
        let entries = format!(
            "/Type/XRef/Size {}/W[1 {WIDE} 2]/Root {root}/Info {information}/ID[{identifier}{identifier}]\
             /Filter/FlateDecode/DecodeParms<</Predictor 12/Columns {ROW}>>",
            self.places.len()
        );
        let table = table(&self.places, first);
        self.put_stream(own, &entries, &Compressor::new().compressed(&table)?);
        self.bytes.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        Ok(self.bytes)
    }
}

impl Pack {
    /// Dictionary and data of the object stream.
    fn stream(&self, compressor: &mut Compressor) -> Result<(String, Vec<u8>), RenderError> {
        let mut index = String::new();
        for (number, at) in &self.index {
            write!(index, "{number} {at} ")?;
        }
        let entries = format!("/Type/ObjStm/N {}/First {}/Filter/FlateDecode", self.index.len(), index.len());
        index.push_str(&self.body);
        Ok((entries, compressor.compressed(index.as_bytes())?))
    }
}

/// Bytes of a place, and of a row of the table.
const WIDE: usize = 5;
const ROW: usize = 1 + WIDE + 2;

/// The cross-reference table, each row as its difference from the row above (a PNG predictor, behind its number).
fn table(places: &[Place], first_pack: Ref) -> Vec<u8> {
    let mut table = Vec::with_capacity(places.len() * (ROW + 1));
    let mut above = [0; ROW];
    for place in places {
        let (kind, wide, narrow) = match *place {
            Place::Nowhere => (0, 0, u16::MAX),
            Place::At(offset) => (1, offset as u64, 0),
            Place::In(pack, nth) => (2, u64::from(first_pack.plus(pack).0), u16::try_from(nth).unwrap_or(0)),
        };
        let mut row = [0; ROW];
        let cells = std::iter::once(kind).chain(wide.to_be_bytes().into_iter().skip(8 - WIDE));
        for (cell, byte) in row.iter_mut().zip(cells.chain(narrow.to_be_bytes())) {
            *cell = byte;
        }
        table.push(2); // "up"
        table.extend(row.iter().zip(above).map(|(own, above)| own.wrapping_sub(above)));
        above = row;
    }
    table
}
