//! Small transports with rusqlite alone: the statements that the use cases run, in the same three transactions, on a
//! database that the store has made. Nothing is decided, checked or parsed, and nobody waits for anybody.

use super::statement::{run, writer};
use crate::local::{CONTENT, Pair};
use anyhow::Result;
use rusqlite::Connection;
use rusqlite::types::Value;
use std::path::Path;
use std::time::{Duration, Instant};

const NODE_FIND: &str = "select id, name, description, upload_allowed, notification_enabled, forward_mode, \
    controlled_by, is_virtual, target_id, content_type, destination, strategy, import_disabled, \
    import_disabled_reason, tags from node where id = $1 and subaccount = $2";
const NODE_BY_NAME: &str = "select id, name, description, upload_allowed, notification_enabled, forward_mode, \
    controlled_by, is_virtual, target_id, content_type, destination, strategy, import_disabled, \
    import_disabled_reason, tags from node where subaccount = $1 and name = $2";
const HOLD: &str = "update node set rev = rev + 1, tail = tail + $2 where id = $1 returning tail";
const SET_TAIL: &str = "update node set tail = $2 where id = $1";
const SUCCESSORS: &str = "select r.target, n.name from route r join node n on n.id = r.target where r.source = $1 \
    order by r.target";
const FILE: &str = "insert into file (id, subaccount, name, blob, content, size, created_at, created_by, \
    named_user, is_attached) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, false)";
const ATTACH: &str = "update file set is_attached = true where id = $1 and subaccount = $2 returning name";
const REQUEST: &str = "insert into request (id, description, origin, content_type, storage_type, entries, created_at, \
    created_by, named_user, subaccount, shown) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
const QUEUE: &str = "insert into queue_entry (id, node, request, status, pos, again, queued_at, changed_at) \
    values ($1, $2, $3, $4, $5, false, $6, $6)";
const IMPORTABLE: &str = "select q.id as queue, q.request, r.description, r.content_type, r.storage_type, \
    r.entries, q.status, q.pos from queue_entry q join request r on r.id = q.request where q.node = $1 and \
    q.status in ('initial', 'repeat', 'fatal') order by q.pos";
const PRESENT: &str = "select request, status, again from queue_entry where node = $1 and request in \
    (select value from json_each($2))";
const SET_STATUS: &str = "update queue_entry set status = $3, again = false, changed_at = $4 where node = $1 and \
    request in (select value from json_each($2))";
const ACTION: &str = "insert into action (id, kind, status, node, node_name, started_at, ended_at, triggered_by, \
    named_user, subaccount) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const ACTION_REQUEST: &str = "insert into action_request (request, status, entities, action, seq) values \
    ($1, $2, $3, $4, $5)";
const MESSAGE: &str = "insert into action_message (id, action, request, entry, message_id, severity, message, \
    created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
const HAS_OPEN: &str = "select count(*) from import_run where node = $1 and is_open = true";
const RUN: &str = "insert into import_run (action, node, subaccount, plan, is_open) values ($1, $2, $3, $4, $5)";
const AUDIT: &str = "insert into audit (id, at, actor, subaccount, event, object, detail, chain_pos, hash) values \
    ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

const AT: i64 = 1_777_881_600_000_000;
/// Above every number that the store handed out.
const FIRST: i64 = 1_000_000_000;
/// Numbers that one transport takes at most.
const NUMBERS: i64 = 32;

/// What the columns of JSON hold, as long as a use case writes them.
struct Texts {
    subaccount: String,
    entries: String,
    shown: String,
    entities: String,
    plan: String,
}

/// Transports a second with `pairs.len()` of them in each commit. The use cases must have done one.
pub(crate) fn rate(file: &Path, pairs: &[Pair], span: Duration) -> Result<f64> {
    let db = writer(file)?;
    let text = |sql: &str| db.query_row(sql, [], |row| row.get::<_, String>(0));
    let texts = Texts {
        subaccount: text("select subaccount from node limit 1")?,
        entries: text("select entries from request limit 1")?,
        shown: text("select shown from request limit 1")?,
        entities: text("select entities from action_request limit 1")?,
        plan: text("select plan from import_run limit 1")?,
    };
    let (mut done, began) = (0, Instant::now());
    while began.elapsed() < span {
        for part in [Unit::upload, Unit::request, Unit::import] {
            db.execute_batch("begin immediate")?;
            for (number, pair) in (done..).zip(pairs) {
                part(&Unit { db: &db, pair, texts: &texts, first: FIRST + number * NUMBERS })?;
            }
            db.execute_batch("commit")?;
        }
        done += i64::try_from(pairs.len())?;
    }
    Ok(done as f64 / began.elapsed().as_secs_f64())
}

/// One transport.
struct Unit<'a> {
    db: &'a Connection,
    pair: &'a Pair,
    texts: &'a Texts,
    first: i64,
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

const fn int(number: i64) -> Value {
    Value::Integer(number)
}

