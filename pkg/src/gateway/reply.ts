// The reading of a reply that another HTTP stack fetched.

import { kindIndex, type Kind } from '../tables.js';
import { members, oneOf, optional, wrong } from './checks.js';
import { clientNow } from './client-instance.js';
import { packAll } from './packed.js';
import type { ReplyOptions, SubmitReport } from './shapes.js';

/**
 * What the text of a reply says of the records that were sent: the report of a submission, for teams with an HTTP stack of their
 * own. JSON in either envelope, or a SOAP envelope. Whatever the text is, each record has its outcome.
 *
 * @throws InputError when the kind, the text or an option is malformed; Error in a page that has not awaited `init()` nor used a
 * `Gateway`.
 *
 * @example
 * const { outcomes } = parseReply('safety', await response.text(), { records: [record] });
 */
export function parseReply(kind: Kind, text: string, options?: ReplyOptions): SubmitReport {
  const index = kindIndex(kind);
  if (typeof text !== 'string') throw wrong('text', '字符串', 'a string');
  const given = members('options', options, ['records', 'locale']);
  const packed = packAll(index, given['records'] ?? [{}]);
  const records = packed.filter((each) => each !== null);
  if (records.length < packed.length) throw wrong('options.records', '记录的数组', 'an array of records');
  const locale = optional('options.locale', given['locale'], (where, value) => oneOf(where, value, ['zh-CN', 'en'] as const));
  return clientNow().parseReply(index, text, records, locale === 'en') as SubmitReport;
}
