//! What a return cannot mean, and the row and column where it stands.

use answerable::{
    Accountability::Operational, Misread, Organisation, Organogram, OrganogramReturn, Position,
    PostRecord, Problem, ProblemKind, ProfessionRecord, SourceRecord, Superior, UnitRecord,
};

use super::{HEADINGS, posts, read, row};

/// The problems of a return, a line each.
fn problems(rows: &[String]) -> Vec<String> {
    let salvage = Organisation::salvage(read(rows).into_document());
    salvage.problems.iter().map(ToString::to_string).collect()
}

fn chief() -> String {
    row("CE", "R. Okafor", "Chief Executive", "XX", "1", "")
}

#[test]
fn a_problem_names_its_row_and_column() {
    for (rows, expected) in [
        (
            row("CN", "", "", "CE", "1", ""),
            "row 3, `Job Title`: post `CN`: the cell is blank; fill it in",
        ),
        (
            row("CN", "", "Chief Nurse", "CE", "half", ""),
            "row 3, `FTE`: post `CN`: a number, 0 or more, belongs here, not `half`",
        ),
        (
            row("CN", "", "Chief Nurse", "CE", "-1", ""),
            "row 3, `FTE`: post `CN`: a number, 0 or more, belongs here, not `-1`",
        ),
        (
            row("", "", "Chief Nurse", "CE", "1", ""),
            "row 3, `Post Unique Reference`: `` is not a post id: it is empty",
        ),
        (
            row("CN", "", "Chief Nurse", "CN", "1", ""),
            "row 3, `Reports to Senior Post`: `CN` is given as its own superior (operational); \
             mark the top of the return `XX`, or name another post",
        ),
        (
            row("CN", "", "Chief Nurse", "ce", "1", ""),
            "row 3, `Reports to Senior Post`: `CN` is accountable to `ce` (operational), \
             but there is no such post; did you mean `CE`, which differs only in letter case?",
        ),
        (
            row("CE", "", "Chief Nurse", "XX", "1", ""),
            "row 3, `Post Unique Reference`: post `CE` is given twice (rows 2 and 3), \
             and they differ in `Name` and `Job Title`; \
             give it once, or two references if they are two",
        ),
        (
            // The same number, written otherwise.
            row("CE", "R. Okafor", "Chief Nurse", "XX", "1.0", ""),
            "row 3, `Post Unique Reference`: post `CE` is given twice (rows 2 and 3), \
             and they differ in `Job Title`; give it once, or two references if they are two",
        ),
        (
            row("CN", "", "Chief Nurse", "CE", "1", "on leave, back soon"),
            "row 3, `Post Unique Reference`: post `CN`: the row has 19 cells under 18 headings; \
             quote a cell that holds a comma",
        ),
        (
            "CN,,8a,Chief Nurse".to_owned(),
            "row 3, `Post Unique Reference`: post `CN`: the row has 4 cells under 18 headings; \
             add the commas of the cells that are missing",
        ),
    ] {
        let found = problems(&[chief(), rows]);
        assert!(
            found.len() == 1 && found[0].starts_with(expected),
            "{expected}\n{found:?}"
        );
    }
}

/// A row that cannot be read leaves the marks of others alone, unless it is called
/// what marks the top.
#[test]
fn a_doubtful_row_puts_no_other_in_doubt() {
    for (reference, is_top) in [("CN", true), ("xx", false)] {
        let ragged = format!("{reference},,8a,Chief Nurse");
        let salvage = Organisation::salvage(read(&[chief(), ragged]).into_document());
        let chief = salvage.organisation.post("CE").expect("a whole row");
        assert_eq!(chief.superior(Operational).is_none_above(), is_top);
        assert!(!chief.superior(Operational).is_known());
    }
}

