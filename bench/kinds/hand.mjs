// The rules of the other two certificates as somebody writes them by hand, once for both: every value read once, no schema.
import { PROVINCES, TODAY_NUMBER as TODAY } from '../peers/facts.mjs';
import { birthOf, CLEAN, dateOf, genderOf, isCitizen, isCreditCode, isProvincial, isRecordId } from '../peers/values.mjs';
import { licenceId, MARKS } from '../peers/values.mjs';
import { OTHER_TRADE, RENEWALS, STATES } from './tables.mjs';

const isText = (value, max) => typeof value === 'string' && value !== '' && value.length <= max && CLEAN.test(value);
const differ = (first, second) => first !== 0 && second !== 0 && first > second;

/** What a table says, ready for use. */
function ready(table) {
  const codes = Object.fromEntries(table.fields.filter((field) => field.codes).map((field) => [field.name, new Set(field.codes)]));
  return { ...table, codes, names: new Set(table.fields.map(({ name }) => name)) };
}

function issuer({ eCertID, issuAuth, issuAuthCode, provinceNum }, { codes }, wrong) {
  if (!isText(eCertID, 50) || !isRecordId(eCertID)) wrong.push('eCertID');
  if (!codes.provinceNum.has(provinceNum)) wrong.push('provinceNum');
  if (!isText(issuAuth, 50) || !isProvincial(issuAuth, PROVINCES)) wrong.push('issuAuth');
  if (typeof issuAuthCode !== 'string' || issuAuthCode[0] !== '1' || !isCreditCode(issuAuthCode)) wrong.push('issuAuthCode');
}

function dates(record, first, wrong) {
  const [issued, issue] = [dateOf(record[first]), dateOf(record.issuDate)];
  const [begin, end] = [dateOf(record.effectiveDate), dateOf(record.expiringDate)];
  if (issued === 0 || differ(issued, issue)) wrong.push(first);
  if (issue === 0 || issue > TODAY || differ(issue, end)) wrong.push('issuDate');
  if (begin === 0) wrong.push('effectiveDate');
  const isNew = record.operateType === '01' || record.operateType === '02';
  if (end === 0 || differ(begin, end) || (isNew && end < TODAY)) wrong.push('expiringDate');
}

function document(record, number, type, { codes }, wrong) {
  if (!isText(record[number], 18) || (record[type] === '111' && !isCitizen(record[number], TODAY))) wrong.push(number);
  if (!codes[type].has(record[type]) || record[type] === '001' || record[type] === '099') wrong.push(type);
}

function state(record, { codes, forms, states }, wrong) {
  const { certState, certStatusDescription: words, operateType, businessInformation: info } = record;
  if (!states.has(certState)) wrong.push('certState');
  if (words === undefined ? certState === '99' : !isText(words, 200)) wrong.push('certStatusDescription');
  if (info !== undefined && !forms.info(info)) wrong.push('businessInformation');
  const allowed = STATES[operateType];
  if (!codes.operateType.has(operateType) || (states.has(certState) && !allowed.includes(certState))) wrong.push('operateType');
}

function former({ associatedZzeCertID: id, operateType }, number, { licence }, wrong) {
  if (id === undefined) {
    if (RENEWALS.includes(operateType)) wrong.push('associatedZzeCertID');
    return;
  }
  const found = licenceId(id);
  const fits = found?.[1] === licence && operateType !== '01' && (!number || found[3] === number[3] + number[4]);
  if (!fits) wrong.push('associatedZzeCertID');
}

function firm(record, { forms }, wrong) {
  const { companyName, creditCode, companyAddress, responsiblePerson, economicType, licenseScope } = record;
  if (!isText(companyName, 200)) wrong.push('companyName');
  if (typeof creditCode !== 'string' || !isCreditCode(creditCode)) wrong.push('creditCode');
  if (!isText(companyAddress, 200)) wrong.push('companyAddress');
  if (!isText(responsiblePerson, 20)) wrong.push('responsiblePerson');
  if (!isText(economicType, 20) || !forms['economic-type'](economicType)) wrong.push('economicType');
  if (!isText(licenseScope, 4)) wrong.push('licenseScope');
}

function worker(record, { codes }, isPhoto, wrong) {
  const { name, gender, identityCard, identityCardType: type, photo, operationCategory: category, categoryDescription: words } = record;
  if (!isText(name, 50)) wrong.push('name');
  const isOther = type === '111' && birthOf(identityCard) !== 0 && gender !== genderOf(identityCard);
  if (!codes.gender.has(gender) || isOther) wrong.push('gender');
  if (typeof photo !== 'string' || !isPhoto(photo)) wrong.push('photo');
  if (!codes.operationCategory.has(category)) wrong.push('operationCategory');
  const isWorded = category !== '99' || (words !== undefined && OTHER_TRADE.test(words));
  if (!isWorded || (words !== undefined && !isText(words, 200))) wrong.push('categoryDescription');
}

/** Whether number, province and category go together. */
function numberFits(number, { provinceNum, operationCategory: category }, { codes }) {
  if (!number || !(MARKS.get(provinceNum)?.includes(number[1]) ?? true)) return false;
  return category === undefined || category === '99' || !codes.operationCategory.has(category) || number[2] === category;
}

/** The check of a whole record. */
export function handWritten(table, isPhoto) {
  const known = ready(table);
  const isFirm = table.kind === 'safety';
  const [number, type] = isFirm ? ['responsiblePersonID', 'responsiblePersonIDType'] : ['identityCard', 'identityCardType'];
  return (record) => {
    const wrong = [];
    for (const name in record) if (!known.names.has(name)) wrong.push(name);
    issuer(record, known, wrong);
    dates(record, isFirm ? 'firstIssuDate' : 'issuedDate', wrong);
    document(record, number, type, known, wrong);
    if (isFirm) firm(record, known, wrong);
    else worker(record, known, isPhoto, wrong);
    state(record, known, wrong);
    const parts = known.numberOf(record.certNum);
    if (!numberFits(parts, record, known)) wrong.push('certNum');
    former(record, parts, known, wrong);
    return wrong;
  };
}
