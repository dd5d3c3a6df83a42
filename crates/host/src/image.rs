//! What a library's file says, read without loading it.

use std::fs::File;

use object::read::elf::{ElfFile, FileHeader};
use object::{
    Architecture, BinaryFormat, ExportTarget, NameOrOrdinal, Object, ObjectKind, ObjectSection,
    ObjectSegment, ReadRef,
};
use plenary_plugin_abi::{MANIFEST_MAGIC, MANIFEST_SYMBOL, PLUGIN_SYMBOL};
use plenary_plugin_sdk::manifest::{MAX_LENGTH, Version};

use crate::Reason;
use crate::reading::Pieces;

/// What a library's file says.
#[derive(Debug)]
pub(crate) struct Image {
    /// The manifest's JSON.
    pub(crate) manifest: Result<Vec<u8>, Reason>,
    /// The version of the contract in the entry table.
    pub(crate) abi: Version,
    /// The version of glibc it needs.
    pub(crate) glibc: Option<Version>,
}

/// Reads the library of the plugin `name` (with `_`).
pub(crate) fn read(file: &File, name: &str) -> Result<Image, Reason> {
    let length = file.metadata().map_err(|error| Reason::Unreadable(error.to_string()))?.len();
    let pieces = Pieces::of(file);
    let image = image(&pieces, length, name);
    if pieces.is_exhausted() {
        return Err(Reason::NotALibrary(
            "its tables claim to be larger than those of any library".to_owned(),
        ));
    }
    image
}

fn image<'d, R: ReadRef<'d>>(file: R, length: u64, name: &str) -> Result<Image, Reason> {
    object::FileKind::parse(file).map_err(|_| Reason::NotALibrary("it does not begin as one".to_owned()))?;
    let image = object::File::parse(file).map_err(|error| Reason::NotALibrary(error.to_string()))?;
    let found = System::of(&image);
    if let Some(wanted) = System::ours().filter(|wanted| *wanted != found) {
        return Err(Reason::OtherSystem { found: found.to_string(), wanted: wanted.to_string() });
    }
    if image.kind() != ObjectKind::Dynamic {
        return Err(Reason::NotALibrary("it is a program or a part of one".to_owned()));
    }
    // The loader maps what the segments claim; beyond the end of the file that is a crash at the first touch.
    let ends = image.segments().map(|segment| {
        let (start, size) = segment.file_range();
        start.checked_add(size)
    });
    if !ends.into_iter().all(|end| end.is_some_and(|end| end <= length)) {
        return Err(Reason::NotALibrary("it ends too early".to_owned()));
    }
    let exports = Exports::of(&image)?;
    let entry = format!("{PLUGIN_SYMBOL}{name}");
    let Some(entry) = exports.address(&entry) else {
        return Err(Reason::NoEntry { symbol: entry, other: exports.first_with(PLUGIN_SYMBOL) });
    };
    let head = data(file, &image, entry, 8).ok_or(Reason::Table("it lies outside the library's data"))?;
    let [_, _, _, _, major_1, major_2, minor_1, minor_2] = *head else {
        return Err(Reason::Table("it is too short"));
    };
    let abi = Version {
        major: u16::from_ne_bytes([major_1, major_2]),
        minor: u16::from_ne_bytes([minor_1, minor_2]),
    };
    let symbol = format!("{MANIFEST_SYMBOL}{name}");
    let manifest = match exports.address(&symbol) {
        Some(address) => manifest(file, &image, address),
        None => Err(Reason::NoManifest(symbol)),
    };
    let glibc = match &image {
        object::File::Elf32(elf) => needed_glibc(elf),
        object::File::Elf64(elf) => needed_glibc(elf),
        _ => None,
    };
    Ok(Image { manifest, abi, glibc })
}

fn manifest<'d, R: ReadRef<'d>>(
    file: R,
    image: &object::File<'d, R>,
    address: u64,
) -> Result<Vec<u8>, Reason> {
    const HEAD: u64 = 12;
    let head = data(file, image, address, HEAD)
        .ok_or(Reason::DamagedManifest("it lies outside the library's data"))?;
    let Some((magic, length)) = head.split_first_chunk::<8>() else {
        return Err(Reason::DamagedManifest("it is too short"));
    };
    if *magic != MANIFEST_MAGIC {
        return Err(Reason::DamagedManifest("it does not begin as manifests do"));
    }
    let length = <[u8; 4]>::try_from(length).map(u32::from_ne_bytes).unwrap_or_default();
    if length as usize > MAX_LENGTH {
        return Err(Reason::DamagedManifest("it claims to be longer than a manifest may be"));
    }
    let json = data(file, image, address + HEAD, length.into());
    Ok(json.ok_or(Reason::DamagedManifest("it claims to be longer than the library's data"))?.to_owned())
}

