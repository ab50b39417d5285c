'use client';

import { useEffect, useState } from 'react';
import { InputError, describe, example, init, validate } from 'mohurd-ecert';

// Rendered on the server as well, where it shows what needs no init().
export function Form() {
  const [texts, setTexts] = useState({ example: '', spoilt: '', sent: '' });
  const show = (id, text) => setTexts((old) => ({ ...old, [id]: text }));

  useEffect(() => {
    init().then(() => {
      const good = validate('safety', example('safety'));
      show('example', `${good.valid}`);
      const bad = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
      show('spoilt', `${bad.valid} ${bad.issues[0].message}`);
    });
  }, []);

  // What sends is not loaded before; it sends to a gateway that is none.
  async function send() {
    const gateway = await import('mohurd-ecert/gateway');
    const { createSandbox } = await import('mohurd-ecert/sandbox');
    const qr = await import('mohurd-ecert/qr');
    const sandbox = createSandbox();
    const { url: baseUrl, systemId, key, transport } = sandbox;
    const settings = { baseUrl, systemId, key, transport, dangerouslyAllowKeyInBrowser: true };
    const { counts, outcomes: [codes] } = await new gateway.Gateway(settings).submit('safety', [example('safety')]);
    await qr.init();
    const { wellFormed } = qr.decryptAssignment({ encryCertid: codes.encryCertid, encryKey: codes.encryKey, privateKey: sandbox.privateKey });
    show('sent', `${counts.accepted} accepted, assigned: ${wellFormed}, one InputError: ${gateway.InputError === InputError}`);
  }

  return (
    <form>
      <h1>{describe('safety').title}</h1>
      <p id="example">{texts.example}</p>
      <p id="spoilt">{texts.spoilt}</p>
      <button id="send" type="button" onClick={send}>Send</button>
      <p id="sent">{texts.sent}</p>
    </form>
  );
}
