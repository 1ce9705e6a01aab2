//! Externalised parameters: values in `parameters.prop`, definitions in `parameters.propdef`.

use super::tags::{Visitor, visit};
use crate::error::Result;
use crate::properties::Properties;

pub(super) const VALUES: &str = "src/main/resources/parameters.prop";
pub(super) const DEFINITIONS: &str = "src/main/resources/parameters.propdef";
/// What a parameter without a definition is taken for.
const STRING: &str = "xsd:string";

/// One externalised parameter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parameter {
    pub name: String,
    /// The default, or the merged value of a download that was asked for merged values.
    pub value: String,
    /// `xsd:string`, `xsd:integer`, `xsd:long`, `xsd:boolean` or `custom:schedule`.
    pub data_type: String,
    pub required: bool,
    pub description: String,
}

/// In the order of the definitions; values without a definition come last, as strings.
pub(super) fn join(values: &Properties, definitions: &str) -> Result<Vec<Parameter>> {
    let mut parameters = definitions_of(definitions)?;
    for parameter in &mut parameters {
        parameter.value = values.get(&parameter.name).unwrap_or_default().to_owned();
    }
    for (name, value) in values.iter() {
        if !parameters.iter().any(|parameter| parameter.name == name) {
            parameters.push(Parameter {
                name: name.to_owned(),
                value: value.to_owned(),
                data_type: STRING.to_owned(),
                ..Parameter::default()
            });
        }
    }
    Ok(parameters)
}

fn definitions_of(xml: &str) -> Result<Vec<Parameter>> {
    let mut reading = Reading::default();
    visit(xml, &format!("`{DEFINITIONS}`"), &mut reading)?;
    Ok(reading.parameters)
}

/// The parameter that is being read.
#[derive(Default)]
struct Reading {
    parameters: Vec<Parameter>,
    open: Option<Parameter>,
}

impl Visitor for Reading {
    fn start(&mut self, tag: &str) {
        if tag == "parameter" {
            self.open = Some(Parameter { data_type: STRING.to_owned(), ..Parameter::default() });
        }
    }

    fn end(&mut self, tag: &str, text: String) {
        if tag == "parameter" {
            self.parameters.extend(self.open.take().filter(|parameter| !parameter.name.is_empty()));
            return;
        }
        let Some(parameter) = &mut self.open else { return };
        match tag {
            "name" => parameter.name = text.trim().to_owned(),
            "type" if !text.trim().is_empty() => parameter.data_type = text.trim().to_owned(),
            "isRequired" => parameter.required = text.trim() == "true",
            "description" => parameter.description = text,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_and_values_are_joined() {
        let xml = "<?xml version=\"1.0\"?><parameters><parameter><key/><name>a &amp; b</name><type>xsd:integer</type>\
            <isRequired>true</isRequired><constraint/><description>x&#33;</description></parameter>\
            <parameter><name>c</name><type/></parameter><param_references><reference param_key=\"c\"/></param_references></parameters>";
        let parameters = join(&Properties::read(b"a\\ &\\ b=7\nextra=1\n"), xml).unwrap();
        let names: Vec<_> =
            parameters.iter().map(|p| (p.name.as_str(), p.value.as_str(), p.data_type.as_str())).collect();
        assert_eq!(names, [("a & b", "7", "xsd:integer"), ("c", "", STRING), ("extra", "1", STRING)]);
        assert!(parameters[0].required && parameters[0].description == "x!");
    }

    #[test]
    fn broken_definitions_are_an_error() {
        assert!(join(&Properties::default(), "<parameters><parameter></name>").is_err());
        assert_eq!(join(&Properties::default(), "").unwrap(), []);
    }
}
