//! 二维码赋码: the assignment that comes encrypted with an accepted certificate, the text of its QR code, and the picture.
//!
//! A submission is answered with `encryKey`, a DES key under the province's RSA key, and `encryCertid`, the assignment under that
//! DES key. Decrypted, the assignment is what the preview submission calls `ID`; encrypted again, it stands in the QR code.
//! 512-bit RSA and DES protect nothing by today's measure: what is done here is what the document asks for, and private keys
//! belong on a server all the same. Nothing is sent, stored or logged, and no error holds a text or a key.
//!
//! Sources: 数据交换接口规范 5.1 and 5.2 as two provinces' systems carry them out; the interface document's samples; reading R16.

mod assignment;
mod cipher;
mod content;
mod encoding;
mod error;
mod key;
mod picture;
mod png;

pub use assignment::{Assignment, Sealed, decrypt_assignment, encrypt_assignment};
pub use content::{QrContent, qr_content};
pub use error::{Part, QrError, Reason};
pub use key::{DesKey, PrivateKey, PublicKey};
pub use picture::{Level, Picture};