/// `length` bytes of what will be at `address`. Only they are read, not the section they are in.
fn data<'d, R: ReadRef<'d>>(
    file: R,
    image: &object::File<'d, R>,
    address: u64,
    length: u64,
) -> Option<&'d [u8]> {
    let behind = address.checked_add(length)?;
    image.sections().find_map(|section| {
        let within = address.checked_sub(section.address())?;
        let (start, size) = section.file_range()?;
        let ends_inside = behind - section.address() <= size;
        if ends_inside { file.read_bytes_at(start.checked_add(within)?, length).ok() } else { None }
    })
}

/// The names of ours that a library exports, each with its address.
struct Exports(Vec<(String, u64)>);

impl Exports {
    fn of<'d, R: ReadRef<'d>>(image: &object::File<'d, R>) -> Result<Self, Reason> {
        let damaged = |error: object::Error| Reason::NotALibrary(error.to_string());
        let mut exports = Vec::new();
        for export in image.exports().map_err(damaged)? {
            let export = export.map_err(damaged)?;
            let ExportTarget::Address { address } = export.target() else { continue };
            let NameOrOrdinal::Name(name) = export.into_name() else { continue };
            // Mach-O puts a `_` before the names of C.
            let name = String::from_utf8_lossy(&name);
            let start = if image.format() == BinaryFormat::MachO { "_" } else { "" };
            if let Some(name) = name.strip_prefix(start).filter(|name| name.starts_with("plenary_")) {
                exports.push((name.to_owned(), address));
            }
        }
        Ok(Self(exports))
    }

    fn address(&self, name: &str) -> Option<u64> {
        self.0.iter().find(|(export, _)| *export == name).map(|(_, address)| *address)
    }

    /// What follows `start` in the first name that starts so.
    fn first_with(&self, start: &str) -> Option<String> {
        self.0.iter().find_map(|(export, _)| export.strip_prefix(start)).map(str::to_owned)
    }
}

/// What a library is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct System {
    format: BinaryFormat,
    machine: Architecture,
    is_little_endian: bool,
}

impl System {
    fn of<'d, R: ReadRef<'d>>(image: &object::File<'d, R>) -> Self {
        Self {
            format: image.format(),
            machine: image.architecture(),
            is_little_endian: image.is_little_endian(),
        }
    }

    /// What this program can load; `None` on a machine not listed here, where the loader decides.
    fn ours() -> Option<Self> {
        let machine = match std::env::consts::ARCH {
            "x86_64" if cfg!(target_pointer_width = "32") => Architecture::X86_64_X32,
            "x86_64" => Architecture::X86_64,
            "x86" => Architecture::I386,
            "aarch64" => Architecture::Aarch64,
            "arm" => Architecture::Arm,
            "riscv64" => Architecture::Riscv64,
            "powerpc64" => Architecture::PowerPc64,
            "s390x" => Architecture::S390x,
            "loongarch64" => Architecture::LoongArch64,
            _ => return None,
        };
        let format = if cfg!(windows) {
            BinaryFormat::Pe
        } else if cfg!(target_vendor = "apple") {
            BinaryFormat::MachO
        } else {
            BinaryFormat::Elf
        };
        Some(Self { format, machine, is_little_endian: cfg!(target_endian = "little") })
    }
}

impl std::fmt::Display for System {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let format = match self.format {
            BinaryFormat::Elf => "Linux and its kin (ELF)",
            BinaryFormat::MachO => "macOS (Mach-O)",
            BinaryFormat::Pe | BinaryFormat::Coff => "Windows (PE)",
            _ => "another system",
        };
        let endian = if self.is_little_endian { "" } else { ", big-endian" };
        write!(f, "{format} on {:?}{endian}", self.machine)
    }
}

/// The newest version of glibc among those the library's imports are bound to.
fn needed_glibc<'d, Elf: FileHeader, R: ReadRef<'d>>(elf: &ElfFile<'d, Elf, R>) -> Option<Version> {
    let (endian, data, sections) = (elf.endian(), elf.data(), elf.elf_section_table());
    let (needs, strings) = sections.gnu_verneed(endian, data).ok()??;
    let strings = sections.strings(endian, data, strings).ok()?;
    let mut newest = None;
    for (_, versions) in needs.flatten() {
        for version in versions.flatten() {
            let name = version.name(endian, strings).ok().and_then(|name| std::str::from_utf8(name).ok());
            newest = newest.max(name.and_then(glibc_version));
        }
    }
    newest
}

/// `GLIBC_2.34`, `GLIBC_2.2.5`; and what is needed for a library with packed relocations.
fn glibc_version(name: &str) -> Option<Version> {
    if name == "GLIBC_ABI_DT_RELR" {
        return Some(Version { major: 2, minor: 36 });
    }
    let mut parts = name.strip_prefix("GLIBC_")?.split('.').map(str::parse);
    Some(Version { major: parts.next()?.ok()?, minor: parts.next()?.ok()? })
}
