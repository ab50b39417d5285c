//! Bytes looked at many at a time, for the questions that are asked of every byte of a batch.
//!
//! A block tells only where the bytes stand that are wanted of it; what is wanted is said here, what is wrong with it is for the
//! callers to say.

mod eight;
#[cfg(any(target_arch = "x86_64", target_feature = "simd128"))]
mod sixteen;
#[cfg(test)]
mod tests;

use crate::spec::{HEAD_ROOM, same_bytes};
use eight::Eight;
#[cfg(not(any(target_arch = "x86_64", target_feature = "simd128")))]
use eight::Eight as Widest;
#[cfg(any(target_arch = "x86_64", target_feature = "simd128"))]
use sixteen::Sixteen as Widest;

/// Bytes that are looked at together, and what was found among them, which has the same form.
trait Block<const SIZE: usize>: Copy {
    /// How many bits each byte has among the places.
    const UNIT: u32;
    fn of(bytes: &[u8; SIZE]) -> Self;
    /// What was found in either of two blocks.
    fn or(self, other: Self) -> Self;
    /// Where two blocks differ.
    fn differ(self, other: Self) -> Self;
    /// Whether nothing was found.
    fn is_empty(self) -> bool;
    /// Where something was found: those bits of a byte, above those of the byte before. Not for [`Block::no_symbols`].
    fn places(self) -> u64;
    /// A quotation mark, a backslash or a control character. Only the first is certain, here and below where it is not said otherwise.
    fn ends(self) -> Self;
    /// Something else than the printable characters of ASCII.
    fn unprintable(self) -> Self;
    /// Something else than the symbols of base64. All are certain.
    fn no_symbols(self) -> Self;
    /// A control character of ASCII or one of [`UNCOMMON`].
    fn uncommon(self) -> Self;
    /// A line feed.
    fn line_feeds(self) -> Self;

    /// The place of the first that was found.
    fn first(self) -> Option<usize> {
        let places = self.places();
        (places != 0).then(|| (places.trailing_zeros() / Self::UNIT) as usize)
    }
}

impl Letters {
    /// Whether they are known to be printable ASCII.
    #[inline]
    pub(crate) fn are_printable(self) -> bool {
        !matches!(self, Letters::Any)
    }

    fn printable(are_printable: bool) -> Letters {
        if are_printable { Letters::Printable } else { Letters::Any }
    }
}

/// The plain characters with which the rest of a JSON string begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// How many bytes stand before the first that is not plain: a quotation mark, a backslash or a control character.
    pub(super) length: usize,
    /// What they are.
    pub(super) letters: Letters,
}

/// What is known of all characters of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letters {
    /// Nothing.
    Any,
    /// They are printable ASCII, in which nothing can be forbidden.
    Printable,
    /// They are, and there are many, all but [`ENDS`] at either end symbols of base64.
    Symbols,
}

/// Room for what stands around a photo's symbols, and for blocks that are not whole. It is itself one of whole blocks.
pub(super) const ENDS: usize = 80;
/// A text that is no longer is sooner looked at as a whole.
pub(crate) const LONG: usize = 4 * ENDS;

/// Goes over plain characters.
#[inline(always)]
pub(super) fn plain_run(bytes: &[u8]) -> Run {
    run_of::<Widest, _>(bytes)
}

#[inline(always)]
fn run_of<B: Block<SIZE>, const SIZE: usize>(bytes: &[u8]) -> Run {
    let (blocks, _) = bytes.as_chunks();
    let mut odd = B::of(&[0; SIZE]);
    if let [first, more @ ..] = blocks {
        // Most runs end in this,
        if let Some(run) = end_of_run(0, B::of(first), &mut odd) {
            return run;
        }
        // and most others in these.
        for (index, block) in (1..).zip(more.iter().take(3)) {
            if let Some(run) = end_of_run(index * SIZE, B::of(block), &mut odd) {
                return run;
            }
        }
    }
    rest_of_run(bytes, odd)
}

/// The run, where it ends in the block that stands so far behind its beginning. What is unprintable in another is added.
fn end_of_run<B: Block<SIZE>, const SIZE: usize>(before: usize, block: B, odd: &mut B) -> Option<Run> {
    let Some(at) = block.ends().first() else {
        *odd = odd.or(block.unprintable());
        return None;
    };
    let below = (1 << (at as u32 * B::UNIT)) - 1;
    Some(Run { length: before + at, letters: Letters::printable(odd.places() | block.unprintable().places() & below == 0) })
}

/// A run that does not end in the first four blocks, where that was found in them: such as a photo's.
#[inline(never)]
fn rest_of_run<B: Block<SIZE>, const SIZE: usize>(bytes: &[u8], mut odd: B) -> Run {
    let (blocks, rest) = bytes.as_chunks();
    let (fours, _) = blocks.as_chunks();
    // Symbols of base64 are plain and printable.
    let passed = fours.iter().skip(1).take_while(|four| have_symbols::<B, SIZE>(four)).count() * 4 + 4;
    for (index, block) in blocks.iter().enumerate().skip(passed) {
        if let Some(run) = end_of_run(index * SIZE, B::of(block), &mut odd) {
            let has_symbols = run.length > LONG && run.length <= passed * SIZE + ENDS && run.letters == Letters::Printable;
            return if has_symbols { Run { letters: Letters::Symbols, ..run } } else { run };
        }
    }
    let last = rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20));
    let is_printable = odd.is_empty() && last.clone().all(|byte| *byte < 0x7f);
    Run { length: blocks.len() * SIZE + last.count(), letters: Letters::printable(is_printable) }
}

