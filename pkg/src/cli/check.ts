// The command `check`: reads a file, judges its records, and prints what was found. Status 0: nothing is wrong; 1: an error was
// found; 2: the file could not be read. It prints no value of a record.

/// <reference types="node" />
import { once } from 'node:events';
import { InputError } from '../errors.js';
import { KINDS } from '../generated/layout.js';
import type { Options } from '../shapes.js';
import { dateInShanghai, dayOf } from '../today.js';
import { HELP, TEXT, UsageError, oneOf, parsed, withUsage } from './arguments.js';
import { findingsOf } from './findings.js';
import { inputOf } from './input.js';
import { isStreamed, largeFindingsOf } from './large.js';
import { reportOf, told, type Told } from './report.js';
import { ENCODINGS, Unreadable, textOf } from './source.js';

const CHOICES = {
  kind: KINDS,
  profile: ['document', 'strict'],
  locale: ['zh-CN', 'en'],
  format: ['text', 'json'],
  'cert-type': ['1', '2', '3'],
  encoding: ENCODINGS,
} as const;

const USAGE = [
  `用法 Usage: mohurd-ecert check <文件 file, - 为标准输入 stdin> [--kind ${KINDS.join('|')}]`,
  '',
  '  --kind      记录的种类；请求体可以不写 what the records are; a request body tells it itself',
  '  --profile   document|strict 依据接口文档，或同时依据相关标准 by the document alone, or by the standards around it too',
  '  --locale    zh-CN|en 消息的语言 the language of messages',
  '  --format    text|json 表格，或一个 JSON 文档 a table, or one JSON document',
  '  --cert-type 1|2|3 预览地址所属证照的 certType the certType of the certificates of previews',
  '  --today     yyyy-MM-dd|none 检查日期，默认为北京时间今天 the day of the check; default: today in Shanghai',
  '  --encoding  auto|utf-8|gbk 文件的编码 the encoding of the file',
  '',
  '文件可以是 JSON、NDJSON、请求体，或第一行为字段名、数据名称的 CSV。',
  'The file: JSON, NDJSON, a request body, or CSV whose first line has names or titles of fields.',
  '从标准输入读到的大文件会暂存在无名的临时文件中，结束后不留。 What is large on standard input is kept in a nameless temporary file; none of it stays.',
  '退出状态：0 无错误，1 有错误，2 无法读取。 Exit status: 0 no errors, 1 errors, 2 it could not be read.',
].join('\n');

/** So many issues are written at once. */
const AT_ONCE = 1000;

/** Judges a file; resolves to the exit status. */
export function run(args: string[]): Promise<number> {
  return withUsage(USAGE, async () => {
    const given = read(args);
    if (given.help) return (console.log(USAGE), 0);
    try {
      return await judged(given);
    } catch (error) {
      if (!(error instanceof Unreadable || error instanceof InputError)) throw error;
      console.error(error.message);
      return 2;
    }
  });
}

async function judged({ file, kind, encoding, locale, format, options }: ReturnType<typeof read>): Promise<number> {
  const input = await inputOf(file, (head) => isStreamed(head, encoding));
  try {
    const found = (await largeFindingsOf(input, encoding, kind, options)) ?? told(findingsOf(textOf(await input.whole(), encoding), kind, options));
    const status = found.measure.errors > 0 ? 1 : 0;
    // It is told also where whoever reads the output leaves early.
    process.exitCode = status;
    if (format === 'json') for await (const piece of asJson(file, found)) await written(piece);
    else for await (const line of reportOf(found, locale, isColoured())) await written(`${line}\n`);
    return status;
  } finally {
    await input.close();
  }
}

function read(args: string[]) {
  const known = { kind: TEXT, profile: TEXT, locale: TEXT, format: TEXT, 'cert-type': TEXT, encoding: TEXT, today: TEXT, help: HELP };
  const { values, positionals } = parsed(args, known, 1);
  const chosen = <N extends keyof typeof CHOICES>(name: N) => oneOf<(typeof CHOICES)[N][number]>(`--${name}`, values[name], CHOICES[name]);
  const [file = ''] = positionals;
  if (file === '' && !values.help) throw new UsageError('请指明文件，- 为标准输入。 Name a file; - is standard input.');
  const [locale, encoding] = [chosen('locale') ?? 'zh-CN', chosen('encoding') ?? 'auto'];
  const options: Options = { profile: chosen('profile'), locale, certType: chosen('cert-type'), today: day(values.today) };
  return { help: values.help, file, kind: chosen('kind'), encoding, locale, format: chosen('format'), options };
}

function day(text: string | undefined): string | null | undefined {
  if (text === 'none') return null;
  // A large file is judged twice, which may be on two days.
  if (text === undefined) return dateInShanghai();
  if (dayOf(text) !== undefined) return text;
  throw new UsageError('--today 应为 yyyy-MM-dd 形式的日期或 none。 --today must be a day as yyyy-MM-dd, or none.');
}

/** One document, in pieces: no text could hold the issues of a very large file. */
async function* asJson(file: string, { kind, total, valid, invalid, ignored, each }: Told): AsyncGenerator<string> {
  yield `${JSON.stringify({ file, kind, total, valid, invalid }).slice(0, -1)},"issues":[`;
  let between = '';
  for await (const issues of each()) {
    for (let at = 0; at < issues.length; at += AT_ONCE) {
      yield between + JSON.stringify(issues.slice(at, at + AT_ONCE)).slice(1, -1);
      between = ',';
    }
  }
  yield `],"ignored":${JSON.stringify(ignored)}}\n`;
}

/** Writes, and waits where whoever reads is slow. */
async function written(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** https://no-color.org */
function isColoured(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR'];
}
