//! One look per step.

use super::accounts::{Entitlement, alm_key, alm_subaccount, content_agent, entitlement, key_works, subaccounts};
use super::calls::Calls;
use super::findings::{Finding, Looked};
use super::transport::Stop;
use super::{destinations, people, transport};

const TRANSPORT: &str = "alm-ts";
const ALM_API: &str = "SAPCloudALMAPIs";
const MOVED: &str = "Status changed";

/// The look at this step.
pub(super) async fn at(calls: &mut Calls<'_>, number: u8) -> Finding {
    let found = match number {
        0..=26 => before(calls, number).await,
        27..=42 => landscape(calls, number).await,
        _ => change(calls, number).await,
    };
    found.unwrap_or_else(|ended| ended)
}

/// Subaccounts, entitlements, keys.
async fn before(calls: &mut Calls<'_>, number: u8) -> Looked {
    match number {
        0 => subaccounts(calls).await,
        1 => alm_subaccount(calls).await,
        2 => entitlement(calls, TRANSPORT, Entitlement::Listed).await,
        3 => entitlement(calls, TRANSPORT, Entitlement::Plan).await,
        4 => entitlement(calls, TRANSPORT, Entitlement::Choice).await,
        5 => entitlement(calls, TRANSPORT, Entitlement::Saved).await,
        6 | 7 => transport::answers(calls).await,
        8 => people::operator_roles(calls).await,
        9 => people::application(calls).await,
        10 => content_agent(calls).await,
        11 => key_works(calls, "it-rt-dev").await,
        12 => people::transport_mode(calls).await,
        13 => {
            let wanted = calls.text("content-agent-dev", "/url").map(|url| url.trim_end_matches('/').to_owned());
            destinations::with_key(calls, "ContentAssemblyService", wanted).await
        }
        14 => {
            let url = calls.text("it-rt-dev", "/oauth/url");
            let wanted = url.map(|url| format!("{}/api/1.0/transportmodule/Transport", url.trim_end_matches('/')));
            destinations::with_key(calls, "CloudIntegration", wanted).await
        }
        17 => entitlement(calls, ALM_API, Entitlement::Listed).await,
        18 => entitlement(calls, ALM_API, Entitlement::Plan).await,
        19 => entitlement(calls, ALM_API, Entitlement::Choice).await,
        20 => entitlement(calls, ALM_API, Entitlement::Saved).await,
        21..=26 => alm_key(calls).await,
        _ => not_alone(),
    }
}

/// Destinations, nodes and routes.
async fn landscape(calls: &mut Calls<'_>, number: u8) -> Looked {
    match number {
        27 => destinations::pass_through_type(calls).await,
        28 => destinations::pass_through_url(calls).await,
        29 => destinations::pass_through_credentials(calls).await,
        30 => destinations::pass_through_token_url(calls).await,
        31 => destinations::source_system(calls).await,
        32 => destinations::pass_through_root(calls).await,
        33 => destinations::target_names(calls).await,
        34 => destinations::target_urls(calls).await,
        35 => destinations::ping(calls).await,
        36 => destinations::deploy_users(calls).await,
        37 => transport::source_node(calls).await,
        38 => transport::target_nodes(calls).await,
        39 => transport::all_routes(calls).await,
        40 => transport::forward_modes(calls).await,
        41 => transport::linear(calls).await,
        _ => people::configuration_check(calls).await,
    }
}

/// The way of a change.
async fn change(calls: &mut Calls<'_>, number: u8) -> Looked {
    match number {
        43 => people::created(calls).await,
        44 => people::happened(calls, MOVED, "In Implementation").await,
        45 => transport::exported(calls).await,
        46 => people::happened(calls, "Transport request assigned", "").await,
        47 | 48 => transport::imported(calls, Stop::Test).await,
        49 => people::happened(calls, MOVED, "In Testing").await,
        50 => people::happened(calls, MOVED, "Successfully Tested").await,
        51 => people::happened(calls, MOVED, "Ready for Production").await,
        52 => transport::imported(calls, Stop::Production).await,
        53 => transport::logs(calls).await,
        54 => people::happened(calls, MOVED, "Deployed").await,
        _ => not_alone(),
    }
}

/// A space and its Cloud ALM instance cannot be seen with a service key.
fn not_alone() -> Looked {
    Err(Finding::not_checkable("no service key shows this; step 25 shows that it was done"))
}
