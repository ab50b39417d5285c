// Where the record of a certificate that is to be issued comes from.

import { example } from 'mohurd-ecert';
import type { CertKind } from 'mohurd-ecert/qr';
import { toRaw } from 'vue';
import type { Draft, Form } from '../composables/useForm';

export type Source = 'form' | 'example';

/** A copy: the form may change while the certificate is issued. */
export function recordOf(kind: CertKind, form: Form, source: Source): Draft {
  return source === 'form' ? { ...toRaw(form.draft) } : { ...example(kind) };
}

export function isSameRecord(one: Draft, other: Draft): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => JSON.stringify(one[name]) === JSON.stringify(other[name]));
}
