//! A manager's description at 99 is one fixed sentence; without its final stop it is left to `state/description-stop`
//! (managerCertParameter 24, reading R5).

use crate::check::rule::{Cite, ERROR, Kinds, Rule, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::state::{MANAGER_SENTENCE, OTHER, lacks_stop};

pub(super) static RULE: Rule =
    rule("state/description-fixed", ERROR, Cite::Row, &[stand(Kinds::MANAGER, "certStatusDescription", &["certState"])], |view: &View| {
        let (text, state) = (view.text(0)?, view.code(1)?);
        Some(!state.is(OTHER) || text == MANAGER_SENTENCE || lacks_stop(text))
    });
