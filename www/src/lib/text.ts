// Measuring and shortening text for the eye. Nothing here judges a value.

/** Characters as the document counts them: code points, without white space at the ends. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text.trim()) count += 1;
  return count;
}

/** A size in bytes, for people. */
export function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} 字节` : `${(bytes / 1024).toFixed(1)} KB`;
}

/** The two ends of a long text. */
export function shortened(text: string): string {
  return text.length > 28 ? `${text.slice(0, 16)}…${text.slice(-8)}` : text;
}

/** The time of day. */
export function timeOf(moment: Date): string {
  return moment.toLocaleTimeString('zh-CN', { hour12: false });
}
