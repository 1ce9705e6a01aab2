//! The address of a deployment target: `https://deploy-service.cf.<domain>/slprot/<org>/<space>/slp`, or with the space's
//! GUID instead of the two names.
//!
//! The path is read raw and decoded per segment, since `%2F` may be part of a name. [`split`] serves the deploy
//! service itself, [`parse`] everybody who stores such an address.

use std::fmt::Write as _;
use uuid::Uuid;

/// Which space is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// By names, decoded; a renamed org or space breaks the address.
    Names { org: String, space: String },
    /// By the space's GUID.
    Space(Uuid),
}

/// An address that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeployUrl {
    /// Which space.
    pub target: Target,
    /// For storage and comparison: lower-case host, no default port, encoded alike.
    pub canonical: String,
    /// For people; none of them stops anything.
    pub warnings: Vec<String>,
}

/// Why an address was not understood, and what it should look like.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadDeployUrl {
    /// Neither https nor an http that is allowed.
    #[error("'{0}' does not start with https:// (http:// is accepted on this machine only)")]
    Scheme(String),
    /// No host, or one that cannot be read.
    #[error("'{0}' names no host, or its port is no number")]
    Host(String),
    /// User, password, query or fragment.
    #[error("the address must not contain {0}; credentials belong into the destination's own fields")]
    Extra(&'static str),
    /// No known form.
    #[error("the path '{0}' is neither /slprot/<org>/<space>/slp nor /slprot/<space-guid>/slp")]
    Form(String),
    /// One segment that is no GUID.
    #[error("'{0}' is no GUID: /slprot/<org>/<space>/slp or /slprot/<space-guid>/slp is expected")]
    NotGuid(String),
    /// Too many segments.
    #[error("there are {0} path segments between slprot and slp: a '/' inside an org or space name is written as %2F")]
    Slash(usize),
    /// An escape that is none, or a name that is empty or no UTF-8.
    #[error("'{0}' is not a correctly encoded name: use %20 for a blank, %2F for '/', %25 for '%'")]
    Encoding(String),
}

/// Reads a whole address. `http_allowed`: the server itself is reached over http; loopback hosts always may.
///
/// # Errors
/// A sentence naming what is wrong and both forms.
pub fn parse(text: &str, http_allowed: bool) -> Result<DeployUrl, BadDeployUrl> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://").ok_or_else(|| BadDeployUrl::Scheme(text.to_owned()))?;
    let scheme = scheme.to_ascii_lowercase();
    refuse_extras(rest)?;
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host(authority, &scheme).ok_or_else(|| BadDeployUrl::Host(text.to_owned()))?;
    if scheme != "https" && !(scheme == "http" && (http_allowed || is_loopback(&host))) {
        return Err(BadDeployUrl::Scheme(text.to_owned()));
    }
    let (prefix, target) = read_path(path)?;
    let canonical = canonical(&scheme, &host, &prefix, &target);
    let warnings = warnings(&host, &target);
    Ok(DeployUrl { target, canonical, warnings })
}

/// Splits the raw path of a request at the root of its target: which space, and what follows `slp`, raw and without a
/// leading slash. `None`: no such path.
#[must_use]
pub fn split(raw: &str) -> Option<(Target, &str)> {
    let pieces = pieces(raw);
    let texts: Vec<&str> = pieces.iter().map(|(_, text)| *text).collect();
    let (last, target) = (0..texts.len()).find_map(|at| target_at(&texts, at))?;
    let (start, text) = pieces[last];
    let rest = raw.get(start + text.len()..)?.trim_start_matches('/');
    Some((target, rest))
}

/// The space whose operations a path means: `/rest/{org}/{space}/operations`.
#[must_use]
pub fn of_operations(raw: &str) -> Option<Target> {
    let texts: Vec<&str> = pieces(raw).iter().map(|(_, text)| *text).collect();
    let ["rest", org, space, "operations"] = texts[..] else { return None };
    Some(Target::Names { org: decode(org)?, space: decode(space)? })
}

