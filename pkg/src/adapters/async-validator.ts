// Rules for async-validator: Element UI (1.8), Element Plus and Ant Design Vue (4.2), antd (@rc-component/async-validator).
// Each rule looks at the whole model, since rules across fields do, and says what stands at its own field.

import { describe } from '../data.js';
import { init } from '../instance.js';
import { needs } from '../live.js';
import { onlyNamed, wrong } from '../options.js';
import { isRecord } from '../pack.js';
import type { NeedNow, Options } from '../shapes.js';
import type { FieldName, Kind } from '../tables.js';
import { checkArguments, issuesAt } from './shared.js';

export { affected, dependencies } from '../data.js';

/** The form's model: a reactive object, a ref of one, or a function that gives the record. */
export type Model = object | (() => object);

/** A rule as the libraries take it. */
export interface FormRule {
  /** Whether the field must be filled as the model stands: the mark at its label. That it is empty, `validator` says. */
  readonly required?: boolean;
  /**
   * Rejects with the issues at the field, each with message, rule, severity, params and citation. The promise is written as
   * `any`, because the types of async-validator do not know that it takes one.
   */
  readonly validator: () => any;
  /** Its issues are warnings. */
  readonly warningOnly?: true;
  /** When Element and Ant Design Vue validate it. */
  readonly trigger?: 'blur' | 'change' | ('blur' | 'change')[];
  /** When antd validates it. */
  readonly validateTrigger?: string | string[];
}

/** What formRules takes beside the options of the checks. */
export interface FormRuleOptions {
  /** For antd: warnings as rules of their own, marked `warningOnly`. The other libraries would show them as errors. Default false. */
  warnings?: boolean | undefined;
  /** Members for every rule: `{ trigger: 'blur' }`, in antd `{ validateTrigger: 'onBlur' }`. Default: none, the form decides. */
  rule?: Pick<FormRule, 'trigger' | 'validateTrigger'> | undefined;
}

/**
 * The rules of every field of a kind, by field name. A rule awaits `init()` by itself.
 *
 * @throws InputError when the kind, the model or an option is malformed.
 *
 * @example
 * const form = reactive({ ...record });
 * const rules = formRules('manager', form); // <el-form :model="form" :rules="rules">
 */
export function formRules<K extends Kind>(kind: K, model: Model, options?: Options, own: FormRuleOptions = {}): Record<FieldName<K>, FormRule[]> {
  checkArguments(kind, options);
  onlyNamed(own, ['warnings', 'rule']);
  const record = recordOf(model);
  const rule = (field: string, errors: boolean, more: object): FormRule => {
    const validator = async (): Promise<void> => {
      await init();
      const issues = issuesAt(kind, field, record(), options, errors);
      // Copies, and without the field: the libraries write the name that the form has for it, and the value, into them.
      if (issues.length > 0) throw issues.map((issue) => Object.assign({}, issue, { field: undefined }));
    };
    return Object.assign(more, own.rule, { validator });
  };
  const all: Record<string, FormRule[]> = {};
  for (const { name, need } of describe(kind).fields) {
    const required = {
      get required() {
        return need === 'yes' || (need !== 'no' && neededNow(kind, name, record, options));
      },
    };
    all[name] = [rule(name, true, required)];
    if (own.warnings) all[name].push(rule(name, false, { warningOnly: true }));
  }
  return all as Record<FieldName<K>, FormRule[]>;
}

function recordOf(model: Model): () => object {
  if (typeof model === 'function') return model as () => object;
  if (!isRecord(model)) throw wrong('model', 'a record, or a function that gives it', '记录，或返回记录的函数');
  return () => ('__v_isRef' in model ? (model['value'] as object) : model);
}

/** Before init() nobody knows; a label may then do without its mark. */
function neededNow(kind: Kind, field: string, record: () => object, options?: Options): boolean {
  try {
    return (needs(kind, record(), options) as Record<string, NeedNow>)[field] === 'required';
  } catch {
    return false;
  }
}
