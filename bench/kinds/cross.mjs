// The rules across fields of the other two certificates. A rule is silent where what it reads is wrong itself.
import { codesOf, TODAY_NUMBER } from '../peers/facts.mjs';
import { birthOf, dateOf, genderOf, isCitizen, licenceId, MARKS } from '../peers/values.mjs';
import { OTHER_TRADE, RENEWALS, STATES } from './tables.mjs';

const ordered = (first, second) => first === 0 || second === 0 || first <= second;
const order = (first, second) => ({ field: first, ok: (record) => ordered(dateOf(record[first]), dateOf(record[second])) });
const OPERATIONS = new Set(codesOf('operationCategory'));

/** This one stands at the later of its dates. */
const VALIDITY = { field: 'expiringDate', ok: order('effectiveDate', 'expiringDate').ok };

const isNew = ({ operateType }) => operateType === '01' || operateType === '02';

/** The document of a person, by the names of its two fields. */
function person(number, type) {
  return [
    { field: number, ok: (record) => record[number] === undefined || record[type] !== '111' || isCitizen(record[number], TODAY_NUMBER) },
    { field: type, ok: (record) => record[type] !== '001' && record[type] !== '099' },
  ];
}

function shared({ numberOf, states }) {
  const licenceFits = (licence, number) => licence === null || number === null || licence[3] === number[3] + number[4];
  return [
    { field: 'certNum', ok: ({ certNum, provinceNum }) => MARKS.get(provinceNum)?.includes(numberOf(certNum)?.[1] ?? '') ?? true },
    { field: 'issuDate', ok: ({ issuDate }) => dateOf(issuDate) <= TODAY_NUMBER },
    order('issuDate', 'expiringDate'),
    VALIDITY,
    { field: 'expiringDate', ok: (record) => !isNew(record) || ordered(TODAY_NUMBER, dateOf(record.expiringDate)) },
    { field: 'certStatusDescription', ok: (record) => record.certState !== '99' || record.certStatusDescription !== undefined },
    {
      field: 'associatedZzeCertID',
      ok: (record) =>
        record.associatedZzeCertID === undefined ? !RENEWALS.includes(record.operateType) : record.operateType !== '01',
    },
    {
      field: 'associatedZzeCertID',
      ok: (record) => licenceFits(licenceId(record.associatedZzeCertID), numberOf(record.certNum)),
    },
    {
      field: 'operateType',
      ok: ({ certState, operateType }) => !states.has(certState) || (STATES[operateType]?.includes(certState) ?? true),
    },
  ];
}

const SAFETY = [order('firstIssuDate', 'issuDate'), ...person('responsiblePersonID', 'responsiblePersonIDType')];

function special({ numberOf }) {
  return [
    order('issuedDate', 'issuDate'),
    ...person('identityCard', 'identityCardType'),
    {
      field: 'gender',
      ok: ({ gender, identityCard, identityCardType: type }) =>
        type !== '111' || birthOf(identityCard) === 0 || (gender !== '1' && gender !== '2') || gender === genderOf(identityCard),
    },
    {
      field: 'certNum',
      ok: ({ certNum, operationCategory: category }) =>
        category === '99' || !OPERATIONS.has(category) || (numberOf(certNum)?.[2] ?? category) === category,
    },
    {
      field: 'categoryDescription',
      ok: (record) => record.operationCategory !== '99' || OTHER_TRADE.test(record.categoryDescription ?? ''),
    },
  ];
}

/** All rules across fields of a table. */
export function crossOf(table) {
  return [...shared(table), ...(table.kind === 'safety' ? SAFETY : special(table))];
}
