//! What the page shows of features: the overview, and what may be done with one, with its reasons.

use super::deploy::land_with;
use super::kit::{DEVELOPER, Land, TENANT};
use engine::Kind;
use engine::change::feature::{self, Details, Search, overview};
use engine::change::project;

fn all(limit: i64) -> Search {
    Search { before: i64::MAX, limit, ..Search::default() }
}

async fn numbers(land: &Land, who: &str, wish: Search) -> (Vec<i64>, Option<i64>) {
    let page = overview(&land.cx, land.person(who, DEVELOPER), TENANT, wish).await.unwrap();
    (page.lines.iter().map(|line| line.feature.number).collect(), page.next)
}

fn refusal(details: &Details, what: &str) -> Option<String> {
    let can = details.outlook().can;
    can.into_iter().find(|(name, _)| *name == what).expect("the name").1.err()
}

#[tokio::test]
async fn the_overview_goes_on_page_by_page_past_what_is_not_seen() {
    let land = Land::start().await;
    let (open, hidden) = (land.project(None).await, land.project(Some("private")).await);
    for _ in 0..3 {
        land.feature_in(open).await;
        land.feature_in(hidden).await;
    }
    assert_eq!(numbers(&land, "stranger", all(2)).await, (vec![5, 3], Some(3)));
    assert_eq!(numbers(&land, "stranger", Search { before: 3, ..all(2) }).await, (vec![1], None));
    assert_eq!(numbers(&land, "developer", all(4)).await, (vec![6, 5, 4, 3], Some(3)));
    assert_eq!(numbers(&land, "developer", Search { before: 3, ..all(4) }).await, (vec![2, 1], None));
    let other = overview(&land.cx, land.developer(), "other", all(2)).await.unwrap_err();
    assert_eq!(other.kind(), Kind::Forbidden);
}

#[tokio::test]
async fn the_overview_finds_by_text_number_status_priority_and_project() {
    let (land, _fake) = land_with(&[7, 8]).await;
    let first = land.started_with(&[8, 7]).await;
    let second = land.feature().await;
    let project = land.see(second).await.project.id;
    let look = async |wish: Search| numbers(&land, "developer", wish).await.0;
    assert_eq!(look(Search { text: "PRIC".to_owned(), ..all(9) }).await, [2, 1]);
    assert_eq!(look(Search { text: "6-2".to_owned(), ..all(9) }).await, [2]);
    assert_eq!(look(Search { text: "nothing".to_owned(), ..all(9) }).await, [] as [i64; 0]);
    assert_eq!(look(Search { statuses: "IN_REALIZATION,CONFIRMED".to_owned(), ..all(9) }).await, [1]);
    assert_eq!(look(Search { priorities: "10,20".to_owned(), ..all(9) }).await, [] as [i64; 0]);
    assert_eq!(look(Search { priorities: "30".to_owned(), ..all(9) }).await, [2, 1]);
    assert_eq!(look(Search { project: project.to_string(), ..all(9) }).await, [2]);
    let page = overview(&land.cx, land.developer(), TENANT, all(9)).await.unwrap();
    let carried: Vec<Vec<i64>> =
        page.lines.iter().map(|line| line.transports.iter().map(|id| id.get()).collect()).collect();
    assert_eq!((page.lines[1].feature.id, carried), (first, vec![vec![], vec![7, 8]]));
}

#[tokio::test]
async fn a_feature_says_what_each_may_do_with_it_and_why_not() {
    let (land, _fake) = land_with(&[7]).await;
    let id = land.started_with(&[7]).await;
    let seen = async |who| feature::get(&land.cx, who, TENANT, id).await.unwrap();
    let developer = seen(land.developer()).await;
    assert_eq!(refusal(&developer, "assign"), None);
    assert!(refusal(&developer, "deploy").unwrap().contains("imp_cdm_DeploymentManagerTest"));
    assert!(developer.outlook().groups.is_empty());
    let deployer = seen(land.deployer()).await;
    assert_eq!(refusal(&deployer, "deploy"), None);
    let groups = deployer.outlook().groups;
    let named: Vec<_> = groups.iter().map(|group| (group.name.as_str(), group.production)).collect();
    assert_eq!(named, [("TEST", false)]);
    let steps = deployer.outlook().steps;
    let put_off = steps.iter().find(|step| step.to == model::feature::Status::NotPlanned).unwrap();
    assert!(put_off.refusal.as_ref().unwrap().to_string().contains("to plan features you need"));
    land.step(land.lead(), id, "IN_TESTING").await.unwrap();
    land.step(land.lead(), id, "IN_REALIZATION").await.unwrap();
    land.step(land.lead(), id, "NOT_PLANNED").await.unwrap();
    let put_off = seen(land.lead()).await;
    assert!(refusal(&put_off, "assign").unwrap().contains("takes no transports"));
    assert!(refusal(&put_off, "unassign").unwrap().contains("cannot be unassigned"));
}

#[tokio::test]
async fn a_project_shows_its_team_to_those_who_see_it() {
    let land = Land::start().await;
    let id = land.project(Some("private")).await.to_string();
    let team = project::team(&land.cx, land.developer(), TENANT, &id).await.unwrap();
    let names: Vec<_> = team.members.iter().map(|one| (one.user_name.as_str(), one.place.word())).collect();
    assert_eq!(names[..2], [("deployer", "member"), ("developer", "viewer")]);
    assert!(team.create.unwrap_err().contains("to create features you need"));
    assert_eq!(project::team(&land.cx, land.lead(), TENANT, &id).await.unwrap().create, Ok(()));
    let stranger = project::team(&land.cx, land.person("stranger", DEVELOPER), TENANT, &id).await.unwrap_err();
    assert_eq!(stranger.kind(), Kind::NotFound);
}

#[tokio::test]
async fn who_makes_what() {
    let land = Land::start().await;
    let may = async |who| {
        let can = project::rights(&land.cx, who, TENANT).await.unwrap();
        can.into_iter().map(|(_, outcome)| outcome.err().unwrap_or_default()).collect::<Vec<_>>()
    };
    assert!(may(land.lead()).await[1].contains("there is none that you see"));
    land.project(None).await;
    let lead = may(land.lead()).await;
    assert!(lead[0].contains("imp_pjm_ProjectAdministrator") && lead[1].is_empty(), "{lead:?}");
    assert!(may(land.developer()).await[1].contains("to create features you need"));
    land.project(Some("private")).await;
    assert_eq!(may(land.person("admin", super::kit::ADMIN)).await, ["", ""]);
}
