//! Archives made byte by byte, so that they can be wrong in every way.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// One entry; the local header says the same as the central directory unless told otherwise.
#[derive(Clone)]
pub struct Raw {
    pub name: Vec<u8>,
    pub local_name: Vec<u8>,
    pub method: u16,
    pub local_method: u16,
    pub flags: u16,
    pub crc: u32,
    pub data: Vec<u8>,
    pub size: u64,
    pub local_size: u64,
    pub external: u32,
    /// Written behind the data.
    pub behind: Vec<u8>,
    /// Points to the local header of this entry instead of an own one.
    pub shares: Option<usize>,
    pub zip64: bool,
}

impl Raw {
    pub fn stored(name: &str, data: &[u8]) -> Self {
        let (name, size) = (name.as_bytes().to_vec(), data.len() as u64);
        Raw {
            local_name: name.clone(),
            name,
            method: 0,
            local_method: 0,
            flags: 0,
            crc: crc32(data),
            data: data.to_vec(),
            size,
            local_size: size,
            external: 0,
            behind: Vec::new(),
            shares: None,
            zip64: false,
        }
    }

    /// Takes deflated data out of an archive that the zip crate wrote.
    pub fn deflated(name: &str, content: &[u8]) -> Self {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("x", SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
        let mut archive = writer.finish_into_readable().unwrap();
        let mut data = Vec::new();
        std::io::copy(&mut archive.by_index_raw(0).unwrap(), &mut data).unwrap();
        let size = content.len() as u64;
        Raw { method: 8, local_method: 8, crc: crc32(content), size, local_size: size, ..Raw::stored(name, &data) }
    }
}

/// Bit by bit: small, and independent of the code under test.
pub fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

fn put(out: &mut Vec<u8>, fields: &[(u64, usize)]) {
    fields.iter().for_each(|(value, width)| out.extend_from_slice(&value.to_le_bytes()[..*width]));
}

/// The two sizes in a header, and the extra field for them.
fn sizes(raw: &Raw, size: u64) -> (u64, u64, Vec<u8>) {
    let compressed = raw.data.len() as u64;
    if !raw.zip64 {
        return (compressed, size, Vec::new());
    }
    let mut extra = Vec::new();
    put(&mut extra, &[(1, 2), (16, 2), (size, 8), (compressed, 8)]);
    (u64::from(u32::MAX), u64::from(u32::MAX), extra)
}

pub fn archive(entries: &[Raw]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut starts = Vec::new();
    for raw in entries {
        if let Some(other) = raw.shares {
            starts.push(starts[other]);
            continue;
        }
        starts.push(out.len());
        let (compressed, size, extra) = sizes(raw, raw.local_size);
        put(&mut out, &[(0x0403_4b50, 4), (20, 2), (raw.flags.into(), 2), (raw.local_method.into(), 2), (0, 4)]);
        put(&mut out, &[(raw.crc.into(), 4), (compressed, 4), (size, 4)]);
        put(&mut out, &[(raw.local_name.len() as u64, 2), (extra.len() as u64, 2)]);
        out.extend([&raw.local_name, &extra, &raw.data, &raw.behind].into_iter().flatten());
    }
    let directory = out.len();
    for (raw, start) in entries.iter().zip(&starts) {
        let (compressed, size, extra) = sizes(raw, raw.size);
        put(&mut out, &[(0x0201_4b50, 4), (20, 2), (20, 2), (raw.flags.into(), 2), (raw.method.into(), 2), (0, 4)]);
        put(&mut out, &[(raw.crc.into(), 4), (compressed, 4), (size, 4)]);
        put(&mut out, &[(raw.name.len() as u64, 2), (extra.len() as u64, 2), (0, 2), (0, 2), (0, 2)]);
        put(&mut out, &[(raw.external.into(), 4), (*start as u64, 4)]);
        out.extend([&raw.name, &extra].into_iter().flatten());
    }
    let size = out.len() - directory;
    if entries.iter().any(|raw| raw.zip64) {
        let record = out.len() as u64;
        put(&mut out, &[(0x0606_4b50, 4), (44, 8), (45, 2), (45, 2), (0, 4), (0, 4)]);
        let count = entries.len() as u64;
        put(&mut out, &[(count, 8), (count, 8), (size as u64, 8), (directory as u64, 8)]);
        put(&mut out, &[(0x0706_4b50, 4), (0, 4), (record, 8), (1, 4)]);
        put(
            &mut out,
            &[(0x0605_4b50, 4), (0, 4), (0xffff, 2), (0xffff, 2), (0xffff_ffff, 4), (0xffff_ffff, 4), (0, 2)],
        );
    } else {
        let count = entries.len() as u64;
        put(&mut out, &[(0x0605_4b50, 4), (0, 4), (count, 2), (count, 2)]);
        put(&mut out, &[(size as u64, 4), (directory as u64, 4), (0, 2)]);
    }
    out
}
