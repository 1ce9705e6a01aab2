//! Which addresses may be called.
//!
//! The server's own origins and what the operator lists always may. Anything else must lead to a public address:
//! loopback, private and link-local ranges are refused, whether written as a number, as a name, or hidden behind a
//! name that resolves to one (`dns` judges the addresses that are really connected to). Metadata services and other
//! addresses that nobody can mean are refused whatever is listed; what an address is, `address` says. Redirects are
//! never followed, so there is nothing to judge twice.

use crate::address::{Network, Range, range, readings};
use crate::error::{Error, Result};
use std::fmt;
use std::net::IpAddr;
use url::{Host, Url};

/// The refusal. The same sentence for every address, so that nobody learns from it what is behind the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forbidden {
    host: String,
    plain: bool,
}

impl Forbidden {
    /// The address may not be called.
    pub(crate) fn address(host: &str) -> Self {
        Self { host: host.to_owned(), plain: false }
    }

    /// Credentials would travel there without TLS.
    pub(crate) fn plain(host: &str) -> Self {
        Self { host: host.to_owned(), plain: true }
    }
}

impl fmt::Display for Forbidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = &self.host;
        if self.plain {
            return write!(
                f,
                "the URL of '{host}' is not https, and credentials would travel there in the open; write https, or have \
                 the operator list it in security.allowed_hosts"
            );
        }
        write!(
            f,
            "calls to '{host}' are not allowed: only public addresses may be called, and what the operator lists in \
             security.allowed_hosts or security.allowed_networks"
        )
    }
}

impl std::error::Error for Forbidden {}

/// Where a call may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Ours, or a host listed by the operator: wherever it leads, but to what is never called.
    Known,
    /// Only at an address that [`Policy::permits`].
    Unknown,
    /// Only at one that is permitted although it is not public: credentials travel there without TLS.
    Inner,
}

/// The rules, read once from the options.
#[derive(Debug, Clone, Default)]
pub(crate) struct Policy {
    own: Vec<Origin>,
    hosts: Vec<(String, Option<u16>)>,
    networks: Vec<Network>,
    allow_private: bool,
}

impl Policy {
    pub(crate) fn new(own: &[String], hosts: &[String], networks: &[String], allow_private: bool) -> Result<Self> {
        let own = own.iter().map(|text| Origin::parse(text)).collect::<Result<_>>()?;
        let hosts = hosts.iter().map(|text| listed_host(text)).collect::<Result<_>>()?;
        let networks = networks.iter().map(|text| listed_network(text)).collect::<Result<_>>()?;
        Ok(Self { own, hosts, networks, allow_private })
    }

    /// Judges a URL before anything is resolved; `secret`: credentials go along.
    pub(crate) fn judge(&self, url: &Url, secret: bool) -> Result<Trust> {
        let host = url.host().filter(|_| matches!(url.scheme(), "http" | "https"));
        let host = host.ok_or_else(|| Error::protocol("only http and https URLs with a host can be called"))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Error::protocol("a URL must not hold a user or a password; put them into the credentials"));
        }
        let known = self.is_own(url) || self.is_listed(url);
        let trust = match (known, secret && url.scheme() == "http") {
            (true, _) => Trust::Known,
            (false, true) => Trust::Inner,
            (false, false) => Trust::Unknown,
        };
        let judged = match host {
            Host::Ipv4(ip) => self.accepts(trust, IpAddr::V4(ip)),
            Host::Ipv6(ip) => self.accepts(trust, IpAddr::V6(ip)),
            Host::Domain(name) => self.accepts_name(trust, name),
        };
        judged.map(|()| trust).map_err(|why| why.of(url.host_str().unwrap_or_default()).into())
    }

    fn accepts_name(&self, trust: Trust, name: &str) -> Result<(), Refusal> {
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        let inner = name == "localhost" || name.ends_with(".localhost");
        if METADATA.contains(&name.as_str()) || (inner && trust != Trust::Known && !self.allow_private) {
            return Err(Refusal::Address);
        }
        // With nothing inner to lead to there is no need to ask for the name's address.
        if trust == Trust::Inner && !self.allow_private && self.networks.is_empty() {
            return Err(Refusal::Plain);
        }
        Ok(())
    }

    /// Whether a call of this trust may connect to this address.
    pub(crate) fn accepts(&self, trust: Trust, ip: IpAddr) -> Result<(), Refusal> {
        let range = range(ip);
        let accepted = match trust {
            Trust::Known => range != Range::Never,
            Trust::Unknown | Trust::Inner => self.permits(ip, range),
        };
        if !accepted {
            return Err(Refusal::Address);
        }
        let open = trust == Trust::Inner && range == Range::Public && !self.is_in_network(ip);
        if open { Err(Refusal::Plain) } else { Ok(()) }
    }

    fn permits(&self, ip: IpAddr, range: Range) -> bool {
        match range {
            Range::Public => true,
            Range::Private => self.allow_private || self.is_in_network(ip),
            Range::Special => self.is_in_network(ip),
            Range::Never => false,
        }
    }

    /// Listed as it is written, or with all that it stands for.
    fn is_in_network(&self, ip: IpAddr) -> bool {
        let listed = |ip: &IpAddr| self.networks.iter().any(|network| network.contains(*ip));
        listed(&ip) || readings(ip).iter().all(listed)
    }

    pub(crate) fn is_own(&self, url: &Url) -> bool {
        self.own.iter().any(|origin| origin.matches(url))
    }

    fn is_listed(&self, url: &Url) -> bool {
        let (host, port) = (bare_host(url), url.port_or_known_default());
        self.hosts.iter().any(|(name, wanted)| *name == host && wanted.is_none_or(|p| Some(p) == port))
    }
}

