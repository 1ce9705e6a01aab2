//! Lists of service instances and of keys, over several pages, for whoever sees all or some of the spaces.

use super::kit::{Kit, guid, names};
use super::services::{PLANS, instance, key, made, plan};
use model::cf::CallState;
use serde_json::{Value, json};

const INSTANCES: &str = "/v3/service_instances";
const KEYS: &str = "/v3/service_credential_bindings";

/// Three spaces, each with two instances that a broker made, with two keys each, and one that somebody provides.
struct Full {
    kit: Kit,
    spaces: Vec<String>,
    /// A developer in the first two.
    dora: String,
}

impl Full {
    async fn start() -> Self {
        let kit = Kit::start("acme", PLANS).await;
        let mut spaces = Vec::new();
        for name in ["a", "b", "c"] {
            spaces.push(kit.space(name).await);
        }
        let dora = kit.in_space("space_developer", "dora@example.org", &spaces[0]).await;
        let _ = kit.role("space_developer", "dora@example.org", &spaces[1]).await.expect_status(201);
        let full = Self { kit, spaces, dora };
        full.fill().await;
        full
    }

    async fn fill(&self) {
        let (kit, admin) = (&self.kit, &self.kit.admin);
        let (lite, api) = (plan(kit, admin, "destination", "lite").await, plan(kit, admin, "it-rt", "api").await);
        for (space, name) in self.spaces.iter().zip(["a", "b", "c"]) {
            for body in
                [instance("shared", &lite, space, json!({})), instance(&format!("pi-{name}"), &api, space, json!({}))]
            {
                let _ = kit.post(admin, INSTANCES, body).await.expect_status(202);
            }
            let provided = json!({"type": "user-provided", "name": format!("erp-{name}"), "metadata": {"labels": {"of": name}},
                "relationships": {"space": {"data": {"guid": space}}}});
            let _ = kit.post(admin, INSTANCES, provided).await.expect_status(201);
        }
        kit.app.run_jobs().await;
        for holder in self.all(admin, INSTANCES, "type=managed", "guid").await {
            for name in ["k1", "k2"] {
                let _ = kit.post(admin, KEYS, key(name, &holder)).await.expect_status(202);
            }
        }
        kit.app.run_jobs().await;
    }

    /// One field of all resources of a list, in order.
    async fn all(&self, token: &str, list: &str, query: &str, field: &str) -> Vec<String> {
        let show = |resource: &Value| resource[field].as_str().unwrap_or_default().to_owned();
        self.kit.walked(token, &format!("{list}?order_by=name&per_page=2&{query}"), show).await
    }
}

#[tokio::test]
async fn instances_come_in_pages_each_once_to_those_who_see_their_space() {
    let full = Full::start().await;
    let (kit, dora) = (&full.kit, &full.dora);
    let every = ["erp-a", "erp-b", "erp-c", "pi-a", "pi-b", "pi-c", "shared", "shared", "shared"];
    assert_eq!(full.all(&kit.admin, INSTANCES, "", "name").await, every);
    let hers = full.all(dora, INSTANCES, "", "name").await;
    assert_eq!(hers, ["erp-a", "erp-b", "pi-a", "pi-b", "shared", "shared"]);
    let mut guids = full.all(&kit.admin, INSTANCES, "", "guid").await;
    guids.sort();
    guids.dedup();
    assert_eq!(guids.len(), every.len());
    assert_eq!(full.all(dora, INSTANCES, &format!("guids={}", guids.join(",")), "name").await, hers);
    let [a, _, c] = &full.spaces[..] else { panic!("three spaces") };
    for (query, wanted) in [
        (format!("space_guids={a},{c}"), vec!["erp-a", "pi-a", "shared"]),
        (format!("space_guids={c}"), vec![]),
        (format!("space_guids={a}&names=shared,pi-b"), vec!["shared"]),
        (format!("organization_guids={}&names=pi-a,pi-b,pi-c", kit.org), vec!["pi-a", "pi-b"]),
        (format!("organization_guids={a}"), vec![]),
        ("type=user-provided".to_owned(), vec!["erp-a", "erp-b"]),
        ("service_plan_names=api".to_owned(), vec!["pi-a", "pi-b"]),
        ("label_selector=of%3Db".to_owned(), vec!["erp-b"]),
        ("guids=x,,%00".to_owned(), vec![]),
        ("names=%00,pi-a".to_owned(), vec!["pi-a"]),
        ("space_guids=x".to_owned(), vec![]),
    ] {
        assert_eq!(full.all(dora, INSTANCES, &query, "name").await, wanted, "{query}");
    }
}

