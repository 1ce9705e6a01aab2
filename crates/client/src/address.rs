//! What an address is: a public one, somebody's own, or one that nobody outside this machine may reach through us.
//!
//! Pure, so that every address can be tried without a connection. An IPv6 address may hide an IPv4 address; each is
//! unwrapped, and the worst of what it stands for counts. After the special-purpose registries of IANA (RFC 6890) and
//! the manuals of the clouds.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// How far away an address is; the later, the worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Range {
    /// Global unicast.
    Public,
    /// A laptop's or a company's own.
    Private,
    /// Reserved, for documentation, or a tunnel's: only for who lists it.
    Special,
    /// Metadata services, link-local, multicast: never, whatever is listed.
    Never,
}

/// An address with the number of its leading bits that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Network {
    address: u128,
    free: u32,
}

impl Network {
    pub(crate) fn contains(self, ip: IpAddr) -> bool {
        (as_bits(ip) ^ self.address).checked_shr(self.free).unwrap_or(0) == 0
    }

    /// Its first address.
    pub(crate) fn first(self) -> IpAddr {
        let bits = self.address.checked_shr(self.free).and_then(|bits| bits.checked_shl(self.free)).unwrap_or(0);
        let ip = Ipv6Addr::from(bits);
        ip.to_ipv4_mapped().map_or(IpAddr::V6(ip), IpAddr::V4)
    }

    /// Whether all of it is in one of the networks that may never be called.
    pub(crate) fn is_never(self) -> bool {
        let first = self.first();
        never().any(|outer| outer.free >= self.free && outer.contains(first))
    }

    /// `10.0.0.0/8`, `fd00::/8` or a single address.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (address, length) = text.split_once('/').map_or((text, None), |(a, l)| (a, Some(l)));
        let ip: IpAddr = address.parse().ok()?;
        let size: u32 = if ip.is_ipv4() { 32 } else { 128 };
        let length: u32 = length.map_or(Some(size), |text| text.parse().ok())?;
        Some(Self { address: as_bits(ip), free: size.checked_sub(length)? })
    }
}

/// IPv4 addresses in their IPv6 form, so that both kinds are compared alike.
fn as_bits(ip: IpAddr) -> u128 {
    match ip {
        IpAddr::V4(ip) => u128::from(ip.to_ipv6_mapped()),
        IpAddr::V6(ip) => u128::from(ip),
    }
}

/// Where clouds tell a machine its own credentials, and what must never leave a link. The last 32 bits of any IPv6
/// address are held against the IPv4 ones, too: a provider's own NAT64 prefix cannot be known here.
const NEVER: [&str; 15] = [
    "169.254.0.0/16", // link-local: AWS, Azure, Google, Oracle, OpenStack, Tencent; 170.2 and 170.23 of ECS and EKS
    "168.63.129.16",  // Azure's host
    "100.100.100.200", // Alibaba Cloud
    "100.96.0.96",    // Volcano Engine
    "192.0.0.192",    // Oracle Cloud
    "192.80.8.124",   // Equinix Metal
    "224.0.0.0/4",    // multicast
    "255.255.255.255", // broadcast
    "fe80::/10",      // link-local
    "ff00::/8",       // multicast
    "fd00:ec2::/32",  // AWS: metadata, EKS, time, names
    "fd20:ce::254",   // Google
    "fd00:c1::a9fe:a9fe", // Oracle Cloud
    "fd00:42::42",    // Scaleway
    "fd00:a9fe:a9fe::/48", // Linode
];

const PRIVATE: [&str; 8] = [
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "::1",
    "fc00::/7",
    "64:ff9b:1::/48", // a network's own NAT64
];

/// Neither public nor anybody's own. What is not in `2000::/3` is not global unicast either.
const SPECIAL: [&str; 13] = [
    "0.0.0.0/8",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.31.196.0/24",
    "192.52.193.0/24",
    "192.88.99.0/24",
    "192.175.48.0/24",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "240.0.0.0/4",
    "2001::/23", // Teredo, benchmarking, ORCHID
    "2001:db8::/32",
];

/// Documentation, since 2024.
const DOCUMENTATION: &str = "3fff::/20";

fn never() -> impl Iterator<Item = Network> {
    NEVER.into_iter().filter_map(Network::parse)
}

fn is_in(ip: IpAddr, list: &[&str]) -> bool {
    list.iter().filter_map(|text| Network::parse(text)).any(|network| network.contains(ip))
}

/// How far away an address is: the worst of all that it stands for.
pub(crate) fn range(ip: IpAddr) -> Range {
    let worst = readings(ip).into_iter().map(bare_range).max().unwrap_or(Range::Never);
    if hidden(ip).any(|inner| bare_range(IpAddr::V4(inner)) == Range::Never) { Range::Never } else { worst }
}