/// Why an address is not connected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    Address,
    Plain,
}

impl Refusal {
    pub(crate) fn of(self, host: &str) -> Forbidden {
        match self {
            Self::Address => Forbidden::address(host),
            Self::Plain => Forbidden::plain(host),
        }
    }
}

/// Names of metadata services, whatever they resolve to.
const METADATA: [&str; 9] = [
    "metadata",
    "metadata.goog",
    "metadata.google.internal",
    "metadata.internal",
    "metadata.packet.net",
    "metadata.platformequinix.com",
    "metadata.tencentyun.com",
    "instance-data",
    "instance-data.ec2.internal",
];

/// `host` or `host:port`, spelled as a URL would have it after reading.
fn listed_host(entry: &str) -> Result<(String, Option<u16>)> {
    let wrong = |why: &str| Error::protocol(format!("'{entry}' is not an allowed host: {why}"));
    let shape = || wrong("write 'host' or 'host:port', without scheme and path; networks have a list of their own");
    // Alone, without brackets.
    let whole = match entry.parse::<std::net::Ipv6Addr>() {
        Ok(ip) => format!("http://[{ip}]/"),
        Err(_) => format!("http://{entry}/"),
    };
    let url = Url::parse(&whole).map_err(|e| shape().because(e))?;
    let plain = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && !entry.contains(['/', '@']);
    if !plain || entry.is_empty() {
        return Err(shape());
    }
    let host = bare_host(&url);
    let never = host.parse().is_ok_and(|ip| range(ip) == Range::Never) || METADATA.contains(&host.as_str());
    if never {
        return Err(wrong("metadata services, link-local and multicast addresses are never called"));
    }
    // The URL leaves the default port out.
    let port = entry.rsplit_once(':').filter(|(front, _)| !front.contains(':') || front.ends_with(']'));
    Ok((host, port.and_then(|(_, port)| port.parse().ok())))
}

fn listed_network(entry: &str) -> Result<Network> {
    let wrong = |why: &str| Error::protocol(format!("'{entry}' is not an allowed network: {why}"));
    let network = Network::parse(entry).ok_or_else(|| wrong("write '10.0.0.0/8', 'fd00::/8' or a single address"))?;
    if network.is_never() {
        return Err(wrong("metadata services, link-local and multicast addresses are never called"));
    }
    Ok(network)
}

/// Lower case, without a final dot and without the brackets of IPv6.
fn bare_host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    host.trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase()
}

/// `scheme://host:port`; the host may begin with `*.`, for services on hosts of their own below a base domain.
#[derive(Debug, Clone)]
struct Origin {
    scheme: String,
    host: String,
    below: bool,
    port: Option<u16>,
}

impl Origin {
    fn parse(text: &str) -> Result<Self> {
        let below = text.contains("://*.");
        let url = Url::parse(&text.replacen("://*.", "://", 1))
            .map_err(|e| Error::protocol(format!("'{text}' is not an origin like 'https://host:port'")).because(e))?;
        let (scheme, host, port) = (url.scheme().to_owned(), bare_host(&url), url.port_or_known_default());
        Ok(Self { scheme, host, below, port })
    }

