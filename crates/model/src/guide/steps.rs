//! The list of steps: the one place that says what the guide consists of.

/// One step of the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its number in the checklist.
    pub number: u8,
    pub actor: &'static str,
    pub title: &'static str,
    /// What to do when it fails.
    pub fix: &'static str,
}

const fn step(number: u8, actor: &'static str, title: &'static str, fix: &'static str) -> Step {
    Step { number, actor, title, fix }
}

/// All steps, in order. Steps 33 to 36 are done for TEST and PROD; 36b of the checklist is a variant and not run.
pub const STEPS: [Step; 55] = [
    step(
        0,
        "Administrator",
        "Prepare what the guide presupposes",
        "Look at the server's log; the landscape must be empty of this prefix, or choose another one with --prefix",
    ),
    step(1, "Global account administrator", "Open the Cloud ALM subaccount", "Create the subaccount first (step 0)"),
    step(
        2,
        "Global account administrator",
        "Look for the entitlement of Cloud Transport Management",
        "Nothing to fix: absent means that step 3 adds it",
    ),
    step(
        3,
        "Global account administrator",
        "Find its service plans",
        "The global account needs quota for alm-ts, plan standard",
    ),
    step(
        4,
        "Global account administrator",
        "Choose the plan standard (application)",
        "The plan of category APPLICATION is the one to choose, not the instance plan",
    ),
    step(5, "Global account administrator", "Save the entitlement", "Check the remaining quota of the global account"),
    step(
        6,
        "Subaccount administrator",
        "Subscribe to Cloud Transport Management",
        "Add the entitlement first (steps 2 to 5)",
    ),
    step(
        7,
        "Subaccount administrator",
        "See the subscription",
        "Wait until it is SUBSCRIBED; unsubscribe and subscribe again when it failed",
    ),
    step(
        8,
        "Subaccount administrator",
        "Assign TMS_Viewer_RC and TMS_LandscapeOperator_RC",
        "The role collections come with the subscription (step 6)",
    ),
    step(
        9,
        "Landscape operator",
        "Go to the application",
        "Log on again after the role collections were assigned (step 8)",
    ),
    step(
        10,
        "Integration administrator",
        "Content Agent: instance and key in the source subaccount",
        "Entitle content-agent, plan standard, and have Space Developer in the space",
    ),
    step(
        11,
        "Integration administrator",
        "Process Integration Runtime: instance of plan api and key",
        "The instance needs the role WorkspacePackagesTransport",
    ),
    step(
        12,
        "Integration administrator",
        "Set the transport mode of the tenant",
        "Needs the role collection PI_Administrator in the source subaccount",
    ),
    step(
        13,
        "Integration administrator",
        "Destination ContentAssemblyService",
        "URL is the key's top-level url, the token URL is uaa.url + /oauth/token",
    ),
    step(
        14,
        "Integration administrator",
        "Destination CloudIntegration",
        "URL is the key's url + /api/1.0/transportmodule/Transport",
    ),
    step(
        15,
        "Global account administrator",
        "List the spaces of the Cloud ALM subaccount",
        "Enable Cloud Foundry in the subaccount",
    ),
    step(16, "Global account administrator", "Create the space for the Cloud ALM API", "Needs Org Manager"),
    step(
        17,
        "Global account administrator",
        "Look for the entitlement SAP Cloud ALM API",
        "Nothing to fix: absent means that step 18 adds it",
    ),
    step(
        18,
        "Global account administrator",
        "Find the plans of SAP Cloud ALM API",
        "The global account needs quota for SAPCloudALMAPIs, plan standard",
    ),
    step(19, "Global account administrator", "Choose the plan standard", "The plan is numeric: assign an amount of 1"),
    step(20, "Global account administrator", "Save the entitlement", "Check the remaining quota of the global account"),
    step(21, "Space developer", "Open the service instances of the space", "Needs Space Developer in the space"),
    step(
        22,
        "Space developer",
        "Name the instance",
        "At most 32 letters, digits, periods, hyphens or underscores; not used by another instance",
    ),
    step(
        23,
        "Space developer",
        "Give the parameters with the two authorities",
        "The authorities must be spelled exactly; an unknown one is refused by name",
    ),
    step(24, "Space developer", "Create the instance", "The failed job says why"),
    step(25, "Space developer", "Create the service key", "The name must be new for this instance"),
    step(26, "Space developer", "Read the service key", "Needs Space Developer in the space"),
    step(
        27,
        "Integration administrator",
        "Destination TransportManagementService: name and type",
        "The name is case-sensitive",
    ),
    step(
        28,
        "Integration administrator",
        "… URL of the pass-through",
        "endpoints.Api of the key + /imp-cdm-transport-management-api/v1",
    ),
    step(29, "Integration administrator", "… client credentials", "clientid and clientsecret of the key's uaa section"),
    step(30, "Integration administrator", "… token service URL", "uaa.url of the key + /oauth/token"),
    step(
        31,
        "Integration administrator",
        "… property sourceSystemId",
        "The key is case-sensitive; its value is the name of the source node",
    ),
    step(
        32,
        "Integration administrator",
        "Check the connection",
        "404 at the root is the expected answer; anything from 500 on is not",
    ),
    step(
        33,
        "Subaccount administrator",
        "Destinations to the targets: names",
        "In the subaccount that is subscribed to Cloud Transport Management",
    ),
    step(
        34,
        "Subaccount administrator",
        "… URLs of the deploy service",
        "<deploy service>/slprot/<org>/<space>/slp, names percent-encoded, or with the space's GUID",
    ),
    step(
        35,
        "Subaccount administrator",
        "… validate the domain",
        "GET /public/ping of the deploy service answers 200 on the right domain",
    ),
    step(
        36,
        "Subaccount administrator",
        "… deploy user and password",
        "The user needs Space Developer in the target space",
    ),
    step(
        37,
        "Landscape operator",
        "Create the source node",
        "Its name must be the sourceSystemId of step 31, with uploads allowed",
    ),
    step(
        38,
        "Landscape operator",
        "Create the target nodes",
        "Content type MTA, and the destination of steps 33 to 36",
    ),
    step(39, "Landscape operator", "Create the routes", "A node can be the target of one route only"),
    step(
        40,
        "Landscape operator",
        "See that every node forwards automatically",
        "Set the forward mode to Pre-Import (AUTO); with Manual, production stays empty",
    ),
    step(41, "Landscape operator", "See that the landscape is linear", "Each node has at most one successor"),
    step(42, "Integration administrator", "Check the configuration", "Follow the fix of the line that is not ok"),
    step(43, "Project lead", "Create a feature", "Needs to be a lead of the project"),
    step(44, "Developer", "Start the implementation", "Needs the role Developer and the feature In Specification"),
    step(
        45,
        "Developer",
        "Export the package for transport",
        "The activity's log says which destination or node failed",
    ),
    step(46, "Developer", "Assign the transport to the feature", "Refresh; a transport belongs to one feature only"),
    step(47, "Deployment manager", "Deploy to TEST", "A transport that is scheduled already cannot be deployed again"),
    step(
        48,
        "Deployment manager",
        "See the deployment to TEST end",
        "The import's log in TEST says what failed; repair it and deploy again",
    ),
    step(49, "Developer", "Hand over to test", "The feature must be In Implementation"),
    step(50, "Tester", "Confirm the successful test", "Every transport must be deployed in all test nodes"),
    step(51, "Change manager", "Approve for production", "Needs the role Change Manager"),
    step(
        52,
        "Deployment manager",
        "Deploy to PROD",
        "The import's log in PROD says what failed; repair it and deploy again",
    ),
    step(53, "Landscape operator", "Read the action logs of PROD", "Each action must have its log"),
    step(54, "Project lead", "Confirm the deployment", "Every transport must have reached the last node"),
];

#[cfg(test)]
mod tests {
    use super::STEPS;

    #[test]
    fn every_step_stands_at_its_number() {
        for (place, step) in STEPS.iter().enumerate() {
            assert_eq!(usize::from(step.number), place);
        }
    }
}
