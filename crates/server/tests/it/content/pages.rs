//! Pages of every list: following the links gives exactly what one big page gives, whatever was asked.

use super::configuration::flow_with;
use super::land::{self, Tenant, results};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use testkit::{TestApp, mta};

/// A list's rows without where they stand.
fn rows(list: &Value) -> Vec<Value> {
    results(list)
}

/// The rows of all pages of `size`, and how many pages there were.
async fn followed(tenant: &Tenant<'_>, path: &str, size: usize) -> (Vec<Value>, usize) {
    let prefer = format!("odata.maxpagesize={size}");
    let answer = tenant.get(path).header("prefer", &prefer).send().await.expect_status(200);
    assert_eq!(answer.header("preference-applied"), Some(prefer.as_str()));
    let (mut page, mut all, mut pages) = (answer.json(), Vec::new(), 1);
    loop {
        assert!(results(&page).len() <= size);
        all.extend(rows(&page));
        let Some(next) = page["d"].get("__next").and_then(Value::as_str) else { return (all, pages) };
        let next = next.strip_prefix(&tenant.app.url).expect("an absolute link").to_owned();
        page = tenant
            .app
            .get(&next)
            .bearer(&tenant.token)
            .header("accept", "application/json")
            .header("prefer", &prefer)
            .good()
            .await;
        pages += 1;
    }
}

/// A flow with two channels, with these parameters.
fn listening(id: &str, values: &[(&str, &str)]) -> Vec<u8> {
    let channel = |key: &str| super::runtime::channel("HTTPS", "urlPath", &format!("/{id}/{key}"));
    let model = format!("<d>{}{}</d>", channel("x"), channel("y"));
    let path = format!("src/main/resources/scenarioflows/integrationflow/{id}.iflw");
    let files = [(path, Some(model.into_bytes()))].into();
    mta::Bundle::open(&flow_with(id, values)).expect("a bundle").with_files(&files).expect("a bundle")
}

/// A tenant with at least five rows in its lists.
async fn filled(app: &TestApp) -> Tenant<'_> {
    let dev = land::tenant(app, "dev").await;
    packages(&dev).await;
    flows(&dev).await;
    let collection = json!({"Id": "C", "Name": "C", "PackageId": "P"});
    dev.call("POST", "ScriptCollectionDesigntimeArtifacts").json(&collection).send().await.expect_status(201);
    for at in 0..5 {
        let body = json!({"Name": format!("s{at}.groovy"), "ResourceType": "groovy", "ResourceContent": "eA=="});
        let all = "ScriptCollectionDesigntimeArtifacts(Id='C',Version='active')/Resources";
        dev.call("POST", all).json(&body).send().await.expect_status(201);
    }
    app.run_jobs().await;
    dev
}

async fn packages(dev: &Tenant<'_>) {
    let tag = |name: &str| json!({"tagName": name, "permittedValues": [], "isMandatory": false});
    let tags = json!({"customTagsConfiguration": [tag("Author"), tag("B"), tag("C")]});
    let body = json!({"CustomTagsConfigurationContent": STANDARD.encode(tags.to_string())});
    dev.call("POST", "CustomTagConfigurations").json(&body).send().await.expect_status(201);
    let set = async |package: &str, tag: &str| {
        let tag = format!("IntegrationPackages('{package}')/$links/CustomTags('{tag}')");
        dev.call("PUT", &tag).json(&json!({"Value": "Fred"})).send().await.expect_status(202);
    };
    for (at, id) in ["Q", "P", "a b", "R", "S", "T"].into_iter().enumerate() {
        let body = json!({"Id": id, "Name": format!("n{}", at % 2), "ShortText": "x"});
        dev.call("POST", "IntegrationPackages").json(&body).send().await.expect_status(201);
        set(id, "Author").await;
    }
    set("P", "B").await;
    set("P", "C").await;
}

async fn flows(dev: &Tenant<'_>) {
    dev.person("dora", &["PI_Integration_Developer"]).await;
    let dora = dev.person_token("dora").await;
    let parameters: Vec<(String, String)> = (0..7).map(|n| (format!("k{n}"), format!("v{}", n % 2))).collect();
    let pairs: Vec<(&str, &str)> = parameters.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    for at in 0..5 {
        let id = format!("F{at}");
        let content = STANDARD.encode(listening(&id, &pairs));
        let body = json!({"Id": id, "Name": format!("x{}", at % 2), "PackageId": "P", "ArtifactContent": content});
        dev.call("POST", "IntegrationDesigntimeArtifacts").json(&body).send().await.expect_status(201);
        let deploy = format!("DeployIntegrationDesigntimeArtifact?Id='{id}'&Version='active'");
        dev.call("POST", &deploy).send().await.expect_status(202);
        let lock = format!("/api/v1/tenants/dev/artifacts/{id}/lock");
        dev.app.request("PUT", &lock).bearer(&dora).send().await.expect_status(204);
    }
}

