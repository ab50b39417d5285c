const { InputError, example, validate } = require('mohurd-ecert');
const gateway = require('mohurd-ecert/gateway');
const { createSandbox } = require('mohurd-ecert/sandbox');

test('the example is valid', () => {
  expect(validate('safety', example('safety'))).toEqual({ valid: true, issues: [] });
});

test('a day that does not exist is found', () => {
  const { valid, issues } = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
  expect(valid).toBe(false);
  expect(issues[0].message).toMatch('不是有效的日期');
});

test('a record is sent, and there is one InputError', async () => {
  const { url: baseUrl, systemId, key, transport } = createSandbox();
  const { counts } = await new gateway.Gateway({ baseUrl, systemId, key, transport }).submit('safety', [example('safety')]);
  expect(counts.accepted).toBe(1);
  expect(gateway.InputError).toBe(InputError);
});
