//! The `mentorbook` command.

/// Rendering allocates many small strings on all cores.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    mentorbook::cli::main()
}
