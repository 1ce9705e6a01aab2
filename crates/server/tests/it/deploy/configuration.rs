//! Values of externalised parameters that an archive or its extension carries.

use super::kit::{Land, archive, failure, is_finished, said};
use client::deploy as slp;
use std::collections::BTreeMap;

/// An extension of the archive with these values for the flow of package Alpha, and more of its own.
fn extension(values: &str, more: &str) -> Vec<u8> {
    let text = format!(
        "_schema-version: '3.1'\nID: demo.test\nextends: demo\nmodules:\n  - name: Alpha\n    parameters:\n      \
         configuration-values:\n        AlphaFlow: {values}\n{more}"
    );
    text.into_bytes()
}

/// Deploys with an extension.
async fn deploy(land: &Land, archive: Vec<u8>, extension: Vec<u8>) -> slp::Task {
    let file = land.upload("test.mtaext", extension).await;
    land.deploy(archive, &[(slp::EXTENSIONS, &file)]).await.1
}

fn values<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
    pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).into()
}

#[tokio::test]
async fn values_of_an_extension_are_set_in_the_tenant_and_never_repeated() {
    let land = Land::start().await;
    land.package("Alpha").await;
    let package = land.flow("Alpha", &[("my host/1", "dev"), ("size", "1"), ("other", "o")]).await;
    let extension = extension("{'my host/1': 'it''s s3cr3t', size: 50}", "");
    let task = deploy(&land, archive("1.0.0", &[("Alpha", &package)]), extension).await;
    is_finished(&task);
    let expected = values([("my host/1", "it's s3cr3t"), ("size", "50"), ("other", "o")]);
    assert_eq!(land.values("Alpha").await, expected);
    let said = said(&task);
    assert!(said.contains("Configured 2 parameter values of module \"Alpha\"") && !said.contains("s3cr3t"), "{said}");
    assert!(!said.contains("Warning"), "{said}");
}

#[tokio::test]
async fn what_an_archive_does_not_name_keeps_its_value() {
    let land = Land::start().await;
    land.package("Alpha").await;
    let package = land.flow("Alpha", &[("host", "dev"), ("port", "1"), ("path", "p")]).await;
    let first = extension("{host: test, port: 2}", "");
    is_finished(&deploy(&land, archive("1.0.0", &[("Alpha", &package)]), first).await);
    // The next one has other defaults and names one value only; the one after that names none.
    let package = land.flow("Alpha", &[("host", "dev2"), ("port", "3"), ("path", "q")]).await;
    is_finished(&deploy(&land, archive("1.1.0", &[("Alpha", &package)]), extension("{port: 4}", "")).await);
    let expected = values([("host", "test"), ("port", "4"), ("path", "q")]);
    assert_eq!(land.values("Alpha").await, expected);
    let package = land.flow("Alpha", &[("host", "dev3"), ("port", "5"), ("path", "r")]).await;
    is_finished(&land.deploy(archive("1.2.0", &[("Alpha", &package)]), &[]).await.1);
    let expected = values([("host", "test"), ("port", "4"), ("path", "r")]);
    assert_eq!(land.values("Alpha").await, expected);
}

#[tokio::test]
async fn a_value_for_nothing_fails_and_says_for_what() {
    let land = Land::start().await;
    land.package("Alpha").await;
    let package = land.flow("Alpha", &[("host", "dev")]).await;
    let task = deploy(&land, archive("1.0.0", &[("Alpha", &package)]), extension("{hots: s3cr3t}", "")).await;
    let (code, text) = failure(&task);
    assert!(code == "CONTENT" && text.contains("\"hots\" of flow \"AlphaFlow\""), "{code} {text}");
    assert!(!text.contains("s3cr3t") && !said(&task).contains("s3cr3t"));
}

#[tokio::test]
async fn values_of_the_wrong_kind_are_found_before_anything_is_changed() {
    let land = Land::start().await;
    land.package("Alpha").await;
    let package = land.flow("Alpha", &[("host", "dev")]).await;
    let task = deploy(&land, archive("1.0.0", &[("Alpha", &package)]), extension("{host: [a]}", "")).await;
    let (code, text) = failure(&task);
    assert!(code == "CONTENT" && text.contains("texts, numbers or truth values"), "{code} {text}");
    assert_eq!(land.version("Alpha").await, None);
}

/// An instance that was there before may lack the role; that is not the content's fault.
#[tokio::test]
async fn an_instance_that_may_not_configure_is_named_with_the_role_it_needs() {
    let land = Land::start().await;
    land.package("Alpha").await;
    let package = land.flow("Alpha", &[("host", "dev")]).await;
    let there = "resources:\n  - name: process_integration_transport_instance\n    parameters:\n      service-name: checks\n      \
                 skip-service-updates: {parameters: true}\n";
    let task = deploy(&land, archive("1.0.0", &[("Alpha", &package)]), extension("{host: test}", there)).await;
    let (code, text) = failure(&task);
    assert!(code == "INFRASTRUCTURE" && text.contains("WorkspacePackagesConfigure"), "{code} {text}");
}