#[tokio::test]
async fn a_page_of_instances_includes_what_it_shows_and_nothing_else() {
    let full = Full::start().await;
    let fields = "fields%5Bservice_plan%5D=guid&fields%5Bspace%5D=guid&fields%5Bspace.organization%5D=guid";
    let page = async |number: usize, size: usize| {
        let path = format!("{INSTANCES}?order_by=name&per_page={size}&page={number}&{fields}");
        full.kit.get(&full.kit.admin, &path).await.good()
    };
    let fifth = page(5, 1).await;
    assert_eq!(names(&fifth), ["pi-b"]);
    let included = |page: &Value, what: &str| {
        page["included"][what].as_array().unwrap().iter().map(|one| one["name"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(included(&fifth, "spaces"), [json!("b")]);
    assert_eq!(included(&fifth, "organizations"), [json!("acme")]);
    assert_eq!(included(&fifth, "service_plans"), [json!("api")]);
    let first = page(1, 3).await;
    let mut spaces = included(&first, "spaces");
    spaces.sort_by_key(ToString::to_string);
    assert_eq!((spaces, included(&first, "service_plans")), (vec![json!("a"), json!("b"), json!("c")], vec![]));
}

#[tokio::test]
async fn keys_come_in_pages_each_once_to_those_who_see_their_space() {
    let full = Full::start().await;
    let (kit, dora) = (&full.kit, &full.dora);
    assert_eq!(full.all(&kit.admin, KEYS, "", "name").await, [["k1"; 6], ["k2"; 6]].concat());
    assert_eq!(full.all(dora, KEYS, "", "name").await, [["k1"; 4], ["k2"; 4]].concat());
    let mut guids = full.all(&kit.admin, KEYS, "", "guid").await;
    guids.sort();
    guids.dedup();
    assert_eq!(guids.len(), 12);
    assert_eq!(full.all(dora, KEYS, &format!("guids={}", guids.join(",")), "name").await.len(), 8);
    let holders = full.all(&kit.admin, INSTANCES, "names=shared", "guid").await.join(",");
    for (query, wanted) in [
        (format!("service_instance_guids={holders}"), vec!["k1", "k1", "k2", "k2"]),
        (format!("service_instance_guids={holders}&names=k2"), vec!["k2", "k2"]),
        ("service_instance_names=pi-a,pi-c".to_owned(), vec!["k1", "k2"]),
        ("names=k1".to_owned(), vec!["k1"; 4]),
        ("type=app".to_owned(), vec![]),
        ("service_instance_guids=x".to_owned(), vec![]),
        ("names=%00".to_owned(), vec![]),
    ] {
        assert_eq!(full.all(dora, KEYS, &query, "name").await, wanted, "{query}");
    }
    let path = format!("{KEYS}?order_by=name&service_instance_names=pi-a&per_page=1&page=2&include=service_instance");
    let page = kit.get(dora, &path).await.good();
    assert_eq!(names(&page), ["k2"]);
    let holders = page["included"]["service_instances"].as_array().unwrap();
    assert_eq!((holders.len(), &holders[0]["name"]), (1, &json!("pi-a")));
}

#[tokio::test]
async fn one_key_among_many_is_shown_and_labelled() {
    let full = Full::start().await;
    let (kit, dora) = (&full.kit, &full.dora);
    let one = full.all(dora, KEYS, "service_instance_names=pi-b&names=k1", "guid").await.remove(0);
    let own = format!("{KEYS}/{one}");
    let shown = kit.get(dora, &format!("{own}?include=service_instance")).await.good();
    assert_eq!((guid(&shown), &shown["name"]), (one, &json!("k1")));
    assert_eq!(shown["included"]["service_instances"][0]["name"], "pi-b");
    let body = json!({"metadata": {"labels": {"l": "1"}}});
    let labelled = kit.call(dora, "PATCH", &own).json(&body).good().await;
    assert_eq!((&labelled["guid"], &labelled["metadata"]["labels"]), (&shown["guid"], &json!({"l": "1"})));
    assert_eq!(full.all(dora, KEYS, "label_selector=l%3D1", "guid").await, [guid(&shown)]);
    let unseen = full.all(&kit.admin, KEYS, "service_instance_names=pi-c&names=k1", "guid").await.remove(0);
    for path in [format!("{KEYS}/{unseen}"), format!("{KEYS}/{unseen}/details")] {
        assert_eq!(kit.get(dora, &path).await.status, 404);
    }
}

/// Between the end of the work and that of its call both are there.
#[tokio::test]
async fn what_a_call_has_made_is_not_shown_by_the_call_as_well() {
    let kit = Kit::start("acme", PLANS).await;
    let space = kit.space("dev").await;
    let lite = plan(&kit, &kit.admin, "destination", "lite").await;
    let holder = made(&kit, &kit.admin, "one", &lite, &space).await;
    let bodies = [(INSTANCES, instance("two", &lite, &space, json!({}))), (KEYS, key("k", &holder))];
    for (list, body) in bodies {
        let accepted = kit.post(&kit.admin, list, body).await.expect_status(202);
        let waiting = kit.get(&kit.admin, &format!("{list}?order_by=-name&per_page=1")).await.good();
        let (ordered, name) = (guid(&waiting["resources"][0]), names(&waiting).remove(0));
        assert_eq!(waiting["resources"][0]["last_operation"]["state"], "in progress");
        assert_eq!(
            kit.get(&kit.admin, &format!("{list}?guids={ordered}")).await.good()["pagination"]["total_results"],
            1
        );
        assert_eq!(kit.get(&kit.admin, &format!("{list}/{ordered}")).await.good()["name"], json!(name));
        let job: uuid::Uuid = accepted.header("location").unwrap().rsplit('/').next().unwrap().parse().unwrap();
        kit.app.run_jobs().await;
        let (now, polling) = (kit.app.cx.now(), CallState::Polling);
        let back: engine::Result<()> =
            kit.app.cx.db.write(async move |tx| Ok(store::cf_job::set_state(tx, job, polling, None, now).await?)).await;
        back.unwrap();
        let shown = kit.get(&kit.admin, &format!("{list}?names={name}")).await.good();
        assert_eq!(names(&shown), [name]);
        assert_eq!(guid(&shown["resources"][0]), ordered, "it keeps the GUID by which it was shown");
        let one = kit.get(&kit.admin, &format!("{list}?guids={ordered}")).await.good();
        assert_eq!(one["pagination"]["total_results"], 1);
        assert_eq!(kit.get(&kit.admin, &format!("{list}/{ordered}")).await.status, 200);
    }
}
