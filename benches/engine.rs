//! How long the engine takes on texts that make life hard for it, by size: `cargo bench --bench engine`. A case is linear
//! where its megabytes a second stay the same from one size to the next. Nothing is asserted.

use std::fmt::Write;
use std::time::{Duration, Instant};
use whosaid::{Options, analyze};

/// Sizes in bytes.
const SIZES: [usize; 4] = [100_000, 1_000_000, 4_000_000, 10_000_000];

/// A case: its name, and what its text consists of, by number.
type Case = (&'static str, fn(usize) -> String);

const CASES: [Case; 9] = [
    ("plain news", |n| {
        format!(
            "“We lost the key,” said Dana Reyes{n}, who keeps the lock. “It was dark.” Okafor told reporters on Monday that the \
             mayor had called the plan “a disgrace” and would not say more.\n\n"
        )
    }),
    ("one endless sentence", |n| format!("and the keeper{n} said that the lock was lost, which Reyes denied, ")),
    ("thousands of names", |n| format!("Ana{n} Reyes{} met Bo{n} Okafor{}. ", n % 977, n % 1_931)),
    ("one name all over", |n| format!("Dana Reyes said so. He left. She said it was {n}. ")),
    ("nested quotations", |_| "“She said ‘he told me “they said ‘no’ to us” twice’ there.” ".into()),
    ("quotations that never close", |n| format!("“We lost key {n}, he said.\n")),
    ("marks alone", |_| "“”‘’\"'(),;:— ".into()),
    ("labels", |n| format!("Reyes: Where is key {n}?\nOkafor: In the river.\n")),
    ("headings", |n| format!("‘We lost key {n}’: museum shut\n")),
];

fn main() {
    let mut table = format!("{:30}", "MB/s at");
    for size in SIZES {
        let _ = write!(table, "{:>9.1} MB", size as f64 / 1e6);
    }
    println!("{table}");
    for (name, piece) in CASES {
        let mut line = format!("{name:30}");
        for size in SIZES {
            let mut text = String::with_capacity(size + 400);
            let mut number = 0;
            while text.len() < size {
                text.push_str(&piece(number));
                number += 1;
            }
            let (start, before) = (Instant::now(), on_processor());
            let report = std::hint::black_box(analyze(&text, &Options::default()));
            let elapsed = before.zip(on_processor()).map_or(start.elapsed(), |(before, after)| after - before);
            let speed = text.len() as f64 / elapsed.as_secs_f64() / 1e6;
            drop(report);
            let _ = write!(line, "{speed:>12.2}");
        }
        println!("{line}");
    }
}

/// How long this thread has had a processor, where the system tells (Linux): other programs' work does not count then.
fn on_processor() -> Option<Duration> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    times.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}
