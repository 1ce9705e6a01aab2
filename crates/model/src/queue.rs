//! Import queues: the status machine (T1–T15), order, forwarding.
