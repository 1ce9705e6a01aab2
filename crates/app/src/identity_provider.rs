//! `[identity_provider.<name>]`: trust in another identity provider. What cannot be meant is refused at the start.

use crate::exit::{Exit, Failure};
use engine::identity::person;
use engine::identity::trust::{Mapping, Place, Provider};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use url::Url;

/// The longest origin.
const LONGEST_ORIGIN: usize = 36;

/// An identity provider.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IdentityProvider {
    /// Its key, as in `sap.custom`; without it the name of the section.
    pub origin: Option<String>,
    /// What people read on the sign-in page; without it the origin.
    pub display_name: Option<String>,
    /// Its address, letter by letter as its metadata has it.
    pub issuer: String,
    /// What this server is called there.
    pub client_id: String,
    /// Its secret; without one it is a public client.
    pub client_secret: Option<String>,
    /// A file with the secret.
    pub client_secret_file: Option<PathBuf>,
    /// What is asked for.
    pub scopes: Vec<String>,
    /// The claim that is the log-in name; without it `email`, else `preferred_username`.
    pub user_name_claim: Option<String>,
    /// The claim with the groups.
    pub groups_claim: String,
    /// What groups give.
    pub role_collections: Vec<RoleMapping>,
}

impl Default for IdentityProvider {
    fn default() -> Self {
        Self {
            origin: None,
            display_name: None,
            issuer: String::new(),
            client_id: String::new(),
            client_secret: None,
            client_secret_file: None,
            scopes: ["openid", "email", "profile"].map(str::to_owned).to_vec(),
            user_name_claim: None,
            groups_claim: "groups".to_owned(),
            role_collections: Vec::new(),
        }
    }
}

/// A group that gives a role collection.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RoleMapping {
    /// The group, as the provider calls it.
    pub group: String,
    /// Subdomain or GUID of a subaccount.
    pub subaccount: Option<String>,
    /// In its stead: the global account.
    pub global_account: bool,
    /// Name of the role collection.
    pub role_collection: String,
}

/// The providers, ready to be used.
///
/// # Errors
/// What is wrong, with the name of the setting.
pub fn providers(sections: &BTreeMap<String, IdentityProvider>) -> Result<Vec<Provider>, Failure> {
    let mut origins = BTreeSet::new();
    let mut all = Vec::new();
    for (name, section) in sections {
        let provider = provider(name, section)?;
        if !origins.insert(provider.origin.clone()) {
            return Err(wrong(name, "origin", &format!("'{}' is the origin of another section, too", provider.origin)));
        }
        all.push(provider);
    }
    Ok(all)
}

fn wrong(name: &str, setting: &str, text: &str) -> Failure {
    Failure::new(Exit::Config, format!("identity_provider.{name}.{setting}: {text}"))
        .hint("docs/single-sign-on.md has an example; `ropeway config example` shows every setting")
}

fn provider(name: &str, section: &IdentityProvider) -> Result<Provider, Failure> {
    let wrong = |setting: &str, text: &str| Err(wrong(name, setting, text));
    let origin = section.origin.clone().unwrap_or_else(|| name.to_owned());
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    if origin.is_empty() || origin.len() > LONGEST_ORIGIN || !origin.chars().all(plain) || origin.starts_with('.') {
        return wrong("origin", "write lower-case letters, digits, '.', '-' and '_', 36 at most");
    }
    if person::is_our_origin(&origin) {
        return wrong("origin", &format!("'{origin}' is this server's own store; take another, as sap.custom"));
    }
    check_issuer(name, &section.issuer)?;
    if section.client_id.is_empty() {
        return wrong("client_id", "it is missing; it is the id of the client that you made at the provider");
    }
    if !section.scopes.iter().any(|scope| scope == "openid") {
        return wrong("scopes", "'openid' must be among them");
    }
    if section.groups_claim.is_empty() || section.user_name_claim.as_deref() == Some("") {
        return wrong("groups_claim", "a claim has a name; leave it out for its default");
    }
    Ok(Provider {
        display_name: section.display_name.clone().filter(|text| !text.is_empty()).unwrap_or_else(|| origin.clone()),
        issuer: section.issuer.clone(),
        client_id: section.client_id.clone(),
        client_secret: secret(name, section)?,
        scopes: section.scopes.clone(),
        user_name_claim: section.user_name_claim.clone(),
        groups_claim: section.groups_claim.clone(),
        mappings: section.role_collections.iter().map(|one| mapping(name, one)).collect::<Result<_, _>>()?,
        origin,
    })
}

