//! The codes of the account services and of service manager, as [`crate::Error::code`] carries them. Their dialects
//! (`server/src/api/{accounts,service_manager}/error.rs`) send them.

/// A field or a body that cannot be read.
pub const VALIDATION: &str = "12003";
/// No such directory.
pub const DIRECTORY_NOT_FOUND: &str = "20002";
/// No such subaccount.
pub const SUBACCOUNT_NOT_FOUND: &str = "20004";
/// The subdomain is taken.
pub const SUBDOMAIN_TAKEN: &str = "20009";
/// A quota or a plan does not allow it.
pub const ENTITLEMENT: &str = "30001";
/// No such environment instance.
pub const ENVIRONMENT_NOT_FOUND: &str = "41000";
/// An environment cannot be provisioned.
pub const PROVISIONING: &str = "42000";
/// No such job.
pub const JOB_NOT_FOUND: &str = "80004";
/// A subscription cannot be made or ended.
pub const SUBSCRIPTION: &str = "90000";
/// No such application.
pub const APPLICATION_NOT_FOUND: &str = "90004";
/// The service broker refuses.
pub const BROKER: &str = "BrokerError";
