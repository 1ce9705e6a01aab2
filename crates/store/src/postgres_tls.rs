//! TLS to a PostgreSQL server, as the address asks for it. The words are libpq's:
//!
//! | `sslmode` | encrypted | the server's certificate |
//! |---|---|---|
//! | `disable` | never | – |
//! | `prefer` (when nothing is said) | if the server can | any |
//! | `require` | always | any; with `sslrootcert` as `verify-ca` |
//! | `verify-ca` | always | signed by a trusted authority |
//! | `verify-full` | always | the same, and made for the host of the address |
//!
//! `sslrootcert` names a file with trusted certificates (PEM); without it, or with `system`, those of the system count.
//! A server that is reached over a socket in the file system is never asked for TLS.

use crate::error::{Error, Result};
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, aws_lc_rs, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use std::fmt;
use std::sync::Arc;
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres_rustls::MakeRustlsConnect;

/// How the server proves who it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Proof {
    /// It need not.
    None,
    /// By a chain to a trusted authority.
    Chain,
    /// By a chain, for its host name.
    ChainAndName,
}

/// What an address says about TLS.
#[derive(Debug, PartialEq, Eq)]
struct TlsOptions {
    mode: SslMode,
    proof: Proof,
    root: Option<String>,
}

/// A server: where it is, and how to speak TLS to it.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) config: Config,
    pub(crate) tls: MakeRustlsConnect,
}

// The address may hold a password.
impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").finish_non_exhaustive()
    }
}

impl Server {
    /// Reads an address.
    pub(crate) fn read(url: &str) -> Result<Server> {
        let (rest, wish) = split(url)?;
        let mut config: Config = rest.parse().map_err(|_| Error::other("the PostgreSQL address cannot be read"))?;
        let is_local = config.get_hosts().iter().all(|host| matches!(host, Host::Unix(_)));
        config.ssl_mode(if is_local { SslMode::Disable } else { wish.mode });
        Ok(Server { config, tls: MakeRustlsConnect::new(client(&wish)?) })
    }
}

/// Takes our two parameters out of the address, because the driver does not know all of their values.
fn split(url: &str) -> Result<(String, TlsOptions)> {
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let (mut mode, mut root, mut others) = (None, None, Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", value)) => mode = Some(value),
            Some(("sslrootcert", value)) => root = Some(decoded(value)?),
            _ => others.push(pair),
        }
    }
    let query = if others.is_empty() { String::new() } else { format!("?{}", others.join("&")) };
    let root = root.filter(|file| file != "system");
    Ok((format!("{address}{query}"), wish(mode.unwrap_or("prefer"), root)?))
}

fn decoded(value: &str) -> Result<String> {
    let text = percent_encoding::percent_decode_str(value).decode_utf8();
    Ok(text.map_err(|_| Error::other("sslrootcert of the PostgreSQL address is no text"))?.into_owned())
}

fn wish(mode: &str, root: Option<String>) -> Result<TlsOptions> {
    let (mode, proof) = match mode {
        "disable" => (SslMode::Disable, Proof::None),
        "prefer" => (SslMode::Prefer, Proof::None),
        "require" if root.is_none() => (SslMode::Require, Proof::None),
        "require" | "verify-ca" => (SslMode::Require, Proof::Chain),
        "verify-full" => (SslMode::Require, Proof::ChainAndName),
        other => {
            let known = "disable, prefer, require, verify-ca, verify-full";
            return Err(Error::other(format!("sslmode '{other}' is not known; use one of {known}")));
        }
    };
    Ok(TlsOptions { mode, proof, root })
}

fn client(wish: &TlsOptions) -> Result<ClientConfig> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider));
    let builder = builder.with_safe_default_protocol_versions().map_err(Error::other)?;
    if wish.proof == Proof::None {
        let anybody = Arc::new(Lenient { chain: None, provider });
        return Ok(builder.dangerous().with_custom_certificate_verifier(anybody).with_no_client_auth());
    }
    let roots = Arc::new(roots(wish.root.as_deref())?);
    let chain = WebPkiServerVerifier::builder_with_provider(roots, Arc::clone(&provider)).build();
    let chain = chain.map_err(Error::other)?;
    Ok(match wish.proof {
        Proof::ChainAndName => builder.with_webpki_verifier(chain).with_no_client_auth(),
        _ => {
            let lenient = Arc::new(Lenient { chain: Some(chain), provider });
            builder.dangerous().with_custom_certificate_verifier(lenient).with_no_client_auth()
        }
    })
}

fn roots(file: Option<&str>) -> Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    match file {
        Some(file) => {
            let unreadable = |cause: &dyn std::fmt::Display| Error::other(format!("sslrootcert {file}: {cause}"));
            for certificate in CertificateDer::pem_file_iter(file).map_err(|cause| unreadable(&cause))? {
                let certificate = certificate.map_err(|cause| unreadable(&cause))?;
                roots.add(certificate).map_err(|cause| unreadable(&cause))?;
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    if roots.is_empty() {
        return Err(Error::other("no trusted certificate was found to verify the PostgreSQL server with"));
    }
    Ok(roots)
}

/// Takes any certificate, or any with a good chain whatever its name. The handshake must be signed with its key in
/// either case.
#[derive(Debug)]
struct Lenient {
    chain: Option<Arc<WebPkiServerVerifier>>,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Lenient {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let Some(chain) = &self.chain else { return Ok(ServerCertVerified::assertion()) };
        // The chain is verified before the name.
        match chain.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now) {
            Err(rustls::Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) => Ok(ServerCertVerified::assertion()),
            outcome => outcome,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls12_signature(message, cert, dss, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, cert, dss, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wished(url: &str) -> (String, SslMode, Proof, Option<String>) {
        let (rest, TlsOptions { mode, proof, root }) = split(url).unwrap();
        (rest, mode, proof, root)
    }

    #[test]
    fn the_words_of_libpq_mean_what_they_mean_there() {
        let table = [
            ("postgres://h/d", SslMode::Prefer, Proof::None),
            ("postgres://h/d?sslmode=disable", SslMode::Disable, Proof::None),
            ("postgres://h/d?sslmode=prefer", SslMode::Prefer, Proof::None),
            ("postgres://h/d?sslmode=require", SslMode::Require, Proof::None),
            ("postgres://h/d?sslmode=verify-ca", SslMode::Require, Proof::Chain),
            ("postgres://h/d?sslmode=verify-full", SslMode::Require, Proof::ChainAndName),
        ];
        for (url, mode, proof) in table {
            assert_eq!(wished(url), ("postgres://h/d".to_owned(), mode, proof, None), "{url}");
        }
        let (rest, mode, proof, root) =
            wished("postgres://h/d?connect_timeout=3&sslmode=require&sslrootcert=%2Fetc%2Fca.pem&user=u");
        assert_eq!(rest, "postgres://h/d?connect_timeout=3&user=u");
        assert_eq!((mode, proof, root.as_deref()), (SslMode::Require, Proof::Chain, Some("/etc/ca.pem")));
        assert_eq!(wished("postgres://h/d?sslmode=verify-full&sslrootcert=system").3, None);
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for url in ["postgres://h/d?sslmode=allow", "postgres://h/d?sslmode=verify-full&sslrootcert=/no/such/file"] {
            assert!(Server::read(url).is_err(), "{url}");
        }
    }

    #[test]
    fn a_socket_in_the_file_system_needs_no_tls() {
        let server = Server::read("postgres://u@%2Ftmp%2Fpg/d?sslmode=require").unwrap();
        assert_eq!(server.config.get_ssl_mode(), SslMode::Disable);
    }
}
