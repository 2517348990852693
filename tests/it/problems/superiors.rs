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
    ] {
        let text = format!("[post.a]\ntitle = 'A'\nclinical = [{superiors}]\n");
        let refused = toml(&text);
        let told = refused.only().to_string();
        assert!(told.contains(named), "{told}");
    }
}
