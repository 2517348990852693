//! Who acts: for every post whose seat is covered, or for one.

use std::error::Error;
use std::io::Write;

use answerable::{Absences, Acting, Cover, Covers, How, Matter, Organisation, Post, PostKind};

use super::one_line::one_line;

/// The longest text that widens a column; longer ones stand out of theirs.
const WIDEST: usize = 72;

/// How many posts are named before the others are only counted.
const MOST_NAMED: usize = 12;

/// Everyone covered, in general or on a matter, then what somebody should see to.
pub(crate) fn write_all<'o>(
    out: &mut impl Write,
    org: &'o Organisation,
    matter: Option<Matter<'o>>,
    away: &Absences<'o>,
) -> Result<(), Box<dyn Error>> {
    let on = matter.map(|matter| {
        let personal = if matter.is_personal() {
            " (personal)"
        } else {
            ""
        };
        format!("{matter}{personal}")
    });
    let titles = org.title().map(one_line).into_iter();
    let titles: Vec<_> = titles.chain(on.as_deref().map(one_line)).collect();
    if !titles.is_empty() {
        writeln!(out, "{}\n", titles.join(": "))?;
    }
    let covers = match matter {
        Some(matter) => org.who_acts_on(matter, away),
        None => org.who_acts(away),
    };
    let rows: Vec<_> = covers.covered().map(|cover| row(&cover)).collect();
    if rows.is_empty() {
        let none = match org.inside().next() {
            Some(_) => "No post inside the organisation is vacant or away: each acts for itself.",
            None => "There are no posts inside the organisation.",
        };
        writeln!(out, "{none}")?;
    } else {
        write_table(out, rows)?;
    }
    let mut remarks = remarks(&covers);
    remarks.extend(idle_nominees(&covers, away));
    remarks.extend(outside(org, away));
    if !remarks.is_empty() {
        writeln!(out, "\n{}", remarks.join("\n"))?;
    }
    Ok(())
}

/// The rows under their headings.
fn write_table(out: &mut impl Write, rows: Vec<[String; 4]>) -> Result<(), Box<dyn Error>> {
    let heading = ["Post", "Seat", "How", "Who acts"].map(str::to_owned);
    let rows: Vec<_> = std::iter::once(heading).chain(rows).collect();
    let width = |column: usize| {
        let widths = rows.iter().map(|row| row[column].chars().count());
        widths.filter(|&width| width <= WIDEST).max().unwrap_or(0)
    };
    let [post, seat, how] = [0, 1, 2].map(width);
    for [a, b, c, last] in &rows {
        writeln!(out, "{a:post$}  {b:seat$}  {c:how$}  {last}")?;
    }
    Ok(())
}

/// Who acts for one post, in a sentence, then everyone who was considered.
pub(crate) fn write_one<'o>(
    out: &mut impl Write,
    post: Post<'o>,
    matter: Option<Matter<'o>>,
    away: &Absences<'o>,
) -> Result<(), Box<dyn Error>> {
    let cover = match matter {
        Some(matter) => post.who_acts_on(matter, away),
        None => post.who_acts(away),
    };
    writeln!(out, "{cover}\n\n{}", cover.trace())?;
    if let Some(standing) = cover.standing() {
        writeln!(
            out,
            "\nStanding: {standing}, the weakest among the facts it rests on"
        )?;
    }
    Ok(())
}

/// Who is covered and why, how, and by whom.
fn row(cover: &Cover<'_, '_>) -> [String; 4] {
    let seat = cover.unable();
    let seat = seat.map_or(String::new(), |why| why.to_string());
    let who = match cover.acting() {
        Acting::Itself => cover.post().to_string(),
        Acting::One(post) => post.to_string(),
        Acting::OneOf(posts) => format!("one of {}", titles(posts)),
        Acting::Body(body) => format!("{body} must decide"),
        Acting::Nobody(why) => format!("nobody: {why}"),
    };
    [cover.post().to_string(), seat, how(cover), who]
        .each_ref()
        .map(one_line)
}

/// "deputy", "deputy at remove 2", "deputy of the superior, 2 layers up".
fn how(cover: &Cover<'_, '_>) -> String {
    let (how, of) = match cover.how() {
        Some(How::Nominee) => ("nominee", " of the superior"),
        Some(How::Deputy) => ("deputy", " of the superior"),
        Some(How::Superior) => ("superior", ""),
        None => return "-".to_owned(),
    };
    let remove = match cover.removes() {
        0 | 1 => String::new(),
        removes => format!(" at remove {removes}"),
    };
    match cover.layers() {
        0 => format!("{how}{remove}"),
        1 => format!("{how}{remove}{of}"),
        layers => format!("{how}{remove}{of}, {layers} layers up"),
    }
}

fn remarks(covers: &Covers<'_, '_>) -> Vec<String> {
    let mut remarks = Vec::new();
    for (post, covered) in covers.acting_for_several() {
        let (post, count) = (one_line(&post), covered.len());
        remarks.push(format!(
            "{post} acts for {count} posts: {}",
            titles(&covered)
        ));
    }
    for (line, covered) in covers.acting_over_superior() {
        let [acting, superior] = [line.from(), line.to()].each_ref().map(one_line);
        let covered = one_line(&covered);
        remarks.push(format!(
            "{acting} acts for {covered}, above its own superior: {superior}"
        ));
    }
    for (body, covered) in covers.bodies_to_decide() {
        let (body, covered) = (one_line(&body), titles(&covered));
        remarks.push(format!("{body} must decide who acts for: {covered}"));
    }
    let left: Vec<_> = covers.left_to_nobody().map(|cover| cover.post()).collect();
    if !left.is_empty() {
        remarks.push(format!("Nobody acts for: {}", titles(&left)));
    }
    remarks
}

/// The nominees that do not act for whom they are nominated, and why.
fn idle_nominees<'o>(covers: &Covers<'o, '_>, away: &Absences<'o>) -> Vec<String> {
    let idle = covers.iter().filter_map(|cover| {
        let nominee = away.nominee(cover.post())?;
        let why = match (cover.acting(), covers.of(nominee)?.unable()) {
            (Acting::Itself, _) => "which acts itself".to_owned(),
            (_, Some(why)) => format!("but is itself {}", one_line(&why)),
            (_, None) => return None,
        };
        let [nominee, post] = [nominee, cover.post()].each_ref().map(one_line);
        Some(format!("{nominee} is nominated for {post}, {why}"))
    });
    idle.collect()
}

/// The posts away for which nobody here acts.
fn outside<'o>(org: &'o Organisation, away: &Absences<'o>) -> Option<String> {
    let outside = org.posts().filter(|&post| {
        let is_external = post.kind() == PostKind::External;
        is_external && away.is_away(post)
    });
    let outside: Vec<_> = outside.collect();
    let (are, them) = match outside.len() {
        0 => return None,
        1 => ("is", "it"),
        _ => ("are", "them"),
    };
    let posts = titles(&outside);
    Some(format!(
        "{posts} {are} outside the organisation: nobody here acts for {them}"
    ))
}

/// "Matron; Ward Sister": titles have commas of their own.
fn titles(posts: &[Post<'_>]) -> String {
    let named = posts.iter().take(MOST_NAMED).map(one_line);
    let named = named.collect::<Vec<_>>().join("; ");
    match posts.len().saturating_sub(MOST_NAMED) {
        0 => named,
        more => format!("{named}; and {more} more"),
    }
}
