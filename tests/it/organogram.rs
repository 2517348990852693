//! Organograms: returns of posts as CSV, made up here and as published.

mod faulty;
mod problems;
mod published;
mod refused;

use answerable::{
    Accountability::Operational, Document, Organogram, PostRecord, Seats, SuperiorRecord,
    WhyRowLeftOut,
};

const HEADINGS: &str = "Post Unique Reference,Name,Grade,Job Title,Job/Team Function,\
    Parent Department,Organisation,Unit,Contact Phone,Contact E-mail,Reports to Senior Post,\
    Salary Cost of Reports (£),FTE,Actual Pay Floor (£),,Professional/Occupational Group,Notes,Valid?";

/// A row under [`HEADINGS`].
fn row(reference: &str, name: &str, title: &str, superior: &str, fte: &str, notes: &str) -> String {
    format!(
        "{reference},{name},8a,{title},Nursing,Department of Health,Trust,Wards,01,a@b,{superior},\
         5,{fte},1,2,Medicine,{notes},1"
    )
}

fn read(rows: &[String]) -> Organogram {
    let text = format!("{HEADINGS}\n{}\n", rows.join("\n"));
    Organogram::read(text.as_bytes()).expect("CSV under the headings of a return")
}

fn posts(document: &Document) -> Vec<PostRecord> {
    document.posts().collect()
}

fn ids(document: &Document) -> Vec<String> {
    document.posts().map(|post| post.id).collect()
}

fn superior(post: &PostRecord) -> &SuperiorRecord {
    let line = post.lines.iter().find(|line| line.kind == Operational);
    &line
        .expect("an operational line or that there is none")
        .superior
}

#[test]
fn columns_are_found_by_heading() {
    let text = "\u{A0}notes , reports TO  senior post,,JOB TITLE,Profession,Name,Grade (or equivalent),\
                Post Unique Reference,Phone\n\
                on leave,XX,7, Chief Nurse\u{A0},Nursing,P. Idris,VSM,\u{A0}CN ,0\n";
    let organogram = Organogram::read(text.as_bytes()).expect("a return");
    let expected = PostRecord::new("CN", "Chief Nurse")
        .none_above("marked as the top of the return")
        .graded("VSM")
        .of_profession("Nursing")
        .held_by("P. Idris")
        .noted("on leave");
    assert_eq!(posts(organogram.document()), [expected]);
    assert_eq!(organogram.unread_headings(), ["Phone"]);
}

#[test]
fn a_row_is_a_post() {
    let organogram = read(&[
        row("CE", "R. Okafor", "Chief Executive", "xx", "1.0", "N/D"),
        row(
            "CN",
            "N/D",
            "Nursing",
            "",
            "N/D",
            "Direct reports 5 or less",
        ),
    ]);
    let chief = PostRecord::new("CE", "Chief Executive")
        .none_above("marked as the top of the return")
        .graded("8a")
        .in_unit("Department of Health > Trust > Wards")
        .of_profession("Medicine")
        .labelled("Job/Team Function", "Nursing")
        .held_by("R. Okafor")
        .of_fte(1.0);
    let nurse = PostRecord::new("CN", "Nursing")
        .unstated_in(Operational, "left blank in the return")
        .graded("8a")
        .in_unit("Department of Health > Trust > Wards")
        .of_profession("Medicine")
        .noted("Direct reports 5 or less");
    assert_eq!(posts(organogram.document()), [chief, nurse]);
}

#[test]
fn encodings_line_ends_and_marks_change_nothing() {
    let text = format!(
        "{HEADINGS}\n{}\n\n{}",
        row(
            "CE",
            "Zoë O’Brien",
            "Chief",
            "XX",
            "1",
            "\"two\nlines, “and” £\""
        ),
        row("CN", "José", "Nurse", "CE", "1", ""),
    );
    let plain = posts(
        Organogram::read(text.as_bytes())
            .expect("a return")
            .document(),
    );
    assert_eq!(plain[0].holders[0].name, "Zoë O’Brien");
    let marked = format!("\u{FEFF}{text}").into_bytes();
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '’' => 0x92,
            '“' => 0x93,
            '”' => 0x94,
            other => u8::try_from(u32::from(other)).expect("a character of Windows-1252"),
        })
        .collect();
    let spoilt = text.replace('£', "Â£").into_bytes();
    for (case, bytes) in [("mark", marked), ("Windows-1252", windows)] {
        let read = Organogram::read(&bytes).expect(case);
        assert_eq!(posts(read.document()), plain, "{case}");
    }
    assert!(Organogram::read(&spoilt).is_ok());
    for end in ["\r\n", "\r"] {
        let ended = text.replace('\n', end);
        let read = posts(
            Organogram::read(ended.as_bytes())
                .expect("a return")
                .document(),
        );
        assert_eq!(read[1], plain[1], "{end:?}");
        assert_eq!(read.len(), 2, "{end:?}");
    }
}

