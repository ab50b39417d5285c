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

// The client is not loaded before something is sent.
async function send() {
  const gateway = await import('mohurd-ecert/gateway');
  const transport = async () => ({ status: 200, body: '{"ReturnCode":1,"ReturnMsg":"上传成功"}' });
  const { counts } = await new gateway.Gateway({ baseUrl: '/ecert', transport }).submit('safety', [example('safety')]);
  show('sent', `${counts.accepted} accepted, one InputError: ${gateway.InputError === InputError}`);
}

document.getElementById('send').addEventListener('click', send);
check();