/// The target whose `slprot` is at `at`, and where its `slp` is. Two names win, because a space may be called `slp`.
fn target_at(texts: &[&str], at: usize) -> Option<(usize, Target)> {
    if texts.get(at) != Some(&"slprot") {
        return None;
    }
    if texts.get(at + 3) == Some(&"slp") {
        let (org, space) = (decode(texts[at + 1])?, decode(texts[at + 2])?);
        return Some((at + 3, Target::Names { org, space }));
    }
    if texts.get(at + 2) == Some(&"slp") {
        return guid(&decode(texts[at + 1])?).map(|guid| (at + 2, Target::Space(guid)));
    }
    None
}

/// The segments that are not empty, each with where it begins.
fn pieces(raw: &str) -> Vec<(usize, &str)> {
    let mut start = 0;
    let mut pieces = Vec::new();
    for text in raw.split('/') {
        if !text.is_empty() {
            pieces.push((start, text));
        }
        start += text.len() + 1;
    }
    pieces
}

fn refuse_extras(rest: &str) -> Result<(), BadDeployUrl> {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(BadDeployUrl::Extra("a user or password"));
    }
    if rest.contains('#') {
        return Err(BadDeployUrl::Extra("a fragment (#…)"));
    }
    if rest.contains('?') { Err(BadDeployUrl::Extra("a query (?…)")) } else { Ok(()) }
}

fn read_path(path: &str) -> Result<(Vec<String>, Target), BadDeployUrl> {
    let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let form = || BadDeployUrl::Form(format!("/{path}"));
    if segments.last() != Some(&"slp") {
        return Err(form());
    }
    let starts: Vec<usize> = (0..segments.len()).filter(|at| segments[*at] == "slprot").collect();
    let between = |at: usize| segments.len() - at - 2;
    let at = starts.iter().copied().find(|at| matches!(between(*at), 1 | 2)).or(starts.first().copied());
    let at = at.ok_or_else(form)?;
    let prefix = segments[..at].iter().map(|segment| decoded(segment)).collect::<Result<_, _>>()?;
    let names = &segments[at + 1..segments.len() - 1];
    let target = match names {
        [] => return Err(form()),
        [only] => {
            let text = decoded(only)?;
            Target::Space(guid(&text).ok_or(BadDeployUrl::NotGuid(text))?)
        }
        [org, space] => Target::Names { org: decoded(org)?, space: decoded(space)? },
        more => return Err(BadDeployUrl::Slash(more.len())),
    };
    Ok((prefix, target))
}

fn decoded(segment: &str) -> Result<String, BadDeployUrl> {
    // Whoever calls the address would leave these two out.
    let named = decode(segment).filter(|name| !matches!(name.as_str(), "." | ".."));
    named.ok_or_else(|| BadDeployUrl::Encoding(segment.to_owned()))
}

/// Decodes one segment, once. `+` stays: this is a path, not a form.
fn decode(segment: &str) -> Option<String> {
    let bytes = segment.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if *byte == b'%' {
            let hex = segment.get(at + 1..at + 3).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))?;
            out.push(u8::from_str_radix(hex, 16).ok()?);
            at += 3;
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    String::from_utf8(out).ok().filter(|text| !text.is_empty())
}

