// The command `qr`: decrypts an assignment, and makes the text and the picture of a QR code. Keys come from files or standard input,
// never as arguments, which other users of the machine can see; what is printed is what was asked for, and no key.

/// <reference types="node" />
import { writeFile } from 'node:fs/promises';
import { KINDS, decryptAssignment, qrContent } from '../qr/assignment.js';
import { QrError } from '../qr/errors.js';
import { qrPng, qrSvg } from '../qr/picture.js';
import type { Codes } from '../qr/shapes.js';
import { FLAG, HELP, TEXT, UsageError, oneOf, parsed, whole, withUsage } from './arguments.js';
import { sourceOf } from './input.js';
import { codesIn } from './qr-codes.js';
import { Unreadable } from './source.js';

const ACTIONS = ['decrypt', 'encode'] as const;
const OPTIONS = {
  'private-key': TEXT,
  'public-key': TEXT,
  'encry-certid': TEXT,
  'encry-key': TEXT,
  reply: TEXT,
  text: TEXT,
  kind: TEXT,
  province: TEXT,
  'percent-encode': FLAG,
  out: TEXT,
  size: TEXT,
  format: TEXT,
  help: HELP,
};
type Values = ReturnType<typeof parsed<typeof OPTIONS>>['values'];

const USAGE = [
  '用法 Usage: mohurd-ecert qr decrypt --private-key <文件 file> (--reply <文件 file> | --encry-certid <…> --encry-key <…>)',
  '            mohurd-ecert qr encode  … --public-key <文件 file> --kind <safety|special|manager> [--out <qr.svg|qr.png>]',
  '            mohurd-ecert qr encode  --text <…> --out <qr.svg|qr.png>',
  '',
  '  --private-key     省里的私钥，PKCS#8，PEM 或 Base64；- 为标准输入 the private key; - is standard input',
  '  --public-key      平台的公钥，X.509 SPKI the public key of the platform',
  '  --reply           网关的返回（JSON），其中有一对 encryCertid、encryKey a reply of the gateway with one pair; - is standard input',
  '  --encry-certid, --encry-key   或直接给出这一对 or the pair itself',
  '  --format          text 或 json（decrypt）',
  '  --text            二维码的内容，已经有时 the text of the QR code, where it is known',
  '  --kind            是哪一种证书 which certificate it is of',
  '  --province        省份六位代码；默认取赋码的前六位 six digits; those of the assignment, unless told',
  '  --percent-encode  k 作百分号编码 percent-encode k',
  '  --out             写入图片，而不是输出内容 write the picture instead of printing the text',
  '  --size            PNG 的边长，像素，默认 300 pixels each way of a PNG',
].join('\n');

/** Decrypts or encodes. Resolves to the exit status: 1 where it cannot be done, 2 where something cannot be read. */
export function run(args: string[]): Promise<number> {
  return withUsage(USAGE, async () => {
    const { values, positionals } = parsed(args, OPTIONS, 1);
    if (values.help) return (console.log(USAGE), 0);
    const action = oneOf('qr', positionals[0], ACTIONS);
    if (action === undefined) throw new UsageError('请指明 decrypt 或 encode。 Name decrypt or encode.');
    const allowed = action === 'decrypt' ? DECRYPT : values.text === undefined ? ENCODE : DRAW;
    if (Object.keys(values).some((name) => !allowed.includes(name))) throw new UsageError('这些选项不能一起使用。 These options do not go together.');
    try {
      return action === 'decrypt' ? await decrypt(values) : await encode(values);
    } catch (error) {
      if (error instanceof QrError) return (console.error(error.message), 1);
      if (error instanceof Unreadable) return (console.error(error.message), 2);
      throw error;
    }
  });
}

const PAIR = ['private-key', 'encry-certid', 'encry-key', 'reply'];
const DECRYPT = [...PAIR, 'format'];
const PICTURE = ['out', 'size'];
const ENCODE = [...PAIR, ...PICTURE, 'public-key', 'kind', 'province', 'percent-encode'];
const DRAW = [...PICTURE, 'text'];

