//! Comparing names and codes. They are short, so that a call that compares long texts would cost more than the comparison, and some
//! of it is done when the crate is built, where there is no such call.

/// Whether two texts are the same.
#[inline(always)]
pub(crate) const fn same(a: &str, b: &str) -> bool {
    same_bytes(a.as_bytes(), b.as_bytes())
}

/// Whether the bytes are the same. Most are not, and differ in the first two.
#[inline(always)]
pub(crate) const fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && (a.len() < 2 || same_pair(a.first_chunk(), b.first_chunk())) && same_words(a, b)
}

/// Whether so many bytes are the same: by words, which may lie over each other.
#[inline(never)]
const fn same_words(a: &[u8], b: &[u8]) -> bool {
    match a.len() {
        2..=3 => same_pair(a.first_chunk(), b.first_chunk()) && same_pair(a.last_chunk(), b.last_chunk()),
        4..=7 => same_half(a.first_chunk(), b.first_chunk()) && same_half(a.last_chunk(), b.last_chunk()),
        8..=16 => same_word(a.first_chunk(), b.first_chunk()) && same_word(a.last_chunk(), b.last_chunk()),
        _ => same_each(a, b),
    }
}

const fn same_pair(a: Option<&[u8; 2]>, b: Option<&[u8; 2]>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if u16::from_le_bytes(*a) == u16::from_le_bytes(*b))
}

const fn same_half(a: Option<&[u8; 4]>, b: Option<&[u8; 4]>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if u32::from_le_bytes(*a) == u32::from_le_bytes(*b))
}

const fn same_word(a: Option<&[u8; 8]>, b: Option<&[u8; 8]>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if u64::from_le_bytes(*a) == u64::from_le_bytes(*b))
}

/// Word by word, and what is left byte by byte.
const fn same_each(a: &[u8], b: &[u8]) -> bool {
    let ((words, mut left), (others, mut rest)) = (a.as_chunks(), b.as_chunks());
    let (mut words, mut others) = (words, others);
    while let ([word, behind @ ..], [other, after @ ..]) = (words, others) {
        if !same_word(Some(word), Some(other)) {
            return false;
        }
        (words, others) = (behind, after);
    }
    while let ([byte, behind @ ..], [other, after @ ..]) = (left, rest) {
        if *byte != *other {
            return false;
        }
        (left, rest) = (behind, after);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_makes_another_text_whatever_the_length() {
        let bytes = b"associatedZzeCertID and as much again";
        for length in 0..bytes.len() {
            let text = &bytes[..length];
            assert!(same_bytes(text, text) && !same_bytes(text, &bytes[..=length]));
            for at in 0..length {
                let mut other = text.to_vec();
                other[at] ^= 1;
                assert!(!same_bytes(text, &other), "{length} {at}");
            }
        }
    }
}
