//! The first start, and the file that tells its secrets: `first-start.json`.
//!
//! Nobody may be locked out by a crash, so the file is safe on the disk before the account is made: it is written and
//! synced under another name, then the account is committed, then it gets its name. A start that finds the other name
//! finishes what was begun, or, when the account was never made, begins anew.

use crate::launch::write_private;
use anyhow::Context;
use engine::Cx;
use engine::platform::first_start::{Found, Fresh, prepare};
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;
use wire::accounts::FirstStart;

const FILE: &str = "first-start.json";
const UNFINISHED: &str = "first-start.json.new";

/// Does it, or finishes one that was cut off; answers what it made, which is shown once.
pub async fn first_start(cx: &Cx, data: &Path) -> anyhow::Result<Option<FirstStart>> {
    match prepare(cx).await? {
        Found::Fresh(fresh) => begin(cx, data, *fresh).await,
        Found::Done(account) => finish(data, &account.to_string()),
    }
}

async fn begin(cx: &Cx, data: &Path, fresh: Fresh) -> anyhow::Result<Option<FirstStart>> {
    write_private(&data.join(UNFINISHED), &serde_json::to_vec_pretty(fresh.answer())?)?;
    sync(data)?;
    let made = fresh.make(cx).await?;
    match &made {
        Some(_) => name(data)?,
        None => forget(data)?,
    }
    Ok(made)
}

/// The account is there. If the file under the other name tells its secrets, nobody has seen them yet.
fn finish(data: &Path, account: &str) -> anyhow::Result<Option<FirstStart>> {
    let path = data.join(UNFINISHED);
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(None),
        Err(cause) => return Err(cause).with_context(|| format!("{} cannot be read", path.display())),
    };
    // It was whole before the account was committed: what is torn, or names another one, is of a start that lost.
    let first = serde_json::from_slice::<FirstStart>(&text).ok();
    let first = first.filter(|first| first.global_account.guid == account);
    match &first {
        Some(_) => name(data)?,
        None => forget(data)?,
    }
    Ok(first)
}

fn name(data: &Path) -> anyhow::Result<()> {
    let (from, to) = (data.join(UNFINISHED), data.join(FILE));
    fs::rename(&from, &to).with_context(|| format!("{} cannot be renamed to {FILE}", from.display()))?;
    sync(data)
}

fn forget(data: &Path) -> anyhow::Result<()> {
    let path = data.join(UNFINISHED);
    fs::remove_file(&path).with_context(|| format!("{} cannot be removed", path.display()))?;
    sync(data)
}

/// Without this a new name may be gone after a power cut.
fn sync(dir: &Path) -> anyhow::Result<()> {
    File::open(dir).and_then(|dir| dir.sync_all()).with_context(|| format!("{} cannot be synced", dir.display()))
}
