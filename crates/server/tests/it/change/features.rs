//! Who sees and changes which feature, and numbers and transports under competition.

use super::deploy::land_with;
use super::kit::{ADMIN, DEVELOPER, LEAD, Land, TENANT};
use engine::Kind;
use engine::change::feature::{self, Edit, NewFeature};
use engine::change::transport::{self, ListOptions, assign, unassign};
use model::RequestId;
use std::collections::BTreeSet;

#[tokio::test]
async fn numbers_are_handed_out_once_under_competition() {
    let land = Land::start().await;
    let project = land.project(None).await;
    let all = futures_util::future::join_all((0..20).map(|_| land.feature_in(project))).await;
    let mut numbers = BTreeSet::new();
    for id in all {
        numbers.insert(land.see(id).await.feature.number);
    }
    assert_eq!(numbers, (1..=20).collect());
}

#[tokio::test]
async fn a_transport_belongs_to_one_feature_also_in_a_race() {
    let (land, _fake) = land_with(&[7]).await;
    let project = land.project(None).await;
    let (a, b) = (land.feature_in(project).await, land.feature_in(project).await);
    let tries = [a, b].map(|id| assign(&land.cx, land.developer(), TENANT, id, RequestId(7)));
    let outcome = futures_util::future::join_all(tries).await;
    assert_eq!(outcome.iter().filter(|one| one.is_ok()).count(), 1);
    let loser = outcome.into_iter().find_map(Result::err).unwrap();
    assert_eq!(loser.kind(), Kind::Conflict);
    assert!(loser.message().starts_with("Transport already assigned"));
}

#[tokio::test]
async fn what_was_unassigned_is_offered_again() {
    let (land, _fake) = land_with(&[7]).await;
    let project = land.project(None).await;
    let (a, b) = (land.feature_in(project).await, land.feature_in(project).await);
    land.assign(a, 7).await;
    let free = ListOptions { assigned: Some(false), before: None, limit: 10 };
    assert!(transport::list(&land.cx, land.developer(), TENANT, free).await.unwrap().is_empty());
    assert_eq!(assign(&land.cx, land.developer(), TENANT, b, RequestId(7)).await.unwrap_err().kind(), Kind::Conflict);
    assert_eq!(land.see(a).await.transports.len(), 1);
    unassign(&land.cx, land.developer(), TENANT, a, RequestId(7)).await.unwrap();
    assert_eq!(transport::list(&land.cx, land.developer(), TENANT, free).await.unwrap().len(), 1);
    assign(&land.cx, land.developer(), TENANT, b, RequestId(7)).await.unwrap();
    let headings: Vec<String> = land.history(a).await.into_iter().map(|(heading, _)| heading).collect();
    assert_eq!(headings, ["Transport request unassigned", "Transport request assigned", "Feature created"]);
}

#[tokio::test]
async fn a_private_project_is_not_there_for_others() {
    let land = Land::start().await;
    let id = land.feature_in(land.project(Some("private")).await).await;
    let stranger = || land.person("stranger", LEAD);
    assert!(feature::list(&land.cx, stranger(), TENANT).await.unwrap().is_empty());
    assert_eq!(feature::get(&land.cx, stranger(), TENANT, id).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(feature::list(&land.cx, land.lead(), TENANT).await.unwrap().len(), 1);
    assert_eq!(feature::list(&land.cx, land.person("admin", ADMIN), TENANT).await.unwrap().len(), 1);
}

#[tokio::test]
async fn in_a_restricted_project_others_only_read() {
    let land = Land::start().await;
    let id = land.feature().await;
    let stranger = || land.person("stranger", DEVELOPER);
    assert_eq!(feature::list(&land.cx, stranger(), TENANT).await.unwrap().len(), 1);
    assert_eq!(land.step(stranger(), id, "IN_REALIZATION").await.unwrap_err().kind(), Kind::Forbidden);
}

#[tokio::test]
async fn a_developer_makes_no_features_and_a_lead_no_projects() {
    let land = Land::start().await;
    let project = land.project(None).await;
    let edit = Edit { title: Some("x".to_owned()), ..Edit::default() };
    let new = NewFeature { project, edit, references: Vec::new() };
    let refused = feature::create(&land.cx, land.developer(), TENANT, new).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Forbidden);
    let new = engine::change::project::NewProject { name: "x".to_owned(), access: None, members: Vec::new() };
    let refused = engine::change::project::create(&land.cx, land.lead(), TENANT, new).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Forbidden);
}

#[tokio::test]
async fn another_tenant_is_forbidden_and_one_without_subscription_not_there() {
    let land = Land::start().await;
    let other = feature::list(&land.cx, land.lead(), "other").await.unwrap_err();
    assert_eq!(other.kind(), Kind::Forbidden);
    assert!(feature::list(&land.cx, land.lead(), &land.subaccount.text()).await.is_ok());
    let sql = "delete from subscription where app = 'sapcloudalm'";
    let gone: engine::Result<u64> = land.cx.db.write(async move |tx| Ok(tx.execute(sql, store::p![]).await?)).await;
    assert_eq!(gone.unwrap(), 1);
    assert_eq!(feature::list(&land.cx, land.lead(), TENANT).await.unwrap_err().kind(), Kind::NotFound);
}
