//! What a refusal leaves in the audit trail: always something, never much; and how the trail is kept.

use super::kit::{ADMIN, Kit};
use engine::audit::chain::{self, Verdict};
use engine::audit::{self, keep};
use std::sync::{Arc, Mutex};
use std::time::Duration;

#[tokio::test]
async fn fifty_log_ins_with_long_names_leave_little() {
    let kit = Kit::start().await;
    let (before, _) = kit.trail().await;
    let long = "x".repeat(200_000);
    for n in 0..50 {
        assert!(kit.log_in("alm", &format!("{n}{long}"), "wrong").await.status.is_client_error());
        let call = kit.post("/uaa/alm/oauth/token").basic(&format!("{n}{long}"), "wrong");
        assert!(call.form("grant_type=client_credentials").send().await.status.is_client_error());
        let call = kit.get("/deploy-service/slprot/o/s/slp/services").basic(&format!("{n}{long}"), "wrong");
        assert!(call.send().await.status.is_client_error());
    }
    let huge = "x".repeat(1_000_000);
    assert_eq!(kit.log_in("alm", &huge, "wrong").await.status, 413);
    audit::flush(&kit.cx, true).await;
    let (after, rows) = kit.trail().await;
    assert!(after - before < 60_000, "{before} {after} {rows}");
}

#[tokio::test]
async fn a_failure_that_repeats_is_one_row_with_its_number() {
    let kit = Kit::start_with(|settings| settings.logins.failures = 0).await;
    for _ in 0..20 {
        assert_eq!(kit.log_in("alm", ADMIN, "wrong").await.status, 401);
    }
    let failed = async || {
        let events = kit.events().await;
        events.into_iter().filter(|(event, ..)| event == "login.failed").collect::<Vec<_>>()
    };
    assert_eq!(failed().await.len(), 1, "the first at once");
    kit.advance(Duration::from_secs(301));
    audit::flush(&kit.cx, false).await;
    let rows = failed().await;
    assert_eq!(rows.len(), 2);
    let (_, actor, rest) = &rows[0];
    assert!(actor == ADMIN && rest.contains("\"repeated\":19") && rest.contains("127.0.0.1"), "{rest}");
}

#[tokio::test]
async fn a_denied_call_is_in_the_trail_whatever_the_service() {
    let kit = Kit::start().await;
    let token = kit.client_token().await;
    let paths = [
        "/tms/v2/nodes",
        "/uaa/alm/Users",
        "/cf-uaa/Users",
        "/accounts/v1/globalAccount",
        "/service-manager/v1/service_instances",
        "/destination-configuration/v1/subaccountDestinations",
        "/content-agent/v1/contentResources",
        "/cpi/alm/api/v1/IntegrationPackages",
        "/api/v1/people/me/sessions",
    ];
    for path in paths {
        let refused = kit.get(path).bearer(&token).send().await;
        assert!([401, 403].contains(&refused.status.as_u16()), "{path}: {refused:?}");
        assert_eq!(kit.get(path).bearer("nonsense").send().await.status, 401, "{path}");
        assert_eq!(kit.get(path).send().await.status, 401, "{path}");
        // Else there are more kinds than are told apart.
        audit::flush(&kit.cx, true).await;
    }
    let denied: Vec<_> = kit.events().await.into_iter().filter(|(event, ..)| event == "call.denied").collect();
    let known = denied.iter().filter(|(_, actor, _)| actor == super::kit::CLIENT).count();
    assert!(known >= 8, "{known}: {denied:#?}");
    let all = kit.trail().await.1;
    for _ in 0..100 {
        kit.get("/tms/v2/nodes").bearer(&token).send().await;
    }
    audit::flush(&kit.cx, true).await;
    assert!(kit.trail().await.1 <= all + 2);
}

