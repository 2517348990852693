//! Records in code make the same organisation as the text.

use answerable::{
    Accountability::{Clinical, Operational, Professional},
    AllowanceRecord, AlsoRecord, BasisRecord, DeputyRecord, Document, FindingCode, HeadshipRecord,
    HolderRecord, LineRecord, LinkRecord, MatterRecord, MemberRecord, Organisation, PostKind,
    PostRecord, ProfessionRecord, RankRecord, ReferenceRecord, Relation, Seats, SourceRecord,
    Standing, SuperiorRecord, Thresholds, UnitRecord,
};

use super::{EVERY_SHAPE, from_json, from_toml, survives};

fn jd() -> BasisRecord {
    BasisRecord::source("jd")
}

fn map() -> BasisRecord {
    BasisRecord::source("map")
}

fn assumed() -> BasisRecord {
    BasisRecord::standing(Standing::Assumed)
}

fn inferred() -> BasisRecord {
    BasisRecord::standing(Standing::Inferred)
}

fn registers(document: &mut Document) {
    document
        .push_source(SourceRecord::new("jd", "Job description").on(assumed().because("a copy")));
    document.push_source(SourceRecord::untitled("map").on(jd().at("Annex")));
    document.push_profession(ProfessionRecord::new("nursing", "Nursing"));
    document.push_profession(ProfessionRecord::new("midwifery", "Midwifery").within("nursing"));
    document.push_profession(
        ProfessionRecord::new("health-visiting", "Health visiting")
            .within(ReferenceRecord::new("nursing").on(jd().because("as drawn")))
            .on(map()),
    );
    document.push_unit(UnitRecord::new("trust", "Thamesmouth"));
    document.push_unit(
        UnitRecord::new("Ward 7", "Ward 7")
            .within(ReferenceRecord::new("trust").on(inferred()))
            .on(inferred().because("by its door")),
    );
    document.push_unit(UnitRecord::untitled("untitled"));
    document.push_matter(
        MatterRecord::new("revalidation", "Revalidation")
            .of_kind(Professional)
            .personal()
            .on(jd().at("page 2")),
    );
    document.push_matter(MatterRecord::untitled("leave"));
    document.push_headship(
        HeadshipRecord::new(Professional, "trust", "chief-nurse")
            .of_profession("nursing")
            .through_operational()
            .on(jd().at("Accountability")),
    );
    document.push_headship(
        HeadshipRecord::unstated(Clinical, "Ward 7", "under review")
            .on(assumed().because("nobody asked")),
    );
}

fn bodies_and_regulator() -> [PostRecord; 4] {
    [
        PostRecord::new("board", "Trust Board")
            .body()
            .none_above("head of the organisation")
            .chaired_by(ReferenceRecord::new("chair").on(jd()))
            .with_members(["chief-executive"])
            .with_members([
                MemberRecord::new("chief-nurse").in_role("secretary"),
                MemberRecord::new("regulator").on(assumed()),
            ])
            .on(jd().at("The Board")),
        PostRecord::new("committee", "Committee")
            .body()
            .chaired_by("chair"),
        PostRecord::new("regulator", "Regulator")
            .external()
            .linked(Relation::Regulates, "board")
            .link(LinkRecord::to_unit(Relation::Commissions, "trust")),
        PostRecord::new("chair", "Chair").line(
            LineRecord::new(
                Operational,
                SuperiorRecord::Unstated("not in the papers".into()),
            )
            .on(jd()),
        ),
    ]
}

fn chiefs() -> [PostRecord; 2] {
    [
        PostRecord::new("chief-executive", "Chief Executive")
            .in_unit("trust")
            .graded("VSM")
            .of_fte(1.0)
            .holder(
                HolderRecord::new("R. Okafor")
                    .with_id("p1")
                    .holding_as("interim")
                    .on(map()),
            )
            .line(
                LineRecord::new(Operational, SuperiorRecord::Known("board".into()))
                    .on(jd().at("Accountability").because("as stated")),
            )
            .also_accountable_to("regulator", Operational)
            .also(AlsoRecord::new(Clinical, "chair").on(assumed().because("custom")))
            .deputised_by(["chief-nurse"])
            .deputised_by([DeputyRecord::new("chair")
                .on_matters(["revalidation", "leave"])
                .to_attend()
                .onward()
                .on(jd())])
            .deputised_by_one_of([
                DeputyRecord::new("matron"),
                DeputyRecord::new("sister").onward(),
            ])
            .linked(Relation::WorksWith, "chief-nurse"),
        PostRecord::new("chief-nurse", "Chief Nurse")
            .in_unit(ReferenceRecord::new("trust").on(map()))
            .of_profession(ReferenceRecord::new("nursing").on(inferred()))
            .of_fte(0.6)
            .held_by("P. Idris")
            .holder(HolderRecord::new("S. Lim").holding_as("job share"))
            .noted("two people")
            .accountable_to("chief-executive", Operational)
            .line(
                LineRecord::new(
                    Professional,
                    SuperiorRecord::NoneAbove("head of nursing".into()),
                )
                .on(assumed()),
            )
            .accountable_to("chair", Clinical)
            .linked(Relation::Advises, "board")
            .link(
                LinkRecord::to_post(Relation::Supports, "chief-executive")
                    .on(BasisRecord::default().because("daily")),
            )
            .link(LinkRecord::to_unit(Relation::Supports, "Ward 7").on(inferred()))
            .link(LinkRecord::to_post(Relation::WorksWith, "matron").on(jd())),
    ]
}