    fn matches(&self, url: &Url) -> bool {
        let host = bare_host(url);
        let host_fits = match host.strip_suffix(&self.host) {
            Some("") => !self.below,
            Some(front) => self.below && front.ends_with('.'),
            None => false,
        };
        host_fits && url.scheme() == self.scheme && url.port_or_known_default() == self.port
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Kind;

    fn judge(policy: &Policy, url: &str) -> Result<Trust> {
        policy.judge(&Url::parse(url).unwrap(), false)
    }

    fn strings(list: &[&str]) -> Vec<String> {
        list.iter().map(|s| (*s).to_owned()).collect()
    }

    fn listing(hosts: &[&str], networks: &[&str]) -> Policy {
        Policy::new(&[], &strings(hosts), &strings(networks), false).unwrap()
    }

    /// Spellings of addresses that no URL may lead to by itself.
    const INNER: [&str; 38] = [
        "http://localhost/",
        "http://LOCALHOST.:8080/",
        "http://api.localhost/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://017700000001/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.0.0.1./",
        "http://\u{ff11}27.0.0.1/",
        "http://\u{2460}27.0.0.1/",
        "http://%31%32%37.0.0.1/",
        "http://0.0.0.0/",
        "http://0/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://0xa9fea9fe/",
        "http://2852039166/",
        "http://metadata.google.internal/",
        "http://METADATA.google.internal./",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::127.0.0.1]/",
        "http://[::ffff:0:127.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://[64:ff9b:1::a00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:808:808::f5ff:fffe]/",
        "http://[2a00:1:2:3:0:5efe:10.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://255.255.255.255/",
    ];

    #[test]
    fn every_spelling_of_an_inner_address_is_refused_with_the_same_words() {
        for url in INNER {
            let error = judge(&Policy::default(), url).unwrap_err();
            assert_eq!(error.kind(), &Kind::Refused, "{url}");
            assert!(
                error.to_string().ends_with("security.allowed_hosts or security.allowed_networks"),
                "{url}: {error}"
            );
        }
    }

    #[test]
    fn a_zone_or_a_number_that_is_none_is_no_url() {
        for url in [
            "http://[fe80::1%25eth0]/",
            "http://[::1%251]/",
            "http://1.2.3.4.5/",
            "http://256.1.1.1/",
            "http://08.1.1.1/",
        ] {
            assert!(Url::parse(url).is_err(), "{url}");
        }
    }

    #[test]
    fn public_addresses_and_names_pass_until_resolved() {
        for url in ["https://example.com/", "http://93.184.216.34/", "http://[2606:2800::1]/", "http://172.32.0.1/"] {
            assert_eq!(judge(&Policy::default(), url).unwrap(), Trust::Unknown, "{url}");
        }
    }

    #[test]
    fn own_origins_pass_with_their_scheme_and_port_only() {
        let own = strings(&["http://127.0.0.1:4004", "https://*.ropeway.example:8443"]);
        let policy = Policy::new(&own, &[], &[], false).unwrap();
        assert_eq!(judge(&policy, "http://127.0.0.1:4004/uaa/alm").unwrap(), Trust::Known);
        assert!(judge(&policy, "http://127.0.0.1:4005/").is_err());
        assert!(judge(&policy, "https://127.0.0.1:4004/").is_err());
        assert_eq!(judge(&policy, "https://api.cf.ropeway.example:8443/v3").unwrap(), Trust::Known);
        assert_eq!(judge(&policy, "https://evilropeway.example:8443/").unwrap(), Trust::Unknown);
    }

    #[test]
    fn what_the_operator_lists_passes() {
        let policy = listing(&["SAP.corp.", "localhost:9000", "[::1]:7000", "0x7f.2", "fd00::5"], &["10.9.0.0/16"]);
        for url in [
            "https://sap.corp/",
            "http://localhost:9000/",
            "http://[::1]:7000/",
            "http://127.0.0.2/",
            "http://[fd00::5]/",
        ] {
            assert_eq!(judge(&policy, url).unwrap(), Trust::Known, "{url}");
        }
        for url in ["http://10.9.3.4/", "http://[::ffff:10.9.3.4]/", "http://[64:ff9b::10.9.3.4]/"] {
            assert_eq!(judge(&policy, url).unwrap(), Trust::Unknown, "{url}");
        }
        for url in
            ["http://localhost:9001/", "http://[::1]:7001/", "http://10.10.3.4/", "http://[2a00::5efe:10.9.3.4]/"]
        {
            assert!(judge(&policy, url).is_err(), "{url}");
        }
        assert_eq!(judge(&listing(&["h:80"], &[]), "http://h/").unwrap(), Trust::Known);
        assert_eq!(judge(&listing(&["h:80"], &[]), "http://h:81/").unwrap(), Trust::Unknown);
    }

