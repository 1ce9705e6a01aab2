use super::*;

fn head(id: &str, reg_id: &str) -> PackageHead {
    PackageHead { id: id.into(), reg_id: reg_id.into(), name: id.into() }
}

fn flow(id: &str, reg_id: &str, digest: &str) -> ArtifactHead {
    artifact("IFlow", true, id, reg_id, digest)
}

fn artifact(kind: &str, runnable: bool, id: &str, reg_id: &str, digest: &str) -> ArtifactHead {
    ArtifactHead {
        reg_id: reg_id.into(),
        id: id.into(),
        kind: kind.into(),
        runnable,
        name: id.into(),
        version: "1.0.0".into(),
        digest: Some(BlobId::of(digest.as_bytes())),
    }
}

fn here(head: ArtifactHead, package: &str) -> PresentArtifact {
    PresentArtifact { head, package: package.into(), draft: false, locked_by: None }
}

fn incoming(artifacts: Vec<ArtifactHead>) -> Incoming {
    Incoming { package: head("P", "p1"), artifacts, tags: BTreeMap::new() }
}

fn present(artifacts: Vec<PresentArtifact>) -> Present {
    Present { packages: vec![head("P", "p1")], artifacts, tag_definitions: BTreeSet::new() }
}

fn refusal(incoming: &Incoming, present: &Present) -> String {
    let refusals = merge(incoming, present, "importer").unwrap_err();
    assert_eq!(refusals.len(), 1, "{refusals:?}");
    refusals[0].to_string()
}

#[test]
fn an_empty_tenant_takes_everything() {
    let merge = merge(&incoming(vec![flow("A", "a", "1"), flow("B", "b", "1")]), &Present::default(), "x").unwrap();
    assert!(merge.new_package);
    assert_eq!(merge.changes, [Change::Create, Change::Create]);
    assert!(merge.warnings.is_empty());
}

#[test]
fn what_changed_is_overwritten_and_what_is_the_same_is_kept() {
    let present = present(vec![here(flow("A", "a", "1"), "P"), here(flow("B", "b", "1"), "P")]);
    let merge = merge(&incoming(vec![flow("A", "a", "2"), flow("B", "b", "1"), flow("C", "c", "1")]), &present, "x");
    let merge = merge.unwrap();
    assert!(!merge.new_package);
    assert_eq!(merge.changes, [Change::Overwrite { draft: false }, Change::Keep, Change::Create]);
}

#[test]
fn a_new_version_of_the_same_bytes_is_a_change() {
    let mut newer = flow("A", "a", "1");
    newer.version = "1.0.1".into();
    let merge = merge(&incoming(vec![newer]), &present(vec![here(flow("A", "a", "1"), "P")]), "x").unwrap();
    assert_eq!(merge.changes, [Change::Overwrite { draft: false }]);
}

#[test]
fn a_draft_is_overwritten_with_a_warning() {
    let mut draft = here(flow("A", "a", "1"), "P");
    draft.draft = true;
    let merge = merge(&incoming(vec![flow("A", "a", "1")]), &present(vec![draft]), "x").unwrap();
    assert_eq!(merge.changes, [Change::Overwrite { draft: true }]);
    assert!(merge.warnings[0].contains("'A' was a draft"), "{:?}", merge.warnings);
}

#[test]
fn the_same_package_created_separately_names_both_guids() {
    let mut present = present(vec![]);
    present.packages = vec![head("P", "p2")];
    let text = refusal(&incoming(vec![]), &present);
    assert!(text.contains("UniquenessViolationException") && text.contains("p1") && text.contains("p2"), "{text}");
}

#[test]
fn the_guid_of_another_package_names_both_ids() {
    let mut present = present(vec![]);
    present.packages = vec![head("Q", "p1")];
    let text = refusal(&incoming(vec![]), &present);
    assert!(text.contains("'P'") && text.contains("'Q'"), "{text}");
}

#[test]
fn an_artifact_created_separately_names_both_guids() {
    let text = refusal(&incoming(vec![flow("A", "a1", "1")]), &present(vec![here(flow("A", "a2", "1"), "P")]));
    assert!(text.contains("a1") && text.contains("a2") && text.contains("IFlow 'A'"), "{text}");
}

#[test]
fn an_artifact_in_another_package_names_both_packages() {
    let text = refusal(&incoming(vec![flow("A", "a", "1")]), &present(vec![here(flow("A", "a", "1"), "Other")]));
    assert!(text.contains("'P'") && text.contains("'Other'"), "{text}");
    let text = refusal(&incoming(vec![flow("A", "a1", "1")]), &present(vec![here(flow("A", "a2", "1"), "Other")]));
    assert!(text.contains("'P'") && text.contains("'Other'"), "{text}");
}

#[test]
fn runnable_artifacts_of_different_kinds_share_one_name_space() {
    let mapping = artifact("MessageMapping", true, "A", "m", "1");
    let text = refusal(&incoming(vec![flow("A", "a", "1")]), &present(vec![here(mapping, "Other")]));
    assert!(text.contains("'Other'"), "{text}");
    let file = artifact("File", false, "A", "f", "1");
    let merge = merge(&incoming(vec![flow("A", "a", "1")]), &present(vec![here(file, "Other")]), "x").unwrap();
    assert_eq!(merge.changes, [Change::Create]);
}

