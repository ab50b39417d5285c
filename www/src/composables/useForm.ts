// One kind's form: its draft, what it needs now, what was found in it, the body and the sending of it, and the way back from a
// replaced draft.
//
// Drafts live in memory only: they hold names, id numbers and photos.

import { describe, dictionary, example, needs, validate, type CertType, type Kind, type Options, type Profile } from 'mohurd-ecert';
import { computed, ref, shallowReactive, shallowRef, toRaw, type Ref } from 'vue';
import { useBody } from './useBody';
import { useIssues } from './useIssues';
import { useSend } from './useSend';

/** A record while it is filled: what is blank is absent. */
export type Draft = Record<string, unknown>;

/** What was done to the whole draft, and the draft as it was before. */
export interface Step {
  done: 'filled' | 'cleared' | 'loaded';
  draft: Draft;
  certType: CertType | undefined;
}

export type Form = ReturnType<typeof useForm>;

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export function useForm(kind: Kind, profile: Ref<Profile>) {
  const spec = describe(kind);
  const draft: Draft = shallowReactive<Draft>({});
  const certType = ref<CertType>();
  /** A preview address can be any certificate's: it must be said whose. */
  const certTypes = kind === 'preview' ? dictionary('certType') : null;
  const options = computed<Options>(() => ({ profile: profile.value, certType: certType.value }));
  const needed = computed<Record<string, string>>(() => needs(kind, draft, options.value));
  const issues = useIssues(spec, draft, options);
  const isEmpty = computed(() => Object.keys(draft).length === 0 && certType.value === undefined);
  const body = useBody({ kind, draft, options, certType, certTypes, issues, isEmpty });
  const sender = useSend(kind, draft, options, certType);
  const undoable = shallowRef<Step | null>(null);

  function set(name: string, value: unknown): void {
    if (isBlank(value)) delete draft[name];
    else draft[name] = value;
    undoable.value = null;
    issues.touch(name);
    issues.checkField(name);
  }

  function chooseType(code: CertType | undefined): void {
    certType.value = code;
    undoable.value = null;
  }

  function replace(record: Draft, type: CertType | undefined): void {
    for (const name of Object.keys(draft)) delete draft[name];
    Object.assign(draft, record);
    certType.value = type;
  }

  function remember(done: Step['done']): void {
    undoable.value = { done, draft: { ...toRaw(draft) }, certType: certType.value };
  }

  function fillExample(): void {
    remember('filled');
    const record: Draft = { ...example(kind) };
    replace(record, typeOfExample(record));
    issues.restart(true);
  }

  /** Fills in a record from elsewhere, to be mended. */
  function load(record: Draft): void {
    remember('loaded');
    replace(record, undefined);
    issues.restart(true);
  }

  /** The certificate type that the example belongs to: the one under which nothing is found in it. */
  function typeOfExample(record: Draft): CertType | undefined {
    const codes = certTypes?.rows.map((row) => row.code as CertType) ?? [];
    return codes.find((code) => validate(kind, record, { certType: code }).issues.length === 0) ?? codes[0];
  }

  function clear(): void {
    remember('cleared');
    replace({}, undefined);
    issues.restart(false);
  }

  function undo(): void {
    const before = undoable.value;
    if (!before) return;
    replace(before.draft, before.certType);
    undoable.value = null;
    issues.restart(false);
    Object.keys(before.draft).forEach(issues.touch);
  }

  const state = { kind, spec, draft, certType, certTypes, options, needed, issues, isEmpty, body, sender, undoable };
  return { ...state, set, chooseType, fillExample, load, clear, undo };
}
