//! Extension descriptors hold what is secret in one landscape: they are sealed at rest, those of an older release too.

use super::kit::Tms;
use model::Time;
use testkit::TestApp;

pub(crate) const SECRET: &str = "s3cr3t-of-the-landscape";

pub(crate) fn extension() -> Vec<u8> {
    let text = "_schema-version: '3.1'\nID: shop.test\nextends: shop\nparameters:\n  own-password: ";
    format!("{text}{SECRET}\n").into_bytes()
}

/// How many blobs there are, and how many of them show the secret.
pub(crate) async fn blobs(app: &TestApp) -> (usize, usize) {
    let all = app.cx.blobs.old(None, 99, Time(i64::MAX)).await.unwrap().old;
    let shows = |bytes: Vec<u8>| bytes.windows(SECRET.len()).any(|part| part == SECRET.as_bytes());
    let read = async |id| {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut app.cx.blobs.file(id).unwrap(), &mut bytes).unwrap();
        bytes
    };
    let mut open = 0;
    for id in &all {
        open += usize::from(shows(read(id).await));
    }
    (all.len(), open)
}

/// Puts a blob into the folder as an older release did.
pub(crate) async fn open_blob(app: &TestApp) -> String {
    let mut writer = app.cx.blobs.writer(1 << 20);
    writer.write(extension().into()).await.unwrap();
    writer.finish().await.unwrap().id.to_string()
}

async fn describe(tms: &Tms, node: i64) {
    let part = client::multipart::Part::bytes(extension()).file_name("x.mtaext");
    let form = client::multipart::Form::new().part("file", part).text("mtaVersion", "*");
    let _ =
        tms.call("POST", &format!("nodes/{node}/mtaExtDescriptors")).multipart(form).send().await.expect_status(201);
}

/// Stores the descriptor as an older release did.
async fn unseal(tms: &Tms) {
    let open = open_blob(&tms.app).await;
    let put = "update ext_descriptor set blob = $1, sealed = false";
    tms.app.cx.db.write(async move |tx| tx.execute(put, store::p![&open]).await).await.unwrap();
}

#[tokio::test]
async fn a_descriptor_of_a_node_is_sealed_at_rest() {
    let tms = Tms::start().await;
    let (fake, node, _) = super::deploy::ready(&tms).await;
    describe(&tms, node).await;
    assert_eq!(blobs(&tms.app).await, (1, 0));
    unseal(&tms).await;
    assert_eq!(engine::sealed_blob::seal_existing(&tms.app.cx).await.unwrap(), 1);
    assert_eq!(engine::sealed_blob::seal_existing(&tms.app.cx).await.unwrap(), 0, "once is enough");
    let row = "select blob from ext_descriptor where sealed";
    let blob: String = tms.app.cx.db.read(async move |tx| tx.query_one(row, store::p![]).await).await.unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut tms.app.cx.blobs.file(&blob.parse().unwrap()).unwrap(), &mut text).unwrap();
    assert!(text.starts_with("v1.") && !text.contains(SECRET), "{text}");
    tms.import_all(node).await;
    tms.app.run_jobs().await;
    assert_eq!(fake.take().0[1].1, extension(), "the target gets it open");
}

#[tokio::test]
async fn an_import_planned_by_an_older_release_still_finds_its_descriptor() {
    let tms = Tms::start().await;
    let (fake, node, _) = super::deploy::ready(&tms).await;
    describe(&tms, node).await;
    unseal(&tms).await;
    tms.import_all(node).await;
    assert_eq!(engine::sealed_blob::seal_existing(&tms.app.cx).await.unwrap(), 1);
    tms.app.run_jobs().await;
    assert_eq!(fake.take().0[1].1, extension());
}
