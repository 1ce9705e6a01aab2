//! `$metadata`: EDMX 1.0 of OData 2.0.

use super::schema::{EntityType, Navigation, Operation, Schema};
use super::xml::Xml;

const EDMX: &str = "http://schemas.microsoft.com/ado/2007/06/edmx";
const EDM: &str = "http://schemas.microsoft.com/ado/2008/09/edm";
const META: &str = "http://schemas.microsoft.com/ado/2007/08/dataservices/metadata";

/// The document.
#[must_use]
pub fn document(schema: &Schema) -> String {
    let mut xml = Xml::document();
    xml.open("edmx:Edmx", &[("Version", "1.0"), ("xmlns:edmx", EDMX)]);
    xml.open("edmx:DataServices", &[("m:DataServiceVersion", "2.0"), ("xmlns:m", META)]);
    xml.open("Schema", &[("Namespace", schema.namespace), ("xmlns", EDM)]);
    schema.types.iter().for_each(|ty| entity_type(&mut xml, schema, ty));
    links(schema).for_each(|(ty, link)| association(&mut xml, schema, ty, link));
    container(&mut xml, schema);
    xml.close("Schema");
    xml.close("edmx:DataServices");
    xml.close("edmx:Edmx");
    xml.finish()
}

fn links(schema: &Schema) -> impl Iterator<Item = (&'static EntityType, &'static Navigation)> {
    schema.types.iter().flat_map(|ty| ty.navigation.iter().map(move |link| (ty, link)))
}

fn association_name(ty: &EntityType, link: &Navigation) -> String {
    format!("{}_{}", ty.name, link.name)
}

fn entity_type(xml: &mut Xml, schema: &Schema, ty: &EntityType) {
    match ty.media {
        true => xml.open("EntityType", &[("Name", ty.name), ("m:HasStream", "true")]),
        false => xml.open("EntityType", &[("Name", ty.name)]),
    }
    xml.open("Key", &[]);
    for property in ty.properties.iter().filter(|property| property.key) {
        xml.empty("PropertyRef", &[("Name", property.name)]);
    }
    xml.close("Key");
    for property in ty.properties {
        let nullable = property.nullable.to_string();
        xml.empty("Property", &[("Name", property.name), ("Type", property.kind.edm()), ("Nullable", &nullable)]);
    }
    for link in ty.navigation {
        let relationship = format!("{}.{}", schema.namespace, association_name(ty, link));
        let ends = [("FromRole", ty.name), ("ToRole", link.name)];
        xml.empty("NavigationProperty", &[("Name", link.name), ("Relationship", &relationship), ends[0], ends[1]]);
    }
    xml.close("EntityType");
}

fn association(xml: &mut Xml, schema: &Schema, ty: &EntityType, link: &Navigation) {
    xml.open("Association", &[("Name", &association_name(ty, link))]);
    let qualified = |name: &str| format!("{}.{name}", schema.namespace);
    xml.empty("End", &[("Type", &qualified(ty.name)), ("Multiplicity", "1"), ("Role", ty.name)]);
    let multiplicity = if link.many { "*" } else { "0..1" };
    xml.empty("End", &[("Type", &qualified(link.target)), ("Multiplicity", multiplicity), ("Role", link.name)]);
    xml.close("Association");
}

fn container(xml: &mut Xml, schema: &Schema) {
    xml.open("EntityContainer", &[("Name", schema.container), ("m:IsDefaultEntityContainer", "true")]);
    for ty in schema.types {
        let name = format!("{}.{}", schema.namespace, ty.name);
        xml.empty("EntitySet", &[("Name", ty.set), ("EntityType", &name)]);
    }
    for (ty, link) in links(schema) {
        let Some(target) = schema.of_type(link.target) else { continue };
        let name = association_name(ty, link);
        let association = format!("{}.{name}", schema.namespace);
        xml.open("AssociationSet", &[("Name", &format!("{name}Set")), ("Association", &association)]);
        xml.empty("End", &[("EntitySet", ty.set), ("Role", ty.name)]);
        xml.empty("End", &[("EntitySet", target.set), ("Role", link.name)]);
        xml.close("AssociationSet");
    }
    schema.operations.iter().for_each(|operation| function_import(xml, schema, operation));
    xml.close("EntityContainer");
}

fn function_import(xml: &mut Xml, schema: &Schema, operation: &Operation) {
    let returns = operation.returns.and_then(|name| schema.of_type(name));
    let method = ("m:HttpMethod", operation.method);
    match returns {
        Some(ty) => {
            let name = format!("{}.{}", schema.namespace, ty.name);
            let attributes = [("Name", operation.name), ("ReturnType", &name), ("EntitySet", ty.set), method];
            xml.open("FunctionImport", &attributes);
        }
        None => xml.open("FunctionImport", &[("Name", operation.name), ("ReturnType", "Edm.String"), method]),
    }
    for parameter in operation.parameters {
        let nullable = parameter.optional.to_string();
        let attributes = [("Name", parameter.name), ("Type", "Edm.String"), ("Mode", "In"), ("Nullable", &nullable)];
        xml.empty("Parameter", &attributes);
    }
    xml.close("FunctionImport");
}
