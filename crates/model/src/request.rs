//! A transport request: one or more entries of one content type, and the rules for what people may write into it.

use crate::word::words;
use crate::{EntryId, FileId};
use serde::{Deserialize, Serialize};

/// Longest description, in characters.
pub const DESCRIPTION_MAX: usize = 512;
/// Longest named user, in characters.
pub const NAMED_USER_MAX: usize = 60;
/// Most entries of one request: an archive is looked into for each of them.
pub const ENTRIES_MAX: usize = 200;
/// Longest uri of an entry, in characters.
pub const URI_MAX: usize = 256;
/// What a description may hold besides ASCII letters, digits and the space. Sources disagree on the backslash: taken.
const PUNCTUATION: &str = r"-._~:/?#[]@!$&()*+,;=%\";

/// Why what was written into a request is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadRequest {
    /// The description has a character that is not allowed.
    #[error(
        "the description contains the character {}, which is not allowed; allowed are ASCII letters, digits, space and {PUNCTUATION}",
        crate::package::shown(*.0)
    )]
    Character(char),
    /// A text is too long.
    #[error("{what} has {found} characters, at most {limit} are allowed")]
    TooLong {
        what: &'static str,
        /// Its length.
        found: usize,
        limit: usize,
    },
    /// More entries than a request may have.
    #[error("the request has {0} entries, at most {ENTRIES_MAX} are allowed; make several requests")]
    TooMany(usize),
    /// A text is missing.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// A file entry whose uri is not a number.
    #[error("'{0}' is not the id of an uploaded file")]
    NotAFile(String),
}

fn at_most(what: &'static str, text: &str, limit: usize) -> Result<(), BadRequest> {
    let found = text.chars().count();
    if found > limit { Err(BadRequest::TooLong { what, found, limit }) } else { Ok(()) }
}

/// Whether a description may hold this character.
#[must_use]
pub fn is_allowed(c: char) -> bool {
    c == ' ' || c.is_ascii_alphanumeric() || PUNCTUATION.contains(c)
}

/// Checks a description: length, characters, not empty.
pub fn check_description(text: &str) -> Result<(), BadRequest> {
    if text.trim().is_empty() {
        return Err(BadRequest::Missing("description"));
    }
    at_most("the description", text, DESCRIPTION_MAX)?;
    text.chars().find(|c| !is_allowed(*c)).map_or(Ok(()), |c| Err(BadRequest::Character(c)))
}

/// A named user as sent: an empty one counts as absent.
///
/// # Errors
/// When it is too long.
pub fn named_user(text: Option<&str>) -> Result<Option<String>, BadRequest> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    at_most("namedUser", text, NAMED_USER_MAX)?;
    Ok(Some(text.to_owned()))
}

/// A named user as the next system takes it: cut where it is too long, with a sentence that says so.
#[must_use]
pub fn fit_named_user(text: &str) -> (String, Option<String>) {
    let text = text.trim();
    let fitting: String = text.chars().take(NAMED_USER_MAX).collect();
    let note = (fitting.len() < text.len())
        .then(|| format!("the owner of the request was cut at {NAMED_USER_MAX} characters"));
    (fitting, note)
}

/// Checks how many entries a request is to have.
///
/// # Errors
/// Too many.
pub fn check_entries(count: usize) -> Result<(), BadRequest> {
    if count > ENTRIES_MAX { Err(BadRequest::TooMany(count)) } else { Ok(()) }
}

/// Checks the uri of an entry.
///
/// # Errors
/// Missing, or too long.
pub fn check_uri(text: &str) -> Result<(), BadRequest> {
    if text.is_empty() {
        return Err(BadRequest::Missing("uri of an entry"));
    }
    at_most("the uri of an entry", text, URI_MAX)
}

/// Reads the uri of a file entry.
///
/// # Errors
/// When it is no file id.
pub fn file_of_uri(uri: &str) -> Result<FileId, BadRequest> {
    uri.parse().map_err(|_| BadRequest::NotAFile(uri.to_owned()))
}

