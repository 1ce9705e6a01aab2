//! `META-INF/MANIFEST.MF` as JAR files have it, and what its sections mean in an MTA archive.
//!
//! Format: the JAR File Specification; bundles of artifacts use it too. Meaning: `MtaArchiveHelper` of
//! cloudfoundry/multiapps-controller, which silently keeps the last of two mappings where we refuse.

use std::collections::HashMap;

use crate::error::{Error, Result};

/// Bytes of a line without its line break.
const LINE: usize = 72;

/// The name of the manifest in every archive that has one.
pub const MANIFEST: &str = "META-INF/MANIFEST.MF";

/// A header and its value, unfolded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    pub name: String,
    pub value: String,
}

/// Headers that belong together: the main section, or that of one entry without its `Name`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headers(pub Vec<Header>);

impl Headers {
    /// The value of a header; names ignore case, and of several the last one counts, as in Java.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|header| header.name.eq_ignore_ascii_case(name)).map(|header| header.value.as_str())
    }

    /// Changes the header in its place, or adds it at the end.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        match self.0.iter_mut().rev().find(|header| header.name.eq_ignore_ascii_case(name)) {
            Some(header) => header.value = value,
            None => self.0.push(Header { name: name.to_owned(), value }),
        }
    }

    fn list(&self, name: &str) -> Vec<String> {
        let values = self.get(name).unwrap_or_default().split(',');
        values.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    }
}

/// The section of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub entry: String,
    pub headers: Headers,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    pub main: Headers,
    pub sections: Vec<Section>,
}

impl Manifest {
    /// Reads LF, CRLF and CR line ends. A missing last line break loses nothing.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut manifest = Manifest::default();
        let mut blocks = blocks(unfold(bytes)?)?.into_iter();
        if bytes.first().is_some_and(|first| !matches!(first, b'\n' | b'\r')) {
            manifest.main = Headers(blocks.next().map(|block| block.headers).unwrap_or_default());
        }
        for block in blocks {
            manifest.sections.push(section(block)?);
        }
        Ok(manifest)
    }

    /// Writes CRLF and lines of at most 72 bytes, folded between characters; ends with the blank line JAR readers want.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        write_headers(&mut out, &self.main);
        for section in &self.sections {
            write_header(&mut out, "Name", &section.entry);
            write_headers(&mut out, &section.headers);
        }
        out
    }

    /// What the sections say about an MTA archive; two sections for the same module, resource or dependency are
    /// refused.
    pub fn mappings(&self) -> Result<Vec<Mapping>> {
        let mappings: Vec<Mapping> = self.sections.iter().map(Mapping::of).collect();
        let mut seen = HashMap::new();
        for mapping in &mappings {
            for (kind, name) in mapping.names() {
                if let Some(first) = seen.insert((kind, name.clone()), &mapping.entry) {
                    let (first, second) = (first.clone(), mapping.entry.clone());
                    return Err(Error::MappedTwice { kind, name: name.clone(), first, second });
                }
            }
        }
        Ok(mappings)
    }
}

/// The entry, or directory, that carries the content of modules or the configuration of resources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    pub entry: String,
    pub content_type: Option<String>,
    pub modules: Vec<String>,
    pub resources: Vec<String>,
    /// `module/dependency` pairs of `MTA-Requires`.
    pub requires: Vec<String>,
}

impl Mapping {
    fn of(section: &Section) -> Self {
        Mapping {
            entry: section.entry.clone(),
            content_type: section.headers.get("Content-Type").map(str::to_owned),
            modules: section.headers.list("MTA-Module"),
            resources: section.headers.list("MTA-Resource"),
            requires: section.headers.list("MTA-Requires"),
        }
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let modules = self.modules.iter().map(|name| ("module", name));
        let resources = self.resources.iter().map(|name| ("resource", name));
        modules.chain(resources).chain(self.requires.iter().map(|name| ("required dependency", name)))
    }

    /// Whether the entry is this one, or lies in this directory. A common prefix is not enough.
    pub fn covers(&self, entry: &str) -> bool {
        entry == self.entry || (self.entry.ends_with('/') && entry.starts_with(&self.entry))
    }
}

/// A line as a person counts it, with its continuations joined.
struct Line {
    number: usize,
    bytes: Vec<u8>,
}

struct Block {
    line: usize,
    headers: Vec<Header>,
}

/// Joins continuation lines as bytes: older tools fold in the middle of a character.
fn unfold(bytes: &[u8]) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = Vec::new();
    for (at, bytes) in split_lines(bytes).into_iter().enumerate() {
        let number = at + 1;
        let Some(more) = bytes.strip_prefix(b" ") else {
            lines.push(Line { number, bytes: bytes.to_vec() });
            continue;
        };
        match lines.last_mut() {
            Some(line) if !line.bytes.is_empty() => line.bytes.extend_from_slice(more),
            _ => return Err(manifest(number, "a continuation line has nothing to continue")),
        }
    }
    Ok(lines)
}

fn split_lines(bytes: &[u8]) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
        lines.push(&rest[..at]);
        let width = if rest[at..].starts_with(b"\r\n") { 2 } else { 1 };
        rest = &rest[at + width..];
    }
    if !rest.is_empty() {
        lines.push(rest);
    }
    lines
}

