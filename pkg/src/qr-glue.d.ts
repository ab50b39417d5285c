// wasm-bindgen's JavaScript of the QR module: a module that the build makes. What its lists hold is in src/wasm/qr.rs
// and src/wasm/qr_values.rs.

export function decryptAssignment(encryCertid: string, encryKey: string, privateKey: string): string[];
export function encryptAssignment(id: string, key: string, publicKey: string): string[];
export function qrContent(encryCertid: string, encryKey: string, privateKey: string, publicKey: string, kind: string, province: string): string;
export function percentEncoded(content: string): string;
export function parseQrContent(text: string): string[];
export function qrSvg(text: string, level: string, margin: number, title: string): string;
export function qrPng(text: string, level: string, margin: number, size: number): Uint8Array<ArrayBuffer>;

export function zzeCertIdCompose(kind: string, issuer: string, certNum: string, version: number): string;
export function zzeCertIdNext(text: string): string;
export function zzeCertIdParse(
  text: string,
): [canonical: string, type: string, kind: string, issuer: string, serial: string, version: string, check: string, valid: string] | undefined;
export function certNumParse(
  text: string,
):
  | [
      canonical: string, kind: string, province: string, front: string, city: string, group: string, year: string, serial: string,
      suffix: string,
    ]
  | undefined;
export function creditCodeCheck(
  text: string,
):
  | [
      canonical: string, department: string, type: string, region: string, body: string, check: string, expectedCheck: string,
      valid: string,
    ]
  | undefined;
export function idNumberParse(
  text: string,
): [canonical: string, region: string, birthDate: string, gender: string, valid: string] | undefined;

/** Instantiates a compiled module on the spot. */
export function initSync(source: { module: WebAssembly.Module }): unknown;

/** Instantiates a compiled module. */
export default function start(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
