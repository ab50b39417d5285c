// The lines of a file that comes piece by piece: on which of them an entry begins, which is on each that is not blank.

const BREAK = 0x0a;
const BLANK = [0x20, 0x09, 0x0d];
const MARK = [0xef, 0xbb, 0xbf];

/** The numbers of the lines of the entries that are still asked for. */
export class Lines {
  private numbers: number[] = [];
  /** The index of the first of them. */
  private first = 0;
  private number = 1;
  private isBlank = true;
  /** How many bytes there were, as far as the mark at the beginning. */
  private begun = 0;

  /** Goes over the bytes that come next. */
  pass(bytes: Uint8Array): void {
    for (let at = this.pastMark(bytes); at < bytes.length; ) {
      const found = bytes.indexOf(BREAK, at);
      const end = found < 0 ? bytes.length : found;
      while (this.isBlank && at < end) {
        if (BLANK.includes(bytes[at++]!)) continue;
        this.isBlank = false;
        this.numbers.push(this.number);
      }
      if (found < 0) return;
      this.number++;
      this.isBlank = true;
      at = end + 1;
    }
  }

  private pastMark(bytes: Uint8Array): number {
    let at = 0;
    while (this.begun < MARK.length && at < bytes.length && bytes[at] === MARK[this.begun]) {
      this.begun++;
      at++;
    }
    if (at < bytes.length) this.begun = MARK.length;
    return at;
  }

  /** The line, from 1, on which the entry of that index begins. */
  of(index: number): number | undefined {
    return this.numbers[index - this.first];
  }

  /** No entry before that index is asked for any more. */
  forget(index: number): void {
    this.numbers.splice(0, index - this.first);
    this.first = index;
  }
}
