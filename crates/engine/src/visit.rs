//! One call of a client as the use cases see it: where it comes from; and what they tell the edge about it: who called,
//! whether a refusal is in the audit trail already, how long to wait.
//!
//! It is handed along beside the arguments, as the correlation id is: the address belongs to the call, not to any wish.

use crate::caller::Identity;
use model::SubaccountId;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// The header in which our own services say for whom they call; only a mark of this installation is believed.
pub use client::target::CALLER;

tokio::task_local! {
    static VISIT: Arc<Visit>;
}

/// A call.
#[derive(Debug)]
pub struct Visit {
    address: IpAddr,
    behalf: Option<SubaccountId>,
    caller: OnceLock<Arc<Identity>>,
    audited: AtomicBool,
    pause: AtomicU64,
}

impl Visit {
    /// A call from this address.
    #[must_use]
    pub fn from(address: IpAddr) -> Arc<Self> {
        Self::on_behalf(address, None)
    }

    /// A call from this address, which one of our own services makes for a subaccount if there is one.
    #[must_use]
    pub fn on_behalf(address: IpAddr, behalf: Option<SubaccountId>) -> Arc<Self> {
        let (audited, pause) = (AtomicBool::new(false), AtomicU64::new(0));
        Arc::new(Self { address, behalf, caller: OnceLock::new(), audited, pause })
    }

    /// Runs `work` as this call.
    pub async fn scope<F: Future>(self: Arc<Self>, work: F) -> F::Output {
        VISIT.scope(self, work).await
    }

    /// Where it comes from.
    #[must_use]
    pub fn address(&self) -> IpAddr {
        self.address
    }

    /// Who called, once his token or password was found to be good.
    #[must_use]
    pub fn caller(&self) -> Option<&Identity> {
        self.caller.get().map(Arc::as_ref)
    }

    /// Whether its refusal is in the audit trail already.
    #[must_use]
    pub fn is_audited(&self) -> bool {
        self.audited.load(Ordering::Relaxed)
    }

    /// After how long the caller may try again, when he was told to wait.
    #[must_use]
    pub fn pause(&self) -> Option<Duration> {
        let millis = self.pause.load(Ordering::Relaxed);
        (millis > 0).then(|| Duration::from_millis(millis))
    }
}

fn noted(note: impl FnOnce(&Visit)) {
    // Work that no client waits for has no visit.
    let _none = VISIT.try_with(|visit| note(visit));
}

/// Where the present call comes from; the server itself, when nobody called.
pub(crate) fn address() -> IpAddr {
    VISIT.try_with(|visit| visit.address).unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
}

/// The subaccount that one of our own services calls for.
pub(crate) fn behalf() -> Option<SubaccountId> {
    VISIT.try_with(|visit| visit.behalf).ok().flatten()
}

pub(crate) fn called_by(identity: &Arc<Identity>) {
    noted(|visit| drop(visit.caller.set(Arc::clone(identity))));
}

pub(crate) fn audited() {
    noted(|visit| visit.audited.store(true, Ordering::Relaxed));
}

pub(crate) fn pause(pause: Duration) {
    let millis = u64::try_from(pause.as_millis()).unwrap_or(u64::MAX).max(1);
    noted(|visit| visit.pause.store(millis, Ordering::Relaxed));
}
