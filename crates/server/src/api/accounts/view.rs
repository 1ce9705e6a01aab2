//! Our types as the account services show them.

mod entitled;

pub(super) use entitled::{Filter, assignments};

use ::wire::accounts as wire;
use ::wire::accounts::provisioning::{AvailableEnvironment, Environment as WireEnvironment};
use ::wire::accounts::saas::Application as WireApplication;
use engine::Cx;
use engine::cf::environment::{self, Environment};
use engine::platform::account::{GlobalAccount, Subaccount};
use engine::platform::cis_job::Number;
use engine::platform::subscription::{self, Application};
use model::account::Labels;
use model::{Time, catalog};
use serde_json::{Map, Value, json};

/// When something is shown: the answer to an order says that it has only begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    /// In answer to its creation.
    Started(Number),
    Listed,
    /// By itself.
    Single,
    /// In answer to a change.
    Updated,
    /// In answer to its deletion.
    Deleting(Number),
}

impl Moment {
    fn job(self) -> Option<String> {
        match self {
            Self::Started(job) | Self::Deleting(job) => Some(job.to_string()),
            _ => None,
        }
    }
}

/// `Jul 20, 2026, 8:02:26 AM`.
fn date(time: Time) -> String {
    time.format("%b %-d, %Y, %-I:%M:%S %p")
}

/// The global account; with its subaccounts when they are asked for.
pub(super) fn global(global: &GlobalAccount, subaccounts: Option<&[Subaccount]>) -> wire::GlobalAccount {
    let guid = global.id.0.to_string();
    let created = date(global.created_at);
    let text = str::to_owned;
    wire::GlobalAccount {
        guid: guid.clone(),
        display_name: global.name.clone(),
        description: String::new(),
        subdomain: global.subdomain.clone(),
        global_account_guid: guid.clone(),
        parent_guid: guid,
        parent_type: text("ROOT"),
        commercial_model: text("Subscription"),
        consumption_based: false,
        license_type: text("CUSTOMER"),
        geo_access: text("STANDARD"),
        contract_status: text("ACTIVE"),
        origin: text("ORDER"),
        entity_state: text("OK"),
        state_message: text("Global account created."),
        created_date: created.clone(),
        modified_date: created,
        children: subaccounts.map(|_| Vec::new()),
        subaccounts: subaccounts.map(|all| all.iter().map(|one| subaccount(global, one, Moment::Listed)).collect()),
    }
}

/// A subaccount. Dates are milliseconds after an update only, as in the original.
pub(super) fn subaccount(global: &GlobalAccount, one: &Subaccount, moment: Moment) -> wire::Subaccount {
    let (guid, parent) = (one.id.text(), global.id.0.to_string());
    let begun = matches!(moment, Moment::Started(_));
    let dated = |time: Time| match moment {
        Moment::Updated => json!(time.millis()),
        _ => json!(date(time)),
    };
    let (state, message) = match moment {
        Moment::Started(_) => ("STARTED", None),
        Moment::Deleting(_) => ("DELETING", Some("Delete subaccount entity")),
        Moment::Updated => ("OK", Some("Subaccount updated.")),
        Moment::Listed | Moment::Single => ("OK", Some("Subaccount created.")),
    };
    wire::Subaccount {
        technical_name: if begun { "N/A".to_owned() } else { guid.clone() },
        display_name: one.name.clone(),
        global_account_guid: parent.clone(),
        parent_guid: parent.clone(),
        parent_type: "ROOT".to_owned(),
        region: one.region.clone(),
        subdomain: one.subdomain.clone(),
        beta_enabled: one.beta,
        used_for_production: one.production.name().to_owned(),
        description: (!begun).then(|| one.description.clone()),
        state: state.to_owned(),
        state_message: message.map(str::to_owned),
        labels: (!begun).then(|| one.labels.clone()),
        custom_properties: (!begun).then(|| custom_properties(&guid, &one.labels)),
        parent_features: (!begun).then(|| vec!["DEFAULT".to_owned(), "ENTITLEMENTS".to_owned()]),
        closest_parent_guid: (moment == Moment::Single).then_some(parent),
        content_automation_state: (moment == Moment::Updated).then_some(Value::Null),
        created_date: dated(one.created_at),
        created_by: one.created_by.clone(),
        modified_date: dated(one.modified_at),
        contract_status: "ACTIVE".to_owned(),
        last_modified_by: one.modified_by.clone(),
        job_id: moment.job(),
        guid,
    }
}

fn custom_properties(guid: &str, labels: &Labels) -> Vec<wire::CustomProperty> {
    let property = |(key, values): (&String, &Vec<String>)| wire::CustomProperty {
        account_guid: guid.to_owned(),
        key: key.clone(),
        value: values.first().cloned().unwrap_or_default(),
    };
    labels.iter().map(property).collect()
}

/// The one environment that can be made in an entitled subaccount.
pub(super) fn available_environment(subaccount: &Subaccount) -> AvailableEnvironment {
    let schema = json!({"type": "object", "properties": {"instance_name": {"type": "string"}}}).to_string();
    let label = format!("cf-{}", subaccount.region);
    AvailableEnvironment {
        availability_level: "GA".to_owned(),
        create_schema: schema.clone(),
        description: "Standard plan for Cloud Foundry environments".to_owned(),
        environment_type: environment::SERVICE.to_owned(),
        landscape_label: label.clone(),
        plan_name: environment::PLAN.to_owned(),
        plan_updatable: false,
        service_description: "Creates a Cloud Foundry organization for the subaccount".to_owned(),
        service_display_name: "Cloud Foundry Runtime".to_owned(),
        service_name: environment::SERVICE.to_owned(),
        technical_key: label,
        update_schema: schema,
    }
}

