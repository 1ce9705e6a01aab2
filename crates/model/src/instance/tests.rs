use super::*;
use crate::catalog;
use serde_json::json;

fn plan(service: &str, name: &str) -> &'static Plan {
    catalog::plan(service, name).unwrap()
}

fn object(value: Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

fn read_of(service: &str, name: &str, parameters: Value) -> Result<Client, BadParameters> {
    read(plan(service, name), &object(parameters))
}

fn names(client: &Client) -> Vec<String> {
    role::full_names(&client.scopes)
}

fn alm(authorities: &[&str]) -> Value {
    json!({"xs-security": {"xsappname": "CALMFeatureDeployment", "authorities": authorities,
        "oauth2-configuration": {"credential-types": ["binding-secret"]}}})
}

#[test]
fn authorities_of_the_master_become_scopes() {
    let both = ["$XSMASTERAPPNAME.imp-cdm-feature-display-ui", "$XSMASTERAPPNAME.imp-cdm-feature-manage-ui"];
    let client = read_of("SAPCloudALMAPIs", "standard", alm(&both)).unwrap();
    assert_eq!(client.xsappname.as_deref(), Some("CALMFeatureDeployment"));
    assert_eq!(client.credential, Credential::Binding);
    let prefix = App::CloudAlm.id();
    assert_eq!(
        names(&client),
        [format!("{prefix}.imp-cdm-feature-display-ui"), format!("{prefix}.imp-cdm-feature-manage-ui")]
    );
}

#[test]
fn an_authority_that_the_master_lacks_is_named() {
    let typo = "$XSMASTERAPPNAME.imp-cdm-feature-mange-ui";
    let refused = read_of("SAPCloudALMAPIs", "standard", alm(&[typo])).unwrap_err();
    assert!(refused.0.contains(typo), "{refused}");
}

#[test]
fn a_foreign_authority_may_be_granted_later() {
    let client = read_of("SAPCloudALMAPIs", "standard", alm(&["$XSAPPNAME(application,other).Read"])).unwrap();
    assert!(client.scopes.is_empty());
}

#[test]
fn without_oauth2_configuration_keys_share_a_secret() {
    let client = read_of("SAPCloudALMAPIs", "standard", json!({"xs-security": {"xsappname": "x"}})).unwrap();
    assert_eq!(client.credential, Credential::Instance);
    assert_eq!(read_of("SAPCloudALMAPIs", "standard", json!({})).unwrap().xsappname, None);
}

#[test]
fn certificates_are_refused() {
    let x509 = json!({"xs-security": {"oauth2-configuration": {"credential-types": ["x509"]}}});
    assert!(read_of("SAPCloudALMAPIs", "standard", x509).unwrap_err().0.contains("x509"));
    check_key(&object(json!({"key-type": "certificate", "validity": 365}))).unwrap_err();
    check_key(&object(json!({"credential-type": "x509"}))).unwrap_err();
    check_key(&object(json!({"credential-type": "binding-secret"}))).unwrap();
}

#[test]
fn names_of_alm_instances_are_narrow() {
    let plan = plan("SAPCloudALMAPIs", "standard");
    for good in ["CALMFeatureDeployment", "a.b-c_d", &"x".repeat(32)] {
        check_name(plan, good).unwrap();
    }
    for bad in ["with blank", "", "ä", &"x".repeat(33)] {
        check_name(plan, bad).unwrap_err();
    }
    let bad = json!({"xs-security": {"xsappname": "with blank"}});
    read_of("SAPCloudALMAPIs", "standard", bad).unwrap_err();
    check_name(catalog::plan("transport", "standard").unwrap(), "with blank").unwrap();
}

#[test]
fn an_update_names_the_application_by_guid() {
    let plan = plan("SAPCloudALMAPIs", "standard");
    let guid = "7f0c0000-0000-4000-8000-000000000001";
    let parameters = |name: &str| {
        object(json!({"xs-security": {"xsappname": name,
            "authorities": ["$XSMASTERAPPNAME.calm-api.features.read"]}}))
    };
    assert_eq!(read_update(plan, guid, &parameters(guid)).unwrap().scopes.len(), 1);
    assert!(read_update(plan, guid, &parameters("CALMFeatureDeployment")).unwrap_err().0.contains(guid));
    read_update(plan, guid, &Map::new()).unwrap();
}

#[test]
fn roles_of_the_runtime_become_its_scopes() {
    let parameters = json!({"roles": ["WorkspacePackagesTransport", "WorkspacePackagesRead"],
        "grant-types": ["client_credentials"], "redirect-uris": [], "token-validity": 3600});
    let client = read_of("it-rt", "api", parameters).unwrap();
    assert_eq!(client.validity.as_secs(), 3_600);
    let prefix = App::Integration.id();
    assert!(names(&client).contains(&format!("{prefix}.TransportModule.read")), "{:?}", names(&client));
    assert!(names(&client).contains(&format!("{prefix}.WebToolingWorkspace.Read")));
    assert_eq!(read_of("it-rt", "api", json!({})).unwrap().validity.as_secs(), 43_200);
}

#[test]
fn what_the_runtime_does_not_know_is_named() {
    assert!(
        read_of("it-rt", "api", json!({"roles": ["WorkspacePackagesTransprt"]})).unwrap_err().0.contains("Transprt")
    );
    assert!(read_of("it-rt", "api", json!({"grant-types": ["implicit"]})).unwrap_err().0.contains("implicit"));
    for validity in [json!(3_599), json!(86_401), json!("x")] {
        read_of("it-rt", "api", json!({"token-validity": validity})).unwrap_err();
    }
    read_of("it-rt", "api", json!({"roles": "WorkspacePackagesRead"})).unwrap_err();
}

#[test]
fn plans_without_parameters_say_what_their_keys_may() {
    assert_eq!(read_of("transport", "export", json!({})).unwrap().scopes.len(), 2);
    assert!(!read_of("content-agent", "standard", json!({})).unwrap().scopes.is_empty());
    assert!(read_of("content-agent", "application", json!({})).unwrap().scopes.is_empty());
    assert!(!read_of("content-agent", "application", json!({"roles": ["Import"]})).unwrap().scopes.is_empty());
}

#[test]
fn account_keys_act_for_a_person_unless_told_otherwise() {
    let person = read_of("cis", "central", json!({})).unwrap();
    assert!(person.grant_types.iter().any(|grant| grant == "password"));
    assert!(!person.grant_types.iter().any(|grant| grant == "client_credentials"));
    let machine = read_of("cis", "central", json!({"grantType": "clientCredentials"})).unwrap();
    assert_eq!(machine.grant_types, ["client_credentials"]);
    read_of("cis", "central", json!({"grantType": "x"})).unwrap_err();
}

#[test]
fn an_application_is_a_clone_of_the_services() {
    let app = app_id("CALMFeatureDeployment", 7, App::CloudAlm);
    assert_eq!(app, format!("CALMFeatureDeployment!b7|{}", App::CloudAlm.id()));
    assert_eq!(client_id(&app), format!("sb-{app}"));
}

#[test]
fn an_application_has_a_client_and_what_it_cannot_have_is_named() {
    let of = |parameters: Value| read_of("xsuaa", "application", parameters);
    let given = json!({"xsappname": "shop", "tenant-mode": "dedicated", "description": "d", "scopes": [], "authorities": null,
        "oauth2-configuration": {"token-validity": 900, "credential-types": ["instance-secret"], "redirect-uris": []}});
    let client = of(given).unwrap();
    assert_eq!((client.xsappname.as_deref(), client.validity.as_secs()), (Some("shop"), 900));
    assert_eq!((client.credential, client.scopes.len()), (Credential::Instance, 0));
    assert_eq!(of(json!({})).unwrap().credential, Credential::Binding);
    for (wrong, word) in [
        (json!({"scopes": [{"name": "$XSAPPNAME.Read"}]}), "'scopes'"),
        (json!({"role-templates": [{"name": "R"}]}), "'role-templates'"),
        (json!({"xsappname": "a b"}), "xsappname 'a b'"),
        (json!({"tenant-mode": "shared"}), "tenant-mode 'shared'"),
        (json!({"oauth2-configuration": {"redirect-uris": ["https://*.example.org/**"]}}), "wildcard"),
        (json!({"oauth2-configuration": {"redirect-uris": ["app.example.org/callback"]}}), "must be an address"),
        (json!({"oauth2-configuration": {"redirect-uris": ["https://a@b/callback"]}}), "must be an address"),
        (json!({"oauth2-configuration": {"redirect-uris": ["https://a/b#c"]}}), "no fragment"),
        (json!({"oauth2-configuration": {"grant-types": ["authorization_code"]}}), "needs 'redirect-uris'"),
        (json!({"oauth2-configuration": {"grant-types": ["implicit"]}}), "'implicit'"),
        (
            json!({"oauth2-configuration": {"grant-types": ["password"], "redirect-uris": ["https://a/b"]}}),
            "have no effect",
        ),
        (json!({"oauth2-configuration": {"token-validity": 5}}), "token-validity"),
    ] {
        let refused = of(wrong).unwrap_err();
        assert!(refused.0.contains(word), "{refused}");
    }
    let with_page = of(json!({"oauth2-configuration": {"redirect-uris": ["http://localhost:5000/login/callback"]}}));
    let with_page = with_page.unwrap();
    assert_eq!(with_page.redirect_uris, ["http://localhost:5000/login/callback"]);
    assert_eq!(with_page.grant_types, ["client_credentials", "authorization_code", "refresh_token"]);
    assert_eq!(app_id("shop", 7, App::Xsuaa), "shop!t7");
}

#[test]
fn a_key_for_integration_flows_sends_messages_and_nothing_else() {
    let of = |parameters: Value| read_of("it-rt", "integration-flow", parameters);
    for parameters in [json!({}), json!({"roles": ["ESBMessaging.send"]})] {
        assert_eq!(names(&of(parameters).unwrap()), [format!("{}.ESBMessaging.send", App::Integration.id())]);
    }
    assert!(of(json!({"roles": ["WorkspacePackagesRead"]})).unwrap_err().0.contains("'WorkspacePackagesRead'"));
}
