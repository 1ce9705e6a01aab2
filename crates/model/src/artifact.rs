//! Artifacts: versions, drafts, externalised parameters.
