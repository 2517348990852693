//! Charts as text: in Mermaid and in words.

use std::io;

use answerable::Accountability::{Clinical, Operational, Professional};
use answerable::{AlsoRecord, Direction, Disclosure, MermaidError, Organisation, PostRecord};

use crate::loaded;

fn ward() -> Organisation {
    let posts = [
        PostRecord::new("board", "Trust Board").body(),
        PostRecord::new("chief-nurse", "Chief Nurse")
            .held_by("P. Idris")
            .accountable_to("board", Operational),
        PostRecord::new("matron", "Matron")
            .accountable_to("chief-nurse", Operational)
            .also(AlsoRecord::new(Clinical, "board")),
        PostRecord::new("sister", "Sister")
            .vacant()
            .accountable_to("matron", Operational)
            .accountable_to("chief-nurse", Professional)
            .deputised_by(["matron"]),
    ];
    Organisation::from_posts(posts).expect("sound")
}

/// A top, and so many posts that report to it.
fn fan(reports: usize) -> Organisation {
    let report = |at| PostRecord::new(format!("r{at}"), "Nurse").accountable_to("top", Operational);
    let top = PostRecord::new("top", "Matron");
    Organisation::from_posts(std::iter::once(top).chain((0..reports).map(report))).expect("sound")
}

/// A chain of posts with these titles.
fn chain(titles: &[&str]) -> Organisation {
    let posts = titles.iter().enumerate().map(|(at, &title)| {
        let post = PostRecord::new(format!("p{at}"), title);
        match at.checked_sub(1) {
            Some(above) => post.accountable_to(format!("p{above}"), Operational),
            None => post,
        }
    });
    Organisation::from_posts(posts).expect("sound")
}

/// Titles that mean something to Mermaid, Markdown, YAML, HTML or a page.
const HOSTILE: [&str; 25] = [
    "\"",
    "\\",
    "\\N \\n",
    "]",
    "]]>",
    "-->",
    "--- | x |",
    "&; &amp; &#34;",
    "#quot; #35; #",
    "<script>alert(1)</script>",
    "<br/>",
    "`code`",
    "end",
    "subgraph x",
    "%%{init: {\"theme\": \"dark\"}}%%",
    "%% comment",
    "Lifestyle lead: #34;x;",
    "classDef x:#000;",
    ":::vacant @{ shape: x }",
    "1. First",
    "fa:fa-user http://example.org/",
    "é\u{301} \u{202e}bidi",
    "病棟看護師長",
    "مدير التمريض",
    "37 °C, Straße, ¶",
];

/// The text with Mermaid's entities read back.
fn read_back(mut text: &str) -> String {
    let mut read = String::new();
    while let Some((plain, rest)) = text.split_once('#') {
        let (number, rest) = rest.split_once(';').expect("the end of an entity");
        let character = number.parse().ok().and_then(char::from_u32);
        read.push_str(plain);
        read.push(character.expect("the number of a character"));
        text = rest;
    }
    read + text
}

fn titles_in(mermaid: &str) -> Vec<&str> {
    let lines = mermaid.lines().filter(|line| line.starts_with('p'));
    let labels = lines.filter_map(|line| line.split_once("[\"<b>"));
    labels
        .map(|(_, rest)| rest.split_once("</b>").expect("its end").0)
        .collect()
}