/// What can be known of a text that was not read by runs.
#[inline]
pub(crate) fn letters_of(text: &str) -> Letters {
    let bytes = text.as_bytes();
    if bytes.len() > LONG && has_symbols(bytes) { Letters::Symbols } else { Letters::printable(is_printable_ascii(bytes)) }
}

/// Whether a long text is one of symbols, such as a photo's.
#[inline(never)]
fn has_symbols(bytes: &[u8]) -> bool {
    let Some((first, rest)) = bytes.split_first_chunk::<ENDS>() else { return false };
    let last = rest.get(symbol_run(rest)..).unwrap_or_default();
    last.len() <= ENDS && is_printable_ascii(first) && is_printable_ascii(last)
}

/// Whether the bytes are the printable characters of ASCII alone, in which nothing can be forbidden.
fn is_printable_ascii(bytes: &[u8]) -> bool {
    none::<Widest, _>(bytes, Block::unprintable)
        .or_else(|| none::<Eight, _>(bytes, Block::unprintable))
        .unwrap_or_else(|| bytes.iter().all(|byte| matches!(byte, 0x20..0x7f)))
}

/// With these bytes, and those of the control characters of ASCII, begins every character that is forbidden or breaks a line.
const UNCOMMON: [u8; 4] = [0xc2, 0xd8, 0xe2, 0xef];

/// Whether no character of the text begins as those do that are forbidden or break a line.
pub(super) fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    none::<Widest, _>(bytes, Block::uncommon)
        .or_else(|| none::<Eight, _>(bytes, Block::uncommon))
        .unwrap_or_else(|| bytes.iter().all(|byte| !matches!(byte, 0..0x20 | 0x7f) && !UNCOMMON.contains(byte)))
}

/// Looks at blocks, of which the last may lie over the one before, whether such a byte stands nowhere; nothing where there is not
/// even one block.
fn none<B: Block<SIZE>, const SIZE: usize>(bytes: &[u8], wanted: impl Fn(B) -> B) -> Option<bool> {
    let (last, (blocks, _)) = (bytes.last_chunk()?, bytes.as_chunks());
    let found = blocks.iter().fold(wanted(B::of(last)), |found, block| found.or(wanted(B::of(block))));
    Some(found.is_empty())
}

/// With how many symbols of base64 the bytes begin, in whole blocks.
pub(super) fn symbol_run(bytes: &[u8]) -> usize {
    symbols_of::<Widest, _>(bytes)
}

fn symbols_of<B: Block<SIZE>, const SIZE: usize>(bytes: &[u8]) -> usize {
    let (blocks, _) = bytes.as_chunks();
    let (fours, _) = blocks.as_chunks();
    let long = fours.iter().take_while(|four| have_symbols::<B, SIZE>(four)).count() * 4;
    let rest = blocks.iter().skip(long).take_while(|block| B::of(block).no_symbols().is_empty());
    (long + rest.count()) * SIZE
}

fn have_symbols<B: Block<SIZE>, const SIZE: usize>(blocks: &[[u8; SIZE]; 4]) -> bool {
    let [first, second, third, fourth] = blocks.each_ref().map(|block| B::of(block).no_symbols());
    first.or(second).or(third.or(fourth)).is_empty()
}

/// Where the first line ends: at its line feed.
pub(super) fn line_end(bytes: &[u8]) -> Option<usize> {
    line_end_of::<Widest, _>(bytes)
}

fn line_end_of<B: Block<SIZE>, const SIZE: usize>(bytes: &[u8]) -> Option<usize> {
    let (blocks, rest) = bytes.as_chunks();
    for (index, block) in blocks.iter().enumerate() {
        if let Some(at) = B::of(block).line_feeds().first() {
            return Some(index * SIZE + at);
        }
    }
    rest.iter().position(|byte| *byte == b'\n').map(|at| blocks.len() * SIZE + at)
}

/// Four numbers of two digits each.
pub(super) fn pairs(digits: [u8; 8]) -> Option<[u8; 4]> {
    eight::pairs(digits)
}

/// Whether so many of the bytes are those of the head.
#[inline(always)]
pub(super) fn begins_as(bytes: &[u8; HEAD_ROOM], head: &[u8; HEAD_ROOM], length: usize) -> bool {
    begins_as_by::<Widest, _>(bytes, head, length)
}

#[inline(always)]
fn begins_as_by<B: Block<SIZE>, const SIZE: usize>(bytes: &[u8; HEAD_ROOM], head: &[u8; HEAD_ROOM], length: usize) -> bool {
    let ((blocks, _), (heads, _)) = (bytes.as_chunks(), head.as_chunks());
    for (index, (block, head)) in blocks.iter().zip(heads).enumerate() {
        if let Some(at) = B::of(block).differ(B::of(head)).first() {
            return index * SIZE + at >= length;
        }
    }
    true
}

/// Whether the bytes begin with a name.
pub(crate) fn begins(bytes: &[u8], name: &[u8]) -> bool {
    bytes.get(..name.len()).is_some_and(|head| same_bytes(head, name))
}

/// Whether the bytes end with a name.
pub(crate) fn ends(bytes: &[u8], name: &[u8]) -> bool {
    let tail = bytes.len().checked_sub(name.len()).and_then(|at| bytes.get(at..));
    tail.is_some_and(|tail| same_bytes(tail, name))
}
