import { InputError, example, init, validate } from 'mohurd-ecert';

function show(id, text) {
  document.getElementById(id).textContent = text;
}

async function check() {
  await init();
  const good = validate('safety', example('safety'));
  show('example', `${good.valid}`);
  const bad = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
  show('spoilt', `${bad.valid} ${bad.issues[0].message}`);
}

// What sends is not loaded before; it sends to a gateway that is none.
async function send() {
  const gateway = await import('mohurd-ecert/gateway');
  const { createSandbox } = await import('mohurd-ecert/sandbox');
  const { url: baseUrl, systemId, key, transport } = createSandbox();
  const settings = { baseUrl, systemId, key, transport, dangerouslyAllowKeyInBrowser: true };
  const { counts } = await new gateway.Gateway(settings).submit('safety', [example('safety')]);
  show('sent', `${counts.accepted} accepted, one InputError: ${gateway.InputError === InputError}`);
}

document.getElementById('send').addEventListener('click', send);
check();
