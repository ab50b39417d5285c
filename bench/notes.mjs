// Where the time goes in the rows that fall short, and what was tried: written by hand, by the ids of goals.mjs. A text is told
// only while one of its rows is short of its goal.

export const NOTES = [
  {
    rows: [
      'batch-0.7-ajv', 'batch-2.7-ajv', 'batch-0.7-parse', 'batch-2.7-parse', 'batch-0.7-zod', 'batch-0.7-async-validator',
      'chromium-batch-0.7-ajv', 'chromium-batch-2.7-ajv',
    ],
    text: `**Batch.** No part stands out. Of the time at 0.7 KB in Node, some 25 % are the checks of fields, a fifth is reading JSON, 20 % the
rules between fields, 5 % each the photo, the ids that repeat, and looking for codes in their tables, 4 % UTF-8, 8 % JavaScript with its
collector. A record has 27 fields and 25 places of rules, so that a few nanoseconds for each are most of it. Taken: sixteen bytes at once,
UTF-8 by windows, members read in the table's order at one go, every value parsed once, codes compared as numbers, \`opt-level\` 2, which is a fifth
faster than \`s\` and as fast as 3. Tried without gain: simd128 by the compiler alone, limits for its inlining.`,
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
    text: `**Live.** About half is JavaScript, most of it reading characters one by one (2 ns each) into the core's memory; half is
the core. A peer reads a string where it lies. One field costs some 0.8 µs, of which the call itself, options, day and result are half.
Taken: texts cross as UTF-8, which the core reads in place and checks in one go; members are read in the engine's fast loop; of one field
only what its rules read crosses. Tried without gain: one text of all, encoded at once; UTF-16.`,
  },
  {
    rows: ['wasm-0.7', 'wasm-2.7'],
    text: `**wasm against native.** Both are built from the same code, with sixteen bytes at once. wasm checks the bounds of each access to a
table of functions, does not inline across calls, and its \`memcmp\` goes byte by byte; the bytes are copied into its memory first.`,
  },
  {
    rows: ['native-0.7', 'native-2.7'],
    text: `**Native batch.** A third of the peer's time is serde_json, which alone takes seven tenths of ours; most of what is left are the
usual crates. Ours finds more (names outside the table, keys and ids that repeat). Of its instructions at 0.7 KB 28 % are reading JSON,
18 % checks of fields, 20 % the rules between them, 5 % ids.`,
  },
  {
    rows: ['growth'],
    text: `**Growth.** A record takes about as long in a batch of any size. In a stream each piece is copied once more, the record across
its edge is read again, and an event is made of it; with a million records the tables that remember ids and certificate numbers are
beyond every cache.`,
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
    text: `**Size.** The core holds four kinds with every rule and table; beside wasm-bindgen it has simdutf8 and wide. With \`opt-level\`
\`s\`, as the scalar core is built, it would be a seventh smaller and a fifth slower.`,
  },
];
