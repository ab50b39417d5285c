// The rules as somebody writes them by hand: every value read once, no schema. A check answers the names of the fields it
// finds wrong.
import {
  APPOINTMENTS,
  FIELDS,
  INFO_TYPES,
  LICENCE_TYPE,
  NAMES,
  PROVINCES,
  RENEWALS,
  SENTENCE,
  STATES,
  TODAY_NUMBER as TODAY,
} from './facts.mjs';
import {
  birthOf,
  certNumber,
  CLEAN,
  dateOf,
  genderOf,
  isCitizen,
  isCreditCode,
  isInfo,
  isProvincial,
  isRecordId,
  licenceId,
  MARKS,
} from './values.mjs';

const CODES = Object.fromEntries(FIELDS.filter(({ codes }) => codes).map(({ name, codes }) => [name, new Set(codes)]));
const blank = (value) => value === undefined || value === null || value === '';
const isText = (value, max) => typeof value === 'string' && value.length <= max && CLEAN.test(value);
const differ = (first, second) => first !== 0 && second !== 0 && first > second;

/** The check of a whole record, with the given check of photos. */
export function handWritten(isPhoto) {
  return (record) => {
    const wrong = [];
    for (const name in record) if (!NAMES.has(name)) wrong.push(name);
    issuer(record, wrong);
    dates(record, wrong);
    person(record, wrong);
    post(record, wrong);
    if (blank(record.photo) || typeof record.photo !== 'string' || !isPhoto(record.photo)) wrong.push('photo');
    state(record, wrong);
    return wrong;
  };
}

function issuer(record, wrong) {
  const { eCertID, provinceNum, issuAuth, issuAuthCode } = record;
  if (!isText(eCertID, 50) || !isRecordId(eCertID)) wrong.push('eCertID');
  if (!CODES.provinceNum.has(provinceNum)) wrong.push('provinceNum');
  if (!isText(issuAuth, 50) || !isProvincial(issuAuth, PROVINCES)) wrong.push('issuAuth');
  if (typeof issuAuthCode !== 'string' || issuAuthCode[0] !== '1' || !isCreditCode(issuAuthCode)) wrong.push('issuAuthCode');
}

function dates(record, wrong) {
  const first = dateOf(record.issuedDate);
  const issue = dateOf(record.issuDate);
  const begin = dateOf(record.effectiveDate);
  const end = dateOf(record.expiringDate);
  if (first === 0 || differ(first, issue)) wrong.push('issuedDate');
  if (issue === 0 || issue > TODAY || differ(issue, end)) wrong.push('issuDate');
  if (begin === 0) wrong.push('effectiveDate');
  const isNew = record.operateType === '01' || record.operateType === '02';
  if (end === 0 || differ(begin, end) || (isNew && end < TODAY)) wrong.push('expiringDate');
  birth(record, first, wrong);
}

function birth(record, first, wrong) {
  const date = dateOf(record.birthDate);
  const citizen = record.identityCardType === '111' ? birthOf(record.identityCard) : 0;
  if (date === 0 || (citizen !== 0 && citizen !== date) || (first !== 0 && date >= first)) wrong.push('birthDate');
  const { gender } = record;
  if (!CODES.gender.has(gender) || (citizen !== 0 && gender !== genderOf(record.identityCard))) wrong.push('gender');
}

/** The number of a person's document: for one field, and within a record. */
export function identityCard({ identityCard: number, identityCardType: type }) {
  return isText(number, 18) && (type !== '111' || isCitizen(number, TODAY));
}

function person(record, wrong) {
  const { name, identityCardType: type, companyName, creditCode, major } = record;
  if (!isText(name, 50) || name === '') wrong.push('name');
  if (!identityCard(record)) wrong.push('identityCard');
  if (!CODES.identityCardType.has(type) || type === '001' || type === '099') wrong.push('identityCardType');
  if (!isText(companyName, 200) || companyName === '') wrong.push('companyName');
  if (typeof creditCode !== 'string' || !isCreditCode(creditCode)) wrong.push('creditCode');
  if (!blank(major) && !isText(major, 20)) wrong.push('major');
}

function post(record, wrong) {
  const { categoryCode: category, appointment, technicalTitle: title, educationDegree: degree } = record;
  const posts = APPOINTMENTS[category];
  if (posts === undefined) wrong.push('categoryCode');
  if (!CODES.appointment.has(appointment) || (posts && !posts.includes(appointment))) wrong.push('appointment');
  const needed = posts && (category[0] === 'C' || (category === 'A' && !blank(appointment) && appointment !== '01'));
  if (blank(title) ? needed && blank(degree) : !CODES.technicalTitle.has(title)) wrong.push('technicalTitle');
  if (!blank(degree) && !CODES.educationDegree.has(degree)) wrong.push('educationDegree');
}

function state(record, wrong) {
  const { certState, certStatusDescription: words, operateType, businessInformation: info } = record;
  if (!CODES.certState.has(certState)) wrong.push('certState');
  if (certState === '99' ? words !== SENTENCE : !blank(words) && !isText(words, 200)) wrong.push('certStatusDescription');
  if (!blank(info) && !isInfo(info, INFO_TYPES)) wrong.push('businessInformation');
  const states = STATES[operateType];
  if (states === undefined || (CODES.certState.has(certState) && !states.includes(certState))) wrong.push('operateType');
  numbers(record, wrong);
}

function numbers(record, wrong) {
  const { provinceNum, categoryCode, associatedZzeCertID: former, operateType } = record;
  const number = certNumber(record.certNum);
  const agrees =
    number && (MARKS.get(provinceNum)?.includes(number[1]) ?? true) && (!(categoryCode in APPOINTMENTS) || number[2] === categoryCode);
  if (!agrees) wrong.push('certNum');
  if (blank(former)) {
    if (RENEWALS.includes(operateType)) wrong.push('associatedZzeCertID');
    return;
  }
  const licence = licenceId(former);
  const fits = licence?.[1] === LICENCE_TYPE && operateType !== '01' && (!number || licence[3] === number[3] + number[4]);
  if (!fits) wrong.push('associatedZzeCertID');
}
