//! Enums whose variants are words of the wire: one table per enum gives both directions.

/// A word that stands for nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is not a {what}; known are {known}")]
pub struct UnknownWord {
    /// What it should be.
    pub what: &'static str,
    /// What was sent.
    pub text: String,
    /// What would have been understood.
    pub known: &'static str,
}

/// Declares an enum of words as they are stored and sent.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident, $what:literal, $known:literal, { $($(#[$doc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $word)] $variant),* }
        impl $name {
            /// The word, as stored and as sent.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::word::UnknownWord;
            fn from_str(text: &str) -> Result<Self, $crate::word::UnknownWord> {
                match text {
                    $($word => Ok(Self::$variant),)*
                    _ => Err($crate::word::UnknownWord { what: $what, text: text.to_owned(), known: $known }),
                }
            }
        }
    };
}
pub(crate) use words;