#[test]
fn a_name_may_be_a_status() {
    let vacant = |post: &PostRecord| post.vacant && post.holders.is_empty();
    let unnamed = |post: &PostRecord| !post.vacant && post.holders.is_empty();
    for name in [
        "Vacant",
        "VACANT",
        "\"\"\"Vacant\"\"\"",
        "'vacant'",
        "Vacant\u{A0}post",
        "GAPPED",
    ] {
        let organogram = read(&[row("A", name, "Director", "XX", "1", "")]);
        assert!(vacant(&posts(organogram.document())[0]), "{name}");
    }
    for name in ["", "N/D", "ND", "n/d", "N/A", "Not disclosed"] {
        let organogram = read(&[row("A", name, "Director", "XX", "1", "")]);
        let post = &posts(organogram.document())[0];
        assert!(unnamed(post) && post.labels.len() == 1, "{name}");
    }
    for name in ["Eliminated", "ELIMINATED", "'Eliminated'", "Post abolished"] {
        let organogram = read(&[row("A", name, "Director", "XX", "1", "")]);
        assert_eq!(posts(organogram.document()), [], "{name}");
        assert_eq!(
            organogram.left_out()[0].why,
            WhyRowLeftOut::Abolished,
            "{name}"
        );
    }
    let organogram = read(&[row("A", "Interim", "Director", "XX", "1", "")]);
    let post = &posts(organogram.document())[0];
    assert!(unnamed(post));
    assert!(post.labels.contains(&("Name".into(), "Interim".into())));
}

#[test]
fn who_is_not_in_post_is_left_out() {
    let organogram = read(&[
        row("0", "A. Mensah", "Director", "CE", "1", ""),
        row("CE", "", "Chief Executive", "XX", "1", ""),
        row("0", "Vacant", "Adviser", "", "1", ""),
    ]);
    assert_eq!(ids(organogram.document()), ["CE"]);
    let left_out: Vec<_> = organogram
        .left_out()
        .iter()
        .map(|row| (row.row, row.title.as_str(), row.why))
        .collect();
    let expected = [
        (2, "Director", WhyRowLeftOut::NotInPost),
        (4, "Adviser", WhyRowLeftOut::NotInPost),
    ];
    assert_eq!(left_out, expected);
    assert_eq!(
        organogram.left_out()[0].to_string(),
        "row 2, `0` (`Director`): the reference `0` means paid, but not in post",
    );
}

#[test]
fn a_job_share_is_one_post() {
    let organogram = read(&[
        row("CN", "P. Idris", "Chief Nurse", "XX", "0.6", "Mondays"),
        row("MD", "S. Lim", "Medical Director", "CN", "1", ""),
        row("CN", "A. Mensah", "Chief Nurse", "xx", "0.4", "Fridays"),
        row("CN", "", "Chief Nurse", "XX", "0.1", "Mondays"),
        row("CN", "N/D", "Chief Nurse", "XX", "0.1", ""),
    ]);
    let read = posts(organogram.document());
    assert_eq!(ids(organogram.document()), ["CN", "MD"]);
    let names: Vec<_> = read[0]
        .holders
        .iter()
        .map(|holder| holder.name.as_str())
        .collect();
    assert_eq!(names, ["P. Idris", "A. Mensah"]);
    assert_eq!(read[0].fte, Some(1.2));
    assert_eq!(read[0].note.as_deref(), Some("Mondays; Fridays"));
}

