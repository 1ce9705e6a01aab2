//! What the page shows of a tenant: packages and artifacts with what runs of them, and what each caller may do.

pub mod agent;
pub mod artifact;
pub mod inside;
pub mod key;
pub mod package;
pub mod runtime;
pub mod settings;
pub mod transports;

use crate::error::{Error, Result};

/// Artifacts that have a page: their content can be looked into.
const KINDS: [&str; 12] = [
    "IFlow",
    "ValueMapping",
    "MessageMapping",
    "ScriptCollection",
    "RESTAPIProvider",
    "SOAPAPIProvider",
    "ODataService",
    "FunctionLibraries",
    "ImportedArchives",
    "DataType",
    "MessageType",
    "IntegrationAdapter",
];
/// Of these the ones that are deployed by themselves: the others are part of what uses them.
const DEPLOYED: [&str; 7] = [
    "IFlow",
    "ValueMapping",
    "MessageMapping",
    "ScriptCollection",
    "RESTAPIProvider",
    "SOAPAPIProvider",
    "ODataService",
];

/// The type of an artifact that has a page.
#[must_use]
pub fn kind(text: &str) -> Option<&'static str> {
    KINDS.into_iter().find(|kind| *kind == text)
}

/// Whether artifacts of this type are deployed by themselves.
///
/// # Errors
/// `Unprocessable`.
pub fn check_deployable(kind: &str) -> Result<()> {
    match DEPLOYED.contains(&kind) {
        true => Ok(()),
        false => Err(Error::unprocessable("it is part of what uses it and is not deployed by itself")),
    }
}
