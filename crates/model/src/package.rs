//! Integration packages: how one that comes in is merged into a tenant, what keeps one from leaving, and what a
//! transport of it says.

use std::collections::{BTreeMap, BTreeSet};

/// What identifies a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageHead {
    /// Technical id.
    pub id: String,
    /// Hidden identity: a GUID that transports keep.
    pub reg_id: String,
    /// Display name.
    pub name: String,
}

/// What identifies an artifact, and what tells whether two of them are the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArtifactHead {
    /// Hidden identity.
    pub reg_id: String,
    /// Technical id; unique in a tenant among artifacts that can run, else among those of its kind.
    pub id: String,
    /// `IFlow`, `ValueMapping`, …
    pub kind: String,
    /// Whether it is a bundle and can run.
    pub runnable: bool,
    /// Display name.
    pub name: String,
    pub version: String,
    /// Digest of its content.
    pub digest: Option<String>,
}

impl ArtifactHead {
    fn clashes_with(&self, other: &Self) -> bool {
        self.id == other.id && ((self.runnable && other.runnable) || self.kind == other.kind)
    }

    fn same_content(&self, other: &Self) -> bool {
        (&self.digest, &self.version, &self.name) == (&other.digest, &other.version, &other.name)
    }
}

/// A package on its way into a tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    pub package: PackageHead,
    /// What it brings; perhaps only some of its artifacts.
    pub artifacts: Vec<ArtifactHead>,
    /// Values of custom tags by tag name.
    pub tags: BTreeMap<String, Vec<String>>,
}

/// An artifact that the tenant has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentArtifact {
    /// What identifies it.
    pub head: ArtifactHead,
    /// Technical id of the package it is in.
    pub package: String,
    /// Whether it was changed since its last version.
    pub draft: bool,
    /// Who has it open for editing.
    pub locked_by: Option<String>,
}

/// What the tenant has that matters for the merge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Present {
    /// Packages that have the id or the GUID of the one that comes in.
    pub packages: Vec<PackageHead>,
    /// Artifacts that have the id or the GUID of one that comes in.
    pub artifacts: Vec<PresentArtifact>,
    /// Names of the tags that the tenant defines.
    pub tag_definitions: BTreeSet<String>,
}

/// What happens to one artifact that comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is new here.
    Create,
    /// It replaces what is here; `draft`: changes that nobody had saved as a version are lost.
    Overwrite {
        /// Whether a draft is overwritten.
        draft: bool,
    },
    /// The same is here already.
    Keep,
}

/// The outcome of a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    pub new_package: bool,
    /// One per artifact that comes in, in its order.
    pub changes: Vec<Change>,
    /// What somebody should know.
    pub warnings: Vec<String>,
}

/// Why a package cannot come in. Nothing of it does then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The same technical id was created separately.
    #[error(
        "UniquenessViolationException: package '{id}' exists in this tenant with GUID {present}, the source has \
         {incoming}; they were created separately. Delete one of the two, then transport again"
    )]
    PackageGuid {
        /// Technical id.
        id: String,
        /// GUID here.
        present: String,
        /// GUID in the source.
        incoming: String,
    },
    /// The same GUID under another technical id.
    #[error(
        "UniquenessViolationException: the GUID {reg_id} of package '{incoming}' belongs to package '{present}' in \
         this tenant. Delete that one, then transport again"
    )]
    PackageId {
        /// The GUID.
        reg_id: String,
        /// Technical id here.
        present: String,
        /// Technical id in the source.
        incoming: String,
    },
    /// The same artifact was created separately.
    #[error(
        "UniquenessViolationException: {kind} '{id}' exists in package '{package}' with GUID {present}, the source has \
         {incoming}; they were created separately. Delete one of the two, then transport again"
    )]
    ArtifactGuid {
        kind: String,
        /// Technical id.
        id: String,
        package: String,
        /// GUID here.
        present: String,
        /// GUID in the source.
        incoming: String,
    },
    /// The artifact is in another package.
    #[error(
        "UniquenessViolationException: {kind} '{id}' of package '{incoming}' exists in package '{present}' of this \
         tenant. Delete it there or give it another id, then transport again"
    )]
    Elsewhere {
        kind: String,
        /// Technical id.
        id: String,
        /// The package it is in here.
        present: String,
        /// The package it comes with.
        incoming: String,
    },
    /// Somebody is editing it.
    #[error(
        "{kind} '{id}' in package '{package}' is locked by {holder}. Have them save and close it, or delete the lock, \
         then import again"
    )]
    Locked {
        kind: String,
        /// Technical id.
        id: String,
        package: String,
        /// Who holds the lock.
        holder: String,
    },
}