#[test]
fn a_half_told_job_share_loses_nothing() {
    let share = |one: (&str, &str), two: (&str, &str)| {
        let organogram = read(&[
            row("CN", one.0, "Chief Nurse", "XX", one.1, ""),
            row("CN", two.0, "Chief Nurse", "XX", two.1, ""),
        ]);
        posts(organogram.document()).remove(0)
    };
    let half = share(("Vacant", "0.5"), ("P. Idris", "0.5"));
    assert!(!half.vacant);
    assert_eq!((half.holders.len(), half.fte), (1, Some(1.0)));
    assert_eq!(
        half.note.as_deref(),
        Some("vacant share of the post (row 2)")
    );
    let empty = share(("Vacant", "0.5"), ("VACANT", "0.5"));
    assert_eq!((empty.vacant, empty.note), (true, None));
    let untold = share(("A. Mensah", ""), ("P. Idris", "0.6"));
    assert_eq!(untold.fte, None);
    assert_eq!(
        untold.note.as_deref(),
        Some("FTE of one share of the post 0.6 (row 3)")
    );
    let unnamed = share(("Interim", "0.5"), ("Interim", "0.5"));
    let said = ("Name".to_owned(), "Interim".to_owned());
    assert!(unnamed.labels.contains(&said), "{:?}", unnamed.labels);
    let abolished = share(("Eliminated", "0.4"), ("P. Idris", "0.6"));
    assert_eq!((abolished.holders.len(), abolished.fte), (1, Some(0.6)));
}

#[test]
fn rows_that_differ_stay_apart() {
    let organogram = read(&[
        row("CN", "P. Idris", "Chief Nurse", "XX", "1", ""),
        row("CN", "A. Mensah", "Chief Nurse", "XX", "1", ""),
        row("CN", "S. Lim", "Director", "XX", "1", ""),
        row("", "A", "Matron", "CN", "1", ""),
        row("", "B", "Matron", "CN", "1", ""),
    ]);
    assert_eq!(ids(organogram.document()), ["CN", "CN", "CN", "", ""]);
}

#[test]
fn units_lie_within_each_other() {
    let text = "Post Unique Reference,Name,Job Title,Reports to Senior Post,Parent Department,Organisation,Unit\n\
        1,,A,XX,Department,Department,Wards\n\
        2,,B,1,Department,Trust,Wards\n\
        3,,C,1,Department,Trust,N/A\n\
        4,,D,1,,,\n\
        5,,E,1,,,Wards\n\
        6,,F,1,Department,Trust,Trust\n";
    let organogram = Organogram::read(text.as_bytes()).expect("a return");
    let units: Vec<_> = posts(organogram.document())
        .into_iter()
        .map(|post| post.unit.map(|unit| unit.to))
        .collect();
    let expected = [
        Some("Department > Wards"),
        Some("Department > Trust > Wards"),
        Some("Department > Trust"),
        None,
        Some("Wards"),
        Some("Department > Trust"),
    ];
    assert_eq!(units, expected.map(|unit| unit.map(str::to_owned)));
}

#[test]
fn junior_rows_are_posts() {
    let senior = format!(
        "{HEADINGS}\n{}",
        row("CE", "", "Chief Executive", "XX", "1", "")
    );
    let junior = "Reporting Senior Post,Grade,Payscale Minimum (£),Generic Job Title,Number of Posts in FTE,Profession\n\
        CE,8a,1,Matron,12.5,Nursing\n\
        ,,,,,\n\
        ,N/D,1,Porter,3,\n";
    let organogram =
        Organogram::read_with_junior(senior.as_bytes(), junior.as_bytes()).expect("two returns");
    let matron = PostRecord::new("junior:2", "Matron")
        .accountable_to("CE", Operational)
        .graded("8a")
        .of_profession("Nursing")
        .of_seats(Seats::NotStated)
        .of_fte(12.5);
    let porter = PostRecord::new("junior:4", "Porter")
        .unstated_in(Operational, "left blank in the return")
        .of_seats(Seats::NotStated)
        .of_fte(3.0);
    assert_eq!(posts(organogram.document())[1..], [matron, porter]);
    let unread = organogram.unread_headings();
    assert_eq!(
        unread.last().map(String::as_str),
        Some("Payscale Minimum (£)")
    );
}
