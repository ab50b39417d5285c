// The body as it would be sent, or why there is none yet.

import { buildRequestJson } from 'mohurd-ecert';
import { computed, type Ref } from 'vue';
import type { Form } from './useForm';

export type Body =
  | { state: 'ready'; json: string }
  | { state: 'empty' }
  | { state: 'untyped' }
  | { state: 'faulty'; shown: number; hidden: number };

export function useBody(form: Ref<Form>) {
  return computed<Body>(() => {
    const { kind, draft, options, issues, certTypes, certType, isEmpty } = form.value;
    if (isEmpty.value) return { state: 'empty' };
    const { errors, hiddenErrors } = issues.counts.value;
    if (errors + hiddenErrors > 0) return { state: 'faulty', shown: errors, hidden: hiddenErrors };
    if (certTypes && certType.value === undefined) return { state: 'untyped' };
    return { state: 'ready', json: buildRequestJson(kind, [draft], options.value) };
  });
}
