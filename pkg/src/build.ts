// The request body, written by the core once every record is without an error.

import { BUILD, runBatch } from './batch.js';
import type { Core } from './core.js';
import { ValidationError, inputError } from './errors.js';
import { KINDS } from './generated/layout.js';
import { isError, readIssues } from './issues.js';
import { compile, type Compiled } from './options.js';
import { isArray } from './pack.js';
import type { BuildOptions, Issue } from './shapes.js';
import { kindIndex, type Kind, type RecordOf, type RequestOf } from './tables.js';

/**
 * The exact body to send: the envelope, and in it every record with the table's fields in the document's order, trimmed,
 * dates as `yyyy-MM-dd`; absent and unknown fields are left out.
 *
 * @throws ValidationError when a record has an error; `issues` holds all that was found.
 * @throws InputError when the kind, an option or the array is malformed, or `certType` is missing for previews.
 *
 * @example
 * const body = buildRequest('preview', [{ ID, zzeCertID, url }], { certType: '1' });
 */
export function buildRequest<K extends Kind>(
  kind: K,
  records: readonly (Partial<RecordOf<K>> | object)[],
  options?: BuildOptions,
): RequestOf<K> {
  return JSON.parse(buildRequestJson(kind, records, options)) as RequestOf<K>;
}

/**
 * The body of `buildRequest` as JSON text, without the way through objects.
 *
 * @throws ValidationError and InputError as `buildRequest` does.
 *
 * @example
 * await fetch(url, { method: 'POST', body: buildRequestJson('special', records) });
 */
export function buildRequestJson<K extends Kind>(
  kind: K,
  records: readonly (Partial<RecordOf<K>> | object)[],
  options?: BuildOptions,
): string {
  const index = kindIndex(kind);
  const compiled = compile(options);
  if (!isArray(records)) throw inputError('records 应为数组。', 'records must be an array.');
  if (KINDS[index] === 'preview' && !compiled.certTypeGiven) {
    throw inputError(
      '电子证照预览地址须用 options.certType 说明证照种类。',
      'A preview needs options.certType: it serves all three certificates.',
    );
  }
  return runBatch(index, records, compiled, BUILD, bodyText);
}

function bodyText(core: Core, at: number, kind: number, compiled: Compiled): string {
  const issues = readIssues(core, at, kind, 'batch', compiled.locale);
  if (issues.some(isError)) throw refused(issues, compiled);
  const words = core.result();
  return core.text(words[(at >>> 2) + 6]!, words[(at >>> 2) + 7]!);
}

function refused(issues: Issue[], { locale }: Compiled): ValidationError {
  const errors = issues.filter(isError);
  const first = errors[0]?.message ?? '';
  const message =
    locale === 'en'
      ? `The records have ${errors.length} error(s): no body was built. The first: ${first}`
      : `记录中有 ${errors.length} 处错误，未生成请求体。第一处：${first}`;
  return new ValidationError(message, issues);
}
