//! How the members of a field begin in JSON, known ahead, since a batch has as many of them as values.

/// How a member begins that holds a text, in JSON without white space: its name with what stands around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Head {
    bytes: [u8; HEAD_ROOM],
    length: u8,
}

/// Room for the longest of them. What is left of it stands for nothing.
pub(crate) const HEAD_ROOM: usize = 32;

impl Head {
    pub(super) const fn of(name: &str) -> Head {
        Head { bytes: [0; HEAD_ROOM], length: 0 }.with(b"\"").with(name.as_bytes()).with(b"\":\"")
    }

    #[allow(clippy::indexing_slicing, reason = "evaluated when the crate is built, where a name that is too long does not build")]
    const fn with(mut self, bytes: &[u8]) -> Head {
        let mut at = 0;
        while at < bytes.len() {
            self.bytes[self.length as usize] = bytes[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    /// It, and what is left of the room.
    pub(crate) const fn bytes(&self) -> &[u8; HEAD_ROOM] {
        &self.bytes
    }

    /// How many bytes it has.
    pub(crate) const fn length(&self) -> usize {
        self.length as usize
    }
}

/// How an entry of `businessInformation` begins, and how it goes on behind its first text.
pub(crate) const ITEM_HEADS: [&str; 2] = ["{\"itemvalue\":\"", "\",\"itemtext\":\""];

#[cfg(test)]
mod tests {
    use super::ITEM_HEADS;
    use crate::spec::{ITEM_MEMBERS, Kind};

    #[test]
    fn those_of_an_entry_are_its_members() {
        let [code, text] = ITEM_MEMBERS;
        assert_eq!(ITEM_HEADS, [format!("{{\"{code}\":\""), format!("\",\"{text}\":\"")]);
    }

    #[test]
    fn every_field_has_its_own() {
        for field in Kind::ALL.iter().flat_map(|kind| kind.table().fields) {
            let (head, rest) = field.head.bytes().split_at(field.head.length());
            assert_eq!(head, format!("\"{}\":\"", field.name).as_bytes());
            assert!(rest.iter().all(|byte| *byte == 0));
        }
    }
}
