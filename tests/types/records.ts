import {
  buildRequest,
  example,
  needs,
  normalise,
  validate,
  validateBatch,
  validateField,
  type BusinessInformationItem,
  type Change,
  type FieldName,
  type Kind,
  type ManagerRecord,
  type NeedNow,
  type PreviewRecord,
  type RecordOf,
  type SafetyRecord,
  type SpecialRecord,
} from 'mohurd-ecert';
import { exactly, type Same } from './support.js';

// case: there are four kinds
exactly<Same<Kind, 'safety' | 'special' | 'manager' | 'preview'>>();

// case: each kind has its record
exactly<Same<RecordOf<'safety'>, SafetyRecord>>();
exactly<Same<RecordOf<'special'>, SpecialRecord>>();
exactly<Same<RecordOf<'manager'>, ManagerRecord>>();
exactly<Same<RecordOf<'preview'>, PreviewRecord>>();

// case: an unknown kind does not compile
// @ts-expect-error no such kind
validate('safty', {});

// case: a required field is a string, an optional one may be missing
exactly<Same<SafetyRecord['eCertID'], string>>();
exactly<Same<undefined extends SafetyRecord['certStatusDescription'] ? true : false, true>>();
// @ts-expect-error url is required
const lacking: PreviewRecord = { ID: '1', zzeCertID: '2' };

// case: a closed dictionary offers its codes and takes no other
const male: SpecialRecord['gender'] = '1';
// @ts-expect-error not in the dictionary
const other: SpecialRecord['gender'] = '3';

// case: an open dictionary takes other texts too
const state: ManagerRecord['certState'] = '88';

// case: businessInformation is the list or its text
exactly<Same<NonNullable<SafetyRecord['businessInformation']>, BusinessInformationItem[] | string>>();

// case: example has the record of its kind
exactly<Same<ReturnType<typeof example<'manager'>>, ManagerRecord>>();
const photo: string = example('manager').photo;
// @ts-expect-error a safety licence has no photo
example('safety').photo;

// case: field names are those of the kind
exactly<Same<FieldName<'preview'>, 'ID' | 'zzeCertID' | 'url'>>();
validateField('special', 'gender', {});
// @ts-expect-error no field of a safety licence
validateField('safety', 'gender', {});

// case: needs has every field of the kind
const need: NeedNow = needs('manager', {}).technicalTitle;
exactly<Same<ReturnType<typeof needs<'preview'>>, Record<'ID' | 'zzeCertID' | 'url', NeedNow>>>();
const anyNeeds: Record<string, 'required' | 'one-of' | 'optional'> = needs('special', {});
// @ts-expect-error no field of a preview
needs('preview', {}).gender;

// case: a record may be any object: partial, an interface of one's own, unknown fields, what JSON.parse gives
interface Form {
  certNum: string;
  remark: number;
}
declare const form: Form;
declare const partial: Partial<SafetyRecord>;
validate('safety', form);
validate('safety', partial);
validate('safety', { certNum: 'x', remark: 1 });
validate('safety', JSON.parse('{}'));

// case: what is no object is no record
// @ts-expect-error a string
validate('safety', 'x');
// @ts-expect-error null
validate('safety', null);

// case: normalise gives back the type it was given
const normalised = normalise('safety', form);
exactly<Same<(typeof normalised)['record'], Form>>();
exactly<Same<(typeof normalised)['changes'][number], Change>>();
const change: { rule: string; field: string } | undefined = normalised.changes[0];

// case: a batch takes objects, text and bytes
declare const bytes: Uint8Array;
validateBatch('safety', [form, partial]);
validateBatch('safety', 'text');
validateBatch('safety', bytes);
validateBatch('safety', bytes.buffer as ArrayBuffer);
// @ts-expect-error one record is no batch
validateBatch('safety', form);

// case: a body has the block of its kind
const body = buildRequest('manager', [form]);
const certType: '3' = body.certType;
const records: ManagerRecord[] | undefined = body.managerCertParameter.AcceptData;
// @ts-expect-error the block of another kind
body.safeCertParameter;

// case: a kind that is only known at run time works everywhere
declare const kind: Kind;
validate(kind, form);
needs(kind, form);
example(kind);
normalise(kind, form);
buildRequest(kind, [form], { certType: '1' });
for (const name of Object.keys(needs(kind, form))) name.length;

// case: names that describe gives can be handed on
declare const name: FieldName<Kind>;
validateField(kind, name as FieldName<typeof kind>, form);
