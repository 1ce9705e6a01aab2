//! What a tenant declares about its entities: names, keys and types of the original, of the sets that are served.

use odata::v2::{EntityType, Kind, Navigation, Operation, Parameter, Property, Schema};

const fn many(name: &'static str, target: &'static str) -> Navigation {
    Navigation { name, target, many: true }
}

/// Integration packages.
pub(super) static PACKAGE: &EntityType = &TYPES[0];
/// Externalised parameters.
pub(super) static CONFIGURATION: &EntityType = &TYPES[5];
/// Scripts, mappings, schemas.
pub(super) static RESOURCE: &EntityType = &TYPES[6];
/// Values of custom tags.
pub(super) static CUSTOM_TAG: &EntityType = &TYPES[7];
/// Definitions of custom tags.
pub(super) static TAG_CONFIGURATION: &EntityType = &TYPES[8];
/// Locks.
pub(super) static LOCK: &EntityType = &TYPES[9];
/// Deployed artifacts.
pub(super) static RUNTIME: &EntityType = &TYPES[10];
/// Tasks.
pub(super) static BUILD_STATUS: &EntityType = &TYPES[11];
/// Why a deployed artifact did not start.
pub(super) static ERROR_INFORMATION: &EntityType = &TYPES[12];
/// Where deployed flows listen.
pub(super) static ENDPOINT: &EntityType = &TYPES[13];
/// At which URLs.
pub(super) static ENTRY_POINT: &EntityType = &TYPES[14];
/// What messages went through flows.
pub(super) static MESSAGE: &EntityType = &TYPES[15];
/// What deployed APIs offer.
pub(super) static API_DEFINITION: &EntityType = &TYPES[16];

/// The service.
pub(super) static SCHEMA: Schema =
    Schema { namespace: "com.sap.hci.api", container: "EntityContainer", types: TYPES, operations: OPERATIONS };

/// A kind of artifact with a set of its own.
#[derive(Debug)]
pub(super) struct ArtifactKind {
    /// In packages: `IFlow`.
    pub(super) kind: &'static str,
    /// In names of operations: `Integration`.
    pub(super) stem: &'static str,
    pub(super) ty: &'static EntityType,
}

/// Kinds of artifacts, in the order of their types.
pub(super) static ARTIFACTS: [ArtifactKind; 4] = [
    ArtifactKind { kind: "IFlow", stem: "Integration", ty: &TYPES[1] },
    ArtifactKind { kind: "MessageMapping", stem: "MessageMapping", ty: &TYPES[2] },
    ArtifactKind { kind: "ValueMapping", stem: "ValueMapping", ty: &TYPES[3] },
    ArtifactKind { kind: "ScriptCollection", stem: "ScriptCollection", ty: &TYPES[4] },
];

/// The kind whose set this is.
pub(super) fn kind_of_set(set: &str) -> Option<&'static ArtifactKind> {
    ARTIFACTS.iter().find(|kind| kind.ty.set == set)
}

