//! The model of an integration flow, as far as others must know it: where it listens.

use std::collections::BTreeMap;

use super::tags::{Visitor, visit};
use crate::error::Result;

/// A sender channel: what the flow listens with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sender {
    /// The adapter, for example `HTTPS` or `SOAP`.
    pub adapter: String,
    /// Its properties. A value may hold parameters: `/orders/{{path}}`.
    pub properties: BTreeMap<String, String>,
}

/// The sender channels of a flow, in their order.
pub(super) fn senders(xml: &str) -> Result<Vec<Sender>> {
    let mut reading = Reading::default();
    visit(xml, "the integration flow", &mut reading)?;
    Ok(reading.senders)
}

/// The channel that is being read.
#[derive(Default)]
struct Reading {
    senders: Vec<Sender>,
    channel: Option<BTreeMap<String, String>>,
    key: String,
}

impl Visitor for Reading {
    fn start(&mut self, tag: &str) {
        if tag == "messageFlow" {
            self.channel = Some(BTreeMap::new());
        }
    }

    fn end(&mut self, tag: &str, text: String) {
        match (tag, &mut self.channel) {
            ("messageFlow", channel) => {
                let properties = channel.take().unwrap_or_default();
                if properties.get("direction").is_some_and(|direction| direction == "Sender") {
                    let adapter = properties.get("ComponentType").cloned().unwrap_or_default();
                    self.senders.push(Sender { adapter, properties });
                }
            }
            ("key", Some(_)) => text.trim().clone_into(&mut self.key),
            ("value", Some(properties)) => {
                properties.insert(std::mem::take(&mut self.key), text.trim().to_owned());
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channel(direction: &str, path: &str) -> String {
        format!(
            "<bpmn2:messageFlow id=\"m\"><bpmn2:extensionElements><ifl:property><key>ComponentType</key>\
             <value>HTTPS</value></ifl:property><ifl:property><key>direction</key><value>{direction}</value>\
             </ifl:property><ifl:property><key>urlPath</key><value>{path}</value></ifl:property>\
             <ifl:property><key>empty</key><value/></ifl:property></bpmn2:extensionElements></bpmn2:messageFlow>"
        )
    }

    #[test]
    fn only_channels_in_which_the_flow_listens_are_senders() {
        let xml = format!(
            "<bpmn2:definitions><ifl:property><key>direction</key><value>Sender</value></ifl:property>{}{}</bpmn2:definitions>",
            channel("Sender", "/a&amp;b/{{p}}"),
            channel("Receiver", "/c")
        );
        let senders = senders(&xml).unwrap();
        assert_eq!(senders.len(), 1);
        assert_eq!((senders[0].adapter.as_str(), senders[0].properties["urlPath"].as_str()), ("HTTPS", "/a&b/{{p}}"));
    }

    #[test]
    fn a_broken_model_is_an_error() {
        assert!(senders("<a><b></a>").is_err());
    }
}
