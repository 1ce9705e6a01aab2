use super::*;
use proptest::prelude::*;

const R: RequestId = RequestId(7);

fn all_outcomes() -> [Outcome; 5] {
    [Outcome::Skipped, Outcome::Succeeded, Outcome::Warning, Outcome::Error, Outcome::Fatal]
}

fn all_events() -> Vec<Event> {
    let mut events = vec![Event::Arrives, Event::ImportStarts, Event::Lost, Event::Reset, Event::Remove];
    events.extend(all_outcomes().map(Event::ImportEnds));
    events
}

/// A request that nobody has put into this queue before: the reference tells the three ways apart by who brings it.
fn comes_new() -> Placement {
    let queue = Tail { node: NodeId(1), last: 4, present: BTreeMap::new() };
    let placed = arrive(&queue, &[R]);
    assert_eq!(placed.len(), 1);
    placed[0]
}

const NEW: Placement = Placement { request: R, is_new: true, status: S::Initial, pos: 5, again: false };

#[test]
fn t1_what_is_uploaded_into_a_node_is_initial_and_last() {
    assert_eq!(transition(None, Event::Arrives).unwrap().to, To::Is(S::Initial));
    assert_eq!(comes_new(), NEW);
}

#[test]
fn t2_what_is_exported_from_the_node_before_is_initial_in_every_queue_that_follows() {
    let queues = [1, 2].map(|node| Tail { node: NodeId(node), last: 4, present: BTreeMap::new() });
    assert_eq!(forward(&queues, &[R]), [(NodeId(1), vec![NEW]), (NodeId(2), vec![NEW])]);
}

#[test]
fn t3_what_is_forwarded_is_initial_and_last() {
    assert_eq!(transition(None, Event::Arrives).unwrap().place, Place::Last);
    assert_eq!(comes_new(), NEW);
}

#[test]
fn t4_a_waiting_request_that_arrives_again_moves_to_the_end_unchanged() {
    for status in [S::Initial, S::Repeatable] {
        let row = transition(Some(status), Event::Arrives).unwrap();
        assert_eq!((row.to, row.place), (To::Same, Place::Last));
        assert_eq!(next(R, status, Event::Arrives), Ok(status));
    }
}

#[test]
fn t5_a_finished_request_that_arrives_again_is_repeatable_and_last() {
    for status in [S::Deleted, S::Error, S::Fatal, S::Skipped, S::Succeeded, S::Warning] {
        assert_eq!(next(R, status, Event::Arrives), Ok(S::Repeatable), "{status}");
        assert_eq!(transition(Some(status), Event::Arrives).unwrap().place, Place::Last);
    }
}

#[test]
fn t6_a_running_request_that_arrives_again_is_repeatable_after_its_end() {
    let queue = Tail { node: NodeId(1), last: 4, present: [(R, S::Running)].into() };
    let placed = arrive(&queue, &[R]);
    assert_eq!(placed, [Placement { request: R, is_new: false, status: S::Running, pos: 5, again: true }]);
    assert_eq!(after_import(Outcome::Succeeded, true), S::Repeatable);
}

#[test]
fn t7_an_import_takes_initial_repeatable_and_fatal_only() {
    for status in S::ALL {
        let may = next(R, status, Event::ImportStarts);
        assert_eq!(may.is_ok(), status.is_importable(), "{status}");
        if may.is_ok() {
            assert_eq!(may, Ok(S::Running));
        }
    }
}

fn ends(outcome: Outcome, status: Status) {
    assert_eq!(next(R, S::Running, Event::ImportEnds(outcome)), Ok(status));
    assert_eq!(transition(Some(S::Running), Event::ImportEnds(outcome)).unwrap().place, Place::Kept);
    assert_eq!(after_import(outcome, false), status);
}

#[test]
fn t8_a_deployment_without_complaint_succeeds() {
    ends(Outcome::Succeeded, S::Succeeded);
}

#[test]
fn t9_a_deployment_with_warnings_is_a_warning() {
    ends(Outcome::Warning, S::Warning);
}

#[test]
fn t10_content_that_fails_is_an_error() {
    ends(Outcome::Error, S::Error);
}

#[test]
fn t11_what_could_not_be_deployed_at_all_is_fatal() {
    ends(Outcome::Fatal, S::Fatal);
}

#[test]
fn t12_nothing_to_deploy_is_skipped() {
    ends(Outcome::Skipped, S::Skipped);
}

#[test]
fn an_outcome_is_recorded_once() {
    for outcome in all_outcomes() {
        for status in S::ALL.into_iter().filter(|status| *status != S::Running) {
            assert!(next(R, status, Event::ImportEnds(outcome)).is_err(), "{status} {outcome}");
        }
    }
}

#[test]
fn t13_a_lost_import_is_fatal() {
    assert_eq!(next(R, S::Running, Event::Lost), Ok(S::Fatal));
}

#[test]
fn t14_reset_takes_error_skipped_succeeded_and_warning_and_keeps_the_place() {
    for status in S::ALL {
        let may = matches!(status, S::Error | S::Skipped | S::Succeeded | S::Warning);
        assert_eq!(next(R, status, Event::Reset).is_ok(), may, "{status}");
    }
    assert_eq!(transition(Some(S::Error), Event::Reset).unwrap().place, Place::Kept);
}

