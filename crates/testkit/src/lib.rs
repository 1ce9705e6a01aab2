//! For tests only: a whole server in process, on a free port, with a clock that stands still.
//!
//! `TestApp::start()` gives a fresh one: its own database (SQLite, or PostgreSQL where `ROPEWAY_TEST_ENGINE=postgres`
//! says so), its own blobs, the first start done. The server calls itself over real HTTP, as in production, but its
//! worker runs only when a test says [`TestApp::run_jobs`], which also moves the clock to work that waits.

mod app;
mod http;
mod mtar;
pub mod scripted;
pub mod slp;

pub use app::TestApp;
pub use http::{Answer, Request};
/// For stories that make packages or look into them; only `testkit` may be used by tests of the upper floors.
pub use mta;
pub use mtar::{mtaext, mtar};
