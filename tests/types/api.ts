import {
  InputError,
  ValidationError,
  buildRequestJson,
  describe,
  dictionary,
  init,
  rules,
  validate,
  validateBatch,
  validateField,
  validateRequest,
  validationStream,
  type BatchReport,
  type BuildOptions,
  type Dictionary,
  type DictionaryId,
  type FieldSpec,
  type FormSpec,
  type Issue,
  type Kind,
  type Options,
  type Report,
  type RuleId,
  type RuleInfo,
  type StreamEvent,
  type StreamOptions,
} from 'mohurd-ecert';
import { exactly, type Same } from './support.js';

// case: an issue
exactly<
  Same<
    Issue,
    {
      rule: string;
      severity: 'error' | 'warning';
      path: (string | number)[];
      field: string | null;
      message: string;
      params: Record<string, string | number>;
      cite: string;
    }
  >
>();

// case: a report
exactly<Same<Report, { valid: boolean; issues: Issue[] }>>();
exactly<Same<ReturnType<typeof validate>, Report>>();
exactly<Same<ReturnType<typeof validateField>, Issue[]>>();

// case: the report of a batch
exactly<Same<BatchReport, { total: number; valid: number; invalid: number; issues: Issue[] }>>();
exactly<Same<ReturnType<typeof validateBatch>, BatchReport>>();

// case: a stream takes bytes and gives events, between what a platform has of streams
exactly<Same<ReturnType<typeof validationStream>, TransformStream<Uint8Array, StreamEvent>>>();
declare const file: Blob;
declare const response: Response;
const events: ReadableStream<StreamEvent> = file.stream().pipeThrough(validationStream('manager'));
response.body?.pipeThrough(validationStream('manager', { locale: 'en', signal: AbortSignal.abort() }));
const part: BatchReport = {} as StreamEvent;
exactly<Same<StreamEvent['bytes'] | StreamEvent['done'], number | boolean>>();
const streamOptions: StreamOptions = { signal: undefined, profile: 'strict' };
// @ts-expect-error no such kind
validationStream('safty');
// @ts-expect-error a controller is no signal
validationStream('safety', { signal: new AbortController() });

// case: the report of a request is a report, and says the kind
const report = validateRequest('{}');
const plain: Report = report;
exactly<Same<(typeof report)['kind'], Kind | null>>();
validateRequest({});
validateRequest(new Uint8Array());
// @ts-expect-error no body
validateRequest(5);

// case: options in full
const options: Options = {
  profile: 'strict',
  locale: 'en',
  rules: { 'field/date': 'off', 'photo/resolution': 'warning' },
  dictionaries: { gender: [{ code: '3', name: '其他' }] },
  today: '2024-01-01',
  certType: '1',
};
const none: Options = { today: null };

// case: options that are absent may be undefined
const absent: Options = { profile: undefined, today: undefined };

// case: rules and dictionaries that are made at run time
declare const severities: Record<string, 'error' | 'warning' | 'off'>;
const made: Options = { rules: severities, dictionaries: { gender: [...dictionary('gender').rows] } };

// case: constants may be deeply readonly
const constant = { profile: 'strict', dictionaries: { gender: [{ code: '1', name: '男' }] } } as const;
validate('safety', {}, constant);

// case: wrong options do not compile
// @ts-expect-error no such profile
const profile: Options = { profile: 'loose' };
// @ts-expect-error no such locale
const locale: Options = { locale: 'zh' };
// @ts-expect-error no such severity
const severity: Options = { rules: { 'field/date': 'fatal' } };
// @ts-expect-error a day is a text
const day: Options = { today: new Date() };
// @ts-expect-error a code is a text
const code: Options = { dictionaries: { gender: [{ code: 1, name: 'x' }] } };
// @ts-expect-error certType is a text
const type: Options = { certType: 1 };
// @ts-expect-error no such option
const stranger: Options = { listkey: 'acceptData' };

// case: options of a body are options
const build: BuildOptions = { ...options, listKey: 'AcceptData', businessInformation: 'string', normalise: true, extra: ['oldcertNum'] };
const both: Options = build;
validate('safety', {}, build);
// @ts-expect-error no such list
const list: BuildOptions = { listKey: 'acceptdata' };

// case: a body as text
exactly<Same<ReturnType<typeof buildRequestJson>, string>>();
// @ts-expect-error one record is no list
buildRequestJson('safety', {});

// case: errors
declare const error: unknown;
if (error instanceof ValidationError) exactly<Same<(typeof error)['issues'], Issue[]>>();
if (error instanceof InputError) exactly<Same<(typeof error)['message'], string>>();

// case: a form
exactly<Same<ReturnType<typeof describe>, FormSpec>>();
exactly<Same<FormSpec['fields'], readonly FieldSpec[]>>();
exactly<Same<FieldSpec['maxLength'], number | null>>();
exactly<Same<FieldSpec['need'], 'yes' | 'no' | { readonly text: string; readonly reads: readonly string[] }>>();
// @ts-expect-error shared data is not to be changed
describe('safety').title = 'x';

// case: a dictionary, by a known id and by one from a form
exactly<Same<ReturnType<typeof dictionary>, Dictionary>>();
const known: DictionaryId = 'gender';
declare const field: FieldSpec;
if (field.dictionary) dictionary(field.dictionary).rows.map(({ code, name }) => code + name);
dictionary('a text from elsewhere' as string);

// case: rules
exactly<Same<ReturnType<typeof rules>, readonly RuleInfo[]>>();
const id: RuleId = 'field/date';
// @ts-expect-error no such rule
const unknown: RuleId = 'field/dates';

// case: init takes every source
init();
init('core.wasm');
init(new URL('https://a.example/core.wasm'));
init(fetch('core.wasm'));
init(new Response());
init(new Uint8Array());
init(new ArrayBuffer(0));
declare const module: WebAssembly.Module;
init(module);
exactly<Same<ReturnType<typeof init>, Promise<void>>>();
