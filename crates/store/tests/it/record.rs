//! Rows are parsed where they are read, and what cannot be parsed says where it is.

use crate::kit::on_both;
use model::queue::Status;
use model::{NodeId, Time};
use store::{Error, Record, insert, p, record, select};

record! {
    struct Probe of "probe" { id: NodeId, status: Status, at: Option<Time>, tags: Vec<String> }
}

const ALL: &str = select!(Probe, "where id = $1");
const ADD: &str = insert!(Probe and "rev", "on conflict do nothing");
const GIVEN: &str = "select cast($1 as bigint) as id, cast($2 as text) as status, cast($3 as bigint) as at, \
    cast($4 as text) as tags";
const MADE_UP: &str = "select cast($1 as bigint) as id, cast($2 as text) as status, cast(null as bigint) as at, \
    cast($3 as text) as tags";

#[test]
fn a_record_names_its_columns_and_its_table() {
    assert_eq!(ALL, "select id, status, at, tags from probe where id = $1");
    assert_eq!(ADD, "insert into probe (id, status, at, tags, rev) values ($1, $2, $3, $4, $5) on conflict do nothing");
}

record! {
    struct Wide of "wide" { a: i64, b: i64, c: i64, d: i64, e: i64, f: i64, g: i64, h: i64, i: i64, j: i64, k: i64 }
}

#[test]
fn places_go_on_behind_nine() {
    const ADD: &str = insert!(Wide);
    assert!(ADD.ends_with("values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"), "{ADD}");
}

#[test]
fn a_record_writes_what_it_reads() {
    let probe = Probe { id: NodeId(7), status: Status::Initial, at: None, tags: vec!["a".to_owned()] };
    on_both(async |fresh| {
        let written = probe.clone();
        let read = fresh.db.read(async move |tx| tx.query_one::<Probe>(GIVEN, written.params()).await).await;
        assert_eq!(read.unwrap(), probe);
    });
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
