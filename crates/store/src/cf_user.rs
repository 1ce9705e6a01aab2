//! Who is known to Cloud Foundry: people who were made known to it, and those who hold a role there.

use crate::error::Result;
use crate::person::PersonRow;
use crate::tx::Tx;
use crate::{p, select};
use model::PersonId;

const ADD: &str = "insert into cf_user (id) values ($1) on conflict do nothing";

/// Makes a person known, if it is not.
pub async fn add(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(ADD, p![person]).await.map(drop)
}

const REMOVE: &str = "delete from cf_user where id = $1";

/// Forgets a person.
pub async fn remove(tx: &mut Tx, person: PersonId) -> Result<()> {
    tx.execute(REMOVE, p![person]).await.map(drop)
}

const ALL: &str = select!(
    PersonRow,
    "where exists (select 1 from cf_user u where u.id = person.id) \
     or exists (select 1 from cf_role r where r.holder = person.id) order by user_key"
);

/// The people who are known.
pub async fn all(tx: &mut Tx) -> Result<Vec<PersonRow>> {
    tx.query(ALL, p![]).await
}