#[test]
fn links_clash_with_links_only() {
    let url = |reg_id: &str| artifact("Url", false, "docs", reg_id, "1");
    let text = refusal(&incoming(vec![url("u1")]), &present(vec![here(url("u2"), "Other")]));
    assert!(text.contains("Url 'docs'"), "{text}");
}

#[test]
fn a_lock_of_another_names_its_holder_and_ones_own_does_not_matter() {
    let mut locked = here(flow("A", "a", "1"), "P");
    locked.locked_by = Some("dora".into());
    let changed = incoming(vec![flow("A", "a", "2")]);
    let text = refusal(&changed, &present(vec![locked.clone()]));
    assert!(text.contains("locked by dora"), "{text}");
    let merged = merge(&changed, &present(vec![locked.clone()]), "dora").unwrap();
    assert_eq!(merged.changes, [Change::Overwrite { draft: false }]);
    let same = merge(&incoming(vec![flow("A", "a", "1")]), &present(vec![locked]), "importer").unwrap();
    assert_eq!(same.changes, [Change::Keep]);
}

#[test]
fn every_refusal_is_told() {
    let mut locked = here(flow("A", "a", "1"), "P");
    locked.locked_by = Some("dora".into());
    let present = present(vec![locked, here(flow("B", "b", "1"), "Other")]);
    let refusals = merge(&incoming(vec![flow("A", "a", "2"), flow("B", "b", "1")]), &present, "x").unwrap_err();
    assert!(matches!(refusals[..], [Refusal::Locked { .. }, Refusal::Elsewhere { .. }]), "{refusals:?}");
}

#[test]
fn a_guid_and_an_id_that_belong_to_two_artifacts_are_a_clash() {
    let present = present(vec![here(flow("Old", "a", "1"), "P"), here(flow("A", "b", "1"), "P")]);
    let text = refusal(&incoming(vec![flow("A", "a", "2")]), &present);
    assert!(text.contains("GUID b"), "{text}");
}

#[test]
fn undefined_tags_are_a_warning() {
    let mut incoming = incoming(vec![]);
    incoming.tags = BTreeMap::from([("LOB".to_owned(), vec!["x".to_owned()]), ("Known".to_owned(), vec![])]);
    let mut present = present(vec![]);
    present.tag_definitions = BTreeSet::from(["Known".to_owned()]);
    let merge = merge(&incoming, &present, "x").unwrap();
    assert_eq!(merge.warnings.len(), 1);
    assert!(merge.warnings[0].contains("'LOB'"), "{:?}", merge.warnings);
}

#[test]
fn drafts_are_told_in_the_originals_words() {
    assert_eq!(drafts_block(&[]), None);
    let one = [Draft { kind: "IFlow".into(), name: "X".into() }];
    let text =
        "Package export failed. It contains the following artifacts are in draft state: [ {Type=IFlow, Name=X} ].";
    assert_eq!(drafts_block(&one).as_deref(), Some(text));
}

#[test]
fn comments_follow_the_rule() {
    assert_eq!(check_comment("it's v1.2 - [a] (b) & 100%; \\ok_~"), Ok(()));
    assert_eq!(check_comment(&"x".repeat(512)), Ok(()));
    assert_eq!(check_comment(&"x".repeat(513)), Err(BadComment::Long(513)));
    assert_eq!(check_comment("a\nb"), Err(BadComment::Lines));
    for bad in ['<', '>', '{', '"', '^', '|', '`', 'ü', '\t'] {
        assert_eq!(check_comment(&format!("a{bad}b")), Err(BadComment::Character(bad)));
    }
}

#[test]
fn a_description_is_made_to_fit_and_says_so() {
    assert_eq!(describe("EMIS_Sample", "first"), ("EMIS_Sample first".to_owned(), vec![]));
    assert_eq!(describe("EMIS_Sample", " ").0, "EMIS_Sample");
    let (text, notes) = describe("Bücher {x}", "it's");
    assert_eq!(text, "B cher  x  it s");
    assert!(notes[0].ends_with("blanks: ''' '{' '}' 'ü'"), "{notes:?}");
    assert_eq!(describe("a\u{301}\u{1b}b", "").1[0].rsplit_once(": ").unwrap().1, "U+001B U+0301");
    let (text, notes) = describe("P", &"x".repeat(512));
    assert_eq!(text.len(), 512);
    assert!(notes[0].contains("cut at 512"), "{notes:?}");
}

#[test]
fn every_reason_is_told_also_two_of_one_artifact() {
    let there = vec![
        here(flow("Old", "a", "1"), "P"),
        here(flow("A", "x", "1"), "P"),
        here(flow("B", "b", "1"), "Other"),
        here(flow("C", "y", "1"), "P"),
    ];
    let coming = incoming(vec![flow("A", "a", "2"), flow("B", "b", "2"), flow("C", "c", "2"), flow("D", "d", "2")]);
    let refusals = merge(&coming, &present(there), "importer").unwrap_err();
    let told: Vec<String> = refusals.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    for (text, id) in told.iter().zip(["'A'", "'B'", "'C'"]) {
        assert!(text.contains(id) && text.contains("UniquenessViolationException"), "{text}");
    }
}