async function decrypt(values: Values): Promise<number> {
  const format = oneOf('--format', values.format, ['text', 'json']) ?? 'text';
  const assignment = decryptAssignment(await pair(values));
  if (format === 'json') return (console.log(JSON.stringify(assignment)), 0);
  console.log(assignment.id);
  if (!assignment.wellFormed && assignment.url === null) {
    console.error('注意：这不是 19 位数字。 Note: this is not 19 digits.');
  }
  return 0;
}

async function encode(values: Values): Promise<number> {
  const content = values.text ?? (await contentOf(values));
  if (values.out === undefined) {
    if (values.text !== undefined) throw new UsageError('请用 --out 指明图片文件。 Name the file of the picture by --out.');
    return (console.log(content), 0);
  }
  return draw(values.out, content, whole('--size', values.size, 8192));
}

async function contentOf(values: Values): Promise<string> {
  const kind = oneOf('--kind', values.kind, KINDS);
  if (kind === undefined) throw new UsageError('缺少 --kind。 --kind is missing.');
  if (values.province !== undefined && !/^\d{6}$/.test(values.province)) {
    throw new UsageError('--province 应为六位数字。 --province must be six digits.');
  }
  const keys = { ...(await pair(values)), publicKey: await keyIn('--public-key', values['public-key']) };
  const { province, 'percent-encode': percentEncode = false } = values;
  return qrContent({ ...keys, kind, percentEncode, ...(province === undefined ? {} : { province }) });
}

async function draw(file: string, content: string, size: number | undefined): Promise<number> {
  const type = /\.(svg|png)$/i.exec(file)?.[1]?.toLowerCase();
  if (type === undefined || size === 0 || (type === 'svg' && size !== undefined)) {
    throw new UsageError('--out 应以 .svg 或 .png 结尾；--size 是 PNG 的边长。 --out must end with .svg or .png; --size is for a PNG.');
  }
  if (content === '') throw new UsageError('--text 不能为空。 --text must not be empty.');
  const picture = type === 'svg' ? qrSvg(content) : qrPng(content, size === undefined ? {} : { size });
  try {
    await writeFile(file, picture);
    return 0;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === undefined) throw error;
    throw new Unreadable(`图片不能写入（${code}）。`, `The picture cannot be written (${code}).`);
  }
}

/** The pair that is to be decrypted, and the key that does it. */
async function pair(values: Values): Promise<Codes & { privateKey: string }> {
  const { reply, 'encry-certid': encryCertid, 'encry-key': encryKey, 'private-key': key, 'public-key': other } = values;
  if ([reply, key, other].filter((file) => file === '-').length > 1) {
    throw new UsageError('标准输入只能用一次。 Standard input can be read once.');
  }
  const isPair = encryCertid !== undefined && encryKey !== undefined;
  const isEither = encryCertid !== undefined || encryKey !== undefined;
  if (reply === undefined ? !isPair : isEither) {
    throw new UsageError('请给出 --reply，或 --encry-certid 和 --encry-key。 Give --reply, or --encry-certid and --encry-key.');
  }
  const privateKey = await keyIn('--private-key', key);
  if (isPair) return { encryCertid, encryKey, privateKey };
  return { ...codesIn(new TextDecoder().decode(await sourceOf(reply!, 'auto'))), privateKey };
}

async function keyIn(option: string, file: string | undefined): Promise<string> {
  if (file === undefined) throw new UsageError(`缺少 ${option}。 ${option} is missing.`);
  if (/^(-----|MI)|\n/.test(file)) {
    throw new UsageError(`${option} 应为文件名，不是密钥本身。 ${option} is a file, not the key itself.`);
  }
  return new TextDecoder().decode(await sourceOf(file, 'utf-8'));
}