    #[test]
    fn a_list_that_cannot_be_meant_is_refused_at_the_start() {
        for host in [
            "http://x/",
            "x/y",
            "u@x",
            "a b",
            "",
            "h:port",
            "169.254.169.254",
            "0xa9fea9fe",
            "Metadata.Google.Internal.",
            "[fe80::1]",
            "10.0.0.0/8",
        ] {
            assert!(Policy::new(&[], &strings(&[host]), &[], false).is_err(), "{host}");
        }
        for network in
            ["sap.corp", "10.0.0.0/33", "169.254.0.0/16", "100.100.100.200", "fd00:ec2::/64", "fe80::/10", ""]
        {
            assert!(Policy::new(&[], &[], &strings(&[network]), false).is_err(), "{network}");
        }
    }

    /// Everything is allowed, and yet.
    #[test]
    fn metadata_services_are_refused_whatever_is_allowed() {
        let all = strings(&["0.0.0.0/0", "::/0"]);
        let hosts = strings(&["sap.corp"]);
        let policy = Policy::new(&[], &hosts, &all, true).unwrap();
        for ip in [
            "169.254.169.254",
            "fd00:ec2::254",
            "169.254.170.2",
            "168.63.129.16",
            "100.100.100.200",
            "192.0.0.192",
            "::ffff:169.254.169.254",
            "64:ff9b::a9fe:a9fe",
            "2002:a9fe:a9fe::1",
            "fe80::1",
        ] {
            let ip: IpAddr = ip.parse().unwrap();
            for trust in [Trust::Known, Trust::Unknown, Trust::Inner] {
                assert_eq!(policy.accepts(trust, ip), Err(Refusal::Address), "{ip} {trust:?}");
            }
        }
        for name in METADATA {
            assert!(judge(&policy, &format!("http://{name}/")).is_err(), "{name}");
        }
        for url in ["http://127.0.0.1/", "http://10.0.0.1/", "http://0.0.0.0/", "http://[64:ff9b:1::a00:1]/"] {
            assert!(judge(&policy, url).is_ok(), "{url}");
        }
    }

    #[test]
    fn a_laptop_may_call_itself() {
        let policy = Policy::new(&[], &[], &[], true).unwrap();
        for url in ["http://localhost:1/", "http://127.0.0.1/", "http://192.168.0.7/", "http://[::1]/"] {
            assert!(judge(&policy, url).is_ok(), "{url}");
        }
        for url in ["http://169.254.169.254/", "http://100.100.100.200/", "http://[fe80::1]/", "http://0.0.0.0/"] {
            assert!(judge(&policy, url).is_err(), "{url}");
        }
    }

    #[test]
    fn credentials_travel_without_tls_only_to_what_is_ours_or_listed() {
        let own = strings(&["http://127.0.0.1:4004"]);
        let judged = |policy: &Policy, url: &str| {
            policy.judge(&Url::parse(url).unwrap(), true).map_err(|error| error.to_string().contains("is not https"))
        };
        let strict = Policy::new(&own, &strings(&["sap.corp"]), &[], false).unwrap();
        let laptop = Policy::new(&own, &[], &strings(&["93.184.216.0/24"]), true).unwrap();
        for (url, on_strict, on_laptop) in [
            ("https://example.com/", Ok(Trust::Unknown), Ok(Trust::Unknown)),
            ("http://127.0.0.1:4004/", Ok(Trust::Known), Ok(Trust::Known)),
            ("http://sap.corp/", Ok(Trust::Known), Ok(Trust::Inner)),
            ("http://example.com/", Err(true), Ok(Trust::Inner)),
            ("http://8.8.8.8/", Err(true), Err(true)),
            ("http://93.184.216.34/", Err(true), Ok(Trust::Inner)),
            ("http://10.0.0.1/", Err(false), Ok(Trust::Inner)),
        ] {
            assert_eq!(judged(&strict, url), on_strict, "{url}");
            assert_eq!(judged(&laptop, url), on_laptop, "{url}");
        }
        // What the name leads to decides.
        assert_eq!(laptop.accepts(Trust::Inner, "8.8.8.8".parse().unwrap()), Err(Refusal::Plain));
        assert_eq!(laptop.accepts(Trust::Inner, "10.0.0.1".parse().unwrap()), Ok(()));
    }

    #[test]
    fn other_schemes_and_urls_with_a_user_are_refused() {
        for url in ["ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "https://u:p@example.com/"] {
            assert!(judge(&Policy::default(), url).is_err(), "{url}");
        }
    }
}
