//! Sets and maps of texts that keep no text: 64 bits of SipHash stand for it, so that a batch of any size remembers its ids in
//! a few bytes a record and no personal value outlives its record.
//!
//! The hash has a key, drawn anew for each map, so that nobody can write an input whose texts meet in it. Two texts that do are
//! taken for one: among a million texts that happens once in forty million times.

use std::cell::Cell;
use std::hash::{BuildHasher, DefaultHasher, Hasher, RandomState};

/// So many parts a map has. Each grows by itself, so that growing takes no second copy of the whole.
const PARTS: usize = 64;

/// So many places are few.
const SMALL: usize = 1024;

thread_local! {
    static SEED: Cell<u64> = const { Cell::new(0) };
}

/// Has this chance go into the key of every map from now on: in wasm there is none to draw from.
pub fn sow(seed: u64) {
    SEED.set(seed);
}

/// Texts, each with the number it was first given with.
#[derive(Default)]
pub struct FirstSeen {
    key: Key,
    parts: Vec<Numbers>,
}

impl FirstSeen {
    /// What stands for a text.
    pub fn hash(&mut self, text: &str) -> u64 {
        self.key.hash(text)
    }

    /// The number the text of that hash was first given with, or nothing if it is new; then it is remembered with this one.
    pub fn first(&mut self, hash: u64, number: u32) -> Option<u32> {
        let part = hash as usize % PARTS;
        // Not all at once: the loop of so many would be written out in full.
        if self.parts.len() <= part {
            self.parts.resize_with(part + 1, Numbers::default);
        }
        self.parts.get_mut(part)?.first(hash, number)
    }

    /// Reads the place where a hash stands or should, so that it is at hand when that is asked for; what it holds means nothing.
    pub fn fetch(&self, hash: u64) -> u32 {
        let place = self.parts.get(hash as usize % PARTS).and_then(|part| part.places.get(part.home_of((hash >> 32) as u32)));
        place.map_or(0, |place| place.number)
    }
}

/// A set of texts.
#[derive(Default)]
pub struct NameSet {
    key: Key,
    names: Numbers,
}

impl NameSet {
    /// Adds a text; whether it is new.
    pub fn insert(&mut self, text: &str) -> bool {
        self.names.first(self.key.hash(text), 0).is_none()
    }
}

/// What texts are hashed with: a hasher that has taken the key, and chance if there was some. It is drawn when first needed.
#[derive(Default)]
struct Key(Option<DefaultHasher>);

impl Key {
    /// The hash of a text, which is never 0.
    fn hash(&mut self, text: &str) -> u64 {
        let mut hasher = self.0.get_or_insert_with(|| keyed(&RandomState::new())).clone();
        hasher.write(text.as_bytes());
        hasher.finish().max(1)
    }
}

fn keyed(state: &RandomState) -> DefaultHasher {
    let mut hasher = state.build_hasher();
    hasher.write_u64(SEED.get());
    hasher
}

/// A hash with its number, in one place, which is far from all that was looked at before. In halves, so that it has twelve bytes.
#[derive(Clone, Copy, Default)]
struct Numbered {
    hash: [u32; 2],
    number: u32,
}

/// Hashes with numbers: a table that is at most six sevenths full, in which each stands at or behind the place that its upper
/// half gives.
#[derive(Default)]
struct Numbers {
    /// A hash is 0 where none stands.
    places: Vec<Numbered>,
    count: usize,
}

impl Numbers {
    fn first(&mut self, hash: u64, number: u32) -> Option<u32> {
        let new = Numbered { hash: [(hash >> 32) as u32, hash as u32], number };
        if self.count * 7 >= self.places.len() * 6 {
            self.grow();
        }
        let at = self.find(new.hash);
        let place = self.places.get_mut(at)?;
        if place.hash == new.hash {
            return Some(place.number);
        }
        *place = new;
        self.count += 1;
        None
    }

    /// The place that the upper half of a hash gives.
    fn home_of(&self, upper: u32) -> usize {
        ((u64::from(upper) * self.places.len() as u64) >> 32) as usize
    }

    /// Where the hash stands, or should.
    fn find(&self, hash: [u32; 2]) -> usize {
        let [upper, _] = hash;
        let mut at = self.home_of(upper);
        // Some place is empty, so that the search ends; behind the last comes the first.
        while let Some(place) = self.places.get(at) {
            if place.hash == hash || place.hash == [0, 0] {
                return at;
            }
            at = if at + 1 < self.places.len() { at + 1 } else { 0 };
        }
        at
    }

    /// Makes a quarter more room, so that little stays empty; twice as much while it is small.
    fn grow(&mut self) {
        let room = self.places.len() + 8 + if self.places.len() < SMALL { self.places.len() } else { self.places.len() / 4 };
        let old = std::mem::replace(&mut self.places, vec![Numbered::default(); room]);
        for numbered in old.into_iter().filter(|place| place.hash != [0, 0]) {
            let at = self.find(numbered.hash);
            if let Some(place) = self.places.get_mut(at) {
                *place = numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(seen: &mut FirstSeen, text: &str, number: u32) -> Option<u32> {
        let hash = seen.hash(text);
        // It changes nothing.
        seen.fetch(hash);
        seen.first(hash, number)
    }

    #[test]
    fn a_text_is_remembered_with_its_first_number() {
        let mut seen = FirstSeen::default();
        assert_eq!(first(&mut seen, "a", 1), None);
        assert_eq!(first(&mut seen, "b", 2), None);
        assert_eq!(first(&mut seen, "a", 3), Some(1));
        assert_eq!(first(&mut seen, "a", 4), Some(1));
        assert_eq!(first(&mut seen, "", 5), None);
    }

    #[test]
    fn many_texts_are_kept_apart() {
        let mut seen = FirstSeen::default();
        let mut names = NameSet::default();
        for number in 0..100_000 {
            assert_eq!(first(&mut seen, &number.to_string(), number), None);
            assert!(names.insert(&number.to_string()));
        }
        for number in 0..100_000 {
            assert_eq!(first(&mut seen, &number.to_string(), 0), Some(number));
            assert!(!names.insert(&number.to_string()));
        }
    }

    #[test]
    fn a_text_takes_at_most_eighteen_bytes() {
        let mut seen = FirstSeen::default();
        for number in 0..200_000 {
            first(&mut seen, &number.to_string(), number);
        }
        let room: usize = seen.parts.iter().map(|part| part.places.capacity() * size_of::<Numbered>()).sum();
        assert!(room <= 18 * 200_000, "{room}");
    }

    #[test]
    fn hashes_that_meet_at_one_place_are_kept_apart() {
        let mut numbers = Numbers::default();
        for number in 1..500 {
            // The last of the table's places, for all of them.
            assert_eq!(numbers.first(u64::MAX << 32 | u64::from(number), number), None);
        }
        for number in 1..500 {
            assert_eq!(numbers.first(u64::MAX << 32 | u64::from(number), 0), Some(number));
        }
    }

    #[test]
    fn what_was_sown_goes_into_the_key() {
        let state = RandomState::new();
        let [first, second, third] = [1, 2, 1].map(|seed| {
            sow(seed);
            Key(Some(keyed(&state))).hash("a")
        });
        assert!(first != second && first == third);
        sow(7);
        assert!(Key::default().hash("a") != 0);
    }
}
