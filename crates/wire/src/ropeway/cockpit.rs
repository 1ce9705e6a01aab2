//! The cockpit as the page shows it, one module per part.

pub mod accounts;
pub mod destinations;
pub mod services;
pub mod spaces;
pub mod trust;
pub mod users;
