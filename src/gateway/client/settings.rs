//! How a client calls: addresses, credentials, the way of each interface, time-out and retries, and whether calls are reported.

use std::net::IpAddr;
use std::time::Duration;

use super::super::address::Address;
use super::super::request::Call;
use super::super::secret::Secret;
use crate::spec::endpoints::TIMEOUT_MS;

/// How a client calls.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The platform's address; or the broker's, where there is no system.
    pub base: Address,
    /// Who calls; nobody towards a broker, which then says so itself.
    pub system: Option<System>,
    /// Where submissions go, in place of the address that comes with the token.
    pub remote: Option<Address>,
    /// What is different for 业务数据归集赋码.
    pub submit: Interface,
    /// What is different for 电子证照数据归集赋码.
    pub preview: Interface,
    /// The longest that one call may take.
    pub timeout: Duration,
    /// How often what failed is tried again.
    pub retry: Retry,
    /// Where calls are reported to the platform.
    pub audit: Option<Audit>,
}

/// Who calls: system id, and the key where tokens are got from the platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct System {
    /// 调用方系统id.
    pub id: String,
    /// 私钥.
    pub key: Option<Secret>,
}

/// What is different for one interface, since keys are issued per interface.
#[derive(Clone, Debug, Default)]
pub struct Interface {
    /// Who calls this interface.
    pub system: Option<System>,
    /// Its address.
    pub url: Option<Address>,
    /// Its way.
    pub via: Via,
}

/// In what a body travels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Via {
    /// As JSON.
    #[default]
    Json,
    /// As the one parameter of a SOAP method.
    Soap {
        /// The method.
        method: String,
        /// The parameter.
        param: String,
    },
}

/// How often what failed is tried again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Retry {
    /// The most attempts of one call, the first included.
    pub attempts: u32,
    /// The longest wait before the second attempt; it doubles with each.
    pub base: Duration,
    /// The longest wait at all.
    pub most: Duration,
    /// How many retries a client may have in hand. Each one takes one, each call that needs none gives a tenth back.
    pub budget: u32,
}

impl Default for Retry {
    fn default() -> Retry {
        Retry { attempts: 3, base: Duration::from_millis(250), most: Duration::from_secs(5), budget: 10 }
    }
}

/// What a report of a call needs that the client cannot know.
#[derive(Clone, Debug)]
pub struct Audit {
    /// 接口id of each call; the call's own name where there is none.
    pub interfaces: Vec<(Call, String)>,
    /// 请求第三方ip地址.
    pub remote_ip: IpAddr,
}

impl Settings {
    /// Settings with a base and nothing else: towards a broker.
    pub fn new(base: Address) -> Settings {
        Settings {
            base,
            system: None,
            remote: None,
            submit: Interface::default(),
            preview: Interface::default(),
            timeout: Duration::from_millis(u64::from(TIMEOUT_MS)),
            retry: Retry::default(),
            audit: None,
        }
    }

    /// Settings towards the platform, with system id and key.
    pub fn platform(base: Address, id: impl Into<String>, key: Secret) -> Settings {
        Settings { system: Some(System { id: id.into(), key: Some(key) }), ..Settings::new(base) }
    }
}
