//! The streams under way, each behind a number: batches that come piece by piece.

use crate::check::Stream;

/// The streams, each at the place that its number gives.
pub(super) struct Streams(Vec<Option<Box<Stream>>>);

impl Streams {
    /// No stream.
    pub(super) const NEW: Streams = Streams(Vec::new());

    /// Keeps a stream; its number.
    pub(super) fn keep(&mut self, stream: Stream) -> usize {
        let number = self.0.iter().position(Option::is_none).unwrap_or(self.0.len());
        self.0.resize_with(self.0.len().max(number + 1), || None);
        if let Some(place) = self.0.get_mut(number) {
            *place = Some(Box::new(stream));
        }
        number
    }

    /// The stream of that number.
    pub(super) fn get(&mut self, number: usize) -> Option<&mut Stream> {
        self.0.get_mut(number)?.as_deref_mut()
    }

    /// Gives the stream of that number up.
    pub(super) fn free(&mut self, number: usize) {
        if let Some(place) = self.0.get_mut(number) {
            *place = None;
        }
    }
}
