{
    // Thamesmouth, a fictional NHS foundation trust: abridged for the examples of the documentation.
    use answerable::{
        Accountability::{Clinical, Operational, Professional},
        AlsoRecord, BasisRecord, DeputyRecord, Document, HeadshipRecord, HolderRecord, LineRecord,
        LinkRecord, MatterRecord, MemberRecord, Organisation, PostRecord, ProfessionRecord, Relation,
        Seats, SourceRecord,
        Standing::{Assumed, Inferred},
        SuperiorRecord, UnitRecord,
    };

    let told = |at: &str| BasisRecord::source("cgd").at(at);
    let assumed = |why: &str| BasisRecord::standing(Assumed).because(why);
    let mut document = Document::new("Thamesmouth NHS Foundation Trust").described("A fictional trust.");

    document.push_source(SourceRecord::new("cgd", "Care Group Director: job description"));
    document.push_unit(UnitRecord::new("trust", "Thamesmouth NHS Foundation Trust"));
    document.push_unit(
        UnitRecord::new("childrens-care-group", "Children's Care Group").within("trust")
            .on(assumed("the job description fits any care group")),
    );
    document.push_unit(
        UnitRecord::new("general-paediatrics", "General Paediatrics").within("childrens-care-group"),
    );
    document.push_unit(
        UnitRecord::new("childrens-physiotherapy", "Children's Physiotherapy")
            .within("childrens-care-group"),
    );
    document.push_unit(
        UnitRecord::new("adults-care-group", "Adult Community Care Group").within("trust"),
    );

    document.push_profession(ProfessionRecord::new("medical", "Medical"));
    document.push_profession(ProfessionRecord::new("nursing", "Nursing"));
    document.push_profession(ProfessionRecord::new("allied-health", "Allied health"));
    document.push_profession(
        ProfessionRecord::new("physiotherapy", "Physiotherapy").within("allied-health"),
    );

    document.push_matter(
        MatterRecord::new("revalidation", "Medical revalidation").of_kind(Professional).personal(),
    );
    document.push_matter(
        MatterRecord::new("corporate-assurance", "Corporate assurance meetings").of_kind(Operational),
    );

    document.push_headship(
        HeadshipRecord::new(Professional, "trust", "chief-nurse").of_profession("nursing")
            .on(told("Accountability")),
    );
    document.push_headship(
        HeadshipRecord::new(Professional, "childrens-care-group", "chief-nurse").of_profession("nursing")
            .through_operational()
            .on(assumed("a nurse managed by a nurse would look to that nurse first")),
    );
    document.push_headship(
        HeadshipRecord::new(Professional, "trust", "medical-director").of_profession("medical")
            .on(told("Accountability").of_standing(Inferred)),
    );
    document.push_headship(
        HeadshipRecord::unstated(Professional, "trust", "no head of the allied professions is named")
            .of_profession("allied-health"),
    );
    document.push_headship(
        HeadshipRecord::new(Clinical, "childrens-care-group", "care-group-director")
            .of_profession("medical").on(told("Accountability")),
    );

    // The Board and its executives.
    document.push_post(
        PostRecord::new("trust-board", "Trust Board").body().in_unit("trust")
            .on(told("Accountability"))
            .none_above("head of the organisation")
            .none_above_in(Clinical, "head of the organisation")
            .chaired_by("chair")
            .with_members([
                MemberRecord::new("chief-executive").in_role("executive director"),
                MemberRecord::new("medical-director").in_role("executive director"),
                MemberRecord::new("chief-nurse").in_role("executive director"),
            ]),
    );
    document.push_post(
        PostRecord::new("chair", "Chair").in_unit("trust").held_by("Harriet Lindqvist")
            .unstated_in(Operational, "the governors who appoint the Chair are not in this part"),
    );
    document.push_post(
        PostRecord::new("chief-executive", "Chief Executive").in_unit("trust")
            .graded("Very senior manager")
            .holder(HolderRecord::new("Marian Oyelaran").with_id("E-20417"))
            .on(told("Accountability"))
            .line(
                LineRecord::new(Operational, SuperiorRecord::Known("trust-board".to_owned())).on(
                    told("Accountability").of_standing(Inferred)
                        .because("delegates to executives, who answer to the Board"),
                ),
            )
            .deputised_by([
                DeputyRecord::new("chief-operating-officer")
                    .on(assumed("the documents name no deputy")),
                DeputyRecord::new("medical-director").on(assumed("the documents name no deputy")),
            ]),
    );
    document.push_post(
        PostRecord::new("chief-operating-officer", "Chief Operating Officer").in_unit("trust")
            .accountable_to("chief-executive", Operational)
            .also(AlsoRecord::new(Operational, "trust-board").on(
                assumed("each executive answers to the Board in person"),
            ))
            .deputised_by_one_of(["care-group-director", "care-group-director-adults"]),
    );
    document.push_post(
        PostRecord::new("medical-director", "Medical Director").in_unit("trust")
            .of_profession("medical").graded("Consultant").held_by("Dr Tomasz Wierzba")
            .accountable_to("chief-executive", Operational)
            .accountable_to("trust-board", Clinical)
            .none_above_in(Professional, "answers outside the Trust, to the regulator")
            .deputised_by([DeputyRecord::new("associate-medical-director")
                .on_matters(["revalidation"]).onward()])
            .deputised_by_one_of(["care-group-director", "care-group-director-adults"]),
    );
    document.push_post(
        PostRecord::new("chief-nurse", "Chief Nurse").in_unit("trust").of_profession("nursing")
            .held_by("Beverley Achterberg")
            .accountable_to("chief-executive", Operational)
            .accountable_to("trust-board", Clinical)
            .none_above_in(Professional, "answers outside the Trust, to the regulator")
            .deputised_by([
                DeputyRecord::new("head-of-nursing-childrens")
                    .on_matters(["corporate-assurance"]).to_attend(),
                DeputyRecord::new("head-of-nursing-adults"),
            ]),
    );
    document.push_post(
        PostRecord::new("associate-medical-director", "Associate Medical Director, Revalidation")
            .in_unit("trust").of_profession("medical").vacant()
            .accountable_to("medical-director", Operational)
            .deputised_by([DeputyRecord::new("clinical-lead-general-paediatrics")
                .on_matters(["revalidation"])]),
    );

    // Children's Care Group.
    document.push_post(
        PostRecord::new("care-group-director", "Care Group Director, Children's")
            .in_unit("childrens-care-group").of_profession("medical")
            .held_by("Dr Priya Sandhu-Hale").on(told("The Post"))
            .accountable_to("chief-operating-officer", Operational)
            .unstated_in(Clinical, "no superior of that kind is named")
            .deputised_by([DeputyRecord::new("general-manager").on_matters(["corporate-assurance"])])
            .linked(Relation::Supports, "medical-director")
            .link(LinkRecord::to_post(Relation::WorksWith, "general-manager").on(told("The Post")))
            .link(LinkRecord::to_unit(Relation::WorksWith, "adults-care-group")),
    );
    document.push_post(
        PostRecord::new("general-manager", "General Manager, Children's")
            .in_unit("childrens-care-group").graded("Band 8d")
            .holder(HolderRecord::new("Colin Mabey").holding_as("interim"))
            .unstated_in(Operational, "said to support the Care Group Director, which is no line")
            .linked(Relation::Supports, "care-group-director"),
    );
    document.push_post(
        PostRecord::new("head-of-nursing-childrens", "Head of Nursing, Children's")
            .in_unit("childrens-care-group").of_profession("nursing").graded("Band 8c")
            .accountable_to("care-group-director", Operational),
    );
    document.push_post(
        PostRecord::new("ward-manager-childrens", "Ward Manager, Children's Ward")
            .in_unit("general-paediatrics").of_profession("nursing").graded("Band 7").of_fte(1.0)
            .noted("Runs the ward day and night.").labelled("site", "Thamesmouth General")
            .accountable_to("head-of-nursing-childrens", Operational),
    );
    document.push_post(
        PostRecord::new("clinical-lead-general-paediatrics", "Clinical Lead, General Paediatrics")
            .in_unit("general-paediatrics").of_profession("medical").held_by("Dr Ifeoma Castellan")
            .accountable_to("care-group-director", Operational),
    );
    document.push_post(
        PostRecord::new("consultants-paediatrics", "Consultants, General Paediatrics")
            .in_unit("general-paediatrics").of_profession("medical").of_seats(Seats::NotStated)
            .accountable_to("clinical-lead-general-paediatrics", Operational),
    );
    document.push_post(
        PostRecord::new("team-manager-physiotherapy", "Team Manager, Children's Physiotherapy")
            .in_unit("childrens-physiotherapy").of_profession("physiotherapy")
            .held_by("Aoife Lacey").held_by("Grace Nwosu")
            .accountable_to("general-manager", Operational),
    );
    document.push_post(
        PostRecord::new("senior-leadership-team", "Senior Leadership Team, Children's").body()
            .in_unit("childrens-care-group")
            .accountable_to("care-group-director", Operational)
            .chaired_by("care-group-director")
            .with_members(["general-manager", "head-of-nursing-childrens"]),
    );

    // Beside it and outside.
    document.push_post(
        PostRecord::new("care-group-director-adults", "Care Group Director, Adult Community")
            .in_unit("adults-care-group").of_profession("medical").held_by("Dr Samuel Ekwueme")
            .accountable_to("chief-operating-officer", Operational),
    );
    document.push_post(
        PostRecord::new("head-of-nursing-adults", "Head of Nursing, Adult Community")
            .in_unit("adults-care-group").of_profession("nursing").vacant()
            .accountable_to("care-group-director-adults", Operational),
    );
    document.push_post(
        PostRecord::new("care-quality-commission", "Care Quality Commission").external()
            .link(LinkRecord::to_unit(Relation::Regulates, "trust").on(told("Key Responsibilities 12"))),
    );
    Organisation::try_from(document).expect("a sound trust")
}
