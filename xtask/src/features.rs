//! What the wasm asks of an engine. rustc asks more by default than browsers have that are still in use: references to objects of
//! JavaScript, and functions with several results (Chrome 96 and 85).

use crate::Outcome;
use std::fs;
use std::path::Path;
use wasmparser::{Encoding, Parser, Payload, Validator, WasmFeatures};

/// What the oldest engines have that are supported: Chrome from 75, and so the many browsers that are built on Chrome 80 and 86.
/// With SIMD it is 91.
const OLDEST: WasmFeatures =
    WasmFeatures::WASM1.union(WasmFeatures::SATURATING_FLOAT_TO_INT).union(WasmFeatures::SIGN_EXTENSION).union(WasmFeatures::BULK_MEMORY);

/// The same, as wasm-opt is told.
const OLDEST_OF_WASM_OPT: [&str; 4] =
    ["--enable-mutable-globals", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-bulk-memory"];

/// The same, as rustc is told.
pub(crate) fn of_rustc(simd: bool) -> String {
    format!("-Ctarget-feature=-reference-types,-multivalue{}", if simd { ",+simd128" } else { "" })
}

/// What wasm-opt may use.
pub(crate) fn of_wasm_opt(simd: bool) -> impl Iterator<Item = &'static str> {
    OLDEST_OF_WASM_OPT.into_iter().chain(simd.then_some("--enable-simd"))
}

/// A module that asks for more than it should is refused by engines that nobody builds with.
pub(crate) fn refuse_newer(module: &Path, simd: bool) -> Outcome {
    let features = if simd { OLDEST.union(WasmFeatures::SIMD) } else { OLDEST };
    let bytes = fs::read(module).map_err(|error| format!("cannot read {}: {error}", module.display()))?;
    let valid = Validator::new_with_features(features).validate_all(&bytes);
    valid.map(|_| ()).map_err(|error| format!("{} asks for a newer engine than it should: {error}", module.display()))
}

/// The module without the list of features. The standard library is compiled with rustc's own, so that the list has them whatever is
/// used, and wasm-bindgen believes it.
pub(crate) fn unsaid(module: &[u8]) -> Outcome<Vec<u8>> {
    let fault = |error| format!("rustc's wasm cannot be read: {error}");
    let mut kept = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.map_err(fault)? {
            Payload::Version { range, encoding: Encoding::Module, .. } => kept.extend_from_slice(module.get(range).unwrap_or_default()),
            Payload::CustomSection(section) if section.name() == "target_features" => {}
            other => {
                if let Some((id, range)) = other.as_section() {
                    kept.push(id);
                    push_length(&mut kept, range.len());
                    kept.extend_from_slice(module.get(range).unwrap_or_default());
                }
            }
        }
    }
    Ok(kept)
}

/// A number as wasm writes it: seven bits a byte, the lowest first.
fn push_length(bytes: &mut Vec<u8>, mut length: usize) {
    while length > 0x7f {
        bytes.push(length as u8 | 0x80);
        length >>= 7;
    }
    bytes.push(length as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(name: &str, data: &[u8]) -> Vec<u8> {
        let mut section = vec![0];
        push_length(&mut section, 1 + name.len() + data.len());
        [&section[..], &[name.len() as u8], name.as_bytes(), data].concat()
    }

    #[test]
    fn the_list_goes_and_all_else_stays() {
        let (head, long) = (b"\0asm\x01\0\0\0".to_vec(), section("other", &[7; 300]));
        let module = [head.clone(), long.clone(), section("target_features", b"\0"), section("last", b"")].concat();
        assert_eq!(unsaid(&module), Ok([head, long, section("last", b"")].concat()));
        assert!(unsaid(b"no wasm").is_err());
    }
}
