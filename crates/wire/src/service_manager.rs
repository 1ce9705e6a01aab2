//! Service Manager.
