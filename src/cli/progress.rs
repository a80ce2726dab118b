//! How far a run over many documents has come: a bar on a terminal, nothing elsewhere.

use std::time::{Duration, Instant};

use crate::cli::terminal::Terminal;

/// Cells of the bar.
const WIDTH: usize = 24;

/// The bar at the bottom of the report.
pub(crate) struct Progress<'a> {
    terminal: &'a Terminal,
    total: usize,
    started: Instant,
    is_shown: bool,
}

impl<'a> Progress<'a> {
    /// A bar over `total` documents; hidden where nobody would see it move.
    pub(crate) fn new(terminal: &'a Terminal, total: usize) -> Self {
        let is_shown = total > 1 && terminal.is_watched();
        Self { terminal, total, started: Instant::now(), is_shown }
    }

    /// Draws the bar with `done` documents finished.
    pub(crate) fn show(&self, done: usize) {
        if self.is_shown {
            self.terminal.redraw(&self.line(done, self.started.elapsed()));
        }
    }

    /// Takes the bar away, so that something can be printed in its place.
    pub(crate) fn hide(&self) {
        if self.is_shown {
            self.terminal.redraw("");
        }
    }

    fn line(&self, done: usize, elapsed: Duration) -> String {
        let filled = WIDTH * done / self.total.max(1);
        let bar = "█".repeat(filled) + &"░".repeat(WIDTH - filled);
        let left = time_left(done, self.total, elapsed).map_or_else(|| "–".to_owned(), clock);
        let args = [("bar", bar), ("done", done.to_string()), ("total", self.total.to_string()), ("left", left)];
        self.terminal.messages.text("run-progress", &args)
    }
}

/// What the rest takes if it goes on as it went so far; unknown before the first document is done.
fn time_left(done: usize, total: usize, elapsed: Duration) -> Option<Duration> {
    let (done, total) = (u32::try_from(done).ok()?, u32::try_from(total).ok()?);
    (done > 0).then(|| elapsed / done * (total - done))
}

/// `1:05` for 65 seconds; a second that has begun counts in full.
fn clock(time: Duration) -> String {
    let seconds = time.as_secs() + u64::from(time.subsec_nanos() > 0);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_the_pace() {
        assert_eq!(time_left(0, 10, Duration::from_secs(5)), None);
        assert_eq!(time_left(5, 15, Duration::from_secs(5)), Some(Duration::from_secs(10)));
        assert_eq!(time_left(10, 10, Duration::from_secs(5)), Some(Duration::ZERO));
        assert_eq!(clock(Duration::from_millis(64_100)), "1:05");
    }
}
