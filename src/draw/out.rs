//! Where pictures are written to: in large pieces, and without failing half-way.

use std::fmt;
use std::io;

/// How much is gathered before it is handed on, in bytes.
const PIECE: usize = 64 * 1024;

/// What is handed on to.
enum Target<'t> {
    Io(&'t mut dyn io::Write),
    Fmt(&'t mut dyn fmt::Write),
}

/// Gathers text and hands it on in large pieces. Writing to it never fails: the
/// first error is kept, and nothing is handed on after it.
pub(super) struct Out<'t> {
    piece: Vec<u8>,
    target: Target<'t>,
    failed: Option<io::Error>,
}

impl<'t> Out<'t> {
    fn new(target: Target<'t>) -> Self {
        Self {
            piece: Vec::with_capacity(PIECE + PIECE / 4),
            target,
            failed: None,
        }
    }

    /// Hands what `draw` writes on to a writer.
    pub(super) fn io(
        writer: &'t mut dyn io::Write,
        draw: impl FnOnce(&mut Self),
    ) -> io::Result<()> {
        let mut out = Self::new(Target::Io(writer));
        draw(&mut out);
        out.hand_on();
        out.failed.map_or(Ok(()), Err)
    }

    /// Hands what `draw` writes on to a formatter.
    pub(super) fn fmt(to: &'t mut dyn fmt::Write, draw: impl FnOnce(&mut Self)) -> fmt::Result {
        let mut out = Self::new(Target::Fmt(to));
        draw(&mut out);
        out.hand_on();
        out.failed.map_or(Ok(()), |_| Err(fmt::Error))
    }

    /// Whether it is of no use to go on.
    pub(super) fn has_failed(&self) -> bool {
        self.failed.is_some()
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Text that is known to be some, as bytes.
    #[inline]
    pub(super) fn bytes(&mut self, text: &[u8]) {
        self.piece.extend_from_slice(text);
        if self.piece.len() >= PIECE {
            self.hand_on();
        }
    }

    /// Formatted text.
    pub(super) fn put(&mut self, text: fmt::Arguments<'_>) {
        // Writing to an `Out` does not fail.
        fmt::write(self, text).unwrap_or_default();
    }

    fn hand_on(&mut self) {
        if self.failed.is_none() {
            let handed = match &mut self.target {
                Target::Io(writer) => writer.write_all(&self.piece),
                Target::Fmt(to) => {
                    let text = str::from_utf8(&self.piece).map_err(io::Error::other);
                    text.and_then(|text| to.write_str(text).map_err(io::Error::other))
                }
            };
            self.failed = handed.err();
        }
        self.piece.clear();
    }
}

impl fmt::Write for Out<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts what it is handed, up to so many times.
    struct Counting {
        handed: Vec<usize>,
        most: usize,
    }

    impl io::Write for Counting {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.handed.len() == self.most {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.handed.push(bytes.len());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_is_written_is_handed_on_in_pieces() {
        let (handed, most) = (Vec::new(), usize::MAX);
        let mut counting = Counting { handed, most };
        let written = Out::io(&mut counting, |out| {
            out.text(&"a".repeat(PIECE - 1));
            out.text("b");
            out.text("c");
            assert!(!out.has_failed());
        });
        assert!(written.is_ok());
        assert_eq!(counting.handed, [PIECE, 1]);
    }

    #[test]
    fn after_a_failure_nothing_is_handed_on() {
        let (handed, most) = (Vec::new(), 1);
        let mut counting = Counting { handed, most };
        let piece = "a".repeat(PIECE);
        let written = Out::io(&mut counting, |out| {
            let failed = [0; 3].map(|_| {
                out.text(&piece);
                out.has_failed()
            });
            assert_eq!(failed, [false, true, true]);
        });
        let error = written.expect_err("it is full");
        assert_eq!(error.kind(), io::ErrorKind::StorageFull);
        assert_eq!(counting.handed, [PIECE]);
    }
}
