//! Which addresses may be called.
//!
//! The server's own origins and what the operator lists always may. Anything else must lead to a public address:
//! loopback, private and link-local ranges are refused, whether written as a number, as a name, or hidden behind a
//! name that resolves to one (`dns` judges the addresses that are really connected to). Redirects are never
//! followed, so there is nothing to judge twice.

use crate::error::{Error, Result};
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;
use url::{Host, Url};

/// The refusal. The same sentence for every reason, so that nobody learns from it what is behind the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forbidden {
    host: String,
}

impl Forbidden {
    pub(crate) fn new(host: &str) -> Self {
        Self { host: host.to_owned() }
    }
}

impl fmt::Display for Forbidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "calls to '{}' are not allowed: only public addresses may be called; if this one is meant, the operator \
             can add it to the allowed hosts",
            self.host
        )
    }
}

impl std::error::Error for Forbidden {}

/// How far a URL is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// Ours, or listed by the operator: whatever it resolves to.
    Known,
    /// Only if it resolves to an address that [`Policy::permits`].
    Unknown,
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
    pub(crate) fn new(own_origins: &[String], allow: &[String], allow_private: bool) -> Result<Self> {
        let own = own_origins.iter().map(|text| Origin::parse(text)).collect::<Result<Vec<_>>>()?;
        let mut policy = Self { own, allow_private, ..Self::default() };
        for entry in allow {
            policy.add(entry)?;
        }
        Ok(policy)
    }

    fn add(&mut self, entry: &str) -> Result<()> {
        if let Ok(network) = entry.parse::<Network>() {
            self.networks.push(network);
            return Ok(());
        }
        let (host, port) = match entry.rsplit_once(':') {
            Some((host, port)) if !host.is_empty() => (host, Some(port.parse().map_err(|_| bad_entry(entry))?)),
            _ => (entry, None),
        };
        if host.is_empty() || host.contains(['/', '@', ' ']) {
            return Err(bad_entry(entry));
        }
        self.hosts.push((host.to_ascii_lowercase(), port));
        Ok(())
    }

    /// Judges a URL before anything is resolved.
    pub(crate) fn judge(&self, url: &Url) -> Result<Trust> {
        let host = url.host().filter(|_| matches!(url.scheme(), "http" | "https"));
        let host = host.ok_or_else(|| Error::protocol("only http and https URLs with a host can be called"))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Error::protocol("a URL must not hold a user or a password; put them into the credentials"));
        }
        if self.is_own(url) || self.is_listed(url) {
            return Ok(Trust::Known);
        }
        let passes = match host {
            Host::Ipv4(ip) => self.permits(IpAddr::V4(ip)),
            Host::Ipv6(ip) => self.permits(IpAddr::V6(ip)),
            Host::Domain(name) => self.allow_private || !is_inner_name(name),
        };
        if passes { Ok(Trust::Unknown) } else { Err(Forbidden::new(url.host_str().unwrap_or_default()).into()) }
    }

    /// Whether a secret may be sent there without TLS: only to ourselves and to what the operator allowed.
    pub(crate) fn may_be_plain(&self, url: &Url) -> bool {
        self.allow_private || self.is_own(url) || self.is_listed(url) || self.is_listed_number(url)
    }

    /// Whether this address may be connected to.
    pub(crate) fn permits(&self, ip: IpAddr) -> bool {
        let ip = unwrapped(ip);
        if self.networks.iter().any(|network| network.contains(ip)) {
            return true;
        }
        match range(ip) {
            Range::Public => true,
            Range::Private => self.allow_private,
            Range::Never => false,
        }
    }

    fn is_own(&self, url: &Url) -> bool {
        self.own.iter().any(|origin| origin.matches(url))
    }

    fn is_listed(&self, url: &Url) -> bool {
        let (host, port) = (bare_host(url), url.port_or_known_default());
        self.hosts.iter().any(|(name, wanted)| *name == host && wanted.is_none_or(|p| Some(p) == port))
    }

    fn is_listed_number(&self, url: &Url) -> bool {
        bare_host(url).parse::<IpAddr>().is_ok_and(|ip| self.networks.iter().any(|n| n.contains(unwrapped(ip))))
    }
}

