use super::*;
use crate::node::{Draft, DraftTarget};
use crate::request::MtaIdentity;
use crate::{BlobId, DestinationName, EntryId, ExtDescriptorId, NodeName, TargetId};
use proptest::prelude::*;

fn node(mode: ForwardMode) -> Node {
    Node {
        id: NodeId(12),
        draft: Draft {
            name: NodeName("QA_EU".into()),
            upload_allowed: true,
            forward_mode: mode,
            target: Some(DraftTarget {
                content_type: ContentType::Mta,
                destination: DestinationName("qa-eu-deploy".into()),
                strategy: "default".into(),
            }),
            ..Draft::default()
        },
        target_id: Some(TargetId(13)),
        import_disabled: false,
        import_disabled_reason: String::new(),
    }
}

fn candidate(request: i64, status: Status, pos: i64) -> Candidate {
    let mta = Some(MtaIdentity { id: "shop".into(), version: "1.4.2".into() });
    let entry =
        Entry { id: EntryId(request * 10), uri: (9000 + request).to_string(), file_name: "shop.mtar".into(), mta };
    Candidate {
        queue: QueueId(request * 100),
        request: RequestId(request),
        description: format!("request {request}"),
        content_type: ContentType::Mta,
        storage_type: StorageType::File,
        entries: vec![entry],
        status,
        pos,
    }
}

fn ids(chosen: &[Candidate]) -> Vec<i64> {
    chosen.iter().map(|c| c.request.0).collect()
}

fn planned(node: &Node, chosen: Vec<Candidate>) -> Plan {
    plan(ActionId(7200), Kind::All, node, chosen, &[])
}

#[test]
fn all_takes_the_importable_ones_in_the_order_of_the_queue() {
    let all = Status::ALL.into_iter().zip(1..).map(|(status, n)| candidate(n, status, 100 - n)).collect();
    let chosen = select(&node(ForwardMode::Auto), &Selection::All, all).unwrap();
    assert_eq!(ids(&chosen), [3, 2, 1]);
    assert!(chosen.iter().all(|c| c.status.is_importable()));
}

#[test]
fn named_requests_run_in_the_order_of_the_queue_not_of_the_naming() {
    let queue =
        vec![candidate(1, Status::Initial, 1), candidate(2, Status::Initial, 2), candidate(3, Status::Fatal, 3)];
    let named = Selection::Only(vec![RequestId(3), RequestId(1), RequestId(3)]);
    assert_eq!(ids(&select(&node(ForwardMode::Auto), &named, queue).unwrap()), [1, 3]);
}

#[test]
fn one_unsuitable_request_refuses_all() {
    let queue = || vec![candidate(1, Status::Initial, 1), candidate(2, Status::Succeeded, 2)];
    let ask = |named: &[i64]| {
        let named = named.iter().copied().map(RequestId).collect();
        select(&node(ForwardMode::Auto), &Selection::Only(named), queue())
    };
    assert!(matches!(ask(&[1, 2]), Err(Refused::Status(WrongStatus { request: RequestId(2), .. }))));
    assert_eq!(ask(&[1, 9]), Err(Refused::NotInQueue(RequestId(9))));
    assert_eq!(ask(&[]), Err(Refused::NothingNamed));
}

#[test]
fn a_disabled_node_imports_nothing_and_says_why() {
    let mut node = node(ForwardMode::Auto);
    node.import_disabled = true;
    node.import_disabled_reason = "freeze".into();
    let refused = select(&node, &Selection::All, vec![]).unwrap_err();
    assert_eq!(refused.to_string(), "import is disabled for node 'QA_EU': freeze");
}

#[test]
fn pre_import_forwards_first_and_the_other_modes_do_not() {
    let two = || vec![candidate(1, Status::Initial, 1), candidate(2, Status::Initial, 2)];
    let deploys = [
        Step::Deploy { item: 0, entry: 0 },
        Step::End { item: 0 },
        Step::Deploy { item: 1, entry: 0 },
        Step::End { item: 1 },
    ];
    let auto = planned(&node(ForwardMode::Auto), two());
    assert_eq!(auto.steps[0], Step::Forward { first: 0, count: 2 });
    assert_eq!(auto.steps[1..], deploys);
    for mode in [ForwardMode::PostImport, ForwardMode::OnSuccess, ForwardMode::Manual] {
        assert_eq!(planned(&node(mode), two()).steps, deploys, "{mode}");
    }
    assert!(!auto.is_immediate());
}

#[test]
fn after_the_import_the_mode_decides() {
    use ForwardMode as M;
    use Outcome as O;
    let table = [
        (M::Auto, [false; 5]),
        (M::Manual, [false; 5]),
        (M::PostImport, [true; 5]),
        (M::OnSuccess, [true, true, true, false, false]),
    ];
    for (mode, expected) in table {
        let outcomes = [O::Skipped, O::Succeeded, O::Warning, O::Error, O::Fatal];
        assert_eq!(outcomes.map(|outcome| forwards_after(mode, outcome)), expected, "{mode}");
    }
}

#[test]
fn a_virtual_node_skips_and_hands_on_by_its_mode() {
    for (mode, forward) in [
        (ForwardMode::Auto, true),
        (ForwardMode::PostImport, true),
        (ForwardMode::OnSuccess, true),
        (ForwardMode::Manual, false),
    ] {
        let mut node = node(mode);
        node.draft.is_virtual = true;
        node.draft.target = None;
        let plan = planned(&node, vec![candidate(1, Status::Initial, 1)]);
        let outcome = Outcome::Skipped;
        assert_eq!(plan.steps, [Step::Conclude { first: 0, count: 1, outcome, forward }], "{mode}");
        assert!(plan.is_immediate());
    }
}

