//! HTTPS: certificate files of the operator, or a certificate that a self-made development CA signs.
//!
//! The CA lives in the data directory (`dev-ca.pem`, `dev-ca.key`) and stays, so that a client needs to trust it only
//! once; the server's certificate is made anew at each start for the names in use.

use crate::config::{Config, Tls};
use crate::exit::{Exit, Failure};
use anyhow::Context;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rustls::ServerConfig;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// The TLS side of the listener; `None`: plain HTTP.
pub fn server_config(config: &Config) -> anyhow::Result<Option<Arc<ServerConfig>>> {
    match config.server.tls {
        Tls::Off => Ok(None),
        Tls::Files => from_files(config).map(Some),
        Tls::Dev => {
            let (chain, key) = development(&config.store.data, &names(config))?;
            from_pem(chain.as_bytes(), key.as_bytes()).map(Some)
        }
    }
}

fn from_files(config: &Config) -> anyhow::Result<Arc<ServerConfig>> {
    let (Some(certificate), Some(key)) = (&config.server.certificate, &config.server.private_key) else {
        return Err(
            Failure::new(Exit::Config, "tls = \"files\" needs server.certificate and server.private_key").into()
        );
    };
    let read = || from_pem(&fs::read(certificate)?, &fs::read(key)?);
    read().map_err(|e| {
        let message = format!("{} and {} cannot be used: {e}", certificate.display(), key.display());
        Failure::new(Exit::Config, message).into()
    })
}

fn from_pem(chain: &[u8], key: &[u8]) -> anyhow::Result<Arc<ServerConfig>> {
    let chain = CertificateDer::pem_slice_iter(chain).collect::<Result<Vec<_>, _>>()?;
    let key = PrivateKeyDer::from_pem_slice(key)?;
    let builder = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
    let mut config =
        builder.with_safe_default_protocol_versions()?.with_no_client_auth().with_single_cert(chain, key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Every name under which this server is reached: loopback, the public URL's host, and all below the base domain
/// (a wildcard covers one label, so the two-label service names are listed).
fn names(config: &Config) -> Vec<String> {
    let mut names = vec!["localhost".to_owned(), "127.0.0.1".to_owned(), "::1".to_owned()];
    if let Some(url) = &config.server.public_url {
        let authority = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        names.extend(authority.split(['/', ':']).next().map(str::to_owned));
    }
    if let Some(base) = &config.server.base_domain {
        for pattern in ["*", "*.cf", "*.authentication", "*.cpi", "*.alm"] {
            names.push(format!("{pattern}.{base}"));
        }
        names.push(base.clone());
    }
    names.sort();
    names.dedup();
    names
}

/// A certificate for these names, signed by the CA of this data directory; chain and key as PEM.
fn development(data: &Path, names: &[String]) -> anyhow::Result<(String, String)> {
    let (ca_pem, ca_key) = authority(data)?;
    let ca_params = authority_params()?;
    let ca_key = KeyPair::from_pem(&ca_key).context("dev-ca.key cannot be read")?;
    let issuer = Issuer::from_params(&ca_params, ca_key);
    let mut params = CertificateParams::new(names.to_vec())?;
    params.distinguished_name.push(DnType::CommonName, "Ropeway development server");
    params.use_authority_key_identifier_extension = true;
    let key = KeyPair::generate()?;
    let certificate = params.signed_by(&key, &issuer)?;
    Ok((format!("{}{ca_pem}", certificate.pem()), key.serialize_pem()))
}

/// The CA of this data directory, made when there is none.
pub fn authority(data: &Path) -> anyhow::Result<(String, String)> {
    let (pem_file, key_file) = (data.join("dev-ca.pem"), data.join("dev-ca.key"));
    if pem_file.exists() && key_file.exists() {
        return Ok((fs::read_to_string(pem_file)?, fs::read_to_string(key_file)?));
    }
    let params = authority_params()?;
    let key = KeyPair::generate()?;
    let certificate = params.self_signed(&key)?;
    crate::launch::write_private(&key_file, key.serialize_pem().as_bytes())?;
    fs::write(&pem_file, certificate.pem())?;
    Ok((certificate.pem(), key.serialize_pem()))
}

/// What the CA says of itself; a certificate it signs names it in the same words.
fn authority_params() -> anyhow::Result<CertificateParams> {
    let mut params = CertificateParams::new(Vec::<String>::new())?;
    params.distinguished_name.push(DnType::CommonName, "Ropeway development CA");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    Ok(params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ca_stays_and_signs_again() {
        let dir = std::env::temp_dir().join(format!("ropeway-tls-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        let (first, _) = development(&dir, &["localhost".to_owned()]).unwrap();
        let (second, _) = development(&dir, &["localhost".to_owned()]).unwrap();
        let ca = fs::read_to_string(dir.join("dev-ca.pem")).unwrap();
        assert!(first.ends_with(&ca) && second.ends_with(&ca) && first != second);
        fs::remove_dir_all(&dir).unwrap();
    }
}