#[tokio::test]
async fn a_pruned_trail_is_verified_from_its_anchor() {
    let kit = Kit::start().await;
    chained(&kit).await;
    let Verdict::Holds { rows, pruned: 0 } = chain::verify(&kit.cx).await.unwrap() else { panic!("broken") };
    let middle = kit.cx.now().plus(Duration::from_secs(60));
    kit.advance(Duration::from_secs(120));
    kit.admin("alm").await;
    chained(&kit).await;
    assert_eq!(keep::prune(&kit.cx, middle, "test").await.unwrap(), u64::try_from(rows).unwrap());
    chained(&kit).await;
    assert_eq!(chain::verify(&kit.cx).await.unwrap(), Verdict::Holds { rows: 2, pruned: rows });
    let taken = Arc::new(Mutex::new(Vec::new()));
    let lines = Arc::clone(&taken);
    let on_row = move |row: &store::audit::AuditRow| {
        lines.lock().unwrap().push(row.event.clone());
        Ok(())
    };
    keep::export(&kit.cx, keep::Span::default(), on_row).await.unwrap();
    assert_eq!(*taken.lock().unwrap(), ["login", "audit.prune"]);
    let end = kit.cx.now().plus(Duration::from_secs(1));
    assert_eq!(keep::prune(&kit.cx, end, "test").await.unwrap(), 2);
    chained(&kit).await;
    assert_eq!(chain::verify(&kit.cx).await.unwrap(), Verdict::Holds { rows: 1, pruned: rows + 2 });
    for forged in ["update audit_anchor set chain_pos = chain_pos + 1", "update audit_anchor set seal = 'x'"] {
        kit.cx.db.write(async move |tx| tx.execute(forged, store::p![]).await).await.unwrap();
        assert!(matches!(chain::verify(&kit.cx).await.unwrap(), Verdict::Broken { .. }), "{forged}");
    }
    kit.cx.db.write(async move |tx| tx.execute("delete from audit_anchor", store::p![]).await).await.unwrap();
    assert!(matches!(chain::verify(&kit.cx).await.unwrap(), Verdict::Broken { .. }));
}

#[tokio::test]
async fn a_trail_whose_end_was_cut_off_is_found_and_stays_broken() {
    let kit = Kit::start().await;
    chained(&kit).await;
    let Verdict::Holds { rows, .. } = chain::verify(&kit.cx).await.unwrap() else { panic!("broken") };
    assert!(rows > 2);
    kit.cx
        .db
        .write(async move |tx| tx.execute("delete from audit where chain_pos > 2", store::p![]).await)
        .await
        .unwrap();
    let what = format!("its end is missing: {} rows after this place", rows - 2);
    assert_eq!(chain::verify(&kit.cx).await.unwrap(), Verdict::Broken { position: 2, what });
    kit.admin("alm").await;
    chained(&kit).await;
    let what = "a row is missing or was moved".to_owned();
    assert_eq!(chain::verify(&kit.cx).await.unwrap(), Verdict::Broken { position: 3, what });
    for forged in [
        "delete from audit where chain_pos > 2",
        "update setting set value = '2 x ' || (select hash from audit where chain_pos = 2) where name = 'audit_head'",
        "delete from setting where name = 'audit_head'",
    ] {
        kit.cx.db.write(async move |tx| tx.execute(forged, store::p![]).await).await.unwrap();
        assert!(matches!(chain::verify(&kit.cx).await.unwrap(), Verdict::Broken { position: 2, .. }), "{forged}");
    }
    kit.admin("alm").await;
    chained(&kit).await;
    assert!(
        matches!(chain::verify(&kit.cx).await.unwrap(), Verdict::Broken { .. }),
        "nothing seals what was not sealed"
    );
}

#[tokio::test]
async fn old_rows_go_by_themselves_when_the_operator_says_so() {
    let kit = Kit::start_with(|settings| settings.audit_retention = Some(Duration::from_secs(10 * 86_400))).await;
    chained(&kit).await;
    let first = kit.trail().await.1;
    kit.advance(Duration::from_secs(10 * 86_400 + 3_600));
    tidied(&kit).await;
    assert_eq!(kit.trail().await.1, first, "a day's worth at a time");
    kit.advance(Duration::from_secs(86_400));
    tidied(&kit).await;
    assert_eq!(kit.trail().await.1, 1, "what is left says that the others were pruned");
    tidied(&kit).await;
    assert!(matches!(chain::verify(&kit.cx).await.unwrap(), Verdict::Holds { rows: 1, .. }));
}

async fn chained(kit: &Kit) {
    while chain::extend(&kit.cx).await.unwrap() > 0 {}
}

/// What the job of the trail does each time.
async fn tidied(kit: &Kit) {
    chained(kit).await;
    keep::retain(&kit.cx).await.unwrap();
}