#[test]
fn a_node_without_a_way_to_deploy_is_fatal_with_a_reason() {
    let mut bare = node(ForwardMode::OnSuccess);
    bare.draft.target = None;
    let plan = planned(&bare, vec![candidate(1, Status::Initial, 1)]);
    assert!(matches!(&plan.way, Treatment::Refuse(why) if why.contains("no destination")));
    let outcome = Outcome::Fatal;
    assert_eq!(plan.steps, [Step::Conclude { first: 0, count: 1, outcome, forward: false }]);
    let mut app = node(ForwardMode::PostImport);
    app.draft.target.as_mut().unwrap().content_type = ContentType::App;
    let plan = planned(&app, vec![candidate(1, Status::Initial, 1)]);
    assert!(matches!(&plan.way, Treatment::Refuse(why) if why.contains("APP")));
    assert_eq!(plan.steps, [Step::Conclude { first: 0, count: 1, outcome, forward: true }]);
}

#[test]
fn the_descriptor_is_chosen_when_the_import_is_planned() {
    let descriptor = |id, version: &str| ExtDescriptor {
        id: ExtDescriptorId(id),
        mta_id: "shop".into(),
        ext_id: "shop-qa".into(),
        mta_version: version.into(),
        blob: BlobId::of(&[7; 32]),
    };
    let all = [descriptor(1, "*"), descriptor(2, "1.4.2")];
    let chosen = vec![candidate(1, Status::Initial, 1)];
    let plan = plan(ActionId(1), Kind::Selected, &node(ForwardMode::Auto), chosen, &all);
    assert_eq!(plan.items[0].entries[0].descriptor.as_ref().map(|d| d.id.0), Some(2));
    assert_eq!(plan.items[0].entries[0].file, Some(FileId(9001)));
}

/// The stored form: a change here needs a new version and a reader of the old one.
#[test]
fn the_stored_plan_reads_back() {
    let plan = planned(&node(ForwardMode::Auto), vec![candidate(1, Status::Initial, 1)]);
    let text = serde_json::to_string(&plan).unwrap();
    assert_eq!(
        text,
        r#"{"version":1,"action":7200,"kind":"all","node":12,"node_name":"QA_EU","forward_mode":"AUTO","way":{"Deploy":{"id":13,"content_type":"MTA","destination":"qa-eu-deploy","strategy":"default"}},"items":[{"queue":100,"request":1,"description":"request 1","content_type":"MTA","storage_type":"FILE","entries":[{"entry":{"id":10,"uri":"9001","file_name":"shop.mtar","mta":{"id":"shop","version":"1.4.2"}},"file":9001,"descriptor":null}]}],"steps":[{"Forward":{"first":0,"count":1}},{"Deploy":{"item":0,"entry":0}},{"End":{"item":0}}]}"#
    );
    assert_eq!(serde_json::from_str::<Plan>(&text).unwrap(), plan);
}

proptest! {
    /// Each request is concluded exactly once, in the order of the queue, and forwarded at most once before that.
    #[test]
    fn every_request_ends_once_in_order(count in 0usize..350, is_virtual in any::<bool>(), auto in any::<bool>()) {
        let mut node = node(if auto { ForwardMode::Auto } else { ForwardMode::OnSuccess });
        if is_virtual {
            node.draft.is_virtual = true;
            node.draft.target = None;
        }
        let queue = (0..count as i64).map(|n| candidate(n, Status::Initial, n)).collect();
        let plan = planned(&node, queue);
        let mut ended = Vec::new();
        let mut forwarded = Vec::new();
        for step in &plan.steps {
            match *step {
                Step::Forward { first, count } => forwarded.extend(first..first + count),
                Step::Conclude { first, count, .. } => ended.extend(first..first + count),
                Step::End { item } => ended.push(item),
                Step::Deploy { item, .. } => prop_assert_eq!(item, ended.len()),
            }
        }
        prop_assert_eq!(ended, (0..count).collect::<Vec<_>>());
        let early = if auto && !is_virtual { count } else { 0 };
        prop_assert_eq!(forwarded, (0..early).collect::<Vec<_>>());
    }
}

#[test]
fn people_do_not_import_where_solution_manager_does() {
    let mut charm = node(ForwardMode::Auto);
    assert_eq!(check_starter(&charm, true), Ok(()));
    charm.draft.controlled_by = Some("CHARM".into());
    assert_eq!(check_starter(&charm, true), Err(Refused::Controlled("QA_EU".into())));
    assert_eq!(check_starter(&charm, false), Ok(()));
}

#[test]
fn nothing_is_selected_for_an_abap_system() {
    let mut abap = node(ForwardMode::Auto);
    abap.draft.target.as_mut().unwrap().content_type = ContentType::BtpAbap;
    let queue = || vec![candidate(1, Status::Initial, 1)];
    let named = Selection::Only(vec![RequestId(1)]);
    assert_eq!(select(&abap, &named, queue()), Err(Refused::SelectedAbap("QA_EU".into())));
    assert_eq!(ids(&select(&abap, &Selection::All, queue()).unwrap()), [1]);
}