#[test]
fn t15_all_but_running_can_be_removed() {
    for status in S::ALL {
        let may = status != S::Running;
        assert_eq!(next(R, status, Event::Remove).is_ok(), may, "{status}");
    }
}

/// T16 to T21 belong to features that do not exist.
#[test]
fn every_transition_of_the_reference_has_its_row() {
    let rows = TABLE.iter().chain(std::iter::once(&REMOVABLE));
    let mut names: Vec<&str> = rows.flat_map(|row| row.name.split(' ')).collect();
    names.sort_by_key(|name| name[1..].parse::<u8>().unwrap());
    let all: Vec<String> = (1..=15).map(|number| format!("T{number}")).collect();
    assert_eq!(names, all);
}

#[test]
fn the_table_is_a_function() {
    for event in all_events() {
        for from in std::iter::once(None).chain(S::ALL.map(Some)) {
            let rows = TABLE.iter().filter(|row| row.event == event && row.from.contains(&from)).count();
            assert!(rows <= 1, "{from:?} {event:?} has {rows} rows");
        }
    }
}

#[test]
fn a_refusal_says_what_to_do() {
    let error = next(R, S::Error, Event::ImportStarts).unwrap_err();
    assert_eq!(error.to_string(), "transport request 7 cannot be imported: its status is error; reset it first");
    let error = next(R, S::Running, Event::Remove).unwrap_err();
    assert_eq!(
        error.to_string(),
        "transport request 7 cannot be removed: its status is running; wait until the running import has ended"
    );
}

#[test]
fn codes_and_words_are_those_of_the_wire() {
    let words = S::ALL.map(|status| format!("{}={status}", status.code())).join(" ");
    assert_eq!(
        words,
        "in=initial re=repeat fa=fatal ru=running su=succeeded sk=skipped wa=warning er=error de=deleted"
    );
    assert!(S::ALL.into_iter().all(|status| S::from_code(status.code()) == Some(status)));
    assert_eq!(S::from_code("xx"), None);
}

#[test]
fn the_worst_entry_counts() {
    use Outcome as O;
    assert_eq!(O::worst([O::Succeeded, O::Fatal, O::Error]), O::Fatal);
    assert_eq!(O::worst([O::Warning, O::Succeeded]), O::Warning);
    assert_eq!(O::worst([O::Skipped, O::Succeeded]), O::Succeeded);
    assert_eq!(O::worst([]), O::Skipped);
}

#[test]
fn requests_arrive_in_the_order_given() {
    let queue = Tail { node: NodeId(1), last: 2, present: [(RequestId(5), S::Succeeded)].into() };
    let placed = arrive(&queue, &[RequestId(9), RequestId(5), RequestId(9)]);
    let short: Vec<_> = placed.iter().map(|p| (p.request.0, p.status, p.pos, p.is_new)).collect();
    assert_eq!(short, [(9, S::Initial, 3, true), (5, S::Repeatable, 4, false)]);
}

/// A queue as a test keeps it: place → request, and the status of each.
#[derive(Default)]
struct Book {
    places: BTreeMap<i64, RequestId>,
    status: BTreeMap<RequestId, Status>,
    last: i64,
}

impl Book {
    fn tail(&self, node: NodeId) -> Tail {
        Tail { node, last: self.last, present: self.status.clone() }
    }

    fn apply(&mut self, placed: &[Placement]) {
        for p in placed {
            self.places.retain(|_, request| *request != p.request);
            assert!(self.places.insert(p.pos, p.request).is_none(), "two requests at one place");
            self.status.insert(p.request, p.status);
            self.last = self.last.max(p.pos);
        }
    }
}

proptest! {
    /// Whatever arrives in whatever order, each request has one place, no place has two, and the last to arrive is last.
    #[test]
    fn the_order_of_a_queue_is_total(waves in proptest::collection::vec(proptest::collection::vec(0i64..12, 1..6), 1..20)) {
        let mut book = Book::default();
        for wave in waves {
            let wave: Vec<RequestId> = wave.into_iter().map(RequestId).collect();
            let placed = arrive(&book.tail(NodeId(1)), &wave);
            book.apply(&placed);
            prop_assert_eq!(book.places.len(), book.status.len());
            let last = book.places.last_key_value().map(|(_, request)| *request);
            prop_assert_eq!(last, placed.last().map(|p| p.request));
        }
    }

    /// A forward reaches every queue with every request, in the same order.
    #[test]
    fn a_forward_appears_in_all_queues_or_in_none(nodes in 0usize..5, requests in proptest::collection::vec(0i64..50, 0..10)) {
        let queues: Vec<Tail> = (0..nodes as i64).map(|n| Tail { node: NodeId(n), last: n, present: BTreeMap::new() }).collect();
        let requests: Vec<RequestId> = requests.into_iter().map(RequestId).collect();
        let forwarded = forward(&queues, &requests);
        prop_assert_eq!(forwarded.len(), nodes);
        let orders: Vec<Vec<RequestId>> = forwarded.iter().map(|(_, placed)| placed.iter().map(|p| p.request).collect()).collect();
        prop_assert!(orders.windows(2).all(|pair| pair[0] == pair[1]));
        prop_assert!(orders.iter().all(|order| requests.iter().all(|r| order.contains(r))));
    }
}
