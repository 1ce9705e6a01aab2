//! What makes people stumble although it can be written: misspelt keys, half a URL, an address in the wrong field.

use super::validate::rest_of_http;
use super::{Authentication, Destination, deploy_hint};

/// The destination behind which a source system finds transport management.
pub const TRANSPORT: &str = "TransportManagementService";
/// The destination behind which it finds the Content Agent.
pub const ASSEMBLY: &str = "ContentAssemblyService";
/// The destination behind which the Content Agent finds the tenant.
pub const INTEGRATION: &str = "CloudIntegration";
/// The property that names the source node.
pub const SOURCE_SYSTEM: &str = "sourceSystemId";

const PASS_THROUGH: &str = "/imp-cdm-transport-management-api";
const PASS_THROUGH_V1: &str = "/imp-cdm-transport-management-api/v1";
const ALM_DIRECT: &str = "CALM_FTR_CTMS_";

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It may work.
    Warning,
    /// It will not work.
    Error,
}

impl Severity {
    /// As sent.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One finding, with what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub severity: Severity,
    /// A stable word for programs.
    pub code: &'static str,
    /// What is wrong.
    pub text: String,
    pub fix: String,
}

pub(super) fn error(code: &'static str, text: impl Into<String>, fix: impl Into<String>) -> Hint {
    Hint { severity: Severity::Error, code, text: text.into(), fix: fix.into() }
}

pub(super) fn warning(code: &'static str, text: impl Into<String>, fix: impl Into<String>) -> Hint {
    Hint { severity: Severity::Warning, code, text: text.into(), fix: fix.into() }
}

/// What can be told from one destination alone. `plain_http`: whether our own addresses are http, too.
#[must_use]
pub fn hints(destination: &Destination, plain_http: bool) -> Vec<Hint> {
    // What is proposed to people repeats what is there.
    let destination = &destination.masked();
    let rules = [name_spelling, source_system, pass_through, token_url_path, url_is_token_url, token_url_is_url];
    let found = rules.iter().filter_map(|rule| rule(destination));
    found.chain(deploy_hint::hints(destination.url(), plain_http)).collect()
}

/// Whether the source node that the destination names is one that takes uploads; `nodes` are the names of those.
#[must_use]
pub fn source_node(destination: &Destination, nodes: &[String]) -> Option<Hint> {
    let wanted = destination.filled(SOURCE_SYSTEM)?;
    if nodes.iter().any(|node| node == wanted) {
        return None;
    }
    let fix = match nodes.iter().find(|node| node.eq_ignore_ascii_case(wanted)) {
        Some(other) => format!("write '{other}': upper and lower case matter"),
        None => format!("create the node '{wanted}' with 'Allow Upload to Node', or name one of: {}", nodes.join(", ")),
    };
    Some(error("source-node", format!("{SOURCE_SYSTEM} '{wanted}' is not a node that takes uploads"), fix))
}

/// Two destinations to one transport service show every transport twice in Cloud ALM.
#[must_use]
pub fn doubled_transports(all: &[Destination]) -> Vec<Hint> {
    let direct: Vec<_> = all.iter().filter(|d| d.name().starts_with(ALM_DIRECT)).collect();
    let same = |d: &Destination| direct.iter().find(|o| o.name() < d.name() && trimmed(o.url()) == trimmed(d.url()));
    let hint = |d: &Destination, other: &Destination| {
        let text = format!("'{}' leads to the same transport service as '{}'", d.name(), other.name());
        warning("doubled-transports", text, "delete one of the two, or every transport is shown twice")
    };
    direct.iter().filter_map(|d| same(d).map(|other| hint(d, other))).collect()
}

fn trimmed(url: &str) -> &str {
    url.trim_end_matches('/')
}

fn name_spelling(destination: &Destination) -> Option<Hint> {
    let name = destination.name();
    let meant = [TRANSPORT, ASSEMBLY, INTEGRATION].into_iter().find(|known| known.eq_ignore_ascii_case(name))?;
    (meant != name)
        .then(|| error("name-spelling", format!("'{name}' is not found under that name"), format!("name it '{meant}'")))
}

fn source_system(destination: &Destination) -> Option<Hint> {
    if destination.filled(SOURCE_SYSTEM).is_some() {
        return None;
    }
    let misspelt = destination.properties().keys().find(|key| key.eq_ignore_ascii_case(SOURCE_SYSTEM));
    if let Some(key) = misspelt.filter(|key| *key != SOURCE_SYSTEM) {
        let text = format!("property '{key}' is not read: upper and lower case matter");
        return Some(error("source-system-spelling", text, format!("rename '{key}' to '{SOURCE_SYSTEM}'")));
    }
    (destination.name() == TRANSPORT).then(|| {
        let text = format!("property '{SOURCE_SYSTEM}' is missing: nobody knows where transports start");
        error("source-system-missing", text, format!("add '{SOURCE_SYSTEM}' with the name of the source node"))
    })
}

