// A log entry, as the client takes it: texts. Whether a text is of the document's form is the client's to say; here stands what
// to give instead.

import { inputError } from '../errors.js';
import { members, text, wrong } from './checks.js';

/** The members, each with what it must be. */
const MEMBERS: Record<string, readonly [zh: string, en: string]> = {
  interfaceId: ['非空字符串', 'a string that is not empty'],
  logType: ['1、2 或 3', '1, 2 or 3'],
  logId: ['非空字符串', 'a string that is not empty'],
  method: ['GET 或 POST', 'GET or POST'],
  requestTime: ['真实存在的时间，写作 yyyy-MM-dd HH:mm:ss', 'a time that exists, as yyyy-MM-dd HH:mm:ss'],
  responseTime: ['真实存在的时间，写作 yyyy-MM-dd HH:mm:ss', 'a time that exists, as yyyy-MM-dd HH:mm:ss'],
  remoteIp: ['IP 地址', 'an IP address'],
  status: ['200、500 或不超过三位的数字', '200, 500 or a number of up to three digits'],
  path: ['完整的 http 或 https 地址', 'a whole http or https address'],
};

/** Data, or JSON text of it. */
const PARAMS = ['requestParams', 'responseParams'];

/** The entry with every member as text. */
export function entryTexts(entry: unknown): Record<string, string> {
  if (entry === undefined) throw wrong('entry', '对象', 'an object');
  const given = members('entry', entry, [...Object.keys(MEMBERS), ...PARAMS]);
  const texts: Record<string, string> = {};
  for (const name of Object.keys(MEMBERS)) texts[name] = plain(name, given[name]);
  for (const name of PARAMS) texts[name] = params(`entry.${name}`, given[name]);
  return texts;
}

/** What is wrong with a member that the client could not read. */
export function refused(member: string): Error {
  const [zh, en] = MEMBERS[member] ?? ['', ''];
  return inputError(`entry.${member} 应为${zh}。`, `entry.${member} must be ${en}.`);
}

function plain(name: string, value: unknown): string {
  const isNumber = typeof value === 'number' && (name === 'logType' || name === 'status');
  const isUrl = name === 'path' && Object.prototype.toString.call(value) === '[object URL]';
  if (isNumber || isUrl) return String(value);
  if (typeof value === 'string' && value !== '') return value;
  throw refused(name);
}

function params(where: string, value: unknown): string {
  if (value === undefined) return '{}';
  if (typeof value === 'string') return value;
  try {
    if (typeof value === 'object') return text(where, JSON.stringify(value));
  } catch {
    // Said below.
  }
  throw wrong(where, '能写成 JSON 的数据或 JSON 文本', 'data that can be written as JSON, or JSON text');
}
