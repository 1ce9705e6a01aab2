//! Cloud ALM: features (OData V4), projects.
