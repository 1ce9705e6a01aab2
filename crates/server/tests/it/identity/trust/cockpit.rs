//! The trust configuration as administrators see it.

use super::super::kit::{ALM, PASSWORD};
use super::stub::{ORIGIN, VIEWERS, session_of, sign_in, start};
use serde_json::{Value, json};

const TRUST: &str = "/api/v1/subaccounts/alm/trust";

#[tokio::test]
async fn an_administrator_sees_what_is_trusted_and_what_its_groups_give_here() {
    let (kit, stub) = start().await;
    let admin = kit.admin("alm").await;
    let shown = kit.get(TRUST).bearer(&admin).send().await.good();
    assert_eq!(shown["passwordSignIn"], true);
    let one = &shown["providers"][0];
    assert_eq!((&one["origin"], &one["issuer"]), (&json!(ORIGIN), &json!(stub.server.url())));
    assert_eq!((&one["state"], &one["keys"], &one["fetchedAt"]), (&json!("unknown"), &Value::Null, &Value::Null));
    assert_eq!(one["redirectUri"], "http://127.0.0.1:4004/sign-in/sap.custom/callback");
    assert_eq!(
        one["mappings"],
        json!([
            {"group": "viewers", "roleCollection": VIEWERS, "exists": true},
            {"group": "administrators", "roleCollection": "Subaccount Administrator", "exists": true},
            {"group": "viewers", "roleCollection": "There is no such role collection", "exists": false},
        ])
    );
    assert!(!shown.to_string().contains("s3cret"), "{shown}");
    session_of(&sign_in(&kit, &stub, &[], json!({})).await);
    let seen = kit.get(&format!("{TRUST}/{ORIGIN}")).bearer(&admin).send().await.good();
    assert_eq!((&seen["state"], &seen["keys"]), (&json!("active"), &json!(1)));
    assert_eq!(kit.get(&format!("{TRUST}/other")).bearer(&admin).send().await.status, 404);
}

async fn check(kit: &super::super::kit::Kit) -> Vec<(String, String)> {
    let call = kit.post(&format!("{TRUST}/{ORIGIN}/check")).bearer(&kit.admin("alm").await);
    let steps = call.send().await.good()["steps"].as_array().cloned().unwrap_or_default();
    let word = |step: &Value, name: &str| step[name].as_str().unwrap_or_default().to_owned();
    for step in &steps {
        assert_eq!(word(step, "fix").is_empty(), word(step, "severity") == "success", "{step}");
    }
    steps.iter().map(|step| (word(step, "name"), word(step, "severity"))).collect()
}

#[tokio::test]
async fn the_check_says_what_is_wrong_and_what_to_do() {
    let (kit, stub) = start().await;
    let steps = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|(name, severity)| ((*name).to_owned(), (*severity).to_owned())).collect()
    };
    let good = [("metadata", "success"), ("pkce", "success"), ("algorithms", "success")];
    let all = [&good[..], &[("keys", "success"), ("client", "success")]].concat();
    assert_eq!(check(&kit).await, steps(&all));
    stub.set(|script| script.metadata = json!({"token_endpoint": format!("{}/none", stub.server.url())}));
    assert_eq!(check(&kit).await.last().map(|(_, severity)| severity.as_str()), Some("warning"));
    stub.set(|script| {
        script.metadata =
            json!({"code_challenge_methods_supported": [], "id_token_signing_alg_values_supported": ["HS256"]})
    });
    let doubtful = [("metadata", "success"), ("pkce", "warning"), ("algorithms", "warning")];
    assert_eq!(check(&kit).await[..3], steps(&doubtful));
    stub.set(|script| (script.metadata, script.keys) = (json!({}), json!([])));
    assert_eq!(check(&kit).await, steps(&[&good[..], &[("keys", "error")]].concat()));
    stub.set(|script| script.metadata = json!({"issuer": "https://other.example"}));
    assert_eq!(check(&kit).await, steps(&[("metadata", "error")]));
    stub.set(|script| script.down = true);
    assert_eq!(check(&kit).await, steps(&[("metadata", "error")]));
    let seen = kit.get(&format!("{TRUST}/{ORIGIN}")).bearer(&kit.admin("alm").await).send().await.good();
    assert_eq!(seen["state"], "failed", "{seen}");
}

#[tokio::test]
async fn who_looks_only_checks_nothing_and_sees_nothing_of_other_subaccounts() {
    let (kit, _stub) = start().await;
    kit.person("vera@example.org").await;
    kit.assign(ALM, "Subaccount Viewer", "vera@example.org").await;
    let vera = kit.log_in("alm", "vera@example.org", PASSWORD).await.token();
    let seen = kit.get(TRUST).bearer(&vera).send().await.good();
    assert_eq!(seen["providers"][0]["can"]["check"]["allowed"], false);
    let refused = kit.post(&format!("{TRUST}/{ORIGIN}/check")).bearer(&vera).send().await;
    assert_eq!(refused.status, 403, "{refused:?}");
    let elsewhere = kit.get("/api/v1/subaccounts/cpi-dev/trust").bearer(&vera).send().await;
    assert_eq!(elsewhere.status, 403, "{elsewhere:?}");
}
