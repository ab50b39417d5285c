//! DES/ECB/PKCS5, block by block. Not for anything but assignments: DES is broken, and ECB shows equal blocks.

use des::Des;
use des::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use zeroize::Zeroizing;

use super::error::{Part, QrError, Reason};
use super::key::DesKey;

const BLOCK: usize = 8;

/// Pads to whole blocks, and encrypts.
pub(super) fn encrypt(plain: &[u8], key: &DesKey) -> Vec<u8> {
    let cipher = Des::new(&(*key.bytes()).into());
    let missing = BLOCK - plain.len() % BLOCK;
    let padded = plain.iter().copied().chain(std::iter::repeat_n(missing as u8, missing));
    let mut bytes: Vec<u8> = padded.collect();
    for block in bytes.as_chunks_mut::<BLOCK>().0 {
        cipher.encrypt_block(block.into());
    }
    bytes
}

/// Decrypts whole blocks, and takes the padding off.
pub(super) fn decrypt(encrypted: &[u8], key: &DesKey) -> Result<Zeroizing<Vec<u8>>, QrError> {
    let cipher = Des::new(&(*key.bytes()).into());
    let mut bytes = Zeroizing::new(encrypted.to_vec());
    let (blocks, rest) = bytes.as_chunks_mut::<BLOCK>();
    if blocks.is_empty() || !rest.is_empty() {
        return Err(QrError::new(Part::Certid, Reason::Length));
    }
    for block in blocks {
        cipher.decrypt_block(block.into());
    }
    let padding = bytes.last().copied().map_or(0, usize::from);
    let length = bytes.len().saturating_sub(padding);
    let is_padding = (1..=BLOCK).contains(&padding) && bytes.iter().skip(length).all(|byte| usize::from(*byte) == padding);
    if !is_padding {
        return Err(QrError::new(Part::Certid, Reason::DesPadding));
    }
    bytes.truncate(length);
    Ok(bytes)
}
