//! What a key looks like, service by service.

use super::account::Subaccount;
use super::instance::Instance;
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::identity::keys;
use model::Time;
use model::instance;
use serde_json::Value;
use wire::keys::{
    Cis, CisEndpoints, CloudAlm, CloudAlmEndpoints, ContentAgent, ContentAgentOauth, Destination, Integration,
    IntegrationOauth, ServiceManager, Transport, Uaa, Xsuaa,
};

/// A client in a zone, with its secret: what every key is about.
pub(super) struct Secret<'a> {
    /// Its application, with the plan index.
    pub(super) app_id: &'a str,
    pub(super) secret: String,
    /// The subdomain.
    pub(super) zone: &'a str,
    /// The GUID of the zone.
    pub(super) zone_id: String,
}

impl Secret<'_> {
    fn token_url(&self, cx: &Cx) -> String {
        format!("{}/oauth/token", cx.addresses().uaa(self.zone))
    }

    /// The block that most keys have.
    async fn uaa(&self, cx: &Cx) -> Result<Uaa> {
        let addresses = cx.addresses();
        Ok(Uaa {
            clientid: instance::client_id(self.app_id),
            clientsecret: self.secret.clone(),
            url: addresses.uaa(self.zone),
            identityzone: self.zone.to_owned(),
            identityzoneid: self.zone_id.clone(),
            tenantid: self.zone_id.clone(),
            tenantmode: "dedicated".to_owned(),
            sburl: addresses.uaa(self.zone),
            apiurl: addresses.uaa(self.zone),
            verificationkey: verification_key(cx).await?,
            xsappname: self.app_id.to_owned(),
            subaccountid: self.zone_id.clone(),
            uaadomain: addresses.uaa_domain(),
            zoneid: self.zone_id.clone(),
            credential_type: None,
        })
    }
}

async fn verification_key(cx: &Cx) -> Result<String> {
    Ok(keys::current(cx).await?.signer()?.pem.clone())
}

/// The key of an instance.
pub(super) async fn of_instance(
    cx: &Cx,
    instance: &Instance,
    subaccount: &Subaccount,
    secret: String,
    made_at: Time,
) -> Result<Value> {
    let key = Secret { app_id: &instance.app_id, secret, zone: &subaccount.subdomain, zone_id: subaccount.id.text() };
    let json = match instance.service.as_str() {
        "transport" => serde_json::to_value(Transport { uaa: key.uaa(cx).await?, uri: cx.addresses().tms() }),
        "SAPCloudALMAPIs" => serde_json::to_value(cloud_alm(cx, &key, instance).await?),
        "it-rt" => serde_json::to_value(integration(cx, &key, made_at)),
        "content-agent" => serde_json::to_value(content_agent(cx, &key).await?),
        "destination" => serde_json::to_value(destination(cx, &key, instance).await?),
        "xsuaa" => serde_json::to_value(xsuaa(cx, &key, instance).await?),
        "cis" => serde_json::to_value(cis(cx, &key, grant_type(instance)?).await?),
        "service-manager" => serde_json::to_value(service_manager(cx, &key)),
        other => return Err(Error::internal(format!("nobody knows what a key of service {other} looks like"))),
    };
    Ok(json?)
}

/// No top-level `uri`, or clients would take it for transport management itself.
async fn cloud_alm(cx: &Cx, key: &Secret<'_>, instance: &Instance) -> Result<CloudAlm> {
    let uaa = Uaa { credential_type: Some(instance.credential.word().to_owned()), ..key.uaa(cx).await? };
    Ok(CloudAlm { endpoints: CloudAlmEndpoints { api: cx.addresses().alm_api(key.zone) }, uaa })
}

async fn xsuaa(cx: &Cx, key: &Secret<'_>, instance: &Instance) -> Result<Xsuaa> {
    let uaa = Uaa { credential_type: Some(instance.credential.word().to_owned()), ..key.uaa(cx).await? };
    Ok(Xsuaa { uaa, service_instance_id: instance.id.text() })
}

fn integration(cx: &Cx, key: &Secret<'_>, made_at: Time) -> Integration {
    Integration {
        oauth: IntegrationOauth {
            clientid: instance::client_id(key.app_id),
            clientsecret: key.secret.clone(),
            url: cx.addresses().cpi(key.zone),
            tokenurl: key.token_url(cx),
            createdate: made_at.rfc3339_millis(),
        },
    }
}

async fn content_agent(cx: &Cx, key: &Secret<'_>) -> Result<ContentAgent> {
    Ok(ContentAgent {
        url: cx.addresses().content_agent(),
        uaa: key.uaa(cx).await?,
        oauth: ContentAgentOauth {
            url: cx.addresses().content_agent(),
            clientid: instance::client_id(key.app_id),
            clientsecret: key.secret.clone(),
            tokenurl: key.token_url(cx),
        },
    })
}

async fn destination(cx: &Cx, key: &Secret<'_>, instance: &Instance) -> Result<Destination> {
    Ok(Destination {
        clientid: instance::client_id(key.app_id),
        clientsecret: key.secret.clone(),
        credential_type: instance.credential.word().to_owned(),
        uri: cx.addresses().destination(),
        url: cx.addresses().uaa(key.zone),
        uaadomain: cx.addresses().uaa_domain(),
        verificationkey: verification_key(cx).await?,
        instanceid: instance.id.text(),
        identityzone: key.zone.to_owned(),
        tenantid: key.zone_id.clone(),
        xsappname: key.app_id.to_owned(),
        tenantmode: "dedicated".to_owned(),
    })
}

fn grant_type(instance: &Instance) -> Result<&'static str> {
    let parameters: Value = instance.parameters.json()?;
    Ok(match parameters["grantType"].as_str() {
        Some("clientCredentials") => "client_credentials",
        _ => "user_token",
    })
}

/// The key of the account services.
pub(super) async fn cis(cx: &Cx, key: &Secret<'_>, grant_type: &str) -> Result<Cis> {
    let base = cx.addresses().accounts();
    Ok(Cis {
        endpoints: CisEndpoints {
            accounts_service_url: base.clone(),
            entitlements_service_url: base.clone(),
            provisioning_service_url: base.clone(),
            saas_registry_service_url: base.clone(),
            events_service_url: base.clone(),
            external_provider_registry_url: base.clone(),
            order_processing_url: base,
        },
        grant_type: grant_type.to_owned(),
        uaa: key.uaa(cx).await?,
    })
}

fn service_manager(cx: &Cx, key: &Secret<'_>) -> ServiceManager {
    ServiceManager {
        clientid: instance::client_id(key.app_id),
        clientsecret: key.secret.clone(),
        sm_url: cx.addresses().service_manager(),
        url: cx.addresses().uaa(key.zone),
        xsappname: key.app_id.to_owned(),
    }
}
