//! A zip reader that trusts nothing: every entry is checked before the first is inflated, and counted while it is.
//!
//! The rules are our own and stricter than the original, whose deploy service checks only paths
//! (`FileUtils.validatePath` in
//! cloudfoundry/multiapps-controller) and reads local headers as they come. Nothing is ever written to the file system.

mod directory;
mod end;
mod fields;
pub(crate) mod name;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::io::{self, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::read::ZipFile;

use crate::error::{Error, Result};

const MIB: u64 = 1024 * 1024;

/// How much of everything an archive may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the archive itself.
    pub total: u64,
    /// Number of entries.
    pub entries: u64,
    /// Bytes of all entries together once inflated.
    pub inflated: u64,
    /// Bytes of one entry once inflated.
    pub entry: u64,
    /// An entry that is inflated by more than this factor, and beyond `ratio_floor`, is a bomb.
    pub ratio: u64,
    /// Entries up to this size may be packed as tightly as they like.
    pub ratio_floor: u64,
    /// Bytes of the manifest, and of the descriptor.
    pub document: u64,
    /// Bytes of a payload that is taken into memory to be looked into; a larger one is only warned about.
    pub in_memory: u64,
    /// Whether names that differ only in case are duplicates.
    pub ignore_case: bool,
}

impl Limits {
    /// For an MTA archive of at most `total` bytes.
    pub fn mtar(total: u64) -> Self {
        Limits {
            total,
            entries: 10_000,
            inflated: total.saturating_mul(10),
            entry: 1024 * MIB,
            ratio: 200,
            ratio_floor: 10 * 1000 * 1000,
            document: MIB,
            in_memory: 256 * MIB,
            ignore_case: true,
        }
    }

    /// For a package export of at most `total` bytes. All its contents are held in memory.
    pub fn package(total: u64) -> Self {
        Limits { inflated: total.saturating_mul(2), entry: total, ..Limits::mtar(total) }
    }

    /// For the bundle of one artifact. Names of scripts may differ in case only: the tenant tells them apart.
    pub fn bundle() -> Self {
        Limits { ignore_case: false, ..Limits::mtar(256 * MIB) }
    }
}

impl Default for Limits {
    /// The documented size limit of transports: 500 MB.
    fn default() -> Self {
        Limits::mtar(500 * MIB)
    }
}

/// What is known about an entry without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    /// Bytes once inflated.
    pub size: u64,
    pub compressed: u64,
}

impl Entry {
    pub fn is_directory(&self) -> bool {
        self.name.ends_with('/')
    }
}

/// A zip archive whose structure was found to be sound. Entries keep the order of the central directory.
pub struct Archive<R> {
    zip: ZipArchive<R>,
    entries: Vec<Entry>,
    index: BTreeMap<String, usize>,
    limits: Limits,
}

impl<R> fmt::Debug for Archive<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("entries", &self.entries).finish_non_exhaustive()
    }
}

impl<R: Read + Seek> Archive<R> {
    /// Checks size, structure, names and declared sizes. Costs one small read per entry; inflates nothing.
    pub fn open(mut reader: R, limits: Limits) -> Result<Self> {
        let length = reader.seek(SeekFrom::End(0))?;
        if length > limits.total {
            return Err(Error::ArchiveTooLarge { actual: length, limit: limits.total });
        }
        let records = directory::read(&mut reader, length, &limits)?;
        let index = unique_names(&records, &limits)?;
        reader.rewind()?;
        let zip = ZipArchive::new(reader)?;
        agree(&zip, &records)?;
        let entry = |r: directory::Record| Entry { name: r.name, size: r.size, compressed: r.compressed };
        let entries = records.into_iter().map(entry).collect();
        Ok(Archive { zip, entries, index, limits })
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The entry of exactly this name.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.index.get(name).and_then(|at| self.entries.get(*at))
    }

    /// Whether there is an entry of this name, or, for a name that ends with `/`, anything below it.
    pub fn has(&self, name: &str) -> bool {
        match name.ends_with('/') {
            true => self.index.range(name.to_owned()..).next().is_some_and(|(found, _)| found.starts_with(name)),
            false => self.index.contains_key(name),
        }
    }

