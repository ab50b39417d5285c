// The cells of tests/matrix: each call of a gateway, what it ends with in the words of the matrix, and the next one. It runs in Node
// and in a page, and so imports nothing: `tools` are the package's functions, `world` is a sandbox that can be struck and healed.

const ENTRY = {
  interfaceId: 'interface',
  logType: 1,
  logId: '1',
  method: 'POST',
  requestTime: '2024-06-01 08:00:00',
  responseTime: '2024-06-01 08:00:01',
  remoteIp: '127.0.0.1',
  status: 200,
  path: 'http://127.0.0.1/submit',
};

/** What the global `fetch` is in the rows of JavaScript alone. */
export const FETCHES = {
  'an object': async () => ({ ok: true, status: 200, body: null }),
  undefined: async () => undefined,
  'no promise': () => 'an answer',
  'a rejection': () => Promise.reject(new Error('planted')),
  'a rejection without an error': () => Promise.reject(),
  'a throw': () => {
    throw new Error('planted');
  },
  absent: undefined,
};

/** A gateway's calls, by their names; each resolves to what it ends with. */
function endings({ Gateway, buildRequestJson, example }, settings) {
  const gateway = new Gateway(settings);
  const told = ({ cause, code }) => (code === null ? cause : `${cause} ${code}`);
  const ended = (promise, isDone) =>
    promise.then(
      (answer) => (isDone(answer) ? 'ok' : 'no'),
      (error) => (error.name === 'GatewayError' ? told(error.failure) : String(error)),
    );
  const outcome = async (promise) => {
    const [{ state, failure }, ...others] = (await promise).outcomes;
    return [state, failure && told(failure), ...others].filter(Boolean).join(' ');
  };
  const json = buildRequestJson('manager', [example('manager')], { today: null });
  return {
    token: () => ended(gateway.token(), ({ token }) => token !== ''),
    validate: () => ended(gateway.validateToken(), (counts) => counts === true),
    log: () => ended(gateway.log(ENTRY), (isTaken) => isTaken === true),
    submit: () => outcome(gateway.submit('safety', [example('safety')], { today: null })),
    preview: () => outcome(gateway.submitPreview('1', [example('preview')], { today: null })),
    soap: () => ended(gateway.soap('upload', { json }), ({ text = '' }) => text.includes('"ReturnCode":"1"')),
  };
}

/** What a call ends with under a fault, and after it. */
export async function cell(tools, world, fault, call) {
  // Nobody answers: only then is the time-out waited for. For the rest it is out of the way, however slow the machine.
  const timeoutMs = JSON.stringify(fault).includes('silence') ? 500 : 60_000;
  const calls = endings(tools, { ...world.settings, timeoutMs });
  // The token is got before the network fails.
  if (fault === 'unreachable' && call !== 'token') await calls.token();
  await world.strike(call, fault);
  const end = await calls[call]();
  await world.heal(fault);
  return [end, await calls[call]()];
}

/** What a call ends with while `fetch` is one of those, and after it. */
export async function fetchCell(tools, world, name, call) {
  const calls = endings(tools, world.settings);
  if (call !== 'token') await calls.token();
  const own = globalThis.fetch;
  globalThis.fetch = FETCHES[name];
  const end = await calls[call]();
  globalThis.fetch = own;
  return [end, await calls[call]()];
}
