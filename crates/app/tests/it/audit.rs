//! Guarantee 5: somebody with the database in his hands changes the audit trail, and is found out.

use crate::kit::{Api, Home, Landscape, change, run};

/// What he does, and how it is undone.
const TAMPERING: [(&[&str], &[&str]); 3] = [
    (
        &["update audit set actor = actor || '!' where chain_pos = 3"],
        &["update audit set actor = rtrim(actor, '!') where chain_pos = 3"],
    ),
    (
        &[
            "update audit set chain_pos = -3 where chain_pos = 3",
            "update audit set chain_pos = 3 where chain_pos = 4",
            "update audit set chain_pos = 4 where chain_pos = -3",
        ],
        &[
            "update audit set chain_pos = -3 where chain_pos = 3",
            "update audit set chain_pos = 3 where chain_pos = 4",
            "update audit set chain_pos = 4 where chain_pos = -3",
        ],
    ),
    (&["delete from audit where chain_pos = 3"], &[]),
];

#[tokio::test(flavor = "multi_thread")]
async fn an_altered_a_moved_and_a_dropped_row_are_found() {
    let home = Home::new();
    let server = home.start();
    Landscape::make(&Api::new(&server.url), &server.url, &home.first()).await;
    server.terminate();
    assert!(server.ended().status.success());
    let data = home.data().display().to_string();
    let verify = || run(&["admin", "audit", "verify", "--data", &data]);
    assert_eq!(verify().status.code(), Some(0), "{:?}", verify());
    for (done, undone) in TAMPERING {
        change(&home, done).await;
        let found = verify();
        assert_eq!(found.status.code(), Some(1), "{done:?}: {found:?}");
        assert!(String::from_utf8_lossy(&found.stderr).contains("at place 3"), "{done:?}: {found:?}");
        change(&home, undone).await;
        assert!(undone.is_empty() || verify().status.success(), "{:?}", verify());
    }
}

/// The chain of what is left holds: it is its end that is not there.
#[tokio::test(flavor = "multi_thread")]
async fn a_trail_whose_end_was_cut_off_is_found() {
    let home = Home::new();
    let server = home.start();
    Landscape::make(&Api::new(&server.url), &server.url, &home.first()).await;
    server.terminate();
    assert!(server.ended().status.success());
    let data = home.data().display().to_string();
    let verify = || run(&["admin", "audit", "verify", "--data", &data]);
    let rows = String::from_utf8(verify().stdout).expect("text");
    let rows: i64 = rows.split(' ').next().and_then(|count| count.parse().ok()).expect("a number of rows");
    change(&home, &["delete from audit where chain_pos > 3"]).await;
    let found = String::from_utf8(verify().stderr).expect("text");
    assert!(found.contains(&format!("at place 3: its end is missing: {} rows", rows - 3)), "{found}");
    // The server goes on, and the gap stays.
    let server = home.start();
    server.terminate();
    assert!(server.ended().status.success());
    assert_eq!(verify().status.code(), Some(1));
    change(&home, &["delete from setting where name = 'audit_head'", "delete from audit where chain_pos > 3"]).await;
    let found = String::from_utf8(verify().stderr).expect("text");
    assert!(found.contains("the seal of its end is missing"), "{found}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trail_is_exported_and_pruned_with_the_rest_intact() {
    let home = Home::new();
    let server = home.start();
    Landscape::make(&Api::new(&server.url), &server.url, &home.first()).await;
    server.terminate();
    assert!(server.ended().status.success());
    let data = home.data().display().to_string();
    let admin = |args: &[&str]| {
        let all: Vec<&str> = [&["admin", "audit"], args, &["--data", &data]].concat();
        let done = run(&all);
        assert!(done.status.success(), "{args:?}: {done:?}");
        String::from_utf8(done.stdout).expect("text")
    };
    let exported = admin(&["export"]);
    let rows: Vec<serde_json::Value> = exported.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(rows.len() > 10 && admin(&["verify"]).starts_with(&format!("{} rows,", rows.len())));
    assert!(rows.iter().zip(1..).all(|(row, position)| row["position"] == position && row["hash"].is_string()));
    assert_eq!(admin(&["export", "--until", "2020-01-01"]), "");
    assert_eq!(admin(&["prune", "--before", "2020-01-01"]), "0 rows were removed\n");
    assert_eq!(admin(&["prune", "--before", "2100-01-01"]), format!("{} rows were removed\n", rows.len()));
    let verdict = format!("1 rows, every link holds ({} rows before them were pruned)\n", rows.len());
    assert_eq!(admin(&["verify"]), verdict);
    assert!(admin(&["export"]).contains("audit.prune"));
    change(&home, &["update audit_anchor set chain_pos = chain_pos - 1"]).await;
    assert_eq!(run(&["admin", "audit", "verify", "--data", &data]).status.code(), Some(1));
}
