// Should a bug ever trap the core: the call says so without any value, and the next one has a fresh instance.
import assert from 'node:assert/strict';
import test from 'node:test';
import binaryen from 'binaryen';
import { BROWSER, child } from './child.mjs';

/** A core whose validate finds nothing the first time and traps from the second on; a fresh instance begins again. */
function trapping() {
  const module = binaryen.parseText(`(module
    (memory (export "memory") 1)
    (global $calls (mut i32) (i32.const 0))
    (func (export "sow") (param i32 i32))
    (func (export "reserve") (param i32) (result i32) (i32.const 1024))
    (func (export "configure") (param i32) (result i32) (i32.const 1))
    (func (export "validate") (param i32 i32 i32) (result i32)
      (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
      (if (i32.ge_u (global.get $calls) (i32.const 2)) (then (unreachable)))
      (i32.const 65408)))`);
  return Buffer.from(module.emitBinary()).toString('base64');
}

test('a trap drops the instance and names itself a bug', () => {
  const answer = child(
    `await lib.init(Uint8Array.from(atob('${trapping()}'), (unit) => unit.charCodeAt(0)));
     const judge = () => {
       try { return lib.validate('safety', { companyName: 'SECRET' }).valid; } catch (error) { return [error.name, error.message]; }
     };
     return [judge(), judge(), judge()]`,
    BROWSER,
  );
  assert.equal(answer[0], true);
  assert.equal(answer[1][0], 'Error');
  assert.match(answer[1][1], /缺陷.*bug/s);
  assert.doesNotMatch(answer[1][1], /SECRET/);
  assert.equal(answer[2], true);
});
