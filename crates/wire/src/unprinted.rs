//! Types that hold secrets print as their name, and nothing more.

/// Prints each of the types as its name.
#[macro_export]
macro_rules! unprinted {
    ($($kind:ident),+ $(,)?) => {$(
        impl std::fmt::Debug for $kind {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($kind)).finish_non_exhaustive()
            }
        }
    )+};
}

#[cfg(test)]
mod tests {
    use crate::destination::{AuthToken, HttpHeader};
    use crate::xsuaa::OauthClient;

    #[test]
    fn what_holds_secrets_does_not_print_them() {
        let header = HttpHeader { key: "Authorization".to_owned(), value: "Bearer s3cr3t".to_owned() };
        let token = AuthToken { value: "s3cr3t".to_owned(), http_header: Some(header.clone()), ..AuthToken::default() };
        let client = OauthClient { client_secret: "s3cr3t".to_owned(), ..OauthClient::default() };
        let printed = format!("{header:?} {token:?} {client:?}");
        assert!(!printed.contains("s3cr3t") && printed.contains("OauthClient"), "{printed}");
    }
}