fn pass_through(destination: &Destination) -> Option<Hint> {
    let url = trimmed(destination.url());
    if url.contains("/api/api/") {
        let fix = url.replacen("/api/api/", "/api/", 1);
        return Some(error("doubled-api", "the URL holds '/api' twice", format!("write '{fix}'")));
    }
    if let Some((front, _)) = url.split_once(PASS_THROUGH) {
        return (!url.ends_with(PASS_THROUGH_V1)).then(|| {
            let text = format!("the URL of the pass-through must end in '{PASS_THROUGH_V1}'");
            error("pass-through-path", text, format!("write '{front}{PASS_THROUGH_V1}'"))
        });
    }
    (destination.name() == TRANSPORT && url.ends_with("/api")).then(|| {
        let text = format!("the URL is the API endpoint of Cloud ALM, without '{PASS_THROUGH_V1}'");
        error("pass-through-path", text, format!("write '{url}{PASS_THROUGH_V1}'"))
    })
}

fn token_url_path(destination: &Destination) -> Option<Hint> {
    let url = destination.filled("tokenServiceURL")?;
    if destination.authentication() != Authentication::ClientCredentials || path_of(url).ends_with("/token") {
        return None;
    }
    let (base, query) = url.split_once('?').map_or((url, String::new()), |(b, q)| (b, format!("?{q}")));
    let fix = format!("write '{}/oauth/token{query}'", trimmed(base));
    Some(error("token-path", "the token service URL does not end in '/oauth/token'", fix))
}

fn url_is_token_url(destination: &Destination) -> Option<Hint> {
    let url = destination.url();
    let host = rest_of_http(url)?.split('/').next().unwrap_or_default();
    let is_token = host.contains(".authentication.") || path_of(url).ends_with("/oauth/token");
    is_token.then(|| {
        let fix =
            "put the 'url' or 'uri' of the service key here, and 'uaa.url' with '/oauth/token' into tokenServiceURL";
        warning("url-is-token-url", "the URL looks like that of a token service", fix)
    })
}

fn token_url_is_url(destination: &Destination) -> Option<Hint> {
    let token = destination.filled("tokenServiceURL")?;
    let looks = ["/slprot/", "/transportmodule/", PASS_THROUGH, "/destination-configuration"];
    let base = trimmed(destination.url());
    let below = !base.is_empty() && path_of(base).len() > 1 && token.starts_with(&format!("{base}/"));
    (below || looks.iter().any(|part| token.contains(part))).then(|| {
        let fix = "put 'uaa.url' of the service key with '/oauth/token' here";
        warning("token-url-is-url", "the token service URL looks like that of the service itself", fix)
    })
}

/// The path without query and without slashes at its end.
fn path_of(url: &str) -> &str {
    let rest = rest_of_http(url).unwrap_or(url);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    rest.find('/').map_or("", |at| trimmed(&rest[at..]))
}

#[cfg(test)]
mod tests {
    use super::super::of;
    use super::*;

    const API: &str = "https://eu10.alm.example/api";

    fn transport(extra: &[(&str, &str)]) -> Destination {
        let mut all = vec![
            ("Name", TRANSPORT),
            ("Type", "HTTP"),
            ("URL", "https://eu10.alm.example/api/imp-cdm-transport-management-api/v1"),
            ("Authentication", "OAuth2ClientCredentials"),
            ("tokenServiceURL", "https://calm.authentication.eu10.example/oauth/token"),
            (SOURCE_SYSTEM, "CPI_DEV"),
        ];
        all.retain(|(key, _)| !extra.iter().any(|(other, _)| key.eq_ignore_ascii_case(other)));
        all.extend(extra);
        of(&all)
    }

