//! Readers that stumble and writers that fail: what is read is what was told, or
//! nothing; what is written is a beginning of it; and examples end quietly.

use std::io::{self, ErrorKind, Read, Write};
use std::process::Stdio;

use answerable::{Document, Organisation};

use crate::examples::example;
use crate::loaded::from_toml;

/// A small organisation with something of every kind to read.
fn small() -> Organisation {
    from_toml(
        "[unit.u]\n[post.a]\ntitle = \"Ä\"\nunit = \"u\"\nfte = 0.5\nclinical = { none = \"top\" }\n\
         [post.b]\ntitle = \"B\"\nclinical = \"a\"\ndeputies = [\"a\"]\n",
    )
}

/// Hands over a byte at a time, interrupted before each, and fails after `left`.
struct Stumbling<'b> {
    rest: &'b [u8],
    left: usize,
    is_interrupted: bool,
}

impl<'b> Stumbling<'b> {
    fn new(rest: &'b [u8], left: usize) -> Self {
        Self {
            rest,
            left,
            is_interrupted: false,
        }
    }
}

impl Read for Stumbling<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.is_interrupted = !self.is_interrupted;
        if self.is_interrupted {
            return Err(ErrorKind::Interrupted.into());
        }
        if self.left == 0 {
            return Err(io::Error::new(ErrorKind::TimedOut, "cut off: 4711"));
        }
        let Some((first, rest)) = self.rest.split_first() else {
            return Ok(0);
        };
        (self.rest, self.left) = (rest, self.left - 1);
        into[0] = *first;
        Ok(1)
    }
}

/// Takes a byte at a time, interrupted before each, and fails after `room`.
struct Stuttering {
    written: Vec<u8>,
    room: usize,
    is_interrupted: bool,
    has_failed: bool,
}

impl Stuttering {
    fn new(room: usize) -> Self {
        Self {
            written: Vec::new(),
            room,
            is_interrupted: false,
            has_failed: false,
        }
    }
}

impl Write for Stuttering {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        assert!(!self.has_failed, "nothing is written after an error");
        self.is_interrupted = !self.is_interrupted;
        if self.is_interrupted {
            return Err(ErrorKind::Interrupted.into());
        }
        if self.written.len() == self.room {
            self.has_failed = true;
            return Err(io::Error::new(ErrorKind::StorageFull, "no room: 4711"));
        }
        self.written.extend(bytes.first());
        Ok(bytes.len().min(1))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn law_31_json_that_stops_at_any_byte_is_read_whole_or_not_at_all() {
    let org = small();
    let json = serde_json::to_string(&org).expect("it is written");
    for left in 0..=json.len() + 1 {
        let read: Result<Organisation, _> =
            serde_json::from_reader(Stumbling::new(json.as_bytes(), left));
        if left > json.len() {
            assert_eq!(read.expect("all of it"), org);
        } else {
            let error = read.expect_err("a failure");
            assert_eq!(error.io_error_kind(), Some(ErrorKind::TimedOut), "{left}");
        }
        let document: Result<Document, _> =
            serde_json::from_reader(Stumbling::new(json.as_bytes(), left));
        assert_eq!(document.is_ok(), left > json.len(), "{left}");
    }
}

#[test]
fn law_31_a_text_that_comes_in_pieces_is_the_same_text() {
    let org = small();
    let toml = org.to_toml();
    let text = io::read_to_string(Stumbling::new(toml.as_bytes(), usize::MAX)).expect("a text");
    assert_eq!(from_toml(&text), org);
    assert!(io::read_to_string(Stumbling::new(toml.as_bytes(), 9)).is_err());
}

/// Writes with so much room for every amount of it.
fn cut_off_everywhere(whole: &str, write: impl Fn(&mut Stuttering) -> io::Result<()>) {
    assert!(whole.len() > 20, "{whole}");
    for room in 0..=whole.len() + 1 {
        let mut writer = Stuttering::new(room);
        match write(&mut writer) {
            Ok(()) => assert!(room >= whole.len() && writer.written == whole.as_bytes()),
            Err(error) => {
                assert!(room < whole.len(), "{error}");
                assert_eq!(error.kind(), ErrorKind::StorageFull);
                assert_eq!(writer.written, &whole.as_bytes()[..room]);
            }
        }
    }
}

#[test]
fn law_31_what_is_saved_is_cut_off_at_every_byte() {
    let org = small();
    let json = serde_json::to_string(&org).expect("it is written");
    cut_off_everywhere(&json, |writer| Ok(serde_json::to_writer(writer, &org)?));
    let document = Document::from_toml(&org.to_toml()).expect("TOML");
    let again = Organisation::try_from(document).expect("sound");
    cut_off_everywhere(&json, |writer| Ok(serde_json::to_writer(writer, &again)?));
}

#[test]
fn law_31_every_picture_is_cut_off_at_every_byte() {
    let org = small();
    let chart = org.chart().with_deputies().with_links();
    let (mermaid, outline) = (chart.mermaid().expect("a small chart"), chart.outline());
    cut_off_everywhere(&mermaid.to_string(), |writer| mermaid.write_to(writer));
    cut_off_everywhere(&outline.to_string(), |writer| outline.write_to(writer));
    let (dot, svg) = (chart.dot(), chart.svg());
    cut_off_everywhere(&dot.to_string(), |writer| dot.write_to(writer));
    cut_off_everywhere(&svg.to_string(), |writer| svg.write_to(writer));
}

#[test]
fn every_example_ends_quietly_when_nobody_reads_on() {
    // More than a pipe holds.
    let posts = (0..3_000).map(|at| format!("[post.p{at}]\ntitle = \"Post {at}\"\n"));
    let file = std::env::temp_dir().join(format!("answerable-unread-{}.toml", std::process::id()));
    std::fs::write(&file, posts.collect::<String>()).expect("written");
    let file = file.to_str().expect("a path that is text");
    let calls: [&[&str]; 11] = [
        &["who_reports_to_whom"],
        &["who_reports_to_whom", file],
        &["who_acts", "--absent", "medical-director"],
        &["who_acts", file],
        &["role_card", "general-manager"],
        &["role_card", "p0", file],
        &["org_chart", "--out", "-", file],
        &["org_chart", "--dot", "--out", "-", file],
        &["org_chart", "--help"],
        &["check"],
        &["check", file],
    ];
    for call in calls {
        for lines in [0, 1] {
            let mut command = example(call[0]);
            command
                .args(&call[1..])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
            let mut child = command.spawn().expect("the example was built");
            let mut out = io::BufReader::with_capacity(1, child.stdout.take().expect("a pipe"));
            for _ in 0..lines {
                let mut line = String::new();
                io::BufRead::read_line(&mut out, &mut line).expect("a line");
                assert!(!line.is_empty(), "{call:?}");
            }
            drop(out);
            let output = child.wait_with_output().expect("it ends");
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{call:?}");
            let due = if call[0] == "check" { 2 } else { 0 };
            assert_eq!(output.status.code(), Some(due), "{call:?}");
        }
    }
    std::fs::remove_file(file).expect("removed");
}
