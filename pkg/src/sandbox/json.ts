// What a caller gives, as the JSON text that the sandbox reads. What is wrong with it, the sandbox says; here it is put into words.

import { inputError } from '../errors.js';

/** As JSON; what JSON would drop or change (NaN, a function) becomes a number that no member can be. */
export function written(where: string, value: unknown): string {
  try {
    return JSON.stringify(value, (_, member: unknown) => (isJson(member) ? member : -1));
  } catch {
    throw inputError(`${where} 应为能写成 JSON 的数据。`, `${where} must be data that can be written as JSON.`);
  }
}

function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return value === undefined || ['string', 'boolean', 'object'].includes(typeof value);
}

/** Does what may be refused; a refusal names the member, below `where`. */
export function refusing<T>(where: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (typeof error !== 'string') throw error;
    const [member, zh, en] = JSON.parse(error) as [string, string, string];
    const place = [where, member].filter(Boolean).join('.');
    throw inputError(`${place} ${zh}。`, `${place} ${en}.`);
  }
}