/// Of the address as it is written.
fn bare_range(ip: IpAddr) -> Range {
    let global = match ip {
        IpAddr::V4(_) => true,
        IpAddr::V6(ip) => ip.segments()[0] & 0xe000 == 0x2000,
    };
    match ip {
        _ if is_in(ip, &NEVER) => Range::Never,
        _ if is_in(ip, &PRIVATE) => Range::Private,
        _ if !global || is_in(ip, &SPECIAL) || is_in(ip, &[DOCUMENTATION]) => Range::Special,
        _ => Range::Public,
    }
}

/// All that an address stands for: the IPv4 address where it is only a way to write or to reach one, both where it is
/// an address of its own that leads through one.
pub(crate) fn readings(ip: IpAddr) -> Vec<IpAddr> {
    let IpAddr::V6(v6) = ip else { return vec![ip] };
    let s = v6.segments();
    let v4 = |a: u16, b: u16| IpAddr::V4(Ipv4Addr::from((u32::from(a) << 16) | u32::from(b)));
    match s {
        // Mapped, translated (SIIT), NAT64's well-known prefix.
        [0, 0, 0, 0, 0, 0xffff, a, b] | [0, 0, 0, 0, 0xffff, 0, a, b] | [0x64, 0xff9b, 0, 0, 0, 0, a, b] => {
            vec![v4(a, b)]
        }
        // Compatible; `::` and `::1` are themselves.
        [0, 0, 0, 0, 0, 0, a, b] if a != 0 || b > 1 => vec![v4(a, b)],
        // 6to4.
        [0x2002, a, b, ..] => vec![v4(a, b)],
        // Teredo: the server, and the client with its bits turned.
        [0x2001, 0, a, b, .., c, d] => vec![ip, v4(a, b), v4(!c, !d)],
        // ISATAP, behind any prefix, as a local or as a universal identifier.
        [.., 0 | 0x200, 0x5efe, a, b] => vec![ip, v4(a, b)],
        _ => vec![ip],
    }
}

/// The IPv4 addresses that a translator may take an IPv6 address for, if its prefix is one that only its network knows
/// (RFC 6052): at the end of it, or, in NAT64's local range, at any of the places behind a prefix.
fn hidden(ip: IpAddr) -> impl Iterator<Item = Ipv4Addr> {
    let bytes = match ip {
        IpAddr::V6(v6) => Some(v6.octets()),
        IpAddr::V4(_) => None,
    };
    let at = |bytes: [u8; 16], places: [usize; 4]| Ipv4Addr::from(places.map(|place| bytes[place]));
    bytes.into_iter().flat_map(move |bytes| {
        let local = bytes.starts_with(&[0, 0x64, 0xff, 0x9b, 0, 1]);
        let inside = [[6, 7, 9, 10], [7, 9, 10, 11], [9, 10, 11, 12]].into_iter().filter(move |_| local);
        inside.chain([[12, 13, 14, 15]]).map(move |places| at(bytes, places)).filter(|ip| !is_multicast(*ip))
    })
}

