// Where the time goes in the rows that fall short, and what was tried: written by hand, by the ids of goals.mjs. A text is told
// only while one of its rows is short of its goal.

export const NOTES = [
  {
    rows: ['batch-0.7-ajv', 'batch-2.7-ajv', 'batch-0.7-parse', 'batch-2.7-parse', 'batch-0.7-zod', 'batch-0.7-async-validator',
      'chromium-batch-0.7-ajv', 'chromium-batch-2.7-ajv'],
    text: `**Batch.** Of the core's time the scanning of strings takes 11 %, the check of UTF-8, string by string, 7 %, and base64 6 %;
the rest is spread over the reading of members and the checks of fields. Tried without gain: simd128 by the compiler alone, more
inlining. Tried and not taken: \`opt-level\` 2, which is 12 to 17 % faster and makes the core 12 % larger. Taken: members are expected in
the table's order, and photos are measured without being decoded.`,
  },
  {
    rows: ['batch-40-ajv', 'batch-40-parse'],
    text: `**Batch of large photos.** Nearly all is base64. \`atob\` of Node 20 decodes 40 KB in some 8 µs, so that the peers are not far from
\`JSON.parse\` alone: nine times faster than ajv would be less than what the other row asks of us.`,
  },
  {
    rows: ['live-0.7-hand-written', 'live-2.7-hand-written', 'live-0.7-ajv', 'live-2.7-ajv', 'live-40-ajv', 'field-0.7-hand-written',
      'field-0.7-async-validator', 'chromium-live-0.7-ajv', 'chromium-live-2.7-ajv'],
    text: `**Live.** About half is JavaScript that reads members and writes their characters into the core's memory, and half is the core, which has
fixed costs for each field. A peer reads a string where it lies. Taken: short texts cross as UTF-8 where they are ASCII, instead of as
UTF-16, so that the core need not turn them.`,
  },
  {
    rows: ['start-empty', 'start-zod'],
    text: `**Start.** Compiling the wasm is most of it; what is left is decoding it from text and loading the tables.`,
  },
  {
    rows: ['size-core'],
    text: `**Size.** The core holds four kinds, every rule and their tables. \`opt-level\` \`s\` is taken; no dependency but wasm-bindgen is in it.`,
  },
];
