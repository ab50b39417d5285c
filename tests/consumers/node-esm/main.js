import { InputError, example, validate } from 'mohurd-ecert';
import * as gateway from 'mohurd-ecert/gateway';
import { createSandbox } from 'mohurd-ecert/sandbox';

const good = validate('safety', example('safety'));
console.log(`${good.valid}`);

const bad = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
console.log(`${bad.valid} ${bad.issues[0].message}`);

const { url: baseUrl, systemId, key, transport } = createSandbox();
const { counts } = await new gateway.Gateway({ baseUrl, systemId, key, transport }).submit('safety', [example('safety')]);
console.log(`${counts.accepted} accepted, one InputError: ${gateway.InputError === InputError}`);
