// Invented records of managers from a seed: valid ones with right check digits, and one in ten with a fault. Three sizes, by the photo.
import { dictionary, example } from 'mohurd-ecert';
import { faults } from './faults.mjs';
import { APPOINTMENTS, LICENCE_TYPE } from './peers/facts.mjs';
import { creditCheck, licenceCheck, MARKS } from './peers/values.mjs';
import { photos, wrongPhotos } from './photos.mjs';
import { seeded } from './random.mjs';

/**
 * Bytes of a photo's file, and how many records there are, all of which each turn takes. Parsed, 10,000 records of 40 KB would not
 * fit a common heap.
 */
export const SIZES = {
  '0.7 KB': { photo: 80, records: 10_000 },
  '2.7 KB': { photo: 1_400, records: 10_000 },
  '40 KB': { photo: 29_300, records: 1_000 },
};

const SEED = 20_240_520;
export const pick = (random, list) => list[random(list.length)];
const two = (number) => String(number).padStart(2, '0');
export const code = (id, random) => pick(random, dictionary(id).rows).code;
/** What issues nothing, or has no authority whose name would read as a province's. */
export const ISSUING = dictionary('provinceNum').rows.filter((row) => MARKS.has(row.code) && Number(row.code) < 700_000);

export function day(random, first, years) {
  return `${first + random(years)}-${two(1 + random(12))}-${two(1 + random(28))}`;
}

export function idNumber(random, province, birth, gender) {
  const front = `${province.slice(0, 2)}9999${birth.replaceAll('-', '')}${two(random(100))}${random(5) * 2 + (gender === '1' ? 1 : 0)}`;
  let sum = 0;
  for (const digit of front) sum = (sum * 2 + Number(digit)) % 11;
  return front + '10X98765432'[(sum * 2) % 11];
}

export function creditCode(random, front) {
  const body = front + String(random(1_000_000_000)).padStart(9, '0');
  return body + creditCheck(body);
}

export function hex(random) {
  return Array.from({ length: 32 }, () => random(16).toString(16)).join('');
}

export function licenceOf(record, serial, type = LICENCE_TYPE) {
  const parts = [type, record.issuAuthCode, serial, '001'];
  return ['1.2.156.3005.2', ...parts, licenceCheck(parts)].join('.');
}

/** The members that speak of the certificate. */
function certificate(random, province, category, issued, [year, serial]) {
  return {
    eCertID: hex(random),
    provinceNum: province.code,
    certNum: `${MARKS.get(province.code)[0]}建安${category}（${year}）${serial}`,
    issuAuth: `${province.name}住房和城乡建设厅`,
    issuAuthCode: creditCode(random, `11${province.code.slice(0, 2)}9999`),
    issuedDate: issued,
    issuDate: issued,
    effectiveDate: issued,
    expiringDate: `${2029 + random(8)}${issued.slice(4)}`,
    categoryCode: category,
  };
}

/** One valid record; the order of its members is that of the example. */
function valid(random, photo, isSmall) {
  const [province, category, gender] = [pick(random, ISSUING), pick(random, Object.keys(APPOINTMENTS)), String(1 + random(2))];
  const [birth, issued] = [day(random, 1965, 35), day(random, 2022, 4)];
  const number = [2022 + random(4), String(random(10_000_000)).padStart(7, '0')];
  const record = {
    ...example('manager'),
    ...certificate(random, province, category, issued, number),
    name: pick(random, ['王示例', '李示例', '张示例', '欧阳示例']),
    gender,
    birthDate: birth,
    identityCard: idNumber(random, province.code, birth, gender),
    companyName: `${province.name}示例建设工程第${random(1000)}有限公司`,
    creditCode: creditCode(random, `91${province.code.slice(0, 2)}9999`),
    appointment: pick(random, APPOINTMENTS[category]),
    technicalTitle: code('technicalTitle', random),
    educationDegree: code('educationDegree', random),
    photo,
  };
  if (isSmall) for (const name of ['major', 'businessInformation', 'technicalTitle']) delete record[name];
  if (random(10) === 0) renew(record, number.join(''));
  return record;
}

function renew(record, serial) {
  record.operateType = '02';
  record.associatedZzeCertID = licenceOf(record, serial);
}

/** Records as an application has them, from a response: those that were put together here, engines keep in a slower form. */
export const parsed = (list) => JSON.parse(JSON.stringify(list));

/** The records of a size, parsed. */
export function records(size, count = SIZES[size].records, seed = SEED) {
  const random = seeded(seed);
  const isSmall = size === '0.7 KB';
  const bare = (photo) => (isSmall ? photo.slice(photo.indexOf(',') + 1) : photo);
  const pictures = photos(random, SIZES[size].photo, 16).map(bare);
  const wrong = faults(wrongPhotos(random));
  const list = Array.from({ length: count }, () => valid(random, pick(random, pictures), isSmall));
  list.filter((_, index) => index % 10 === 7).forEach((record, turn) => wrong[turn % wrong.length](record));
  return parsed(list);
}

/** Of as many records as one likes, the slice of that number: others than every other slice has. */
export function slice(number, count) {
  return records('0.7 KB', count, SEED + 1 + number);
}

/** The bytes of a JSON array. */
export function bytesOf(list) {
  return new TextEncoder().encode(JSON.stringify(list));
}
