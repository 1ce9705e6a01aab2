//! The guide: the steps that connect the services, and how far an installation is with each.
//!
//! [`look`] judges [`Facts`] and asks nobody. Whether a destination leads where it should, and its credentials work, is
//! found out by the configuration check of the source tenant, whose lines are among the facts.

mod looks;
mod steps;

pub use looks::look;
pub use steps::{STEPS, Step};

use std::collections::BTreeSet;

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Done,
    Missing,
    Wrong,
}

impl State {
    /// As sent.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Missing => "missing",
            Self::Wrong => "wrong",
        }
    }
}

/// What was seen of a step, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub state: State,
    pub saw: String,
    pub fix: Option<String>,
}

/// Where somebody does a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    Subaccounts,
    Entitlements,
    Subscriptions,
    Users,
    Spaces,
    Instances,
    Destinations,
    TransportSettings,
    Landscape,
    Packages,
    Features,
    Actions,
}

impl Screen {
    /// As sent.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Subaccounts => "subaccounts",
            Self::Entitlements => "entitlements",
            Self::Subscriptions => "subscriptions",
            Self::Users => "users",
            Self::Spaces => "spaces",
            Self::Instances => "instances",
            Self::Destinations => "destinations",
            Self::TransportSettings => "transportSettings",
            Self::Landscape => "landscape",
            Self::Packages => "packages",
            Self::Features => "features",
            Self::Actions => "actions",
        }
    }
}

/// In which account a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Global,
    /// That with Cloud ALM and transport management.
    Alm,
    /// That of the tenant in which content is developed.
    Source,
}

/// Where a step is done.
#[must_use]
pub const fn place(number: u8) -> (Whose, Screen) {
    match number {
        0 | 1 => (Whose::Global, Screen::Subaccounts),
        2..=5 | 17..=20 => (Whose::Alm, Screen::Entitlements),
        6 | 7 => (Whose::Alm, Screen::Subscriptions),
        8 => (Whose::Alm, Screen::Users),
        10 | 11 => (Whose::Source, Screen::Instances),
        12 | 42 => (Whose::Source, Screen::TransportSettings),
        13 | 14 | 27..=32 => (Whose::Source, Screen::Destinations),
        15 | 16 => (Whose::Alm, Screen::Spaces),
        21..=26 => (Whose::Alm, Screen::Instances),
        33..=36 => (Whose::Alm, Screen::Destinations),
        9 | 37..=41 => (Whose::Alm, Screen::Landscape),
        45 => (Whose::Source, Screen::Packages),
        53 => (Whose::Alm, Screen::Actions),
        _ => (Whose::Alm, Screen::Features),
    }
}

/// What is known of an installation.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// What the subaccounts are called.
    pub subaccounts: Vec<String>,
    /// Services whose plan `standard` the global account has.
    pub granted: BTreeSet<String>,
    pub alm: Option<Alm>,
    pub source: Option<Source>,
    /// From the source node on.
    pub nodes: Vec<Node>,
    /// The newest transport request.
    pub request: Option<String>,
    /// Nodes that no way from the source leads to.
    pub apart: Vec<String>,
    pub change: Option<Change>,
}

/// The subaccount with Cloud ALM.
#[derive(Debug, Clone, Default)]
pub struct Alm {
    pub name: String,
    /// Services whose plan `standard` it may use.
    pub entitled: BTreeSet<String>,
    /// Whether it is subscribed to transport management.
    pub has_transport: bool,
    /// How many people see the landscape, and how many change it.
    pub viewers: i64,
    pub operators: i64,
    /// Its spaces; none where Cloud Foundry is not enabled.
    pub spaces: Option<Vec<String>>,
    /// The instance of SAP Cloud ALM API.
    pub api: Option<Instance>,
    /// What its client may.
    pub api_scopes: Vec<String>,
    /// The destinations that nodes name.
    pub targets: Vec<Target>,
}

/// A service instance.
#[derive(Debug, Clone, Default)]
pub struct Instance {
    pub name: String,
    /// How many keys it has.
    pub keys: i64,
}

/// A destination that a node names.
#[derive(Debug, Clone, Default)]
pub struct Target {
    pub node: String,
    pub name: String,
    /// None, where it is not there.
    pub found: Option<Deploy>,
}

/// What a destination to a deploy service says.
#[derive(Debug, Clone, Default)]
pub struct Deploy {
    pub url: String,
    /// Whether it is this server's own deploy service.
    pub is_ours: bool,
    pub user: String,
    pub has_secret: bool,
}

/// The subaccount whose tenant content comes from.
#[derive(Debug, Clone, Default)]
pub struct Source {
    pub name: String,
    pub agent: Option<Instance>,
    pub runtime: Option<Instance>,
    pub mode: Option<String>,
    /// What `TransportManagementService` says as source system.
    pub source_system: Option<String>,
    /// What the configuration check says; none, where it did not end in time.
    pub check: Option<Vec<Line>>,
}

/// A line of the configuration check.
#[derive(Debug, Clone)]
pub struct Line {
    /// What was looked at: a destination, by its name.
    pub what: String,
    pub state: State,
    pub text: String,
    pub fix: String,
}

/// A node on the way from the source.
#[derive(Debug, Clone, Default)]
pub struct Node {
    pub name: String,
    pub uploads: bool,
    /// Whether what is imported goes on by itself.
    pub forwards: bool,
    pub takes_mta: bool,
    pub destination: Option<String>,
    /// To how many nodes routes lead.
    pub successors: usize,
    /// How the newest request of the source stands here.
    pub request: Option<String>,
    /// In the last node, the newest import of that request, as its log says.
    pub import: Option<String>,
}

/// The change that came furthest.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// Its id and title.
    pub title: String,
    /// How it stands.
    pub status: String,
    /// Headings and values of its history.
    pub history: Vec<(String, String)>,
}

#[cfg(test)]
mod tests;