#[test]
fn a_chart_in_mermaid() {
    let org = ward();
    let chart = org.chart().with_deputies().titled("R&D \"ward\"");
    insta::assert_snapshot!(chart.mermaid().expect("small"), @r#"
    ---
    title: "R＆D \u0022ward\u0022"
    ---
    flowchart BT
    accTitle: R#38;D #34;ward#34;
    accDescr: An organisation chart#58; 4 posts in 4 layers#59; lines#58; 3 operational, 1 professional, 1 also clinical, 1 deputises for.
    p1["<b>Trust Board</b><br/>Body<br/>operational superior not stated"]
    p2["<b>Chief Nurse</b><br/>P. Idris"]
    p3["<b>Matron</b>"]
    p4["<b>Sister</b><br/>Vacant"]
    p2 --- p1
    p3 --- p2
    p4 --- p3
    p3 -.->|also| p1
    p3 --o p4
    p4 -.-> p2
    subgraph key [" "]
    direction LR
    k1[" "] ---|"operational (reports to)"| k2[" "]
    k3[" "] -.->|"professional"| k4[" "]
    k5[" "] -.->|"also clinical"| k6[" "]
    k7[" "] --o|"deputises for"| k8[" "]
    end
    classDef key fill:none,stroke:none
    class key,k1,k2,k3,k4,k5,k6,k7,k8 key
    classDef default fill:#FFFFFF,stroke:#768692,color:#212B32
    classDef body stroke-width:3px
    class p1 body
    classDef vacant fill:#F5F5F5,stroke:#B00020,stroke-dasharray:4 3
    class p4 vacant
    linkStyle 0,1,2,6 stroke-width:1.4px
    linkStyle 5,7 stroke:#0072B2,stroke-width:1.2px,stroke-dasharray:6 4
    linkStyle 3,8 stroke:#D55E00,stroke-width:1.8px,stroke-dasharray:2 4
    linkStyle 4,9 stroke:#007A5A,stroke-width:0.8px
    "#);
    let plain = chart.growing(Direction::Right).without_legend().titled("");
    let plain = plain.disclosing(Disclosure::Posts).kinds([Operational]);
    insta::assert_snapshot!(plain.mermaid().expect("small"), @r#"
    flowchart RL
    accDescr: An organisation chart#58; 4 posts in 4 layers#59; lines#58; 3 operational, 1 deputises for.
    p1["<b>Trust Board</b><br/>Body<br/>operational superior not stated"]
    p2["<b>Chief Nurse</b>"]
    p3["<b>Matron</b>"]
    p4["<b>Sister</b><br/>Vacant"]
    p2 --- p1
    p3 --- p2
    p4 --- p3
    p3 --o p4
    classDef default fill:#FFFFFF,stroke:#768692,color:#212B32
    classDef body stroke-width:3px
    class p1 body
    classDef vacant fill:#F5F5F5,stroke:#B00020,stroke-dasharray:4 3
    class p4 vacant
    linkStyle 0,1,2 stroke-width:1.4px
    linkStyle 3 stroke:#007A5A,stroke-width:0.8px
    "#);
}

#[test]
fn a_branch_says_in_mermaid_what_is_left_out() {
    let org = ward();
    let matron = org.post("matron").expect("declared");
    insta::assert_snapshot!(matron.chart().to_depth(0).mermaid().expect("small"), @r#"
    ---
    title: "Lines of accountability\u003a Matron"
    ---
    flowchart BT
    accTitle: Lines of accountability#58; Matron
    accDescr: An organisation chart#58; 1 post in 1 layer#59; lines#58; 0 operational.
    p1["<b>Matron</b><br/>under Chief Nurse (not shown)<br/>#43;1 below"]
    subgraph key [" "]
    direction LR
    k0["Lines to posts not shown#58; 1 also clinical"]
    style k0 stroke:none
    end
    classDef key fill:none,stroke:none
    class key key
    classDef default fill:#FFFFFF,stroke:#768692,color:#212B32
    "#);
}

#[test]
fn every_title_survives_mermaid() {
    let org = chain(&HOSTILE);
    for title in HOSTILE {
        let chart = org.chart().titled(title);
        let mermaid = chart.mermaid().expect("small").to_string();
        let read: Vec<String> = titles_in(&mermaid).into_iter().map(read_back).collect();
        assert_eq!(read, HOSTILE);
        let named = mermaid
            .lines()
            .find_map(|line| line.strip_prefix("accTitle: "));
        assert_eq!(read_back(named.expect("a title")), title);
        for label in titles_in(&mermaid) {
            let is_plain =
                |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || " ,.'()/-#;".contains(c);
            assert!(label.chars().all(is_plain), "{label}");
        }
    }
}

#[test]
fn what_mermaid_cannot_show_is_replaced() {
    let org = chain(&[
        "a\0b\u{fffe}c\u{7f}d",
        "one\ntwo\tthree",
        "$$x$$",
        "\u{fb02}°34¶ß",
    ]);
    let mermaid = org
        .chart()
        .titled("a\nb\u{2028}c")
        .mermaid()
        .expect("small");
    let mermaid = mermaid.to_string();
    assert!(
        mermaid.starts_with("---\ntitle: \"a b\\u2028c\"\n---\n"),
        "{mermaid}"
    );
    let shown = [
        "a\u{fffd}b\u{fffd}c\u{fffd}d",
        "one<br/>two three",
        "#36;\u{2060}#36;x#36;\u{2060}#36;",
        "\u{fb02}\u{2060}°34¶\u{2060}ß",
    ];
    assert_eq!(titles_in(&mermaid), shown);
}

#[test]
fn mermaid_is_refused_what_it_would_refuse() {
    // The legend has a line of its own.
    assert!(fan(499).chart().mermaid().is_ok());
    assert!(fan(500).chart().without_legend().mermaid().is_ok());
    let refused = fan(500).chart().mermaid().expect_err("too many lines");
    assert_eq!(refused, MermaidError::TooManyLines { lines: 501 });
    insta::assert_snapshot!(refused, @"a Mermaid chart has at most 500 lines, and this one has 501; draw part of it: from a post, to a depth, of a unit or with fewer kinds");
    let long = "x".repeat(50_000);
    let org = chain(&[&long]);
    let refused = org.chart().mermaid().expect_err("too long");
    assert!(matches!(
        refused,
        MermaidError::TooLong { length: 50_001.. }
    ));
    insta::assert_snapshot!(refused, @"a Mermaid chart has at most 50000 characters, and this one has 50280; draw part of it: from a post, to a depth or of a unit, or tell less of each post");
}

#[test]
fn length_is_counted_as_mermaid_counts() {
    // Each is two UTF-16 units, and four bytes.
    let org = |count| chain(&[&"\u{20bb7}".repeat(count)]);
    assert!(org(24_000).chart().mermaid().is_ok());
    assert!(org(25_000).chart().mermaid().is_err());
}

/// A writer with room for so many bytes.
struct Full(usize);

impl io::Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        if taken == 0 {
            return Err(io::Error::other("full"));
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_writer_that_fails_is_told_of() {
    let org = ward();
    let (mermaid, outline) = (org.chart().mermaid().expect("small"), org.chart().outline());
    let mut written = Vec::new();
    mermaid.write_to(&mut written).expect("written");
    assert_eq!(written, mermaid.to_string().as_bytes());
    for room in 0..written.len() {
        let told = mermaid.write_to(Full(room)).expect_err("no room");
        assert_eq!(told.to_string(), "full");
    }
    written.clear();
    outline.write_to(&mut written).expect("written");
    assert_eq!(written, outline.to_string().as_bytes());
    for room in 0..written.len() {
        let told = outline.write_to(Full(room)).expect_err("no room");
        assert_eq!(told.to_string(), "full");
    }
}

#[test]
fn a_chart_in_words() {
    let org = ward();
    let chart = org.chart().with_deputies();
    insta::assert_snapshot!(chart.outline(), @r"
    Lines of accountability

    Trust Board [Body; operational superior not stated]
      Chief Nurse [P. Idris]
        Matron [also clinical: Trust Board; deputises for: Sister]
          Sister [Vacant; professional: Chief Nurse]
    ");
    let matron = org.post("matron").expect("declared");
    insta::assert_snapshot!(matron.chart().to_depth(0).titled("Wards").outline(), @r"
    Wards

    Matron [under Chief Nurse (not shown); +1 below]

    Lines to posts not shown: 1 also clinical
    ");
}

#[test]
fn a_chart_tells_how_far_deputies_deputise_and_what_is_assumed() {
    let org = loaded::from_toml(
        r#"
        [matter.rota]
        title = "Rotas"

        [post.matron]
        title = "Matron"
        operational = { none = "head of the ward block" }
        deputies = [
            { post = "sister", for = ["rota"] },
            { post = "clerk", authority = "attend" },
            { post = "charge-nurse", for = ["rota"], standing = "assumed" },
            "charge-nurse",
        ]

        [post.sister]
        title = "Ward Sister"
        operational = { to = "matron", standing = "assumed" }

        [post.charge-nurse]
        title = "Charge Nurse"
        operational = "matron"

        [post.clerk]
        title = "Ward Clerk"
        operational = "sister"
        "#,
    );
    insta::assert_snapshot!(org.chart().with_deputies().outline(), @r"
    Lines of accountability

    Matron
      Ward Sister [deputises for (some matters): Matron]
        Ward Clerk [attends for: Matron]
      Charge Nurse [deputises for: Matron]

    Of the lines shown, assumed: 1 operational
    ");
}

#[test]
fn of_another_organisation_a_chart_shows_nothing() {
    let (org, other) = (ward(), ward());
    let matron = other.post("matron").expect("declared");
    let of_post = org.chart().below(matron).outline().to_string();
    assert_eq!(of_post, "Lines of accountability\n\nNo posts to show\n");
    let other = loaded::trust();
    let unit = other.units().next().expect("some");
    let of_unit = org.chart().of_unit(unit).outline().to_string();
    assert_eq!(of_unit, "Lines of accountability\n\nNo posts to show\n");
}

#[test]
fn no_title_breaks_a_line_of_an_outline() {
    let org = chain(&["one\ntwo", "\u{202e}three\u{2028}"]);
    insta::assert_snapshot!(org.chart().titled("a\nb").outline(), @r"
    a\u{a}b

    one\u{a}two [operational superior not stated]
      \u{202e}three\u{2028}
    ");
}

#[test]
fn deep_layers_are_named_in_words() {
    let titles = vec!["Nurse"; 2_000];
    let outline = chain(&titles).chart().outline().to_string();
    let lines: Vec<&str> = outline.lines().skip(2).collect();
    assert_eq!(lines[32], format!("{}Nurse", "  ".repeat(32)));
    assert_eq!(lines[1_999], format!("{}(1999) Nurse", "  ".repeat(32)));
}

/// Every post and line of the trust is in both.
#[test]
fn both_tell_the_same() {
    let org = ward();
    let chart = org.chart().with_deputies();
    let mermaid = chart.mermaid().expect("small").to_string();
    let outline = chart.outline().to_string();
    let mut told = outline.lines().skip(2);
    for title in titles_in(&mermaid) {
        let line = told.next().expect("a line a card");
        assert!(line.trim_start().starts_with(title), "{line}");
    }
    let is_line = |line: &&str| line.starts_with('p') && line.contains(" p");
    let tree = |line: &&str| line.contains(" --- ");
    let lines = mermaid.lines().filter(is_line).filter(|line| !tree(line));
    assert_eq!(lines.count(), outline.matches(": ").count());
}

/// Graphviz refuses a text of 16,384 bytes, and gives names of its own for those
/// that begin with a per cent sign.
#[test]
fn dot_keeps_within_what_graphviz_reads() {
    for title in [
        "\"".repeat(2_800),
        "a & b ".repeat(4_000),
        "]".repeat(60_000),
    ] {
        let unit = answerable::UnitRecord::new("ward", title.clone());
        let mut document = answerable::Document::new(title.clone());
        document.push_unit(unit);
        let post = answerable::PostRecord::new("%n", title.clone());
        document.push_post(post.in_unit("ward").held_by(title.clone()).graded(title));
        let org = answerable::Organisation::try_from(document).expect("sound");
        let dot = org.chart().dot().to_string();
        let texts = dot.lines().flat_map(|line| line.split(", label="));
        assert!(texts.clone().all(|text| text.len() < 16_384));
        assert!(dot.contains("\"&#37;n\""));
    }
}
