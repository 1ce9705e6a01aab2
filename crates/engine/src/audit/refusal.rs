//! Refusals in the audit trail. The first of its kind is written at once; those that repeat it are counted, and written
//! as one row when the window is over. What cannot be told apart for want of room is counted together, so nobody
//! fills the disk by being refused.

use super::{Event, cut, record};
use crate::cx::Cx;
use crate::error::Result;
use crate::visit::{self, Visit};
use model::Time;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// How long refusals are counted before they are written.
const WINDOW: Duration = Duration::from_secs(300);
/// How many kinds of refusals are told apart in a window: of one address, and of all.
const OF_ADDRESS: usize = 10;
const OF_ALL: usize = 300;
/// Stands for more than can be told apart.
const SEVERAL: &str = "(several)";
/// How often it is looked whether a window is over.
const LOOK: Duration = Duration::from_secs(30);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Kind {
    event: &'static str,
    actor: String,
    subaccount: String,
    object: String,
    address: Option<IpAddr>,
}

#[derive(Debug)]
struct Count {
    times: u64,
    last: Time,
    detail: Value,
}

#[derive(Debug, Default)]
struct Window {
    begun: Time,
    counts: HashMap<Kind, Count>,
    of_address: HashMap<IpAddr, usize>,
}

impl Window {
    fn is_over(&self, now: Time) -> bool {
        now < self.begun || now >= self.begun.plus(WINDOW)
    }

    /// What there is to write now: the refusal itself, if it is the first of its kind.
    fn note(&mut self, now: Time, address: IpAddr, event: Event) -> Option<Event> {
        let Event { actor, subaccount, event, object, detail } = event;
        let kind =
            Kind { event, actor: cut(actor), subaccount: cut(subaccount), object: cut(object), address: Some(address) };
        if let Some(count) = self.counts.get_mut(&kind) {
            (count.times, count.last) = (count.times + 1, now);
            return None;
        }
        let room = self.counts.len() < OF_ALL && self.of_address.get(&address).is_none_or(|n| *n < OF_ADDRESS);
        if room {
            *self.of_address.entry(address).or_default() += 1;
            let first = written(&kind, &detail, json!({}));
            self.counts.insert(kind, Count { times: 0, last: now, detail });
            return Some(first);
        }
        // Nobody says what of this is true, so nothing of it is kept but the number.
        let known = self.counts.len() < 2 * OF_ALL && self.of_address.contains_key(&address);
        let several = Kind { address: known.then_some(address), ..several(event) };
        let count = self.counts.entry(several).or_insert(Count { times: 0, last: now, detail: json!({}) });
        (count.times, count.last) = (count.times + 1, now);
        None
    }

    fn drain(&mut self, now: Time) -> Vec<Event> {
        let counts = std::mem::take(self).counts;
        self.begun = now;
        let repeated = counts.into_iter().filter(|(_, count)| count.times > 0);
        repeated
            .map(|(kind, count)| {
                let more = json!({ "repeated": count.times, "last": count.last.rfc3339_millis() });
                written(&kind, &count.detail, more)
            })
            .collect()
    }
}

fn several(event: &'static str) -> Kind {
    let text = || SEVERAL.to_owned();
    Kind { event, actor: text(), subaccount: String::new(), object: text(), address: None }
}

fn written(kind: &Kind, detail: &Value, more: Value) -> Event {
    let address = kind.address.map_or_else(|| SEVERAL.to_owned(), |address| address.to_string());
    let mut fields = serde_json::Map::from_iter([("address".to_owned(), Value::String(address))]);
    for part in [detail.clone(), more] {
        if let Value::Object(part) = part {
            fields.extend(part);
        }
    }
    Event {
        actor: kind.actor.clone(),
        subaccount: kind.subaccount.clone(),
        event: kind.event,
        object: kind.object.clone(),
        detail: Value::Object(fields),
    }
}

#[derive(Default)]
struct Refusals(Mutex<Window>);