static TYPES: &[EntityType] = &[
    EntityType {
        name: "IntegrationPackage",
        set: "IntegrationPackages",
        properties: &[
            Property::key("Id"),
            Property::required("Name"),
            Property::required("ResourceId"),
            Property::required("ShortText"),
            Property::text("Description"),
            Property::text("Version"),
            Property::text("Vendor"),
            Property::of("PartnerContent", Kind::Boolean),
            Property::of("UpdateAvailable", Kind::Boolean),
            Property::text("Mode"),
            Property::text("SupportedPlatform"),
            Property::text("Products"),
            Property::text("Keywords"),
            Property::text("Countries"),
            Property::text("Industries"),
            Property::text("LineOfBusiness"),
            Property::text("CreatedBy"),
            Property::text("CreationDate"),
            Property::text("ModifiedBy"),
            Property::text("ModifiedDate"),
            Property::of("PackageContent", Kind::Binary),
        ],
        complex: &[],
        navigation: &[
            many("CustomTags", "CustomTag"),
            many("IntegrationDesigntimeArtifacts", "IntegrationDesigntimeArtifact"),
            many("MessageMappingDesigntimeArtifacts", "MessageMappingDesigntimeArtifact"),
            many("ValueMappingDesigntimeArtifacts", "ValueMappingDesigntimeArtifact"),
            many("ScriptCollectionDesigntimeArtifacts", "ScriptCollectionDesigntimeArtifact"),
        ],
        media: true,
    },
    EntityType {
        name: "IntegrationDesigntimeArtifact",
        set: "IntegrationDesigntimeArtifacts",
        properties: &[
            Property::key("Id"),
            Property::key("Version"),
            Property::text("Name"),
            Property::text("PackageId"),
            Property::text("Description"),
            Property::text("Sender"),
            Property::text("Receiver"),
            Property::text("Comment"),
            Property::text("CreatedBy"),
            Property::text("CreatedAt"),
            Property::text("ModifiedBy"),
            Property::text("ModifiedAt"),
            Property::of("ArtifactContent", Kind::Binary),
        ],
        complex: &[],
        navigation: &[many("Configurations", "Configuration"), many("Resources", "Resource")],
        media: true,
    },
    EntityType {
        name: "MessageMappingDesigntimeArtifact",
        set: "MessageMappingDesigntimeArtifacts",
        properties: NAMED,
        complex: &[],
        navigation: &[many("Resources", "Resource")],
        media: true,
    },
    EntityType {
        name: "ValueMappingDesigntimeArtifact",
        set: "ValueMappingDesigntimeArtifacts",
        properties: NAMED,
        complex: &[],
        navigation: &[],
        media: true,
    },
    EntityType {
        name: "ScriptCollectionDesigntimeArtifact",
        set: "ScriptCollectionDesigntimeArtifacts",
        properties: &[
            Property::key("Id"),
            Property::key("Version"),
            Property::text("Name"),
            Property::text("PackageId"),
            Property::text("Description"),
            Property::of("ArtifactContent", Kind::Binary),
        ],
        complex: &[],
        navigation: &[many("Resources", "Resource")],
        media: true,
    },
    EntityType {
        name: "Configuration",
        set: "Configurations",
        properties: &[
            Property::key("ParameterKey"),
            Property::text("ParameterValue"),
            Property::text("DataType"),
            Property::text("Description"),
        ],
        complex: &[],
        navigation: &[],
        media: false,
    },
    EntityType {
        name: "Resource",
        set: "Resources",
        properties: &[
            Property::key("Name"),
            Property::key("ResourceType"),
            Property::text("ReferencedResourceType"),
            Property::of("ResourceContent", Kind::Binary),
            Property::of("ResourceSize", Kind::Int64),
            Property::text("ResourceSizeUnit"),
        ],
        complex: &[],
        navigation: &[],
        media: true,
    },
    EntityType {
        name: "CustomTag",
        set: "CustomTags",
        properties: &[Property::key("Name"), Property::text("Value")],
        complex: &[],
        navigation: &[],
        media: false,
    },
    EntityType {
        name: "CustomTagConfiguration",
        set: "CustomTagConfigurations",
        properties: &[Property::key("Id"), Property::of("CustomTagsConfigurationContent", Kind::Binary)],
        complex: &[],
        navigation: &[],
        media: true,
    },
    EntityType {
        name: "IntegrationDesigntimeLock",
        set: "IntegrationDesigntimeLocks",
        properties: &[
            Property::key("ResourceId"),
            Property::required("ArtifactId"),
            Property::text("ArtifactName"),
            Property::text("ArtifactType"),
            Property::text("PackageId"),
            Property::text("PackageName"),
            Property::of("CreatedAt", Kind::DateTime),
            Property::text("CreatedBy"),
        ],
        complex: &[],
        navigation: &[],
        media: false,
    },
    EntityType {
        name: "IntegrationRuntimeArtifact",
        set: "IntegrationRuntimeArtifacts",
        properties: &[
            Property::key("Id"),
            Property::text("Version"),
            Property::text("Name"),
            Property::text("Type"),
            Property::text("DeployedBy"),
            Property::of("DeployedOn", Kind::DateTime),
            Property::text("Status"),
        ],
        complex: &[],
        navigation: &[Navigation { name: "ErrorInformation", target: "RuntimeArtifactErrorInformation", many: false }],
        media: false,
    },
    EntityType {
        name: "BuildAndDeployStatus",
        set: "BuildAndDeployStatus",
        properties: &[Property::key("TaskId"), Property::text("Status")],
        complex: &[],
        navigation: &[],
        media: false,
    },
    EntityType {
        name: "RuntimeArtifactErrorInformation",
        set: "RuntimeArtifactErrorInformations",
        properties: &[Property::key("Id")],
        complex: &[],
        navigation: &[],
        media: true,
    },
    EntityType {
        name: "ServiceEndpoint",
        set: "ServiceEndpoints",
        properties: &[
            Property::key("Id"),
            Property::text("Name"),
            Property::required("Title"),
            Property::required("Version"),
            Property::required("Summary"),
            Property::required("Description"),
            Property::of("LastUpdated", Kind::DateTime),
            Property::text("Protocol"),
        ],
        complex: &[],
        navigation: &[many("EntryPoints", "EntryPoint"), many("ApiDefinitions", "APIDefinition")],
        media: false,
    },
    EntityType {
        name: "EntryPoint",
        set: "EntryPoints",
        properties: &[
            Property::text("Name"),
            Property::key("Url"),
            Property::text("Type"),
            Property::text("AdditionalInformation"),
        ],
        complex: &[],
        navigation: &[],
        media: false,
    },
    EntityType {
        name: "MessageProcessingLog",
        set: "MessageProcessingLogs",
        properties: MESSAGE_PROPERTIES,
        complex: MESSAGE_PATHS,
        navigation: &[],
        media: false,
    },
    EntityType {
        name: "APIDefinition",
        set: "APIDefinitions",
        properties: &[Property::key("Url"), Property::text("Name")],
        complex: &[],
        navigation: &[],
        media: false,
    },
];

