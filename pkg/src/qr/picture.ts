// The picture of a QR code.

import { members, oneOf, optional, text, whole, wrong } from '../gateway/checks.js';
import { asked } from './qr-instance.js';
import type { PngOptions, QrLevel, SvgOptions } from './shapes.js';

const LEVELS: readonly QrLevel[] = ['L', 'M', 'Q', 'H'];
/** The standard's quiet zone, in modules. */
const QUIET = 4;
/** The widest margin, in modules: as wide as the largest code. */
const WIDEST_MARGIN = 177;
const LARGEST = 8192;

/**
 * The QR code of a text as SVG: black on white, to be printed at any size.
 *
 * @throws QrError `length`, of a text that no code can hold.
 *
 * @example
 * figure.innerHTML = qrSvg(content, { title: '电子证照二维码' });
 */
export function qrSvg(content: string, options?: SvgOptions): string {
  const { title, ...rest } = members('options', options, ['margin', 'level', 'title']);
  const { level, margin } = common(rest);
  const said = optional('options.title', title, text) ?? '二维码';
  const given = text('text', content);
  return asked((qr) => qr.qrSvg(given, level, margin, said));
}

/**
 * The QR code of a text as a PNG of `size` pixels each way; every module has the same whole number of them.
 *
 * @throws QrError `length`, of a text that no code can hold, or of fewer pixels than the code has modules.
 *
 * @example
 * await writeFile('qr.png', qrPng(content, { size: 300 }));
 */
export function qrPng(content: string, options?: PngOptions): Uint8Array<ArrayBuffer> {
  const { size: given, ...rest } = members('options', options, ['margin', 'level', 'size']);
  const { level, margin } = common(rest);
  const size = optional('options.size', given, (where, value) => upTo(where, value, 1, LARGEST)) ?? 300;
  const drawn = text('text', content);
  return asked((qr) => qr.qrPng(drawn, level, margin, size));
}

function common(options: Record<string, unknown>): { level: QrLevel; margin: number } {
  const level = optional('options.level', options['level'], (where, value) => oneOf(where, value, LEVELS)) ?? 'M';
  const margin = optional('options.margin', options['margin'], (where, value) => upTo(where, value, 0, WIDEST_MARGIN)) ?? QUIET;
  return { level, margin };
}

function upTo(where: string, value: unknown, least: number, most: number): number {
  const number = whole(where, value, least);
  if (number <= most) return number;
  throw wrong(where, `${least} 至 ${most} 的整数`, `a whole number from ${least} to ${most}`);
}
