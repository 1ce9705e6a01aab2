//! The address map: where each service stands under the public URL. Every key, link and token is built from it.
//!
//! Services are path prefixes under one public URL. With a base domain configured each service has a host of its
//! own instead, for clients that insist on hosts; [`Addresses::prefix_of_host`] gives the prefix such a host stands
//! for, so that routing knows prefixes only. The request's own host never decides what a link says.

/// Builds every address that leaves this server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addresses {
    public: String,
    base: Option<Base>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Base {
    scheme: String,
    domain: String,
    port: String,
}

impl Addresses {
    /// Path prefixes under `public` (scheme, host, port, and perhaps a path), or hosts below `base_domain`.
    #[must_use]
    pub fn new(public: &str, base_domain: Option<&str>) -> Self {
        let public = public.trim_end_matches('/').to_owned();
        let base = base_domain.map(|domain| {
            let (scheme, rest) = public.split_once("://").unwrap_or(("http", &public));
            let authority = rest.split('/').next().unwrap_or_default();
            let port = authority.rsplit_once(':').map(|(_, port)| format!(":{port}")).unwrap_or_default();
            Base { scheme: scheme.to_owned(), domain: domain.to_owned(), port }
        });
        Self { public, base }
    }

    /// The public URL, without a slash at its end.
    #[must_use]
    pub fn public(&self) -> &str {
        &self.public
    }

    /// Whether links are plain http; then destinations may be, too.
    #[must_use]
    pub fn is_http(&self) -> bool {
        self.public.starts_with("http://")
    }

    fn at(&self, host: &str, path: &str) -> String {
        match &self.base {
            Some(base) => format!("{}://{host}.{}{}", base.scheme, base.domain, base.port),
            None => format!("{}{path}", self.public),
        }
    }

    /// The token service of a zone: `uaa.url` of its keys.
    #[must_use]
    pub fn uaa(&self, zone: &str) -> String {
        self.at(&format!("{zone}.authentication"), &format!("/uaa/{zone}"))
    }

    /// `uaadomain` of keys: no scheme.
    #[must_use]
    pub fn uaa_domain(&self) -> String {
        let whole = self.at("authentication", "/uaa");
        whole.split_once("://").map_or(whole.clone(), |(_, rest)| rest.to_owned())
    }

    /// The Cloud Foundry API.
    #[must_use]
    pub fn cf(&self) -> String {
        self.at("api.cf", "/cf")
    }

    /// Login and token service of Cloud Foundry.
    #[must_use]
    pub fn cf_uaa(&self) -> String {
        self.at("login.cf", "/cf-uaa")
    }

    /// The deploy service.
    #[must_use]
    pub fn deploy_service(&self) -> String {
        self.at("deploy-service.cf", "/deploy-service")
    }

    /// Transport management: `uri` of its keys.
    #[must_use]
    pub fn tms(&self) -> String {
        self.at("transport", "/tms")
    }

    /// `endpoints.Api` of a Cloud ALM key.
    #[must_use]
    pub fn alm_api(&self, tenant: &str) -> String {
        match &self.base {
            Some(_) => format!("{}/api", self.at(&format!("{tenant}.alm"), "")),
            None => format!("{}/alm/{tenant}/api", self.public),
        }
    }

    /// Cloud Integration tenant: `oauth.url` of an it-rt key.
    #[must_use]
    pub fn cpi(&self, tenant: &str) -> String {
        self.at(&format!("{tenant}.cpi"), &format!("/cpi/{tenant}"))
    }

    /// The Content Agent.
    #[must_use]
    pub fn content_agent(&self) -> String {
        self.at("content-agent", "/content-agent")
    }

    /// The Destination service: `uri` of its keys (callers append `/destination-configuration/v1/…`).
    #[must_use]
    pub fn destination(&self) -> String {
        self.at("destination-configuration", "")
    }

    /// Service Manager: `sm_url`.
    #[must_use]
    pub fn service_manager(&self) -> String {
        self.at("service-manager", "/service-manager")
    }

    /// The account services: the `*_service_url` fields of a `cis` key.
    #[must_use]
    pub fn accounts(&self) -> String {
        self.at("accounts", "")
    }

    /// The domain shown as shared domain of every org.
    #[must_use]
    pub fn apps_domain(&self) -> String {
        self.base.as_ref().map_or_else(|| "apps.internal".to_owned(), |base| format!("cfapps.{}", base.domain))
    }

    /// The path prefix that `host` (with or without a port) stands for, when hosts are configured and it is one of ours.
    #[must_use]
    pub fn prefix_of_host(&self, host: &str) -> Option<String> {
        let base = self.base.as_ref()?;
        // Names of hosts have no case; a dot at the end says that the name is whole.
        let name = host.split(':').next().unwrap_or_default().trim_end_matches('.').to_ascii_lowercase();
        let label = name.strip_suffix(&base.domain.to_ascii_lowercase())?.strip_suffix('.')?;
        let fixed = match label {
            "api.cf" => "/cf",
            "login.cf" | "uaa.cf" => "/cf-uaa",
            "deploy-service.cf" | "deploy-service.cfapps" => "/deploy-service",
            "transport" => "/tms",
            "content-agent" => "/content-agent",
            "service-manager" => "/service-manager",
            "authentication" => "/uaa",
            "destination-configuration" | "accounts" => "",
            _ => return tenant_prefix(label),
        };
        Some(fixed.to_owned())
    }
}

/// A pattern holds one parameter: `{zone}.authentication`, `{tenant}.alm`, `{tenant}.cpi`.
fn tenant_prefix(label: &str) -> Option<String> {
    let (tenant, service) = label.split_once('.')?;
    match service {
        "authentication" => Some(format!("/uaa/{tenant}")),
        "alm" => Some(format!("/alm/{tenant}")),
        "cpi" => Some(format!("/cpi/{tenant}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_stand_under_the_public_url() {
        let a = Addresses::new("http://127.0.0.1:4004/", None);
        assert_eq!(a.uaa("alm"), "http://127.0.0.1:4004/uaa/alm");
        assert_eq!(a.uaa_domain(), "127.0.0.1:4004/uaa");
        assert_eq!(a.alm_api("alm"), "http://127.0.0.1:4004/alm/alm/api");
        assert_eq!(a.destination(), "http://127.0.0.1:4004");
        assert_eq!(a.prefix_of_host("api.cf.example.org"), None);
    }

    #[test]
    fn every_host_we_hand_out_leads_back_to_its_prefix() {
        let a = Addresses::new("https://ropeway.example.org:8443", Some("example.org"));
        for (url, prefix) in [
            (a.cf(), "/cf"),
            (a.cf_uaa(), "/cf-uaa"),
            (a.deploy_service(), "/deploy-service"),
            (a.tms(), "/tms"),
            (a.uaa("dev"), "/uaa/dev"),
            (a.cpi("dev"), "/cpi/dev"),
            (a.content_agent(), "/content-agent"),
            (a.destination(), ""),
        ] {
            let host = url.strip_prefix("https://").unwrap();
            assert_eq!(a.prefix_of_host(host).as_deref(), Some(prefix), "{url}");
        }
        assert_eq!(a.alm_api("t"), "https://t.alm.example.org:8443/api");
        assert_eq!(a.prefix_of_host("API.CF.Example.Org.:8443").as_deref(), Some("/cf"));
        assert_eq!(a.prefix_of_host("example.org"), None);
    }
}
