// A stream finds what a batch finds in the whole, however the bytes are cut; it waits for its reader, ends when told to, and keeps
// nothing.
import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import test from 'node:test';
import { example, validate, validateBatch, validationStream } from 'mohurd-ecert';
import { KINDS, OPTIONS, SAFETY, refusal } from './support.mjs';

const encode = (text) => new TextEncoder().encode(text);

/** The bytes in chunks of that size. */
function chunked(bytes, size) {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, (at += size)));
      else controller.close();
    },
  });
}

/** All that a stream tells, as a batch would; each event is looked at. */
async function collect(readable) {
  const issues = [];
  let last;
  for await (const event of readable) {
    assert.deepEqual(Object.keys(event), ['total', 'valid', 'invalid', 'issues', 'bytes', 'done']);
    assert.ok(!last?.done && event.total >= (last?.total ?? 0) && event.bytes >= (last?.bytes ?? 0));
    assert.ok(event.done || event.total > (last?.total ?? 0), 'an event has news');
    assert.equal(event.invalid, event.total - event.valid);
    issues.push(...event.issues);
    last = event;
  }
  assert.equal(last.done, true);
  const { total, valid, invalid } = last;
  return { total, valid, invalid, issues };
}

const streamed = (kind, bytes, size, options = OPTIONS) => collect(chunked(bytes, size).pipeThrough(validationStream(kind, options)));

/** Right and wrong records of a kind, with ids and numbers that stand twice, and entries that are none. */
function records(kind, count) {
  const one = example(kind);
  const [id] = Object.keys(one);
  return Array.from({ length: count }, (_, number) => {
    if (number % 11 === 10) return number;
    const record = { ...one, [id]: String(number % 7).repeat(32) };
    if (number % 3 === 0) record.unknown = 'x'.repeat(number);
    if (number % 5 === 0) delete record[Object.keys(one)[number % Object.keys(one).length]];
    return record;
  });
}

const text = {
  array: (all) => JSON.stringify(all),
  'array with space': (all) => `\ufeff ${JSON.stringify(all, null, 2)}\n\n`,
  lines: (all) => all.map((each) => JSON.stringify(each)).join('\r\n'),
  'lines with a mark': (all) => `\ufeff${all.map((each) => JSON.stringify(each)).join('\n\n')}\n`,
  'broken lines': (all) => all.map((each, at) => (at % 4 ? JSON.stringify(each) : JSON.stringify(each).slice(0, -3))).join('\n'),
  'broken array': (all) => `[${all.map((each, at) => (at % 4 ? JSON.stringify(each) : JSON.stringify(each).replace('":"', '"'))).join(',')}]`,
  'cut array': (all) => JSON.stringify(all).slice(0, -9),
  'one object': (all) => JSON.stringify(all[0], null, 2),
  'something behind': (all) => `${JSON.stringify(all)}{}`,
  nothing: () => ' \n ',
};

for (const [name, write] of Object.entries(text)) {
  test(`${name}: what a batch finds, in any chunks`, async () => {
    for (const kind of KINDS) {
      const bytes = encode(write(records(kind, 40)));
      const expected = validateBatch(kind, bytes, OPTIONS);
      for (const size of [1, 7, 65536]) {
        const told = await streamed(kind, bytes, size);
        assert.deepEqual(told, expected);
        assert.equal(JSON.stringify(told), JSON.stringify(expected));
      }
    }
  });
}

test('bytes of all kinds, and large chunks', async () => {
  const bytes = encode(text.lines(records('safety', 2000)));
  const expected = JSON.stringify(validateBatch('safety', bytes, { ...OPTIONS, locale: 'en' }));
  const half = bytes.length >> 1;
  const chunks = [bytes.slice(0, half).buffer, new DataView(bytes.buffer, half, 9), new Uint8Array(0), Buffer.from(bytes.subarray(half + 9))];
  const told = await collect(ReadableStream.from(chunks).pipeThrough(validationStream('safety', { ...OPTIONS, locale: 'en' })));
  assert.equal(JSON.stringify(told), expected);
  await assert.rejects(collect(ReadableStream.from(['{}']).pipeThrough(validationStream('safety'))), { name: 'InputError' });
  await assert.rejects(collect(ReadableStream.from([5]).pipeThrough(validationStream('safety'))), /Uint8Array/);
});

test('a file, and the whole in the shape of the platform', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'ecert-'));
  try {
    const bytes = encode(text.array(records('manager', 500)));
    await writeFile(join(dir, 'records.json'), bytes);
    const stream = validationStream('manager', OPTIONS);
    assert.ok(stream instanceof TransformStream && stream.readable instanceof ReadableStream && stream.writable instanceof WritableStream);
    const told = await collect(Readable.toWeb(createReadStream(join(dir, 'records.json'))).pipeThrough(stream));
    assert.deepEqual(told, validateBatch('manager', bytes, OPTIONS));
    assert.deepEqual(await collect(new Blob([bytes]).stream().pipeThrough(validationStream('manager', OPTIONS))), told);
  } finally {
    await rm(dir, { recursive: true });
  }
});

test('many issues come in several events', async () => {
  const bytes = encode('{}\n'.repeat(30_000));
  let events = 0;
  for await (const { issues } of chunked(bytes, bytes.length).pipeThrough(validationStream('safety', OPTIONS))) {
    assert.ok(issues.length < 6000);
    events++;
  }
  assert.ok(events > 20);
  assert.equal(JSON.stringify(await streamed('safety', bytes, 65536)), JSON.stringify(validateBatch('safety', bytes, OPTIONS)));
});

