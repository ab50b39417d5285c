//! One record, typed by its table.