#[test]
fn a_share_is_blamed_on_its_own_row() {
    let share = |name, fte| row("CN", name, "Chief Nurse", "CE", fte, "");
    let found = problems(&[
        chief(),
        share("P. Idris", "0.5"),
        share("A. Mensah", "half"),
    ]);
    assert_eq!(
        found,
        ["row 4, `FTE`: post `CN`: a number, 0 or more, belongs here, not `half`"]
    );
}

#[test]
fn a_repeated_row_is_no_job_share() {
    let idris = |fte| row("CN", "P. Idris", "Chief Nurse", "CE", fte, "");
    let mensah = row("CN", "A. Mensah", "Chief Nurse", "CE", "0.6", "");
    for (rows, differing, fte) in [
        (vec![idris("0.6"), idris("0.6")], &[][..], Some(0.6)),
        (vec![idris("0.6"), idris("0.4")], &["fte"], None),
        (
            vec![idris("0.6"), mensah, idris("0.6")],
            &["holder"],
            Some(0.6),
        ),
    ] {
        let rows = [vec![chief()], rows].concat();
        let salvage = Organisation::salvage(read(&rows).into_document());
        let kinds: Vec<_> = salvage.problems.iter().map(Problem::kind).collect();
        let repeated = ProblemKind::RepeatedId {
            id: "CN".to_owned(),
            times: rows.len() - 1,
            differing: differing.iter().map(|&key| key.to_owned()).collect(),
        };
        assert_eq!(kinds, [&repeated]);
        let position = salvage.problems[0].position().map(ToString::to_string);
        assert_eq!(position.as_deref(), Some("row 4, `Post Unique Reference`"));
        let nurse = salvage.organisation.post("CN").expect("one of the rows");
        assert_eq!(nurse.fte(), fte);
        assert_eq!(salvage.organisation.posts().len(), 2);
    }
}

/// Empty lines and line ends within a cell: a spreadsheet shows the one as a row,
/// the other not.
#[test]
fn a_row_has_the_number_that_a_spreadsheet_shows() {
    let chief = row("CE", "R. Okafor", "\"Chief\nExecutive\"", "XX", "1", "");
    let nurse = row("CN", "", "Chief Nurse", "CE", "half", "");
    let rows = [String::new(), chief, String::new(), "\r".to_owned(), nurse];
    let expected = "row 6, `FTE`: post `CN`: a number, 0 or more, belongs here, not `half`";
    assert_eq!(problems(&rows), [expected]);
}

/// Marks of byte order are no text, however many a program put there.
#[test]
fn marks_of_byte_order_make_no_row() {
    let nurse = row("CN", "", "Chief Nurse", "CE", "half", "");
    let rows = format!("\n{HEADINGS}\n{}\n{nurse}\n", chief());
    for marks in 0..4 {
        let text = "\u{FEFF}".repeat(marks) + &rows;
        let organogram = Organogram::read(text.as_bytes()).expect("a return");
        let salvage = Organisation::salvage(organogram.into_document());
        let position = salvage.problems[0].position().map(ToString::to_string);
        assert_eq!(position.as_deref(), Some("row 4, `FTE`"), "{marks}");
    }
}

#[test]
fn a_repeated_post_is_shown_in_the_first_few_rows() {
    let post = |title: &str| row("CN", "", title, "CE", "1", "");
    let mut rows = vec![chief(), post("Chief Nurse")];
    rows.extend((0..9).map(|_| post("Director of Nursing")));
    let found = problems(&rows);
    assert_eq!(
        found,
        [
            "row 4, `Post Unique Reference`: post `CN` is given 10 times \
          (rows 3, 4, 5, 6, 7, 8, 9, 10 and 2 more), and they differ in `Job Title`; \
          give it once, or two references if they are two"
        ]
    );
    let salvage = Organisation::salvage(read(&rows).into_document());
    let rows: Vec<_> = salvage.problems[0]
        .given_at()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(rows.len(), 8);
    assert_eq!(rows[0], "row 3, `Post Unique Reference`");
}

