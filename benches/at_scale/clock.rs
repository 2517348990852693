//! The clock: of this thread alone where there is one, so that nothing is counted
//! while another program has the core.

use std::time::Duration;

#[cfg(unix)]
pub(crate) fn now() -> Duration {
    use rustix::time::{ClockId, clock_gettime};

    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(now).expect("a thread's clock starts at nothing")
}

#[cfg(not(unix))]
pub(crate) fn now() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;

    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}

/// Nanoseconds from `start` on.
pub(crate) fn since(start: Duration) -> f64 {
    now().saturating_sub(start).as_secs_f64() * 1e9
}
