import { InputError, example, validate } from 'mohurd-ecert';
import * as gateway from 'mohurd-ecert/gateway';
import { Form } from './form';

// Rendered at every request, not once at the build.
export const dynamic = 'force-dynamic';

export default async function Page() {
  const good = validate('safety', example('safety'));
  const bad = validate('safety', { ...example('safety'), issuDate: '2024-02-30' });
  const transport = async () => ({ status: 200, body: '{"ReturnCode":1,"ReturnMsg":"上传成功"}' });
  const { counts } = await new gateway.Gateway({ baseUrl: 'http://127.0.0.1/ecert', transport }).submit('safety', [example('safety')]);
  return (
    <main>
      <p id="server-example">{`${good.valid}`}</p>
      <p id="server-spoilt">{`${bad.valid} ${bad.issues[0].message}`}</p>
      <p id="server-sent">{`${counts.accepted} accepted, one InputError: ${gateway.InputError === InputError}`}</p>
      <Form />
    </main>
  );
}
