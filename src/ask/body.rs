//! To whom does a body answer as one, and each of its members in person?

use std::collections::BTreeSet;
use std::fmt;

use crate::model::{Accountability, PostKind};
use crate::quoted::OneLine;
use crate::view::{Line, Membership, Post, Superior};

use super::why::reason_terms;

/// To whom a body answers as one, and each of its members in person.
///
/// `Display` is a line each for what is told: to whom the body answers as one,
/// its chair, its members, and under each member to whom that post answers in
/// person. What is not told of a post, without a reason, stands in one line with
/// its kinds. No line feed ends it. Lines by rule cost as much as their
/// [standing](Line::standing).
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let team = org.post("senior-leadership-team")?.collective().expect("a body");
/// assert_eq!(team.body().title(), "Senior Leadership Team, Children's");
/// let (_, above) = team.superiors().next().expect("the operational superior");
/// assert_eq!(above.post(), org.get("care-group-director"));
/// let members = team.members().iter().map(|member| member.post().title());
/// assert!(members.eq([
///     "Care Group Director, Children's", // the chair, which is not listed
///     "General Manager, Children's",
///     "Head of Nursing, Children's",
/// ]));
/// assert_eq!(team.vacant().count(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Collective<'o> {
    body: Post<'o>,
    members: Vec<InPerson<'o>>,
}

impl<'o> Collective<'o> {
    /// The body.
    #[must_use]
    pub fn body(&self) -> Post<'o> {
        self.body
    }

    /// To whom the body answers as one: kind by kind its superior, known or not,
    /// then its `also` lines of that kind as declared. A vacancy among the
    /// members changes none of it. Each step is constant but for `also` lines of
    /// other kinds.
    pub fn superiors(&self) -> impl Iterator<Item = (Accountability, Superior<'o>)> {
        upwards(self.body)
    }

    /// Its members and to whom they answer in person: the chair if it is not
    /// listed, then those listed, as declared.
    #[must_use]
    pub fn members(&self) -> &[InPerson<'o>] {
        &self.members
    }

    /// Those of its members that are vacant, in the same order.
    pub fn vacant(&self) -> impl Iterator<Item = &InPerson<'o>> {
        let all = self.members.iter();
        all.filter(|member| member.post().is_vacant())
    }
}

/// To whom a member of a body answers in person.
///
/// ```
/// # let org = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/trust.rs"));
/// let team = org.post("senior-leadership-team")?.collective().expect("a body");
/// let nurse = team.members().last().expect("a member");
/// assert_eq!(nurse.post().title(), "Head of Nursing, Children's");
/// assert!(!nurse.membership().is_chair());
/// let above = nurse.superiors().filter_map(|(_, superior)| superior.post());
/// assert!(above.eq([org.post("care-group-director")?, org.post("chief-nurse")?]));
/// let shared = nurse.shared().iter().map(|line| line.to().title());
/// assert!(shared.eq(["Care Group Director, Children's"])); // where the team answers too
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct InPerson<'o> {
    membership: Membership<'o>,
    shared: Vec<Line<'o>>,
}

impl<'o> InPerson<'o> {
    /// Its membership: whether it is the chair, whether it is listed, its role.
    #[must_use]
    pub fn membership(&self) -> Membership<'o> {
        self.membership
    }

    /// The member.
    #[must_use]
    pub fn post(&self) -> Post<'o> {
        self.membership.member()
    }

    /// To whom it answers: kind by kind its superior, known or not, then its
    /// `also` lines of that kind as declared.
    pub fn superiors(&self) -> impl Iterator<Item = (Accountability, Superior<'o>)> {
        upwards(self.post())
    }

    /// Those of its [lines](Post::lines) that end at a post to which the body
    /// answers too, in whatever kind: there it answers in person besides.
    #[must_use]
    pub fn shared(&self) -> &[Line<'o>] {
        &self.shared
    }
}

/// As [`Post::lines`], with the superiors that are none or not stated.
fn upwards(post: Post<'_>) -> impl Iterator<Item = (Accountability, Superior<'_>)> {
    Accountability::ALL.into_iter().flat_map(move |kind| {
        let also = post.also().filter(move |line| line.kind() == kind);
        let also = also.map(Superior::Known);
        std::iter::once(post.superior(kind))
            .chain(also)
            .map(move |superior| (kind, superior))
    })
}

impl<'o> Post<'o> {
    /// To whom a body answers as one, and each of its members in person: it is
    /// individually and collectively accountable. None for a post that is not a
    /// body. Takes n log n in the lines of the body and its members.
    ///
    /// ```
    /// # use answerable::{Accountability::Operational, Organisation, PostRecord};
    /// # let org = Organisation::from_posts([
    /// #     PostRecord::new("board", "Trust Board").body().none_above("head of the organisation").with_members(["chief-executive"]),
    /// #     PostRecord::new("chief-executive", "Chief Executive").accountable_to("board", Operational),
    /// #     PostRecord::new("chief-nurse", "Chief Nurse").vacant()
    /// #         .accountable_to("chief-executive", Operational)
    /// #         .also_accountable_to("board", Operational),
    /// #     PostRecord::new("team", "Executive Team").body().chaired_by("chief-executive").with_members(["chief-nurse"])
    /// #         .accountable_to("board", Operational),
    /// # ])?;
    /// let team = org.post("team")?.collective().expect("a body");
    /// let [chief, nurse] = team.members() else { panic!("the chair and a member") };
    /// assert!(chief.membership().is_chair() && nurse.post().is_vacant());
    /// assert_eq!(nurse.shared()[0].to(), org.post("board")?);
    /// assert_eq!(team.to_string(), "\
    /// Executive Team answers as one to Trust Board (operational; given)
    /// to whom Executive Team answers as one is not stated (professional, clinical)
    /// Chief Executive chairs it (given)
    ///   answers in person to Trust Board (operational; given), where the body answers too
    ///   to whom it answers in person is not stated (professional, clinical)
    /// Chief Nurse (vacant) is a member (given)
    ///   answers in person to Chief Executive (operational; given)
    ///   also answers in person to Trust Board (operational; given), where the body answers too
    ///   to whom it answers in person is not stated (professional, clinical)
    /// vacant members: 1 of 2, which changes no line of the body");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn collective(self) -> Option<Collective<'o>> {
        if self.kind() != PostKind::Body {
            return None;
        }
        let above: BTreeSet<Post<'_>> = self.lines().map(Line::to).collect();
        let in_person = |membership: Membership<'o>| InPerson {
            membership,
            shared: membership
                .member()
                .lines()
                .filter(|line| above.contains(&line.to()))
                .collect(),
        };
        Some(Collective {
            body: self,
            members: self.members().map(in_person).collect(),
        })
    }
}

