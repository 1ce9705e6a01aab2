//! The central directory and the local headers, read and compared before anything is inflated.
//!
//! The zip crate finds entries by the central directory; others read local headers one after the other. An archive that
//! shows
//! different content to the two is refused here.
//! Fields and signatures: APPNOTE.TXT of PKWARE, 4.3 and 4.5.3.

use std::io::{Read, Seek, SeekFrom};

use super::end::End;
use super::fields::{Fields, zip64_sizes};
use super::{Limits, name};
use crate::error::{Error, Result};

const CENTRAL: u32 = 0x0201_4b50;
const LOCAL: u32 = 0x0403_4b50;
const DESCRIPTOR: [u8; 4] = [0x50, 0x4b, 0x07, 0x08];
const ENCRYPTED: u16 = 0x0041;
const DESCRIPTOR_FLAG: u16 = 0x0008;
const UNIX_TYPE: u32 = 0o170_000;
/// Signature, checksum and two 64-bit sizes: no data descriptor is longer.
const LONGEST_DESCRIPTOR: u64 = 24;
/// A central directory beyond this is refused unread; ten thousand entries need about one mebibyte.
const DIRECTORY: u64 = 16 * 1024 * 1024;

/// One entry as the central directory describes it.
#[derive(Debug)]
pub(super) struct Record {
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) compressed: u64,
    pub(super) header_start: u64,
    method: u16,
    flags: u16,
    crc: u32,
    external: u32,
    /// Whether a data descriptor follows the data.
    deferred: bool,
    data_end: u64,
}

/// Reads and checks the whole directory of an archive of `length` bytes.
pub(super) fn read<R: Read + Seek>(reader: &mut R, length: u64, limits: &Limits) -> Result<Vec<Record>> {
    let end = End::find(reader, length)?;
    if end.entries > limits.entries {
        return Err(Error::TooManyEntries { actual: end.entries, limit: limits.entries });
    }
    if end.directory_size > DIRECTORY {
        return Err(not_an_archive("its central directory is unreasonably large"));
    }
    let mut bytes = vec![0; usize::try_from(end.directory_size).unwrap_or(0)];
    reader.seek(SeekFrom::Start(end.directory_start))?;
    reader.read_exact(&mut bytes).map_err(|_| not_an_archive("it is truncated"))?;
    let mut records = parse(&bytes, end.entries)?;
    for record in &mut records {
        record.check(limits)?;
        record.compare_local(reader, end.directory_start)?;
    }
    check_sum(&records, limits)?;
    check_layout(reader, &records, end.directory_start)?;
    Ok(records)
}

fn parse(bytes: &[u8], entries: u64) -> Result<Vec<Record>> {
    let mut fields = Fields::new(bytes);
    let mut records = Vec::new();
    while !fields.is_empty() {
        records.push(central(&mut fields).ok_or_else(|| not_an_archive("its central directory is damaged"))??);
    }
    if records.len() as u64 != entries {
        return Err(not_an_archive("its central directory has another number of entries than its end record says"));
    }
    Ok(records)
}

fn central(fields: &mut Fields<'_>) -> Option<Result<Record>> {
    if fields.u32()? != CENTRAL {
        return None;
    }
    fields.skip(4)?;
    let (flags, method) = (fields.u16()?, fields.u16()?);
    fields.skip(4)?;
    let crc = fields.u32()?;
    let (compressed, size) = (fields.u32()?, fields.u32()?);
    let (name_length, extra_length, comment_length) = (fields.u16()?, fields.u16()?, fields.u16()?);
    let disk = fields.u16()?;
    fields.skip(2)?;
    let (external, start) = (fields.u32()?, fields.u32()?);
    let name = fields.take(usize::from(name_length))?;
    let extra = fields.take(usize::from(extra_length))?;
    fields.skip(usize::from(comment_length))?;
    let [size, compressed, header_start] = zip64_sizes(extra, [size, compressed, start])?;
    if disk != 0 && disk != u16::MAX {
        return Some(Err(not_an_archive("it is one part of a multi-disk archive")));
    }
    let Ok(name) = std::str::from_utf8(name) else {
        let entry = String::from_utf8_lossy(name).into_owned();
        return Some(Err(Error::EntryName { entry, reason: "it is not UTF-8" }));
    };
    let name = name.to_owned();
    Some(Ok(Record {
        name,
        size,
        compressed,
        header_start,
        method,
        flags,
        crc,
        external,
        deferred: false,
        data_end: 0,
    }))
}

