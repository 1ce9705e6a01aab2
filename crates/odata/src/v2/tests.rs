use super::*;
use crate::value::Value;

const SCHEMA: Schema = Schema {
    namespace: "test.api",
    container: "api",
    types: &[PACKAGE, PART],
    operations: &[Operation {
        name: "Copy",
        method: "POST",
        returns: Some("Package"),
        parameters: &[Parameter { name: "Id", optional: false }],
    }],
};

const PACKAGE: EntityType = EntityType {
    name: "Package",
    set: "Packages",
    properties: &[Property::key("Id"), Property::text("Name"), Property::of("At", Kind::DateTime)],
    complex: &["Owner/Name"],
    navigation: &[Navigation { name: "Parts", target: "Part", many: true }],
    media: true,
};

const PART: EntityType = EntityType {
    name: "Part",
    set: "PartSet",
    properties: &[Property::key("Id"), Property::key("Version"), Property::of("Size", Kind::Int64)],
    complex: &[],
    navigation: &[],
    media: false,
};

fn base() -> Base<'static> {
    Base { url: "http://h/api/v1", now: 0 }
}

fn package() -> Entity {
    SCHEMA.of_set("Packages").unwrap().entity(|name| match name {
        "Id" => Value::from("it's a/b"),
        "Name" => Value::from("<x> & \u{1}y"),
        _ => Value::Time(1_409_529_600_000),
    })
}

#[test]
fn json_has_metadata_media_and_deferred_links() {
    let entity = json::entry(&SCHEMA, base(), &package(), &[]);
    let uri = "http://h/api/v1/Packages('it%27%27s%20a%2Fb')";
    assert_eq!(entity["d"]["__metadata"]["uri"], uri);
    assert_eq!(entity["d"]["__metadata"]["type"], "test.api.Package");
    assert_eq!(entity["d"]["__metadata"]["media_src"], format!("{uri}/$value"));
    assert_eq!(entity["d"]["At"], "/Date(1409529600000)/");
    assert_eq!(entity["d"]["Parts"]["__deferred"]["uri"], format!("{uri}/Parts"));
}

#[test]
fn a_json_list_has_count_next_and_only_what_was_selected() {
    let part = SCHEMA.of_type("Part").unwrap().entity(|name| match name {
        "Size" => Value::Int(7),
        name => Value::from(name),
    });
    let next = Some("http://h/next".to_owned());
    let feed = Feed { entities: vec![part], count: Some(3), next, select: vec!["Size".to_owned()] };
    let list = json::feed(&SCHEMA, base(), &feed);
    assert_eq!(list["d"]["__count"], "3");
    assert_eq!(list["d"]["__next"], "http://h/next");
    let one = &list["d"]["results"][0];
    assert_eq!(one["Size"], "7");
    assert!(one.get("Id").is_none());
    assert_eq!(one["__metadata"]["uri"], "http://h/api/v1/PartSet(Id='Id',Version='Version')");
}

#[test]
fn atom_is_escaped_and_well_formed() {
    let feed = Feed { entities: vec![package()], count: Some(1), ..Feed::default() };
    let text = atom::feed(&SCHEMA, base(), &PACKAGE, &feed);
    assert!(text.contains("<d:Name>&lt;x&gt; &amp; y</d:Name>"), "{text}");
    assert!(text.contains("<d:At>2014-09-01T00:00:00</d:At>"));
    assert!(text.contains("<m:count>1</m:count>"));
    for text in [text, edmx::document(&SCHEMA), atom::service_document(&SCHEMA, base()), xml_error("Not Found", "<")] {
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{error}: {text}"),
            }
        }
    }
}

