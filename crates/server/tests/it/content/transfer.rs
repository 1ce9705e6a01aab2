//! Packages between tenants: import, export, merge, refusals; and that nothing changes on the way.

use super::land::{self, Tenant, real};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use std::collections::BTreeSet;
use std::io::Cursor;
use testkit::mta;
use testkit::mta::{Limits, Package, Selection, Stamp, write_package};
use testkit::{Answer, TestApp};

const GOOD: [&str; 9] = [
    "aem-sample-before.zip",
    "aem-sample-after.zip",
    "codejam-seven-flows.zip",
    "concur-api.zip",
    "emis-sample.zip",
    "figaf-all-artifact-types.zip",
    "message-transformation-utilities.zip",
    "successfactors-concur-4mb.zip",
    "value-mappings-restart.zip",
];

fn read(zip: &[u8]) -> Package {
    let mut package = Package::read(Cursor::new(zip), Limits::package(64 << 20)).expect("a package");
    // Which artifact belongs to the package is a set; exports list it in any order.
    package.relations.sort_by(|a, b| a.target_id.cmp(&b.target_id));
    package
}

/// One package with one flow, as another tenant would export it.
fn made(id: &str, reg_id: &str, flow: &str, flow_reg_id: &str) -> Package {
    let mut package = Package::new(id, reg_id, id, "1.0.0");
    let mut artifact = mta::Artifact::new(flow_reg_id, flow, flow, "1.0.0", mta::ResourceType::IFlow);
    artifact.content = Some(mta::bundle::minimal_bundle(&mta::ResourceType::IFlow, flow, flow).expect("a package"));
    package.put(artifact);
    package
}

fn zipped(package: &Package) -> Vec<u8> {
    write_package(Vec::new(), package, &Selection::All, Stamp::FIXED).expect("a package")
}

async fn put(tenant: &Tenant<'_>, package: &str, zip: &[u8]) -> Answer {
    let path = format!("/cpi/{}/api/1.0/transportmodule/Transport/packages/{package}", tenant.name);
    tenant.app.request("PUT", &path).bearer(&tenant.token).body("application/zip", zip).send().await
}

#[tokio::test]
async fn data_behind_the_end_of_a_zip_is_refused_wherever_one_comes_in() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.package("Q").await;
    let behind = |zip: &[u8]| [zip, b"x"].concat();
    let package = made("P", "r1", "F", "r2");
    let bundle = mta::bundle::minimal_bundle(&mta::ResourceType::IFlow, "F", "F").expect("a bundle");
    let mut inside = package.clone();
    let mut artifact = mta::Artifact::new("r2", "F", "F", "1.0.0", mta::ResourceType::IFlow);
    artifact.content = Some(behind(&bundle));
    inside.put(artifact);
    let (outside, inside) = (behind(&zipped(&package)), zipped(&inside));
    let flow = json!({"Id": "F", "Name": "F", "PackageId": "Q", "ArtifactContent": STANDARD.encode(behind(&bundle))});
    for answer in [
        dev.import(&outside).await,
        put(&dev, "P", &outside).await,
        dev.import(&inside).await,
        put(&dev, "P", &inside).await,
        dev.call("POST", "IntegrationDesigntimeArtifacts").json(&flow).send().await,
    ] {
        assert!((400..500).contains(&answer.status), "{} {}", answer.status, answer.text());
        assert!(answer.text().contains("behind its end record"), "{}", answer.text());
    }
    dev.get("IntegrationPackages('P')").send().await.expect_status(404);
}

#[tokio::test]
async fn real_packages_come_out_as_they_went_in() {
    let app = TestApp::start().await;
    for name in GOOD {
        let Some(zip) = real(name) else { return };
        let stem = name.trim_end_matches(".zip");
        let (one, two) =
            (land::tenant(&app, &format!("one-{stem}")).await, land::tenant(&app, &format!("two-{stem}")).await);
        let package = read(&zip);
        let path = format!("IntegrationPackages('{}')/$value", package.id);
        one.import(&zip).await.expect_status(201);
        let first = one.get(&path).send().await.expect_status(200).bytes;
        assert_eq!(read(&first), package, "{name}");
        two.import(&first).await.expect_status(201);
        let second = two.get(&path).send().await.expect_status(200).bytes;
        assert_eq!(read(&second), package, "{name}");
        assert_eq!(first, second, "{name}: at one time, the same bytes");
    }
}

#[tokio::test]
async fn a_broken_artifact_is_named_and_nothing_is_stored() {
    let app = TestApp::start().await;
    let Some(zip) = real("bankstatement-broken-inner-zip.zip") else { return };
    let dev = land::tenant(&app, "dev").await;
    let refused = dev.import(&zip).await.expect_status(400);
    assert!(refused.text().contains("f01412029ad7405f8057cf865bee1996_content"), "{}", refused.text());
    assert!(refused.text().contains("Import Bank Statement BAI Format"), "{}", refused.text());
    assert_eq!(dev.get("IntegrationPackages/$count").send().await.text(), "0");
}