fn bad_entry(entry: &str) -> Error {
    Error::protocol(format!("'{entry}' is not an allowed host: write 'host', 'host:port', an address or '10.0.0.0/8'"))
}

/// Lower case, without a final dot and without the brackets of IPv6.
fn bare_host(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default().trim_end_matches('.');
    host.trim_start_matches('[').trim_end_matches(']').to_ascii_lowercase()
}

/// Names that mean this machine or the machine's host, whatever they resolve to.
fn is_inner_name(name: &str) -> bool {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    name == "localhost"
        || name.ends_with(".localhost")
        || matches!(name.as_str(), "metadata" | "metadata.google.internal" | "instance-data")
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

/// An address with the number of its leading bits that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    bits: u128,
    mask: u128,
}

impl Network {
    fn contains(self, ip: IpAddr) -> bool {
        as_bits(ip) & self.mask == self.bits & self.mask
    }
}

impl FromStr for Network {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (address, length) = text.split_once('/').map_or((text, None), |(a, l)| (a, Some(l)));
        let ip: IpAddr = address.trim_matches(['[', ']']).parse().map_err(drop)?;
        let size: u32 = if ip.is_ipv4() { 32 } else { 128 };
        let length: u32 = length.map_or(Ok(size), str::parse).map_err(drop)?;
        let free = size.checked_sub(length).ok_or(())?;
        let mask = u128::MAX.checked_shl(free).unwrap_or(0);
        Ok(Self { bits: as_bits(ip), mask })
    }
}

/// IPv4 addresses in their IPv6 form, so that both kinds are compared alike.
fn as_bits(ip: IpAddr) -> u128 {
    match ip {
        IpAddr::V4(ip) => u128::from(ip.to_ipv6_mapped()),
        IpAddr::V6(ip) => u128::from(ip),
    }
}

/// The IPv4 address that an IPv6 address stands for (mapped, translated or tunnelled), else the address itself.
fn unwrapped(ip: IpAddr) -> IpAddr {
    let IpAddr::V6(v6) = ip else { return ip };
    let s = v6.segments();
    let inner = match s {
        [0, 0, 0, 0, 0, 0xffff | 0, _, _] if s[6] != 0 => Some([s[6], s[7]]),
        [0, 0, 0, 0, 0, 0xffff, _, _] | [0x64, 0xff9b, 0, 0, 0, 0, _, _] => Some([s[6], s[7]]),
        [0x2002, a, b, ..] => Some([a, b]),
        _ => None,
    };
    inner.map_or(ip, |[a, b]| {
        let ([a, b], [c, d]) = (a.to_be_bytes(), b.to_be_bytes());
        IpAddr::V4(Ipv4Addr::new(a, b, c, d))
    })
}

#[derive(Debug, PartialEq, Eq)]
enum Range {
    Public,
    /// A laptop's or a company's own.
    Private,
    /// Metadata services, multicast, reserved: nobody means these.
    Never,
}

fn range(ip: IpAddr) -> Range {
    match ip {
        IpAddr::V4(ip) => range_v4(ip),
        IpAddr::V6(ip) => range_v6(ip),
    }
}

fn range_v4(ip: Ipv4Addr) -> Range {
    match ip.octets() {
        [10 | 127, ..] | [192, 168, ..] => Range::Private,
        [172, b, ..] if (16..32).contains(&b) => Range::Private,
        [100, b, ..] if (64..128).contains(&b) => Range::Private,
        [0 | 224..=255, ..] | [169, 254, ..] | [192, 0, 0 | 2, _] | [198, 18 | 19, ..] => Range::Never,
        _ => Range::Public,
    }
}

