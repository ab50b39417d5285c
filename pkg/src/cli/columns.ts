// Texts side by side on a terminal, on which a Chinese character takes the place of two.

/** The places that a text takes. Marks that some fonts draw narrow count as wide: too much space is better than none. */
export function width(text: string): number {
  return text.replace(/[^\0-\x7f]/gu, '00').length;
}

/** The text, and spaces up to that width. */
export function padded(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

/** What a file holds may steer a terminal: it is shown without. */
export function shown(text: string, most = Infinity): string {
  const harmless = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return harmless.length > most ? `${harmless.slice(0, most)}…` : harmless;
}
