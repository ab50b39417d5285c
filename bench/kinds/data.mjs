// Invented records of the other two certificates from a seed: valid ones with right check digits, and one in ten with a fault.
import { example } from 'mohurd-ecert';
import { code, creditCode, day, hex, idNumber, ISSUING, licenceOf, parsed, pick } from '../data.mjs';
import { MARKS } from '../peers/values.mjs';
import { photos, wrongPhotos } from '../photos.mjs';
import { seeded } from '../random.mjs';

const SEED = 20_260_101;
const set = (name, value) => (record) => {
  record[name] = value;
};
const without = (name) => (record) => {
  delete record[name];
};

/** What both have. */
const FAULTS = [
  without('eCertID'),
  without('issuAuth'),
  without('operateType'),
  without('effectiveDate'),
  set('provinceNum', '990000'),
  set('eCertID', 'a1b2'),
  set('issuAuth', '示例市住房和城乡建设局'),
  set('issuAuthCode', '11359999MB00000000'),
  set('certNum', '闽A'),
  set('issuDate', '2024/05/20'),
  set('issuDate', '2026-12-31'),
  set('expiringDate', '2020-01-01'),
  set('certState', 'zz'),
  set('certState', '99'),
  set('operateType', '03'),
  set('operateType', '02'),
  set('remark', '表外字段'),
  set('businessInformation', [{ itemvalue: '77', itemtext: '示例' }]),
  set('associatedZzeCertID', '1.2.156.3005.2.1.1.1.1'),
];

const OWN_FAULTS = {
  safety: () => [
    set('companyName', '示'.repeat(201)),
    set('creditCode', '91359999MA0000007A'),
    set('responsiblePersonID', '359999198506120015'),
    set('responsiblePersonIDType', '001'),
    set('firstIssuDate', '2026-05-01'),
    set('licenseScope', '建筑施工企业'),
    set('responsiblePerson', 7),
    set('companyAddress', ' 福建省'),
    without('economicType'),
    set('economicType', '有限责任公司（自然人投资或控股的法人独资）'),
  ],
  special: (random) => [
    set('name', ' 王示例'),
    set('gender', '3'),
    set('identityCard', '35999919900215002A'),
    set('identityCardType', '099'),
    set('issuedDate', '2026-05-01'),
    set('operationCategory', '88'),
    set('categoryDescription', '示'.repeat(201)),
    without('photo'),
    ...wrongPhotos(random).map((photo) => set('photo', photo)),
    (record) => Object.assign(record, { operationCategory: '99', categoryDescription: '示例工' }),
    (record) => {
      record.gender = record.gender === '1' ? '2' : '1';
    },
    (record) => {
      record.operationCategory = record.operationCategory === '01' ? '02' : '01';
    },
  ],
};

function shared(random, province) {
  const issued = day(random, 2022, 4);
  return {
    eCertID: hex(random),
    provinceNum: province.code,
    issuAuth: `${province.name}住房和城乡建设厅`,
    issuAuthCode: creditCode(random, `11${province.code.slice(0, 2)}9999`),
    issuDate: issued,
    effectiveDate: issued,
    expiringDate: `${2029 + random(8)}${issued.slice(4)}`,
  };
}

const OWN = {
  safety(random, province, mark, serial) {
    const year = String(2022 + random(4));
    const record = { ...example('safety'), ...shared(random, province), certNum: `（${mark}）JZ安许证字[${year}]${serial}` };
    const name = `${province.name}示例建设工程第${random(1000)}有限公司`;
    const person = idNumber(random, province.code, day(random, 1965, 35), String(1 + random(2)));
    Object.assign(record, { companyName: name, companyAddress: `${province.name}示例路 ${random(1000)} 号`, responsiblePersonID: person });
    record.creditCode = creditCode(random, `91${province.code.slice(0, 2)}9999`);
    record.firstIssuDate = record.issuDate;
    return [record, year];
  },
  special(random, province, mark, serial, photo) {
    const [year, gender, category] = [String(2022 + random(4)), String(1 + random(2)), code('operationCategory', random)];
    const record = { ...example('special'), ...shared(random, province), certNum: `${mark}A${category}${year}${serial}` };
    record.issuedDate = record.issuDate;
    const identityCard = idNumber(random, province.code, day(random, 1965, 35), gender);
    Object.assign(record, {
      name: pick(random, ['王示例', '李示例', '欧阳示例']),
      gender,
      identityCard,
      photo,
      operationCategory: category,
    });
    if (category === '99') record.categoryDescription = '经省级以上住房和城乡建设主管部门认定的其他工种类别（示例工）';
    return [record, year];
  },
};

function valid(kind, licence, random, photo) {
  const province = pick(random, ISSUING);
  const serial = String(random(1_000_000)).padStart(6, '0');
  const [record, year] = OWN[kind](random, province, MARKS.get(province.code)[0], serial, photo);
  if (random(10) === 0) Object.assign(record, { operateType: '02', associatedZzeCertID: licenceOf(record, year + serial, licence) });
  return record;
}

/** Records of a kind. */
export function recordsOf({ kind, licence }, count) {
  const random = seeded(SEED);
  const pictures = photos(random, 80, 16);
  const wrong = [...FAULTS, ...OWN_FAULTS[kind](random)];
  const list = Array.from({ length: count }, () => valid(kind, licence, random, pick(random, pictures)));
  list.filter((_, index) => index % 10 === 7).forEach((record, turn) => wrong[turn % wrong.length](record));
  return parsed(list);
}