test('several at once, with calls between that have other options', async () => {
  const strict = { ...OPTIONS, profile: 'strict', locale: 'en', rules: { 'field/unknown': 'error' } };
  const runs = KINDS.flatMap((kind) => [[kind, OPTIONS], [kind, strict]]).map(([kind, options]) => {
    const bytes = encode(text.array(records(kind, 30)));
    return { kind, options, bytes, reader: chunked(bytes, 999).pipeThrough(validationStream(kind, options)).getReader(), issues: [] };
  });
  while (runs.some((run) => !run.ended)) {
    for (const run of runs.filter(({ ended }) => !ended)) {
      const { value, done } = await run.reader.read();
      if (value) run.issues.push(...value.issues);
      if (value?.done) run.total = value.total;
      run.ended = done;
      assert.equal(validate('safety', SAFETY, { today: '2024-01-01', rules: { 'field/required': 'off' } }).valid, true);
      assert.equal(validateBatch('preview', '[{}]', strict).total, 1);
    }
  }
  for (const { kind, options, bytes, issues, total } of runs) {
    const expected = validateBatch(kind, bytes, options);
    assert.equal(total, expected.total);
    assert.equal(JSON.stringify(issues), JSON.stringify(expected.issues));
  }
});

test('a stream waits for whoever reads it', async () => {
  let pulled = 0;
  const line = encode('{}\n');
  const source = new ReadableStream({ pull: (controller) => void (pulled++, controller.enqueue(line)) }, { highWaterMark: 0 });
  const reader = source.pipeThrough(validationStream('safety', OPTIONS)).getReader();
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
  await settled();
  const before = pulled;
  assert.ok(before <= 3, `${before}`);
  for (let read = 1; read <= 10; read++) await reader.read();
  await settled();
  assert.ok(pulled - before <= 20, `${pulled}`);
  const after = pulled;
  await settled();
  assert.equal(pulled, after);
  await reader.cancel();
});

test('a chunk of many pieces waits too', async () => {
  const stream = validationStream('safety', OPTIONS);
  const [writer, reader] = [stream.writable.getWriter(), stream.readable.getReader()];
  let written = false;
  const writing = writer.write(encode(`{"x":"${'x'.repeat(9_990)}"}\n`.repeat(100))).then(() => (written = true));
  for (let total = 0; total < 99; ) {
    assert.equal(written, false);
    const { value } = await reader.read();
    assert.ok(value.total - total < 50);
    total = value.total;
    await new Promise((resolve) => setTimeout(resolve));
  }
  await writing;
});

test('a signal ends it with its reason, at any time', async () => {
  const reason = new Error('enough');
  const aborted = AbortSignal.abort(reason);
  const early = validationStream('safety', { ...OPTIONS, signal: aborted });
  await assert.rejects(early.readable.getReader().read(), reason);
  await assert.rejects(early.writable.getWriter().write(encode('{}')), reason);

  const controller = new AbortController();
  const stream = validationStream('safety', { ...OPTIONS, signal: controller.signal });
  const [reader, writer] = [stream.readable.getReader(), stream.writable.getWriter()];
  writer.write(encode('{}\n{}\n{}')).catch(() => undefined);
  assert.equal((await reader.read()).value.total, 2);
  const writes = [writer.write(encode('{}\n')), writer.close()].map((write) => assert.rejects(write, reason));
  controller.abort(reason);
  await assert.rejects(reader.read(), reason);
  await Promise.all(writes);

  const late = new AbortController();
  assert.equal((await streamed('safety', encode('[{}]'), 9, { ...OPTIONS, signal: late.signal })).total, 1);
  late.abort(reason);
});

test('cancelled by its reader or aborted by its writer, it ends on the other side', async () => {
  const reason = new Error('enough');
  for (const wait of [false, true]) {
    const cancelled = validationStream('safety', OPTIONS);
    const writer = cancelled.writable.getWriter();
    const writes = wait ? [writer.write(encode('{}\n')), writer.write(encode('{}\n'))].map((write) => write.catch((error) => error)) : [];
    await cancelled.readable.cancel(reason);
    await assert.rejects(writer.write(encode('{}')), reason);
    await Promise.all(writes);

    const aborted = validationStream('safety', OPTIONS);
    const other = aborted.writable.getWriter();
    if (wait) other.write(encode('{}\n')).catch(() => undefined);
    const reading = wait ? undefined : aborted.readable.getReader().read();
    await other.abort(reason);
    await assert.rejects(reading ?? aborted.readable.getReader().read(), reason);
  }
});

test('wrong calls are refused at once', () => {
  refusal(() => validationStream('safty'), 'safty');
  refusal(() => validationStream('safety', { profil: 'strict' }));
  refusal(() => validationStream('safety', { profile: 'SECRET' }), 'SECRET');
  refusal(() => validationStream('safety', []));
  refusal(() => validationStream('safety', null));
  for (const signal of [null, 5, {}, 'SECRET']) refusal(() => validationStream('safety', { signal }), 'SECRET');
});

test('too large a record ends it, and says which one it is', async () => {
  const large = new Uint8Array(2 ** 24 + 1).fill(0x20);
  for (const [before, after] of [['[{},', '{}]'], ['{}\n"', '"\n{}']]) {
    const inside = before.startsWith('[') ? large.slice().fill(0x22, 0, 1) : large;
    const bytes = Buffer.concat([encode(before), inside, encode(after)]);
    await assert.rejects(streamed('safety', bytes, 2 ** 20), (error) => {
      assert.equal(error.name, 'InputError');
      assert.match(error.message, /第 2 条.*Record 2 .*16 MiB/s);
      return true;
    });
  }
  const fits = `[{"photo":"${'x'.repeat(2 ** 24 - 20)}"},{}]`;
  assert.equal(JSON.stringify(await streamed('safety', encode(fits), 2 ** 20)), JSON.stringify(validateBatch('safety', fits, OPTIONS)));
});
