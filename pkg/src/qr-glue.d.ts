// wasm-bindgen's JavaScript of the QR module: a module that the build makes. What its lists and lines hold is in src/wasm/qr.rs
// and src/wasm/qr_values.rs.

export function decryptAssignment(encryCertid: string, encryKey: string, privateKey: string): string[];
export function encryptAssignment(id: string, key: string, publicKey: string): string[];
export function qrContent(encryCertid: string, encryKey: string, privateKey: string, publicKey: string, kind: string, province: string): string;
export function percentEncoded(content: string): string;
export function parseQrContent(text: string): string[];
export function qrSvg(text: string, level: string, margin: number, title: string): string;
export function qrPng(text: string, level: string, margin: number, size: number): Uint8Array<ArrayBuffer>;

/** What a text is read as. */
export enum Value {
  LicenceId,
  CertNumber,
  CreditCode,
  IdNumber,
}

export function valueParts(value: Value, text: string): string | undefined;
export function composeLicenceId(kind: string, issuer: string, certNumber: string, version: number): string;
export function nextLicenceId(text: string): string;

/** Instantiates a compiled module on the spot. */
export function initSync(source: { module: WebAssembly.Module }): unknown;

/** Instantiates a compiled module. */
export default function start(source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
