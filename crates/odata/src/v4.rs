//! OData V4: JSON envelopes, errors.
