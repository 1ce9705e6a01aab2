//! Transport actions and their log lines.
