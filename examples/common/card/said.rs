//! How facts are said on a card.

use answerable::{Basis, Post, PostKind, Standing};

/// "Consultants (several seats)", "Trust Board (body)".
pub(super) fn named(post: Post<'_>) -> String {
    marked(post, Standing::Stated)
}

/// The same, marked where the fact it is named for is weak: "Matron (vacant;
/// assumed)".
pub(super) fn marked(post: Post<'_>, standing: Standing) -> String {
    let kind = (post.kind() != PostKind::Individual).then(|| post.kind().to_string());
    let vacant = post.is_vacant().then(|| "vacant".to_owned());
    let weak = is_weak(standing).then(|| standing.to_string());
    let marks = [
        kind,
        post.seats().map(|seats| seats.to_string()),
        vacant,
        weak,
    ];
    let marks: Vec<_> = marks.into_iter().flatten().collect();
    if marks.is_empty() {
        return post.title().to_owned();
    }
    format!("{post} ({})", marks.join("; "))
}

/// "stated: Care Group Director: job description, The Post", and why, if told.
pub(super) fn backed(basis: Basis<'_>) -> String {
    match basis.why() {
        Some(why) => format!("{basis}; {why}"),
        None => basis.to_string(),
    }
}

/// The same in brackets, unless the fact is given and no more is told.
pub(super) fn backing(basis: Basis<'_>) -> String {
    if is_bare(basis) {
        return String::new();
    }
    format!(" ({})", backed(basis))
}

/// The same after a semicolon.
pub(super) fn after(basis: Basis<'_>) -> String {
    if is_bare(basis) {
        return String::new();
    }
    format!("; {}", backed(basis))
}

fn is_bare(basis: Basis<'_>) -> bool {
    basis.standing() == Standing::Given && basis.source().is_none() && basis.why().is_none()
}

/// " (assumed)", " (inferred)": of what is stated or given, nothing.
pub(super) fn weak(standing: Standing) -> String {
    if is_weak(standing) {
        format!(" ({standing})")
    } else {
        String::new()
    }
}

fn is_weak(standing: Standing) -> bool {
    standing > Standing::Given
}
