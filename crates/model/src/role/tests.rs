use super::*;

fn locals(scopes: &[Scope]) -> Vec<&'static str> {
    scopes.iter().map(|scope| scope.local).collect()
}

fn texts(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn held(template: &str, attributes: &[(&str, &[&str])]) -> Held {
    let attributes = attributes.iter().map(|(name, values)| ((*name).to_owned(), texts(values))).collect();
    Held { app_id: App::Tms.id().to_owned(), template: template.to_owned(), attributes }
}

#[test]
fn a_transport_plan_decides_what_its_key_may_do() {
    let of = |plan| locals(&scopes_of_plan("transport", plan, &[]).unwrap());
    assert_eq!(of("export"), ["Display", "Export"]);
    assert_eq!(of("transport_operator"), ["Display", "Import", "ImportSelected", "TransportManage"]);
    assert_eq!(of("standard").len(), 7);
    assert_eq!(of("no such plan"), [""; 0]);
}

#[test]
fn keys_and_people_of_transport_management_have_different_prefixes() {
    assert_eq!(full_names(&scopes_of_plan("transport", "export", &[]).unwrap())[1], "alm-ts-backend!b12.Export");
    assert_eq!(together(&[held("Viewer", &[])]).0, ["alm-ts!t1603.Display"]);
}

#[test]
fn there_are_seven_transport_templates_and_two_collections() {
    let names: Vec<_> = templates(App::Tms).iter().map(|template| template.name).collect();
    assert_eq!(
        names,
        [
            "Administrator",
            "LandscapeOperator",
            "TransportOperator",
            "ImportOperator",
            "ImportSelectedOperator",
            "ExportOperator",
            "Viewer"
        ]
    );
    let names: Vec<_> = collections(App::Tms).iter().map(|collection| collection.name).collect();
    assert_eq!(names, ["TMS_LandscapeOperator_RC", "TMS_Viewer_RC"]);
}

#[test]
fn roles_of_an_it_rt_key_become_the_scopes_underneath() {
    let roles = texts(&["WorkspacePackagesTransport", "WorkspacePackagesRead", "WorkspacePackagesEdit"]);
    let scopes = full_names(&scopes_of_plan("it-rt", "api", &roles).unwrap());
    assert_eq!(
        scopes,
        [
            "it!b117.TransportModule.read",
            "it!b117.TransportModule.write",
            "it!b117.WebToolingWorkspace.Read",
            "it!b117.WebToolingWorkspace.Write"
        ]
    );
    let error = scopes_of_plan("it-rt", "api", &texts(&["WorkspacePackagesTransprot"])).unwrap_err();
    assert!(error.to_string().contains("WorkspacePackagesTransprot"), "{error}");
}

#[test]
fn the_transport_role_is_in_no_persona() {
    for collection in collections(App::Integration) {
        assert!(!collection.roles.iter().any(|(_, name)| *name == "WorkspacePackagesTransport"), "{}", collection.name);
    }
}

#[test]
fn the_content_agent_worker_can_export_and_an_application_does_what_was_chosen() {
    assert_eq!(locals(&scopes_of_plan("content-agent", "standard", &[]).unwrap()), ["Export", "Read"]);
    assert_eq!(
        locals(&scopes_of_plan("content-agent", "application", &texts(&["Import", "x"])).unwrap()),
        ["Import", "Read"]
    );
    assert!(scopes_of_plan("content-agent", "application", &[]).unwrap().is_empty());
}

#[test]
fn an_unknown_authority_of_the_master_is_refused_by_name_and_a_foreign_one_is_dropped() {
    let listed = texts(&["$XSMASTERAPPNAME.imp-cdm-feature-display-ui", "other!b1.x", "$ACCEPT_GRANTED_AUTHORITIES"]);
    assert_eq!(
        full_names(&authorities(App::CloudAlm, &listed).unwrap()),
        ["sapcloudalm!b2.imp-cdm-feature-display-ui"]
    );
    let error = authorities(App::CloudAlm, &texts(&["$XSMASTERAPPNAME.nope"])).unwrap_err();
    assert!(error.to_string().contains("$XSMASTERAPPNAME.nope"), "{error}");
}

#[test]
fn a_restricted_role_beats_an_unrestricted_one_of_its_kind() {
    let (scopes, attributes) =
        together(&[held("ImportOperator", &[]), held("ImportOperator", &[("TmsNodesImport", &["DEV", "TEST"])])]);
    assert_eq!(scopes, ["alm-ts!t1603.Display", "alm-ts!t1603.Import"]);
    assert_eq!(attributes["TmsNodesImport"], ["DEV", "TEST"]);
}

#[test]
fn the_transport_operators_attribute_does_not_restrict_the_imports_in_it() {
    let (scopes, attributes) = together(&[held("TransportOperator", &[("TmsNodesTransportOperator", &["DEV"])])]);
    assert!(scopes.iter().any(|scope| scope == "alm-ts!t1603.Import"));
    assert!(!attributes.contains_key("TmsNodesImport"));
}

#[test]
fn an_attribute_that_the_template_does_not_have_restricts_nothing() {
    assert!(together(&[held("Viewer", &[("TmsNodesImport", &["DEV"])])]).1.is_empty());
}

#[test]
fn the_audience_is_the_client_and_the_owners_of_its_scopes() {
    let scopes = texts(&["uaa.resource", "sapcloudalm!b2.imp-cdm-feature-display-ui", "sapcloudalm!b2.x", "openid"]);
    assert_eq!(audience("sb-x!b1|sapcloudalm!b2", &scopes), ["sb-x!b1|sapcloudalm!b2", "uaa", "sapcloudalm!b2"]);
}

#[test]
fn every_delivered_collection_refers_to_templates_that_exist_and_names_are_unique() {
    let of_apps = app::ALL.iter().flat_map(|app| collections(*app));
    let of_zones = platform::SUBACCOUNT_COLLECTIONS.iter().chain(platform::GLOBAL_ACCOUNT_COLLECTIONS);
    let mut names = BTreeSet::new();
    for collection in of_apps.chain(of_zones) {
        assert!(names.insert(collection.name), "{} twice", collection.name);
        for (app, name) in collection.roles {
            assert!(template(app.id(), name).is_some(), "{} refers to {name}", collection.name);
        }
    }
}

#[test]
fn every_template_belongs_to_the_application_that_lists_it_and_names_are_unique_in_it() {
    for app in app::ALL {
        let mut names = BTreeSet::new();
        for template in templates(*app) {
            assert_eq!(template.app, *app);
            assert!(names.insert(template.name), "{} twice", template.name);
            assert!(!template.scopes.is_empty(), "{} grants nothing", template.name);
        }
    }
}

#[test]
fn a_clone_is_named_after_its_instance_and_its_master() {
    assert_eq!(App::TmsBackend.clone_id("5d0c"), "5d0c!b1234|alm-ts-backend!b12");
    assert_eq!(App::CloudAlm.name(), "sapcloudalm");
    assert_eq!(App::of_id("sapcloudalm!b2"), Some(App::CloudAlm));
    assert_eq!(App::of_service("SAPCloudALMAPIs"), App::of_service("sap-cloud-alm-api"));
}

#[test]
fn only_the_administrator_makes_people() {
    assert!(of_cloud_foundry(true).contains(&"scim.write"));
    assert!(!of_cloud_foundry(false).iter().any(|scope| scope.starts_with("scim") || scope.ends_with("admin")));
}

#[test]
fn a_clients_own_applications_are_visible_to_it_and_no_others() {
    let client = "5d0c!b1234|alm-ts-backend!b12";
    assert!(visible_to(client, "alm-ts!t1603.Display"));
    assert!(visible_to(client, "openid"));
    assert!(!visible_to(client, "sapcloudalm!b2.calm-api.features.read"));
    assert!(!visible_to(client, "xs_user.write"));
}

#[test]
fn what_would_help_is_a_collection_that_is_there_or_else_a_role() {
    let remedy_of = |scope: &'static [&'static str]| remedy(&tms::right(scope)).unwrap_or_default();
    let ask = "Ask an administrator of the subaccount for";
    assert_eq!(
        remedy_of(&[tms::DISPLAY]),
        format!("{ask} the role collection TMS_LandscapeOperator_RC or TMS_Viewer_RC.")
    );
    assert_eq!(
        remedy_of(&[tms::IMPORT]),
        format!("{ask} a role collection with the role Administrator or TransportOperator or ImportOperator.")
    );
    assert_eq!(remedy(&right::ANYBODY), None);
}
