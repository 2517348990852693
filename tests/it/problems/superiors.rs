//! Several superiors for one line.

use super::toml;

#[test]
fn the_first_of_them_are_named() {
    for (superiors, named) in [
        ("'b', 'c'", "2 superiors are given, `b` and `c`;"),
        ("'b', 'c', 'd'", "3 superiors are given, `b`, `c` and `d`;"),
        (
            "'b', 'c', { to = 'd' }, 'e'",
            "4 superiors are given, `b`, `c`, `d` and `e`;",
        ),
        (
            "'b', 'c', 'd', 'e', 'f'",
            "5 superiors are given, `b`, `c`, `d`, `e`, …;",
        ),
        (
            "'b', 'c', 'b'",
            "2 superiors are given, `b` and `c`; a post answers to one superior of each kind:",
        ),
        (
            "'b', { to = 'b' }",
            "`clinical`: `b` is given more than once as superior; give it once",
        ),
        (
            "{ none = 'head' }, 'b'",
            "`clinical`: said to have none above, and to answer to `b`; keep one",
        ),
        (
            "'none', { none = 'head' }, { unstated = 'silent' }, 'b'",
            "`clinical`: said to have none above, and to have a superior who is not stated, \
             and to answer to `none` and `b`; keep one",
        ),
        (
            "{ unstated = 'silent' }, { unstated = 'asked' }",
            "`clinical`: said more than once to have a superior who is not stated; say it once",
        ),
    ] {
        let text = format!("[post.a]\ntitle = 'A'\nclinical = [{superiors}]\n");
        let refused = toml(&text);
        let told = refused.only().to_string();
        assert!(told.contains(named), "{told}");
    }
}
