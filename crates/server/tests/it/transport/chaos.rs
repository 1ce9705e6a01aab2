//! The work engine under attack, with real workers: they are killed and started again, leases are declared over while their
//! holders live, clocks jump, and targets are slow. Nothing may start twice, and no end may be lost.

use super::kit::Tms;
use engine::Error;
use model::Clock;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use store::p;
use testkit::slp::{Fake, Script};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

const LEASE: Duration = Duration::from_millis(600);
const NODES: usize = 4;
const REQUESTS: usize = 5;
const SPAN: Duration = Duration::from_secs(8);
const PATIENCE: Duration = Duration::from_secs(90);

/// Numbers that a seed repeats.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// A worker, and the means to stop it in order.
struct Worker {
    task: JoinHandle<()>,
    _stop: watch::Sender<bool>,
}

impl Worker {
    fn start(tms: &Tms) -> Self {
        let (stop, stopping) = watch::channel(false);
        Self { task: tokio::spawn(engine::work::worker::run(tms.app.cx.clone(), stopping)), _stop: stop }
    }

    /// As SIGKILL: whatever it was doing stops where it stood.
    async fn kill(self) {
        self.task.abort();
        drop(self.task.await);
    }
}

/// The machine's clock: it goes, and somebody sets it now and then.
struct Setting {
    started: Instant,
    base: i64,
    offset: i64,
}

impl Setting {
    fn tick(&self, clock: &Clock) {
        let Clock::Stopped(at) = clock else { panic!("a clock that a test can set") };
        let gone = i64::try_from(self.started.elapsed().as_micros()).unwrap();
        at.store(self.base + gone + self.offset, Ordering::SeqCst);
    }
}

async fn declare_leases_over(tms: &Tms) {
    let over = async |tx: &mut store::Tx| {
        Ok::<u64, Error>(tx.execute("update work set lease_until = 0 where claim is not null", p![]).await?)
    };
    tms.app.cx.db.write(over).await.expect("the store");
}

async fn landscape(tms: &Tms, fake: &Fake) -> Vec<(i64, Vec<i64>)> {
    tms.destination("d", fake).await;
    let mut nodes = Vec::new();
    for number in 0..NODES {
        let name = format!("N{number}");
        let node = tms.target_node(&name, "MANUAL", "d").await;
        let mut requests = Vec::new();
        for request in 0..REQUESTS {
            requests.push(tms.archive(&name, &format!("shop{number}x{request}"), "1.0.0").await);
        }
        nodes.push((node, requests));
    }
    nodes
}

async fn all_ended(tms: &Tms, actions: &[i64]) -> bool {
    let actions = actions.to_vec();
    let open = async move |tx: &mut store::Tx| {
        let mut open = 0;
        for action in actions {
            open += tx
                .query_one::<i64>("select count(*) from action where id = $1 and ended_at is null", p![action])
                .await?;
        }
        Ok::<i64, Error>(open)
    };
    tms.app.cx.db.read(open).await.expect("the store") == 0
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_happens_to_workers_nothing_starts_twice_and_every_import_ends_once() {
    let seed = std::env::var("ROPEWAY_SEED").ok().and_then(|text| text.parse().ok());
    let seed: u64 = seed.unwrap_or_else(|| RandomState::new().build_hasher().finish() | 1);
    println!("ROPEWAY_SEED={seed}");
    let mut random = Random(seed);
    let tms = Tms::start_with(|settings| settings.lease = LEASE).await;
    let fake = Fake::start().await;
    let nodes = landscape(&tms, &fake).await;
    fake.plays(Script {
        states: vec!["RUNNING", "RUNNING", "RUNNING", "FINISHED"],
        slow: Duration::from_millis(40),
        ..Script::default()
    });
    let mut clock = Setting { started: Instant::now(), base: tms.app.cx.now().micros(), offset: 0 };
    let mut workers = [Worker::start(&tms), Worker::start(&tms)];
    let mut actions = Vec::new();
    for (node, _) in &nodes {
        actions.push(tms.import_all(*node).await);
    }
    let mut ticks = interval(Duration::from_millis(5));
    ticks.set_missed_tick_behavior(MissedTickBehavior::Skip);
    let mut kills = 0;
    while !all_ended(&tms, &actions).await {
        assert!(clock.started.elapsed() < PATIENCE, "an import does not end; {kills} kills");
        ticks.tick().await;
        if clock.started.elapsed() < SPAN {
            match random.below(60) {
                0 => {
                    let one = &mut workers[usize::try_from(random.below(2)).unwrap()];
                    std::mem::replace(one, Worker::start(&tms)).kill().await;
                    kills += 1;
                }
                1 => declare_leases_over(&tms).await,
                // Longer than a lease, shorter than the patience with a target.
                2 if random.below(4) == 0 => clock.offset = if clock.offset == 0 { 300_000_000 } else { 0 },
                _ => {}
            }
        }
        clock.tick(&tms.app.cx.clock);
    }
    println!("{kills} kills");
    check(tms, &fake, &nodes, &actions).await;
    for worker in workers {
        worker.kill().await;
    }
}

async fn check(tms: Tms, fake: &Fake, nodes: &[(i64, Vec<i64>)], actions: &[i64]) {
    let tms = tms.again().await;
    let processes = fake.seen.lock().unwrap().processes.len();
    assert_eq!(processes, NODES * REQUESTS, "each archive is deployed once");
    for ((node, requests), action) in nodes.iter().zip(actions) {
        let lines = tms.lines(*action).await;
        for request in requests {
            assert_eq!(tms.status(*node, *request).await, "succeeded", "{lines:#?}");
        }
        let count = |what: &str| lines.iter().filter(|line| line.contains(what)).count();
        assert_eq!((count("ended: "), count("Deployment started")), (REQUESTS, REQUESTS), "{lines:#?}");
    }
}
