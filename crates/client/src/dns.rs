//! Names to addresses: resolved once, judged, and connected to exactly what was judged.

use crate::allow::{Forbidden, Policy};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// Resolves for one kind of client.
#[derive(Debug, Clone)]
pub(crate) struct Resolver {
    /// Names that are answered here instead of asking the system.
    pub(crate) hosts: Arc<BTreeMap<String, Vec<IpAddr>>>,
    /// The judge; `None` for hosts that are trusted whatever they resolve to.
    pub(crate) judge: Option<Arc<Policy>>,
}

impl Resolver {
    async fn addresses(&self, name: &str) -> std::io::Result<Vec<SocketAddr>> {
        match self.hosts.get(name) {
            Some(listed) => Ok(listed.iter().map(|ip| SocketAddr::new(*ip, 0)).collect()),
            None => Ok(tokio::net::lookup_host((name, 0)).await?.collect()),
        }
    }

    fn judged(&self, name: &str, mut found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, Forbidden> {
        if let Some(policy) = &self.judge {
            found.retain(|address| policy.permits(address.ip()));
            if found.is_empty() {
                return Err(Forbidden::new(name));
            }
        }
        Ok(found)
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
