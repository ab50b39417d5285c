//! 操作类型 and 证书状态 go together (数据交换接口规范 7.1.3.4, 7.2.3.5, 7.3.3.8).

use crate::check::rule::{Cite, Kinds, Rule, WARNING, rule, stand};
use crate::check::view::View;
use crate::spec::dictionary::relation;

pub(super) static RULE: Rule =
    rule("state/operation-agrees", WARNING, Cite::Row, &[stand(Kinds::CERTIFICATES, "operateType", &["certState"])], |view: &View| {
        let (operation, state) = (view.code(0)?, view.code(1)?);
        Some(relation::of(view.kind()).iter().any(|(code, states)| operation.same(*code) && state.is_among(states)))
    });
