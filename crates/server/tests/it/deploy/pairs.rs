//! What one of our services makes, the next takes: every pair of hops, with the story that walks it.

use super::kit::{Land, archive, is_finished};
use serde_json::json;

struct Pair {
    made: &'static str,
    taken: &'static str,
    story: &'static str,
    told_in: &'static str,
}

macro_rules! pair {
    ($made:literal => $taken:literal, $file:literal $story:literal) => {
        Pair { made: $made, taken: $taken, story: $story, told_in: include_str!($file) }
    };
}

const PAIRS: [Pair; 21] = [
    pair!("tenant: transport of a package" => "Content Agent", "../content/transport.rs" "a_transport_ends_in_the_queue_with_its_description_and_owner"),
    pair!("tenant: export" => "another tenant", "../content/transfer.rs" "real_packages_come_out_as_they_went_in"),
    pair!("tenant: transport module" => "Content Agent", "../content/agent.rs" "selected_components_make_a_package_with_exactly_those"),
    pair!("Destination service: destination" => "Content Agent", "../content/agent.rs" "two_packages_and_a_destination_are_one_archive_with_three_modules"),
    pair!("Content Agent: archive, handed over" => "transport management", "../content/agent.rs" "a_piper_export_ends_in_the_queue_behind_the_source_node"),
    pair!("Content Agent: archive, downloaded" => "transport management", "chain.rs" "a_downloaded_archive_is_uploaded_by_hand_and_deployed_with_the_values_of_its_node"),
    pair!("Content Agent: archive of each kind" => "deploy service", "hops.rs" "every_kind_of_content_and_all_together_are_deployed"),
    pair!("Content Agent: archive" => "extension descriptor", "hops.rs" "values_of_a_target_are_set_in_what_was_exported"),
    pair!("Cloud ALM: key" => "its pass-through", "../change/passing.rs" "a_key_with_both_authorities_exports_and_the_transport_is_offered"),
    pair!("Cloud ALM: pass-through" => "transport management", "../change/passing.rs" "a_body_goes_through_as_it_came"),
    pair!("Cloud ALM: deployment" => "transport management", "../change/deploy.rs" "a_deployment_moves_label_target_and_history"),
    pair!("transport management: forward" => "the next node", "../transport/forward.rs" "a_virtual_node_skips_and_hands_on_to_all_by_its_mode"),
    pair!("transport management: import" => "deploy service", "chain.rs" "what_the_content_agent_exports_arrives_through_a_transport_node"),
    pair!("transport management: extension descriptor" => "deploy service", "chain.rs" "a_downloaded_archive_is_uploaded_by_hand_and_deployed_with_the_values_of_its_node"),
    pair!("deploy service: instance and key" => "deploy service again", "lifecycle.rs" "the_instance_and_its_key_are_made_if_absent_and_used_again"),
    pair!("deploy service: instance and key" => "Cloud Foundry, tenant", "pairs.rs" "a_key_that_a_deployment_made_opens_the_tenant"),
    pair!("deploy service: package" => "tenant", "protocol.rs" "the_conversation_of_2017_deploys_an_archive"),
    pair!("deploy service: configuration values" => "tenant", "configuration.rs" "values_of_an_extension_are_set_in_the_tenant_and_never_repeated"),
    pair!("deploy service: destinations" => "Destination service", "hops.rs" "destinations_arrive_without_their_secrets_and_keep_those_of_the_target"),
    pair!("Cloud Foundry: instance" => "deploy service", "descriptor.rs" "an_instance_that_is_there_gets_what_the_archive_asks_for"),
    pair!("everything" => "everything", "../change/story.rs" "from_the_feature_to_production"),
];

#[test]
fn every_pair_has_its_story() {
    for Pair { made, taken, story, told_in } in &PAIRS {
        assert!(told_in.contains(&format!("async fn {story}()")), "{made} -> {taken}: {story}");
    }
}

#[tokio::test]
async fn a_key_that_a_deployment_made_opens_the_tenant() {
    let land = Land::start().await;
    let package = land.package("Alpha").await;
    is_finished(&land.deploy(archive("1.0.0", &[("Alpha", &package)]), &[]).await.1);
    let name = "Alpha-process_integration_transport_instance-credentials";
    let keys = format!("/v3/service_credential_bindings?names={name}");
    let found = land.kit.get(&land.kit.admin, &keys).await.good();
    assert_eq!(found["pagination"]["total_results"], 1, "{found}");
    let key = crate::cf::kit::guid(&found["resources"][0]);
    let details = format!("/v3/service_credential_bindings/{key}/details");
    let credentials = land.kit.get(&land.kit.admin, &details).await.good()["credentials"]["oauth"].clone();
    let text = |name: &str| credentials[name].as_str().expect("a key of it-rt").to_owned();
    let base = text("tokenurl");
    let base = base.strip_suffix("/oauth/token").expect("a token URL");
    let token = land.kit.app.client_token(base, &text("clientid"), &text("clientsecret")).await;
    let path = "/cpi/dev/api/1.0/transportmodule/Transport?type=CloudIntegration";
    let listed = land.kit.app.get(path).bearer(&token).good().await;
    assert!(listed.to_string().contains("\"Alpha\""), "{listed}");
    assert_ne!(text("url"), json!(""));
}
