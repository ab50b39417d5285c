import {
  Gateway,
  GatewayError,
  InputError,
  init,
  parseReply,
  type Call,
  type CallNote,
  type Failure,
  type GatewaySettings,
  type Issue,
  type LogEntry,
  type Outcome,
  type SoapAnswer,
  type State,
  type SubmitOptions,
  type SubmitReport,
  type TransportRequest,
  type TransportResponse,
} from 'mohurd-ecert/gateway';
import { InputError as SameError, type BuildOptions, type Kind } from 'mohurd-ecert';
import { exactly, type Same } from './support.js';

// case: the state of a record
exactly<Same<State, 'accepted' | 'accepted-with-warning' | 'refused' | 'invalid' | 'unknown' | 'not-sent'>>();

// case: a failure
exactly<
  Same<
    Failure,
    { call: Call; cause: string; code: number | null; retryable: boolean; notReceived: boolean; message: string; advice: string }
  >
>();
exactly<Same<GatewayError['failure'], Failure>>();
exactly<Same<Call, 'token' | 'validate' | 'log' | 'submit' | 'preview' | 'soap'>>();

// case: an outcome
exactly<
  Same<
    Outcome,
    {
      index: number;
      eCertID: string | null;
      ID?: string | null;
      state: State;
      issues: Issue[];
      replies: { text: string; field: string | null }[];
      encryCertid?: string;
      encryKey?: string;
      failure?: Failure;
    }
  >
>();

// case: a report
exactly<Same<SubmitReport, { kind: Kind; total: number; counts: Record<State, number>; outcomes: Outcome[]; calls: CallNote[] }>>();

// case: one class of InputError for all entries
exactly<Same<typeof InputError, typeof SameError>>();

// case: a gateway takes its settings, and nothing else
const settings: GatewaySettings = { baseUrl: new URL('http://127.0.0.1/'), interfaces: { submit: { via: { soap: { method: 'a', param: 'b' } } } } };
const gateway = new Gateway(settings);
new Gateway({ baseUrl: '/ecert', transport: async (request: TransportRequest): Promise<TransportResponse> => fetch(request.url) });
new Gateway({ baseUrl: '/ecert', systemId: 's', tokenProvider: () => ({ token: 't' }) });
// @ts-expect-error no address
new Gateway({ systemId: 's' });
// @ts-expect-error a name that no setting has
new Gateway({ baseUrl: '/ecert', baseURL: '/ecert' });
// @ts-expect-error no way
new Gateway({ baseUrl: '/ecert', interfaces: { submit: { via: 'xml' } } });

// case: every method answers with a promise
exactly<Same<Awaited<ReturnType<typeof gateway.token>>, { token: string; remoteAddr: string | null }>>();
exactly<Same<ReturnType<typeof gateway.validateToken>, Promise<boolean>>>();
exactly<Same<ReturnType<typeof gateway.log>, Promise<boolean>>>();
exactly<Same<ReturnType<typeof gateway.soap>, Promise<SoapAnswer>>>();
exactly<Same<ReturnType<typeof gateway.submitPreview>, Promise<SubmitReport>>>();
exactly<Same<ReturnType<typeof gateway.relay>, Promise<{ text: string } | { failure: Failure }>>>();
exactly<Same<ReturnType<typeof init>, Promise<void>>>();

// case: a submission is of a kind
void gateway.submit('safety', [{ certNum: '' }], { chunkSize: 2, onProgress: ({ done, total }) => done / total, signal: AbortSignal.abort() });
// @ts-expect-error no kind
void gateway.submit('safty', []);
// @ts-expect-error no array
void gateway.submit('safety', {});
// @ts-expect-error a name that no option has
void gateway.submit('safety', [], { chunk: 2 });

// case: its options are those of checking and writing too
const build: BuildOptions = { locale: 'en' };
const options: SubmitOptions = { ...build, resume: parseReply('safety', '{}'), resendUnknown: true };
void gateway.submitPreview('1', [], options);

// case: a log entry is typed
const entry: LogEntry = {
  interfaceId: 'i',
  logType: 1,
  logId: 'l',
  method: 'POST',
  requestTime: '2024-01-01 00:00:00',
  responseTime: '2024-01-01 00:00:00',
  remoteIp: '127.0.0.1',
  status: 200,
  path: 'http://127.0.0.1/',
};
void gateway.log(entry);
// @ts-expect-error no such type of log
void gateway.log({ ...entry, logType: 4 });
