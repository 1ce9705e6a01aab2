//! One look per step.

use super::{Alm, Deploy, Facts, Finding, Instance, Line, Node, STEPS, Source, State, Target};

const TRANSPORT: &str = "alm-ts";
const ALM_API: &str = "SAPCloudALMAPIs";
const ASSEMBLY: &str = "ContentAssemblyService";
const INTEGRATION: &str = "CloudIntegration";
const PASS_THROUGH: &str = "TransportManagementService";
const MOVED: &str = "Status changed";
const SCOPES: [&str; 2] = ["imp-cdm-feature-display-ui", "imp-cdm-feature-manage-ui"];

/// What a look goes on with, or the finding that ends it.
type Looked<T = Finding> = Result<T, Finding>;

fn finding(state: State, saw: impl Into<String>) -> Finding {
    Finding { state, saw: saw.into(), fix: None }
}

fn done(saw: impl Into<String>) -> Finding {
    finding(State::Done, saw)
}

fn missing(saw: impl Into<String>) -> Finding {
    finding(State::Missing, saw)
}

/// Missing, and something else is to be done first than the step says.
fn lacking(saw: impl Into<String>, fix: impl Into<String>) -> Finding {
    Finding { fix: Some(fix.into()), ..missing(saw) }
}

fn wrong(saw: impl Into<String>, fix: impl Into<String>) -> Finding {
    Finding { fix: Some(fix.into()), ..finding(State::Wrong, saw) }
}

/// How every step stands, in their order; what is not done has a fix.
#[must_use]
pub fn look(facts: &Facts) -> Vec<Finding> {
    let judged = STEPS.iter().map(|step| {
        let found = at(facts, step.number).unwrap_or_else(|ended| ended);
        let fix = found.fix.filter(|fix| !fix.is_empty());
        let fix = fix.or_else(|| (found.state != State::Done).then(|| step.fix.to_owned()));
        Finding { fix, ..found }
    });
    judged.collect()
}

fn at(facts: &Facts, number: u8) -> Looked {
    match number {
        0..=9 => account(facts, number),
        10..=14 | 27..=32 | 42 => source(facts, number),
        15..=26 => api(facts, number),
        33..=36 => target(facts, number),
        37..=41 => landscape(facts, number),
        _ => change(facts, number),
    }
}

fn alm(facts: &Facts) -> Looked<&Alm> {
    let fix = match facts.subaccounts.is_empty() {
        true => "create a subaccount first (step 0)",
        false => "entitle one of your subaccounts to sapcloudalm, plan standard, and subscribe it there",
    };
    facts.alm.as_ref().ok_or_else(|| lacking("no subaccount is subscribed to Cloud ALM", fix))
}

/// Subaccounts, entitlement, subscription, roles.
fn account(facts: &Facts, number: u8) -> Looked {
    if number == 0 {
        let names = facts.subaccounts.join(", ");
        let fix = "create one for Cloud ALM, and one for each tenant of Cloud Integration";
        return Ok(if names.is_empty() { lacking("there is no subaccount", fix) } else { done(names) });
    }
    let alm = alm(facts)?;
    match number {
        1 => Ok(done(alm.name.as_str())),
        2..=5 => Ok(entitlement(facts, alm, TRANSPORT, number)),
        6 | 7 if alm.has_transport => Ok(done("subscribed")),
        6 | 7 => Ok(missing(format!("{} is not subscribed to Cloud Transport Management", alm.name))),
        _ if alm.viewers == 0 => Ok(missing("nobody has TMS_Viewer_RC")),
        _ if alm.operators == 0 => Ok(missing("nobody has TMS_LandscapeOperator_RC")),
        8 => Ok(done(format!("{} see the landscape, {} change it", alm.viewers, alm.operators))),
        _ => Ok(done("the application can be opened")),
    }
}

/// `number`: the first of four steps is 2 or 17.
fn entitlement(facts: &Facts, alm: &Alm, service: &str, number: u8) -> Finding {
    let has = |services: &std::collections::BTreeSet<String>| services.contains(service);
    match number {
        3 | 4 | 18 | 19 if has(&facts.granted) => done(format!("{service} has the plan standard")),
        3 | 4 | 18 | 19 => missing(format!("the global account has no plan standard of {service}")),
        _ if has(&alm.entitled) => done(format!("{service}, plan standard, is entitled")),
        _ => missing(format!("{service} is not entitled in {}", alm.name)),
    }
}

