//! The Content Agent: assembles content of a subaccount into one MTA archive and hands it to transport management.
//!
//! Everything is reached through destinations of the subaccount: the tenant (`CloudIntegration`), transport management
//! (`TransportManagementService`). An [`activity`] is started by [`export`], done by [`job`] in stages that are saved
//! one by one: [`handover`] (is there a node, and one behind it?) → [`archive`] (pulled and assembled) → [`handover`]
//! (uploaded, put into the queues). Nothing is uploaded before node and successor were found.

pub mod activity;
mod archive;
pub mod export;
mod handover;
mod held;
pub mod job;
pub mod resources;

pub(super) use handover::source_system as source_node;