fn blocks(lines: Vec<Line>) -> Result<Vec<Block>> {
    let mut blocks = Vec::new();
    let mut open = None;
    for line in lines {
        if line.bytes.is_empty() {
            blocks.extend(open.take());
            continue;
        }
        let header = header(&line)?;
        open.get_or_insert_with(|| Block { line: line.number, headers: Vec::new() }).headers.push(header);
    }
    blocks.extend(open);
    Ok(blocks)
}

fn header(line: &Line) -> Result<Header> {
    let text = std::str::from_utf8(&line.bytes).map_err(|_| manifest(line.number, "it is not UTF-8"))?;
    let Some((name, value)) = text.split_once(':') else {
        return Err(manifest(line.number, "a header must have the form `Name: value`"));
    };
    if name.is_empty() || name.contains(' ') {
        return Err(manifest(line.number, "a header must start with its name"));
    }
    Ok(Header { name: name.to_owned(), value: value.strip_prefix(' ').unwrap_or(value).to_owned() })
}

fn section(block: Block) -> Result<Section> {
    let mut headers = block.headers.into_iter();
    match headers.next() {
        Some(first) if first.name.eq_ignore_ascii_case("Name") => {
            Ok(Section { entry: first.value, headers: Headers(headers.collect()) })
        }
        _ => Err(manifest(block.line, "a section must start with `Name`")),
    }
}

fn manifest(line: usize, reason: &str) -> Error {
    Error::Manifest { line, reason: reason.to_owned() }
}

fn write_headers(out: &mut Vec<u8>, headers: &Headers) {
    for header in &headers.0 {
        write_header(out, &header.name, &header.value);
    }
    out.extend_from_slice(b"\r\n");
}

fn write_header(out: &mut Vec<u8>, name: &str, value: &str) {
    let mut width = 0;
    for c in format!("{name}: {value}").chars() {
        if width + c.len_utf8() > LINE {
            out.extend_from_slice(b"\r\n ");
            width = 1;
        }
        // A line break in a value would start another header.
        let c = if c.is_control() { ' ' } else { c };
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        width += c.len_utf8();
    }
    out.extend_from_slice(b"\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str =
        "Manifest-Version: 1.0\r\nCreated-By: x\r\n\r\nName: content/a.zip\r\nMTA-Module: a , b\r\n\r\n";

    #[test]
    fn reads_sections_and_lists() {
        let manifest = Manifest::read(EXAMPLE.as_bytes()).unwrap();
        assert_eq!(manifest.main.get("created-by"), Some("x"));
        let mappings = manifest.mappings().unwrap();
        assert_eq!(mappings[0].entry, "content/a.zip");
        assert_eq!(mappings[0].modules, ["a", "b"]);
        assert_eq!(manifest.write(), EXAMPLE.as_bytes());
    }

    #[test]
    fn a_missing_final_newline_loses_nothing() {
        let manifest = Manifest::read(b"Manifest-Version: 1.0\n\nName: a\nMTA-Module: m").unwrap();
        assert_eq!(manifest.mappings().unwrap()[0].modules, ["m"]);
        let folded = Manifest::read(b"Manifest-Version: 1.0\n\nName: a\nMTA-Module: m\n odule").unwrap();
        assert_eq!(folded.mappings().unwrap()[0].modules, ["module"]);
    }

    #[test]
    fn a_section_without_name_and_a_header_without_colon_are_named_by_line() {
        let error = Manifest::read(b"Manifest-Version: 1.0\n\nMTA-Module: m\n").unwrap_err();
        assert!(matches!(error, Error::Manifest { line: 3, .. }), "{error}");
        let error = Manifest::read(b"Manifest-Version: 1.0\nnonsense\n").unwrap_err();
        assert!(matches!(error, Error::Manifest { line: 2, .. }), "{error}");
        assert!(Manifest::read(b" x").is_err());
    }

    #[test]
    fn mapping_a_module_twice_is_refused() {
        let twice = b"Manifest-Version: 1.0\n\nName: a\nMTA-Module: m\n\nName: b\nMTA-Module: m\n";
        let error = Manifest::read(twice).unwrap().mappings().unwrap_err();
        assert_eq!(error.to_string(), "the manifest maps module `m` twice: to `a` and to `b`");
    }

    #[test]
    fn lines_fold_at_72_bytes_between_characters() {
        let mut manifest = Manifest::default();
        manifest.main.set("Import-Package", "\u{20ac}".repeat(100));
        let bytes = manifest.write();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.split("\r\n").all(|line| line.len() <= 72 && std::str::from_utf8(line.as_bytes()).is_ok()));
        assert_eq!(Manifest::read(&bytes).unwrap(), manifest);
    }

    #[test]
    fn a_prefix_does_not_cover() {
        let exact = Mapping {
            entry: "content/x.zip".into(),
            ..Mapping::of(&Section { entry: String::new(), headers: Headers::default() })
        };
        assert!(exact.covers("content/x.zip") && !exact.covers("content/x.zip.bak"));
        let directory = Mapping { entry: "content/".into(), ..exact };
        assert!(directory.covers("content/x.zip") && !directory.covers("content2/x"));
    }
}
