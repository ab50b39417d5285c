// One changed field by itself, with the rules that stand at it: by hand, and in async-validator. Three fields: of no rule, of one, of two.
import { asyncField } from './async-validator.mjs';
import { TODAY_NUMBER } from './facts.mjs';
import { identityCard } from './hand.mjs';
import { CLEAN, dateOf } from './values.mjs';

const BY_HAND = {
  companyName: ({ companyName: text }) => typeof text === 'string' && text !== '' && text.length <= 200 && CLEAN.test(text),
  identityCard,
  expiringDate(record) {
    const end = dateOf(record.expiringDate);
    const isNew = record.operateType === '01' || record.operateType === '02';
    return end !== 0 && dateOf(record.effectiveDate) <= end && (!isNew || end >= TODAY_NUMBER);
  },
};

/** For each of the fields its checks: whether a record's value is right. */
export const FIELD_PEERS = Object.keys(BY_HAND).map((name) => {
  const check = asyncField(name);
  return { name, 'hand-written': BY_HAND[name], 'async-validator': (record) => check(record).length === 0 };
});
