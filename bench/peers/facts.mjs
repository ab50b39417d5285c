// A table as the peers use it, from the package: names, lengths, needs, codes; and the manager's tables of rules across fields.
import { describe, dictionary } from 'mohurd-ecert';

export const codesOf = (id) => dictionary(id).rows.map(({ code }) => code);

export const TODAY = '2026-06-30';
export const TODAY_NUMBER = 20_260_630;
export const PROVINCES = dictionary('provinceNum').rows.map(({ name }) => name);
export const INFO_TYPES = new Set(codesOf('manager.infoType'));
export const LICENCE_TYPE = '11100000000013338W011';
export const SENTENCE = '持证人正在办理跨企业变更业务，办理完成前本证书暂不可用。';

/** The fields that are neither plain text nor a date. */
const OWN_FORMS = {
  eCertID: 'record-id',
  certNum: 'cert-number',
  issuAuth: 'issuer',
  issuAuthCode: 'issuer-code',
  creditCode: 'credit-code',
  economicType: 'economic-type',
  associatedZzeCertID: 'licence-id',
  photo: 'photo',
  businessInformation: 'info',
};

function fieldOf({ name, type, need, maxLength, dictionary: id }) {
  return {
    name,
    required: need === 'yes',
    // A whole licence id may be one character longer than its row says (reading R10).
    max: name === 'associatedZzeCertID' ? 73 : maxLength,
    codes: id && name !== 'businessInformation' ? codesOf(id) : null,
    form: OWN_FORMS[name] ?? (type === 'date' ? 'date' : 'text'),
  };
}

/** The fields of a kind in order: name, whether needed always, most characters, codes, and what its text must be. */
export const fieldsOf = (kind) => describe(kind).fields.map(fieldOf);

export const FIELDS = fieldsOf('manager');

export const NAMES = new Set(FIELDS.map(({ name }) => name));

export const APPOINTMENTS = {
  A: ['01', '02', '03', '04', '05', '06', '99'],
  B: ['07'],
  C1: ['08'],
  C2: ['08'],
  C3: ['08'],
};

/** Which certificate states go with an operation. */
export const STATES = {
  '01': ['01'],
  '02': ['01'],
  '03': ['02'],
  '04': ['05'],
  '05': ['03', '04', '06', '07'],
  '06': ['01'],
  '07': ['99', '01'],
  '08': ['01'],
  '09': ['01'],
  10: ['01'],
};

export const STATE_CODES = new Set(codesOf('manager.certState'));
export const RENEWALS = ['02', '08', '09'];