/// Every list, an order of it, and options that fit it.
const LISTS: [(&str, &str, &str); 9] = [
    ("IntegrationPackages", "Name", "Author=Fred%7CJohn&$filter=Id ne 'S'&$expand=CustomTags"),
    ("IntegrationPackages('P')/IntegrationDesigntimeArtifacts", "Name desc", "$filter=Id ne 'F3'"),
    ("IntegrationPackages('P')/CustomTags", "Value", "$filter=Name ne 'z'"),
    (
        "IntegrationDesigntimeArtifacts(Id='F1',Version='active')/Configurations",
        "ParameterValue desc",
        "$filter=ParameterKey gt 'k0'&$select=ParameterKey",
    ),
    (
        "IntegrationPackages('P')/IntegrationDesigntimeArtifacts(Id='F1',Version='active')/Configurations",
        "ParameterValue",
        "$filter=substringof('k',ParameterKey)",
    ),
    (
        "ScriptCollectionDesigntimeArtifacts(Id='C',Version='active')/Resources",
        "Name desc",
        "$filter=endswith(Name,'.groovy')",
    ),
    (
        "IntegrationRuntimeArtifacts",
        "Name,Id desc",
        "$filter=Status eq 'STARTED' or Status eq 'ERROR'&$expand=ErrorInformation",
    ),
    ("IntegrationDesigntimeLocks", "ArtifactName desc", "$filter=ArtifactType eq 'IFlow'"),
    ("ServiceEndpoints", "Name desc", "$filter=Protocol eq 'REST'&$expand=EntryPoints"),
];

#[tokio::test]
async fn the_pages_of_every_list_are_the_list() {
    let app = TestApp::start().await;
    let dev = filled(&app).await;
    for (path, order, more) in LISTS {
        for options in [
            String::new(),
            format!("$orderby={order}"),
            format!("{more}&$inlinecount=allpages"),
            format!("{more}&$orderby={order}&$skip=1&$top=3&$format=json"),
            "$top=2".to_owned(),
        ] {
            let asked = format!("{path}?{}", options.replace(' ', "+"));
            let whole = dev.get(&asked).good().await;
            assert!(whole["d"].get("__next").is_none());
            for size in [1, 2, 3] {
                let (all, pages) = followed(&dev, &asked, size).await;
                assert_eq!(all, rows(&whole), "{asked} in pages of {size}");
                assert_eq!(pages, all.len().div_ceil(size).max(1), "{asked}");
            }
        }
        let number = dev.get(&format!("{path}/$count")).send().await.expect_status(200).text();
        assert_eq!(number, rows(&dev.get(path).good().await).len().to_string(), "{path}");
    }
}

#[tokio::test]
async fn a_page_keeps_its_question_and_its_token_fits_no_other() {
    let app = TestApp::start().await;
    let dev = filled(&app).await;
    let flow = "IntegrationDesigntimeArtifacts(Id='F1',Version='active')/Configurations";
    let asked = format!(
        "{flow}?$filter=ParameterKey+ne+'k0'&$orderby=ParameterValue&$select=ParameterKey&$inlinecount=allpages"
    );
    let page = dev.get(&asked).header("prefer", "odata.maxpagesize=2").good().await;
    let next = page["d"]["__next"].as_str().unwrap().replace("%27", "'");
    assert!(next.starts_with(&format!("{}/cpi/dev/api/v1/{asked}&$skiptoken=", app.url)), "{next}");
    assert_eq!(page["d"]["__count"], "6");
    let token = next.rsplit_once("$skiptoken=").unwrap().1;
    for other in [
        format!("{flow}?$skiptoken={token}"),
        format!("{}&$skiptoken={token}", asked.replace("F1", "F2")),
        format!("{}&$skiptoken={token}", asked.replace("'k0'", "'k1'")),
        format!("{flow}?$skiptoken=1000"),
        format!("IntegrationPackages?$skiptoken={token}"),
    ] {
        let refused = dev.get(&other).send().await.expect_status(400);
        assert!(refused.text().contains("$skiptoken"), "{other}: {}", refused.text());
    }
}

#[tokio::test]
async fn what_would_have_no_effect_is_refused_by_name() {
    let app = TestApp::start().await;
    let dev = filled(&app).await;
    for (path, option) in [
        ("IntegrationPackages('P')?$filter=Id eq 'x'", "$filter"),
        ("IntegrationPackages('P')?$top=1", "$top"),
        ("IntegrationPackages/$count?$orderby=Id", "$orderby"),
        ("IntegrationPackages/$count?$inlinecount=allpages", "$inlinecount"),
        ("IntegrationPackages('Q')/$value?$select=Id", "$select"),
        ("IntegrationRuntimeArtifacts?$count=true", "$count"),
        ("IntegrationRuntimeArtifacts?$search=x", "$search"),
        ("IntegrationRuntimeArtifacts?Author=Fred", "Author"),
        ("IntegrationPackages?Autor=Fred", "Autor"),
        ("IntegrationPackages?$select=Id&$select=Name", "$select"),
        ("IntegrationPackages?$select=CustomTags/Name", "CustomTags/Name"),
        ("IntegrationPackages?$expand=CustomTags/x", "CustomTags/x"),
        ("MessageProcessingLogs?$filter=Colour eq 'x'", "Colour"),
        ("MessageProcessingLogs?$orderby=Colour", "Colour"),
        ("IntegrationPackages?$format=pdf", "$format"),
        ("?$top=1", "$top"),
    ] {
        let refused = dev.get(&path.replace(' ', "+")).send().await;
        assert!(matches!(refused.status, 400 | 501), "{path}: {}", refused.status);
        assert!(refused.text().contains(option), "{path}: {}", refused.text());
    }
    let piper = "MessageProcessingLogs?$filter=IntegrationArtifact/Id+eq+'x'+and+Status+ne+'DISCARDED'&$orderby=LogEnd+desc&$top=1";
    assert!(results(&dev.get(piper).good().await).is_empty());
    dev.get("IntegrationPackages?sap-language=EN&_=1").good().await;
    let before = results(&dev.get("IntegrationPackages").good().await).len();
    dev.call("DELETE", "IntegrationPackages('P')?$filter=Id+eq+'Q'").send().await.expect_status(400);
    assert_eq!(results(&dev.get("IntegrationPackages").good().await).len(), before);
}
