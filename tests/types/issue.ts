import { issue, type ComposeInput, type IssueState, type IssueSteps, type Problem, type StepName, type StepStatus } from 'mohurd-ecert/qr';
import { example, type BuildOptions, type Issue, type ManagerRecord } from 'mohurd-ecert';
import { Gateway, type Failure, type Reply } from 'mohurd-ecert/gateway';
import { exactly, type Same } from './support.js';

// case: the steps, and where one stands
exactly<Same<StepName, 'validate' | 'submit' | 'decrypt' | 'compose' | 'preview'>>();
exactly<Same<StepStatus, 'waiting' | 'started' | 'done' | 'failed' | 'unknown'>>();

// case: a problem
exactly<Same<Problem, { message: string; issues?: Issue[]; replies?: Reply[]; failure?: Failure; code?: string }>>();

// case: a state
exactly<
  Same<
    IssueState,
    {
      format: 1;
      kind: 'safety' | 'special' | 'manager';
      eCertID: string;
      done: boolean;
      next: StepName | null;
      ended?: 'no-assignment';
      steps: Record<StepName, { status: StepStatus; attempts: number; problem?: Problem }>;
      codes: { encryCertid: string; encryKey: string } | null;
      assignment: { id: string; content: string } | null;
      composed: { zzeCertID: string; url: string } | null;
    }
  >
>();

// case: what is asked of the caller
const gateway = new Gateway({ baseUrl: '/ecert' });
const steps: IssueSteps<'manager'> = {
  kind: 'manager',
  gateway,
  decrypt: ({ encryCertid, encryKey }, { kind, eCertID }) => ({ id: encryCertid, content: encryKey + kind + eCertID }),
  async compose(input) {
    exactly<Same<typeof input, ComposeInput<'manager'>>>();
    exactly<Same<typeof input.record, ManagerRecord>>();
    return { zzeCertID: input.id, url: input.svg.slice(input.png.length, input.attempt) };
  },
};
exactly<Same<ReturnType<typeof issue>, Promise<IssueState>>>();
const state: Promise<IssueState> = issue(example('manager'), steps);

// case: what may be given besides
const options: BuildOptions = { locale: 'en' };
state.then((state) => issue({}, { ...steps, state, previous: state, onState: async () => {}, resendUnknown: true, signal: AbortSignal.abort(), options }));
void issue({}, { ...steps, previous: '1.2', state: undefined, onState: undefined, signal: undefined, options: undefined, resendUnknown: undefined });

// case: a gateway needs two methods
void issue({}, { ...steps, gateway: { submit: gateway.submit, submitPreview: gateway.submitPreview } });

// @ts-expect-error a preview is none that is issued
void issue({}, { ...steps, kind: 'preview' });
// @ts-expect-error no compose
void issue({}, { kind: 'safety', gateway, decrypt: steps.decrypt });
// @ts-expect-error a name that no member has
void issue({}, { ...steps, retry: 3 });
// @ts-expect-error half an answer
void issue({}, { ...steps, decrypt: () => ({ id: '' }) });