#[test]
fn metadata_names_types_keys_and_associations() {
    let text = edmx::document(&SCHEMA);
    for part in [
        "m:HasStream=\"true\"",
        "<PropertyRef Name=\"Version\"/>",
        "Relationship=\"test.api.Package_Parts\"",
        "<EntitySet Name=\"PartSet\" EntityType=\"test.api.Part\"/>",
        "<FunctionImport Name=\"Copy\" ReturnType=\"test.api.Package\" EntitySet=\"Packages\" m:HttpMethod=\"POST\">",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn paths_are_split_outside_of_keys() {
    let path = path::parse("Flows(Id='a%2Fb',Version='active')/$links/Configurations('my%20key''s')").unwrap();
    let names: Vec<&str> = path.iter().map(|segment| segment.name.as_str()).collect();
    assert_eq!(names, ["Flows", "$links", "Configurations"]);
    assert!(path[1].is("$links") && !path[2].is("Configurations"));
    let values = |segment: &Segment, names: &[&str]| segment.key.as_ref().unwrap().values(names);
    assert_eq!(values(&path[0], &["Version", "Id"]), Ok(vec!["active".to_owned(), "a/b".to_owned()]));
    assert_eq!(values(&path[2], &["ParameterKey"]), Ok(vec!["my key's".to_owned()]));
    let single = path::parse("/P('x=1')/$value").unwrap();
    assert_eq!(values(&single[0], &["Id"]), Ok(vec!["x=1".to_owned()]));
    let named = path::parse("B(TaskId='7')").unwrap();
    assert_eq!(values(&named[0], &["TaskId"]), Ok(vec!["7".to_owned()]));
}

#[test]
fn a_key_names_exactly_the_key_properties() {
    for (path, wanted) in [
        ("F(Id='a')", &["Id", "Version"][..]),
        ("F('a')", &["Id", "Version"]),
        ("F(Id='a',Version='b',Other='c')", &["Id", "Version"]),
        ("F(Id='a',Id='b')", &["Id", "Version"]),
        ("P(Name='a')", &["Id"]),
        ("P(Id='a',Name='b')", &["Id"]),
    ] {
        let path = path::parse(path).unwrap();
        assert!(path[0].key.as_ref().unwrap().values(wanted).is_err(), "{path:?}");
    }
}

#[test]
fn what_is_selected_and_expanded_exists_and_has_an_effect() {
    let of = |raw: &str| SCHEMA.selected(&PACKAGE, &crate::Query::v2(raw).unwrap());
    assert_eq!(of("$expand=Parts&$select=Name,Parts/Size").unwrap().len(), 1);
    assert!(of("$select=Parts").is_ok());
    for raw in [
        "$select=x",
        "$select=Parts/Size",
        "$expand=Parts&$select=Parts/x",
        "$expand=x",
        "$expand=Parts/x",
        "$select=Id/x",
    ] {
        assert!(of(raw).is_err(), "{raw}");
    }
    assert!(PACKAGE.has_path("Owner/Name") && !PACKAGE.has_path("Parts"));
    assert_eq!(package().at("Owner/Name"), Some(Value::Null));
}

#[test]
fn broken_paths_are_refused() {
    for bad in ["P('x", "P('x'", "P(x)", "P(Id='a','b')", "P(foo'x')", "%ff"] {
        assert!(path::parse(bad).is_err(), "{bad}");
    }
}

#[test]
fn dates_of_json_come_back() {
    assert_eq!(parse_json_date(&json_date(-5)), Some(-5));
    assert_eq!(parse_json_date("/Date(1409529600000+0120)/"), Some(1_409_529_600_000));
    assert_eq!(parse_json_date("1409529600000"), None);
}

#[test]
fn what_is_expanded_is_written_out_and_selected_by_its_path() {
    let part = SCHEMA.of_type("Part").unwrap().entity(|name| match name {
        "Size" => Value::Int(7),
        name => Value::from(name),
    });
    let whole = package().with(PACKAGE.link("Parts").unwrap(), vec![part]);
    let select = ["Name".to_owned(), "Parts/Size".to_owned()];
    let entity = json::entry(&SCHEMA, base(), &whole, &select);
    assert!(entity["d"].get("Id").is_none());
    let parts = &entity["d"]["Parts"]["results"];
    assert_eq!((parts[0]["Size"].as_str(), parts[0].get("Id")), (Some("7"), None));
    let text = atom::entry(&SCHEMA, base(), &whole, &select);
    assert!(text.contains("<m:inline><feed>") && text.contains("<d:Size>7</d:Size>"), "{text}");
    assert!(!text.contains("<d:Version>") && !text.contains("<d:Id>"), "{text}");
}