impl Record {
    pub(super) fn is_directory(&self) -> bool {
        self.name.ends_with('/')
    }

    fn check(&self, limits: &Limits) -> Result<()> {
        name::check(&self.name).map_err(|reason| Error::EntryName { entry: self.name.clone(), reason })?;
        let unsupported = |feature: String| Err(Error::Unsupported { entry: self.name.clone(), feature });
        if self.flags & ENCRYPTED != 0 {
            return unsupported("encryption".to_owned());
        }
        if self.method != 0 && self.method != 8 {
            return unsupported(format!("compression method {}", self.method));
        }
        // Other systems than Unix leave these bits zero.
        match (self.external >> 16) & UNIX_TYPE {
            0 | 0o100_000 | 0o040_000 => {}
            0o120_000 => return unsupported("a symbolic link".to_owned()),
            _ => return unsupported("a device or another special file".to_owned()),
        }
        if self.is_directory() && self.size != 0 {
            return Err(Error::damaged(&self.name, "it is a directory, yet it has content"));
        }
        self.check_size(limits)
    }

    fn check_size(&self, limits: &Limits) -> Result<()> {
        if self.method == 0 && self.size != self.compressed {
            return Err(Error::HeaderMismatch { entry: self.name.clone(), field: "sizes of a stored entry" });
        }
        if self.size > limits.ratio_floor && self.size > self.compressed.saturating_mul(limits.ratio) {
            let reason = format!("{} bytes inflate to {}", self.compressed, self.size);
            return Err(Error::Bomb { entry: self.name.clone(), reason });
        }
        if self.size > limits.entry {
            return Err(Error::EntryTooLarge { entry: self.name.clone(), actual: self.size, limit: limits.entry });
        }
        Ok(())
    }

    fn compare_local<R: Read + Seek>(&mut self, reader: &mut R, directory_start: u64) -> Result<()> {
        let (local, header_end) = self.local_header(reader)?;
        let differs = |field| Err(Error::HeaderMismatch { entry: self.name.clone(), field });
        if local.name != self.name.as_bytes() {
            return differs("name");
        }
        if local.method != self.method {
            return differs("compression method");
        }
        if local.flags & ENCRYPTED != 0 {
            return differs("encryption");
        }
        // What a streaming reader sees decides whether a data descriptor follows.
        let deferred = local.flags & DESCRIPTOR_FLAG != 0;
        let same = |local: u64, central: u64| local == central || (deferred && local == 0);
        if !same(local.size, self.size) || !same(local.compressed, self.compressed) {
            return differs("size");
        }
        if !same(u64::from(local.crc), u64::from(self.crc)) {
            return differs("checksum");
        }
        self.deferred = deferred;
        self.data_end = header_end.saturating_add(self.compressed);
        if self.data_end > directory_start {
            return Err(Error::damaged(&self.name, "its data reaches beyond the archive"));
        }
        Ok(())
    }

    fn local_header<R: Read + Seek>(&self, reader: &mut R) -> Result<(Local, u64)> {
        let truncated = |_| Error::damaged(&self.name, "its local header is missing");
        reader.seek(SeekFrom::Start(self.header_start)).map_err(truncated)?;
        let mut fixed = [0; 30];
        reader.read_exact(&mut fixed).map_err(truncated)?;
        let lengths = [u16::from_le_bytes([fixed[26], fixed[27]]), u16::from_le_bytes([fixed[28], fixed[29]])];
        let [name_length, extra_length] = lengths.map(usize::from);
        let mut variable = vec![0; name_length + extra_length];
        reader.read_exact(&mut variable).map_err(truncated)?;
        let local = Local::parse(&fixed, &variable, name_length)
            .ok_or_else(|| Error::damaged(&self.name, "its local header is damaged"))?;
        Ok((local, self.header_start + 30 + variable.len() as u64))
    }

