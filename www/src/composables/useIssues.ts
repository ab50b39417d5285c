// What was found in a draft, kept field by field, and which of it the clerk sees yet.
//
// A change looks again at the field itself and at the fields where rules that read it stand, and at nothing else. An
// issue is shown once its field was touched, or once everything was asked for.

import { validate, validateField, type FieldName, type FormSpec, type Issue, type Options } from 'mohurd-ecert';
import { computed, ref, shallowReactive, toRaw, watch, type Ref } from 'vue';
import type { Draft } from './useForm';

const NONE: readonly Issue[] = Object.freeze([]);

const isError = (issue: Issue): boolean => issue.severity === 'error';

export function useIssues(spec: FormSpec, draft: Draft, options: Ref<Options>) {
  const found = shallowReactive(new Map<string, readonly Issue[]>());
  const touched = shallowReactive(new Set<string>());
  const revealed = ref(false);
  const affects = new Map(spec.fields.map((field) => [field.name, field.affects]));

  function checkAll(): void {
    const { issues } = validate(spec.kind, toRaw(draft), options.value);
    for (const { name } of spec.fields) put(name, issues);
  }

  function checkField(changed: string): void {
    for (const name of [changed, ...(affects.get(changed) ?? [])]) {
      put(name, validateField(spec.kind, name as FieldName<typeof spec.kind>, toRaw(draft), options.value));
    }
  }

  /** Fields that had nothing and have nothing are left alone: their rows need no drawing. */
  function put(name: string, issues: readonly Issue[]): void {
    const here = issues.filter((issue) => issue.field === name);
    if (here.length > 0) found.set(name, here);
    else found.delete(name);
  }

  function seen(name: string): readonly Issue[] {
    return revealed.value || touched.has(name) ? (found.get(name) ?? NONE) : NONE;
  }

  /** In the order of the table. */
  const visible = computed(() => spec.fields.flatMap((field) => seen(field.name)));
  const all = computed(() => [...found.values()].flat());

  const counts = computed(() => ({
    errors: visible.value.filter(isError).length,
    warnings: visible.value.filter((issue) => !isError(issue)).length,
    hiddenErrors: all.value.filter(isError).length - visible.value.filter(isError).length,
  }));

  function touch(name: string): void {
    touched.add(name);
  }

  function reveal(): void {
    revealed.value = true;
  }

  /** As if nothing had been touched; or, with `shown`, as if everything had been asked for. */
  function restart(shown: boolean): void {
    touched.clear();
    revealed.value = shown;
    checkAll();
  }

  watch(options, checkAll, { immediate: true, flush: 'sync' });

  return { seen, visible, counts, revealed, checkField, touch, reveal, restart };
}
