// One changed field by itself, with the rules that stand at it and those that read it: by hand, and in async-validator.
// Three fields: one of no rule, one of four and one of three.
import { asyncField } from './async-validator.mjs';
import { TODAY_NUMBER } from './facts.mjs';
import { identityCard } from './hand.mjs';
import { birthOf, CLEAN, dateOf, genderOf } from './values.mjs';

const BY_HAND = {
  companyName: ({ companyName: text }) => typeof text === 'string' && text !== '' && text.length <= 200 && CLEAN.test(text),
  identityCard(record) {
    if (!identityCard(record)) return false;
    const birth = record.identityCardType === '111' ? birthOf(record.identityCard) : 0;
    if (birth === 0) return true;
    const { gender } = record;
    const date = dateOf(record.birthDate);
    return ((gender !== '1' && gender !== '2') || gender === genderOf(record.identityCard)) && (date === 0 || date === birth);
  },
  expiringDate(record) {
    const end = dateOf(record.expiringDate);
    const isNew = record.operateType === '01' || record.operateType === '02';
    const issue = dateOf(record.issuDate);
    return end !== 0 && dateOf(record.effectiveDate) <= end && (!isNew || end >= TODAY_NUMBER) && issue <= end && issue <= TODAY_NUMBER;
  },
};

/** For each of the fields its checks: whether a record's value is right. */
export const FIELD_PEERS = Object.keys(BY_HAND).map((name) => {
  const check = asyncField(name);
  return { name, 'hand-written': BY_HAND[name], 'async-validator': (record) => check(record).length === 0 };
});
