//! The end-of-central-directory record, with its zip64 form (APPNOTE.TXT of PKWARE, 4.3.14 to 4.3.16).

use std::io::{Read, Seek, SeekFrom};

use super::directory::not_an_archive;
use super::fields::Fields;
use crate::error::{Error, Result};

const END: [u8; 4] = [0x50, 0x4b, 0x05, 0x06];
const LOCATOR: u32 = 0x0706_4b50;
const END64: u32 = 0x0606_4b50;
const END_LENGTH: usize = 22;
const LOCATOR_LENGTH: u64 = 20;
/// The longest comment.
const LONGEST_TAIL: u64 = u16::MAX as u64;

/// Where the central directory is, and how many entries it says it has.
#[derive(Debug)]
pub(super) struct End {
    pub(super) entries: u64,
    pub(super) directory_start: u64,
    pub(super) directory_size: u64,
}

impl End {
    pub(super) fn find<R: Read + Seek>(reader: &mut R, length: u64) -> Result<Self> {
        let tail_start = length.saturating_sub(LONGEST_TAIL + END_LENGTH as u64);
        reader.seek(SeekFrom::Start(tail_start))?;
        let mut tail = Vec::new();
        reader.take(length - tail_start).read_to_end(&mut tail)?;
        let at = only_record(&tail).map_err(not_an_archive)?;
        let record_start = tail_start + at as u64;
        let short = Record::parse(&tail[at..]).ok_or_else(|| not_an_archive("its end record is damaged"))?;
        let (end, records_start) = match zip64(reader, record_start)? {
            Some(long) => (short.widened(long.end), long.record_start),
            None => (short.plain(), record_start),
        };
        end.check(short.disks, records_start)
    }

    fn check(self, disks: [u16; 2], records_start: u64) -> Result<Self> {
        if disks.iter().any(|disk| *disk != 0 && *disk != u16::MAX) {
            return Err(not_an_archive("it is one part of a multi-disk archive"));
        }
        match self.directory_start.checked_add(self.directory_size) {
            Some(directory_end) if directory_end == records_start => Ok(self),
            Some(directory_end) if directory_end < records_start => {
                Err(not_an_archive("other data stands before it, or between its parts"))
            }
            _ => Err(not_an_archive("its central directory lies outside of the file")),
        }
    }
}

/// The one record whose comment reaches exactly to the end of the file. Programs look for it in different ways, so a
/// file in which they could find different ones is refused.
fn only_record(tail: &[u8]) -> Result<usize, &'static str> {
    let last = tail.len().checked_sub(END_LENGTH).ok_or("it is too short to be a zip file")?;
    let starts: Vec<usize> = (0..=last).filter(|at| tail[*at..].starts_with(&END)).collect();
    let ends_with_file = |at: &usize| {
        let comment = usize::from(u16::from_le_bytes([tail[at + 20], tail[at + 21]]));
        at + END_LENGTH + comment == tail.len()
    };
    match starts.iter().position(ends_with_file) {
        Some(first) if first + 1 == starts.len() => Ok(starts[first]),
        Some(_) => Err("it has two end records; pack it again, without a comment"),
        None if starts.is_empty() => Err(
            "it has no end-of-central-directory record; it is truncated, no zip file, or followed by much other data",
        ),
        None => Err("other data stands behind its end record, or the length of its comment is wrong"),
    }
}

struct Record {
    disks: [u16; 2],
    entries_here: u16,
    entries: u16,
    size: u32,
    start: u32,
}

impl Record {
    fn parse(bytes: &[u8]) -> Option<Self> {
        let mut fields = Fields::new(bytes);
        fields.skip(4)?;
        let disks = [fields.u16()?, fields.u16()?];
        let (entries_here, entries) = (fields.u16()?, fields.u16()?);
        if entries_here != entries {
            return None;
        }
        Some(Record { disks, entries_here, entries, size: fields.u32()?, start: fields.u32()? })
    }

    fn plain(&self) -> End {
        End {
            entries: u64::from(self.entries_here),
            directory_start: u64::from(self.start),
            directory_size: u64::from(self.size),
        }
    }

    /// Takes from the long record only what the short one leaves open, or what both say alike.
    fn widened(&self, long: End) -> End {
        let pick = |short: u64, open: u64, long: u64| if short == open { long } else { short };
        End {
            entries: pick(u64::from(self.entries), u64::from(u16::MAX), long.entries),
            directory_start: pick(u64::from(self.start), u64::from(u32::MAX), long.directory_start),
            directory_size: pick(u64::from(self.size), u64::from(u32::MAX), long.directory_size),
        }
    }
}

struct Long {
    end: End,
    record_start: u64,
}

fn zip64<R: Read + Seek>(reader: &mut R, record_start: u64) -> Result<Option<Long>> {
    let Some(locator_start) = record_start.checked_sub(LOCATOR_LENGTH) else { return Ok(None) };
    let locator = read_at::<R, 20>(reader, locator_start)?;
    let mut fields = Fields::new(&locator);
    if fields.u32() != Some(LOCATOR) {
        return Ok(None);
    }
    let damaged = || not_an_archive("its zip64 end record is damaged");
    fields.skip(4).ok_or_else(damaged)?;
    let record_start = fields.u64().ok_or_else(damaged)?;
    if record_start.checked_add(56).is_none_or(|end| end > locator_start) {
        return Err(damaged());
    }
    let bytes = read_at::<R, 56>(reader, record_start)?;
    let end = end64(&bytes, locator_start - record_start).ok_or_else(damaged)?;
    Ok(Some(Long { end, record_start }))
}

fn end64(bytes: &[u8], space: u64) -> Option<End> {
    let mut fields = Fields::new(bytes);
    if fields.u32()? != END64 || fields.u64()?.checked_add(12)? != space {
        return None;
    }
    fields.skip(4)?;
    if fields.u32()? != 0 || fields.u32()? != 0 {
        return None;
    }
    let (entries_here, entries) = (fields.u64()?, fields.u64()?);
    let (directory_size, directory_start) = (fields.u64()?, fields.u64()?);
    (entries_here == entries).then_some(End { entries, directory_start, directory_size })
}

fn read_at<R: Read + Seek, const N: usize>(reader: &mut R, at: u64) -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    reader.seek(SeekFrom::Start(at))?;
    reader.read_exact(&mut bytes)?;
    Ok(bytes)
}
