//! Columns that may hold secrets: what is stored does not show them, and what an older release stored is sealed.

use crate::kit::{Answer, Fresh, on_both, open};
use model::operation::State;
use model::{EnvironmentId, InstanceId, OperationId, OrgGuid, SpaceGuid, SubaccountId, Time};
use std::sync::Arc;
use store::cf_service;
use store::cf_user_provided::{self, UserProvidedRow};
use store::environment::{self, EnvironmentRow};
use store::operation::Operation;
use store::sealed::{Hidden, MARK, Seal, seal_existing};
use store::{Db, Error, Tx, p};
use uuid::Uuid;

/// Turns a text round, and remembers its place.
#[derive(Debug)]
struct Turned;

impl Seal for Turned {
    fn seal(&self, context: &str, plain: &str) -> store::Result<String> {
        Ok(format!("{MARK}{context}|{}", plain.chars().rev().collect::<String>()))
    }

    fn open(&self, context: &str, sealed: &str) -> store::Result<String> {
        let (place, turned) = sealed.trim_start_matches(MARK).split_once('|').unwrap();
        if place != context {
            return Err(Error::other("this was sealed for another place"));
        }
        Ok(turned.chars().rev().collect())
    }
}

const SECRET: &str = "https://drain.example/?token=s3cr3t";

fn provided(id: u128, space: SpaceGuid) -> UserProvidedRow {
    UserProvidedRow {
        id: InstanceId(Uuid::from_u128(id)),
        space,
        name: format!("n{id}"),
        credentials: "sealed elsewhere".to_owned(),
        syslog_drain_url: Some(SECRET.to_owned()),
        route_service_url: None,
        created_at: Time(0),
        updated_at: Time(0),
    }
}

/// A subaccount has one.
fn environment(id: u128) -> EnvironmentRow {
    EnvironmentRow {
        id: EnvironmentId(Uuid::from_u128(id)),
        subaccount: SubaccountId(Uuid::from_u128(id)),
        org: OrgGuid(Uuid::from_u128(id)),
        name: "e".to_owned(),
        parameters: Hidden(format!("{{\"a\":\"{SECRET}\"}}")),
        created_by: "me".to_owned(),
        created_at: Time(0),
        modified_at: Time(0),
    }
}

/// What a client gave along when it started a deployment.
fn operation(id: u128) -> Operation {
    Operation {
        id: OperationId(Uuid::from_u128(id)),
        space: SpaceGuid(Uuid::from_u128(7)),
        service: "xs2-deploy".to_owned(),
        state: State::Running,
        mta_id: None,
        error_type: None,
        failure: None,
        actor: "me".to_owned(),
        parameters: Hidden(format!("[[\"mtaId\",\"{SECRET}\"]]")),
        plan: None,
        step: 0,
        begun: 0,
        rev: 0,
        started_at: Time(0),
        ended_at: None,
    }
}

async fn raw(db: &Db) -> Vec<String> {
    let drains = "select syslog_drain_url from cf_user_provided order by id";
    let parameters = "select parameters from environment order by id";
    db.read(async move |tx| -> Answer<Vec<String>> {
        let all: Vec<String> = tx.query(drains, p![]).await?;
        let given = "select parameters from deploy_operation order by id";
        Ok([all, tx.query(parameters, p![]).await?, tx.query(given, p![]).await?].concat())
    })
    .await
    .unwrap()
}

async fn put(db: &Db, id: u128, place: SpaceGuid) {
    let (one, other, started) = (provided(id, place), environment(id), operation(id));
    db.write(async move |tx| -> Answer {
        cf_user_provided::insert(tx, &one).await?;
        environment::insert(tx, &other).await?;
        store::operation::insert(tx, &started).await
    })
    .await
    .unwrap();
}

#[test]
fn what_may_be_secret_is_sealed_at_rest_and_what_lay_open_is_sealed_at_the_start() {
    on_both(async |fresh: Fresh| {
        let place = SpaceGuid(Uuid::from_u128(7));
        put(&fresh.db, 1, place).await;
        assert!(raw(&fresh.db).await.iter().all(|text| text.contains("s3cr3t")), "as an older release wrote it");
        let (url, kept) = (fresh.url.clone(), fresh._dir);
        drop(fresh.db);
        let db = open(&url).await;
        db.seal_with(Arc::new(Turned));
        // It is read as it is, until it is sealed.
        put(&db, 2, place).await;
        let read = async || {
            db.read(async move |tx| -> Answer<(Vec<UserProvidedRow>, Vec<EnvironmentRow>, Vec<Operation>)> {
                let mut provided = Vec::new();
                for id in [1, 2] {
                    provided.extend(cf_user_provided::get(tx, InstanceId(Uuid::from_u128(id))).await?);
                }
                let first = environment::of_subaccount(tx, SubaccountId(Uuid::from_u128(1))).await?;
                let both = [first, environment::of_subaccount(tx, SubaccountId(Uuid::from_u128(2))).await?].concat();
                Ok((provided, both, store::operation::of_space(tx, place).await?))
            })
            .await
            .unwrap()
        };
        let (drains, both) = (vec![provided(1, place), provided(2, place)], vec![environment(1), environment(2)]);
        let wanted = (drains, both, vec![operation(1), operation(2)]);
        assert_eq!(read().await, wanted);
        assert_eq!(seal_existing(&db).await.unwrap(), 3);
        assert_eq!(seal_existing(&db).await.unwrap(), 0, "once is enough");
        let stored = raw(&db).await;
        assert_eq!(stored.len(), 6);
        assert!(stored.iter().all(|text| text.starts_with(MARK) && !text.contains("s3cr3t")), "{stored:?}");
        assert_eq!(read().await, wanted);
        // A sealed value opens only where it was put.
        let swap = "update cf_user_provided set syslog_drain_url = (select parameters from environment where id = $1)";
        db.write(async move |tx| -> Answer { tx.execute(swap, p![Uuid::from_u128(1)]).await.map(drop) }).await.unwrap();
        let listed = async move |tx: &mut Tx| cf_service::provided(tx, place, cf_service::Pick::All, |_| Ok(())).await;
        assert!(db.read(listed).await.is_err());
        let moved = db.read(async |tx| cf_user_provided::get(tx, InstanceId(Uuid::from_u128(1))).await.map(drop)).await;
        assert!(moved.is_err());
        drop(kept);
    });
}