#[test]
fn what_is_under_doubt_is_not_kept() {
    let rows = [
        chief(),
        "CN,,8a,Chief Nurse".to_owned(),
        row("M", "", "Matron", "CN", "1", ""),
    ];
    let salvage = Organisation::salvage(read(&rows).into_document());
    assert_eq!(salvage.problems.len(), 1);
    let kind = salvage.problems[0].kind();
    let count = Misread::CellCount {
        cells: 4,
        headings: 18,
    };
    assert_eq!(*kind, ProblemKind::Misread(count));
    let position = Position::Cell {
        of: OrganogramReturn::Senior,
        row: 3,
        column: Some("Post Unique Reference".to_owned()),
    };
    assert_eq!(salvage.problems[0].position(), Some(&position));
    assert!(salvage.organisation.get("CN").is_none());
    let matron = salvage
        .organisation
        .post("M")
        .expect("a post of one sound row");
    assert!(matron.superior(Operational).is_unstated());
}

#[test]
fn a_post_that_is_called_what_marks_the_top_is_a_problem() {
    let rows = [
        chief(),
        row("xx", "", "Chair", "", "1", ""),
        row("M", "", "Matron", "CE", "1", ""),
    ];
    let organogram = read(&rows);
    let marked = PostRecord::new("CE", "").accountable_to("xx", Operational);
    assert_eq!(posts(organogram.document())[0].lines, marked.lines);
    assert_eq!(
        problems(&rows),
        [
            "row 3, `Post Unique Reference`: post `xx`: the reference of a post belongs here, \
             not `xx`, which marks the top of a return",
        ],
    );
}

#[test]
fn junior_rows_are_blamed_in_their_own_return() {
    let senior = "Post Unique Reference,Name,Job Title,Reports to Senior Post\nCE,,Chief,XX\n";
    let junior = "Reporting Senior Post,Generic Job Title,Number of Posts in FTE\n\
        CE,Porter,many\nCE,,2\nCE,Matron\n";
    let organogram =
        Organogram::read_with_junior(senior.as_bytes(), junior.as_bytes()).expect("two returns");
    let error = Organisation::try_from(organogram.into_document()).expect_err("three problems");
    let found: Vec<_> = error.problems().iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "junior posts, row 2, `Number of Posts in FTE`: post `junior:2`: \
             a number, 0 or more, belongs here, not `many`",
            "junior posts, row 3, `Generic Job Title`: post `junior:3`: \
             the cell is blank; fill it in",
            "junior posts, row 4: post `junior:4`: the row has 2 cells under 3 headings; \
             add the commas of the cells that are missing",
        ],
    );
}

#[test]
fn a_line_to_what_is_left_out_says_why() {
    let says = |to: &str, why: &str| {
        format!(
            "row 2, `Reports to Senior Post`: `M` is accountable to `{to}` (operational), \
             but there is no such post: {why}; name another post"
        )
    };
    let matron = |to| row("M", "", "Matron", to, "1", "");
    let abolished = row("N7", "Eliminated", "Director", "XX", "1", "");
    let paid = || row("0", "", "Adviser", "XX", "1", "");
    let near = row("N8", "", "Director", "XX", "1", "");
    for (rows, expected) in [
        (
            vec![matron("N7"), abolished, near],
            says(
                "N7",
                "row 3 is left out, since the post is marked as abolished",
            ),
        ),
        (
            vec![matron("0"), paid(), chief(), paid()],
            says(
                "0",
                "row 3 and 1 more are left out, since the reference `0` means paid, \
                 but not in post",
            ),
        ),
        (
            vec![matron("0"), chief()],
            says("0", "the reference `0` means paid, but not in post"),
        ),
    ] {
        assert_eq!(problems(&rows), [expected.as_str()]);
        let org = Organisation::salvage(read(&rows).into_document()).organisation;
        let matron = org.post("M").expect("a post");
        let Superior::Unstated(Some(reason)) = matron.superior(Operational) else {
            unreachable!("a line in doubt, and why")
        };
        assert!(expected.ends_with(reason.why()), "{}", reason.why());
    }
}

