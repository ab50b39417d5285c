// Where the time goes in the rows that fall short, and what was tried: written by hand, by the ids of goals.mjs. A text is told
// only while one of its rows is short of its goal.

export const NOTES = [
  {
    rows: [
      'batch-0.7-ajv', 'batch-2.7-ajv', 'batch-0.7-parse', 'batch-2.7-parse', 'batch-0.7-zod', 'batch-0.7-async-validator',
      'chromium-batch-0.7-ajv', 'chromium-batch-2.7-ajv',
    ],
    text: `**Batch.** Of the core's time the scanning of strings takes 11 %, the check of UTF-8, string by string, 7 %, and base64 6 %;
the rest is spread over the reading of members and the checks of fields. Tried without gain: simd128 by the compiler alone, more
inlining. Tried and not taken: \`opt-level\` 2, which is 12 to 17 % faster and makes the core 12 % larger. Taken: members are
expected in the table's order, and photos are measured without being decoded.`,
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
reads in place, and not as UTF-16.`,
  },
  {
    rows: ['wasm-0.7', 'wasm-2.7'],
    text: `**wasm against native.** The core's wasm is built with \`opt-level\` \`s\` and without explicit SIMD, the native library with
3 for a machine whose \`memcmp\` and \`memmove\` are vectors.`,
  },
  {
    rows: ['native-0.7', 'native-2.7'],
    text: `**Native batch.** The peers have the library's own readers here, so that what is compared is reading JSON and handing on
values. Of ours, sampled by \`perf\` at 0.7 KB: scanning strings 12 %, comparing (names, codes) 9 %, copying records 8 %, the reading of
records and members 12 %, UTF-8 5 %, ids that repeat 3 %; the rest is checks.`,
  },
  {
    rows: ['start-empty', 'start-zod'],
    text: `**Start.** Most is importing the modules, which hold the tables and the wasm as text. Decoding that text and the first call
take about half as long; compiling the wasm takes 1 ms.`,
  },
  {
    rows: ['size-core'],
    text: `**Size.** The core holds four kinds with every rule and table, and no dependency but wasm-bindgen. It is built with
\`opt-level\` \`s\`, since 2 is 12 % larger.`,
  },
];
