//! What is wrong with the address of a deployment target, told when it is written and not when an import fails.

use super::hint::{Hint, error, warning};
use super::validate::rest_of_http;
use crate::deploy_url::{self, BadDeployUrl, Target};

const FORMS: &str = "write 'https://deploy-service.cf.<domain>/slprot/<org>/<space>/slp', or '/slprot/<space-guid>/slp' \
    with what `cf space NAME --guid` prints";

/// Everything that can be told from the address alone. `plain_http`: whether our own addresses are http, too.
pub(super) fn hints(url: &str, plain_http: bool) -> Vec<Hint> {
    let (host, path) = parts(url);
    let cloud_foundry = cloud_foundry(&host);
    if !is_meant(&host, path) {
        return cloud_foundry.into_iter().collect();
    }
    let mut found: Vec<Hint> =
        [not_https(url, plain_http), not_encoded(url), placeholder(&host)].into_iter().flatten().collect();
    let elsewhere = cloud_foundry.or_else(|| host_form(&host)).or_else(|| other_service(&host, path));
    match deploy_url::parse(url, true) {
        Ok(read) => found.extend(names(&read.target)),
        Err(BadDeployUrl::Scheme(_)) if !found.is_empty() => {}
        Err(why) => found.push(error("deploy-url", why.to_string(), FORMS)),
    }
    found.extend(elsewhere);
    found
}

/// The first hint that makes an address unfit for a node, whatever is deployed.
pub(crate) fn refusal(url: &str, plain_http: bool) -> Option<Hint> {
    let fatal = |hint: &Hint| hint.severity == super::Severity::Error || hint.code == "cf-address";
    hints(url, plain_http).into_iter().find(fatal).or_else(|| of_another_service(url))
}

/// The address of another service of a server that has all of them below one name: fine as such, and no target.
fn of_another_service(url: &str) -> Option<Hint> {
    const OTHERS: [&str; 10] = [
        "cf",
        "cf-uaa",
        "uaa",
        "tms",
        "cpi",
        "alm",
        "content-agent",
        "accounts",
        "service-manager",
        "destination-configuration",
    ];
    let (_, path) = parts(url);
    let mut segments = path.split(['/', '?', '#']).filter(|segment| !segment.is_empty());
    let first = segments.next().filter(|first| OTHERS.contains(first))?;
    let speaks_slp = segments.any(|segment| segment == "slprot" || segment == "slp");
    (!speaks_slp).then(|| error("deploy-url", format!("'/{first}' is the address of another service"), FORMS))
}

/// Whether an address that speaks of `slprot` is none of the deploy service; the sentence says why.
pub(super) fn violation(url: &str) -> Option<String> {
    let (_, path) = parts(url);
    let speaks = path.split('/').any(|segment| segment == "slprot") && !url.contains(char::is_whitespace);
    deploy_url::parse(url, true).err().filter(|_| speaks).map(|why| format!("property 'URL': {why}"))
}

/// Host in lower case, and what follows.
fn parts(url: &str) -> (String, &str) {
    let rest = rest_of_http(url.trim()).unwrap_or_default();
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    (host.to_ascii_lowercase(), path)
}

fn is_meant(host: &str, path: &str) -> bool {
    let known = |segment: &str| segment.to_ascii_lowercase().starts_with("slprot") || segment == "deploy-service";
    host.starts_with("deploy-service") || path.split(['/', '?', '#']).any(known)
}

fn cloud_foundry(host: &str) -> Option<Hint> {
    let (service, domain) =
        host.split_once(".cf.").filter(|(service, _)| matches!(*service, "api" | "login" | "uaa"))?;
    let text = format!("'{service}.cf.{domain}' is an address of Cloud Foundry itself, not of its deploy service");
    let fix = format!("to deploy write 'https://deploy-service.cf.{domain}/slprot/<org>/<space>/slp'");
    Some(warning("cf-address", text, fix))
}

/// A host of the deploy service without the part that says on which side of Cloud Foundry it is.
fn host_form(host: &str) -> Option<Hint> {
    let domain = host.strip_prefix("deploy-service.")?;
    if let Some(domain) = domain.strip_prefix("cfapps.") {
        let text = "hosts below 'cfapps' are going to be switched off";
        return Some(warning("deploy-host", text, format!("use deploy-service.cf.{domain}")));
    }
    let known = domain.starts_with("cf.") || !domain.contains('.');
    (!known).then(|| {
        let text = format!("'{host}' lacks the part 'cf': no deploy service answers there");
        error("deploy-host", text, format!("use deploy-service.cf.{domain}"))
    })
}

