//! The text of a QR code: an address of the ministry's with the assignment in it, encrypted again (数据交换接口规范 5.2).
//!
//! The address is never called. Whether its page wants `k` percent-encoded stands in no document: the codes in use have it raw.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rand_core::CryptoRngCore;

use super::assignment::{Assignment, encrypt_assignment};
use super::error::{Part, QrError, Reason};
use super::key::PublicKey;
use crate::record::text::cut;
use crate::spec::Kind;
use crate::spec::qr_page::{QR_PAGE, QR_PARAMETERS};

/// What would end a value, or change it when it is read again; base64 has none of it.
const RAW: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'&').add(b'<').add(b'>');
/// How many digits of an assignment are its province.
const PROVINCE: usize = 6;

/// What stands in a QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrContent {
    /// `ID`: the assignment, encrypted.
    pub encry_certid: String,
    /// `k`: its key, encrypted for the platform.
    pub encry_key: String,
    /// `certype`: 证照类型, 21 characters.
    pub cert_type: String,
    /// `province`: the province's six digits.
    pub province: String,
}

/// The text of the QR code for an assignment: encrypted again for the platform, whose public key this is. An assignment that is
/// an address already is the text itself. `k` differs each time, since RSA pads by chance.
///
/// # Errors
/// `text`, where neither the assignment nor the caller names a province; `length` of a key that is too short.
pub fn qr_content(
    assignment: &Assignment,
    kind: Kind,
    province: Option<&str>,
    public: &PublicKey,
    chance: &mut impl CryptoRngCore,
) -> Result<String, QrError> {
    if let Some(url) = assignment.url() {
        return Ok(url.to_owned());
    }
    let own = assignment.is_well_formed().then(|| assignment.text().get(..PROVINCE)).flatten();
    let province = province.or(own).ok_or(QrError::new(Part::Assignment, Reason::Text))?;
    let sealed = encrypt_assignment(assignment.text(), assignment.key(), public, chance)?;
    let cert_type = kind.licence_type().ok_or(QrError::new(Part::Content, Reason::Text))?;
    let content = QrContent {
        encry_certid: sealed.encry_certid,
        encry_key: sealed.encry_key,
        cert_type: cert_type.to_owned(),
        province: province.to_owned(),
    };
    Ok(content.to_url())
}

impl QrContent {
    /// Reads the text of a QR code, with `k` raw or percent-encoded. Where it leads is not looked at.
    ///
    /// # Errors
    /// `text`, of what is no such address.
    pub fn parse(text: &str) -> Result<QrContent, QrError> {
        let bad = QrError::new(Part::Content, Reason::Text);
        let (_, query) = text.split_once('?').filter(|(page, _)| cut(page, "://").is_some()).ok_or(bad)?;
        let query = query.split('#').next().unwrap_or_default();
        let value = |name: &str| {
            let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let (_, raw) = pairs.find(|(known, _)| *known == name).filter(|(_, raw)| !raw.is_empty()).ok_or(bad)?;
            percent_decode_str(raw).decode_utf8().map(|text| text.into_owned()).map_err(|_| bad)
        };
        let [id, key, cert_type, province] = QR_PARAMETERS.map(value);
        Ok(QrContent { encry_certid: id?, encry_key: key?, cert_type: cert_type?, province: province? })
    }

    /// The certificate that it is of, if it is one of the three.
    pub fn kind(&self) -> Option<Kind> {
        Kind::CERTIFICATES.into_iter().find(|kind| kind.licence_type() == Some(&*self.cert_type))
    }

    /// The address, with `k` as it is.
    pub fn to_url(&self) -> String {
        self.address(RAW)
    }

    /// The address, with `k` percent-encoded.
    pub fn to_encoded_url(&self) -> String {
        self.address(NON_ALPHANUMERIC)
    }

    fn address(&self, escaped: &'static AsciiSet) -> String {
        let values = [(&self.encry_certid, RAW), (&self.encry_key, escaped), (&self.cert_type, RAW), (&self.province, RAW)];
        let pairs = QR_PARAMETERS.iter().zip(values);
        let pairs: Vec<String> = pairs.map(|(name, (value, set))| format!("{name}={}", utf8_percent_encode(value, set))).collect();
        format!("{QR_PAGE}?{}", pairs.join("&"))
    }
}
