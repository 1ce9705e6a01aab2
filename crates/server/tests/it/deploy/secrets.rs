//! What the deploy service is given may hold secrets: small files and parameters are sealed at rest.

use super::kit::{Land, archive, is_finished};
use crate::transport::secrets::{SECRET, blobs, extension, open_blob};
use client::deploy::{ARCHIVE, EXTENSIONS};
use std::io::Read;

async fn parameters(land: &Land) -> Vec<String> {
    let all = "select parameters from deploy_operation";
    land.kit.app.cx.db.read(async move |tx| tx.query(all, store::p![]).await).await.unwrap()
}

#[tokio::test]
async fn extension_descriptors_and_parameters_are_sealed_at_rest() {
    let land = Land::start().await;
    let app = &land.kit.app;
    let package = land.package("Alpha").await;
    let text = String::from_utf8(extension()).unwrap().replace("extends: shop", "extends: demo");
    let file = land.upload("test.mtaext", text.into_bytes()).await;
    assert_eq!(blobs(app).await.1, 0);
    // As an older release stored it.
    let other = land.upload("other.mtaext", extension()).await;
    let open = open_blob(app).await;
    let put = "update deploy_file set blob = $1, sealed = false where name = 'other.mtaext'";
    app.cx.db.write(async move |tx| tx.execute(put, store::p![&open]).await).await.unwrap();
    assert_eq!(engine::sealed_blob::seal_existing(&app.cx).await.unwrap(), 1);
    let blob = "select blob from deploy_file where name = 'other.mtaext' and sealed";
    let blob: String = app.cx.db.read(async move |tx| tx.query_one(blob, store::p![]).await).await.unwrap();
    let mut text = String::new();
    app.cx.blobs.file(&blob.parse().unwrap()).unwrap().read_to_string(&mut text).unwrap();
    assert!(text.starts_with("v1.") && !text.contains(SECRET), "{text}");
    let given = [(EXTENSIONS, file.as_str())];
    let task = land.deploy(archive("1.0.0", &[("Alpha", &package)]), &given).await.1;
    is_finished(&task);
    let stored = parameters(&land).await;
    assert!(stored.iter().all(|text| text.starts_with("v1.")), "{stored:?}");
    // The sealed one is readable for an operation.
    let refused = land.deploy(archive("1.0.1", &[("Alpha", &package)]), &[(EXTENSIONS, &other)]).await.1;
    assert!(super::kit::failure(&refused).1.contains("shop"), "{:?}", super::kit::failure(&refused));
}

/// Nothing of it ever lies in the open, not even until it is cleaned up.
#[tokio::test]
async fn an_extension_descriptor_that_is_too_large_is_refused_before_it_is_stored() {
    let land = Land::start().await;
    let large = [extension(), vec![b'#'; 1 << 20]].concat();
    let refused = land.try_upload(&land.target(), "large.mtaext", large.clone()).await.unwrap_err();
    assert_eq!(refused.status(), Some(400));
    assert!(refused.to_string().contains("at most 1048576 bytes"), "{refused}");
    assert_eq!(blobs(&land.kit.app).await.0, 0);
    // What follows the first part of an archive may look like anything.
    let id = land.upload("demo.mtar.part.1", large).await;
    assert!(!id.is_empty());
}

#[tokio::test]
async fn a_small_file_that_is_no_archive_is_refused_as_one_as_before() {
    let land = Land::start().await;
    let file = land.upload("demo.mtar", b"no zip".to_vec()).await;
    let process = land.begin(&[(ARCHIVE, &file)]).await;
    land.kit.app.run_jobs().await;
    let (_, text) = super::kit::failure(&land.task(&process).await);
    assert!(text.contains("zip"), "{text}");
}