/// The base name of a file: clients send whole paths of either sort.
#[must_use]
pub fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path).trim()
}

words! {
    /// What sort of content a request carries.
    ContentType, "content type", "MTA, XSCDU, APP, BTP_ABAP", {
        /// Multi-target application archive.
        Mta = "MTA",
        /// HANA XS classic delivery unit.
        Xscdu = "XSCDU",
        /// Content that the owning application deploys.
        App = "APP",
        /// ABAP software component, by reference only.
        BtpAbap = "BTP_ABAP",
    }
}

impl ContentType {
    /// How people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mta => "Multi-Target Application",
            Self::Xscdu => "XSC Delivery Unit",
            Self::App => "Application Content",
            Self::BtpAbap => "BTP ABAP",
        }
    }
}

words! {
    /// Where the content is.
    StorageType, "storage type", "FILE, REFERENCE", {
        /// A file that was uploaded.
        File = "FILE",
        /// Something that the application resolves.
        Reference = "REFERENCE",
    }
}

/// One entry of a request, as stored inside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its own id, distinct from the file's.
    pub id: EntryId,
    /// The file's id in decimal, or the reference.
    pub uri: String,
    /// Name of the file; the uri again for a reference.
    pub file_name: String,
    /// What the archive says about itself, for MTA content.
    pub mta: Option<MtaIdentity>,
}

/// What an MTA archive says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MtaIdentity {
    pub id: String,
    pub version: String,
}

/// The entries as stored: JSON with a version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entries {
    /// Format of this JSON.
    pub version: u32,
    /// In the order in which they were sent.
    pub entries: Vec<Entry>,
}

impl Entries {
    /// The format written today.
    #[must_use]
    pub const fn new(entries: Vec<Entry>) -> Self {
        Self { version: 1, entries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_has_only_the_allowed_characters() {
        for good in ["shop backend 4.1.0 build 881", "a-._~:/?#[]@!$&()*+,;=%", r"back\slash", &"x".repeat(512)] {
            assert_eq!(check_description(good), Ok(()), "{good}");
        }
        for bad in ["{Bad description}", "it's", "say \"x\"", "a<b", "a>b", "a|b", "a^b", "a`b", "é", "line\nbreak"] {
            assert!(matches!(check_description(bad), Err(BadRequest::Character(_))), "{bad}");
        }
    }

    #[test]
    fn lengths_are_inclusive_limits_in_characters() {
        assert!(matches!(check_description(&"x".repeat(513)), Err(BadRequest::TooLong { found: 513, .. })));
        assert_eq!(named_user(Some(&"ü".repeat(60))).unwrap().unwrap().chars().count(), 60);
        assert!(named_user(Some(&"u".repeat(61))).is_err());
        assert!(check_uri(&"9".repeat(256)).is_ok() && check_uri(&"9".repeat(257)).is_err());
        assert_eq!(check_description("  "), Err(BadRequest::Missing("description")));
    }

    #[test]
    fn an_empty_named_user_is_absent() {
        assert_eq!(named_user(Some("")), Ok(None));
        assert_eq!(named_user(Some("  ")), Ok(None));
        assert_eq!(named_user(None), Ok(None));
    }

    #[test]
    fn a_file_name_loses_its_path() {
        for path in ["target/app.mtar", r"C:\build\app.mtar", "app.mtar", "/app.mtar"] {
            assert_eq!(base_name(path), "app.mtar");
        }
    }

    #[test]
    fn words_are_read_as_they_are_written() {
        for t in [ContentType::Mta, ContentType::Xscdu, ContentType::App, ContentType::BtpAbap] {
            assert_eq!(t.word().parse(), Ok(t));
            assert_eq!(serde_json::to_string(&t).unwrap(), format!("\"{t}\""));
        }
        let error = "mta".parse::<ContentType>().unwrap_err();
        assert_eq!(error.to_string(), "'mta' is not a content type; known are MTA, XSCDU, APP, BTP_ABAP");
    }
}
