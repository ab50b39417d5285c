// How wasm lies in a script: as a text that platform.ts decodes. A byte is one character, or two, and the same bytes are always the
// same characters, so that what a server compresses keeps its pattern: brotli and gzip make a fifth less of it than of base64. All
// of it is ASCII, which a page in another charset cannot spoil.

const FIRST = 36;
const ALPHABET = 91;

/** The text of bytes: characters from `$` to `~`, each after `!` or `#` where its byte is beyond the first 91 or 182. */
export function inlined(bytes) {
  let text = '';
  for (const byte of bytes) text += ['', '!', '#'][Math.floor(byte / ALPHABET)] + String.fromCharCode(FIRST + (byte % ALPHABET));
  return text;
}
