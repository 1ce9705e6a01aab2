//! Destinations: properties, validation, authentication types.