/// Three quarters of the ends of all IPv6 addresses would else be refused for nothing.
fn is_multicast(ip: Ipv4Addr) -> bool {
    ip.octets()[0] >= 224
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Range {
        range(text.parse().unwrap_or_else(|_| panic!("{text} is no address")))
    }

    #[test]
    fn only_global_unicast_is_public() {
        for ip in ["93.184.216.34", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:2800::1", "2a00:1450:4001::200e"] {
            assert_eq!(of(ip), Range::Public, "{ip}");
        }
        for ip in [
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "100.64.0.1",
            "127.0.0.1",
            "127.1.2.3",
            "::1",
            "fc00::1",
            "fd12:3456::1",
            "64:ff9b:1::1",
        ] {
            assert_eq!(of(ip), Range::Private, "{ip}");
        }
        for ip in [
            "0.0.0.0",
            "0.1.2.3",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "240.0.0.1",
            "::",
            "2001:db8::1",
            "3fff::1",
            "100::1",
            "5f00::1",
            "4000::1",
            "fec0::1",
            "2001:2::1",
            "2001:20::1",
            "8000::1",
            "64:ff9b:2::1",
        ] {
            assert_eq!(of(ip), Range::Special, "{ip}");
        }
        for ip in ["224.0.0.1", "239.1.1.1", "255.255.255.255", "ff02::1", "fe80::1", "febf::1", "169.254.1.1"] {
            assert_eq!(of(ip), Range::Never, "{ip}");
        }
    }

    #[test]
    fn the_metadata_services_of_the_clouds_are_never_called() {
        for ip in [
            "169.254.169.254",
            "169.254.170.2",
            "169.254.170.23",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "168.63.129.16",
            "100.100.100.200",
            "192.0.0.192",
            "fd20:ce::254",
            "fd00:c1::a9fe:a9fe",
            "fd00:42::42",
            "fe80::a9fe:a9fe",
            "169.254.0.23",
            "100.96.0.96",
        ] {
            assert_eq!(of(ip), Range::Never, "{ip}");
        }
    }

    /// Every way to write an IPv4 address into an IPv6 address that is known.
    fn embeddings(ip: Ipv4Addr) -> Vec<(&'static str, Ipv6Addr)> {
        let [a, b, c, d] = ip.octets();
        let (high, low) = (u16::from_be_bytes([a, b]), u16::from_be_bytes([c, d]));
        let segments = |s: [u16; 8]| Ipv6Addr::from(s);
        vec![
            ("mapped", segments([0, 0, 0, 0, 0, 0xffff, high, low])),
            ("compatible", segments([0, 0, 0, 0, 0, 0, high, low])),
            ("translated", segments([0, 0, 0, 0, 0xffff, 0, high, low])),
            ("nat64", segments([0x64, 0xff9b, 0, 0, 0, 0, high, low])),
            ("6to4", segments([0x2002, high, low, 0, 0, 0, 0, 1])),
            ("teredo server", segments([0x2001, 0, high, low, 0, 0, !0x0808, !0x0808])),
            ("teredo client", segments([0x2001, 0, 0x0808, 0x0808, 0, 0, !high, !low])),
            ("isatap", segments([0x2a00, 1, 2, 3, 0, 0x5efe, high, low])),
            ("isatap, universal", segments([0x2a00, 1, 2, 3, 0x200, 0x5efe, high, low])),
            ("local nat64 /96", segments([0x64, 0xff9b, 1, 7, 7, 7, high, low])),
            (
                "local nat64 /64",
                segments([0x64, 0xff9b, 1, 7, u16::from(a), u16::from_be_bytes([b, c]), u16::from(d) << 8, 0]),
            ),
            ("local nat64 /56", segments([0x64, 0xff9b, 1, u16::from_be_bytes([7, a]), u16::from(b), low, 0, 0])),
            ("local nat64 /48", segments([0x64, 0xff9b, 1, high, u16::from(c), u16::from(d) << 8, 0, 0])),
            ("unknown nat64", segments([0x2a00, 1, 2, 3, 4, 5, high, low])),
        ]
    }

    #[test]
    fn an_address_inside_another_is_judged_too() {
        for ip in ["169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192"] {
            for (how, v6) in embeddings(ip.parse().unwrap()) {
                assert_eq!(range(IpAddr::V6(v6)), Range::Never, "{ip} {how}: {v6}");
            }
        }
        for ip in ["10.0.0.1", "127.0.0.1", "192.168.1.1"] {
            for (how, v6) in embeddings(ip.parse().unwrap()) {
                let public = range(IpAddr::V6(v6)) == Range::Public;
                assert_eq!(public, how == "unknown nat64", "{ip} {how}: {v6}");
            }
        }
        for (how, v6) in embeddings("93.184.216.34".parse().unwrap()) {
            let public = range(IpAddr::V6(v6)) == Range::Public;
            assert_eq!(public, !(how.starts_with("teredo") || how.starts_with("local")), "{how}: {v6}");
        }
    }

    #[test]
    fn networks_hold_what_their_leading_bits_say() {
        let network = |text: &str| Network::parse(text).unwrap_or_else(|| panic!("{text} is no network"));
        assert!(network("10.9.0.0/16").contains("10.9.3.4".parse().unwrap()));
        assert!(!network("10.9.0.0/16").contains("10.10.3.4".parse().unwrap()));
        assert!(network("::/0").contains("2606:2800::1".parse().unwrap()));
        assert!(network("0.0.0.0/0").contains("8.8.8.8".parse().unwrap()));
        assert!(!network("0.0.0.0/0").contains("::1".parse().unwrap()));
        assert_eq!(network("10.9.3.4/16").first().to_string(), "10.9.0.0");
        for (text, never) in [
            ("169.254.169.254", true),
            ("169.254.0.0/16", true),
            ("169.254.0.0/15", false),
            ("fe80::/64", true),
            ("0.0.0.0/0", false),
            ("100.64.0.0/10", false),
            ("10.0.0.0/8", false),
        ] {
            assert_eq!(network(text).is_never(), never, "{text}");
        }
        for bad in ["10.0.0.0/33", "::/129", "fe80::1%eth0", "[::1]", "host", "10.0/8", "", "10.0.0.0/", "10.0.0.0/x"] {
            assert_eq!(Network::parse(bad), None, "{bad}");
        }
    }
}
