//! A Cloud Integration tenant as its client. The target's URL ends in `…/transportmodule/Transport`, for [`configure`]
//! it is that of the tenant itself.

use crate::call::{Body, Call, Pace};
use crate::error::Result;
use crate::http::Http;
use crate::response::Response;
use crate::target::Target;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Method;
use wire::cpi::{ConfigurationWish, TransportImported, TransportPackage, TransportPackages};

/// What stays bare in a path segment.
const SEGMENT: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, &SEGMENT).to_string()
}

/// Everything that can be transported out of the tenant.
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
    let call = Call::get(format!("/packages/{}{query}", encoded(package))).paced(Pace::Transfer);
    http.call(target, call).await?.good().await
}

/// Brings a package in; what is there is merged with it.
///
/// # Errors
/// Of the call; the tenant's sentence is in the error.
pub async fn import(http: &Http, target: &Target, package: &str, zip: Body) -> Result<TransportImported> {
    let call = Call::new(Method::PUT, format!("/packages/{}", encoded(package))).body(zip);
    http.call(target, call).await?.good().await?.json().await
}

/// Configures the value of an externalised parameter of a flow; it counts from the flow's next deployment on.
///
/// # Errors
/// Of the call; status 404 when there is no such flow or parameter.
pub async fn configure(http: &Http, target: &Target, flow: &str, key: &str, value: &str) -> Result<()> {
    let (flow, key) = (literal(flow), literal(key));
    let path =
        format!("/api/v1/IntegrationDesigntimeArtifacts(Id={flow},Version='active')/$links/Configurations({key})");
    let wish = ConfigurationWish { parameter_value: Some(value.to_owned()) };
    let call = Call::new(Method::PUT, path).header("accept", "application/json").body(Body::json(&wish)?);
    http.call(target, call).await?.good().await.map(drop)
}

/// A text as OData writes it in an address.
fn literal(text: &str) -> String {
    format!("'{}'", encoded(&text.replace('\'', "''")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_an_address_keeps_its_quotes_blanks_and_slashes() {
        assert_eq!(literal("Bob's key/1"), "'Bob%27%27s%20key%2F1'");
    }
}
