// One fault a record: every function makes a valid manager's record wrong in another way.
import { SENTENCE } from './peers/facts.mjs';

const set = (name, value) => (record) => {
  record[name] = value;
};
const without = (name) => (record) => {
  delete record[name];
};
/** The last character becomes another one. */
const lastOf = (name) => (record) => {
  record[name] = record[name].slice(0, -1) + (record[name].endsWith('1') ? '2' : '1');
};

/** All of them; the photos are of a wrong resolution and of a wrong format. */
export function faults([coarse, noPicture]) {
  return [
    without('eCertID'),
    without('issuAuth'),
    without('name'),
    without('companyName'),
    without('photo'),
    without('operateType'),
    set('name', 7),
    set('gender', true),
    set('companyName', '示'.repeat(201)),
    set('major', '专'.repeat(21)),
    set('name', ' 王示例'),
    set('companyName', '示例\n公司'),
    set('expiringDate', '2029-02-29'),
    set('issuDate', '2024/05/20'),
    set('birthDate', '19880931'),
    set('provinceNum', '990000'),
    set('gender', '3'),
    set('categoryCode', 'D1'),
    set('educationDegree', '55'),
    set('technicalTitle', 'x1'),
    set('certState', 'zz'),
    set('eCertID', 'a1b2'),
    lastOf('creditCode'),
    lastOf('issuAuthCode'),
    lastOf('identityCard'),
    set('issuAuth', '示例市住房和城乡建设局'),
    set('identityCardType', '001'),
    (record) => {
      record.certNum = record.certNum.replace('建安', '建');
    },
    (record) => {
      record.certNum = record.certNum.replace('（', '(');
    },
    (record) => {
      record.gender = record.gender === '1' ? '2' : '1';
    },
    set('birthDate', '1960-01-31'),
    set('issuedDate', '2026-05-01'),
    set('expiringDate', '2020-01-01'),
    set('issuDate', '2026-12-31'),
    (record) => {
      record.appointment = record.categoryCode === 'B' ? '08' : '07';
    },
    (record) => {
      Object.assign(record, { categoryCode: 'C1' });
      delete record.technicalTitle;
      delete record.educationDegree;
    },
    set('certState', '99'),
    (record) => {
      Object.assign(record, { certState: '99', operateType: '07', certStatusDescription: '其他' });
    },
    (record) => {
      Object.assign(record, { certState: '99', operateType: '07', certStatusDescription: SENTENCE });
    },
    set('operateType', '03'),
    set('operateType', '02'),
    set('associatedZzeCertID', '1.2.156.3005.2.11100000000013338W011.1.1.1'),
    set('photo', coarse),
    set('photo', noPicture),
    set('photo', 'data:image/png;base64,iVBO*Rw0'),
    set('businessInformation', [{ itemvalue: '77', itemtext: '示例' }]),
    set('businessInformation', [{ itemvalue: '01' }]),
    set('remark', '表外字段'),
  ];
}
