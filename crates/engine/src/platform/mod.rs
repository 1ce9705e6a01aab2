//! The platform: accounts, what they are entitled to, and what they use of it.
//!
//! | module | what |
//! |---|---|
//! | [`first_start`] | the global account, its administrator and its key, made in an empty installation |
//! | [`account`] | the global account and its subaccounts: each is a tenant, and a zone of tokens |
//! | [`entitlement`] | which plans a subaccount may use, out of what the global account was granted |
//! | [`subscription`] | applications that a subaccount subscribed to; tenants exist where there is a subscription |
//! | [`instance`], [`binding`] | service instances and their keys, wherever they are made: each instance is an OAuth client |
//! | [`service_manager`] | instances and keys that are in no space, for those who manage them |
//! | [`credentials`] | what a key looks like |
//! | [`destination`] | where other systems are, and how to log on there |
//! | [`right`] | who may call |
//!
//! The original does much of this in the background; here it is done when the call is answered, and the job or
//! operation that the answer names is finished when somebody asks for it ([`cis_job`], [`operation`]).
//! Not here: tokens and roles ([`crate::identity`]), organizations and spaces ([`crate::cf`]),
//! and what else ends with a subaccount ([`crate::farewell`]).

pub mod account;
pub mod binding;
pub mod cis_job;
pub mod code;
pub mod credentials;
pub mod destination;
pub mod entitlement;
pub mod first_start;
pub mod instance;
pub mod operation;
pub mod right;
pub mod service_manager;
pub mod subscription;

pub use first_start::{FirstStart, first_start};
