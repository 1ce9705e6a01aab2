use super::*;

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn instance(name: &str) -> Option<Instance> {
    Some(Instance { name: name.to_owned(), keys: 1 })
}

fn node(name: &str, destination: Option<&str>) -> Node {
    Node {
        name: name.to_owned(),
        uploads: destination.is_none(),
        forwards: true,
        takes_mta: destination.is_some(),
        destination: destination.map(str::to_owned),
        successors: usize::from(name != "PROD"),
        request: Some("succeeded".to_owned()),
        import: Some("Import to Node, succeeded".to_owned()),
    }
}

/// An installation in which everything is done.
fn whole() -> Facts {
    let deploy = Deploy {
        url: "http://h/deploy-service/slprot/o/s/slp".to_owned(),
        is_ours: true,
        user: "u".to_owned(),
        has_secret: true,
    };
    let target =
        |node: &str| Target { node: node.to_owned(), name: format!("CPI_{node}"), found: Some(deploy.clone()) };
    let line =
        |what: &str| Line { what: what.to_owned(), state: State::Done, text: "ok".to_owned(), fix: String::new() };
    let said = |heading: &str, value: &str| (heading.to_owned(), value.to_owned());
    let moved = ["In Implementation", "In Testing", "Successfully Tested", "Ready for Production", "Deployed"];
    let mut history: Vec<(String, String)> = moved.iter().map(|status| said("Status changed", status)).collect();
    history.push(said("Transport request assigned", "7"));
    Facts {
        subaccounts: vec!["Cloud ALM".to_owned(), "DEV".to_owned()],
        granted: set(&["alm-ts", "SAPCloudALMAPIs"]),
        alm: Some(Alm {
            name: "Cloud ALM".to_owned(),
            entitled: set(&["alm-ts", "SAPCloudALMAPIs"]),
            has_transport: true,
            viewers: 2,
            operators: 1,
            spaces: Some(vec!["api".to_owned()]),
            api: instance("calm"),
            api_scopes: ["display", "manage"].map(|kind| format!("a!b1.imp-cdm-feature-{kind}-ui")).to_vec(),
            targets: vec![target("TEST"), target("PROD")],
        }),
        source: Some(Source {
            name: "DEV".to_owned(),
            agent: instance("agent"),
            runtime: instance("runtime"),
            mode: Some("TransportManagementService".to_owned()),
            source_system: Some("DEV".to_owned()),
            check: Some(
                ["ContentAssemblyService", "CloudIntegration", "TransportManagementService"].map(line).to_vec(),
            ),
        }),
        nodes: vec![node("DEV", None), node("TEST", Some("CPI_TEST")), node("PROD", Some("CPI_PROD"))],
        request: Some("353".to_owned()),
        apart: Vec::new(),
        change: Some(Change { title: "6-1 Orders".to_owned(), status: "Deployed".to_owned(), history }),
    }
}

fn open(facts: &Facts) -> Vec<u8> {
    let found = look(facts);
    STEPS.iter().zip(found).filter(|(_, found)| found.state != State::Done).map(|(step, _)| step.number).collect()
}

#[test]
fn everything_is_done_in_a_whole_installation() {
    let found = look(&whole());
    assert_eq!(found.len(), STEPS.len());
    for (step, found) in STEPS.iter().zip(&found) {
        assert_eq!(found.state, State::Done, "{}: {found:?}", step.number);
        assert!(!found.saw.is_empty(), "{}", step.number);
    }
}

#[test]
fn nothing_is_done_in_an_empty_one_and_each_step_says_what_to_do() {
    let found = look(&Facts::default());
    for (step, found) in STEPS.iter().zip(&found) {
        assert_eq!(found.state, State::Missing, "{}: {found:?}", step.number);
        assert!(found.fix.as_ref().is_some_and(|fix| !fix.is_empty()), "{}", step.number);
    }
}

#[test]
fn each_thing_that_lacks_opens_its_own_steps() {
    type Break = fn(&mut Facts);
    fn alm(facts: &mut Facts) -> &mut Alm {
        facts.alm.as_mut().unwrap()
    }
    fn source(facts: &mut Facts) -> &mut Source {
        facts.source.as_mut().unwrap()
    }
    let cases: [(&str, Break, &[u8]); 21] = [
        ("entitlement", |f| alm(f).entitled.clear(), &[2, 5, 17, 20]),
        ("grant", |f| f.granted = set(&["alm-ts"]), &[18, 19]),
        ("subscription", |f| alm(f).has_transport = false, &[6, 7]),
        ("operators", |f| alm(f).operators = 0, &[8, 9]),
        ("agent key", |f| source(f).agent.as_mut().unwrap().keys = 0, &[10]),
        ("runtime", |f| source(f).runtime = None, &[11]),
        ("mode", |f| source(f).mode = None, &[12]),
        ("space", |f| alm(f).spaces = Some(Vec::new()), &[16, 21, 22, 23, 24, 25, 26]),
        ("authority", |f| drop(alm(f).api_scopes.pop()), &[23]),
        ("api key", |f| alm(f).api.as_mut().unwrap().keys = 0, &[25, 26]),
        ("source system", |f| source(f).source_system = None, &[31]),
        ("another source", |f| source(f).source_system = Some("dev".into()), &[37]),
        ("target", |f| alm(f).targets[1].found = None, &[33, 34, 35, 36]),
        ("target URL", |f| alm(f).targets[0].found.as_mut().unwrap().url.push_str("/x"), &[34]),
        ("password", |f| alm(f).targets[0].found.as_mut().unwrap().has_secret = false, &[36]),
        ("apart", |f| f.apart.push("QA".into()), &[39]),
        ("forwarding", |f| f.nodes[1].forwards = false, &[40]),
        ("nothing was exported", |f| f.request = None, &[45]),
        ("fork", |f| f.nodes[0].successors = 2, &[41]),
        ("failed in production", |f| f.nodes[2].request = Some("fatal".into()), &[52]),
        ("not confirmed", |f| f.change.as_mut().unwrap().history.retain(|(_, said)| said != "Deployed"), &[54]),
    ];
    for (what, spoil, steps) in cases {
        let mut facts = whole();
        spoil(&mut facts);
        assert_eq!(open(&facts), steps, "{what}");
    }
}

#[test]
fn what_the_configuration_check_says_is_said_of_the_steps_of_its_destination() {
    let mut facts = whole();
    let lines = facts.source.as_mut().unwrap().check.as_mut().unwrap();
    lines[2] = Line {
        what: "TransportManagementService".to_owned(),
        state: State::Wrong,
        text: "no token".to_owned(),
        fix: "compare the secret".to_owned(),
    };
    assert_eq!(open(&facts), [27, 28, 29, 30, 32, 42]);
    let found = &look(&facts)[32];
    assert_eq!(
        (found.saw.as_str(), found.fix.as_deref()),
        ("TransportManagementService: no token", Some("compare the secret"))
    );
    facts.source.as_mut().unwrap().check = None;
    assert_eq!(open(&facts), [13, 14, 27, 28, 29, 30, 32, 42]);
}
