// Text to UTF-8 and back. TextEncoder and TextDecoder are made when first needed, and done without where there are
// none: jsdom has neither. It knows nothing of records.

import { tooLarge } from './errors.js';

let encoder: TextEncoder | undefined;
let decoder: TextDecoder | undefined;

const LONE_SURROGATE = /[\ud800-\udfff]/u;
const wellFormed = (String.prototype as { isWellFormed?: () => boolean }).isWellFormed;

/** Whether every surrogate in the text has its partner. */
export function isWellFormed(text: string): boolean {
  return wellFormed ? wellFormed.call(text) : !LONE_SURROGATE.test(text);
}

function sharedEncoder(): TextEncoder | undefined {
  if (encoder === undefined && typeof TextEncoder === 'function') encoder = new TextEncoder();
  return encoder;
}

/** Writes the UTF-8 of a well-formed text into memory; answers its bytes, or -1 where there is nothing to do it with. */
export function encodeInto(text: string, bytes: Uint8Array): number {
  const encoder = sharedEncoder();
  return encoder?.encodeInto ? encoder.encodeInto(text, bytes).written : -1;
}

/** The UTF-8 of a text; U+FFFD for an unpaired surrogate. */
export function encode(text: string): Uint8Array {
  const encoder = sharedEncoder();
  if (encoder) {
    try {
      return encoder.encode(text);
    } catch {
      throw tooLarge();
    }
  }
  const escaped = encodeURIComponent(isWellFormed(text) ? text : text.replace(/[\ud800-\udfff]/gu, '\ufffd'));
  const bytes = escaped.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Uint8Array.from(bytes, (unit) => unit.charCodeAt(0));
}

/** The UTF-8 of a JSON text. An unpaired surrogate is written as the escape that means it, so that it is not lost. */
export function encodeJson(json: string): Uint8Array {
  return encode(isWellFormed(json) ? json : escapeLoneSurrogates(json));
}

/** The text encoder of wasm-bindgen's JavaScript, in the place of its own. */
export const glueEncoder = {
  encode,
  encodeInto(text: string, bytes: Uint8Array): { written: number } {
    const encoder = sharedEncoder();
    if (encoder?.encodeInto) return encoder.encodeInto(text, bytes);
    const encoded = encode(text);
    bytes.set(encoded);
    return { written: encoded.length };
  },
};

function escapeLoneSurrogates(json: string): string {
  return json.replace(/[\ud800-\udfff]/gu, (unit, at: number) => {
    let before = at;
    while (json[before - 1] === '\\') before--;
    // Behind an odd number of backslashes the text is no JSON, and must not become any.
    return (at - before) % 2 === 1 ? unit : `\\u${unit.charCodeAt(0).toString(16)}`;
  });
}

/** The text of UTF-8 that the core wrote. */
export function decode(bytes: Uint8Array): string {
  if (decoder === undefined && typeof TextDecoder === 'function') decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  if (decoder) {
    try {
      return decoder.decode(bytes);
    } catch {
      throw tooLarge();
    }
  }
  let escaped = '';
  bytes.forEach((byte) => (escaped += `%${byte < 16 ? '0' : ''}${byte.toString(16)}`));
  return decodeURIComponent(escaped);
}