/// Another name beside `cf` than the one that the deploy service has. A server that has all services below one name says
/// so in the path.
fn other_service(host: &str, path: &str) -> Option<Hint> {
    let (name, domain) = host.split_once(".cf.")?;
    let elsewhere =
        name != "deploy-service" && !name.contains('.') && !path.split('/').any(|one| one == "deploy-service");
    elsewhere.then(|| {
        let text = format!("the deploy service of 'cf.{domain}' is not called '{name}'");
        warning("deploy-host", text, format!("use deploy-service.cf.{domain}"))
    })
}

fn placeholder(host: &str) -> Option<Hint> {
    host.contains(['<', '>', '{', '}', '$']).then(|| {
        let text = format!("'{host}' holds a placeholder that nobody filled in");
        error("placeholder", text, "write the domain of the region: the host of the CF API without 'api.cf.'")
    })
}

fn not_https(url: &str, plain_http: bool) -> Option<Hint> {
    let scheme = url.split_once("://").filter(|(scheme, _)| !plain_http && scheme.eq_ignore_ascii_case("http"));
    scheme.map(|(_, rest)| {
        error("not-https", "the URL of the deploy service must start with https://", format!("write 'https://{rest}'"))
    })
}

/// Names of an organization and a space, which people paste as they are.
fn not_encoded(url: &str) -> Option<Hint> {
    let (front, names) = url.split_once("/slprot/").filter(|(_, names)| names.contains([' ', ',']))?;
    let fix = format!("write '{front}/slprot/{}'", names.replace(' ', "%20").replace(',', "%2C"));
    Some(error("not-encoded", "organization and space must be percent-encoded in the URL", fix))
}

fn names(target: &Target) -> Vec<Hint> {
    let Target::Names { org, space } = target else { return Vec::new() };
    let mut found = Vec::new();
    for (what, name) in [("organization", org), ("space", space)] {
        let wrapped = [("<", ">"), ("{", "}"), ("[", "]")];
        let wrapped = wrapped.iter().any(|(open, close)| name.starts_with(open) && name.ends_with(close));
        if wrapped || name.starts_with('$') {
            let text = format!("'{name}' is a placeholder that nobody filled in");
            found.push(error("placeholder", text, format!("write the name of the {what}")));
        } else if is_encoded(name) {
            let text = format!("the {what} '{name}' is encoded twice");
            found.push(warning("encoded-twice", text, "encode each name once: a blank is %20, not %2520"));
        } else if name.trim() != name {
            let text = format!("the {what} '{name}' begins or ends with a blank");
            found.push(warning("blank", text, "leave the blank out, if it is no part of the name"));
        } else if is_guid(name) {
            let text = format!("a GUID stands where the name of the {what} belongs");
            found.push(warning("guid-for-name", text, FORMS));
        }
    }
    found
}

/// `%20` and its like in a name that is decoded already.
fn is_encoded(name: &str) -> bool {
    name.match_indices('%')
        .any(|(at, _)| name.as_bytes().get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)))
}

