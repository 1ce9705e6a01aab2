use super::*;

fn row<'a>(pairs: &'a [(&'a str, Value)]) -> impl Fn(&str) -> Option<Value> + 'a {
    |path| pairs.iter().find(|(name, _)| *name == path).map(|(_, value)| value.clone())
}

fn holds(filter: &str, pairs: &[(&str, Value)]) -> Result<bool> {
    let raw = percent_encoding::utf8_percent_encode(filter, percent_encoding::NON_ALPHANUMERIC).to_string();
    Query::v2(&format!("$filter={raw}"))?.matches(row(pairs))
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
    let query = Query::v2(raw).unwrap();
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
    for raw in ["$top=-1", "$apply=x", "$inlinecount=some", "$top=1&$top=2", "$expand=A($select=x)"] {
        assert!(Query::v2(raw).is_err(), "{raw}");
    }
}

#[test]
fn each_version_has_its_own_count_and_neither_has_a_search() {
    assert!(Query::v2("$inlinecount=allpages").unwrap().count && Query::v4("$count=true").unwrap().count);
    for refused in [Query::v2("$count=true"), Query::v4("$inlinecount=allpages"), Query::v4("$search=x")] {
        assert!(matches!(refused, Err(Error::UnknownOption(_))), "{refused:?}");
    }
}

#[test]
fn what_has_no_effect_is_refused_by_name() {
    let query = Query::v2("$select=Id&$format=json&$top=1&sap-client=100&colour=red").unwrap();
    let refused = query.only("one entity", &["$select", "$expand"]).unwrap_err().to_string();
    assert_eq!(refused, "the query option $top has no effect on one entity; leave it out");
    assert_eq!(query.only("a list", &["$select", "$top"]), Ok(()));
    assert!(query.custom_only("a list", |_| false).unwrap_err().to_string().contains("colour"));
    assert_eq!(query.custom_only("a list", |name| name == "colour"), Ok(()));
}

#[test]
fn names_are_checked_also_without_rows() {
    let query = Query::v2("$filter=(a eq 1 or not startswith(b,c)) and d in (1,e)&$orderby=f").unwrap();
    let mut seen = std::cell::RefCell::new(Vec::new());
    let every = |path: &str| {
        seen.borrow_mut().push(path.to_owned());
        true
    };
    assert_eq!(query.check_paths(every), Ok(()));
    seen.get_mut().sort();
    assert_eq!(*seen.get_mut(), ["a", "b", "c", "d", "e", "f"]);
    assert_eq!(query.check_paths(|path| path != "e"), Err(Error::UnknownProperty("e".to_owned())));
}

#[test]
fn options_are_read() {
    let query = Query::v2(
        "$select=Id, Name,*&$expand=A,C/D&$inlinecount=none&$format=JSON&Author=Fred%7CJohn&$skiptoken=a%2Bb",
    );
    let query = query.unwrap();
    assert_eq!(query.select, ["Id", "Name"]);
    assert_eq!(query.expand, ["A", "C/D"]);
    assert!(!query.count && query.has("$inlinecount"));
    assert_eq!(query.format.as_deref(), Some("json"));
    assert_eq!(query.custom("Author"), Some("Fred|John"));
    assert_eq!(query.skiptoken.as_deref(), Some("a+b"));
    let call = Query::v2("Id='it''s'&Version=active").unwrap();
    assert_eq!(call.parameter("Id").as_deref(), Some("it's"));
    assert_eq!(call.parameter("Version").as_deref(), Some("active"));
}
