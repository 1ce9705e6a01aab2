//! Deployments to a slow target by real processes that are killed and that stand still, on PostgreSQL two of them at once.
//! A process that stood still for longer than its lease goes on as if nothing had happened; what it then does must not
//! count, and must not start a deployment that another has started already.

use super::number;
use crate::kit::{Api, Home, Landscape, Random, Server, mtar};
use serde_json::json;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::{Duration, Instant};
use testkit::slp::{Fake, Script};

const REQUESTS: usize = 4;
/// For how long the processes are disturbed, and how long everything may take then.
const SPAN: Duration = Duration::from_secs(12);
const PATIENCE: Duration = Duration::from_secs(120);

fn home() -> Home {
    Home::new().set("WORK__LEASE_SECONDS", "1").set("SECURITY__ALLOW_PRIVATE_TARGETS", "true")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_process_that_stands_still_starts_nothing_twice() {
    disturb(home(), 1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_processes_that_are_killed_and_stand_still_start_nothing_twice_on_postgresql() {
    let Some(home) = home().on_postgres() else { return };
    disturb(home, 2).await;
}

/// The processes, and what is done to them.
struct Processes<'a> {
    home: &'a Home,
    servers: Vec<Server>,
}

impl Processes<'_> {
    fn kill(&mut self, which: usize) {
        self.servers.remove(which).kill();
        self.servers.insert(which, self.start(which));
    }

    /// The first one has the address that clients know.
    fn start(&self, which: usize) -> Server {
        if which == 0 { self.home.start() } else { self.home.start_elsewhere().expect("a second process") }
    }

    /// Stands still for as long as a lease holds, and longer.
    async fn stall(&self, which: usize, millis: u64) {
        self.servers[which].stall();
        let still = tokio::time::timeout(Duration::from_millis(millis), std::future::pending::<()>());
        drop(still.await);
        self.servers[which].go_on();
    }
}

async fn disturb(home: Home, count: usize) {
    let seed = number("ROPEWAY_SEED").unwrap_or_else(|| RandomState::new().build_hasher().finish());
    println!("ROPEWAY_SEED={seed}");
    let (mut random, fake) = (Random::new(seed), Fake::start().await);
    fake.plays(Script {
        states: vec!["RUNNING", "RUNNING", "FINISHED"],
        slow: Duration::from_millis(250),
        ..Script::default()
    });
    let mut processes = Processes { home: &home, servers: vec![home.start()] };
    let api = Api::new(&processes.servers[0].url);
    let landscape = Landscape::with_target(&api, &processes.servers[0].url, &home.first(), &fake.url).await;
    let tms = landscape.tms(&api).await.unwrap();
    let actions = imports(&tms, &landscape).await;
    while processes.servers.len() < count {
        let next = processes.start(processes.servers.len());
        processes.servers.push(next);
    }
    let began = Instant::now();
    while began.elapsed() < SPAN && open(&tms, &actions).await > 0 {
        let which = usize::try_from(random.below(count as u64)).unwrap();
        match random.below(3) {
            0 => processes.kill(which),
            1 => processes.stall(which, 300 + random.below(2_500)).await,
            _ => drop(tokio::time::timeout(Duration::from_millis(200), std::future::pending::<()>()).await),
        }
    }
    while open(&tms, &actions).await > 0 {
        assert!(began.elapsed() < PATIENCE, "imports do not end");
    }
    check(&tms, &landscape, &fake).await;
}

/// Some requests in each queue, and the order to import them all.
async fn imports(tms: &Api, landscape: &Landscape) -> Vec<i64> {
    let mut actions = Vec::new();
    for (name, node) in &landscape.nodes {
        for number in 0..REQUESTS {
            let file = tms.upload("/v2/files/upload", "shop.mtar", &mtar(&[u8::try_from(number).unwrap(); 9])).await;
            let file = file.unwrap()["fileId"].as_i64().unwrap();
            let body = json!({ "nodeName": name, "contentType": "MTA", "storageType": "FILE",
                "description": "stalls", "entries": [{ "uri": file.to_string() }] });
            tms.post("/v2/nodes/upload", body).await.unwrap();
        }
        let answer = tms.post(&format!("/v2/nodes/{node}/transportRequests/importAll"), json!({})).await.unwrap();
        actions.push(answer["actionId"].as_i64().unwrap());
    }
    actions
}

/// How many imports have not ended, as far as somebody answers.
async fn open(tms: &Api, actions: &[i64]) -> usize {
    let mut open = 0;
    for action in actions {
        let ended = tms.get(&format!("/v2/actions/{action}")).await.is_ok_and(|seen| seen["endedAt"].is_string());
        open += usize::from(!ended);
    }
    open
}

async fn check(tms: &Api, landscape: &Landscape, fake: &Fake) {
    let started = fake.seen.lock().unwrap().processes.len();
    assert_eq!(started, landscape.nodes.len() * REQUESTS, "each archive is deployed once");
    for node in landscape.nodes.values() {
        let path = format!("/v2/nodes/{node}/transportRequests?status=su,wa,er,fa,ru,in,re");
        let queue = tms.get(&path).await.unwrap();
        let requests = queue["transportRequests"].as_array().unwrap().clone();
        assert_eq!(requests.len(), REQUESTS);
        for request in requests {
            assert_eq!(request["status"], "succeeded", "{request}");
            let path = format!("/v2/nodes/{node}/transportRequests/{}/logs", request["id"]);
            let logs = tms.get(&path).await.unwrap();
            let imports: Vec<_> =
                logs["logs"].as_array().unwrap().iter().filter(|log| log["actionType"] == "I").collect();
            assert_eq!(imports.len(), 1);
            for word in ["TRANSPORTREQUEST_START", "DEPLOYMENT_STARTED", "TRANSPORTREQUEST_END"] {
                let text = imports[0].to_string();
                assert_eq!(text.matches(&format!("\"{word}\"")).count(), 1, "{word}: {text}");
            }
        }
    }
}