/// One segment with only unreserved characters left bare.
#[must_use]
pub fn encode(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

/// 8-4-4-4-12, in either case; the other spellings that the uuid crate reads are none.
fn guid(text: &str) -> Option<Uuid> {
    let hyphens = [8, 13, 18, 23];
    let shaped = text.len() == 36 && text.bytes().enumerate().all(|(at, b)| (b == b'-') == hyphens.contains(&at));
    if shaped { Uuid::parse_str(text).ok() } else { None }
}

/// Host and port in lower case, without the scheme's default port.
fn host(authority: &str, scheme: &str) -> Option<String> {
    let lower = authority.to_ascii_lowercase();
    let bracket = lower.rfind(']').unwrap_or(0);
    let (name, port) = match lower.rfind(':').filter(|at| *at > bracket) {
        Some(at) => (&lower[..at], Some(lower[at + 1..].parse::<u16>().ok()?)),
        None => (lower.as_str(), None),
    };
    let odd = |c: char| c.is_whitespace() || matches!(c, '%' | '\\' | ',' | ';');
    if name.is_empty() || name.starts_with('.') || name.contains("..") || name.contains(odd) {
        return None;
    }
    let default = if scheme == "http" { 80 } else { 443 };
    Some(port.filter(|port| *port != default).map_or_else(|| name.to_owned(), |port| format!("{name}:{port}")))
}

fn is_loopback(host: &str) -> bool {
    let name = if host.starts_with('[') { host.split(']').next() } else { host.split(':').next() };
    let name = name.unwrap_or_default().trim_start_matches('[');
    name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn canonical(scheme: &str, host: &str, prefix: &[String], target: &Target) -> String {
    let prefix: String = prefix.iter().map(|segment| format!("/{}", encode(segment))).collect();
    match target {
        Target::Names { org, space } => {
            format!("{scheme}://{host}{prefix}/slprot/{}/{}/slp", encode(org), encode(space))
        }
        Target::Space(guid) => format!("{scheme}://{host}{prefix}/slprot/{guid}/slp"),
    }
}

fn warnings(host: &str, target: &Target) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Some(domain) = host.strip_prefix("deploy-service.cfapps.") {
        warnings.push(format!("hosts below cfapps are going to be switched off: use deploy-service.cf.{domain}"));
    }
    if matches!(target, Target::Names { .. }) {
        warnings.push(
            "renaming the organization or the space breaks this address: prefer /slprot/<space-guid>/slp \
             (cf space NAME --guid)"
                .to_owned(),
        );
    }
    warnings
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUID: &str = "0a1b2c3d-0000-4000-8000-00000000000f";

    fn good(text: &str) -> DeployUrl {
        parse(text, false).unwrap_or_else(|e| panic!("{text}: {e}"))
    }

    fn names(org: &str, space: &str) -> Target {
        Target::Names { org: org.into(), space: space.into() }
    }

    #[test]
    fn good_samples() {
        let host = "https://deploy-service.cf.eu10.example.com";
        for (path, target) in [
            ("/slprot/acme/dev/slp", names("acme", "dev")),
            ("/slprot/acme/dev/slp/", names("acme", "dev")),
            ("//slprot//acme/dev//slp", names("acme", "dev")),
            ("/slprot/My%20Org/dev/slp", names("My Org", "dev")),
            ("/slprot/My Org/dev/slp", names("My Org", "dev")),
            ("/slprot/Example%20Company%2C%20Inc./dev/slp", names("Example Company, Inc.", "dev")),
            ("/slprot/a%2Fb/c%2fd/slp", names("a/b", "c/d")),
            ("/slprot/a+b/c%2Bd/slp", names("a+b", "c+d")),
            ("/slprot/Br%C3%BCcke/dev/slp", names("Brücke", "dev")),
            ("/slprot/Brücke/dev/slp", names("Brücke", "dev")),
            ("/slprot/100%25/dev/slp", names("100%", "dev")),
            ("/slprot/slprot/slp/slp", names("slprot", "slp")),
            ("/any/prefix/slprot/acme/dev/slp", names("acme", "dev")),
            ("/slprot/0a1b2c3d-0000-4000-8000-00000000000f/dev/slp", names(GUID, "dev")),
            ("/slprot/0a1b2c3d-0000-4000-8000-00000000000f/slp", Target::Space(GUID.parse().unwrap())),
            ("/slprot/0A1B2C3D-0000-4000-8000-00000000000F/slp", Target::Space(GUID.parse().unwrap())),
            ("/deploy-service/slprot/0a1b2c3d-0000-4000-8000-00000000000f/slp/", Target::Space(GUID.parse().unwrap())),
        ] {
            assert_eq!(good(&format!("{host}{path}")).target, target, "{path}");
        }
    }

    #[test]
    fn bad_samples() {
        let refused = |text: &str| parse(text, false).unwrap_err();
        let h = "https://h.example";
        for (text, part) in [
            ("deploy-service.cf.x/slprot/a/b/slp".to_owned(), "https://"),
            ("ftp://h.example/slprot/a/b/slp".to_owned(), "https://"),
            ("http://h.example/slprot/a/b/slp".to_owned(), "https://"),
            ("https:///slprot/a/b/slp".to_owned(), "no host"),
            ("https://h:port/slprot/a/b/slp".to_owned(), "no host"),
            ("https://u:p@h.example/slprot/a/b/slp".to_owned(), "user"),
            (format!("{h}/slprot/a/b/slp?x=1"), "query"),
            (format!("{h}/slprot/a/b/slp#x"), "fragment"),
            (format!("{h}/slprot/a/b"), "/slprot/<org>/<space>/slp"),
            (format!("{h}/a/b/slp"), "/slprot/<space-guid>/slp"),
            (format!("{h}/slprot/slp"), "/slprot/<space-guid>/slp"),
            (h.to_owned(), "/slprot/<org>/<space>/slp"),
            (format!("{h}/slprot/acme/slp"), "no GUID"),
            (format!("{h}/slprot/0a1b2c3d00004000800000000000000f/slp"), "no GUID"),
            (format!("{h}/slprot/a/b/c/slp"), "%2F"),
            (format!("{h}/slprot/a/b/c/d/slp"), "%2F"),
            (format!("{h}/slprot/100%/dev/slp"), "%25"),
            (format!("{h}/slprot/%zz/dev/slp"), "%25"),
            (format!("{h}/slprot/%ff/dev/slp"), "%25"),
            (format!("{h}/slprot/acme/./slp"), "correctly encoded"),
            (format!("{h}/slprot/%2e%2E/dev/slp"), "correctly encoded"),
            ("https://deploy-service..h.example/slprot/a/b/slp".to_owned(), "no host"),
        ] {
            assert!(refused(&text).to_string().contains(part), "{text}: {}", refused(&text));
        }
    }

    #[test]
    fn one_place_has_one_canonical_form() {
        let canonical = "https://deploy-service.cf.example.com/slprot/My%20Org%2C%2FX/dev/slp";
        for text in [
            "https://deploy-service.cf.example.com/slprot/My%20Org,%2fX/dev/slp/",
            "HTTPS://Deploy-Service.CF.example.com:443//slprot/My Org%2c%2FX/dev/slp",
        ] {
            assert_eq!(good(text).canonical, canonical);
        }
        assert_eq!(good(canonical).canonical, canonical);
        let guid = format!("https://h.example:8443/slprot/{}/slp", GUID.to_uppercase());
        assert_eq!(good(&guid).canonical, format!("https://h.example:8443/slprot/{GUID}/slp"));
    }

    #[test]
    fn http_is_for_this_machine_or_where_it_is_allowed() {
        for host in ["localhost:4004", "127.0.0.1", "[::1]:4004"] {
            good(&format!("http://{host}/deploy-service/slprot/a/b/slp"));
        }
        assert!(parse("http://ropeway.example/slprot/a/b/slp", true).is_ok());
    }

    #[test]
    fn what_will_break_is_warned_about() {
        let old = good("https://deploy-service.cfapps.eu10.example.com/slprot/a/b/slp");
        assert!(old.warnings[0].contains("deploy-service.cf.eu10.example.com"));
        assert!(old.warnings[1].contains("<space-guid>"));
        assert!(good(&format!("https://h.example/slprot/{GUID}/slp")).warnings.is_empty());
    }

    #[test]
    fn the_server_splits_the_raw_path() {
        let (target, rest) = split("/slprot/My%20Org/a%2Fb/slp/services/xs2-deploy/files").unwrap();
        assert_eq!((target, rest), (names("My Org", "a/b"), "services/xs2-deploy/files"));
        let path = format!("/some/where/slprot/{GUID}/slp/metadata/");
        let (target, rest) = split(&path).unwrap();
        assert_eq!((target, rest), (Target::Space(GUID.parse().unwrap()), "metadata/"));
        assert_eq!(split("/slprot/o/s/slp").unwrap().1, "");
        assert_eq!(split("/slprot/o/slp/metadata"), None);
        assert_eq!(split("/slprot/o/%/slp/metadata"), None);
        assert_eq!(split("/api/v1/spaces"), None);
    }
}