    fn codes(destination: &Destination) -> Vec<&'static str> {
        hints(destination, false).iter().map(|hint| hint.code).collect()
    }

    fn fix(destination: &Destination) -> String {
        let all = hints(destination, false);
        assert_eq!(all.len(), 1, "{all:?}");
        all[0].fix.clone()
    }

    #[test]
    fn the_guides_own_destination_is_fine() {
        assert!(codes(&transport(&[])).is_empty());
        assert!(
            codes(&transport(&[("tokenServiceURL", "https://h/oauth/token/?grant_type=client_credentials")]))
                .is_empty()
        );
        assert!(
            codes(&transport(&[
                ("URL", "http://127.0.0.1:4004/tms"),
                ("tokenServiceURL", "http://127.0.0.1:4004/uaa/alm/oauth/token")
            ]))
            .is_empty()
        );
    }

    #[test]
    fn a_misspelt_source_system_is_found() {
        let misspelt = transport(&[("SourceSystemId", "CPI_DEV")]);
        assert_eq!(misspelt.get(SOURCE_SYSTEM), None);
        assert_eq!(codes(&misspelt), ["source-system-spelling"]);
        assert_eq!(fix(&misspelt), "rename 'SourceSystemId' to 'sourceSystemId'");
        assert_eq!(codes(&transport(&[(SOURCE_SYSTEM, "")])), ["source-system-missing"]);
    }

    #[test]
    fn the_path_of_the_pass_through_is_mended() {
        for (given, mended) in [
            (format!("{API}/api/imp-cdm-transport-management-api/v1"), format!("{API}{PASS_THROUGH_V1}")),
            (format!("{API}/imp-cdm-transport-management-api"), format!("{API}{PASS_THROUGH_V1}")),
            (format!("{API}/imp-cdm-transport-management-api/v1/v2"), format!("{API}{PASS_THROUGH_V1}")),
            (API.to_owned(), format!("{API}{PASS_THROUGH_V1}")),
            (format!("{API}/"), format!("{API}{PASS_THROUGH_V1}")),
        ] {
            assert_eq!(fix(&transport(&[("URL", &given)])), format!("write '{mended}'"), "{given}");
        }
    }

    #[test]
    fn half_a_token_url_is_completed() {
        let half = transport(&[("tokenServiceURL", "https://calm.authentication.eu10.example/?tenant=b&x=y")]);
        assert_eq!(fix(&half), "write 'https://calm.authentication.eu10.example/oauth/token?tenant=b&x=<redacted>'");
    }

    #[test]
    fn addresses_in_the_wrong_field_are_found() {
        assert_eq!(codes(&transport(&[("URL", "https://calm.authentication.eu10.example")])), ["url-is-token-url"]);
        let swapped = transport(&[(
            "tokenServiceURL",
            "https://eu10.alm.example/api/imp-cdm-transport-management-api/v1/oauth/token",
        )]);
        assert_eq!(codes(&swapped), ["token-url-is-url"]);
    }

    #[test]
    fn names_of_org_and_space_must_be_encoded() {
        let target = |url: &str| of(&[("Name", "CPI_PROD_CF"), ("URL", url)]);
        assert_eq!(
            fix(&target("https://d.example/slprot/Example Org, Inc/prod/slp")),
            "write 'https://d.example/slprot/Example%20Org%2C%20Inc/prod/slp'"
        );
        assert_eq!(codes(&target("http://d.example/slprot/o/prod/slp")), ["not-https"]);
        assert!(hints(&target("http://d.example/slprot/o/prod/slp"), true).is_empty());
        assert!(codes(&target("https://d.example/slprot/Example%20Org/prod/slp")).is_empty());
    }

    #[test]
    fn names_that_others_look_for_are_case_sensitive() {
        let given = transport(&[("Name", "transportManagementService")]);
        assert_eq!(fix(&given), "name it 'TransportManagementService'");
    }

    #[test]
    fn the_source_node_must_exist_as_spelled() {
        let nodes = ["CPI_DEV".to_owned(), "X".to_owned()];
        assert_eq!(source_node(&transport(&[]), &nodes), None);
        let other = transport(&[(SOURCE_SYSTEM, "cpi_dev")]);
        assert!(source_node(&other, &nodes).unwrap().fix.starts_with("write 'CPI_DEV'"));
        assert!(
            source_node(&transport(&[(SOURCE_SYSTEM, "Y")]), &nodes).unwrap().fix.starts_with("create the node 'Y'")
        );
    }

    #[test]
    fn two_ways_to_one_transport_service_are_told() {
        let direct = |name: &str, url: &str| of(&[("Name", name), ("URL", url)]);
        let all = [
            direct("CALM_FTR_CTMS_A", "https://t.example"),
            direct("CALM_FTR_CTMS_B", "https://t.example/"),
            direct("CALM_FTR_CTMS_C", "https://u.example"),
            direct("OTHER", "https://t.example"),
        ];
        let found = doubled_transports(&all);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].severity, Severity::Warning);
    }
}