/// The key of SAP Cloud ALM API.
fn api(facts: &Facts, number: u8) -> Looked {
    let alm = alm(facts)?;
    if (17..=20).contains(&number) {
        return Ok(entitlement(facts, alm, ALM_API, number));
    }
    let spaces = alm.spaces.as_ref().ok_or_else(|| missing("Cloud Foundry is not enabled"))?;
    if spaces.is_empty() && number != 15 {
        return Err(missing("there is no space"));
    }
    let instance = alm.api.as_ref();
    let instance = || instance.ok_or_else(|| missing(format!("there is no instance of {ALM_API}")));
    match number {
        15 | 16 | 21 => Ok(done(if spaces.is_empty() { "no space yet".to_owned() } else { spaces.join(", ") })),
        22 | 24 => Ok(done(instance()?.name.as_str())),
        23 => {
            instance()?;
            let lacks = |scope: &&str| !alm.api_scopes.iter().any(|have| have.ends_with(&format!(".{scope}")));
            let lacking: Vec<&str> = SCOPES.into_iter().filter(lacks).collect();
            Ok(match lacking.as_slice() {
                [] => done("both authorities"),
                some => wrong(format!("it lacks {}", some.join(" and ")), "update the instance with both authorities"),
            })
        }
        _ => keys(instance()?),
    }
}

fn keys(instance: &Instance) -> Looked {
    match instance.keys {
        0 => Err(missing(format!("{} has no key", instance.name))),
        1 => Ok(done(format!("{}, 1 key", instance.name))),
        keys => Ok(done(format!("{}, {keys} keys", instance.name))),
    }
}

/// Instances, mode and destinations of the source subaccount.
fn source(facts: &Facts, number: u8) -> Looked {
    let fix = "entitle the subaccount of your development tenant to integrationsuite, and subscribe it there";
    let none = || lacking("no subaccount has a tenant of Cloud Integration that is the source of transports", fix);
    let source = facts.source.as_ref().ok_or_else(none)?;
    let there = |instance: &'_ Option<Instance>, what: &str| match instance {
        Some(instance) => keys(instance),
        None => Err(missing(format!("{} has no instance of {what}", source.name))),
    };
    match number {
        10 => there(&source.agent, "the Content Agent"),
        11 => there(&source.runtime, "Process Integration Runtime, plan api"),
        12 => Ok(source.mode.as_ref().map_or_else(|| missing("no transport mode is set"), |mode| done(mode.as_str()))),
        13 => checked(source, ASSEMBLY),
        14 => checked(source, INTEGRATION),
        31 => match &source.source_system {
            Some(name) => Ok(done(format!("sourceSystemId = {name}"))),
            None => Ok(missing(format!("{PASS_THROUGH} has no property sourceSystemId"))),
        },
        42 => {
            let lines = lines(source)?;
            let bad = lines.iter().find(|line| line.state != State::Done);
            Ok(bad.map_or_else(|| done(format!("{} lines, all ok", lines.len())), told))
        }
        _ => checked(source, PASS_THROUGH),
    }
}

fn lines(source: &Source) -> Looked<&[Line]> {
    let late = || wrong("the configuration check did not end in time", "open the transport settings and check there");
    source.check.as_deref().ok_or_else(late)
}

/// What the configuration check says of a destination.
fn checked(source: &Source, name: &str) -> Looked {
    let mut about = lines(source)?.iter().filter(|line| line.what == name);
    let first = about.clone().next().ok_or_else(|| missing(format!("nothing is known of {name}")))?;
    Ok(told(about.find(|line| line.state != State::Done).unwrap_or(first)))
}

fn told(line: &Line) -> Finding {
    Finding { state: line.state, saw: format!("{}: {}", line.what, line.text), fix: Some(line.fix.clone()) }
}

/// The destinations that nodes name.
fn target(facts: &Facts, number: u8) -> Looked {
    let alm = alm(facts)?;
    if alm.targets.is_empty() {
        return Err(missing("no node names a destination yet"));
    }
    let found: Vec<(&Target, &Deploy)> = alm.targets.iter().map(deploy).collect::<Looked<_>>()?;
    for (target, deploy) in &found {
        let (name, url) = (&target.name, &deploy.url);
        match number {
            34 if url.contains([' ', ',']) => {
                return Err(wrong(format!("the URL of {name} has blanks or commas"), "percent-encode org and space"));
            }
            34 if !url.trim_end_matches('/').ends_with("/slp") => {
                return Err(wrong(format!("the URL of {name} is {url}"), "it is …/slprot/<org>/<space>/slp"));
            }
            36 if deploy.user.is_empty() || !deploy.has_secret => {
                return Err(missing(format!("{name} has no deploy user or no password")));
            }
            _ => {}
        }
    }
    let all = |text: &dyn Fn(&Target, &Deploy) -> String| {
        found.iter().map(|(target, deploy)| text(target, deploy)).collect::<Vec<_>>().join(", ")
    };
    Ok(done(match number {
        33 => all(&|target, _| target.name.clone()),
        34 => all(&|_, deploy| deploy.url.clone()),
        35 => all(&|target, deploy| match deploy.is_ours {
            true => format!("{} leads to this server", target.name),
            false => format!("{} leads elsewhere: check its connection", target.name),
        }),
        _ => all(&|target, deploy| format!("{} as {}", target.name, deploy.user)),
    }))
}

