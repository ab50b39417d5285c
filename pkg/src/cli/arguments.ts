// The arguments of a command: read by Node's own reader, checked here. No sentence repeats what was given.

/// <reference types="node" />
import { parseArgs } from 'node:util';

/** The arguments cannot be read: the sentence goes before the usage. */
export class UsageError extends Error {}

/** An option with a value, and one without. */
export const TEXT = { type: 'string' } as const;
export const FLAG = { type: 'boolean' } as const;
export const HELP = { ...FLAG, short: 'h' } as const;

type Known = Record<string, typeof TEXT | typeof FLAG | typeof HELP>;
type Parsed<T extends Known> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true }>>;

/** The options and at most so many other arguments, as Node reads them. */
export function parsed<const T extends Known>(args: string[], options: T, most: number): Parsed<T> {
  const found = attempt(() => parseArgs({ args, options, allowPositionals: true }));
  if (found && found.positionals.length <= most) return found;
  throw new UsageError('参数有误。 These arguments are not known, or lack a value.');
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A whole number, where one is given. */
export function whole(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,16}$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`${name} 应为 0 至 ${most} 的整数。 ${name} must be a whole number from 0 to ${most}.`);
}

/** One of some words, where one is given. */
export function oneOf<T extends string>(name: string, text: string | undefined, known: readonly T[]): T | undefined {
  const found = known.find((word) => word === text);
  if (text === undefined || found !== undefined) return found;
  throw new UsageError(`${name} 应为以下之一：${known.join('、')}。 ${name} must be one of ${known.join(', ')}.`);
}

/** What a command comes to; wrong arguments end with the sentence, the usage and status 2. */
export async function withUsage(usage: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
}
