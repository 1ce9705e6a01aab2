//! Users as administrators see them: those of a zone, and for Cloud Foundry all people.
