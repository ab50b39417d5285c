const { InputError, example, validate } = require('mohurd-ecert');
const gateway = require('mohurd-ecert/gateway');
const { decryptAssignment } = require('mohurd-ecert/qr');
const { createSandbox } = require('mohurd-ecert/sandbox');

const good = validate('safety', example('safety'));
console.log(`${good.valid}`);

const bad = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
console.log(`${bad.valid} ${bad.issues[0].message}`);

async function send() {
  const sandbox = createSandbox();
  const { url: baseUrl, systemId, key, transport } = sandbox;
  const { counts, outcomes: [codes] } = await new gateway.Gateway({ baseUrl, systemId, key, transport }).submit('safety', [example('safety')]);
  const { wellFormed } = decryptAssignment({ encryCertid: codes.encryCertid, encryKey: codes.encryKey, privateKey: sandbox.privateKey });
  console.log(`${counts.accepted} accepted, assigned: ${wellFormed}, one InputError: ${gateway.InputError === InputError}`);
}

send();
