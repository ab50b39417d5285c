const { InputError, example, validate } = require('mohurd-ecert');
const gateway = require('mohurd-ecert/gateway');

test('the example is valid', () => {
  expect(validate('safety', example('safety'))).toEqual({ valid: true, issues: [] });
});

test('a day that does not exist is found', () => {
  const { valid, issues } = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
  expect(valid).toBe(false);
  expect(issues[0].message).toMatch('不是有效的日期');
});

test('a record is sent, and there is one InputError', async () => {
  const transport = async () => ({ status: 200, body: '{"ReturnCode":1,"ReturnMsg":"上传成功"}' });
  const { counts } = await new gateway.Gateway({ baseUrl: 'http://127.0.0.1/ecert', transport }).submit('safety', [example('safety')]);
  expect(counts.accepted).toBe(1);
  expect(gateway.InputError).toBe(InputError);
});
