//! What must never be called, really tried: in a network namespace of its own, which has no way out.
//!
//! The test starts itself once more inside the namespace. The inner part refuses to run anywhere else: it tries addresses that
//! lead somewhere on real machines.

use ropeway_client::{Body, Error, Http, Kind, Method, Options, Target};
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The metadata service of most clouds.
const METADATA: &str = "169.254.169.254";
const INNER: &str = "ROPEWAY_TEST_INSIDE_A_NAMESPACE";

fn works(program: &str, arguments: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

#[test]
fn the_metadata_service_is_never_connected_to_whatever_is_allowed() {
    if !works("unshare", &["-rn", "true"]) {
        eprintln!("skipped: this machine permits no network namespaces (unshare -rn)");
        return;
    }
    if !works("ip", &["-V"]) {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "the command `ip` is missing: install iproute2");
        eprintln!("skipped: the command `ip` is missing");
        return;
    }
    let prepare = format!("ip link set lo up && ip addr add {METADATA}/32 dev lo && exec \"$0\" \"$@\"");
    let this = std::env::current_exe().unwrap();
    let mut command = Command::new("unshare");
    command.args(["-rn", "sh", "-c", &prepare]).arg(this);
    command.args(["--ignored", "--exact", "namespace::inside", "--nocapture"]).env(INNER, "1");
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 passed"), "it really ran: {said}");
}

/// Where there is another device than the loopback, something may leave.
fn has_a_way_out() -> bool {
    let devices = std::fs::read_to_string("/proc/self/net/dev").unwrap();
    devices.lines().skip(2).filter_map(|line| line.split(':').next()).any(|name| name.trim() != "lo")
}

/// Everything that can be allowed is.
fn open() -> Http {
    let hosts = [("meta.example", METADATA), ("mapped.example", "::ffff:169.254.169.254")];
    let options = Options {
        own_origins: vec![format!("http://{METADATA}"), "http://meta.example".to_owned()],
        allowed_hosts: vec!["meta.example".to_owned(), "mapped.example".to_owned()],
        allowed_networks: vec!["0.0.0.0/0".to_owned(), "::/0".to_owned()],
        allow_private: true,
        hosts: hosts.iter().map(|(name, ip)| ((*name).to_owned(), vec![ip.parse().unwrap()])).collect(),
        ..Options::default()
    };
    Http::new(options).unwrap()
}

async fn call(http: &Http, url: &str) -> Result<u16, Error> {
    let answer = http.send(&Target::open("T", url), Method::GET, "/latest/meta-data", Body::none()).await?;
    Ok(answer.status().as_u16())
}

#[test]
#[ignore = "runs inside the namespace that the test above makes"]
fn inside() {
    assert_eq!(std::env::var(INNER).as_deref(), Ok("1"), "only inside the namespace");
    assert!(!has_a_way_out(), "this is no namespace without a way out");
    let listener = TcpListener::bind((METADATA, 80)).unwrap();
    let connections = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&connections);
    std::thread::spawn(move || {
        listener.incoming().for_each(|_| {
            counted.fetch_add(1, Ordering::SeqCst);
        })
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let http = open();
        for host in [METADATA, "meta.example", "mapped.example", "[::ffff:169.254.169.254]", "2852039166", "0xa9fea9fe"]
        {
            let error = call(&http, &format!("http://{host}")).await.unwrap_err();
            assert_eq!(error.kind(), &Kind::Refused, "{host}: {error}");
        }
    });
    // The listener would have seen them: it sees this one, and only this one.
    drop(std::net::TcpStream::connect((METADATA, 80)).unwrap());
    while connections.load(Ordering::SeqCst) == 0 {
        std::thread::yield_now();
    }
    assert_eq!(connections.load(Ordering::SeqCst), 1);
}
