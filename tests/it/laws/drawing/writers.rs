//! Law 31: a writer that fails, writes short or is interrupted gets the beginning
//! of the picture, and the caller its error.

use std::fmt::{self, Write as _};
use std::io::{self, ErrorKind, Write};

use answerable::{Chart, Organisation, PostRecord};
use proptest::prelude::*;

use super::super::cases;
use super::cases::charted;

/// How a writer behaves.
#[derive(Debug, Clone, Copy)]
enum Mood {
    /// It takes what fits, and then fails.
    Fails,
    /// It fails at once if not everything fits.
    Refuses,
    /// It takes what fits, and then nothing more.
    Fills,
    /// It takes a few bytes at a time, is interrupted in between, and then fails.
    Stutters,
}

struct Writer {
    written: Vec<u8>,
    room: usize,
    mood: Mood,
    calls: usize,
    failed: bool,
}

impl Write for Writer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        assert!(!self.failed, "nothing is written after an error");
        self.calls += 1;
        let left = self.room - self.written.len();
        if let Mood::Stutters = self.mood
            && self.calls.is_multiple_of(2)
        {
            return Err(ErrorKind::Interrupted.into());
        }
        let most = match self.mood {
            Mood::Refuses if bytes.len() > left => 0,
            Mood::Stutters => left.min(7),
            _ => left,
        };
        let taken = bytes.len().min(most);
        self.written.extend(&bytes[..taken]);
        if taken == 0 && !bytes.is_empty() {
            self.failed = true;
            return match self.mood {
                Mood::Fills => Ok(0),
                _ => Err(io::Error::new(ErrorKind::StorageFull, "no room: 4711")),
            };
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

struct Narrow(String, usize);

impl fmt::Write for Narrow {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.0.len() + text.len() > self.1 {
            return Err(fmt::Error);
        }
        self.0.push_str(text);
        Ok(())
    }
}

/// Writes a picture where there is so much room, and judges what comes of it.
fn assert_told(
    picture: &str,
    room: usize,
    mood: Mood,
    write: &dyn Fn(&mut Writer) -> io::Result<()>,
) {
    let mut writer = Writer {
        written: Vec::new(),
        room,
        mood,
        calls: 0,
        failed: false,
    };
    let result = write(&mut writer);
    assert!(picture.as_bytes().starts_with(&writer.written));
    let fits = room >= picture.len();
    match mood {
        Mood::Refuses => {}
        _ => assert_eq!(writer.written.len(), room.min(picture.len())),
    }
    match (result, mood) {
        (Ok(()), _) => assert!(fits && writer.written.len() == picture.len()),
        (Err(error), Mood::Fills) => assert!(!fits && error.kind() == ErrorKind::WriteZero),
        (Err(error), _) => {
            assert!(!fits && error.kind() == ErrorKind::StorageFull);
            assert_eq!(error.to_string(), "no room: 4711");
        }
    }
}

const MOODS: [Mood; 4] = [Mood::Fails, Mood::Refuses, Mood::Fills, Mood::Stutters];

fn assert_all_told(chart: &Chart<'_>, rooms: impl Fn(usize) -> Vec<usize>) {
    let (dot, svg) = (chart.dot(), chart.svg());
    let pictures = [dot.to_string(), svg.to_string()];
    for room in rooms(pictures[0].len()) {
        for mood in MOODS {
            assert_told(&pictures[0], room, mood, &|writer| dot.write_to(writer));
        }
        let mut narrow = Narrow(String::new(), room);
        let fits = write!(narrow, "{dot}").is_ok();
        assert!(pictures[0].starts_with(&narrow.0) && fits == (room >= pictures[0].len()));
    }
    for room in rooms(pictures[1].len()) {
        for mood in MOODS {
            assert_told(&pictures[1], room, mood, &|writer| svg.write_to(writer));
        }
        let mut narrow = Narrow(String::new(), room);
        let fits = write!(narrow, "{svg}").is_ok();
        assert!(pictures[1].starts_with(&narrow.0) && fits == (room >= pictures[1].len()));
    }
}

#[test]
fn law_31_a_small_chart_cut_off_at_every_byte() {
    use answerable::Accountability::{Clinical, Operational};
    let org = Organisation::from_posts([
        PostRecord::new("a", "Chief & Zoë <x>").deputised_by(["b"]),
        PostRecord::new("b", "院长")
            .vacant()
            .accountable_to("a", Operational)
            .accountable_to("a", Clinical),
    ]);
    let org = org.expect("sound records");
    let chart = org.chart().with_deputies();
    assert_all_told(&chart, |length| (0..=length + 1).collect());
    let empty = Organisation::from_posts([]).expect("sound records");
    assert_all_told(&empty.chart(), |length| (0..=length + 1).collect());
}

/// Pictures of several pieces.
#[test]
fn law_31_a_large_chart_cut_off_anywhere() {
    use answerable::Accountability::Operational;
    let org = Organisation::from_posts((0..400).map(|post: usize| {
        let record = PostRecord::new(format!("p{post}"), format!("Post Zoë {post}"));
        match post {
            0 => record,
            _ => record.accountable_to(format!("p{}", (post - 1) / 4), Operational),
        }
    }));
    let org = org.expect("sound records");
    assert_all_told(&org.chart(), |length| {
        let pieces = (0..=length / 65_536).flat_map(|piece| {
            [
                piece * 65_536,
                piece * 65_536 + 1,
                (piece * 65_536).saturating_sub(1),
            ]
        });
        let anywhere = (0..length).step_by(length / 23);
        pieces.chain(anywhere).chain([length, length + 1]).collect()
    });
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn law_31_any_chart_cut_off_anywhere(case in charted(0..14), places in any::<[u16; 2]>()) {
        assert_all_told(&case.chart(&case.organisation()), |length| {
            places.iter().map(|&place| usize::from(place) * (length + 1) / 65_536).collect()
        });
    }
}
