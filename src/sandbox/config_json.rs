//! A sandbox's settings as JSON, as the package and the command line hand them over. What is absent has its default.

use serde_json::Value;

use super::config::{Assigns, Config, INTERFACES, Pairs, Partial, Repeated, Style, SystemConfig, UnknownAssignment};
use super::json::{Members, Misread, parsed};
use crate::check::Profile;
use crate::gateway::{Address, Call, Secret};
use crate::record::date::Date;
use crate::spec::endpoints::{KEY, SYSTEM_ID};

const MEMBERS: [&str; 13] = [
    "systems",
    "origin",
    "tokenTtlMs",
    "tokenUses",
    "repeated",
    "partial",
    "style",
    "pairs",
    "assigns",
    "unknownAssignment",
    "seed",
    "profile",
    "today",
];

const REPEATED: [(&str, Repeated); 3] = [("same", Repeated::Same), ("refuse", Repeated::Refuse), ("second", Repeated::Second)];
const PARTIAL: [(&str, Partial); 2] = [("accept", Partial::Accept), ("refuse", Partial::Refuse)];
const STYLES: [(&str, Style); 3] = [("bare", Style::Bare), ("enveloped", Style::Enveloped), ("custom", Style::Custom)];
const PAIRS: [(&str, Pairs); 2] = [("top", Pairs::Top), ("listed", Pairs::Listed)];
const ASSIGNS: [(&str, Assigns); 2] = [("new-and-renewed", Assigns::NewAndRenewed), ("all", Assigns::All)];
const UNKNOWN_ASSIGNMENT: [(&str, UnknownAssignment); 2] = [("refuse", UnknownAssignment::Refuse), ("accept", UnknownAssignment::Accept)];
const PROFILES: [(&str, Profile); 2] = [("document", Profile::Document), ("strict", Profile::Strict)];

impl Config {
    /// Settings from JSON text.
    ///
    /// # Errors
    /// The member that cannot be read, or that is not known.
    pub fn parse(text: &str) -> Result<Config, Misread> {
        Config::from_json(&parsed(text.as_bytes())?)
    }

    /// Settings from JSON, for instance `{"systems":[{"systemId":"s","key":"k","interfaces":["submit"]}],"tokenUses":3}`.
    ///
    /// # Errors
    /// The member that cannot be read, or that is not known.
    pub fn from_json(json: &Value) -> Result<Config, Misread> {
        let members = Members::of(json, "", &MEMBERS)?;
        let default = Config::default();
        Ok(Config {
            systems: systems(&members)?.unwrap_or(default.systems),
            origin: origin(&members)?.unwrap_or(default.origin),
            token_ttl_ms: members.number("tokenTtlMs")?.unwrap_or(default.token_ttl_ms),
            token_uses: members.number("tokenUses")?,
            repeated: members.choice("repeated", &REPEATED)?.unwrap_or_default(),
            partial: members.choice("partial", &PARTIAL)?.unwrap_or_default(),
            style: members.choice("style", &STYLES)?.unwrap_or_default(),
            pairs: members.choice("pairs", &PAIRS)?.unwrap_or_default(),
            assigns: members.choice("assigns", &ASSIGNS)?.unwrap_or_default(),
            unknown_assignment: members.choice("unknownAssignment", &UNKNOWN_ASSIGNMENT)?.unwrap_or_default(),
            seed: members.number("seed")?.unwrap_or(default.seed),
            profile: members.choice("profile", &PROFILES)?.unwrap_or_default(),
            today: today(&members)?,
        })
    }
}

fn systems(members: &Members) -> Result<Option<Vec<SystemConfig>>, Misread> {
    let list = members.list("systems")?;
    list.map(|list| list.into_iter().map(|(place, entry)| system(&place, entry)).collect()).transpose()
}

fn system(place: &str, entry: &Value) -> Result<SystemConfig, Misread> {
    let members = Members::of(entry, place, &[SYSTEM_ID, KEY, "interfaces"])?;
    let text = |name| {
        let text = members.text(name)?.filter(|text| !text.is_empty());
        text.ok_or_else(|| Misread::new(members.place(name), "不能为空", "must not be empty"))
    };
    let system = SystemConfig::new(text(SYSTEM_ID)?, Secret::new(text(KEY)?));
    let interfaces = members.list("interfaces")?;
    let interfaces = interfaces.map(|list| list.into_iter().map(interface).collect::<Result<_, _>>()).transpose()?;
    Ok(SystemConfig { interfaces: interfaces.unwrap_or(system.interfaces), ..system })
}

fn interface((place, entry): (String, &Value)) -> Result<Call, Misread> {
    let named = INTERFACES.into_iter().find(|call| entry.as_str() == Some(call.id()));
    named.ok_or_else(|| Misread::new(place, "不是接口的名称", "must be the name of an interface"))
}

fn origin(members: &Members) -> Result<Option<String>, Misread> {
    let wrong = |_| Misread::new(members.place("origin"), "不是 http 或 https 地址", "must be an http or https address");
    let origin = members.text("origin")?;
    origin.map(|text| Address::parse(text).map(|address| address.as_str().to_owned()).map_err(wrong)).transpose()
}

fn today(members: &Members) -> Result<Option<Date>, Misread> {
    let wrong = || Misread::new(members.place("today"), "应为 yyyy-MM-dd 的日期", "must be a day, yyyy-MM-dd");
    members.text("today")?.map(|text| Date::parse(text).ok_or_else(wrong)).transpose()
}
