//! The `mentorbook` command.
fn main() {}
