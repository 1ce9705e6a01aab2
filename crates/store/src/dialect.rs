//! The statements that the two engines spell differently; all others have one text, in the module of their table.

use crate::sql::Sql;
use crate::text;

/// A statement that reads a list of texts (JSON, `$1`) as `wanted (item)`.
macro_rules! wanted {
    ($statement:expr) => {
        $crate::Sql::Pair {
            sqlite: $crate::text!("with wanted (item) as (select value from json_each($1)) ", $statement),
            postgres: $crate::text!(
                "with wanted (item) as (select json_array_elements_text($1::text::json)) ",
                $statement
            ),
        }
    };
}

pub(crate) use wanted;

/// Due work that nobody holds: `$1` now, `$2` lanes with room (JSON), `$3` `lane:tenant` without (JSON), `$4` how much at
/// most. SQLite has one writer, so nobody else looks at the same rows; on PostgreSQL workers must pass over what another is just taking.
pub(crate) const DUE_WORK: Sql = Sql::Pair {
    sqlite: "select id, lane, tenant from work where run_at <= $1 and claim is null and lane in (select value from json_each($2)) \
             and lane || ':' || tenant not in (select value from json_each($3)) order by run_at, id limit $4",
    postgres: "select id, lane, tenant from work where run_at <= $1 and claim is null \
             and lane in (select json_array_elements_text($2::text::json)) \
             and lane || ':' || tenant not in (select json_array_elements_text($3::text::json)) \
             order by run_at, id limit $4 for update skip locked",
};

/// Takes the rows of a list (JSON, `$1`) for the claim `$2` until `$3`, if they are still due at `$4`.
pub(crate) const CLAIM_WORK: Sql = Sql::Pair {
    sqlite: "update work set claim = $2, lease_until = $3, run_at = $3, again_at = null, attempts = attempts + 1 \
             where id in (select value from json_each($1)) and run_at <= $4 and claim is null \
             returning id, kind, tenant, lane, state, rev, attempts, claim",
    postgres: "update work set claim = $2, lease_until = $3, run_at = $3, again_at = null, attempts = attempts + 1 \
             where id in (select value::bigint from json_array_elements_text($1::text::json)) and run_at <= $4 and claim is null \
             returning id, kind, tenant, lane, state, rev, attempts, claim",
};

/// The earliest time before `$1` in the lanes with room (JSON, `$2`), without the `lane:tenant` of a list (JSON, `$3`).
pub(crate) const NEXT_WORK: Sql = Sql::Pair {
    sqlite: "select min(run_at) from work where run_at < $1 and claim is null and lane in (select value from json_each($2)) \
             and lane || ':' || tenant not in (select value from json_each($3))",
    postgres: "select min(run_at) from work where run_at < $1 and claim is null \
             and lane in (select json_array_elements_text($2::text::json)) \
             and lane || ':' || tenant not in (select json_array_elements_text($3::text::json))",
};

/// Who of a list of people (JSON, `$2`) has which role collections in the zone `$1`.
pub(crate) const ROLES_OF_PEOPLE: Sql = Sql::Pair {
    sqlite: "select person, collection, by_group from role_assignment where zone = $1 \
             and person in (select value from json_each($2)) order by person, collection",
    postgres: "select person, collection, by_group from role_assignment where zone = $1 \
             and person in (select json_array_elements_text($2::text::json)) order by person, collection",
};

/// Requests of a queue, as far as a plan needs them.
pub(crate) const CANDIDATES: &str = "select q.id as queue, q.request, r.description, r.content_type, r.storage_type, \
    r.entries, q.status, q.pos from queue_entry q join request r on r.id = q.request ";

/// The requests of a list (JSON, `$2`) that are in the queue of node `$1`, in its order.
pub(crate) const QUEUE_NAMED: Sql = Sql::Pair {
    sqlite: text!(CANDIDATES, "where q.node = $1 and q.request in (select value from json_each($2)) order by q.pos"),
    postgres: text!(
        CANDIDATES,
        "where q.node = $1 and q.request in (select value::bigint from json_array_elements_text($2::text::json)) \
             order by q.pos"
    ),
};

