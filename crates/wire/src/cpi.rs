//! Cloud Integration: OData V2 entities and the transport module.
