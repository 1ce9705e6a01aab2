//! The one error of this crate. Each sentence says what is wrong, where, and, if it is not obvious, what to do.

use std::io;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything that can be wrong with an archive, a descriptor, an extension descriptor, a package or a bundle.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    // The container.
    #[error("the archive has {actual} bytes and the limit is {limit}; transport fewer packages at once")]
    ArchiveTooLarge { actual: u64, limit: u64 },
    #[error("the archive has {actual} entries and at most {limit} are allowed")]
    TooManyEntries { actual: u64, limit: u64 },
    #[error("the file is not a usable zip archive: {reason}")]
    NotAnArchive { reason: String },
    #[error("the entry name `{entry}` is not allowed: {reason}")]
    EntryName { entry: String, reason: &'static str },
    #[error(
        "the entries `{first}` and `{second}` are duplicates, or become ones on systems that ignore case or normalise names"
    )]
    DuplicateEntry { first: String, second: String },
    #[error("the entry `{entry}` is refused as a decompression bomb: {reason}")]
    Bomb { entry: String, reason: String },
    #[error("the entry `{entry}` uses {feature}, which is not supported; pack it again without")]
    Unsupported { entry: String, feature: String },
    #[error("the entry `{entry}` is described differently in its local header and in the central directory: {field}")]
    HeaderMismatch { entry: String, field: &'static str },
    #[error("the entry `{entry}` is damaged: {reason}")]
    Damaged { entry: String, reason: String },
    #[error("the entry `{entry}` has {actual} bytes and at most {limit} are allowed")]
    EntryTooLarge { entry: String, actual: u64, limit: u64 },
    #[error("the entry `{entry}` is missing in the archive")]
    MissingEntry { entry: String },
    #[error("reading or writing failed: {0}")]
    Io(io::Error),

    // META-INF/MANIFEST.MF.
    #[error("the manifest is wrong in line {line}: {reason}")]
    Manifest { line: usize, reason: String },
    #[error("the manifest maps {kind} `{name}` twice: to `{first}` and to `{second}`")]
    MappedTwice { kind: &'static str, name: String, first: String, second: String },
    #[error("the manifest has a section for `{entry}`, but the archive has no such entry")]
    SectionWithoutEntry { entry: String },
    #[error("the manifest says that `{entry}` belongs to the {kind} `{name}`, but the descriptor has no such {kind}")]
    SectionForUnknown { entry: String, kind: &'static str, name: String },
    #[error("the entry `{entry}`, which holds parameters of a service, is not usable: {reason}")]
    ConfigFile { entry: String, reason: String },
    #[error(
        "resource `{resource}` has the parameter `{key}`, but no manifest section names the resource in MTA-Resource; the file would have no effect"
    )]
    FileNotMapped { resource: String, key: &'static str },
    #[error("module `{module}` of type `{kind}` has no content: no manifest section names it in MTA-Module")]
    ModuleWithoutContent { module: String, kind: String },
    #[error("the content of module `{module}` is not usable: {source}")]
    Payload { module: String, source: Box<Error> },
    #[error("the archive has no modules, so there is nothing to transport")]
    NoModules,

    // mtad.yaml and .mtaext.
    #[error("{document} is not readable YAML: {reason}")]
    Yaml { document: &'static str, reason: String },
    #[error("{document}: the required key `{path}` is missing")]
    MissingKey { document: &'static str, path: String },
    #[error("{document}: null value for key `{path}`; give it a value or leave the key out")]
    NullValue { document: &'static str, path: String },
    #[error("{document}: wrong type for `{path}`: expected {expected}, found {found}{hint}")]
    WrongType { document: &'static str, path: String, expected: &'static str, found: String, hint: &'static str },
    #[error("{document}: bad value for `{path}`: {reason}")]
    BadValue { document: &'static str, path: String, reason: String },
    #[error("{document}: schema version {version} is not supported; use 3.1 or another 2.x or 3.x")]
    UnsupportedSchema { document: &'static str, version: String },
    #[error("schema version {version} is too old for module `{module}` of type `{kind}`; use 3.1 or newer")]
    SchemaTooOld { version: String, module: String, kind: String },
    #[error("{document}: the name `{name}` at `{path}` is used twice")]
    DuplicateName { document: &'static str, path: String, name: String },
    #[error(
        "unresolved required dependency `{name}` of {owner}: no module, resource or provided dependency has this name"
    )]
    Unresolved { owner: String, name: String },
    #[error("{owner} names `{target}` in {key}, but there is no such {kind}")]
    UnknownTarget { owner: String, key: &'static str, kind: &'static str, target: String },
    #[error("circular {kind} dependencies: {}", names.join(" -> "))]
    Circular { kind: &'static str, names: Vec<String> },
    #[error("module `{module}` must have exactly one required dependency with `content-target: true`, it has {found}")]
    ContentTarget { module: String, found: usize },

    #[error("{place}: `{reference}` cannot be resolved: {reason}; {hint}")]
    UnresolvedName { place: String, reference: String, reason: String, hint: String },
    #[error("{place}: the references go round in a circle: {}", names.join(" -> "))]
    CircularReference { place: String, names: Vec<String> },
    #[error("{place}: its references cannot be replaced: {reason}")]
    Expansion { place: String, reason: String },
    #[error("the {place} has no value and is not marked `optional: true` in the metadata; give it a value")]
    NoValue { place: String },
    #[error("{owner} sets the parameter `{name}`, which only the target may set; choose another name")]
    ReadOnlyParameter { owner: String, name: String },

    // Extension descriptors.
    #[error(
        "extension `{extension}` names the unknown {kind} `{name}`; an extension can change elements, not add them"
    )]
    UnknownElement { extension: String, kind: &'static str, name: String },
    #[error("extension `{extension}` cannot modify {kind} `{path}`: it is marked `overwritable: false`")]
    NotOverwritable { extension: String, kind: &'static str, path: String },
    #[error(
        "extension `{extension}` has an incompatible type at `{path}`: a map and a value that is no map do not merge"
    )]
    Incompatible { extension: String, path: String },
    #[error(
        "extension `{extension}` has schema version {found}, the descriptor has {expected}: the major versions must agree"
    )]
    SchemaMajor { extension: String, found: String, expected: String },
    #[error("the extensions {} must form a chain: they extend the same parent `{parent}`", quoted(.extensions))]
    NotAChain { extensions: Vec<String>, parent: String },
    #[error("the extensions {} extend something that is not part of the chain of `{root}`", quoted(.extensions))]
    UnknownParent { extensions: Vec<String>, root: String },

    // Assembling.
    #[error("cannot assemble the archive: {reason}")]
    Assemble { reason: String },
    #[error("`{value}` is not a UTC time of the form yyyymmddHHMMSS")]
    Time { value: String },

    // Packages and bundles.
    #[error("the package export is not usable: {reason}")]
    Package { reason: String },
    #[error("artifact `{artifact}` (entry `{entry}`) is not usable: {source}")]
    Artifact { artifact: String, entry: String, source: Box<Error> },
    #[error("the artifact bundle is not usable: {reason}")]
    Bundle { reason: String },
    #[error("the package has no artifact `{artifact}`")]
    UnknownArtifact { artifact: String },
}

impl Error {
    /// Whether the input is larger than the caller allows: answered with another status code than a broken one.
    pub fn is_size_limit(&self) -> bool {
        matches!(self, Error::ArchiveTooLarge { .. } | Error::EntryTooLarge { .. })
    }

    pub(crate) fn damaged(entry: &str, reason: impl ToString) -> Self {
        Error::Damaged { entry: entry.to_owned(), reason: reason.to_string() }
    }

    pub(crate) fn package(reason: impl Into<String>) -> Self {
        Error::Package { reason: reason.into() }
    }

    pub(crate) fn bundle(reason: impl Into<String>) -> Self {
        Error::Bundle { reason: reason.into() }
    }

    pub(crate) fn of_artifact(self, artifact: &str, entry: &str) -> Self {
        Error::Artifact { artifact: artifact.to_owned(), entry: entry.to_owned(), source: Box::new(self) }
    }
}

/// An `EntryReader` can only report `io::Error`, so it carries ours inside; this takes it out again.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.downcast::<Error>() {
            Ok(ours) => ours,
            Err(foreign) => Error::Io(foreign),
        }
    }
}

impl From<zip::result::ZipError> for Error {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(inner) => Error::from(inner),
            other => Error::NotAnArchive { reason: other.to_string() },
        }
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
