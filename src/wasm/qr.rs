//! The `qr` build: the QR assignment and picture. Texts in, a list of texts out; JavaScript gives them names.
//!
//! What cannot be done is thrown as lines: the reason, the part, a sentence in Chinese and in English. Keys come as texts of this
//! module's own memory, and are wiped there.

use rand_core::{CryptoRng, Error, RngCore};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zeroize::Zeroizing;

use crate::qr::{self, DesKey, Level, Part, Picture, PrivateKey, PublicKey, QrContent, QrError, Reason};
use crate::spec::Kind;

/// The assignment, `1` if it is well formed, and the address if it is one.
#[wasm_bindgen(js_name = decryptAssignment)]
pub fn decrypt_assignment(encry_certid: &str, encry_key: &str, private: String) -> Result<Vec<String>, String> {
    let private = PrivateKey::read(&Zeroizing::new(private)).map_err(thrown)?;
    let assignment = qr::decrypt_assignment(encry_certid, encry_key, &private).map_err(thrown)?;
    let well_formed = u8::from(assignment.is_well_formed()).to_string();
    Ok([Some(assignment.text()), Some(&well_formed), assignment.url()].into_iter().flatten().map(str::to_owned).collect())
}

/// `encryCertid` and `encryKey`. An empty key is drawn.
#[wasm_bindgen(js_name = encryptAssignment)]
pub fn encrypt_assignment(text: &str, key: String, public: &str) -> Result<Vec<String>, String> {
    let (key, mut chance) = (Zeroizing::new(key), drawn().map_err(thrown)?);
    let public = PublicKey::read(public).map_err(thrown)?;
    let key = if key.is_empty() { DesKey::digits(&mut chance) } else { DesKey::read(key.as_bytes()) };
    let sealed = qr::encrypt_assignment(text, &key.map_err(thrown)?, &public, &mut chance).map_err(thrown)?;
    Ok(vec![sealed.encry_certid, sealed.encry_key])
}

/// The text of the QR code. An empty province is the assignment's.
#[wasm_bindgen(js_name = qrContent)]
pub fn qr_content(
    encry_certid: &str,
    encry_key: &str,
    private: String,
    public: &str,
    kind: &str,
    province: &str,
) -> Result<String, String> {
    let private = PrivateKey::read(&Zeroizing::new(private)).map_err(thrown)?;
    let (public, mut chance) = (PublicKey::read(public).map_err(thrown)?, drawn().map_err(thrown)?);
    let kind = Kind::from_id(kind).ok_or_else(bug)?;
    let assignment = qr::decrypt_assignment(encry_certid, encry_key, &private).map_err(thrown)?;
    let province = Some(province).filter(|province| !province.is_empty());
    qr::qr_content(&assignment, kind, province, &public, &mut chance).map_err(thrown)
}

/// The same with `k` percent-encoded; what is no address of the ministry's form stays as it is.
#[wasm_bindgen(js_name = percentEncoded)]
pub fn percent_encoded(content: &str) -> String {
    QrContent::parse(content).map_or_else(|_| content.to_owned(), |content| content.to_encoded_url())
}

/// `ID`, `k`, `certype`, `province`, and the kind if it is one.
#[wasm_bindgen(js_name = parseQrContent)]
pub fn parse_qr_content(text: &str) -> Result<Vec<String>, String> {
    let content = QrContent::parse(text).map_err(thrown)?;
    let kind = content.kind().map(|kind| kind.id().to_owned());
    Ok([content.encry_certid, content.encry_key, content.cert_type, content.province].into_iter().chain(kind).collect())
}

/// The picture as SVG.
#[wasm_bindgen(js_name = qrSvg)]
pub fn qr_svg(text: &str, level: &str, margin: usize, title: &str) -> Result<String, String> {
    Ok(picture(text, level)?.svg(margin, title))
}

/// The picture as PNG.
#[wasm_bindgen(js_name = qrPng)]
pub fn qr_png(text: &str, level: &str, margin: usize, size: usize) -> Result<Vec<u8>, String> {
    picture(text, level)?.png(size, margin).map_err(thrown)
}

fn picture(text: &str, level: &str) -> Result<Picture, String> {
    Picture::of(text, Level::from_id(level).ok_or_else(bug)?).map_err(thrown)
}

#[wasm_bindgen]
extern "C" {
    /// The engine's source of chance; an engine without one throws.
    #[wasm_bindgen(catch, js_namespace = crypto, js_name = getRandomValues)]
    fn fill(bytes: &mut [u8]) -> Result<JsValue, JsValue>;
}

/// Chance, drawn ahead and in one go: what asks for it cannot be told that there is no more.
struct Drawn {
    bytes: Zeroizing<Vec<u8>>,
    used: usize,
}

/// Several times what the padding of the longest key takes.
const AHEAD: usize = 4096;

/// # Errors
/// `random`, also of a stand-in that gives nothing but zeros: RSA would draw for ever for bytes that are none.
fn drawn() -> Result<Drawn, QrError> {
    let mut bytes = Zeroizing::new(vec![0; AHEAD]);
    let is_filled = fill(&mut bytes).is_ok() && bytes.iter().any(|byte| *byte != 0);
    if is_filled { Ok(Drawn { bytes, used: 0 }) } else { Err(QrError::new(Part::DesKey, Reason::Random)) }
}

impl RngCore for Drawn {
    fn next_u32(&mut self) -> u32 {
        let mut bytes = [0; 4];
        self.fill_bytes(&mut bytes);
        u32::from_le_bytes(bytes)
    }

    fn next_u64(&mut self) -> u64 {
        u64::from(self.next_u32()) << 32 | u64::from(self.next_u32())
    }

    /// From the first again, should they ever run out.
    fn fill_bytes(&mut self, wanted: &mut [u8]) {
        let drawn = self.bytes.iter().copied().cycle().skip(self.used % AHEAD);
        wanted.iter_mut().zip(drawn).for_each(|(byte, drawn)| *byte = drawn);
        self.used += wanted.len();
    }

    fn try_fill_bytes(&mut self, wanted: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(wanted);
        Ok(())
    }
}

impl CryptoRng for Drawn {}

/// A name that JavaScript has checked.
fn bug() -> String {
    thrown(QrError::new(Part::Content, Reason::Text))
}

fn thrown(error: QrError) -> String {
    let [zh, en] = error.words();
    [error.reason.id(), error.part.id(), &zh, &en].join("\n")
}
