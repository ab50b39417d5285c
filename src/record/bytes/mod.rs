//! Bytes looked at many at a time, for the questions that are asked of every byte of a batch.
//!
//! A block tells only where the bytes stand that are wanted of it; what is wanted is said here, what is wrong with it is for the
//! callers to say.

mod eight;
#[cfg(any(target_arch = "x86_64", target_feature = "simd128"))]
mod sixteen;
#[cfg(test)]
mod tests;

use crate::spec::same_bytes;
use eight::Eight;
#[cfg(not(any(target_arch = "x86_64", target_feature = "simd128")))]
use eight::Eight as Widest;
#[cfg(any(target_arch = "x86_64", target_feature = "simd128"))]
use sixteen::Sixteen as Widest;

/// Bytes that are looked at together. Places are bits: those of a byte, [`Block::UNIT`] in all, stand above those of the byte before.
trait Block<const SIZE: usize>: Copy {
    const UNIT: u32;
    fn of(bytes: &[u8; SIZE]) -> Self;
    /// Where a quotation mark, a backslash or a control character stands. Only the first is certain.
    fn ends(self) -> u64;
    /// Where something else than the printable characters of ASCII stands. Only the first is certain.
    fn unprintable(self) -> u64;
    /// Where something else than the symbols of base64 stands.
    fn no_symbols(self) -> u64;
    /// Where a control character of ASCII or one of [`UNCOMMON`] stands. Only the first is certain.
    fn uncommon(self) -> u64;
}

/// The plain characters with which the rest of a JSON string begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// How many bytes stand before the first that is not plain: a quotation mark, a backslash or a control character.
    pub(super) length: usize,
    /// Whether all of them are printable characters of ASCII.
    pub(super) is_printable: bool,
}

/// Goes over plain characters.
#[inline(always)]
pub(super) fn plain_run(bytes: &[u8]) -> Run {
    run_of::<Widest, _>(bytes)
}

#[inline(always)]
fn run_of<B: Block<SIZE>, const SIZE: usize>(bytes: &[u8]) -> Run {
    let (blocks, rest) = bytes.as_chunks();
    let mut odd = 0;
    for (index, block) in blocks.iter().enumerate() {
        let block = B::of(block);
        let ends = block.ends();
        if ends != 0 {
            let before = (ends & ends.wrapping_neg()) - 1;
            let length = index * SIZE + (ends.trailing_zeros() / B::UNIT) as usize;
            return Run { length, is_printable: odd | block.unprintable() & before == 0 };
        }
        odd |= block.unprintable();
    }
    let last = rest.iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20));
    let is_printable = odd == 0 && last.clone().all(|byte| *byte < 0x7f);
    Run { length: blocks.len() * SIZE + last.count(), is_printable }
}

/// Whether the text is made of the printable characters of ASCII alone, in which nothing can be forbidden.
pub(super) fn is_printable_ascii(text: &str) -> bool {
    let bytes = text.as_bytes();
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
fn none<B: Block<SIZE>, const SIZE: usize>(bytes: &[u8], places: impl Fn(B) -> u64) -> Option<bool> {
    let (last, (blocks, _)) = (bytes.last_chunk()?, bytes.as_chunks());
    Some(blocks.iter().chain([last]).fold(0, |found, block| found | places(B::of(block))) == 0)
}

/// With how many symbols of base64 the bytes begin, in whole blocks.
pub(super) fn symbol_run(bytes: &[u8]) -> usize {
    symbols_of::<Widest, _>(bytes)
}

fn symbols_of<B: Block<SIZE>, const SIZE: usize>(bytes: &[u8]) -> usize {
    let (blocks, _) = bytes.as_chunks();
    blocks.iter().take_while(|block| B::of(block).no_symbols() == 0).count() * SIZE
}

/// Four numbers of two digits each.
pub(super) fn pairs(digits: [u8; 8]) -> Option<[u8; 4]> {
    eight::pairs(digits)
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