fn deploy(target: &Target) -> Looked<(&Target, &Deploy)> {
    let gone = || missing(format!("there is no destination {}, which the node {} names", target.name, target.node));
    target.found.as_ref().map(|deploy| (target, deploy)).ok_or_else(gone)
}

/// Nodes and routes.
fn landscape(facts: &Facts, number: u8) -> Looked {
    let none = || missing("there is no node for what is uploaded");
    let (first, rest) = facts.nodes.split_first().ok_or_else(none)?;
    let wanted = facts.source.as_ref().and_then(|source| source.source_system.as_deref());
    match number {
        37 if !first.uploads => Ok(wrong(format!("{} does not allow uploads", first.name), "allow uploads to it")),
        37 => Ok(match wanted {
            Some(wanted) if wanted != first.name => wrong(
                format!("the source node is {}, but the destination says {wanted}", first.name),
                "give both the same name; case matters",
            ),
            _ => done(first.name.as_str()),
        }),
        _ if rest.is_empty() => Err(missing(format!("no route leads on from {}", first.name))),
        38 => Ok(match rest.iter().find(|node| !node.takes_mta || node.destination.is_none()) {
            Some(node) => missing(format!("{} has no destination for MTAs", node.name)),
            None => done(names(rest)),
        }),
        39 if !facts.apart.is_empty() => Ok(missing(format!("no route leads to {}", facts.apart.join(", ")))),
        40 => Ok(match facts.nodes.iter().find(|node| !node.forwards) {
            Some(node) => {
                wrong(format!("{} does not forward by itself", node.name), "set its forward mode to Pre-Import")
            }
            None => done("all nodes forward by themselves"),
        }),
        41 => Ok(match facts.nodes.iter().find(|node| node.successors > 1) {
            Some(node) => wrong(format!("{} leads to {} nodes", node.name, node.successors), "leave one route from it"),
            None => done(facts.nodes.iter().map(|node| node.name.as_str()).collect::<Vec<_>>().join(" → ")),
        }),
        _ => Ok(done(facts.nodes.iter().map(|node| node.name.as_str()).collect::<Vec<_>>().join(" → "))),
    }
}

fn names(nodes: &[Node]) -> String {
    nodes.iter().map(|node| node.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The way of a change.
fn change(facts: &Facts, number: u8) -> Looked {
    match number {
        43 => created(facts),
        44 => happened(facts, MOVED, "In Implementation"),
        45 => Ok(match &facts.request {
            Some(request) => done(format!("the newest transport request is {request}")),
            None => missing("there is no transport request yet"),
        }),
        46 => happened(facts, "Transport request assigned", ""),
        47 | 48 => imported(facts.nodes.get(1)),
        49 => happened(facts, MOVED, "In Testing"),
        50 => happened(facts, MOVED, "Successfully Tested"),
        51 => happened(facts, MOVED, "Ready for Production"),
        52 => imported(production(facts)),
        53 => Ok(match production(facts).and_then(|node| node.import.as_ref()) {
            Some(log) => done(log.as_str()),
            None => missing("there is no import into the last node yet"),
        }),
        _ => happened(facts, MOVED, "Deployed"),
    }
}

fn production(facts: &Facts) -> Option<&Node> {
    facts.nodes.get(1..).and_then(<[Node]>::last)
}

fn created(facts: &Facts) -> Looked {
    facts.change.as_ref().map(|change| done(change.title.as_str())).ok_or_else(|| missing("there is no feature yet"))
}

fn happened(facts: &Facts, heading: &str, value: &str) -> Looked {
    created(facts)?;
    let change = facts.change.as_ref().ok_or_else(|| missing("there is no feature yet"))?;
    let is = |(known, said): &&(String, String)| known == heading && (value.is_empty() || said == value);
    Ok(match change.history.iter().find(is) {
        Some((heading, said)) => done(format!("{}: {heading} {said}", change.title)),
        None => missing(format!("{} is {}", change.title, change.status)),
    })
}

fn imported(node: Option<&Node>) -> Looked {
    let node = node.ok_or_else(|| missing("there is no node to import into yet"))?;
    Ok(match node.request.as_deref() {
        Some("succeeded" | "warning") => done(format!("the newest request is imported into {}", node.name)),
        Some("initial" | "running" | "repeatable") => missing(format!("the newest request waits in {}", node.name)),
        Some(other) => wrong(format!("the newest request is {other} in {}", node.name), ""),
        None => missing(format!("the newest request is not in {} yet", node.name)),
    })
}
