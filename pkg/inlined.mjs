// How wasm lies in a script: as a text that platform.ts has decoded. A byte is one character, or two, and the same bytes are always the
// same characters, so that what a server compresses keeps its pattern: brotli and gzip make a fifth less of it than of base64. All
// of it is ASCII, which a page in another charset cannot spoil.

const FIRST = 36;
const ALPHABET = 91;
const MARKS = ['', '!', '#'];

/** The text of bytes: characters from `$` to `~`, each after `!` or `#` where its byte is beyond the first 91 or 182. */
export function inlined(bytes) {
  let text = '';
  for (const byte of bytes) text += MARKS[Math.floor(byte / ALPHABET)] + String.fromCharCode(FIRST + (byte % ALPHABET));
  return text;
}

/**
 * Turns such a text back into bytes, in place: takes the length of the text at 0 and answers that of the bytes. It is wasm itself,
 * because an engine runs a loop of JavaScript slowly for longer than this takes.
 */
export const DECODER = `
(module
  (memory (import "js" "memory") 1)
  (func (export "decode") (param $end i32) (result i32) (local $at i32) (local $length i32) (local $unit i32) (local $less i32)
    (local.set $less (i32.const ${FIRST}))
    (loop $next
      (local.set $unit (i32.load8_u (local.get $at)))
      ;; What is written for a mark is written over by what it marks.
      (i32.store8 (local.get $length) (i32.sub (local.get $unit) (local.get $less)))
      (local.set $length (i32.add (local.get $length) (i32.ge_u (local.get $unit) (i32.const ${FIRST}))))
      (local.set $less (select
        (i32.const ${FIRST})
        (select (i32.const ${FIRST - 2 * ALPHABET}) (i32.const ${FIRST - ALPHABET}) (i32.eq (local.get $unit) (i32.const ${MARKS[2].charCodeAt(0)})))
        (i32.ge_u (local.get $unit) (i32.const ${FIRST}))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (local.get $length)))`;
