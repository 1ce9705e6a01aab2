//! Codes that a browser carries from the sign-in to a client.

use crate::error::Result;
use crate::row::Record;
use crate::tx::Tx;
use crate::{insert, p, record, select};
use model::{PersonId, Time};

record! {
    /// What a code stands for.
    pub struct CodeRow of "authorization_code" {
        /// The zone, as tokens name it.
        pub zone: String,
        /// For whom it was drawn.
        pub client_id: String,
        /// Who signed in.
        pub person: PersonId,
        /// The scopes asked for; empty: all.
        pub scope: String,
        /// Where the browser was sent.
        pub redirect_uri: String,
        /// The hash of what only the one who asked knows (PKCE).
        pub challenge: Option<String>,
        /// Handed back in the id token.
        pub nonce: Option<String>,
        /// What it rests on.
        pub rev_sig: String,
        /// Until when it can be used.
        pub expires_at: Time,
    }
}

const INSERT: &str = insert!(CodeRow and "hash");
const PRUNE: &str = "delete from authorization_code where expires_at <= $1";

/// Adds a code, and forgets those that ran out.
pub async fn insert(tx: &mut Tx, hash: &str, row: &CodeRow, now: Time) -> Result<()> {
    tx.execute(PRUNE, p![now]).await?;
    tx.execute(INSERT, row.params().and(hash)).await.map(drop)
}

const FIND: &str = select!(CodeRow, "where hash = $1 and expires_at > $2");
const TAKE: &str = "delete from authorization_code where hash = $1";

/// Uses a code up: what it stood for, unless it ran out or somebody else used it.
pub async fn take(tx: &mut Tx, hash: &str, now: Time) -> Result<Option<CodeRow>> {
    let row = tx.query_opt(FIND, p![hash, now]).await?;
    let taken = tx.execute(TAKE, p![hash]).await? == 1;
    Ok(row.filter(|_| taken))
}
