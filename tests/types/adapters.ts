import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import type { Issue, Options, PreviewRecord, SafetyRecord } from 'mohurd-ecert';
import { affected, dependencies, formRules } from 'mohurd-ecert/async-validator';
import { attach, type Attached } from 'mohurd-ecert/constraint';
import { ecertResolver } from 'mohurd-ecert/react-hook-form';
import { loadJsonSchema, standardSchema } from 'mohurd-ecert/standard-schema';
import { typedSchema } from 'mohurd-ecert/vee-validate';
import { exactly, type Same } from './support.js';

declare const options: Options;
declare const form: HTMLFormElement;

// case: a Standard Schema, and a Standard JSON Schema
const schema = standardSchema('safety', options, { onWarnings: (warnings: Issue[]) => warnings.length });
const standard: StandardSchemaV1<Partial<SafetyRecord>, SafetyRecord> = schema;
const json: StandardJSONSchemaV1<Partial<SafetyRecord>, SafetyRecord> = schema;
exactly<Same<StandardSchemaV1.InferInput<typeof schema>, Partial<SafetyRecord>>>();
exactly<Same<StandardSchemaV1.InferOutput<typeof schema>, SafetyRecord>>();
exactly<Same<ReturnType<typeof loadJsonSchema>, Promise<void>>>();

// case: its answer needs no await, and its issues are those of the package
const result = schema['~standard'].validate({});
if (result.issues) exactly<Same<(typeof result.issues)[number], Issue>>();
else exactly<Same<typeof result.value, SafetyRecord>>();

// case: fields by name
exactly<Same<ReturnType<typeof affected<'preview'>>, (keyof PreviewRecord)[]>>();
exactly<Same<ReturnType<typeof dependencies<'preview'>>, (keyof PreviewRecord)[]>>();
// @ts-expect-error a name that the table does not have
affected('preview', 'certNum');
// @ts-expect-error a name that the table does not have
formRules('manager', {}).certNumber;

// case: a native form
const attached: Attached = attach(form, 'special', options, { record: (values) => values, signal: new AbortController().signal });
exactly<Same<ReturnType<Attached['validate']>, Promise<boolean>>>();
// @ts-expect-error no such option
attach(form, 'special', options, { summary: form });
// @ts-expect-error no form
attach('form', 'special');

// case: wrong kinds and options do not compile
// @ts-expect-error no such kind
standardSchema('safty');
// @ts-expect-error no such option
typedSchema('safety', {}, { onWarning: () => {} });
// @ts-expect-error no such profile
ecertResolver('safety', { profile: 'loose' });
