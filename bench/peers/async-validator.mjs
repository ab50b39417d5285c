// async-validator 4, as Element Plus and Ant Design use it: rules a field, functions for what is no pattern. It knows no
// strange names, so they are looked for beside it, as by whoever needs that.
import Imported from 'async-validator';
import { CROSS } from './cross.mjs';
import { FIELDS, NAMES } from './facts.mjs';
import { FORMS } from './forms.mjs';

const Schema = Imported.default ?? Imported;
// It prints every fault to the console of a page under development.
Schema.warning = () => {};
const fails = 'wrong';

const asRule = ({ ok }) => ({ validator: (_rule, _value, done, source) => (ok(source) ? done() : done(fails)) });

function rulesOf({ name, required, max, codes, form }, forms) {
  const own = (_, value, done) =>
    value === undefined || ((typeof value === 'string' || form === 'info') && forms[form](value)) ? done() : done(fails);
  const rules = [form === 'info' ? { type: 'array' } : { type: 'string', required, ...(max && form !== 'date' && { max }) }];
  rules.push(codes ? { type: 'enum', enum: codes } : { validator: own });
  return rules.concat(CROSS.filter(({ field }) => field === name).map(asRule));
}

const nothing = () => {};

/** The names of wrong fields; every rule here answers at once, so that the callback has run when the call returns. */
function wrongOf(schema, record) {
  let wrong = [];
  schema
    .validate(record, {}, (errors) => {
      if (errors) wrong = errors.map(({ field }) => field);
    })
    .catch(nothing);
  return wrong;
}

export function asyncValidator(isPhoto) {
  const forms = { ...FORMS, photo: isPhoto };
  const schema = new Schema(Object.fromEntries(FIELDS.map((field) => [field.name, rulesOf(field, forms)])));
  return (record) => wrongOf(schema, record).concat(Object.keys(record).filter((name) => !NAMES.has(name)));
}

/** One field with the rules that stand at it and those that read it: what may change when it does. */
export function asyncField(name) {
  const own = rulesOf(
    FIELDS.find((field) => field.name === name),
    FORMS,
  );
  const reading = CROSS.filter(({ reads }) => reads.includes(name)).map(asRule);
  const schema = new Schema({ [name]: [...own, ...reading] });
  return (record) => wrongOf(schema, record);
}
