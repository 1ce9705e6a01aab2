//! Names to addresses: resolved once, judged, and connected to exactly what was judged.

use crate::allow::{Forbidden, Policy, Trust};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// Resolves for one kind of client.
#[derive(Debug, Clone)]
pub(crate) struct Resolver {
    /// Names that are answered here instead of asking the system.
    pub(crate) hosts: Arc<BTreeMap<String, Vec<IpAddr>>>,
    /// The judge.
    pub(crate) policy: Arc<Policy>,
    /// What the names of this client are trusted with.
    pub(crate) trust: Trust,
}

impl Resolver {
    async fn addresses(&self, name: &str) -> std::io::Result<Vec<SocketAddr>> {
        match self.hosts.get(name) {
            Some(listed) => Ok(listed.iter().map(|ip| SocketAddr::new(*ip, 0)).collect()),
            None => Ok(tokio::net::lookup_host((name, 0)).await?.collect()),
        }
    }

    /// Only what may be connected to, and if that is nothing, why.
    fn judged(&self, name: &str, found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, Forbidden> {
        let (mut kept, mut refusal) = (Vec::new(), None);
        for address in found {
            match self.policy.accepts(self.trust, address.ip()) {
                Ok(()) => kept.push(address),
                Err(why) => refusal = refusal.or(Some(why)),
            }
        }
        match refusal {
            Some(why) if kept.is_empty() => Err(why.of(name)),
            _ => Ok(kept),
        }
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let (resolver, name) = (self.clone(), name.as_str().to_ascii_lowercase());
        Box::pin(async move {
            let found = resolver.addresses(&name).await?;
            Ok(Box::new(resolver.judged(&name, found)?.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name that was good when it was looked up first, and the answers of later look-ups: each is judged anew.
    #[test]
    fn each_address_that_a_name_resolves_to_is_judged() {
        let judged = |trust: Trust, found: &[&str]| {
            let policy = Arc::new(Policy::new(&[], &["sap.corp".to_owned()], &[], false).unwrap());
            let resolver = Resolver { hosts: Arc::default(), policy, trust };
            let found = found.iter().map(|ip| SocketAddr::new(ip.parse().unwrap(), 0)).collect();
            resolver.judged("n.example", found).map(|kept| kept.len()).map_err(|why| why.to_string())
        };
        assert_eq!(judged(Trust::Unknown, &["93.184.216.34", "2606:2800::1"]), Ok(2));
        assert_eq!(judged(Trust::Unknown, &["93.184.216.34", "10.0.0.1", "::1"]), Ok(1));
        assert_eq!(judged(Trust::Unknown, &[]), Ok(0));
        let refused = judged(Trust::Unknown, &["10.0.0.1"]).unwrap_err();
        assert!(refused.starts_with("calls to 'n.example' are not allowed"), "{refused}");
        for inner in ["169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254", "100.100.100.200"] {
            assert_eq!(judged(Trust::Unknown, &[inner]), Err(refused.clone()), "{inner}");
            assert_eq!(judged(Trust::Known, &[inner]), Err(refused.clone()), "a listed name: {inner}");
        }
        assert_eq!(judged(Trust::Known, &["10.0.0.1", "127.0.0.1"]), Ok(2));
        assert!(judged(Trust::Inner, &["93.184.216.34"]).unwrap_err().contains("is not https"));
    }
}
