use super::*;

fn row<'a>(pairs: &'a [(&'a str, Value)]) -> impl Fn(&str) -> Option<Value> + 'a {
    |path| pairs.iter().find(|(name, _)| *name == path).map(|(_, value)| value.clone())
}

fn holds(filter: &str, pairs: &[(&str, Value)]) -> Result<bool> {
    let raw = percent_encoding::utf8_percent_encode(filter, percent_encoding::NON_ALPHANUMERIC).to_string();
    Query::parse(&format!("$filter={raw}"))?.matches(row(pairs))
}

fn flow() -> Vec<(&'static str, Value)> {
    vec![
        ("Name", Value::from("Orders to S/4")),
        ("Size", Value::Int(12)),
        ("Status", Value::from("STARTED")),
        ("LogEnd", Value::Time(1_409_529_600_000)),
        ("Comment", Value::Null),
        ("Active", Value::Bool(true)),
        ("toStatus/name", Value::from("Started")),
    ]
}

#[test]
fn what_holds_of_a_row() {
    for filter in [
        "Status eq 'STARTED'",
        "Status ne 'ERROR' and Size gt 11",
        "Status eq 'X' or (Size le 12 and not (Size lt 3))",
        "substringof('S/4', Name) and contains(Name, 'to')",
        "startswith(Name,'Orders') eq true and endswith(tolower(Name),'s/4')",
        "LogEnd ge datetime'2014-09-01T00:00:00' and LogEnd lt 2014-09-02T00:00:00Z",
        "LogEnd eq datetimeoffset'2014-09-01T02:00:00+02:00'",
        "Comment eq null and not (Comment ne null)",
        "Size in (1,12) and Status in ('STARTED')",
        "Active",
        "not (Active eq false)",
        "toStatus/name eq 'Started'",
        "length(Name) eq 13L and indexof(Name,'to') eq 7",
        "Size gt 11.5 and Size lt 1.25e1",
    ] {
        assert_eq!(holds(filter, &flow()), Ok(true), "{filter}");
    }
}

#[test]
fn and_binds_stronger_than_or() {
    assert_eq!(holds("Size eq 12 or Size eq 1 and Size eq 2", &flow()), Ok(true));
    assert_eq!(holds("(Size eq 12 or Size eq 1) and Size eq 2", &flow()), Ok(false));
}

#[test]
fn quotes_in_texts_are_doubled() {
    assert_eq!(holds("Name eq 'it''s'", &[("Name", Value::from("it's"))]), Ok(true));
    assert_eq!(holds("Name eq ''", &[("Name", Value::from(""))]), Ok(true));
}

#[test]
fn plus_is_a_blank() {
    let raw = "$filter=IntegrationArtifact/Id+eq+'x'+and+Status+ne+'DISCARDED'&$orderby=LogEnd+desc&$top=1";
    let query = Query::parse(raw).unwrap();
    assert_eq!(query.orderby, [Order { path: "LogEnd".into(), direction: Direction::Descending }]);
    assert_eq!(query.top, Some(1));
    let pairs = [("IntegrationArtifact/Id", Value::from("x")), ("Status", Value::from("FAILED"))];
    assert_eq!(query.matches(row(&pairs)), Ok(true));
}

#[test]
fn mistakes_are_told() {
    for (filter, part) in [
        ("Status eq", "missing"),
        ("Status eq 'x", "does not end"),
        ("Nope eq 1", "Nope"),
        ("Size eq 'x'", "cannot be compared"),
        ("soundex(Name) eq 'x'", "soundex"),
        ("startswith(Name)", "2 arguments"),
        ("(Size eq 1", "parenthesis"),
        ("Size", "not a condition"),
        ("Size eq 1 2", "follows"),
        ("datetime'x' eq LogEnd", "not a date"),
    ] {
        let error = holds(filter, &flow()).unwrap_err().to_string();
        assert!(error.contains(part), "{filter}: {error}");
    }
    let deep = format!("{}Size eq 1{}", "(".repeat(5000), ")".repeat(5000));
    assert!(holds(&deep, &flow()).unwrap_err().to_string().contains("deeply"));
    assert!(Query::parse("$top=-1").is_err());
    assert!(Query::parse("$apply=x").is_err());
    assert!(Query::parse("$inlinecount=some").is_err());
}

#[test]
fn a_page_is_filtered_sorted_skipped_and_cut() {
    let rows = vec![("b", 2_i64), ("a", 1), ("c", 2), ("d", 9)];
    let value = |row: &(&str, i64), path: &str| match path {
        "id" => Some(Value::from(row.0)),
        "n" => Some(Value::Int(row.1)),
        _ => None,
    };
    let query = Query::parse("$filter=n lt 9&$orderby=n desc,id&$skip=1&$inlinecount=allpages").unwrap();
    let page = query.page(rows.clone(), 10, value).unwrap();
    assert_eq!(page.rows.iter().map(|row| row.0).collect::<String>(), "ca");
    assert_eq!((page.count, page.more), (Some(3), false));
    let cut = query.page(rows, 1, value).unwrap();
    assert_eq!((cut.rows.len(), cut.count, cut.more), (1, Some(3), true));
    assert!(Query::parse("$orderby=x").unwrap().page(vec![("a", 1)], 1, value).is_err());
}

#[test]
fn options_are_read() {
    let query = Query::parse(
        "$select=Id, Name,*&$expand=A,B($select=x,y),C/D&$count=true&$format=JSON&Author=Fred%7CJohn&$skiptoken=a%2Bb",
    );
    let query = query.unwrap();
    assert_eq!(query.select, ["Id", "Name"]);
    assert_eq!(query.expand, ["A", "B", "C/D"]);
    assert!(query.count);
    assert_eq!(query.format.as_deref(), Some("json"));
    assert_eq!(query.custom("Author"), Some("Fred|John"));
    assert_eq!(query.skiptoken.as_deref(), Some("a+b"));
    let call = Query::parse("Id='it''s'&Version=active").unwrap();
    assert_eq!(call.parameter("Id").as_deref(), Some("it's"));
    assert_eq!(call.parameter("Version").as_deref(), Some("active"));
}