/// Status of the requests of a list (JSON, `$2`) that are in the queue of node `$1`.
pub(crate) const QUEUE_PRESENT: Sql = Sql::Pair {
    sqlite: "select request, status, again from queue_entry \
             where node = $1 and request in (select value from json_each($2))",
    postgres: "select request, status, again from queue_entry \
             where node = $1 and request in (select value::bigint from json_array_elements_text($2::text::json))",
};

/// Gives the requests of a list (JSON, `$2`) in the queue of node `$1` the status `$3` at the time `$4`.
pub(crate) const QUEUE_SET_STATUS: Sql = Sql::Pair {
    sqlite: "update queue_entry set status = $3, again = false, changed_at = $4 \
             where node = $1 and request in (select value from json_each($2))",
    postgres: "update queue_entry set status = $3, again = false, changed_at = $4 \
             where node = $1 and request in (select value::bigint from json_array_elements_text($2::text::json))",
};

/// Those of a list of digests (JSON, `$1`) that a row of any area refers to.
pub(crate) const BLOBS_IN_USE: Sql = Sql::Pair {
    sqlite: "select d.value as digest from json_each($1) d \
             where exists (select 1 from file where blob = d.value) \
             or exists (select 1 from ext_descriptor where blob = d.value) \
             or exists (select 1 from deploy_file where blob = d.value) \
             or exists (select 1 from artifact where digest = d.value) \
             or exists (select 1 from artifact_version where digest = d.value) \
             or exists (select 1 from activity where archive = d.value)",
    postgres: "select d.value as digest from json_array_elements_text($1::text::json) d \
             where exists (select 1 from file where blob = d.value) \
             or exists (select 1 from ext_descriptor where blob = d.value) \
             or exists (select 1 from deploy_file where blob = d.value) \
             or exists (select 1 from artifact where digest = d.value) \
             or exists (select 1 from artifact_version where digest = d.value) \
             or exists (select 1 from activity where archive = d.value)",
};

/// MTAs that arrived in the node `$2` at `$3` with requests of a list (JSON, `$1`), each with the newest of them.
pub(crate) const MTAS_ARRIVED: Sql = Sql::Pair {
    sqlite: text!(ARRIVED, "(select value from json_each($1))", ARRIVED_LAST),
    postgres: text!(ARRIVED, "(select value::bigint from json_array_elements_text($1::text::json))", ARRIVED_LAST),
};

const ARRIVED: &str = "insert into node_mta (node, mta, subaccount, version, request, at) \
    select cast($2 as bigint), m.mta, m.subaccount, m.version, m.request, cast($3 as bigint) from request_mta m join ( \
    select l.mta as mta, max(l.request) as request from request_mta l where l.request in ";
const ARRIVED_LAST: &str = " group by l.mta) newest on newest.mta = m.mta and newest.request = m.request where true \
    on conflict (node, mta) do update set \
    version = excluded.version, request = excluded.request, at = excluded.at";

/// What of a list of MTAs (JSON, `$1`) came to which node of the subaccount `$2`.
pub(crate) const MTAS_INSTALLED: Sql = wanted!(
    "select i.node, i.mta, i.version, i.request, i.at from wanted w \
    join node_mta i on i.subaccount = $2 and i.mta = w.item order by i.mta, i.node"
);

/// What of a list of MTAs (JSON, `$1`) waits, runs or has failed in which queue of the subaccount `$2`. Queues are gone
/// through from their side, along the index of what waits, because what was imported long ago is far more.
pub(crate) const MTAS_PENDING: Sql = wanted!(
    "select g.node, g.mta, g.status, g.requests, g.newest, v.version, g.at from ( \
    select q.node as node, m.mta as mta, q.status as status, count(*) as requests, max(q.request) as newest, \
    max(q.changed_at) as at from node n cross join queue_entry q cross join request_mta m \
    where n.subaccount = $2 and q.node = n.id and q.status in ('initial', 'repeat', 'fatal', 'running', 'error') \
    and m.request = q.request and m.mta in (select item from wanted) group by q.node, m.mta, q.status) g \
    join request_mta v on v.request = g.newest and v.mta = g.mta order by g.mta, g.node"
);
