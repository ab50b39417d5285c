//! How a sandbox behaves: who may call it, how long tokens count, and how it decides what the document leaves open.

use std::fmt;

use crate::check::{Options, Profile};
use crate::gateway::{Call, Secret};
use crate::record::date::Date;
use crate::spec::endpoints::{PREVIEW_PATH, SUBMIT_PATH};

/// How a sandbox behaves. `Debug` does not tell the keys.
#[derive(Clone)]
pub struct Config {
    /// Who may call it.
    pub systems: Vec<SystemConfig>,
    /// The base of the address that comes with a token.
    pub origin: String,
    /// How long a token counts, in milliseconds.
    pub token_ttl_ms: u64,
    /// How many calls a token is good for; any number, unless told.
    pub token_uses: Option<u32>,
    /// What a record's id meets that is already held.
    pub repeated: Repeated,
    /// Whether a call with wrong records keeps its right ones.
    pub partial: Partial,
    /// What stands around the ministry's reply.
    pub style: Style,
    /// Where the QR assignment of a call's only record stands (reading R15).
    pub pairs: Pairs,
    /// Which operations assign a QR code (reading R19).
    pub assigns: Assigns,
    /// What a preview meets whose assignment was never given.
    pub unknown_assignment: UnknownAssignment,
    /// From what tokens and assignments are drawn.
    pub seed: u64,
    /// Which rules refuse a record.
    pub profile: Profile,
    /// Today, for the rules that read it.
    pub today: Option<Date>,
}

/// A system that may call.
#[derive(Clone, Debug)]
pub struct SystemConfig {
    /// 调用方系统id. Two systems may share one, since keys are issued per interface.
    pub id: String,
    /// 私钥.
    pub key: Secret,
    /// What it may call, of [`INTERFACES`].
    pub interfaces: Vec<Call>,
}

/// What a system can be allowed to call: getting a token needs no leave, and SOAP is a way, not an interface.
pub const INTERFACES: [Call; 4] = [Call::Validate, Call::Log, Call::Submit, Call::Preview];

/// What a record's id meets that is already held. Which of these the ministry does stands in no document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Repeated {
    /// The first answer once more, and no second record.
    #[default]
    Same,
    /// A refusal.
    Refuse,
    /// A second record.
    Second,
}

/// Whether a call with wrong records keeps its right ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Partial {
    /// It keeps them.
    #[default]
    Accept,
    /// One wrong record refuses all.
    Refuse,
}

/// What stands around the ministry's reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Nothing, as in the document.
    #[default]
    Bare,
    /// The platform's code, message and data.
    Enveloped,
    /// `custom`, as some provincial gateways have it.
    Custom,
}

/// Where the QR assignment of a call's only record stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pairs {
    /// At the top of the reply, as in the document.
    #[default]
    Top,
    /// In `SuccessData`, as real callers find it; those of several records always stand there.
    Listed,
}

/// Which operations assign a QR code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Assigns {
    /// Issue and renewal, as the document says.
    #[default]
    NewAndRenewed,
    /// All.
    All,
}

/// What a preview meets whose assignment was never given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownAssignment {
    /// It is refused.
    #[default]
    Refuse,
    /// It is taken, for whoever tries previews alone.
    Accept,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            systems: vec![SystemConfig::new("sandbox-system", Secret::new("sandbox-key"))],
            origin: "http://127.0.0.1:8788/".to_owned(),
            token_ttl_ms: 2 * 60 * 60 * 1000,
            token_uses: None,
            repeated: Repeated::default(),
            partial: Partial::default(),
            style: Style::default(),
            pairs: Pairs::default(),
            assigns: Assigns::default(),
            unknown_assignment: UnknownAssignment::default(),
            seed: 1,
            profile: Profile::default(),
            today: None,
        }
    }
}

impl SystemConfig {
    /// A system that may call everything.
    pub fn new(id: impl Into<String>, key: Secret) -> SystemConfig {
        SystemConfig { id: id.into(), key, interfaces: INTERFACES.to_vec() }
    }

    pub(super) fn may_call(&self, interface: Call) -> bool {
        self.interfaces.contains(&interface)
    }
}

impl Config {
    /// Where a system's submissions go. A token comes with one address, so that of the first submission it may call; either
    /// address takes both.
    pub(super) fn remote_address(&self, system: &SystemConfig) -> String {
        let only_previews = system.may_call(Call::Preview) && !system.may_call(Call::Submit);
        let path = if only_previews { PREVIEW_PATH } else { SUBMIT_PATH };
        format!("{}/{path}", self.origin.trim_end_matches('/'))
    }

    /// How records are checked.
    pub(super) fn options(&self) -> Options {
        let mut options = Options::new(self.profile);
        options.today = self.today;
        options
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Config").field("systems", &self.systems).field("origin", &self.origin).finish_non_exhaustive()
    }
}