fn ward() -> [PostRecord; 2] {
    [
        PostRecord::new("matron", "Matron")
            .in_unit("Ward 7")
            .of_profession("midwifery")
            .of_seats(Seats::Number(3))
            .labelled("cost centre", "4711")
            .labelled("position", "")
            .accountable_to("chief-nurse", Operational),
        PostRecord::new("sister", "Sister")
            .in_unit("Ward 7")
            .of_profession("health-visiting")
            .of_seats(Seats::NotStated)
            .vacant()
            .accountable_to("matron", Operational)
            .unstated_in(Professional, "in dispute")
            .on(assumed()
                .of_standing(Standing::Inferred)
                .because("from the rota")),
    ]
}

fn allowances() -> [AllowanceRecord; 4] {
    [
        AllowanceRecord::new(FindingCode::NoDeputy, "small teams cover one another"),
        AllowanceRecord::new(FindingCode::SpanOfOne, "a deputy is being recruited")
            .for_posts(["matron", "sister"]),
        AllowanceRecord::new(FindingCode::SameName, "they know").for_posts(["sister"]),
        AllowanceRecord::new(FindingCode::SameName, "two people"),
    ]
}

#[test]
fn every_record_says_what_the_text_says() {
    let mut document = Document::new("Thamesmouth NHS Foundation Trust")
        .described("A trust of every shape")
        .reverting(false)
        .with_thresholds(Thresholds::none().span(12).layers(8).sole_cover(0))
        .kind_titled(Clinical, "Care");
    let told = (
        document.reverts_to_superior(),
        document.kind_title(Clinical),
    );
    assert_eq!(told, (Some(false), Some("Care")));
    let shown = format!("{:?}", Document::from_iter([PostRecord::new("a", "A")]));
    assert!(shown.starts_with("Document { title: None, posts: [PostRecord { id: \"a\","));
    let plain = Document::new("Trust");
    let told = (plain.reverts_to_superior(), plain.kind_title(Clinical));
    assert_eq!(told, (None, None));
    for allowance in allowances() {
        document.push_allowance(allowance);
    }
    registers(&mut document);
    for post in bodies_and_regulator().into_iter().chain(chiefs()) {
        document.push_post(post);
    }
    document.extend(ward());
    let org = Organisation::try_from(document).expect("a sound organisation");
    survives(&org);
    assert_eq!(org, from_toml(EVERY_SHAPE));
    assert_eq!(org.to_toml(), EVERY_SHAPE);
}

#[test]
fn records_are_given_back() {
    let posts = ward();
    let document: Document = posts.iter().cloned().collect();
    let told: Vec<PostRecord> = document.posts().collect();
    assert_eq!(told, posts);

    let org = from_toml(EVERY_SHAPE);
    let document = org.to_document();
    assert!(document.allowances().eq(allowances()));
    assert_eq!(document.thresholds(), org.thresholds());
    assert_eq!(document.thresholds().span, Some(12));
    let records: Vec<PostRecord> = org.post_records().collect();
    assert_eq!(records.len(), 8);
    let chief = &records[4];
    assert_eq!(
        (chief.id.as_str(), chief.kind),
        ("chief-executive", PostKind::Individual)
    );
    assert!(matches!(&chief.deputies[2], RankRecord::OneOf(pool) if pool.len() == 2));
    // A line by rule is no fact of the post's own.
    let matron = &records[6];
    assert!(matron.lines.iter().all(|line| line.kind == Operational));
    let mut again = Document::new("Again");
    registers(&mut again);
    again.extend(records);
    let again = Organisation::try_from(again).expect("a sound organisation");
    assert!(again.post_records().eq(org.post_records()));
}

#[test]
fn references_and_records_come_from_an_id_alone() {
    assert_eq!(ReferenceRecord::from("ward"), ReferenceRecord::new("ward"));
    assert_eq!(DeputyRecord::from("matron"), DeputyRecord::new("matron"));
    assert_eq!(
        MemberRecord::from("matron"),
        MemberRecord::new(String::from("matron"))
    );
    let both = PostRecord::new("a", "A").none_above("top");
    assert_eq!(
        both,
        PostRecord::new("a", "A").none_above_in(Operational, "top")
    );
}

#[test]
fn json_written_by_hand_is_the_same_organisation() {
    let org = from_json(
        r#"{
        "unit": {"trust": {"title": "Trust"}},
        "head": [{"kind": "clinical", "unit": "trust", "post": "doctor"}],
        "post": {
            "doctor": {"title": "Doctor", "unit": "trust", "fte": 1, "clinical": {"none": "top"}},
            "nurse": {"title": "Nurse", "unit": {"to": "trust"}, "seats": "not stated",
                      "deputies": [["doctor"], {"post": "doctor", "for": ["leave"]}]}
        }
    }"#,
    );
    let mut document = Document::default();
    document.push_unit(UnitRecord::new("trust", "Trust"));
    document.push_headship(HeadshipRecord::new(Clinical, "trust", "doctor"));
    document.push_post(
        PostRecord::new("doctor", "Doctor")
            .in_unit("trust")
            .of_fte(1.0)
            .none_above_in(Clinical, "top"),
    );
    document.push_post(
        PostRecord::new("nurse", "Nurse")
            .in_unit("trust")
            .of_seats(Seats::NotStated)
            .deputised_by_one_of(["doctor"])
            .deputised_by([DeputyRecord::new("doctor").on_matters(["leave"])]),
    );
    let in_code = Organisation::try_from(document).expect("a sound organisation");
    assert_eq!(in_code, org);
    survives(&org);
}
