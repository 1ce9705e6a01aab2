//! A Cloud Integration tenant's transport module as its client. The target's URL ends in `…/transportmodule/Transport`.

use crate::call::{Body, Call};
use crate::error::Result;
use crate::http::Http;
use crate::response::Response;
use crate::target::Target;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Method;
use wire::cpi::{TransportImported, TransportPackage, TransportPackages};

/// What stays bare in a path segment.
const SEGMENT: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, &SEGMENT).to_string()
}

/// Everything that can be transported out of the tenant.
///
/// # Errors
/// Of the call.
pub async fn list(http: &Http, target: &Target) -> Result<Vec<TransportPackage>> {
    let answer = http.call(target, Call::get("?type=CloudIntegration")).await?.good().await?;
    Ok(answer.json::<TransportPackages>().await?.packages)
}

/// The export zip of a package, to be read piece by piece; of all its artifacts when none is named.
///
/// # Errors
/// Of the call; the tenant's sentence is in the error.
pub async fn export(http: &Http, target: &Target, package: &str, artifacts: &[String]) -> Result<Response> {
    let chosen: Vec<String> = artifacts.iter().map(|id| encoded(id)).collect();
    let query = if chosen.is_empty() { String::new() } else { format!("?artifacts={}", chosen.join(",")) };
    http.call(target, Call::get(format!("/packages/{}{query}", encoded(package)))).await?.good().await
}

/// Brings a package in; what is there is merged with it.
///
/// # Errors
/// Of the call; the tenant's sentence is in the error.
pub async fn import(http: &Http, target: &Target, package: &str, zip: Body) -> Result<TransportImported> {
    let call = Call::new(Method::PUT, format!("/packages/{}", encoded(package))).body(zip);
    http.call(target, call).await?.good().await?.json().await
}
