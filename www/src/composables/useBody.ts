// The body as it would be sent, or why there is none yet.

import { buildRequestJson, type CertType, type Dictionary, type Kind, type Options } from 'mohurd-ecert';
import { computed, type Ref } from 'vue';
import type { useIssues } from './useIssues';
import type { Draft } from './useForm';

export type Body = { state: 'ready'; json: string } | { state: 'empty' } | { state: 'lacking'; what: string };

/** The parts of a form that its body is made of. */
interface Parts {
  kind: Kind;
  draft: Draft;
  options: Ref<Options>;
  certType: Ref<CertType | undefined>;
  certTypes: Dictionary | null;
  issues: ReturnType<typeof useIssues>;
  isEmpty: Ref<boolean>;
}

export function useBody({ kind, draft, options, certType, certTypes, issues, isEmpty }: Parts) {
  return computed<Body>(() => {
    if (isEmpty.value) return { state: 'empty' };
    const { errors, hiddenErrors } = issues.counts.value;
    if (errors + hiddenErrors > 0) return { state: 'lacking', what: mistakes(errors, hiddenErrors) };
    if (certTypes && certType.value === undefined) return { state: 'lacking', what: `还没有选择${certTypes.title}` };
    return { state: 'ready', json: buildRequestJson(kind, [draft], options.value) };
  });
}

/** In one clause; what is not shown yet was not filled in yet. */
function mistakes(shown: number, hidden: number): string {
  return [shown > 0 ? `有 ${shown} 处错误要改正` : '', hidden > 0 ? `有 ${hidden} 处还没有填到` : ''].filter(Boolean).join('，');
}
