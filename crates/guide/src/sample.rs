//! Our own sample package, built from the sources under `samples/order-integration`.

use mta::bundle::minimal_bundle;
use mta::{Artifact, Bundle, Package, ResourceType, Result, Selection, Stamp, write_package};
use std::collections::BTreeMap;

/// One artifact of the sample: id, name, type, and its files beside those every bundle of its type has.
struct Source {
    id: &'static str,
    name: &'static str,
    kind: ResourceType,
    files: &'static [(&'static str, &'static str)],
}

const SOURCES: [Source; 5] = [
    Source {
        id: "OrderIntake",
        name: "Order intake",
        kind: ResourceType::IFlow,
        files: &[
            (
                "src/main/resources/scenarioflows/integrationflow/OrderIntake.iflw",
                include_str!(
                    "../../../samples/order-integration/OrderIntake/src/main/resources/scenarioflows/integrationflow/OrderIntake.iflw"
                ),
            ),
            (
                "src/main/resources/parameters.prop",
                include_str!("../../../samples/order-integration/OrderIntake/src/main/resources/parameters.prop"),
            ),
            (
                "src/main/resources/parameters.propdef",
                include_str!("../../../samples/order-integration/OrderIntake/src/main/resources/parameters.propdef"),
            ),
        ],
    },
    Source {
        id: "OrderToErp",
        name: "Order to ERP",
        kind: ResourceType::IFlow,
        files: &[
            (
                "src/main/resources/scenarioflows/integrationflow/OrderToErp.iflw",
                include_str!(
                    "../../../samples/order-integration/OrderToErp/src/main/resources/scenarioflows/integrationflow/OrderToErp.iflw"
                ),
            ),
            (
                "src/main/resources/parameters.prop",
                include_str!("../../../samples/order-integration/OrderToErp/src/main/resources/parameters.prop"),
            ),
            (
                "src/main/resources/parameters.propdef",
                include_str!("../../../samples/order-integration/OrderToErp/src/main/resources/parameters.propdef"),
            ),
        ],
    },
    Source {
        id: "OrderStatus",
        name: "Order status to shops",
        kind: ResourceType::IFlow,
        files: &[
            (
                "src/main/resources/scenarioflows/integrationflow/OrderStatus.iflw",
                include_str!(
                    "../../../samples/order-integration/OrderStatus/src/main/resources/scenarioflows/integrationflow/OrderStatus.iflw"
                ),
            ),
            (
                "src/main/resources/parameters.prop",
                include_str!("../../../samples/order-integration/OrderStatus/src/main/resources/parameters.prop"),
            ),
            (
                "src/main/resources/parameters.propdef",
                include_str!("../../../samples/order-integration/OrderStatus/src/main/resources/parameters.propdef"),
            ),
        ],
    },
    Source {
        id: "OrderCodes",
        name: "Order codes",
        kind: ResourceType::ValueMapping,
        files: &[(
            "value_mapping.xml",
            include_str!("../../../samples/order-integration/OrderCodes/value_mapping.xml"),
        )],
    },
    Source {
        id: "OrderScripts",
        name: "Order scripts",
        kind: ResourceType::ScriptCollection,
        files: &[
            (
                "src/main/resources/script/order.groovy",
                include_str!("../../../samples/order-integration/OrderScripts/src/main/resources/script/order.groovy"),
            ),
            (
                "src/main/resources/script/codes.groovy",
                include_str!("../../../samples/order-integration/OrderScripts/src/main/resources/script/codes.groovy"),
            ),
        ],
    },
];

/// The package export (zip): the same bytes each time.
///
/// # Errors
/// When a source file is not what its type wants.
pub fn sample_package() -> Result<Vec<u8>> {
    let mut package = Package::new("OrderIntegration", &reg_id(0), "Order Integration", "1.0.0");
    package.attributes.insert("shortText".to_owned(), vec!["Orders from web shops into an ERP system".to_owned()]);
    for (place, source) in (1..).zip(&SOURCES) {
        let mut artifact = Artifact::new(&reg_id(place), source.id, source.name, "1.0.0", source.kind.clone());
        artifact.content = Some(bundle(source)?);
        package.put(artifact);
    }
    write_package(Vec::new(), &package, &Selection::All, Stamp::FIXED)
}

/// The hidden GUIDs are fixed, as they would be in any export of one and the same package.
fn reg_id(place: u8) -> String {
    format!("0d3e5a6c4b1f4c7e9a2d6f8b1c0e{place:04x}")
}

fn bundle(source: &Source) -> Result<Vec<u8>> {
    let minimal = minimal_bundle(&source.kind, source.id, source.name)?;
    let files = source.files.iter().map(|(path, text)| ((*path).to_owned(), Some(text.as_bytes().to_vec())));
    Bundle::open(&minimal)?.with_files(&files.collect::<BTreeMap<_, _>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn the_sample_is_a_package_with_parameters_and_always_the_same() {
        let bytes = sample_package().unwrap();
        assert_eq!(bytes, sample_package().unwrap());
        let package = Package::read(Cursor::new(bytes), mta::Limits::default()).unwrap();
        let parameters = |id: &str| package.artifact(id).unwrap().bundle().unwrap().parameters().unwrap();
        assert_eq!(package.artifacts.len(), 5);
        assert_eq!(parameters("OrderIntake").len(), 3);
        let senders = package.artifact("OrderIntake").unwrap().bundle().unwrap().senders().unwrap();
        let addresses: Vec<_> = senders.iter().map(|one| (one.adapter.as_str(), &*one.properties["urlPath"])).collect();
        assert_eq!(addresses, [("HTTPS", "{{intake_path}}")]);
        let needs = package.artifact("OrderToErp").unwrap().bundle().unwrap().references().unwrap();
        assert_eq!(needs.into_iter().map(|one| one.id).collect::<Vec<_>>(), ["OrderScripts"]);
        let host = parameters("OrderStatus").into_iter().find(|p| p.name == "sftp_host").unwrap();
        assert_eq!(host.value, "files-dev.example.com:22");
    }
}
