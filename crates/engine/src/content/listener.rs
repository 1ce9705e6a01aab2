//! At which addresses a flow listens, as its bundle says.

use model::artifact::{Configured, Parameter};
use model::runtime::Listener;

/// What a flow listens at, by its sender channels; adapters that fetch by themselves have no address.
pub(super) fn of_senders(senders: &[mta::bundle::Sender], parameters: &[(Parameter, String)]) -> Vec<Listener> {
    let kept = senders.iter().filter_map(|sender| {
        let (protocol, property, root) = match sender.adapter.as_str() {
            "HTTPS" => ("REST", "urlPath", "http"),
            "SOAP" | "XI" | "IDOC" => ("SOAP", "address", "cxf"),
            _ => return None,
        };
        let address = filled(sender.properties.get(property)?, parameters);
        let address = address.trim_start_matches('/').to_owned();
        let path = format!("/{root}/{address}");
        Some(Listener { protocol: protocol.to_owned(), address, path })
    });
    kept.collect()
}

/// The values of parameters in place of their names: `{{name}}`.
fn filled(text: &str, parameters: &[(Parameter, String)]) -> String {
    parameters
        .iter()
        .fold(text.to_owned(), |text, (parameter, value)| text.replace(&format!("{{{{{}}}}}", parameter.key), value))
}

/// The parameters with their values in effect.
pub(super) fn effective(parameters: Vec<Parameter>, configured: &Configured) -> Vec<(Parameter, String)> {
    parameters.into_iter().map(|parameter| (parameter.clone(), parameter.effective(configured).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(key: &str, default: &str) -> Parameter {
        Parameter {
            key: key.to_owned(),
            default: default.to_owned(),
            data_type: "xsd:string".to_owned(),
            description: String::new(),
        }
    }

    #[test]
    fn addresses_have_the_values_in_effect() {
        let sender = |adapter: &str, property: &str| mta::bundle::Sender {
            adapter: adapter.to_owned(),
            properties: [(property.to_owned(), "/{{root}}/{{unknown}}".to_owned())].into(),
        };
        let configured = [("root".to_owned(), "b".to_owned())].into();
        let parameters = effective(vec![parameter("root", "a")], &configured);
        let senders = [sender("HTTPS", "urlPath"), sender("SOAP", "address"), sender("Mail", "address")];
        let paths: Vec<_> = of_senders(&senders, &parameters).into_iter().map(|kept| kept.path).collect();
        assert_eq!(paths, ["/http/b/{{unknown}}", "/cxf/b/{{unknown}}"]);
    }
}
