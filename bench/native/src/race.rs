//! Timing, as the Node part does it: contenders in turn within every round, each round beginning with another one.

use std::hint::black_box;
use std::time::Instant;

/// A name, and the work, which answers a number so that none of it can be left out.
pub(crate) type Contender<'b> = (&'static str, Box<dyn Fn() -> usize + 'b>);

/// Rounds that are thrown away: caches and pages are cold in them.
const WARM_UP: usize = 2;

/// The milliseconds of every contender in every round, in the order of the contenders.
pub(crate) fn race(contenders: &[Contender], rounds: usize) -> Vec<(&'static str, Vec<f64>)> {
    let mut times: Vec<_> = contenders.iter().map(|(name, _)| (*name, Vec::new())).collect();
    for round in 0..WARM_UP + rounds {
        for turn in 0..contenders.len() {
            let at = (round + turn) % contenders.len();
            let (_, work) = &contenders[at];
            let begin = Instant::now();
            black_box(work());
            let time = begin.elapsed().as_secs_f64() * 1000.0;
            if round >= WARM_UP {
                times[at].1.push(time);
            }
        }
    }
    times
}
