// Starts the command line as a process of its own. It is a helper of the tests beside it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** A process that was started, what it has printed, and ways to wait for more; `input` is what it finds on its standard input. */
export function start(command, args, input = '') {
  const child = spawn(command, args);
  // It may end without having read it.
  child.stdin.on('error', () => {}).end(input);
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => (printed.out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (printed.err += text));
  const closed = once(child, 'close');
  return {
    printed,
    /** Waits until it has printed that; the match. */
    async until(pattern) {
      for (;;) {
        const match = pattern.exec(printed.out);
        if (match) return match;
        if (child.exitCode !== null) throw new Error(`it ended: ${printed.out}${printed.err}`);
        await Promise.race([once(child.stdout, 'data'), closed]);
      }
    },
    /** Its exit status, once it has ended; null where a signal ended it. */
    ended: async () => (await closed)[0],
    signal: (name) => child.kill(name),
  };
}
