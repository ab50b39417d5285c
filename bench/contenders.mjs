// Who is timed, doing what: the batch from bytes, whole records live, one field live. Every contender counts what it finds,
// so that no work is left out.
import { validate, validateBatch, validateField } from 'mohurd-ecert';
import { TODAY } from './peers/facts.mjs';
import { FIELD_PEERS } from './peers/field.mjs';

export const OURS = 'mohurd-ecert';
export const PARSE = 'decode + JSON.parse';
const OPTIONS = { today: TODAY };

/** What was counted last; kept where the engine cannot prove that nobody reads it. */
export const seen = { count: 0 };

/** Ours, as the peers are called. */
export const oursOf = (kind) => (record) => validate(kind, record, OPTIONS).issues.map(({ field }) => field);

function parse(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function judge(list, check) {
  let count = 0;
  for (const record of list) count += check(record).length;
  seen.count = count;
}

/** From the UTF-8 bytes of an array to all findings. */
export function batch(bytes, peers, kind) {
  return {
    [OURS]: () => {
      seen.count = validateBatch(kind, bytes, OPTIONS).issues.length;
    },
    [PARSE]: () => {
      seen.count = parse(bytes).length;
    },
    ...Object.fromEntries(Object.entries(peers).map(([name, check]) => [name, () => judge(parse(bytes), check)])),
  };
}

/** Records that are objects already. */
export function live(list, peers, kind) {
  const ours = (record) => validate(kind, record, OPTIONS).issues;
  return {
    [OURS]: () => judge(list, ours),
    ...Object.fromEntries(Object.entries(peers).map(([name, check]) => [name, () => judge(list, check)])),
  };
}

/** One field of each record, three fields in turn. */
export function oneField(list) {
  const run = (checkOf) => {
    const checks = FIELD_PEERS.map(checkOf);
    return () => {
      let count = 0;
      for (const check of checks) for (const record of list) if (!check(record)) count++;
      seen.count = count;
    };
  };
  return {
    [OURS]: run(
      ({ name }) =>
        (record) =>
          validateField('manager', name, record, OPTIONS).length === 0,
    ),
    'hand-written': run((peer) => peer['hand-written']),
    'async-validator': run((peer) => peer['async-validator']),
  };
}

/** How often the three contenders find the fields wrong: the same number, or a list of them. */
export function fieldCounts(list) {
  return Object.entries(oneField(list)).map(([name, run]) => {
    run();
    return { name, count: seen.count };
  });
}