    /// The files below a directory, whose name ends with `/`.
    pub fn below(&self, directory: &str) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.name.starts_with(directory) && !entry.is_directory())
    }

    /// Opens an entry for reading; its size and checksum are verified on the way.
    pub fn open_entry(&mut self, name: &str) -> Result<EntryReader<'_, R>> {
        let at = *self.index.get(name).ok_or_else(|| Error::MissingEntry { entry: name.to_owned() })?;
        let declared = self.entries[at].size;
        let file = self.zip.by_name(name).map_err(|error| Error::damaged(name, error))?;
        Ok(EntryReader { file, name: name.to_owned(), left: declared, ended: false })
    }

    /// A whole entry in memory, at most `limit` bytes.
    pub fn read(&mut self, name: &str, limit: u64) -> Result<Vec<u8>> {
        let size = self.entry(name).map_or(0, |entry| entry.size);
        if size > limit {
            return Err(Error::EntryTooLarge { entry: name.to_owned(), actual: size, limit });
        }
        let mut bytes = Vec::with_capacity(usize::try_from(size.min(MIB)).unwrap_or(0));
        self.open_entry(name)?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Inflates every entry once, to nowhere, so that a wrong size or checksum surfaces.
    pub fn verify(&mut self) -> Result<()> {
        let names: Vec<String> = self.entries.iter().map(|entry| entry.name.clone()).collect();
        for name in names {
            io::copy(&mut self.open_entry(&name)?, &mut io::sink())?;
        }
        Ok(())
    }
}

/// Reads one entry, at most as many bytes as its header declares.
pub struct EntryReader<'a, R: Read> {
    file: ZipFile<'a, R>,
    name: String,
    left: u64,
    ended: bool,
}

impl<R: Read> EntryReader<'_, R> {
    pub fn name(&self) -> &str {
        &self.name
    }

    fn fail(&self, reason: impl ToString) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, Error::damaged(&self.name, reason))
    }

    /// Asks for one more byte: the checksum is only compared at the end of the data, and more data is a lie.
    fn finish(&mut self) -> io::Result<()> {
        self.ended = true;
        match self.file.read(&mut [0]) {
            Ok(0) => Ok(()),
            Ok(_) => Err(self.fail("it inflates to more bytes than its header declares")),
            Err(error) => Err(self.fail(error)),
        }
    }
}

impl<R: Read> Read for EntryReader<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 && !self.ended {
            self.finish()?;
        }
        if self.left == 0 || buffer.is_empty() {
            return Ok(0);
        }
        let room = buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        let count = self.file.read(&mut buffer[..room]).map_err(|error| self.fail(error))?;
        if count == 0 {
            return Err(self.fail("it inflates to fewer bytes than its header declares"));
        }
        self.left -= count as u64;
        if self.left == 0 {
            self.finish()?;
        }
        Ok(count)
    }
}

fn unique_names(records: &[directory::Record], limits: &Limits) -> Result<BTreeMap<String, usize>> {
    let mut index = BTreeMap::new();
    let mut folded: HashMap<String, usize> = HashMap::with_capacity(records.len());
    for (at, record) in records.iter().enumerate() {
        if let Some(first) = folded.insert(name::folded(&record.name, limits.ignore_case), at) {
            let first = records[first].name.clone();
            return Err(Error::DuplicateEntry { first, second: record.name.clone() });
        }
        index.insert(record.name.clone(), at);
    }
    Ok(index)
}

/// The zip crate inflates, so it must see the same entries as the checks did.
fn agree<R: Read + Seek>(zip: &ZipArchive<R>, records: &[directory::Record]) -> Result<()> {
    let differs = |entry: &str| Error::HeaderMismatch { entry: entry.to_owned(), field: "more than one directory" };
    if zip.len() != records.len() {
        return Err(differs("*"));
    }
    for record in records {
        let at = zip.index_for_name(&record.name).ok_or_else(|| differs(&record.name))?;
        let seen = zip.by_index_data(at)?;
        let same = seen.name_raw() == record.name.as_bytes()
            && seen.header_start() == record.header_start
            && (seen.size(), seen.compressed_size()) == (record.size, record.compressed);
        if !same {
            return Err(differs(&record.name));
        }
    }
    Ok(())
}