/// An environment. Consumers parse `labels` to find the API and the organization.
pub(super) fn environment(cx: &Cx, one: &Environment, moment: Moment) -> WireEnvironment {
    let subaccount = one.subaccount.id.text();
    let labels = json!({
        "API Endpoint": cx.addresses().cf(),
        "Org Name": one.org_name,
        "Org ID": one.org.text(),
        "Org Memory Limit": format!("{}MB", thousands(one.memory * 1024)),
    });
    let (state, message, kind) = match moment {
        Moment::Started(_) => ("CREATING", "Creating environment instance.", "Provision"),
        Moment::Deleting(_) => ("DELETING", "Deleting environment instance.", "Deprovision"),
        _ => ("OK", "Environment instance created.", "Provision"),
    };
    let service = catalog::service(environment::SERVICE);
    let plan = catalog::plan(environment::SERVICE, environment::PLAN);
    WireEnvironment {
        id: upper(one.id),
        name: one.name.clone(),
        broker_id: upper(catalog::broker_id()),
        global_account_guid: one.global.id.0.to_string(),
        subaccount_guid: subaccount.clone(),
        tenant_id: subaccount,
        service_id: service.map(|service| service.id().to_string()).unwrap_or_default(),
        plan_id: plan.map(|plan| plan.id().to_string()).unwrap_or_default(),
        operation: "provision".to_owned(),
        parameters: Value::Object(one.parameters.clone()).to_string(),
        labels: labels.to_string(),
        custom_labels: Map::new(),
        kind: kind.to_owned(),
        status: if state == "OK" { "Processed" } else { "Processing" }.to_owned(),
        environment_type: environment::SERVICE.to_owned(),
        landscape_label: format!("cf-{}", one.subaccount.region),
        platform_id: one.org.text(),
        created_by: one.created_by.clone(),
        created_date: date(one.created_at),
        modified_date: date(one.modified_at),
        state: state.to_owned(),
        state_message: message.to_owned(),
        service_name: environment::SERVICE.to_owned(),
        plan_name: environment::PLAN.to_owned(),
        job_id: moment.job(),
    }
}

fn upper(id: uuid::Uuid) -> String {
    id.to_string().to_uppercase()
}

/// `1,024`.
fn thousands(number: i64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// An application as a subaccount sees it. Dates are text here, always.
pub(super) fn application(cx: &Cx, one: &Application) -> WireApplication {
    let subscription = one.subscription.as_ref();
    let subaccount = one.subaccount.id.text();
    let (category, category_display_name) = one.service.business_category;
    let provider = one.global.id.0.to_string();
    let state = if subscription.is_some() { "SUBSCRIBED" } else { "NOT_SUBSCRIBED" };
    let app = subscription::app_of(one.service.name);
    WireApplication {
        subscription_url: subscription.map(|_| opens_at(cx, one)),
        subscribed_tenant_id: subscription.map(|_| subaccount.clone()),
        subscribed_subaccount_id: subscription.map(|_| subaccount),
        subscription_guid: subscription.map(|s| s.id.to_string()),
        state: state.to_owned(),
        authentication_provider: "XSUAA".to_owned(),
        app_name: one.service.name.to_owned(),
        commercial_app_name: one.service.name.to_owned(),
        app_id: app.map_or_else(|| one.service.name.to_owned(), |app| app.id().to_owned()),
        plan_name: one.plan.name.to_owned(),
        supports_plan_updates: false,
        supports_parameters_updates: false,
        supports_get_parameters: false,
        display_name: one.service.display_name.to_owned(),
        description: one.service.description.to_owned(),
        category: category.to_owned(),
        category_display_name: category_display_name.to_owned(),
        global_account_id: provider.clone(),
        tenant_id: provider,
        quota: one.quota,
        customer_developed: false,
        application_coordinates: Map::new(),
        modified_date: subscription.map(|s| date(s.modified_at)),
        created_date: subscription.map(|s| date(s.created_at)),
        modified_by: subscription.map(|s| s.created_by.clone()),
        created_by: subscription.map(|s| s.created_by.clone()),
    }
}

fn opens_at(cx: &Cx, one: &Application) -> String {
    let (addresses, zone) = (cx.addresses(), &one.subaccount.subdomain);
    match one.service.name {
        subscription::INTEGRATION => addresses.cpi(zone),
        subscription::CLOUD_ALM => addresses.alm_api(zone).trim_end_matches("/api").to_owned(),
        _ => addresses.public().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{date, thousands};
    use model::Time;

    #[test]
    fn dates_are_text_without_leading_zeros() {
        let time = Time::parse_rfc3339("2026-07-05T08:02:06Z").unwrap();
        assert_eq!(date(time), "Jul 5, 2026, 8:02:06 AM");
        let night = Time::parse_rfc3339("2026-07-20T00:30:00Z").unwrap();
        assert_eq!(date(night), "Jul 20, 2026, 12:30:00 AM");
    }

    #[test]
    fn memory_is_grouped() {
        assert_eq!(thousands(0), "0");
        assert_eq!(thousands(1_024), "1,024");
        assert_eq!(thousands(1_048_576), "1,048,576");
    }
}