fn range_v6(ip: Ipv6Addr) -> Range {
    let first = ip.segments()[0];
    match first {
        _ if ip.is_loopback() => Range::Private,
        _ if ip.is_unspecified() || ip.is_multicast() => Range::Never,
        0xfc00..=0xfdff => Range::Private,
        0xfe80..=0xfeff => Range::Never,
        _ => Range::Public,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Kind;

    fn judge(policy: &Policy, url: &str) -> Result<Trust> {
        policy.judge(&Url::parse(url).unwrap())
    }

    fn strings(list: &[&str]) -> Vec<String> {
        list.iter().map(|s| (*s).to_owned()).collect()
    }

    #[test]
    fn every_spelling_of_an_inner_address_is_refused_with_the_same_words() {
        let policy = Policy::default();
        for url in [
            "http://localhost/",
            "http://LOCALHOST.:8080/",
            "http://api.localhost/",
            "http://127.0.0.1/",
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f.0.0.1/",
            "http://0177.0.0.1/",
            "http://0.0.0.0/",
            "http://10.1.2.3/",
            "http://172.16.0.1/",
            "http://172.31.255.255/",
            "http://192.168.1.1/",
            "http://100.64.0.1/",
            "http://169.254.169.254/latest/meta-data",
            "http://metadata.google.internal/",
            "http://[::1]/",
            "http://[::]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::127.0.0.1]/",
            "http://[64:ff9b::a00:1]/",
            "http://[2002:7f00:1::]/",
            "http://[fe80::1]/",
            "http://[fd00::1]/",
            "http://224.0.0.1/",
            "http://255.255.255.255/",
        ] {
            let error = judge(&policy, url).unwrap_err();
            assert_eq!(error.kind(), &Kind::Refused, "{url}");
            assert!(error.to_string().ends_with("can add it to the allowed hosts"), "{url}: {error}");
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
        let policy = Policy::new(&own, &[], false).unwrap();
        assert_eq!(judge(&policy, "http://127.0.0.1:4004/uaa/alm").unwrap(), Trust::Known);
        assert!(judge(&policy, "http://127.0.0.1:4005/").is_err());
        assert!(judge(&policy, "https://127.0.0.1:4004/").is_err());
        assert_eq!(judge(&policy, "https://api.cf.ropeway.example:8443/v3").unwrap(), Trust::Known);
        assert_eq!(judge(&policy, "https://evilropeway.example:8443/").unwrap(), Trust::Unknown);
    }

    #[test]
    fn what_the_operator_lists_passes() {
        let policy = Policy::new(&[], &strings(&["sap.corp", "10.9.0.0/16", "localhost:9000", "::1"]), false).unwrap();
        assert_eq!(judge(&policy, "https://sap.corp/").unwrap(), Trust::Known);
        assert_eq!(judge(&policy, "http://localhost:9000/").unwrap(), Trust::Known);
        assert!(judge(&policy, "http://localhost:9001/").is_err());
        assert!(judge(&policy, "http://10.9.3.4/").is_ok());
        assert!(judge(&policy, "http://10.10.3.4/").is_err());
        assert!(policy.permits("::1".parse().unwrap()));
        assert!(Policy::new(&[], &strings(&["http://x/"]), false).is_err());
    }

    #[test]
    fn a_laptop_may_call_itself_but_never_a_metadata_service() {
        let policy = Policy::new(&[], &[], true).unwrap();
        for url in ["http://localhost:1/", "http://127.0.0.1/", "http://192.168.0.7/", "http://[::1]/"] {
            assert!(judge(&policy, url).is_ok(), "{url}");
        }
        for url in ["http://169.254.169.254/", "http://[fe80::1]/", "http://0.0.0.0/"] {
            assert!(judge(&policy, url).is_err(), "{url}");
        }
    }

    #[test]
    fn other_schemes_and_urls_with_a_user_are_refused() {
        for url in ["ftp://example.com/", "file:///etc/passwd", "gopher://example.com/", "https://u:p@example.com/"] {
            assert!(judge(&Policy::default(), url).is_err(), "{url}");
        }
    }
}
