// Where the time goes in the rows that fall short, and what was tried: written by hand, by the ids of goals.mjs. A text is told
// only while one of its rows is short of its goal.

export const NOTES = [
  {
    rows: [
      'batch-0.7-ajv', 'batch-2.7-ajv', 'batch-0.7-parse', 'batch-2.7-parse', 'batch-0.7-zod', 'batch-0.7-async-validator',
      'chromium-batch-0.7-ajv', 'chromium-batch-2.7-ajv',
    ],
    text: `**Batch.** No part stands out. A record of 0.7 KB takes some 11,900 instructions natively (it took 40,500, then 22,000). A third of them
are the checks of fields with what they read, a quarter is reading JSON, 15 % the rules between fields, 8 % the ids that repeat, 5 % the
photo, 4 % UTF-8. A record has 27 fields and 29 places of rules, so that a few nanoseconds for each are most of it. Taken: sixteen bytes at once,
UTF-8 by windows, the beginning of each member known ahead, 业务信息 as well, one record's room for all of a batch, codes as one word each, conditions
that know their fields by places, check digits and dates by arithmetic without divisions, a photo's bytes read only where they are asked for,
bytes copied and checked part by part, which the processor still has at hand then (6 % at 2.7 KB, a sixth at 40 KB),
\`opt-level\` 2, which is a fifth faster than \`s\` and as fast as 3. Tried without gain: simd128 by the compiler alone, not asking rules
whose field is absent, searches of texts by the standard library.`,
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
    text: `**Live.** More than half is JavaScript, most of it handing the characters into the core's memory; the rest is
the core. A peer reads a string where it lies. Of one field, the call itself, options, day and result are half.
In Chromium \`encodeInto\` takes 1 ns for each byte of a photo. Taken: texts cross as UTF-8, which the core reads in place and checks in one go;
members are read in the engine's fast loop, those of one field's rules too; in Node the texts of a record that are ASCII are encoded as
one, with a photo of up to 4 KB (half of the time that writing takes); what is known of joined texts is found once for all; a text is
put where it stays, and not by way of a place from which the processor cannot read it back at once (6 % of a record); a record
without memory of its own is not dropped field by field; of one field only what its rules read crosses; the method that reads a character is looked up once, since engines that met many kinds of strings look it up at each
character (up to 4 µs a record in Chromium); no object of a class is kept
for a moment only, since V8 gives up what it compiled for its shape when the last one is collected. Tried without gain: 业务信息
written as JSON without \`JSON.stringify\` (a fifth slower in Chromium); texts encoded as one in Chromium; with those that are not
ASCII, which the core then has to tell apart; UTF-16; four characters at a time.`,
  },
  {
    rows: ['wasm-0.7', 'wasm-2.7'],
    text: `**wasm against native.** Both are built from the same code, with sixteen bytes at once. The bytes are copied into
wasm's memory, part by part; a rule is called through a table whose bounds and types are checked; UTF-8 takes 7 % of the time at 0.7 KB and natively
4 %, since what it looks up in a register takes more steps there. In V8's machine code of the two large functions, over members and over fields, no step
takes more than a hundredth of the time. But V8 keeps no value in a register across a call, and their loops call at each turn: reading and
writing the stack is a sixth of the first and a third of the second, some 8 % of a batch. Tried without gain: loops in functions of their
own, no loop strength reduction in LLVM. Taken: a whole window is looked at for UTF-8 before
its fault is looked for (2 %).`,
  },
  {
    rows: ['native-0.7', 'native-2.7'],
    text: `**Native batch.** A third of the peer's time is serde_json; most of what is left are the usual crates. Ours finds more (names outside
the table, keys and ids that repeat); where its time goes is told at the batch.`,
  },
  {
    rows: ['growth'],
    text: `**Growth.** A record takes about as long in a batch of any size. In a stream each piece is copied once more, the record across
its edge is read again, and an event is made of it; with a million records the tables that remember ids and certificate numbers are
beyond every cache. Taken: their places are asked for some records together (0.35 µs a record), the end of a line is looked for sixteen bytes
at once, a hash stands beside its number.`,
  },
  {
    rows: ['start-empty', 'start-zod'],
    text: `**Start.** On an AMD EPYC, where it took 12 ms, 2 of them are what Node takes to find any package by its name, and 1 is reading its two files; compiling the
JavaScript, of which half is a text with the wasm in it, takes 2.5; turning that text into bytes 1, and making the module of them 0.7;
the first call takes 3.5, most of it for compiling the 80 functions of wasm that it comes to, by V8's baseline compiler. Taken: two
files instead of twelve (8 to 12 ms), tables as functions that V8 skips until they are called (2.5 ms), a decoder in wasm (2 ms). Tried
and not taken: the wasm as hexadecimal text, which Node decodes by itself, but which is 4 % larger by brotli and 70 % before; minified
modules (0.5 ms); names and citations of issues as functions too (0.2 ms); a decoder with a branch for marks (0.1 ms); JavaScript in
ASCII alone, and tables as texts of JSON (nothing).`,
  },
  {
    rows: ['size-core'],
    text: `**Size.** The core holds four kinds with every rule and table; beside wasm-bindgen it has simdutf8, wide and talc. Taken: an allocator
of 3 KB instead of 8; neither ids nor citations of rules and dictionaries in the wasm; less inlining, but where it is hot; what is cold out of
line; options as a list of texts. Spent for speed: the beginnings of members, 2.6 KB before compression. Tried and not taken: \`opt-level\`
\`s\`, a twentieth smaller and a tenth to a fifth slower; still less inlining (1 KB, 3–5 % slower); other passes of wasm-opt (nothing).`,
  },
];
