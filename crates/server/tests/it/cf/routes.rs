//! `apis/cf` is the list of operations: each is routed and wants a token, or is listed as missing and is unknown.

use super::kit::Kit;
use std::collections::BTreeSet;

fn operations(text: &str) -> BTreeSet<(String, String)> {
    let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    lines.filter_map(|line| line.split_once(' ')).map(|(m, p)| (m.to_owned(), p.to_owned())).collect()
}

#[tokio::test]
async fn every_operation_is_routed_or_missing() {
    let kit = Kit::start("acme", &[]).await;
    let all = operations(include_str!("../../../../../apis/cf/operations.txt"));
    let missing = operations(include_str!("../../../../../apis/cf/missing.txt"));
    let open = ["/", "/v3", "/v3/info"];
    assert!(missing.is_subset(&all));
    for operation in &all {
        let (method, path) = operation;
        let guid = "00000000-0000-4000-8000-000000000000";
        let filled = path.split('/').map(|part| if part.starts_with('{') { guid } else { part }).collect::<Vec<_>>();
        let answer = kit.app.request(method, &format!("/cf{}", filled.join("/"))).send().await;
        let wanted = match (missing.contains(operation), open.contains(&path.as_str())) {
            (true, _) => 404,
            (false, true) => 200,
            (false, false) => 401,
        };
        assert_eq!(answer.status, wanted, "{method} {path}: {}", answer.text());
    }
}
