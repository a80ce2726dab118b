//! Starts the command line.

fn main() {
    let code = vanban::cli::run(&std::env::args_os().collect::<Vec<_>>());
    // Everything is written and closed: ending here saves freeing the memoised layout piece by piece.
    std::process::exit(i32::from(code));
}
