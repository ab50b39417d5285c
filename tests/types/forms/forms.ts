// What the adapters give is what the form libraries take, by the libraries' own types.

import { useForm as useReactForm } from '@tanstack/react-form';
import type { RuleItem, Rules } from 'async-validator';
import type { FormItemRule, FormRules } from 'element-plus';
import type { Rule as AntdRule } from 'antd/es/form';
import type { Rule as AntdVueRule } from 'ant-design-vue/es/form';
import { useForm, type Resolver } from 'react-hook-form';
import { useForm as useVeeForm, type TypedSchema } from 'vee-validate';
import type { ManagerRecord, PreviewRecord, SafetyRecord } from 'mohurd-ecert';
import { affected, formRules, type FormRule } from 'mohurd-ecert/async-validator';
import { ecertResolver } from 'mohurd-ecert/react-hook-form';
import { standardSchema } from 'mohurd-ecert/standard-schema';
import { typedSchema } from 'mohurd-ecert/vee-validate';
import { exactly, type Same } from '../support.js';

// case: TanStack Form takes it
useReactForm({ defaultValues: {} as Partial<PreviewRecord>, validators: { onChange: standardSchema('preview') } });

// case: rules of async-validator, Element Plus, antd and Ant Design Vue
const rules = formRules('manager', () => ({}), undefined, { warnings: true, rule: { trigger: 'blur' } });
exactly<Same<keyof typeof rules, keyof ManagerRecord>>();
const one: FormRule[] = rules.certNum;
const four: RuleItem[] = rules.certNum;
const fours: Rules = rules;
const element: FormItemRule[] = rules.certNum;
const elements: FormRules<ManagerRecord> = rules;
const antd: AntdRule[] = rules.certNum;
const antdVue: AntdVueRule[] = rules.certNum;

// case: VeeValidate takes its schema, and knows what comes out
const typed: TypedSchema<Partial<SafetyRecord>, SafetyRecord> = typedSchema('safety');
useVeeForm({ validationSchema: typedSchema('safety') }).handleSubmit((values) => exactly<Same<typeof values, SafetyRecord>>());

// case: React Hook Form takes its resolver, and knows what comes out
const resolver: Resolver<Partial<SafetyRecord>, unknown, SafetyRecord> = ecertResolver('safety');
const { handleSubmit, register, formState } = useForm({ resolver: ecertResolver('safety') });
handleSubmit((values) => exactly<Same<typeof values, SafetyRecord>>());
register('certNum', { deps: affected('safety', 'certNum') });
const message: string | undefined = formState.errors.certNum?.message;
// @ts-expect-error a name that the table does not have
register('certNumber');

