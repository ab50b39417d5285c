//! What can be wrong with a key, an assignment or a QR code: a reason, and the part that it is about. Never a value.

use std::fmt;

/// What it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// `encryCertid`: the assignment, encrypted.
    Certid,
    /// `encryKey`: the key of the assignment, encrypted.
    Key,
    /// The RSA key that decrypts.
    PrivateKey,
    /// The RSA key that encrypts.
    PublicKey,
    /// The assignment's own key, eight bytes.
    DesKey,
    /// The assignment itself.
    Assignment,
    /// The text of a QR code.
    Content,
    /// The picture of a QR code.
    Picture,
}

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No base64.
    Base64,
    /// No hexadecimal digits.
    Hex,
    /// Of a length that it cannot have.
    Length,
    /// No RSA key in PKCS#8 or SPKI.
    KeyFormat,
    /// The RSA padding does not fit: it was encrypted for another key, or is damaged.
    KeyOrCipher,
    /// The DES padding does not fit: another key, or damaged.
    DesPadding,
    /// No text, or not the text that it should be.
    Text,
    /// Nothing could be drawn by chance.
    Random,
}

/// An error of this module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QrError {
    /// What is wrong.
    pub reason: Reason,
    /// With what.
    pub part: Part,
}

impl Part {
    /// The name by which JavaScript and the command line call it.
    pub const fn id(self) -> &'static str {
        match self {
            Part::Certid => "encryCertid",
            Part::Key => "encryKey",
            Part::PrivateKey => "privateKey",
            Part::PublicKey => "publicKey",
            Part::DesKey => "key",
            Part::Assignment => "id",
            Part::Content => "text",
            Part::Picture => "picture",
        }
    }
}

impl Reason {
    /// The name by which JavaScript and the command line call it.
    pub const fn id(self) -> &'static str {
        match self {
            Reason::Base64 => "base64",
            Reason::Hex => "hex",
            Reason::Length => "length",
            Reason::KeyFormat => "key-format",
            Reason::KeyOrCipher => "key-or-cipher",
            Reason::DesPadding => "des-padding",
            Reason::Text => "text",
            Reason::Random => "random",
        }
    }

    /// What is wrong and what to do, in Chinese and in English.
    const fn words(self) -> [&'static str; 2] {
        match self {
            Reason::Base64 => ["不是 Base64 文本；请原样复制返回的内容", "is no base64 text: copy what was returned as it is"],
            Reason::Hex => ["不是十六进制文本；请原样复制返回的内容", "is no hexadecimal text: copy what was returned as it is"],
            Reason::Length => {
                ["长度不对；请核对内容是否完整、密钥是否配套", "has a wrong length: see whether it is complete, and of this key"]
            }
            Reason::KeyFormat => [
                "不是可用的 RSA 密钥；私钥应为 PKCS#8，公钥应为 X.509 SPKI，PEM 或 Base64 均可，不能有口令",
                "is no usable RSA key: a private one is PKCS#8, a public one X.509 SPKI, in PEM or base64 and without a password",
            ],
            Reason::KeyOrCipher => {
                ["无法用这把私钥解密；密钥不配套，或内容已损坏", "cannot be decrypted: it is of another private key, or damaged"]
            }
            Reason::DesPadding => [
                "解密后的填充不对；与 encryKey 不配套，或内容已损坏",
                "has no valid padding when decrypted: it belongs to another encryKey, or is damaged",
            ],
            Reason::Text => ["不是应有的文本；请核对来源", "is not the text that it should be: see where it came from"],
            Reason::Random => ["无法取得随机数", "needs random numbers, and there are none"],
        }
    }
}

/// Of a picture with fewer pixels than the code has modules.
const TOO_SMALL: [&str; 2] = ["像素太少，画不下这个二维码；请加大尺寸", "has fewer pixels than this QR code has modules: make it larger"];
/// Of a text beyond the largest code.
const TOO_LONG: [&str; 2] = ["太长，二维码容纳不下", "is longer than a QR code can hold"];

impl QrError {
    /// The error of that part.
    pub const fn new(part: Part, reason: Reason) -> QrError {
        QrError { reason, part }
    }

    /// The sentence in Chinese and in English.
    pub fn words(self) -> [String; 2] {
        let [zh, en] = match (self.part, self.reason) {
            (Part::Picture, Reason::Length) => TOO_SMALL,
            (Part::Content, Reason::Length) => TOO_LONG,
            (_, reason) => reason.words(),
        };
        [format!("{} {zh}。", self.part.id()), format!("{} {en}.", self.part.id())]
    }
}

impl fmt::Display for QrError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [zh, en] = self.words();
        write!(out, "{zh} {en}")
    }
}

impl std::error::Error for QrError {}
