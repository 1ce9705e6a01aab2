//! placeholder
mod archive;
mod error;
mod stamp;
pub use archive::*;
pub use error::*;
pub use stamp::*;
