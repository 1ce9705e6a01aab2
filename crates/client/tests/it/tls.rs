//! Certificates: only those of a trusted authority are accepted, and one can be added.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use ropeway_client::{Http, Kind, Options};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;

/// A https server on loopback, and the PEM of the authority that vouches for it.
fn serve() -> (u16, Vec<u8>) {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let leaf = CertificateParams::new(vec!["127.0.0.1".into()]).unwrap().signed_by(&key, &authority).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let key = PrivatePkcs8KeyDer::from(key.serialize_der()).into();
    let config = Arc::new(config.with_no_client_auth().with_single_cert(vec![leaf.der().clone()], key).unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        while let Ok((socket, _)) = listener.accept() {
            let mut stream = StreamOwned::new(ServerConnection::new(Arc::clone(&config)).unwrap(), socket);
            let mut buffer = [0; 4096];
            if stream.read(&mut buffer).is_ok() {
                stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").ok();
            }
        }
    });
    (port, authority.pem().into_bytes())
}

#[tokio::test]
async fn a_certificate_is_trusted_only_with_its_authority() {
    let (port, extra_ca) = serve();
    let url = format!("https://127.0.0.1:{port}/");
    let options = Options { allow_private: true, ..Options::default() };
    let stranger = Http::new(options.clone()).unwrap().probe(&url).await.unwrap_err();
    assert_eq!(stranger.kind(), &Kind::Connect);
    assert!(stranger.to_string().contains("its certificate is not trusted"), "{stranger}");
    let known = Http::new(Options { extra_ca, ..options }).unwrap();
    assert_eq!(known.probe(&url).await.unwrap().status, 200);
}

#[test]
fn a_broken_certificate_is_refused_at_the_start() {
    let extra_ca = b"-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n".to_vec();
    assert!(Http::new(Options { extra_ca, ..Options::default() }).is_err());
}