/// Clients ask for the messages of an artifact.
const MESSAGE_PATHS: &[&str] = &[
    "IntegrationArtifact/Id",
    "IntegrationArtifact/Name",
    "IntegrationArtifact/Type",
    "IntegrationArtifact/PackageId",
    "IntegrationArtifact/PackageName",
];

const MESSAGE_PROPERTIES: &[Property] = &[
    Property::key("MessageGuid"),
    Property::text("CorrelationId"),
    Property::text("ApplicationMessageId"),
    Property::text("ApplicationMessageType"),
    Property::of("LogStart", Kind::DateTime),
    Property::of("LogEnd", Kind::DateTime),
    Property::text("Sender"),
    Property::text("Receiver"),
    Property::text("IntegrationFlowName"),
    Property::text("Status"),
    Property::text("CustomStatus"),
    Property::text("LogLevel"),
    Property::text("TransactionId"),
    Property::text("PreviousComponentName"),
    Property::text("LocalComponentName"),
    Property::text("OriginComponentName"),
];

const NAMED: &[Property] = &[
    Property::key("Id"),
    Property::key("Version"),
    Property::required("Name"),
    Property::required("PackageId"),
    Property::text("Description"),
    Property::of("ArtifactContent", Kind::Binary),
];

const ID: Parameter = Parameter { name: "Id", optional: false };
const VERSION: Parameter = Parameter { name: "Version", optional: false };
const SAVE_AS: Parameter = Parameter { name: "SaveAsVersion", optional: false };

const fn deploy(name: &'static str) -> Operation {
    Operation { name, method: "POST", returns: None, parameters: &[ID, VERSION] }
}

const fn save_as(name: &'static str, returns: &'static str) -> Operation {
    Operation { name, method: "POST", returns: Some(returns), parameters: &[ID, SAVE_AS] }
}

static OPERATIONS: &[Operation] = &[
    deploy("DeployIntegrationDesigntimeArtifact"),
    deploy("DeployMessageMappingDesigntimeArtifact"),
    deploy("DeployValueMappingDesigntimeArtifact"),
    deploy("DeployScriptCollectionDesigntimeArtifact"),
    save_as("IntegrationDesigntimeArtifactSaveAsVersion", "IntegrationDesigntimeArtifact"),
    save_as("MessageMappingDesigntimeArtifactSaveAsVersion", "MessageMappingDesigntimeArtifact"),
    save_as("ValueMappingDesigntimeArtifactSaveAsVersion", "ValueMappingDesigntimeArtifact"),
    save_as("ScriptCollectionDesigntimeArtifactSaveAsVersion", "ScriptCollectionDesigntimeArtifact"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_types_stand_where_the_code_thinks() {
        let named = [
            (PACKAGE, "IntegrationPackages"),
            (CONFIGURATION, "Configurations"),
            (RESOURCE, "Resources"),
            (CUSTOM_TAG, "CustomTags"),
            (TAG_CONFIGURATION, "CustomTagConfigurations"),
            (LOCK, "IntegrationDesigntimeLocks"),
            (RUNTIME, "IntegrationRuntimeArtifacts"),
            (BUILD_STATUS, "BuildAndDeployStatus"),
            (ERROR_INFORMATION, "RuntimeArtifactErrorInformations"),
            (ENDPOINT, "ServiceEndpoints"),
            (ENTRY_POINT, "EntryPoints"),
            (MESSAGE, "MessageProcessingLogs"),
            (API_DEFINITION, "APIDefinitions"),
        ];
        for (ty, set) in named {
            assert_eq!(ty.set, set);
        }
        for kind in &ARTIFACTS {
            assert_eq!(kind.ty.set, format!("{}DesigntimeArtifacts", kind.stem));
        }
    }
}