    /// The bytes after the data must be a data descriptor that agrees, or nothing.
    fn check_descriptor(&self, gap: &[u8]) -> Result<()> {
        let values = gap.strip_prefix(&DESCRIPTOR).unwrap_or(gap);
        let mut short = self.crc.to_le_bytes().to_vec();
        let mut long = short.clone();
        for size in [self.compressed, self.size] {
            // A size beyond 32 bits never equals its short form, because the long one is then required.
            short.extend_from_slice(&u32::try_from(size).unwrap_or(u32::MAX).to_le_bytes());
            long.extend_from_slice(&size.to_le_bytes());
        }
        // A checksum may happen to begin like the signature, so the unstripped bytes count too.
        let agrees = [values, gap].iter().any(|bytes| *bytes == short.as_slice() || *bytes == long.as_slice());
        if agrees && self.deferred {
            return Ok(());
        }
        Err(Error::HeaderMismatch {
            entry: self.name.clone(),
            field: "data descriptor, or bytes that belong to no entry",
        })
    }
}

/// What the local header says.
struct Local {
    name: Vec<u8>,
    flags: u16,
    method: u16,
    crc: u32,
    compressed: u64,
    size: u64,
}

impl Local {
    fn parse(fixed: &[u8], variable: &[u8], name_length: usize) -> Option<Self> {
        let mut fields = Fields::new(fixed);
        if fields.u32()? != LOCAL {
            return None;
        }
        fields.skip(2)?;
        let (flags, method) = (fields.u16()?, fields.u16()?);
        fields.skip(4)?;
        let crc = fields.u32()?;
        let (compressed, size) = (fields.u32()?, fields.u32()?);
        let (name, extra) = variable.split_at_checked(name_length)?;
        let [size, compressed, _] = zip64_sizes(extra, [size, compressed, 0])?;
        Some(Local { name: name.to_vec(), flags, method, crc, compressed, size })
    }
}

fn check_sum(records: &[Record], limits: &Limits) -> Result<()> {
    let sum: u128 = records.iter().map(|record| u128::from(record.size)).sum();
    let Some(largest) = records.iter().max_by_key(|record| record.size) else { return Ok(()) };
    if sum <= u128::from(limits.inflated) {
        return Ok(());
    }
    let reason =
        format!("all entries together inflate to {sum} bytes, {} are allowed; this is the largest", limits.inflated);
    Err(Error::Bomb { entry: largest.name.clone(), reason })
}

/// Entries lie one after the other from the first byte on: nothing before, nothing shared, nothing hidden between.
fn check_layout<R: Read + Seek>(reader: &mut R, records: &[Record], directory_start: u64) -> Result<()> {
    let mut order: Vec<&Record> = records.iter().collect();
    order.sort_by_key(|record| record.header_start);
    if order.first().map_or(directory_start, |first| first.header_start) != 0 {
        return Err(not_an_archive("other data stands before it"));
    }
    let ends = order.iter().skip(1).map(|next| next.header_start).chain([directory_start]);
    for (record, next) in order.iter().zip(ends) {
        let Some(gap) = next.checked_sub(record.data_end) else {
            return Err(Error::Bomb {
                entry: record.name.clone(),
                reason: "it shares its data with another entry".into(),
            });
        };
        if gap > LONGEST_DESCRIPTOR {
            return Err(Error::HeaderMismatch { entry: record.name.clone(), field: "bytes that belong to no entry" });
        }
        if gap > 0 {
            let mut bytes = [0; LONGEST_DESCRIPTOR as usize];
            let bytes = &mut bytes[..gap as usize];
            reader.seek(SeekFrom::Start(record.data_end))?;
            reader.read_exact(bytes)?;
            record.check_descriptor(bytes)?;
        }
    }
    Ok(())
}

pub(super) fn not_an_archive(reason: &str) -> Error {
    Error::NotAnArchive { reason: reason.to_owned() }
}
