import { InputError, example, validate } from 'mohurd-ecert';
import * as gateway from 'mohurd-ecert/gateway';
import { decryptAssignment } from 'mohurd-ecert/qr';
import { createSandbox } from 'mohurd-ecert/sandbox';
import { Form } from './form';

// Rendered at every request, not once at the build.
export const dynamic = 'force-dynamic';

export default async function Page() {
  const good = validate('safety', example('safety'));
  const bad = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
  const sandbox = createSandbox();
  const { url: baseUrl, systemId, key, transport } = sandbox;
  const { counts, outcomes: [codes] } = await new gateway.Gateway({ baseUrl, systemId, key, transport }).submit('safety', [example('safety')]);
  const { wellFormed } = decryptAssignment({ encryCertid: codes.encryCertid, encryKey: codes.encryKey, privateKey: sandbox.privateKey });
  return (
    <main>
      <p id="server-example">{`${good.valid}`}</p>
      <p id="server-spoilt">{`${bad.valid} ${bad.issues[0].message}`}</p>
      <p id="server-sent">{`${counts.accepted} accepted, assigned: ${wellFormed}, one InputError: ${gateway.InputError === InputError}`}</p>
      <Form />
    </main>
  );
}
