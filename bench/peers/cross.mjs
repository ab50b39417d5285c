// The rules across fields, for the peers that take functions. A rule is silent where what it reads is wrong itself.
import { APPOINTMENTS, RENEWALS, SENTENCE, STATE_CODES, STATES, TODAY_NUMBER } from './facts.mjs';
import { birthOf, certNumber, dateOf, genderOf, isCitizen, licenceId, MARKS } from './values.mjs';

const ordered = (first, second) => first === 0 || second === 0 || first <= second;
const citizen = (record) => (record.identityCardType === '111' ? birthOf(record.identityCard) : 0);

const isGender = (gender) => gender === '1' || gender === '2';

/** The fields whose value a rule across fields finds wrong; `ok` gets the whole record. */
export const CROSS = [
  {
    field: 'certNum',
    reads: ['categoryCode'],
    ok: (record) =>
      certNumber(record.certNum)?.[2] === record.categoryCode || !certNumber(record.certNum) || !(record.categoryCode in APPOINTMENTS),
  },
  {
    field: 'certNum',
    reads: ['provinceNum'],
    ok: (record) => MARKS.get(record.provinceNum)?.includes(certNumber(record.certNum)?.[1] ?? '') ?? true,
  },
  { field: 'issuedDate', reads: ['issuDate'], ok: (record) => ordered(dateOf(record.issuedDate), dateOf(record.issuDate)) },
  {
    field: 'issuDate',
    reads: ['expiringDate'],
    ok: (record) => dateOf(record.issuDate) <= TODAY_NUMBER && ordered(dateOf(record.issuDate), dateOf(record.expiringDate)),
  },
  { field: 'expiringDate', reads: ['effectiveDate'], ok: (record) => ordered(dateOf(record.effectiveDate), dateOf(record.expiringDate)) },
  {
    field: 'expiringDate',
    reads: ['operateType'],
    ok: (record) => (record.operateType !== '01' && record.operateType !== '02') || ordered(TODAY_NUMBER, dateOf(record.expiringDate)),
  },
  {
    field: 'gender',
    reads: ['identityCard', 'identityCardType'],
    ok: (record) => citizen(record) === 0 || !isGender(record.gender) || record.gender === genderOf(record.identityCard),
  },
  {
    field: 'birthDate',
    reads: ['identityCard', 'identityCardType'],
    ok: (record) => citizen(record) === 0 || dateOf(record.birthDate) === 0 || dateOf(record.birthDate) === citizen(record),
  },
  {
    field: 'birthDate',
    reads: ['issuedDate'],
    ok: (record) => dateOf(record.issuedDate) === 0 || dateOf(record.birthDate) < dateOf(record.issuedDate),
  },
  {
    field: 'identityCard',
    reads: ['identityCardType'],
    ok: (record) => record.identityCard === undefined || record.identityCardType !== '111' || isCitizen(record.identityCard, TODAY_NUMBER),
  },
  { field: 'identityCardType', reads: [], ok: ({ identityCardType }) => identityCardType !== '001' && identityCardType !== '099' },
  {
    field: 'appointment',
    reads: ['categoryCode'],
    ok: (record) => record.appointment === undefined || (APPOINTMENTS[record.categoryCode]?.includes(record.appointment) ?? true),
  },
  {
    field: 'technicalTitle',
    reads: ['educationDegree', 'categoryCode', 'appointment'],
    ok: (record) => record.technicalTitle !== undefined || record.educationDegree !== undefined || !needsTitle(record),
  },
  {
    field: 'certStatusDescription',
    reads: ['certState'],
    ok: (record) => record.certState !== '99' || record.certStatusDescription === SENTENCE,
  },
  {
    field: 'associatedZzeCertID',
    reads: ['operateType'],
    ok: (record) => (record.associatedZzeCertID === undefined ? !RENEWALS.includes(record.operateType) : record.operateType !== '01'),
  },
  {
    field: 'associatedZzeCertID',
    reads: ['certNum'],
    ok: (record) => serialAgrees(licenceId(record.associatedZzeCertID), certNumber(record.certNum)),
  },
  {
    field: 'operateType',
    reads: ['certState'],
    ok: (record) => !STATE_CODES.has(record.certState) || (STATES[record.operateType]?.includes(record.certState) ?? true),
  },
];

function needsTitle({ categoryCode, appointment }) {
  return categoryCode?.[0] === 'C' || (categoryCode === 'A' && appointment !== undefined && appointment !== '01');
}

function serialAgrees(licence, number) {
  return licence === null || number === null || licence[3] === number[3] + number[4];
}
