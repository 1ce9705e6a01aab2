//! What our services say about long work, line by line.

use crate::word::words;

words! {
    /// What sort of message it is.
    MessageKind, "kind of message", "INFO, WARNING, ERROR", {
        /// How far the work is.
        Info = "INFO",
        /// Something that somebody should know.
        Warning = "WARNING",
        /// What failed.
        Error = "ERROR",
    }
}
