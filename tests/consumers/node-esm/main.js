import { InputError, example, validate } from 'mohurd-ecert';
import * as gateway from 'mohurd-ecert/gateway';

const good = validate('safety', example('safety'));
console.log(`${good.valid}`);

const bad = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
console.log(`${bad.valid} ${bad.issues[0].message}`);

const transport = async () => ({ status: 200, body: '{"ReturnCode":1,"ReturnMsg":"上传成功"}' });
const { counts } = await new gateway.Gateway({ baseUrl: 'http://127.0.0.1/ecert', transport }).submit('safety', [example('safety')]);
console.log(`${counts.accepted} accepted, one InputError: ${gateway.InputError === InputError}`);
