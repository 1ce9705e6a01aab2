//! OData V2: JSON and Atom envelopes, keys, literals, dates, EDMX.
