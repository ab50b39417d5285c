// What a single text must be, by the names that facts.mjs uses.
import { INFO_TYPES, LICENCE_TYPE, PROVINCES } from './facts.mjs';
import { CLEAN, certNumber, dateOf, isCreditCode, isInfo, isProvincial, isRecordId, licenceId } from './values.mjs';

export const FORMS = {
  text: (text) => CLEAN.test(text),
  date: (text) => dateOf(text) !== 0,
  'record-id': isRecordId,
  'cert-number': (text) => certNumber(text) !== null,
  issuer: (text) => CLEAN.test(text) && isProvincial(text, PROVINCES),
  'issuer-code': (text) => text[0] === '1' && isCreditCode(text),
  'credit-code': isCreditCode,
  'licence-id': (text) => licenceId(text)?.[1] === LICENCE_TYPE,
  info: (items) => isInfo(items, INFO_TYPES),
};
