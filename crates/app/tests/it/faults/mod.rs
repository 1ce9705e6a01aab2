//! Guarantees 1 to 4 under SIGKILL and SIGSTOP: clients work while the server is killed or stands still at random moments,
//! again and again, on both databases.
//!
//! `ROPEWAY_KILLS` says how often, `ROPEWAY_SEED` repeats a run as far as chance goes.

mod check;
mod ledger;
mod stalls;
mod work;

use crate::kit::{Api, Home, Landscape, Random};
use ledger::Shared;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};

const WORKERS: u64 = 8;

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_and_nothing_runs_twice() {
    kills(Home::new()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_and_nothing_runs_twice_on_postgresql() {
    // A killed process leaves its leases behind: short ones, so that what it did goes on soon.
    let Some(home) = Home::new().set("WORK__LEASE_SECONDS", "1").on_postgres() else { return };
    kills(home).await;
}

async fn kills(home: Home) {
    let kills = number("ROPEWAY_KILLS").unwrap_or(50);
    let seed = number("ROPEWAY_SEED").unwrap_or_else(|| RandomState::new().build_hasher().finish());
    println!("{kills} kills, ROPEWAY_SEED={seed}");
    let (mut random, ledger) = (Random::new(seed), Shared::default());
    let mut server = home.start();
    let api = Api::new(&server.url);
    let landscape = Landscape::make(&api, &server.url, &home.first()).await;
    let tms = landscape.tms(&api).await.unwrap();
    let mut orders = check::Orders::default();
    for _ in 0..kills {
        let seeds = (0..WORKERS).map(|_| random.next());
        let workers: Vec<_> = seeds.map(|seed| work::spawn(&tms, &landscape, &ledger, seed)).collect();
        tms.moments(1 + random.below(400)).await;
        server.kill();
        for worker in workers {
            worker.await.unwrap();
        }
        server = home.start();
        orders.only_grew(&check::queues(&tms, &landscape).await);
    }
    println!("{}", ledger.summary());
    check::settled(&tms, &landscape, &ledger).await;
    check::requests(&tms, &landscape, &ledger).await;
    check::imports(&tms, &landscape, &ledger).await;
    check::leftovers_are_usable(&tms, &landscape, &ledger).await;
    server.terminate();
    assert!(server.ended().status.success());
    check::files(&home, &landscape, &ledger).await;
}