#[tokio::test]
async fn a_package_that_is_there_needs_overwrite() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    let zip = zipped(&made("P", "a1", "F", "b1"));
    let body = json!({"PackageContent": STANDARD.encode(&zip)});
    let post = |path: &str| dev.call("POST", path).json(&body).send();
    post("IntegrationPackages").await.expect_status(201);
    post("IntegrationPackages").await.expect_status(409);
    post("IntegrationPackages?Overwrite=true").await.expect_status(201);
    dev.import(b"no zip").await.expect_status(400);
}

#[tokio::test]
async fn an_older_hash_and_a_repacked_content_are_accepted() {
    let app = TestApp::start().await;
    let Some(zip) = real("emis-sample.zip") else { return };
    let dev = land::tenant(&app, "dev").await;
    let mut package = read(&zip);
    for artifact in &mut package.artifacts {
        let content = artifact.content.clone().unwrap();
        let repacked = mta::Bundle::open(&content).unwrap().with_files(&std::collections::BTreeMap::new()).unwrap();
        assert_ne!(repacked, content);
        artifact.content = Some(repacked);
    }
    dev.import(&zipped(&package)).await.expect_status(201);
}

#[tokio::test]
async fn the_merge_overwrites_what_changed_and_leaves_the_rest() {
    let app = TestApp::start().await;
    let test = land::tenant(&app, "test").await;
    let mut package = made("P", "a1", "F", "b1");
    assert!(put(&test, "P", &zipped(&package)).await.good()["newPackage"].as_bool().unwrap());
    test.flow("P", "Local").await;
    let mut second = mta::Artifact::new("b2", "G", "G", "1.0.0", mta::ResourceType::IFlow);
    second.content = Some(mta::bundle::minimal_bundle(&mta::ResourceType::IFlow, "G", "G").unwrap());
    package.put(second);
    package.artifacts[0].version = "1.0.1".to_owned();
    let outcome = put(&test, "P", &zipped(&package)).await.good();
    assert_eq!((&outcome["created"], &outcome["overwritten"]), (&json!(["G"]), &json!(["F"])));
    let again = put(&test, "P", &zipped(&package)).await.good();
    assert_eq!(again["unchanged"], json!(["F", "G"]));
    test.get("IntegrationDesigntimeArtifacts(Id='Local',Version='active')").send().await.expect_status(200);
    let seen = test.get("IntegrationDesigntimeArtifacts(Id='F',Version='active')").good().await;
    assert_eq!(seen["d"]["Version"], "1.0.1");
}

#[tokio::test]
async fn a_package_created_separately_is_refused_with_both_guids() {
    let app = TestApp::start().await;
    let test = land::tenant(&app, "test").await;
    put(&test, "P", &zipped(&made("P", "a1", "F", "b1"))).await.expect_status(200);
    let refused = put(&test, "P", &zipped(&made("P", "a2", "G", "b2"))).await.expect_status(409);
    let text = refused.text();
    assert!(text.contains("UniquenessViolationException") && text.contains("a1") && text.contains("a2"), "{text}");
    test.get("IntegrationDesigntimeArtifacts(Id='G',Version='active')").send().await.expect_status(404);
}

#[tokio::test]
async fn an_artifact_in_another_package_is_refused_with_both_packages_and_nothing_changes() {
    let app = TestApp::start().await;
    let test = land::tenant(&app, "test").await;
    test.package("Other").await;
    test.flow("Other", "F").await;
    let mut package = made("P", "a1", "New", "b0");
    package.put(made("P", "a1", "F", "b1").artifacts.remove(0));
    let refused = put(&test, "P", &zipped(&package)).await.expect_status(409);
    assert!(refused.text().contains("'P'") && refused.text().contains("'Other'"), "{}", refused.text());
    test.get("IntegrationPackages('P')").send().await.expect_status(404);
    test.get("IntegrationDesigntimeArtifacts(Id='New',Version='active')").send().await.expect_status(404);
}

#[tokio::test]
async fn a_selection_makes_a_package_with_exactly_those_artifacts() {
    let app = TestApp::start().await;
    let Some(zip) = real("codejam-seven-flows.zip") else { return };
    let (dev, test) = (land::tenant(&app, "dev").await, land::tenant(&app, "test").await);
    let package = read(&zip);
    dev.import(&zip).await.expect_status(201);
    let chosen: Vec<&str> = package.artifacts.iter().take(2).map(|artifact| artifact.unique_id.as_str()).collect();
    let path =
        format!("/cpi/dev/api/1.0/transportmodule/Transport/packages/{}?artifacts={}", package.id, chosen.join(","));
    let part = app.get(&path).bearer(&dev.token).send().await.expect_status(200);
    put(&test, &package.id, &part.bytes).await.expect_status(200);
    let there: BTreeSet<String> =
        read(&test.export(&package.id).await).artifacts.into_iter().map(|a| a.unique_id).collect();
    assert_eq!(there, chosen.iter().map(|id| (*id).to_owned()).collect());
    let unknown = format!("/cpi/dev/api/1.0/transportmodule/Transport/packages/{}?artifacts=nope", package.id);
    app.get(&unknown).bearer(&dev.token).send().await.expect_status(404);
}

