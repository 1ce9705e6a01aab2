//! Cloud ALM features: the status machine and who may do what.
