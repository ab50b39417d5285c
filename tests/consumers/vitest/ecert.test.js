import { expect, test } from 'vitest';
import { InputError, example, validate } from 'mohurd-ecert';
import * as gateway from 'mohurd-ecert/gateway';
import { decryptAssignment } from 'mohurd-ecert/qr';
import { createSandbox } from 'mohurd-ecert/sandbox';

test('the example is valid', () => {
  expect(validate('safety', example('safety'))).toEqual({ valid: true, issues: [] });
});

test('a day that does not exist is found', () => {
  const { valid, issues } = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
  expect(valid).toBe(false);
  expect(issues[0].message).toMatch('不是有效的日期');
});

test('a record is sent, and there is one InputError', async () => {
  const sandbox = createSandbox();
  const { url: baseUrl, systemId, key, transport } = sandbox;
  const { counts, outcomes: [codes] } = await new gateway.Gateway({ baseUrl, systemId, key, transport }).submit('safety', [example('safety')]);
  const { wellFormed } = decryptAssignment({ encryCertid: codes.encryCertid, encryKey: codes.encryKey, privateKey: sandbox.privateKey });
  expect(counts.accepted).toBe(1);
  expect(wellFormed).toBe(true);
  expect(gateway.InputError).toBe(InputError);
});
