//! Tokens: who holds one, and whether it still counts, by time and by the number of calls it was used for.

use super::Incoming;
use super::chance::Chance;
use super::config::{Config, SystemConfig};
use super::platform::{INVALID_TOKEN, MISMATCH};
use crate::gateway::Secret;
use crate::spec::endpoints::{SYSTEM_HEADER, TOKEN_HEADER, TOKEN_PREFIX};

const HEX: &str = "0123456789abcdef";
/// The groups of a UUID, as which the document's sample writes a token.
const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];

/// The tokens that were given.
pub(super) struct Access {
    chance: Chance,
    given: Vec<Given>,
}

struct Given {
    token: Secret,
    /// The place of its system in the settings.
    system: usize,
    /// When it ends.
    ends: u64,
    /// How many calls it is still good for; nothing where they are not counted.
    left: Option<u32>,
}

impl Given {
    fn counts(&self, now: u64) -> bool {
        now < self.ends && self.left != Some(0)
    }
}

impl Access {
    pub(super) fn new(seed: u64) -> Access {
        Access { chance: Chance::new(seed), given: Vec::new() }
    }

    /// A new token for a system, by its place; those given before stay good.
    pub(super) fn give(&mut self, config: &Config, system: usize, now: u64) -> String {
        let groups = GROUPS.map(|count| self.chance.text(HEX, count));
        let token = format!("{TOKEN_PREFIX}{}", groups.join("-"));
        self.given.retain(|given| given.counts(now));
        let ends = now.saturating_add(config.token_ttl_ms);
        self.given.push(Given { token: Secret::new(token.as_str()), system, ends, left: config.token_uses });
        token
    }

    /// The system that calls, by the two headers; the call is counted against its token.
    ///
    /// # Errors
    /// The result code that refuses it.
    pub(super) fn admit<'c>(&mut self, config: &'c Config, incoming: &Incoming, now: u64) -> Result<&'c SystemConfig, u16> {
        let (Some(token), Some(id)) = (incoming.header(TOKEN_HEADER), incoming.header(SYSTEM_HEADER)) else {
            return Err(INVALID_TOKEN);
        };
        let given = self.given.iter_mut().find(|given| given.token.expose() == token && given.counts(now)).ok_or(INVALID_TOKEN)?;
        let system = config.systems.get(given.system).filter(|system| system.id == id).ok_or(MISMATCH)?;
        given.left = given.left.map(|left| left.saturating_sub(1));
        Ok(system)
    }

    /// Whether a token of a system still counts.
    pub(super) fn counts(&self, config: &Config, id: &str, token: &str, now: u64) -> bool {
        let owned = |given: &&Given| config.systems.get(given.system).is_some_and(|system| system.id == id);
        self.given.iter().filter(owned).any(|given| given.token.expose() == token && given.counts(now))
    }
}
