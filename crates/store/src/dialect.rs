//! The statements that the two engines spell differently; all others have one text, in the module of their table.

use crate::sql::Sql;

/// Takes due jobs: `$1` now, `$2` owner, `$3` end of the lease, `$4` how many at most. SQLite has one writer, so
/// nobody else looks at the same rows; on PostgreSQL workers must pass over what another is just taking.
pub(crate) const CLAIM_JOBS: Sql = Sql::Pair {
    sqlite: "update job set lease_owner = $2, lease_until = $3, run_at = $3, again_at = null, attempts = attempts + 1 \
             where id in (select id from job where run_at <= $1 order by run_at, id limit $4) \
             returning id, name, payload, attempts",
    postgres: "with due as materialized \
               (select id from job where run_at <= $1 order by run_at, id limit $4 for update skip locked) \
               update job set lease_owner = $2, lease_until = $3, run_at = $3, again_at = null, \
               attempts = attempts + 1 from due where job.id = due.id \
               returning job.id, job.name, job.payload, job.attempts",
};