impl Refusals {
    fn with<R>(&self, work: impl FnOnce(&mut Window) -> R) -> R {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Writes the row of a refused call or failed log-in, in a transaction of its own. A failure here is logged, not
/// answered: the refusal itself stands.
pub async fn refused(cx: &Cx, event: Event) {
    visit::audited();
    noted(cx, visit::address(), event).await;
}

async fn noted(cx: &Cx, address: IpAddr, event: Event) {
    let now = cx.now();
    let rows = cx.cache::<Refusals>().with(|window| {
        let mut rows = if window.is_over(now) { window.drain(now) } else { Vec::new() };
        rows.extend(window.note(now, address, event));
        rows
    });
    write(cx, rows).await;
}

/// Writes the row of a call that was denied, unless the use case did it: `call` is its method and route.
pub async fn denied(cx: &Cx, visit: &Visit, call: String, status: u16) {
    if visit.is_audited() {
        return;
    }
    let caller = visit.caller();
    let subaccount = caller.and_then(|caller| caller.subaccount().ok()).map(|id| id.to_string());
    let event = Event {
        actor: caller.map(|caller| caller.actor().to_owned()).unwrap_or_default(),
        subaccount: subaccount.unwrap_or_default(),
        event: "call.denied",
        object: call,
        detail: json!({ "status": status }),
    };
    noted(cx, visit.address(), event).await;
}

/// Writes what was counted: in the windows that are over, or, at the end, all.
pub async fn flush(cx: &Cx, all: bool) {
    let now = cx.now();
    let rows =
        cx.cache::<Refusals>().with(|window| if all || window.is_over(now) { window.drain(now) } else { Vec::new() });
    write(cx, rows).await;
}

async fn write(cx: &Cx, rows: Vec<Event>) {
    if rows.is_empty() {
        return;
    }
    let now = cx.now();
    let written: Result<()> = cx
        .db
        .write(async move |tx| {
            for row in rows {
                record(tx, now, row).await?;
            }
            Ok(())
        })
        .await;
    if let Err(error) = written {
        tracing::error!(error = %error.chain(), "refusals could not be recorded in the audit trail");
    }
}

/// Writes in time what this process counted, until it is stopped.
pub async fn upkeep(cx: Cx, mut stopping: watch::Receiver<bool>) {
    loop {
        // Nobody to stop it any more is as good as being stopped.
        let ended = tokio::time::timeout(LOOK, stopping.wait_for(|stop| *stop)).await.is_ok();
        flush(&cx, ended).await;
        if ended {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(actor: &str) -> Event {
        let (subaccount, object) = (String::new(), format!("person {actor}"));
        Event { actor: actor.to_owned(), subaccount, event: "login.failed", object, detail: json!({}) }
    }

    fn address(n: u32) -> IpAddr {
        IpAddr::V4(n.into())
    }

    #[test]
    fn what_repeats_is_one_row_with_its_number() {
        let mut window = Window::default();
        let now = Time(1_000_000);
        let first = (0..1_000).filter_map(|_| window.note(now, address(1), failed("a"))).count();
        assert_eq!(first, 1);
        assert!(window.note(now, address(2), failed("a")).is_some(), "another address is another kind");
        let rows = window.drain(now);
        assert_eq!(rows.len(), 1);
        assert_eq!((&rows[0].detail["repeated"], &rows[0].detail["address"]), (&json!(999), &json!("0.0.0.1")));
        assert!(window.drain(now).is_empty());
    }

    #[test]
    fn many_names_and_many_addresses_are_few_rows_and_little_memory() {
        let mut window = Window::default();
        let now = Time(1_000_000);
        let mut rows = (0..1_000).filter_map(|n| window.note(now, address(1), failed(&n.to_string()))).count();
        assert_eq!(rows, OF_ADDRESS);
        for n in 0..100_000 {
            rows += usize::from(window.note(now, address(n), failed(&n.to_string())).is_some());
        }
        assert!(window.counts.len() <= 2 * OF_ALL + 1 && window.of_address.len() <= OF_ALL);
        let drained = window.drain(now);
        let repeated: u64 = drained.iter().filter_map(|row| row.detail["repeated"].as_u64()).sum();
        assert_eq!(usize::try_from(repeated).unwrap() + rows, 101_000, "none is lost");
        assert!(rows + drained.len() <= 3 * OF_ALL);
    }
}
