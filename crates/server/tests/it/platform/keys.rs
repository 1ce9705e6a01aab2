//! Service keys: exactly the shapes that clients read.

use super::kit::{Kit, Place, fields};
use serde_json::{Value, json};

const UAA: [&str; 14] = [
    "clientid",
    "clientsecret",
    "url",
    "identityzone",
    "identityzoneid",
    "tenantid",
    "tenantmode",
    "sburl",
    "apiurl",
    "verificationkey",
    "xsappname",
    "subaccountid",
    "uaadomain",
    "zoneid",
];

/// What all `uaa` blocks have in common.
fn check_uaa(kit: &Kit, place: &Place, uaa: &Value, master: &str) {
    let base = format!("{}/uaa/{}", kit.app.url, uaa["identityzone"].as_str().expect("text"));
    for field in ["url", "apiurl", "sburl"] {
        assert_eq!(uaa[field], base, "{field}");
    }
    for field in ["identityzoneid", "tenantid", "subaccountid", "zoneid"] {
        assert_eq!(uaa[field], place.guid, "{field}");
    }
    assert_eq!(uaa["tenantmode"], "dedicated");
    assert_eq!(uaa["uaadomain"], format!("{}/uaa", kit.app.url.trim_start_matches("http://")));
    let pem = uaa["verificationkey"].as_str().expect("text");
    assert!(pem.starts_with("-----BEGIN PUBLIC KEY-----") && pem.ends_with("-----END PUBLIC KEY-----"), "{pem}");
    let app = uaa["xsappname"].as_str().expect("text");
    assert_eq!(uaa["clientid"], format!("sb-{app}"));
    let (own, broker) = app.split_once('|').expect("a clone");
    assert!(broker.starts_with(&format!("{master}!b")), "{app}");
    assert!(own.rsplit_once("!b").expect("a plan index").1.parse::<i64>().is_ok(), "{app}");
}

#[tokio::test]
async fn a_transport_key() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    for plan in ["standard", "export", "transport_operator"] {
        kit.enable(&place.guid, "transport", plan).await;
        let key = kit.key(&place, ("transport", plan), json!({})).await;
        assert_eq!(fields(&key), ["uaa", "uri"]);
        assert_eq!(fields(&key["uaa"]), UAA);
        assert_eq!(key["uri"], format!("{}/tms", kit.app.url));
        check_uaa(&kit, &place, &key["uaa"], "alm-ts-backend");
        let _ = kit.ask(&key).await.expect_status(200);
    }
}

#[tokio::test]
async fn a_cloud_alm_key_has_no_uri() {
    let kit = Kit::start().await;
    let place = kit.subaccount("alm").await;
    kit.amount(&place.guid, "SAPCloudALMAPIs", "standard", 1).await;
    let parameters = json!({"xs-security": {"xsappname": "CALMFeatureDeployment", "authorities": [],
        "oauth2-configuration": {"credential-types": ["binding-secret"]}}});
    let key = kit.key(&place, ("SAPCloudALMAPIs", "standard"), parameters).await;
    assert_eq!(fields(&key), ["endpoints", "uaa"]);
    assert_eq!(key["endpoints"], json!({"Api": format!("{}/alm/alm/api", kit.app.url)}));
    assert_eq!(fields(&key["uaa"]), [&UAA[..], &["credential-type"]].concat());
    assert_eq!(key["uaa"]["credential-type"], "binding-secret");
    check_uaa(&kit, &place, &key["uaa"], "sapcloudalm");
    assert!(key["uaa"]["xsappname"].as_str().unwrap().starts_with("CALMFeatureDeployment!b"));
}

#[tokio::test]
async fn an_integration_key_is_nested_and_its_token_url_is_whole() {
    let (kit, place) = Kit::dev().await;
    kit.amount(&place.guid, "it-rt", "api", 2).await;
    let key = kit.key(&place, ("it-rt", "api"), json!({"roles": ["WorkspacePackagesRead"]})).await;
    assert_eq!(fields(&key), ["oauth"]);
    assert_eq!(fields(&key["oauth"]), ["clientid", "clientsecret", "url", "tokenurl", "createdate"]);
    assert_eq!(key["oauth"]["url"], format!("{}/cpi/dev", kit.app.url));
    assert_eq!(key["oauth"]["tokenurl"], format!("{}/uaa/dev/oauth/token", kit.app.url));
    assert_eq!(key["oauth"]["createdate"], "2026-05-04T08:00:00.000Z");
    assert!(key["oauth"]["clientid"].as_str().unwrap().contains("|it!b"));
    let _ = kit.ask(&key).await.expect_status(200);
}

