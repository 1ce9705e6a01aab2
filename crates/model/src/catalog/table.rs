//! The rows. Technical names, display names and unique identifiers are those of the original where they are public.

use super::Category::{Application, ElasticService, Platform, Service as Counted};
use super::{Category, Plan, Service};

const INTEGRATION: (&str, &str) = ("INTEGRATION", "Integration");
const FOUNDATION: (&str, &str) = ("FOUNDATION_CROSS_SERVICES", "Foundation / Cross Services");
const DEVELOPMENT: (&str, &str) = ("APPLICATION_DEVELOPMENT_AND_AUTOMATION", "Application Development and Automation");

/// A plan that is instantiated.
const fn instance(key: (&'static str, &'static str, &'static str), category: Category, texts: Texts) -> Plan {
    plan(key, category, true, texts)
}

/// A plan that is subscribed to, or only switched on.
const fn switched(key: (&'static str, &'static str, &'static str), category: Category, texts: Texts) -> Plan {
    plan(key, category, false, texts)
}

/// Display name and description.
type Texts = (&'static str, &'static str);

const fn plan(
    key: (&'static str, &'static str, &'static str),
    category: Category,
    brokered: bool,
    texts: Texts,
) -> Plan {
    Plan {
        service: key.0,
        name: key.1,
        unique_id: key.2,
        display_name: texts.0,
        description: texts.1,
        category,
        brokered,
    }
}

/// All services and applications, in the order in which they are listed.
pub const SERVICES: &[Service] = &[
    Service {
        name: "alm-ts",
        display_name: "Cloud Transport Management",
        description: "Manage the transport of development artifacts and application content between accounts",
        business_category: FOUNDATION,
        tags: &[],
        instances_retrievable: false,
        plans: &[switched(
            ("alm-ts", "standard", "internal-transport-service-application"),
            Application,
            ("Standard", "Subscription to the transport management application"),
        )],
    },
    Service {
        name: "transport",
        display_name: "Cloud Transport Management",
        description: "Manage the transport of development artifacts and application content between accounts",
        business_category: FOUNDATION,
        tags: &["transport"],
        instances_retrievable: false,
        plans: &[
            instance(
                ("transport", "standard", "internal-transport-service-service"),
                ElasticService,
                ("Standard", "Full access to the API of transport management"),
            ),
            instance(
                ("transport", "export", "transport-export"),
                ElasticService,
                ("Export", "Upload files and export to nodes"),
            ),
            instance(
                ("transport", "transport_operator", "transport-transport_operator"),
                ElasticService,
                ("Transport Operator", "Import, reset, forward and delete transport requests"),
            ),
        ],
    },
    Service {
        name: "sapcloudalm",
        display_name: "SAP Cloud ALM",
        description: "Application lifecycle management: change and deployment of the solutions a customer runs",
        business_category: FOUNDATION,
        tags: &[],
        instances_retrievable: false,
        plans: &[switched(
            ("sapcloudalm", "standard", "sapcloudalm-standard"),
            Application,
            ("Standard", "Subscription to SAP Cloud ALM"),
        )],
    },
    Service {
        name: "SAPCloudALMAPIs",
        display_name: "SAP Cloud ALM API",
        description: "Access to the APIs of SAP Cloud ALM",
        business_category: FOUNDATION,
        tags: &["SAPCloudALMAPIs"],
        instances_retrievable: false,
        plans: &[instance(
            ("SAPCloudALMAPIs", "standard", "SAPCloudALMAPIs-standard"),
            Counted,
            ("Standard", "Access to the APIs of SAP Cloud ALM"),
        )],
    },
    Service {
        name: "integrationsuite",
        display_name: "Integration Suite",
        description: "Integrate on-premise and cloud-based processes",
        business_category: INTEGRATION,
        tags: &[],
        instances_retrievable: false,
        plans: &[switched(
            ("integrationsuite", "enterprise_agreement", "integrationsuite-enterprise_agreement"),
            Application,
            ("Enterprise Agreement", "Subscription to Integration Suite with Cloud Integration"),
        )],
    },
    Service {
        name: "it-rt",
        display_name: "SAP Process Integration Runtime",
        description: "Access to the APIs and to the integration flows of a Cloud Integration tenant",
        business_category: INTEGRATION,
        tags: &["it-rt"],
        instances_retrievable: true,
        plans: &[
            instance(("it-rt", "api", "it-rt-api"), Counted, ("api", "Access to the OData API of the tenant")),
            instance(
                ("it-rt", "integration-flow", "it-rt-integration-flow"),
                Counted,
                ("integration-flow", "Calls the integration flows of the tenant"),
            ),
        ],
    },
    Service {
        name: "content-agent",
        display_name: "Content Agent Service",
        description: "Assemble content into archives, and import archives",
        business_category: INTEGRATION,
        tags: &["content-agent"],
        instances_retrievable: true,
        plans: &[
            switched(
                ("content-agent", "free", "content-agent-free"),
                Application,
                ("Free", "Subscription to the Content Agent: export content, and see how it went"),
            ),
            instance(
                ("content-agent", "standard", "content-agent-standard"),
                ElasticService,
                ("Standard", "Assembles content for other services"),
            ),
            instance(
                ("content-agent", "application", "content-agent-application"),
                ElasticService,
                ("Application", "Access to the API with chosen roles"),
            ),
        ],
    },
    Service {
        name: "destination",
        display_name: "Destination Service",
        description: "Keeps where other systems are and how to log on there",
        business_category: DEVELOPMENT,
        tags: &["destination", "conn", "connsvc"],
        instances_retrievable: false,
        plans: &[instance(
            ("destination", "lite", "destination-lite"),
            ElasticService,
            ("lite", "Read and write destinations of the subaccount and of the instance"),
        )],
    },
    Service {
        name: "xsuaa",
        display_name: "Authorization and Trust Management Service",
        description: "A client of its own in the subaccount, and what is needed to check tokens",
        business_category: FOUNDATION,
        tags: &["xsuaa"],
        instances_retrievable: false,
        plans: &[instance(
            ("xsuaa", "application", "xsuaa-application"),
            ElasticService,
            ("application", "The client of an application"),
        )],
    },
    Service {
        name: "cis",
        display_name: "Cloud Management Service",
        description: "Manage accounts, entitlements and subscriptions",
        business_category: FOUNDATION,
        tags: &["cis"],
        instances_retrievable: false,
        plans: &[instance(
            ("cis", "central", "cis-central"),
            ElasticService,
            ("central", "Manage the global account: subaccounts and entitlements"),
        )],
    },
    Service {
        name: "service-manager",
        display_name: "Service Manager",
        description: "Manage service instances and bindings",
        business_category: FOUNDATION,
        tags: &["service-manager"],
        instances_retrievable: false,
        plans: &[instance(
            ("service-manager", "subaccount-admin", "service-manager-subaccount-admin"),
            ElasticService,
            ("subaccount-admin", "Manage the service instances and bindings of the subaccount"),
        )],
    },
    Service {
        name: "cloudfoundry",
        display_name: "Cloud Foundry Environment",
        description: "Creates a Cloud Foundry organization for the subaccount",
        business_category: FOUNDATION,
        tags: &[],
        instances_retrievable: false,
        plans: &[switched(
            ("cloudfoundry", "standard", "cloudfoundry-standard"),
            ElasticService,
            ("standard", "Standard plan for Cloud Foundry environments"),
        )],
    },
    Service {
        name: "APPLICATION_RUNTIME",
        display_name: "Cloud Foundry Runtime",
        description: "Memory for applications in Cloud Foundry, in gigabytes",
        business_category: FOUNDATION,
        tags: &[],
        instances_retrievable: false,
        plans: &[switched(
            ("APPLICATION_RUNTIME", "MEMORY", "APPLICATION_RUNTIME-MEMORY"),
            Platform,
            ("MEMORY", "Memory of applications, in gigabytes"),
        )],
    },
];