impl fmt::Display for Collective<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let body = self.body;
        let mut lines = Voice::AsOne(body).sentences(body, &[]);
        if body.chair().is_none() {
            lines.push(format!("no chair of {body} is told"));
        }
        if self.members.is_empty() {
            lines.push(format!("no member of {body} is told"));
        }
        write_lines(f, &lines)?;
        for member in &self.members {
            write!(f, "\n{member}")?;
        }
        let (vacant, all) = (self.vacant().count(), self.members.len());
        if vacant > 0 {
            write!(
                f,
                "\nvacant members: {vacant} of {all}, which changes no line of the body"
            )?;
        }
        Ok(())
    }
}

/// A line for the membership, and under it one for each way in which it answers
/// in person. No line feed ends it.
impl fmt::Display for InPerson<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = vec![membership(self.membership)];
        if self.post().kind() == PostKind::External {
            lines.push("  answers to nobody: it is outside the organisation".to_owned());
        } else {
            lines.extend(Voice::InPerson.sentences(self.post(), &self.shared));
        }
        write_lines(f, &lines)
    }
}

fn write_lines(f: &mut fmt::Formatter<'_>, lines: &[String]) -> fmt::Result {
    lines.iter().enumerate().try_for_each(|(number, line)| {
        let feed = if number == 0 { "" } else { "\n" };
        write!(f, "{feed}{}", OneLine(line))
    })
}

/// "Chief Nurse (vacant) is a member (executive director; assumed)".
fn membership(membership: Membership<'_>) -> String {
    let post = membership.member();
    let vacant = if post.is_vacant() { " (vacant)" } else { "" };
    let external = match post.kind() {
        PostKind::External => " (external)",
        PostKind::Individual | PostKind::Body => "",
    };
    let mut parts = Vec::new();
    if membership.is_chair() {
        let basis = membership.body().chair_basis();
        parts.push(format!("chairs it ({basis})"));
    }
    if membership.is_listed() {
        let role = membership.role();
        let role = role.map_or_else(String::new, |role| format!("{role}; "));
        parts.push(format!("is a member ({role}{})", membership.basis()));
    }
    format!("{post}{vacant}{external} {}", parts.join(" and "))
}

/// Who is said to answer, and how.
#[derive(Clone, Copy)]
enum Voice<'o> {
    AsOne(Post<'o>),
    InPerson,
}

impl Voice<'_> {
    /// A sentence for each way in which it answers, and one for all the kinds of
    /// which nothing is told. `shared` are in the order of its lines.
    fn sentences<'o>(self, post: Post<'o>, shared: &[Line<'o>]) -> Vec<String> {
        let mut shared = shared.iter().copied().peekable();
        let (mut sentences, mut untold) = (Vec::new(), Vec::new());
        for (kind, superior) in upwards(post) {
            let kind = post.organisation().kind_title(kind);
            sentences.push(match superior {
                Superior::Known(line) => {
                    let also = if line.is_also() { "also " } else { "" };
                    let to = format!("{} to {}", self.answers(also), line.to());
                    match shared.next_if_eq(&line) {
                        Some(_) => format!("{to} ({}), where the body answers too", line.terms()),
                        None => format!("{to} ({})", line.terms()),
                    }
                }
                Superior::NoneAbove(reason) => {
                    let terms = reason_terms(reason);
                    format!("{} to nobody ({kind}; {terms}): {reason}", self.answers(""))
                }
                Superior::Unstated(Some(reason)) => {
                    let terms = reason_terms(reason);
                    let whom = self.whom_it_answers();
                    format!("{whom} is not stated ({kind}; {terms}): {reason}")
                }
                Superior::Unstated(None) => {
                    untold.push(kind);
                    continue;
                }
            });
        }
        if !untold.is_empty() {
            let (whom, untold) = (self.whom_it_answers(), untold.join(", "));
            sentences.push(format!("{whom} is not stated ({untold})"));
        }
        sentences
    }

    fn answers(self, also: &str) -> String {
        match self {
            Self::AsOne(body) => format!("{body} {also}answers as one"),
            Self::InPerson => format!("  {also}answers in person"),
        }
    }

    fn whom_it_answers(self) -> String {
        match self {
            Self::AsOne(body) => format!("to whom {body} answers as one"),
            Self::InPerson => "  to whom it answers in person".to_owned(),
        }
    }
}