/// Decides what happens to each artifact of a package that comes in: changed ones are overwritten, those that only the
/// target has stay, drafts are overwritten unless somebody else has them open.
///
/// # Errors
/// Every reason why it cannot come in, not only the first.
pub fn merge(incoming: &Incoming, present: &Present, importer: &str) -> Result<Merge, Vec<Refusal>> {
    let mut refusals: Vec<Refusal> =
        present.packages.iter().filter_map(|here| clash(&incoming.package, here)).collect();
    let mut changes = Vec::new();
    for artifact in &incoming.artifacts {
        match change(artifact, &incoming.package, present, importer) {
            Ok(change) => changes.push(change),
            Err(all) => refusals.extend(all),
        }
    }
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let warnings = warnings(incoming, present, &changes);
    Ok(Merge { new_package: present.packages.is_empty(), changes, warnings })
}

fn clash(incoming: &PackageHead, here: &PackageHead) -> Option<Refusal> {
    match (incoming.id == here.id, incoming.reg_id == here.reg_id) {
        (true, false) => Some(Refusal::PackageGuid {
            id: incoming.id.clone(),
            present: here.reg_id.clone(),
            incoming: incoming.reg_id.clone(),
        }),
        (false, true) => Some(Refusal::PackageId {
            reg_id: incoming.reg_id.clone(),
            present: here.id.clone(),
            incoming: incoming.id.clone(),
        }),
        _ => None,
    }
}

/// What happens to an artifact, or every reason why it cannot come in: one artifact here may have its GUID, and
/// another one its id.
fn change(
    artifact: &ArtifactHead,
    package: &PackageHead,
    present: &Present,
    importer: &str,
) -> Result<Change, Vec<Refusal>> {
    let twin = |here: &&PresentArtifact| here.head.reg_id == artifact.reg_id || artifact.clashes_with(&here.head);
    let twins: Vec<&PresentArtifact> = present.artifacts.iter().filter(twin).collect();
    let refusals: Vec<Refusal> = twins.iter().filter_map(|here| refusal(artifact, package, here, importer)).collect();
    if !refusals.is_empty() {
        return Err(refusals);
    }
    Ok(match twins.first() {
        None => Change::Create,
        Some(here) if here.head.same_content(artifact) && !here.draft => Change::Keep,
        Some(here) => Change::Overwrite { draft: here.draft },
    })
}

fn refusal(artifact: &ArtifactHead, package: &PackageHead, here: &PresentArtifact, importer: &str) -> Option<Refusal> {
    let (kind, id) = (artifact.kind.clone(), artifact.id.clone());
    if here.package != package.id {
        return Some(Refusal::Elsewhere { kind, id, present: here.package.clone(), incoming: package.id.clone() });
    }
    if here.head.reg_id != artifact.reg_id {
        let (present, incoming) = (here.head.reg_id.clone(), artifact.reg_id.clone());
        return Some(Refusal::ArtifactGuid { kind, id, package: package.id.clone(), present, incoming });
    }
    let changes = !here.head.same_content(artifact) || here.draft;
    let holder = here.locked_by.clone().filter(|holder| changes && holder != importer)?;
    Some(Refusal::Locked { kind, id, package: package.id.clone(), holder })
}

