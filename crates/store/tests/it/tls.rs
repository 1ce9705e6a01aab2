//! TLS to PostgreSQL: what each `sslmode` demands, against a server that takes nothing else.

use crate::kit::{Answer, run};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use std::path::{Path, PathBuf};
use store::{Db, DbUrl, Error, Options, p};

/// An authority; its certificate is in a file.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    file: PathBuf,
}

fn authority(dir: &Path, name: &str) -> Authority {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let key = KeyPair::generate().unwrap();
    let file = dir.join(name);
    std::fs::write(&file, params.self_signed(&key).unwrap().pem()).unwrap();
    Authority { issuer: Issuer::new(params, key), file }
}

/// Opens the database with these parameters and tells whether the connection is encrypted.
async fn encrypted(host: &str, port: u16, parameters: &str) -> Result<bool, Error> {
    let url: DbUrl = format!("postgres://postgres@{host}:{port}/postgres?{parameters}").parse().unwrap();
    let db = Db::open(&url, Options { connections: 2, ..Options::default() }).await?;
    // Numbers are drawn, and work is heard of, on connections of their own.
    db.write(async |tx: &mut store::Tx| -> Answer<i64> { Ok(tx.next_id()) }).await?;
    db.read(async |tx: &mut store::Tx| -> Answer<bool> {
        tx.query_one("select ssl from pg_stat_ssl where pid = pg_backend_pid()", p![]).await
    })
    .await
}

#[test]
fn each_mode_demands_what_it_says() {
    let dir = tempfile::tempdir().unwrap();
    let (ours, other) = (authority(dir.path(), "ca.pem"), authority(dir.path(), "other.pem"));
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    let certificate = params.signed_by(&key, &ours.issuer).unwrap();
    let Some(server) = store::testing::postgres_with_tls(&certificate.pem(), &key.serialize_pem()) else { return };
    let (ours, other) = (ours.file.display().to_string(), other.file.display().to_string());
    // The certificate is made for localhost, not for its number.
    let cases = [
        ("127.0.0.1", "sslmode=disable".to_owned(), false),
        ("127.0.0.1", String::new(), true),
        ("127.0.0.1", "sslmode=prefer".to_owned(), true),
        ("127.0.0.1", "sslmode=require".to_owned(), true),
        ("127.0.0.1", format!("sslmode=require&sslrootcert={ours}"), true),
        ("127.0.0.1", format!("sslmode=require&sslrootcert={other}"), false),
        ("127.0.0.1", format!("sslmode=verify-ca&sslrootcert={ours}"), true),
        ("127.0.0.1", format!("sslmode=verify-ca&sslrootcert={other}"), false),
        ("127.0.0.1", format!("sslmode=verify-full&sslrootcert={ours}"), false),
        ("localhost", format!("sslmode=verify-full&sslrootcert={ours}"), true),
        ("localhost", format!("sslmode=verify-full&sslrootcert={other}"), false),
    ];
    run(async {
        for (host, parameters, passes) in cases {
            let outcome = encrypted(host, server.port, &parameters).await;
            match outcome {
                Ok(encrypted) => assert!(passes && encrypted, "{host} {parameters}"),
                Err(error) => {
                    assert!(!passes && matches!(error, Error::Unavailable(_)), "{host} {parameters}: {error}")
                }
            }
        }
    });
}
