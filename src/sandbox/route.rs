//! Where a request goes, by its path and method.
//!
//! The gateway's paths may stand behind any other, so that a base with a path works; the sandbox's own stand at the root.

use super::Incoming;
use super::control::Control;
use crate::gateway::Call;
use crate::gateway::request::Method;
use crate::spec::endpoints::{LOG_PATH, PREVIEW_PATH, SUBMIT_PATH, TOKEN_PATH, VALIDATE_PATH};

/// Below which the sandbox itself is asked.
const CONTROL_ROOT: &str = "/sandbox/";

const PATHS: [(&str, Method, Call); 5] = [
    (TOKEN_PATH, Method::Get, Call::Token),
    (VALIDATE_PATH, Method::Get, Call::Validate),
    (LOG_PATH, Method::Post, Call::Log),
    (SUBMIT_PATH, Method::Post, Call::Submit),
    (PREVIEW_PATH, Method::Post, Call::Preview),
];

/// Where a request goes.
pub(super) enum Route {
    /// To an interface; a submission's body may still say that it is the other one.
    Call(Call),
    /// To the sandbox itself.
    Control(Control),
    /// To a path that exists, by a method that it does not have.
    WrongMethod,
    /// Nowhere.
    Nowhere,
}

/// Where a request goes.
pub(super) fn find(incoming: &Incoming) -> Route {
    let path = incoming.path();
    let place = |end: &str| path.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('/'));
    let (method, route) = if let Some((_, method, call)) = PATHS.iter().find(|(end, ..)| place(end)) {
        (*method, Route::Call(*call))
    } else if let Some(control) = path.strip_prefix(CONTROL_ROOT).and_then(Control::find) {
        (control.method(), Route::Control(control))
    } else {
        return Route::Nowhere;
    };
    if incoming.method == method.id() { route } else { Route::WrongMethod }
}