fn warnings(incoming: &Incoming, present: &Present, changes: &[Change]) -> Vec<String> {
    let undefined = incoming.tags.keys().filter(|name| !present.tag_definitions.contains(*name));
    let tags = undefined.map(|name| {
        format!(
            "custom tag '{name}' of package '{}' is not defined in this tenant; its values are kept",
            incoming.package.id
        )
    });
    let lost =
        incoming.artifacts.iter().zip(changes).filter(|(_, change)| **change == Change::Overwrite { draft: true });
    let drafts = lost.map(|(artifact, _)| {
        format!("{} '{}' was a draft in this tenant; its unsaved changes were overwritten", artifact.kind, artifact.id)
    });
    tags.chain(drafts).collect()
}

/// An artifact that keeps its package from leaving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub kind: String,
    /// Its display name.
    pub name: String,
}

/// The sentence that the original answers when drafts block an export; clients show it.
#[must_use]
pub fn drafts_block(drafts: &[Draft]) -> Option<String> {
    if drafts.is_empty() {
        return None;
    }
    let each: Vec<String> =
        drafts.iter().map(|draft| format!("{{Type={}, Name={}}}", draft.kind, draft.name)).collect();
    Some(format!(
        "Package export failed. It contains the following artifacts are in draft state: [ {} ].",
        each.join(", ")
    ))
}

/// The longest comment, and the longest description of a transport request.
pub const LONGEST_COMMENT: usize = 512;

/// Characters, besides letters, digits and the blank, that a description of transport management may have.
const DESCRIBING: &str = "-._~:/\\?#[]@!$&()*+,;=%";

/// Why a comment is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadComment {
    /// It is too long.
    #[error("the comment has {0} characters, at most {LONGEST_COMMENT} are allowed")]
    Long(usize),
    /// It has more than one line.
    #[error("the comment must be a single line")]
    Lines,
    /// It has a character that is not allowed.
    #[error(
        "the comment must not contain '{0}'; letters, digits, blanks and ' - . _ ~ : \\ / ? # [ ] @ ! $ & ( ) * + , ; = % are allowed"
    )]
    Character(char),
}

/// Checks the comment of a transport, before any call leaves the tenant.
pub fn check_comment(comment: &str) -> Result<(), BadComment> {
    let length = comment.chars().count();
    if length > LONGEST_COMMENT {
        return Err(BadComment::Long(length));
    }
    if comment.contains(['\n', '\r']) {
        return Err(BadComment::Lines);
    }
    match comment.chars().find(|c| !describes(*c) && *c != '\'') {
        Some(bad) => Err(BadComment::Character(bad)),
        None => Ok(()),
    }
}

fn describes(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == ' ' || DESCRIBING.contains(c)
}

/// A character in a sentence: itself in quotes, or its number where nobody would see it.
#[must_use]
pub fn shown(c: char) -> String {
    // A mark that joins the sign before it would join the quote.
    let is_visible = !c.is_control() && !c.is_whitespace() && c.escape_debug().count() == 1;
    if is_visible || matches!(c, '\'' | '"' | '\\') { format!("'{c}'") } else { format!("U+{:04X}", u32::from(c)) }
}

/// The description of the transport request of a package: its name and the comment, made to fit.
#[must_use]
pub fn describe(package: &str, comment: &str) -> (String, Vec<String>) {
    if comment.trim().is_empty() { fit_description(package) } else { fit_description(&format!("{package} {comment}")) }
}

/// A description of a transport request, with a blank for every character that transport management refuses, cut to
/// what it takes. The sentences say what was changed.
#[must_use]
pub fn fit_description(wanted: &str) -> (String, Vec<String>) {
    let mut replaced: Vec<char> = wanted.chars().filter(|c| !describes(*c)).collect();
    replaced.sort_unstable();
    replaced.dedup();
    let fitting = wanted.chars().map(|c| if describes(c) { c } else { ' ' });
    let text: String = fitting.take(LONGEST_COMMENT).collect();
    let mut notes = Vec::new();
    if !replaced.is_empty() {
        let list: Vec<String> = replaced.into_iter().map(shown).collect();
        notes.push(format!(
            "characters that a transport description cannot hold were replaced by blanks: {}",
            list.join(" ")
        ));
    }
    if wanted.chars().count() > LONGEST_COMMENT {
        notes.push(format!("the transport description was cut at {LONGEST_COMMENT} characters"));
    }
    (text, notes)
}

#[cfg(test)]
mod tests;
