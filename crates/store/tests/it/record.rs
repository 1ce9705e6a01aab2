//! Rows are parsed where they are read, and what cannot be parsed says where it is.

use crate::kit::on_both;
use model::queue::Status;
use model::{NodeId, Time};
use store::{Error, p, record, select};

record! {
    struct Probe of "probe" { id: NodeId, status: Status, at: Option<Time>, tags: Vec<String> }
}

const ALL: &str = select!(Probe, "where id = $1");
const MADE_UP: &str = "select cast($1 as bigint) as id, cast($2 as text) as status, cast(null as bigint) as at, \
    cast($3 as text) as tags";

#[test]
fn a_record_names_its_columns_and_its_table() {
    assert_eq!(ALL, "select id, status, at, tags from probe where id = $1");
}

#[test]
fn what_cannot_be_parsed_says_table_row_and_column() {
    on_both(async |fresh| {
        for (status, tags, wanted) in [
            ("initial", "[\"a\"]", None),
            ("sleepy", "[]", Some("status: 'sleepy' is not a")),
            ("initial", "{", Some("tags: ")),
        ] {
            let read =
                fresh.db.read(async move |tx| tx.query_one::<Probe>(MADE_UP, p![NodeId(7), status, tags]).await).await;
            match (wanted, read) {
                (None, Ok(probe)) => assert_eq!((probe.id, probe.at, probe.tags.len()), (NodeId(7), None, 1)),
                (Some(wanted), Err(Error::Corrupt { table, id, what })) => {
                    assert_eq!((table, id.as_str()), ("probe", "7"));
                    assert!(what.starts_with(wanted), "{what}");
                }
                (_, other) => panic!("{other:?}"),
            }
        }
    });
}