#[tokio::test]
async fn a_content_agent_key_has_both_shapes() {
    let (kit, place) = Kit::dev().await;
    for (plan, parameters) in [("standard", json!({})), ("application", json!({"roles": ["Import"]}))] {
        kit.enable(&place.guid, "content-agent", plan).await;
        let key = kit.key(&place, ("content-agent", plan), parameters).await;
        assert_eq!(fields(&key), ["url", "uaa", "oauth"]);
        assert_eq!(fields(&key["uaa"]), UAA);
        assert_eq!(fields(&key["oauth"]), ["url", "clientid", "clientsecret", "tokenurl"]);
        assert_eq!(key["url"], format!("{}/content-agent", kit.app.url));
        assert_eq!(key["oauth"]["url"], key["url"]);
        assert_eq!(key["oauth"]["clientsecret"], key["uaa"]["clientsecret"]);
        check_uaa(&kit, &place, &key["uaa"], "content-agent");
        let _ = kit.ask(&json!({"uaa": key["uaa"]})).await.expect_status(200);
        let _ = kit.ask(&json!({"oauth": key["oauth"]})).await.expect_status(200);
    }
}

#[tokio::test]
async fn a_destination_key_is_flat() {
    let (kit, place) = Kit::with_destinations().await;
    let instance = kit.made(&place, ("destination", "lite"), "d", json!({})).await;
    let binding = kit.bind(&place, &instance, "k").await;
    let key = kit.credentials(&place, &binding).await;
    assert_eq!(
        fields(&key),
        [
            "clientid",
            "clientsecret",
            "credential-type",
            "uri",
            "url",
            "uaadomain",
            "verificationkey",
            "instanceid",
            "identityzone",
            "tenantid",
            "xsappname",
            "tenantmode"
        ]
    );
    assert_eq!(key["uri"], kit.app.url);
    assert_eq!(key["url"], format!("{}/uaa/dev", kit.app.url));
    assert_eq!((&key["instanceid"], &key["tenantid"]), (&json!(instance), &json!(place.guid)));
    let id = key["clientid"].as_str().unwrap();
    assert!(id.starts_with("sb-clone") && id.contains("|destination-xsappname!b"), "{id}");
    let token = kit.ask(&key).await.token();
    let path = "/destination-configuration/v1/subaccountDestinations";
    let _ = kit.app.get(path).bearer(&token).send().await.expect_status(200);
}

#[tokio::test]
async fn a_cis_key() {
    let kit = Kit::start().await;
    let first = serde_json::to_value(&kit.app.first).unwrap();
    assert_eq!(fields(&first), ["publicUrl", "globalAccount", "administrator", "cis"]);
    assert_eq!(fields(&first["administrator"]), ["userName", "password"]);
    let place = kit.subaccount("dev").await;
    kit.enable(&place.guid, "cis", "central").await;
    let made = kit.key(&place, ("cis", "central"), json!({"grantType": "clientCredentials"})).await;
    for key in [&first["cis"], &made] {
        assert_eq!(fields(key), ["endpoints", "grant_type", "uaa"]);
        assert_eq!(key["grant_type"], "client_credentials");
        assert_eq!(fields(&key["uaa"]), UAA);
        for field in ["accounts", "entitlements", "provisioning", "saas_registry"] {
            assert_eq!(key["endpoints"][format!("{field}_service_url")], kit.app.url, "{field}");
        }
        let token = kit.ask(key).await.token();
        let _ = kit.app.get("/accounts/v1/globalAccount").bearer(&token).send().await.expect_status(200);
    }
}

#[tokio::test]
async fn a_cis_key_acts_for_a_person_by_default() {
    let (kit, place) = Kit::dev().await;
    kit.enable(&place.guid, "cis", "central").await;
    let key = kit.key(&place, ("cis", "central"), json!({})).await;
    assert_eq!(key["grant_type"], "user_token");
    let _ = kit.ask(&key).await.expect_status(401);
}

#[tokio::test]
async fn a_service_manager_key_manages_instances() {
    let (kit, place) = Kit::dev().await;
    kit.enable(&place.guid, "service-manager", "subaccount-admin").await;
    let key = kit.key(&place, ("service-manager", "subaccount-admin"), json!({})).await;
    assert_eq!(fields(&key), ["clientid", "clientsecret", "sm_url", "url", "xsappname"]);
    assert_eq!(key["sm_url"], format!("{}/service-manager", kit.app.url));
    let token = kit.ask(&key).await.token();
    let seen = kit.app.get("/service-manager/v1/service_instances").bearer(&token).good().await;
    assert_eq!(seen["num_items"], 1);
}