impl Unit<'_> {
    fn run(&self, sql: &str, values: &[Value]) -> Result<()> {
        run(self.db, sql, values).map(drop)
    }

    fn file(&self) -> i64 {
        self.first
    }

    fn request_id(&self) -> i64 {
        self.first + 1
    }

    fn source(&self) -> i64 {
        self.pair.source.id.get()
    }

    fn subaccount(&self) -> Value {
        text(&self.texts.subaccount)
    }

    fn upload(&self) -> Result<()> {
        let (id, size) = (int(self.file()), int(i64::try_from(CONTENT.len())?));
        let content = Value::Blob(CONTENT.to_vec());
        let file =
            [id, self.subaccount(), text("a.bin"), Value::Null, content, size, int(AT), text("bench"), Value::Null];
        self.run(FILE, &file)?;
        self.audit(2, "file.upload", r#"{"name":"a.bin","size":2000}"#)
    }

    fn request(&self) -> Result<()> {
        let name = self.pair.source.name().as_str();
        self.run(NODE_BY_NAME, &[self.subaccount(), text(name)])?;
        self.run(ATTACH, &[int(self.file()), self.subaccount()])?;
        self.run(HOLD, &[int(self.source()), int(1)])?;
        let request = [
            int(self.request_id()),
            text("bench"),
            text(name),
            text("XSCDU"),
            text("FILE"),
            text(&self.texts.entries),
            int(AT),
            text("bench"),
            Value::Null,
            self.subaccount(),
            text(&self.texts.shown),
        ];
        self.run(REQUEST, &request)?;
        self.queue(3, self.source())?;
        self.action(4, "NODE_UPLOAD")?;
        self.message(5, 4)?;
        self.audit(6, "request.upload", r#"{"node":"SRC0","contentType":"XSCDU"}"#)
    }

    fn import(&self) -> Result<()> {
        let (source, next) = (int(self.source()), int(self.pair.next.get()));
        let own = std::slice::from_ref(&source);
        self.run(NODE_FIND, &[source.clone(), self.subaccount()])?;
        self.run(SUCCESSORS, own)?;
        self.run(HOLD, &[source.clone(), int(0)])?;
        self.run(HOLD, &[next.clone(), int(0)])?;
        self.run(SUCCESSORS, own)?;
        self.run(IMPORTABLE, own)?;
        self.run(HAS_OPEN, own)?;
        let action = int(self.first + 7);
        let plan = [action, source.clone(), self.subaccount(), text(&self.texts.plan), Value::Integer(0)];
        self.run(RUN, &plan)?;
        self.action(7, "IMPORT")?;
        let list = text(&format!("[{}]", self.request_id()));
        self.run(PRESENT, &[next.clone(), list.clone()])?;
        self.queue(8, self.pair.next.get())?;
        self.run(SET_TAIL, &[next, int(self.first)])?;
        self.run(SET_STATUS, &[source, list, text("succeeded"), int(AT)])?;
        (9..13).try_for_each(|number| self.message(number, 7))?;
        self.audit(13, "import.start", r#"{"node":"SRC0","action":1000123,"requests":[1000121]}"#)
    }

    fn queue(&self, number: i64, node: i64) -> Result<()> {
        let (id, request, pos) = (self.first + number, self.request_id(), self.first);
        self.run(QUEUE, &[int(id), int(node), int(request), text("initial"), int(pos), int(AT)])
    }

    fn action(&self, number: i64, kind: &str) -> Result<()> {
        let (id, node) = (int(self.first + number), int(self.source()));
        let name = text(self.pair.source.name().as_str());
        let (status, at) = (text("succeeded"), int(AT));
        let action = [
            id.clone(),
            text(kind),
            status.clone(),
            node,
            name,
            at.clone(),
            at,
            text("bench"),
            Value::Null,
            self.subaccount(),
        ];
        self.run(ACTION, &action)?;
        self.run(ACTION_REQUEST, &[int(self.request_id()), status, text(&self.texts.entities), id, int(0)])
    }

    fn message(&self, number: i64, action: i64) -> Result<()> {
        let line = "Forwarding of transport request 1000121 to 'DST0' has ended at May-04-2026 08:00:00 GMT";
        let (id, action, request) = (int(self.first + number), int(self.first + action), int(self.request_id()));
        self.run(MESSAGE, &[id, action, request, Value::Null, text(" "), text("I"), text(line), int(AT)])
    }

    fn audit(&self, number: i64, event: &str, detail: &str) -> Result<()> {
        let (id, object) = (int(self.first + number), text("request 1000121"));
        let (at, who, what) = (int(AT), text("bench"), text(event));
        self.run(AUDIT, &[id, at, who, self.subaccount(), what, object, text(detail), Value::Null, Value::Null])
    }
}

#[cfg(test)]
pub(super) const ALL: [&str; 18] = [
    NODE_FIND,
    NODE_BY_NAME,
    HOLD,
    SET_TAIL,
    SUCCESSORS,
    FILE,
    ATTACH,
    REQUEST,
    QUEUE,
    IMPORTABLE,
    PRESENT,
    SET_STATUS,
    ACTION,
    ACTION_REQUEST,
    MESSAGE,
    HAS_OPEN,
    RUN,
    AUDIT,
];
