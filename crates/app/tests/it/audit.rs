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