#[test]
fn a_junior_line_to_what_is_left_out_says_why() {
    let senior = "Post Unique Reference,Name,Job Title,Reports to Senior Post\n\
        CE,,Chief,XX\nN7,Abolished,Director,CE\n";
    let junior = "Reporting Senior Post,Generic Job Title,Number of Posts in FTE\nN7,Porter,2\n";
    let organogram =
        Organogram::read_with_junior(senior.as_bytes(), junior.as_bytes()).expect("two returns");
    let salvage = Organisation::salvage(organogram.into_document());
    let found: Vec<_> = salvage.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "junior posts, row 2, `Reporting Senior Post`: `junior:2` is accountable to `N7` \
             (operational), but there is no such post: row 3 of senior posts is left out, since \
             the post is marked as abolished; name another post",
        ],
    );
}

#[test]
fn what_differs_is_told_by_the_headings() {
    let post = |name: &str, unit: &str, function: &str, superior: &str, fte: &str| {
        format!("CN,{name},Nurse,{function},Trust,{unit},{superior},{fte}\n")
    };
    let headings = "Post Unique Reference,Name,Job Title,Job/Team Function,Organisation,Unit,\
        Reports to Senior  Post,FTE\n";
    let chief = "CE,,Chief,,Trust,,XX,1\n";
    for (two, expected) in [
        (
            post("", "Wards", "Care", "XX", "1"),
            "`Job/Team Function` and `Reports to Senior  Post`",
        ),
        (post("", "Clinics", "Nursing", "CE", "1"), "`Unit`"),
        (
            post("TBC", "Wards", "Nursing", "XX", "1"),
            "`Name` and `Reports to Senior  Post`",
        ),
        (
            post("Vacant", "", "Nursing", "CE", "0.5"),
            "`Name`, `Unit` and `FTE`",
        ),
    ] {
        let one = post("", "Wards", "Nursing", "CE", "1");
        let text = [headings, chief, &one, &two].concat();
        let organogram = Organogram::read(text.as_bytes()).expect("a return");
        let salvage = Organisation::salvage(organogram.into_document());
        let found: Vec<_> = salvage.problems.iter().map(ToString::to_string).collect();
        let expected = format!(
            "row 4, `Post Unique Reference`: post `CN` is given twice (rows 3 and 4), and they differ in \
             {expected}; give it once, or two references if they are two"
        );
        assert_eq!(found, [expected]);
    }
}

#[test]
fn a_unit_told_again_names_the_row_of_the_return_once() {
    let mut document = read(&[chief()]).into_document();
    let unit = document.units().last().expect("a unit").id;
    document.push_unit(UnitRecord::new(unit, "Night Wards"));
    document.push_profession(ProfessionRecord::new("Medicine", "Surgery"));
    document.push_source(SourceRecord::untitled(" "));
    let salvage = Organisation::salvage(document);
    let told: Vec<_> = salvage.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "` ` is not a source id: it begins with white space",
            "profession `Medicine` is given twice \
             (rows 2 and 1 more), and they differ in `title`; give it once, or two ids if they are two",
            "unit `Department of Health > Trust > Wards` is given twice \
             (rows 2 and 1 more), and they differ in `title` and `within`; \
             give it once, or two ids if they are two",
        ]
    );
}

#[test]
fn what_is_said_of_a_vacancy_is_kept_once() {
    let organogram = read(&[
        chief(),
        row(
            "CN",
            "Vacant - being recruited",
            "Chief Nurse",
            "CE",
            "0.5",
            "",
        ),
        row(
            "CN",
            "Vacant - being recruited",
            "Chief Nurse",
            "CE",
            "0.5",
            "",
        ),
    ]);
    let post = &posts(organogram.document())[1];
    assert!(post.vacant && post.holders.is_empty());
    let label = post.labels.iter().find(|(key, _)| key == "Name");
    assert_eq!(
        label.map(|(_, said)| &**said),
        Some("Vacant - being recruited")
    );
}
