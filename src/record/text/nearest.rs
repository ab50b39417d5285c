//! The known name that was probably meant by an unknown one. It knows no field: the names come with the call.

/// No field's name is half as long; what is longer is no misspelling of one, and would be slow to compare.
const LONGEST_NAME: usize = 64;

/// The name that was probably meant: the closest one, letter case apart, if it is close at all. Names that share no
/// letter in the same order are never close.
pub fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    let mut below = (name.len() / 3).max(2) + 1;
    let mut best = None;
    for candidate in names.filter(|candidate| candidate.len() <= LONGEST_NAME) {
        let all_letters = name.len().max(candidate.len());
        if let Some(distance) = distance(name.as_bytes(), candidate.as_bytes(), below.min(all_letters)) {
            (below, best) = (distance, Some(candidate));
        }
    }
    best
}

/// A row of the table of distances: from so many letters of one name to each beginning of the other.
type Row = [u8; LONGEST_NAME + 1];

/// How many letters to insert, remove, replace or swap with their neighbour to get from one name to the other, where they are
/// fewer than so many.
pub(super) fn distance(from: &[u8], to: &[u8], below: usize) -> Option<usize> {
    // Many names are told apart by their lengths, as each letter that one has more is to be inserted,
    if from.len().abs_diff(to.len()) >= below {
        return None;
    }
    let (mut before, mut above): (Row, Row) = ([0; _], std::array::from_fn(|column| column as u8));
    let mut last = None;
    for (row, letter) in from.iter().map(u8::to_ascii_lowercase).enumerate() {
        let mut current = [row as u8 + 1; _];
        fill(&mut current, [last, Some(letter)], to, [&before, &above]);
        // and most others by their first letters, as no row has less than the least of the one above.
        if current.iter().take(to.len() + 1).all(|count| usize::from(*count) >= below) {
            return None;
        }
        before = std::mem::replace(&mut above, current);
        last = Some(letter);
    }
    above.get(to.len()).map(|distance| usize::from(*distance)).filter(|distance| *distance < below)
}

/// Fills the row of a letter from the two before it, but for its first place.
fn fill(current: &mut Row, [last, letter]: [Option<u8>; 2], to: &[u8], [before, above]: [&Row; 2]) {
    let at = |row: &Row, index: usize| row.get(index).copied().unwrap_or(LONGEST_NAME as u8);
    let mut other_last = None;
    for (column, other) in to.iter().map(|other| Some(other.to_ascii_lowercase())).enumerate() {
        let replaced = at(above, column) + u8::from(letter != other);
        let mut least = replaced.min(at(above, column + 1) + 1).min(at(current, column) + 1);
        if other_last.is_some() && last == other && other_last == letter {
            // Both have a letter before this one, so that the table reaches back two rows and columns.
            least = least.min(at(before, column.saturating_sub(1)) + 1);
        }
        if let Some(place) = current.get_mut(column + 1) {
            *place = least;
        }
        other_last = other;
    }
}
