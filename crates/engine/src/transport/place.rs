//! Whose transport request it is that somebody was told of by number.

use crate::cx::Cx;
use crate::error::Result;
use model::{FileId, RequestId, SubaccountId};

/// A file as whoever uploaded it knows it.
#[derive(Debug, Clone)]
pub struct Uploaded {
    pub id: i64,
    pub name: String,
    /// Bytes.
    pub size: u64,
}

/// The subaccount that has the request with this file, if it is one of this server's: another transport management
/// counts its requests, too, so the number alone says nothing.
///
/// # Errors
/// Of the store.
pub async fn of(cx: &Cx, request: i64, file: Uploaded) -> Result<Option<SubaccountId>> {
    let read = async move |tx: &mut store::Tx| {
        store::request::place(tx, RequestId(request), (FileId(file.id), &file.name, file.size)).await
    };
    Ok(cx.db.read(read).await?)
}
