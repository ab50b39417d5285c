import { InputError, example, validate } from 'mohurd-ecert';
import * as gateway from 'mohurd-ecert/gateway';
import { decryptAssignment } from 'mohurd-ecert/qr';
import { createSandbox } from 'mohurd-ecert/sandbox';

const good = validate('safety', example('safety'));
console.log(`${good.valid}`);

const bad = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
console.log(`${bad.valid} ${bad.issues[0].message}`);

const sandbox = createSandbox();
const { url: baseUrl, systemId, key, transport } = sandbox;
const { counts, outcomes: [codes] } = await new gateway.Gateway({ baseUrl, systemId, key, transport }).submit('safety', [example('safety')]);
const { wellFormed } = decryptAssignment({ encryCertid: codes.encryCertid, encryKey: codes.encryKey, privateKey: sandbox.privateKey });
console.log(`${counts.accepted} accepted, assigned: ${wellFormed}, one InputError: ${gateway.InputError === InputError}`);
