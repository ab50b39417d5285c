// The checks of arguments that the files beside it share. A sentence names the member, never what was given.

import { inputError } from '../errors.js';

/** The longest time, and the highest count: a timer takes no more. */
const MOST = 2 ** 31 - 1;

export function wrong(where: string, zh: string, en: string): Error {
  return inputError(`${where} 应为${zh}。`, `${where} must be ${en}.`);
}

/** The members of an object, of which each must be known. Absent: none. */
export function members(where: string, value: unknown, known: readonly string[]): Record<string, unknown> {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(where, '对象', 'an object');
  const given: Record<string, unknown> = { ...value };
  if (Object.keys(given).every((name) => known.includes(name))) return given;
  throw inputError(
    `${where} 中有未知的成员，可用：${known.join('、')}。`,
    `${where} has an unknown member; there are: ${known.join(', ')}.`,
  );
}

export function text(where: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw wrong(where, '非空字符串', 'a string that is not empty');
}

/** A text that can be the value of a header. */
export function visible(where: string, value: unknown): string {
  if (typeof value === 'string' && /^[!-~]+$/.test(value)) return value;
  throw wrong(where, '由可见的 ASCII 字符组成的非空字符串', 'a string of visible ASCII characters that is not empty');
}

export function flag(where: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw wrong(where, 'true 或 false', 'true or false');
}

export function whole(where: string, value: unknown, least: number): number {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= MOST) return value as number;
  throw wrong(where, `不小于 ${least} 的整数`, `a whole number, at least ${least}`);
}

export function callable(where: string, value: unknown): (...args: unknown[]) => unknown {
  if (typeof value === 'function') return value as (...args: unknown[]) => unknown;
  throw wrong(where, '函数', 'a function');
}

export function oneOf<T>(where: string, value: unknown, values: readonly T[]): T {
  if (values.includes(value as T)) return value as T;
  const listed = values.map((each) => JSON.stringify(each));
  throw wrong(where, `以下之一：${listed.join('、')}`, `one of ${listed.join(', ')}`);
}

/** An IP address, of either version. */
export function ip(where: string, value: unknown): string {
  if (typeof value === 'string' && (isIpV4(value) || isIpV6(value))) return value;
  throw wrong(where, 'IP 地址', 'an IP address');
}

function isIpV4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
}

function isIpV6(text: string): boolean {
  try {
    return /^[\da-f:.]+$/i.test(text) && new URL(`http://[${text}]/`).hostname !== '';
  } catch {
    return false;
  }
}

/** The value, where there is one, checked. */
export function optional<T>(where: string, value: unknown, check: (where: string, value: unknown) => T): T | undefined {
  return value === undefined ? undefined : check(where, value);
}
