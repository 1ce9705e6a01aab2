//! The lists under `apis/` are true: what is listed is there, and what is listed as missing is not. Services whose tests
//! need more than a server without anything in it (`cf`, `tms`, `deploy`, `ropeway`, `cloud-integration`) have this test in
//! their own stories.

use std::collections::BTreeSet;
use testkit::TestApp;

macro_rules! lists {
    ($service:literal) => {
        (
            $service,
            include_str!(concat!("../../../../apis/", $service, "/operations.txt")),
            include_str!(concat!("../../../../apis/", $service, "/missing.txt")),
        )
    };
}

const SERVICES: [(&str, &str, &str); 7] = [
    lists!("accounts"),
    lists!("alm"),
    lists!("cf-uaa"),
    lists!("content-agent"),
    lists!("destination"),
    lists!("service-manager"),
    lists!("xsuaa"),
];

/// What looks wrong and is right: the pass-through's own root is 404, and so says the original; `own` is the id of an
/// application as far as the path of one application goes, and no such application is known.
const ODD: [&str; 2] =
    ["GET /imp-cdm-transport-management-api/v1", "GET /uaa/{zone}/sap/rest/authorization/v2/apps/own"];

fn operations(text: &str) -> BTreeSet<(&str, &str)> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    lines.filter_map(|line| line.split_once(' ')).collect()
}

/// Parameters of a path as something that could be one.
fn filled(path: &str, zone: &str) -> String {
    let part = |part: &str| match part {
        "{zone}" => zone.to_owned(),
        _ if part.contains('{') => "00000000-0000-4000-8000-000000000000".to_owned(),
        _ => part.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn every_operation_is_routed_or_listed_as_missing() {
    let app = TestApp::start().await;
    let zone = app.first.cis.uaa.url.rsplit('/').next().unwrap().to_owned();
    let mut wrong = Vec::new();
    for (service, all, missing) in SERVICES {
        let (all, missing) = (operations(all), operations(missing));
        assert!(!all.is_empty() && missing.is_subset(&all), "{service}");
        for (method, path) in all.iter().filter(|(method, path)| !ODD.contains(&&*format!("{method} {path}"))) {
            let base = if service == "alm" { format!("/alm/{zone}/api") } else { String::new() };
            let answer = app.request(method, &format!("{base}{}", filled(path, &zone))).send().await;
            let is_routed = !matches!(answer.status, 404 | 405);
            if is_routed == missing.contains(&(*method, *path)) {
                wrong.push(format!("{service}: {method} {path}: {}", answer.status));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
