//! The manager's sentence ends with its full stop; it is written whole in the payload (reading R5).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::state::{OTHER, lacks_stop};

pub(super) static RULE: Rule = rule(
    "state/description-stop",
    WARNING,
    Cite::Text("reading R5"),
    &[stand(Kinds::MANAGER, "certStatusDescription", &["certState"])],
    |view: &View| {
        let (text, state) = (view.text(0)?, view.code(1)?);
        Some(!state.is(OTHER) || !lacks_stop(text))
    },
);
