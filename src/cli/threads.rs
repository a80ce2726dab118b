//! How many cores are put to use, and the threads on which pages are made.

/// So many documents at most are worked on side by side unless the user says otherwise, each of which takes some
/// 40 MiB of memory; a single one has no use for more cores.
const MOST_CORES: usize = 8;
/// Twice what the main thread has: deep templates are set on these threads, and while one waits for a part of its
/// document it may begin another one.
const STACK: usize = 16 << 20;

/// How many cores are put to use unless the user says otherwise.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from).min(MOST_CORES)
}

/// Starts the threads on which pages are made, unless they run already.
pub(crate) fn start_pool(jobs: Option<usize>) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(cores().max(jobs.unwrap_or(1))).stack_size(STACK);
    // Without them no page can be made, which is then said of each document.
    let _ = pool.build_global();
}
