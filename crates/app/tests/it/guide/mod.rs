//! `ropeway guide`, as people and pipelines use it: against a server that runs, with files on disk.

mod breaking;
mod checking;
mod packages;
mod running;

use crate::kit::{Api, Home, Server, run};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

/// A server, and what a run of the guide left there.
struct Ground {
    home: Home,
    server: Server,
    options: Vec<String>,
}

impl Ground {
    /// With these arguments of `ropeway serve`.
    fn start(options: &[&str]) -> Self {
        let home = Home::with(options);
        let server = home.start();
        let ca = home.data().join("dev-ca.pem");
        let options = if ca.exists() { vec!["--ca".to_owned(), ca.display().to_string()] } else { Vec::new() };
        Self { home, server, options }
    }

    fn out(&self) -> PathBuf {
        self.home.beside("out")
    }

    /// `guide run` against the server, with more arguments.
    fn run(&self, more: &[&str]) -> Output {
        let (first, out) = (self.home.data().join("first-start.json"), self.out());
        let mut args = vec!["guide", "run", "--server", &self.server.url, "--credentials", first.to_str().unwrap()];
        args.extend(["--out", out.to_str().unwrap()]);
        args.extend(self.options.iter().map(String::as_str));
        args.extend(more);
        run(&args)
    }

    /// `guide check` of what it wrote.
    fn check(&self, more: &[&str]) -> Output {
        let file = self.out().join("landscape.json");
        let args =
            ["guide", "check", file.to_str().unwrap()].into_iter().chain(self.options.iter().map(String::as_str));
        run(&args.chain(more.iter().copied()).collect::<Vec<_>>())
    }

    /// The steps of a check, which ends with the code that its result asks for.
    fn steps(&self) -> Vec<Value> {
        let report = one_object(&self.check(&["--json"]));
        report["steps"].as_array().unwrap().clone()
    }

    fn read(&self, name: &str) -> Value {
        serde_json::from_slice(&fs::read(self.out().join(name)).unwrap()).unwrap()
    }

    /// A client of the service of a key, at its address, with a token.
    async fn client(&self, key: &str, at: &str) -> Api {
        let (api, key) = (Api::new(&self.server.url), self.read(&format!("keys/{key}.json")));
        let token = crate::kit::service_token(&api, &key).await.unwrap();
        api.at(key[at].as_str().unwrap(), &token)
    }
}

/// The one JSON object on stdout; its `ok` and the exit code agree.
fn one_object(output: &Output) -> Value {
    let text = String::from_utf8_lossy(&output.stdout);
    let report: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}\n{}", said(output)));
    assert_eq!(report["ok"] == true, output.status.success(), "{text}");
    report
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}