#[tokio::test]
async fn the_transport_module_lists_packages_with_guids_and_components() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.import(&zipped(&made("P", "a1", "F", "b1"))).await.expect_status(201);
    let list =
        app.get("/cpi/dev/api/1.0/transportmodule/Transport?type=CloudIntegration").bearer(&dev.token).good().await;
    let package = &list["packages"][0];
    assert_eq!((&package["id"], &package["resourceID"]), (&json!("P"), &json!("a1")));
    assert_eq!(
        (&package["components"][0]["id"], &package["components"][0]["technicalId"]),
        (&json!("b1"), &json!("F"))
    );
    let wrong = put(&dev, "Q", &zipped(&made("P", "a1", "F", "b1"))).await.expect_status(400);
    assert!(wrong.text().contains("'P'"), "{}", wrong.text());
}

#[tokio::test]
async fn undefined_tags_come_in_with_a_warning_and_go_out_again() {
    let app = TestApp::start().await;
    let Some(zip) = real("figaf-all-artifact-types.zip") else { return };
    let dev = land::tenant(&app, "dev").await;
    let outcome = put(&dev, "FigafApiTestPackage", &zip).await.good();
    assert!(outcome["warnings"].to_string().contains("'LOB' of package 'FigafApiTestPackage'"), "{outcome}");
    let tags = dev.get("IntegrationPackages('FigafApiTestPackage')/CustomTags").good().await;
    assert_eq!(land::results(&tags)[0]["Value"], "test12");
    assert_eq!(read(&dev.export("FigafApiTestPackage").await).tags().unwrap()["LOB"], ["test12"]);
}

#[tokio::test]
async fn a_read_only_package_can_only_be_configured() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    let mut package = made("P", "a1", "F", "b1");
    package.artifacts[0].content = Some(super::configuration::flow_with("F", &[("host", "h")]));
    package.resource.insert("privilegeState".to_owned(), json!("READ_ONLY"));
    put(&dev, "P", &zipped(&package)).await.expect_status(200);
    assert_eq!(dev.get("IntegrationPackages('P')").good().await["d"]["Mode"], "READ_ONLY");
    let flow = "IntegrationDesigntimeArtifacts(Id='F',Version='active')";
    let refused = dev.call("PUT", flow).json(&json!({"Name": "x"})).send().await.expect_status(400);
    assert!(refused.text().contains("read-only"), "{}", refused.text());
    for path in [
        format!("{flow}/$value"),
        "IntegrationPackages('P')/$value".to_owned(),
        format!("{flow}/Resources(Name='a.js',ResourceType='js')/$value"),
    ] {
        let refused = dev.get(&path).send().await.expect_status(400);
        assert!(refused.text().contains("read-only"), "{path}: {}", refused.text());
    }
    dev.get(&format!("{flow}/Resources")).good().await;
    let change = dev.call("PUT", "IntegrationPackages('P')").json(&json!({"Name": "x"})).send().await;
    assert_eq!(change.status, 400, "{}", change.text());
    let transport = "/cpi/dev/api/1.0/transportmodule/Transport/packages/P";
    app.get(transport).bearer(&dev.token).send().await.expect_status(200);
    let link = format!("{flow}/$links/Configurations('host')");
    dev.call("PUT", &link).json(&json!({"ParameterValue": "x"})).send().await.expect_status(202);
    assert_eq!(dev.value("F", "host").await, "x");
}

#[tokio::test]
async fn every_clash_is_told_with_its_remedy_in_one_envelope() {
    let app = TestApp::start().await;
    let dev = land::tenant(&app, "dev").await;
    dev.package("Q").await;
    for id in ["F", "G"] {
        dev.flow("Q", id).await;
    }
    let mut package = made("P", "a1", "F", "b1");
    let mut second = made("P", "a1", "G", "b2");
    package.put(second.artifacts.remove(0));
    for refused in [put(&dev, "P", &zipped(&package)).await, dev.import(&zipped(&package)).await] {
        let refused = refused.expect_status(409).json();
        let text = refused["error"]["message"]["value"].as_str().unwrap();
        for part in ["2 conflicts", "(1) Uniq", "'F'", "(2) Uniq", "'G'", "package 'Q'"] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
    }
    dev.get("IntegrationPackages('P')").send().await.expect_status(404);
}
