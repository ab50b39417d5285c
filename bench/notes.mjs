// Where the time goes in the rows that fall short, and what was tried: written by hand, by the ids of goals.mjs. A text is told
// only while one of its rows is short of its goal.

export const NOTES = [
  {
    rows: [
      'batch-0.7-ajv', 'batch-2.7-ajv', 'batch-0.7-parse', 'batch-2.7-parse', 'batch-0.7-zod', 'batch-0.7-async-validator',
      'chromium-batch-0.7-ajv', 'chromium-batch-2.7-ajv',
    ],
    text: `**Batch.** No part stands out: counted in instructions, natively at 0.7 KB, 32 % is reading JSON (17 % strings, of which the
check of UTF-8, text by text, is 7 %), 27 % the rules between fields, 14 % the checks of fields, 5 % base64, 4 % white space at the
ends, 2 % ids that repeat. Tried without gain: simd128 by the compiler alone, more inlining. Tried and not taken: \`opt-level\` 3, which
is a fifth faster and makes the core 7 KB (16 %) larger by brotli; 2 lies between. Taken: names in the table's order are passed
without being read, records are read where they stay, photos are measured without being decoded, bytes are looked at eight at a time.`,
  },
  {
    rows: ['batch-40-ajv', 'batch-40-parse'],
    text: `**Batch of large photos.** Three quarters is going over the photo's characters: scanning, the check of UTF-8, base64. \`atob\`
of Node 20 decodes 40 KB in some 8 µs, so that the peers take little more than \`JSON.parse\` alone, and nine times faster than ajv
asks for more than a quarter of \`JSON.parse\` does.`,
  },
  {
    rows: [
      'live-0.7-hand-written', 'live-2.7-hand-written', 'live-0.7-ajv', 'live-2.7-ajv', 'live-40-ajv', 'field-0.7-hand-written',
      'field-0.7-async-validator', 'chromium-live-0.7-ajv', 'chromium-live-2.7-ajv',
    ],
    text: `**Live.** About half is JavaScript that reads members and writes their characters into the core's memory, and half is the
core, which has fixed costs for each field. A peer reads a string where it lies. Taken: short texts cross as UTF-8, which the core
reads in place, and not as UTF-16; of one field only what its rules read crosses.`,
  },
  {
    rows: ['wasm-0.7', 'wasm-2.7'],
    text: `**wasm against native.** The core's wasm is built with \`opt-level\` \`s\` and without explicit SIMD, the native library with
3 for a machine whose \`memcmp\` and \`memmove\` are vectors.`,
  },
  {
    rows: ['native-0.7', 'native-2.7'],
    text: `**Native batch.** serde_json and validator are fast: a third of their time is reading, and with the usual crates they take two fifths
more than with our readers. Of our instructions 32 % are reading JSON and 46 % checks, as above; reading alone costs ours more than
serde_json.`,
  },
  {
    rows: ['growth'],
    text: `**Growth.** From 100 to 100,000 records a batch takes 15 % more a record. With 4,000 records a stream takes 5 to 20 % more than a
batch, by the size of its pieces. The rest of the way to 1,000,000 is not explained: the tables that remember ids and certificate
numbers are beyond every cache then, and grow by a quarter at a time, which keeps them small.`,
  },
  {
    rows: ['start-empty', 'start-zod'],
    text: `**Start.** Of some 12 ms, 2 are what Node takes to find any package by its name, and 1 is reading its two files; compiling the
JavaScript, of which half is a text with the wasm in it, takes 2.5; turning that text into bytes 1, and making the module of them 0.7;
the first call takes 3.5, most of it for compiling the 80 functions of wasm that it comes to, by V8's baseline compiler. Taken: two
files instead of twelve (8 to 12 ms), tables as functions that V8 skips until they are called (2.5 ms), a decoder in wasm (2 ms). Tried
and not taken: the wasm as hexadecimal text, which Node decodes by itself, but which is 4 % larger by brotli and 70 % before; minified
modules (0.5 ms); names and citations of issues as functions too (0.2 ms); JavaScript in ASCII alone (nothing).`,
  },
  {
    rows: ['size-core'],
    text: `**Size.** The core holds four kinds with every rule and table, and no dependency but wasm-bindgen. It is built with
\`opt-level\` \`s\`, since 3 is 16 % larger.`,
  },
];