fn check_issuer(name: &str, issuer: &str) -> Result<(), Failure> {
    let url = Url::parse(issuer).ok().filter(|url| matches!(url.scheme(), "https" | "http"));
    match url {
        Some(url) if url.query().is_none() && url.fragment().is_none() && url.username().is_empty() => Ok(()),
        _ => {
            let text =
                format!("'{issuer}' is no address of a provider; write it as https://login.example.org/realms/corp");
            Err(wrong(name, "issuer", &text))
        }
    }
}

fn secret(name: &str, section: &IdentityProvider) -> Result<Option<String>, Failure> {
    let text = match (&section.client_secret, &section.client_secret_file) {
        (Some(_), Some(_)) => {
            return Err(wrong(name, "client_secret", "client_secret_file is there, too; keep one of them"));
        }
        (Some(secret), None) => secret.clone(),
        (None, Some(file)) => fs::read_to_string(file)
            .map_err(|e| wrong(name, "client_secret_file", &format!("{} cannot be read: {e}", file.display())))?
            .trim()
            .to_owned(),
        (None, None) => return Ok(None),
    };
    match text.is_empty() {
        true => Err(wrong(name, "client_secret", "it is empty; leave it out for a public client")),
        false => Ok(Some(text)),
    }
}

fn mapping(name: &str, one: &RoleMapping) -> Result<Mapping<Place>, Failure> {
    let wrong = |text: &str| Err(wrong(name, "role_collections", text));
    if one.group.is_empty() || one.role_collection.is_empty() {
        return wrong("each needs a group and a role_collection");
    }
    let place = match (&one.subaccount, one.global_account) {
        (Some(subaccount), false) if !subaccount.is_empty() => Place::Subaccount(subaccount.clone()),
        (None, true) => Place::GlobalAccount,
        _ => return wrong(&format!("that of '{}' needs a subaccount, or global_account = true", one.group)),
    };
    Ok(Mapping { group: one.group.clone(), place, collection: one.role_collection.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> IdentityProvider {
        IdentityProvider {
            issuer: "https://login.example.org/realms/corp".to_owned(),
            client_id: "ropeway".to_owned(),
            ..IdentityProvider::default()
        }
    }

    fn read(name: &str, section: IdentityProvider) -> Result<Vec<Provider>, String> {
        providers(&BTreeMap::from([(name.to_owned(), section)])).map_err(|failure| failure.to_string())
    }

    #[test]
    fn a_section_is_a_provider_of_its_name_unless_it_says_another_origin() {
        assert_eq!(read("corp", good()).unwrap()[0].origin, "corp");
        let named = IdentityProvider { origin: Some("sap.custom".to_owned()), ..good() };
        let [provider] = read("corp", named).unwrap().try_into().unwrap();
        assert_eq!((provider.origin.as_str(), provider.display_name.as_str()), ("sap.custom", "sap.custom"));
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_its_name() {
        let role = |group: &str, subaccount: Option<&str>, global_account| RoleMapping {
            group: group.to_owned(),
            subaccount: subaccount.map(str::to_owned),
            global_account,
            role_collection: "Subaccount Viewer".to_owned(),
        };
        for (name, section, setting) in [
            ("sap.default", good(), "origin"),
            ("uaa", good(), "origin"),
            ("Corp", good(), "origin"),
            ("a/b", good(), "origin"),
            ("corp", IdentityProvider { issuer: String::new(), ..good() }, "issuer"),
            ("corp", IdentityProvider { issuer: "ldap://x".to_owned(), ..good() }, "issuer"),
            ("corp", IdentityProvider { issuer: "https://x/?y=1".to_owned(), ..good() }, "issuer"),
            ("corp", IdentityProvider { client_id: String::new(), ..good() }, "client_id"),
            ("corp", IdentityProvider { client_secret: Some(String::new()), ..good() }, "client_secret"),
            (
                "corp",
                IdentityProvider { client_secret_file: Some("/there/is/none".into()), ..good() },
                "client_secret_file",
            ),
            ("corp", IdentityProvider { scopes: vec!["email".to_owned()], ..good() }, "scopes"),
            (
                "corp",
                IdentityProvider { role_collections: vec![role("", Some("alm"), false)], ..good() },
                "role_collections",
            ),
            ("corp", IdentityProvider { role_collections: vec![role("g", None, false)], ..good() }, "role_collections"),
            (
                "corp",
                IdentityProvider { role_collections: vec![role("g", Some("alm"), true)], ..good() },
                "role_collections",
            ),
        ] {
            let text = read(name, section).unwrap_err();
            assert!(text.contains(&format!("identity_provider.{name}.{setting}")), "{text}");
        }
        let twice = BTreeMap::from([
            ("a".to_owned(), good()),
            ("b".to_owned(), IdentityProvider { origin: Some("a".to_owned()), ..good() }),
        ]);
        assert!(providers(&twice).is_err());
    }
}