fn is_guid(name: &str) -> bool {
    name.len() == 36 && uuid::Uuid::parse_str(name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: &str = "https://deploy-service.cf.eu10.example.com";
    const GUID: &str = "0a1b2c3d-0000-4000-8000-00000000000f";

    fn codes(url: &str) -> Vec<&'static str> {
        hints(url, false).iter().map(|hint| hint.code).collect()
    }

    #[test]
    fn wrong_addresses_are_told_when_they_are_written() {
        for (url, code) in [
            (HOST.to_owned(), "deploy-url"),
            (format!("{HOST}/"), "deploy-url"),
            (format!("{HOST}/slprot"), "deploy-url"),
            (format!("{HOST}/slprot/org"), "deploy-url"),
            (format!("{HOST}/slprot/org/space"), "deploy-url"),
            (format!("{HOST}/slprot/org/space/"), "deploy-url"),
            (format!("{HOST}/slprot/org/slp"), "deploy-url"),
            (format!("{HOST}/slprot/slp"), "deploy-url"),
            (format!("{HOST}/org/space/slp"), "deploy-url"),
            (format!("{HOST}/SLPROT/org/space/slp"), "deploy-url"),
            (format!("{HOST}/slprot/org/space/SLP"), "deploy-url"),
            (format!("{HOST}/slprot/org/space/slp/metadata"), "deploy-url"),
            (format!("{HOST}/slprot/org/space/slp?x=1"), "deploy-url"),
            (format!("{HOST}/slprot/a/b/space/slp"), "deploy-url"),
            (format!("{HOST}/slprot/or%g/space/slp"), "deploy-url"),
            (format!("{HOST}/api/v1/org/space"), "deploy-url"),
            (format!("{HOST}/slprot/<org>/<space>/slp"), "placeholder"),
            (format!("{HOST}/slprot/%7Borg%7D/space/slp"), "placeholder"),
            ("https://deploy-service.cf.<domain>/slprot/org/space/slp".to_owned(), "placeholder"),
            ("http://deploy-service.cf.eu10.example.com/slprot/org/space/slp".to_owned(), "not-https"),
            (format!("{HOST}/slprot/My Org/space/slp"), "not-encoded"),
            (format!("{HOST}/slprot/My%2520Org/space/slp"), "encoded-twice"),
            (format!("{HOST}/slprot/org%20/space/slp"), "blank"),
            (format!("{HOST}/slprot/{GUID}/{GUID}/slp"), "guid-for-name"),
            ("https://deploy-service.eu10.example.com/slprot/org/space/slp".to_owned(), "deploy-host"),
            ("https://deploy-service.cfapps.eu10.example.com/slprot/org/space/slp".to_owned(), "deploy-host"),
            ("https://api.cf.eu10.example.com/slprot/org/space/slp".to_owned(), "cf-address"),
            ("https://deployservice.cf.eu10.example.com/slprot/org/space/slp".to_owned(), "deploy-host"),
            ("https://deploy_service.cf.eu10.example.com/slprot/org/space/slp".to_owned(), "deploy-host"),
            (format!("{HOST}/slprot/org/../slp"), "deploy-url"),
            (format!("{HOST}/slprot/$ORG/space/slp"), "placeholder"),
            ("https://api.cf.eu10.example.com".to_owned(), "cf-address"),
            ("https://login.cf.eu10.example.com/".to_owned(), "cf-address"),
            ("http://127.0.0.1:4004/deploy-service/slprot/org/slp".to_owned(), "deploy-url"),
            ("http://127.0.0.1:4004/deploy-service".to_owned(), "deploy-url"),
        ] {
            let found = codes(&url);
            assert!(found.contains(&code), "{url}: {found:?}");
        }
    }

    #[test]
    fn good_addresses_and_those_of_others_are_left_alone() {
        for url in [
            format!("{HOST}/slprot/org/space/slp"),
            format!("{HOST}/slprot/My%20Org%2C%20Inc./space/slp/"),
            format!("{HOST}/slprot/{GUID}/slp"),
            format!("{HOST}/slprot/100%25/space/slp"),
            "https://ropeway.example/deploy-service/slprot/org/space/slp".to_owned(),
            "https://ropeway.cf.example/deploy-service/slprot/org/space/slp".to_owned(),
            "https://deploy-service.cf.ropeway.example/slprot/org/space/slp".to_owned(),
            "https://content-agent-engine.cfapps.eu10.example.com".to_owned(),
            "https://slservice.example.com/slservice/slp/basic/acc/slp".to_owned(),
            "https://h.example/sap/hana/xs/lm/slp/slp.xsjs".to_owned(),
            "https://eu10.alm.example/api".to_owned(),
        ] {
            assert!(codes(&url).is_empty(), "{url}: {:?}", codes(&url));
            assert_eq!((refusal(&url, false), violation(&url)), (None, None), "{url}");
        }
        assert!(hints("http://127.0.0.1:4004/deploy-service/slprot/org/space/slp", true).is_empty());
    }

    #[test]
    fn a_node_refuses_what_cannot_work_and_a_destination_what_can_be_nothing_else() {
        for (url, node, destination) in [
            (format!("{HOST}/slprot/org/space"), true, true),
            (HOST.to_owned(), true, false),
            ("https://api.cf.eu10.example.com".to_owned(), true, false),
            ("https://ropeway.example/cf".to_owned(), true, false),
            ("https://ropeway.example/tms/v2/nodes".to_owned(), true, false),
            ("https://proxy.example/cf/slprot/org/space/slp".to_owned(), false, false),
            (format!("{HOST}/slprot/My%2520Org/space/slp"), false, false),
            ("https://deploy-service.cfapps.eu10.example.com/slprot/org/space/slp".to_owned(), false, false),
        ] {
            assert_eq!((refusal(&url, false).is_some(), violation(&url).is_some()), (node, destination), "{url}");
        }
    }
}
