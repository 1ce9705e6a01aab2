//! What is measured: one module per group of rows.

mod footprint;
mod guide;
mod imports;
mod jobs;
mod memory;
mod over_http;
mod pages;
mod start;
mod tokens;
mod transports;
mod uploads;

use crate::Bench;
use crate::table::Table;
use anyhow::Result;
use clap::ValueEnum;

/// A row of the table of goals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Axis {
    /// Fresh tokens over HTTP.
    Tokens,
    /// One large upload, and several at once.
    Upload,
    /// Pages of a very long queue.
    Pages,
    /// Small transports, use cases called directly.
    Transports,
    /// Small transports over HTTP.
    HttpTransports,
    /// Real imports beside the target's own time.
    Imports,
    /// Jobs claimed and completed.
    Jobs,
    /// The second start.
    Start,
    /// Idle memory, and the size of the binary.
    Footprint,
    /// Memory half a minute after work, and after wrong log-ins.
    Memory,
    /// The whole guide.
    Guide,
}

impl Axis {
    pub(crate) const ALL: [Self; 11] = [
        Self::Tokens,
        Self::Upload,
        Self::Pages,
        Self::Transports,
        Self::HttpTransports,
        Self::Imports,
        Self::Jobs,
        Self::Start,
        Self::Footprint,
        Self::Memory,
        Self::Guide,
    ];

    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Tokens => "fresh tokens over HTTP",
            Self::Upload => "upload of a large file",
            Self::Pages => "pages of a long queue",
            Self::Transports => "small transports in process",
            Self::HttpTransports => "small transports over HTTP",
            Self::Imports => "real imports",
            Self::Jobs => "job claims",
            Self::Start => "second start",
            Self::Footprint => "idle memory and binary",
            Self::Memory => "memory after work",
            Self::Guide => "the whole guide",
        }
    }
}

/// What a row says where there is no PostgreSQL.
pub(crate) const NO_POSTGRES: &str = "no PostgreSQL: install it, or name a server with --postgres";

pub(crate) async fn measure(axis: Axis, bench: &Bench, table: &mut Table) -> Result<()> {
    match axis {
        Axis::Tokens => tokens::measure(bench, table).await,
        Axis::Upload => uploads::measure(bench, table).await,
        Axis::Pages => pages::measure(bench, table).await,
        Axis::Transports => transports::measure(bench, table).await,
        Axis::HttpTransports => over_http::measure(bench, table).await,
        Axis::Imports => imports::measure(bench, table).await,
        Axis::Jobs => jobs::measure(bench, table).await,
        Axis::Start => start::measure(bench, table).await,
        Axis::Footprint => footprint::measure(bench, table).await,
        Axis::Memory => memory::measure(bench, table).await,
        Axis::Guide => guide::measure(bench, table),
    }
}
