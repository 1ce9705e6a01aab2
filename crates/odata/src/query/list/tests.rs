use super::*;
use proptest::prelude::*;

/// Number (unique), a text with many doubles, a number that may be missing.
type Row = (i64, String, Option<i64>);

fn value(row: &Row, path: &str) -> Option<Value> {
    match path {
        "n" => Some(Value::Int(row.0)),
        "t" => Some(Value::from(row.1.as_str())),
        "o" => Some(Value::from(row.2)),
        _ => None,
    }
}

fn page(raw: &str, largest: usize, rows: &[Row]) -> Result<Listed<Row>> {
    Query::v2(raw)?.list("/Rows", largest, rows.to_vec(), |row| vec![Value::Int(row.0)], value)
}

/// All rows that following the links gives, and how many pages that took.
fn followed(first: &str, largest: usize, rows: &[Row]) -> (Vec<Row>, Vec<Option<usize>>) {
    let (mut raw, mut seen, mut counts) = (first.to_owned(), Vec::new(), Vec::new());
    loop {
        let page = page(&raw, largest, rows).unwrap();
        assert!(page.rows.len() <= largest);
        assert!(page.next.is_none() || page.rows.len() == largest, "a page that is cut is full");
        seen.extend(page.rows);
        counts.push(page.count);
        let Some(next) = page.next else { return (seen, counts) };
        raw = next;
    }
}

fn rows(texts: &[&str]) -> Vec<Row> {
    (1..).zip(texts).map(|(n, t)| (n, (*t).to_owned(), None)).collect()
}

fn options() -> impl Strategy<Value = String> {
    let filter = proptest::sample::select(vec![
        "",
        "$filter=t ne 'b'",
        "$filter=n+gt+7%20and%20substringof('a',t)",
        "$filter=o eq null or o lt 3",
        "$filter=t eq 'nothing'",
    ]);
    let order = proptest::sample::select(vec![
        "",
        "$orderby=t",
        "$orderby=t desc",
        "%24orderby=o%20desc,t",
        "$orderby=o,n desc",
        "$orderby=n desc",
    ]);
    let top = proptest::option::of(0_usize..60).prop_map(|top| top.map(|top| format!("$top={top}")));
    let skip = proptest::option::of(0_usize..30).prop_map(|skip| skip.map(|skip| format!("%24skip={skip}")));
    let more = proptest::sample::select(vec!["", "$inlinecount=allpages", "$select=t&Author=a%26b", "$format=json"]);
    (filter, order, top, skip, more).prop_map(|(filter, order, top, skip, more)| {
        let parts =
            [filter.to_owned(), order.to_owned(), top.unwrap_or_default(), skip.unwrap_or_default(), more.to_owned()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&")
    })
}

proptest! {
    /// Whatever is asked, and whatever the size of the pages: following the links gives what one big page gives.
    #[test]
    fn the_pages_are_the_list(
        texts in proptest::collection::vec(("[abü]{0,2}", proptest::option::of(0_i64..5)), 0..80),
        raw in options(), largest in 1_usize..30,
    ) {
        let rows: Vec<Row> = (1..).zip(texts).map(|(n, (t, o))| (n, t, o)).collect();
        let whole = page(&raw, usize::MAX, &rows).unwrap();
        prop_assert_eq!(&whole.next, &None);
        let (seen, counts) = followed(&raw, largest, &rows);
        prop_assert_eq!(seen, whole.rows);
        prop_assert!(counts.into_iter().all(|count| count == whole.count), "every page tells the same count");
    }
}

#[test]
fn the_next_link_has_the_whole_question() {
    let raw = "$filter=t+ne+'x'&$orderby=t&$select=n,t&$inlinecount=allpages&$skip=1&$top=9&Author=Fred%7CJohn";
    let next = page(raw, 2, &rows(&["c", "b", "a", "d", "e"])).unwrap().next.unwrap();
    let (kept, token) = next.split_once("&$skiptoken=").unwrap();
    assert_eq!(kept, "$filter=t+ne+'x'&$orderby=t&$select=n,t&$inlinecount=allpages&Author=Fred%7CJohn&$top=7");
    let foreign = format!("$skiptoken={token}");
    assert!(page(&foreign, 2, &rows(&["c"])).is_err(), "the token alone means nothing");
}

#[test]
fn rows_made_or_removed_meanwhile_do_not_shift_the_next_page() {
    let before = rows(&["b", "a", "b", "a", "c"]);
    let next = page("$orderby=t", 2, &before).unwrap().next.unwrap();
    let text = |n: i64, t: &str| (n, t.to_owned(), None);
    let changed = [text(1, "b"), text(3, "b"), text(5, "c"), text(6, "a0"), text(7, "a")];
    let numbers: Vec<i64> = page(&next, 9, &changed).unwrap().rows.iter().map(|row| row.0).collect();
    assert_eq!(numbers, [7, 6, 1, 3, 5]);
}

#[test]
fn reading_may_stop_where_the_page_ends() {
    let query = Query::v2("$filter=n gt 1").unwrap();
    let mut list = List::new(&query, "/Rows", 2).unwrap();
    let mut read = 0;
    for row in rows(&["a", "b", "c", "d", "e", "f"]) {
        if list.is_complete() {
            break;
        }
        read += 1;
        list.offer(row.clone(), vec![Value::Int(row.0)], value).unwrap();
    }
    assert_eq!(read, 4, "one that does not match, two for the page, one to know that more follow");
    let next = Query::v2(&list.finish().next.unwrap()).unwrap();
    assert_eq!(List::<Row>::new(&next, "/Rows", 2).unwrap().begins_after(), Some(&Value::Int(3)));
}

#[test]
fn unknown_orders_and_filters_are_refused() {
    for raw in ["$orderby=x", "$filter=x eq 1", "$filter=t gt 1"] {
        assert!(page(raw, 2, &rows(&["a"])).is_err(), "{raw}");
    }
}
