// The gateway as a class over the client's wasm: arguments are checked here, at once; what comes back is put as it was shaped
// there. It keeps no key where it could be printed.

import { inputError } from '../errors.js';
import { kindIndex, type CertType, type Kind, type RecordOf } from '../tables.js';
import type { Answer, Handle } from './boundary.js';
import { ip, members, oneOf, optional, text, wrong } from './checks.js';
import { client } from './client-instance.js';
import { GatewayError } from './errors.js';
import { entryTexts, refused } from './log-entry.js';
import { prepare, xmlName, type Prepared } from './settings.js';
import type { GatewaySettings } from './settings-shapes.js';
import type { Failure, LogEntry, SoapAnswer, SubmitOptions, SubmitReport, TokenAnswer } from './shapes.js';
import { abortSignal, readSubmission, refusedSubmission, stoppable, submitOptions, submitTo } from './submission.js';

/**
 * A client of one gateway, the same in a page and on a server. It gets one token for all its calls and renews it when it is
 * refused; each call has its time-out; what failed is tried again only where that does no harm.
 *
 * Every method answers with a promise that settles. An `InputError` means that the call is malformed, a `GatewayError` that a
 * call has no answer; a submission is rejected with neither of what happens on the wire: each record has its outcome.
 *
 * @example
 * const gateway = new Gateway({ baseUrl: '/ecert' });
 * const { counts, outcomes } = await gateway.submit('special', records, { signal });
 */
export class Gateway {
  readonly #settings: Prepared;
  #handle: Handle | undefined;

  /**
   * @throws InputError when a setting is unknown or malformed, or when a page is given a key.
   */
  constructor(settings: GatewaySettings) {
    this.#settings = prepare(settings);
  }

  /**
   * The token in hand, or a new one, and the address that came with it.
   *
   * @throws GatewayError when there is none.
   */
  async token(): Promise<TokenAnswer> {
    return settled<TokenAnswer>(await (await this.#ready()).token());
  }

  /**
   * Whether a token counts; without an argument the gateway's own.
   *
   * @throws GatewayError when the platform does not say.
   */
  async validateToken(token?: string, requestIp?: string): Promise<boolean> {
    const [asked, from] = [optional('token', token, text), optional('requestIp', requestIp, ip)];
    return settled<boolean>(await (await this.#ready()).validateToken(asked, from));
  }

  /**
   * Reports a call to the platform; whether it took the entry.
   *
   * @throws InputError when a member of the entry is not as the document has it; GatewayError when there is no answer.
   */
  async log(entry: LogEntry): Promise<boolean> {
    const texts = entryTexts(entry);
    return settled<boolean>(await (await this.#ready()).log(texts), refused);
  }

  /**
   * Submits records: those without an error, one a call unless told. The promise resolves to exactly one outcome a record,
   * whatever happens on the wire.
   *
   * @throws InputError when the kind, the array, an option or the report to resume is malformed.
   *
   * @example
   * const first = await gateway.submit('safety', records);
   * const second = await gateway.submit('safety', records, { resume: first });
   */
  async submit<K extends Kind>(kind: K, records: readonly (Partial<RecordOf<K>> | object)[], options?: SubmitOptions): Promise<SubmitReport> {
    const submission = readSubmission(kindIndex(kind), records, options, this.#settings.locale);
    const handle = await this.#ready();
    return settled<SubmitReport>(await submitTo(await client(), handle, submission), refusedSubmission);
  }

  /**
   * Submits the addresses of preview pages for certificates of one type: `submit('preview', …)` with `certType`.
   *
   * @throws InputError as `submit` does.
   */
  async submitPreview(
    certType: CertType,
    records: readonly (Partial<RecordOf<'preview'>> | object)[],
    options?: SubmitOptions,
  ): Promise<SubmitReport> {
    return this.submit('preview', records, { ...submitOptions(options), certType });
  }

  /**
   * The SOAP call of the document's example: a method with texts as parameters, in their order.
   *
   * @throws InputError when a name is none that XML can have; GatewayError when there is no answer. A fault is an answer.
   */
  async soap(method: string, params: Record<string, string> = {}): Promise<SoapAnswer> {
    const name = xmlName('method', method);
    const pairs = soapParams(params);
    return settled<SoapAnswer>(await (await this.#ready()).soap(name, pairs));
  }

  /**
   * Passes a body on as it is, and gives the text of the reply: what a broker does between a page and the gateway. A failure is
   * an answer here, to be passed back; that the signal ended the call is one.
   *
   * @throws InputError when the call is none of the two, the body no text, or an option malformed.
   */
  async relay(
    call: 'submit' | 'preview',
    body: string,
    options?: { signal?: AbortSignal | undefined },
  ): Promise<{ text: string } | { failure: Failure }> {
    const [name, whole] = [oneOf('call', call, ['submit', 'preview'] as const), text('body', body)];
    const signal = optional('options.signal', members('options', options, ['signal'])['signal'], abortSignal);
    const handle = await this.#ready();
    const answer = await stoppable(await client(), signal, (stopper) => handle.relay(name, whole, stopper));
    const { ok, failure } = answer as Answer<string>;
    return failure ? { failure } : { text: ok ?? '' };
  }

  async #ready(): Promise<Handle> {
    const { Handle } = await client();
    const { client: settings, transport, tokenProvider } = this.#settings;
    return (this.#handle ??= new Handle(settings, transport, tokenProvider));
  }
}

/** What a call came to, or the error that it is rejected with. */
function settled<T>(answer: unknown, malformed?: (argument: string) => Error): T {
  const { ok, failure, input } = answer as Answer<T>;
  if (failure) throw new GatewayError(failure);
  if (input !== undefined && malformed) throw malformed(input);
  return ok as T;
}

function soapParams(params: unknown): [string, string][] {
  if (typeof params !== 'object' || params === null || Array.isArray(params)) throw wrong('params', '对象', 'an object');
  return Object.entries(params).map(([name, value]) => {
    if (typeof value !== 'string') throw inputError('params 的值应为字符串。', 'The values of params must be strings.');
    return [xmlName('params[…]', name), value];
  });
}
