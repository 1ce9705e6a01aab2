//! The context handed to every use case: everything outside of the program, as fields.

use crate::identity::throttle::Limits;
use crate::identity::trust::Provider;
use crate::random::Random;
use crate::vault::{Sealer, Vault};
use ipnet::IpNet;
use model::address::Addresses;
use model::{Clock, Time};
use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::Db;
use store::blob::Blobs;

/// What an operator can set; composed in `app/src/config.rs`.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where each service stands.
    pub addresses: Addresses,
    /// Largest file that `files/upload` takes, inclusive (decisions: 1 GiB).
    pub max_upload: u64,
    /// Largest MTA archive that node upload and export take.
    pub max_archive: u64,
    /// How long this process may stand still before another may take up its work.
    pub lease: Duration,
    /// How often somebody may try to log in.
    pub logins: Limits,
    /// After how long without a call a session of the page is over.
    pub page_idle: Duration,
    /// The identity providers that are trusted.
    pub providers: Vec<Provider>,
    /// Whether people sign in to the page with a password; administrators of the global account always do.
    pub password_form: bool,
    /// From which addresses it is believed whom they forward a call for.
    pub trusted_proxies: Vec<IpNet>,
    /// How long rows of the audit trail are kept; without it for ever.
    pub audit_retention: Option<Duration>,
    /// How many bytes of large request bodies are in memory at once.
    pub max_body_memory: u64,
    /// How long such a body waits for room.
    pub body_patience: Duration,
}

impl Settings {
    /// Defaults under `addresses`.
    #[must_use]
    pub fn new(addresses: Addresses) -> Self {
        Self {
            addresses,
            max_upload: 1 << 30,
            max_archive: 1 << 30,
            lease: model::work::LEASE,
            logins: Limits::default(),
            page_idle: crate::identity::page::IDLE,
            providers: Vec::new(),
            password_form: true,
            trusted_proxies: loopback(),
            audit_retention: None,
            max_body_memory: 512 << 20,
            body_patience: Duration::from_secs(10),
        }
    }
}

/// A proxy on this machine is one of ours.
#[must_use]
pub fn loopback() -> Vec<IpNet> {
    let nets = [(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 0)), 8), (IpAddr::V6(Ipv6Addr::LOCALHOST), 128)];
    nets.into_iter().filter_map(|(address, length)| IpNet::new(address, length).ok()).collect()
}

/// The outside world. Cheap to clone.
#[derive(Clone)]
pub struct Cx {
    /// The database.
    pub db: Db,
    /// Large content, by digest.
    pub blobs: Blobs,
    /// The only way out: enforces the allow-list, caches tokens.
    pub http: client::Http,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
    /// Secrets at rest.
    pub vault: Vault,
    /// What the operator set.
    pub settings: Arc<Settings>,
    caches: Arc<Mutex<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>>,
}

impl std::fmt::Debug for Cx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Cx").field("settings", &self.settings).finish_non_exhaustive()
    }
}

/// What [`Cx::new`] is made of.
#[derive(Debug)]
pub struct Parts {
    /// The database.
    pub db: Db,
    /// Large content, by digest.
    pub blobs: Blobs,
    /// The outbound client.
    pub http: client::Http,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub random: Random,
    /// Secrets at rest.
    pub vault: Vault,
    /// What the operator set.
    pub settings: Settings,
}

impl Cx {
    /// Puts the parts together.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let Parts { db, blobs, http, clock, random, vault, settings } = parts;
        db.seal_with(Arc::new(Sealer::new(vault.clone(), random.clone())));
        Self { db, blobs, http, clock, random, vault, settings: Arc::new(settings), caches: Arc::default() }
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Time {
        self.clock.now()
    }

    /// Where each service stands.
    #[must_use]
    pub fn addresses(&self) -> &Addresses {
        &self.settings.addresses
    }

    /// A cache that belongs to one area of the engine, made at first use: verified tokens, parsed signing keys.
    /// One per type; it lives as long as the process and may be lost at any time.
    pub fn cache<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        let mut caches = self.caches.lock().unwrap_or_else(PoisonError::into_inner);
        let any = caches.entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(T::default())).clone();
        drop(caches);
        any.downcast::<T>().unwrap_or_default()
    }
}
