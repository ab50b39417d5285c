// Licence ids, certificate numbers, credit codes and identity numbers as values of the package. The check characters are computed
// here a second time.
import assert from 'node:assert/strict';
import test from 'node:test';
import { InputError, dictionary, example, validate } from 'mohurd-ecert';
import { certNum, creditCode, idNumber, zzeCertId } from 'mohurd-ecert/qr';

const CODE_DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ISSUER = '11110000000021135M';
const ROOT = '1.2.156.3005.2';
const TYPES = { safety: '11100000000013338W050', special: '11100000000013338W032', manager: '11100000000013338W011' };
const NUMBERS = { safety: '（鲁）JZ安许证字[2023]087974', special: '京A012012000392', manager: '京建安C3（2021）0022585' };

/** MOD 37,36 as ISO 7064 words it: the character with which the whole is congruent to 1. */
function mod3736(text) {
  let sum = 36;
  for (const character of text) sum = (((sum + parseInt(character, 36)) % 36 || 36) * 2) % 37;
  return ((37 - sum) % 36).toString(36).toUpperCase();
}

/** GB 32100 by its table of weights. */
function mod31(front) {
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((sum, weight, place) => sum + weight * CODE_DIGITS.indexOf(front[place]), 0);
  return CODE_DIGITS[(31 - (sum % 31)) % 31];
}

/** GB 11643 by its table of weights. */
function mod11(front) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'[weights.reduce((sum, weight, place) => sum + weight * Number(front[place]), 0) % 11];
}

/** Draws the same numbers in every run. */
function drawing(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const digits = (draw, count) => Array.from({ length: count }, () => draw(10)).join('');

/** An InputError that says something in both languages, and holds no value. */
const refusal = (...values) => (error) => {
  assert.ok(error instanceof InputError);
  assert.match(error.message, /[\u4e00-\u9fff].*[a-z]/);
  for (const value of values) assert.ok(!error.message.includes(value), 'it holds a value');
  return true;
};

test('ids of all kinds are composed, read, and followed up to the last', () => {
  const draw = drawing(5);
  for (let round = 0; round < 500; round += 1) {
    const front = Array.from({ length: 17 }, () => CODE_DIGITS[draw(31)]).join('');
    const [issuer, year, six, seven] = [front + mod31(front), digits(draw, 4), digits(draw, 6), digits(draw, 7)];
    const version = 1 + draw(999);
    for (const [kind, number, serial] of [
      ['safety', `（闽）JZ安许证字[${year}]${six}`, year + six],
      ['special', `闽B${digits(draw, 2)}${year}${six}`, year + six],
      ['manager', `闽建安${['A', 'B', 'C1', 'C2', 'C3'][draw(5)]}（${year}）${seven}`, year + seven],
    ]) {
      const id = (of) => {
        const parts = [TYPES[kind], issuer, serial, String(of).padStart(3, '0')];
        return [ROOT, ...parts, mod3736(parts.join(''))].join('.');
      };
      const composed = zzeCertId.compose({ kind, issuer, certNum: number, version });
      assert.equal(composed, id(version));
      const check = composed.at(-1);
      assert.deepEqual(zzeCertId.parse(composed), { valid: true, canonical: composed, type: TYPES[kind], kind, issuer, serial, version, check });
      if (version < 999) assert.equal(zzeCertId.next(composed), id(version + 1));
      else assert.throws(() => zzeCertId.next(composed), refusal(composed));
    }
  }
});

test('published ids follow each other, in any spelling', () => {
  const first = `${ROOT}.11100000000013338W011.11430000006122244L.20230000403.001.U`;
  const second = `${ROOT}.11100000000013338W011.11430000006122244L.20230000403.002.S`;
  assert.equal(zzeCertId.next(first), second);
  assert.equal(zzeCertId.next(`\ufeff ${first.toLowerCase()}\n`), second);
  assert.equal(zzeCertId.parse(first.toLowerCase()).canonical, first);
  const short = zzeCertId.parse(`${ROOT}.11100000000013338W032.11220000013544541J.2430599.001.F`);
  assert.deepEqual([short.valid, short.kind, short.serial], [true, 'special', '2430599']);
});

test('the first version is what is composed, and goes through validation', () => {
  const { issuAuthCode: issuer, certNum: number } = example('manager');
  const id = zzeCertId.compose({ kind: 'manager', issuer, certNum: number });
  assert.equal(zzeCertId.parse(id).version, 1);
  const { issues } = validate('manager', { ...example('manager'), associatedZzeCertID: id }, { profile: 'strict', today: null });
  assert.deepEqual(issues.filter(({ rule }) => ['zze/format', 'zze/type-agrees', 'zze/serial-agrees'].includes(rule)), []);
});

test('an id that is wrong is read, and not followed', () => {
  const skeleton = zzeCertId.parse(`${ROOT}.11100000000013338W050.XXXXXXXXXXXXXXXXXX.ANNNNNNN.001.X`);
  assert.deepEqual([skeleton.valid, skeleton.kind, skeleton.check], [false, 'safety', 'X']);
  assert.throws(() => zzeCertId.next(skeleton.canonical), refusal(skeleton.canonical));
  assert.equal(zzeCertId.parse(`${ROOT}.11100000000013338W099.11430000006122244L.1.001.U`).kind, null);
  for (const none of ['', 'x', ROOT, '11100000000013338W050', `${ROOT}.安.安.安.001.X`, '\ud800', `${ROOT}.`.repeat(1e6)]) {
    assert.equal(zzeCertId.parse(none), null);
    assert.throws(() => zzeCertId.next(none), refusal());
  }
});

test('what no id can be made of is refused', () => {
  const good = { kind: 'manager', issuer: ISSUER, certNum: NUMBERS.manager };
  assert.equal(zzeCertId.compose({ ...good, version: undefined }), zzeCertId.compose({ ...good, version: 1 }));
  for (const wrong of [
    { kind: 'preview' }, { kind: 'other' }, { kind: 'special' }, { kind: undefined }, { kind: 1 },
    { issuer: '93361211MA396LXN9X' }, { issuer: '' }, { issuer: null }, { issuer: ISSUER.repeat(1e5) },
    { certNum: NUMBERS.safety }, { certNum: '' }, { certNum: 'x' }, { certNum: undefined },
    { version: 0 }, { version: 1000 }, { version: -1 }, { version: 1.5 }, { version: NaN }, { version: 2 ** 32 + 1 }, { version: '1' }, { version: null }, { version: 1n },
    { cert: 'x' },
  ]) {
    assert.throws(() => zzeCertId.compose({ ...good, ...wrong }), refusal('93361211MA396LXN9X', NUMBERS.safety), Object.keys(wrong)[0]);
  }
  for (const none of [undefined, null, 'text', [], 1]) assert.throws(() => zzeCertId.compose(none), refusal());
});

test('numbers are read in their spellings', () => {
  const none = { city: null, operationCategory: null, categoryCode: null, suffix: '' };
  for (const [text, expected] of [
    ['（湘）JZ 安许证字[2021]110029', { canonical: '（湘）JZ安许证字[2021]110029', kind: 'safety', front: '湘', provinceNum: '430000', year: '2021', serial: '110029' }],
    ['(鄂)JZ安许证字〔2019〕031585延', { canonical: '（鄂）JZ安许证字[2019]031585延', kind: 'safety', front: '鄂', provinceNum: '420000', year: '2019', serial: '031585', suffix: '延' }],
    ['（兵团）JZ安许证字[2023]087974-2', { canonical: '（兵团）JZ安许证字[2023]087974-2', kind: 'safety', front: '兵团', provinceNum: null, year: '2023', serial: '087974', suffix: '-2' }],
    ['鲁 A 01 2008 000001', { canonical: '鲁A012008000001', kind: 'special', front: '鲁', provinceNum: '370000', city: 'A', operationCategory: '01', year: '2008', serial: '000001' }],
    [' 湘建安 A(2015)0000002 ', { canonical: '湘建安A（2015）0000002', kind: 'manager', front: '湘', provinceNum: '430000', categoryCode: 'A', year: '2015', serial: '0000002' }],
    ['京建安C3（2021）0022585', { canonical: '京建安C3（2021）0022585', kind: 'manager', front: '京', provinceNum: '110000', categoryCode: 'C3', year: '2021', serial: '0022585' }],
  ]) {
    assert.deepEqual(certNum.parse(text), { ...none, ...expected });
    assert.equal(certNum.normalise(text), expected.canonical);
    assert.equal(certNum.normalise(expected.canonical), expected.canonical);
  }
  for (const none of ['', '京建安C（2021）0022585', '鲁JZ安许证字[2023]087974', '京a012012000392', '\udc00', '0'.repeat(1e6)]) {
    assert.deepEqual([certNum.parse(none), certNum.normalise(none)], [null, null]);
  }
});

test('the numbers of the examples say what their records say', () => {
  const provinces = new Set(dictionary('provinceNum').rows.map(({ code }) => code));
  for (const kind of Object.keys(NUMBERS)) {
    const record = example(kind);
    const number = certNum.parse(record.certNum);
    assert.deepEqual([number.kind, number.canonical, number.provinceNum], [kind, record.certNum, record.provinceNum]);
    assert.ok(provinces.has(number.provinceNum));
    if (kind === 'special') assert.equal(number.operationCategory, record.operationCategory);
    if (kind === 'manager') assert.equal(number.categoryCode, record.categoryCode);
  }
});

test('a code is checked by its own form', () => {
  assert.deepEqual(creditCode.check('113700000045030270'), {
    valid: true, canonical: '113700000045030270', department: '1', class: '1', region: '370000', body: '004503027', check: '0', expectedCheck: '0',
  });
  for (const [code, expected] of [['93361211MA396LXN9X', '2'], ['91360200MA396LLK17', 'Y']]) {
    const { valid, check, expectedCheck } = creditCode.check(code);
    assert.deepEqual([valid, check, expectedCheck, mod31(code.slice(0, 17))], [false, code.at(-1), expected, expected]);
  }
  const draw = drawing(31);
  for (let round = 0; round < 1000; round += 1) {
    const code = Array.from({ length: 18 }, () => CODE_DIGITS[draw(31)]).join('');
    const read = creditCode.check(code);
    assert.equal(read.department + read.class + read.region + read.body + read.check, code);
    assert.equal(read.expectedCheck, mod31(code));
    assert.equal(read.valid, code.endsWith(read.expectedCheck));
  }
  assert.deepEqual(creditCode.check(' １１１１0000000021135ｍ '), creditCode.check(ISSUER));
  for (const none of ['', '1111000000002113', '11110000000021135I', `${ISSUER}0`, '安'.repeat(6), '\ud800'.repeat(18)]) assert.equal(creditCode.check(none), null);
});

test('an identity number tells birth, gender and region', () => {
  const number = { valid: true, canonical: '11010519491231002X', birthDate: '1949-12-31', gender: '2', region: '110105' };
  for (const spelling of ['11010519491231002X', '11010519491231002x', ' １１０１０５１９４９１２３１００２ｘ']) assert.deepEqual(idNumber.parse(spelling), number);
  const draw = drawing(11);
  for (let round = 0; round < 1000; round += 1) {
    const front = `3501${digits(draw, 2)}19${digits(draw, 2)}0${1 + draw(9)}1${draw(10)}${digits(draw, 3)}`;
    const last = '0123456789X'[draw(11)];
    const read = idNumber.parse(front + last);
    assert.equal(read.valid, last === mod11(front));
    assert.equal(read.birthDate.replaceAll('-', ''), front.slice(6, 14));
    assert.deepEqual([read.gender, read.region], [Number(front[16]) % 2 === 1 ? '1' : '2', front.slice(0, 6)]);
  }
  // A right check character does not make a region of 66.
  assert.equal(idNumber.parse(`66010119900101123${mod11('66010119900101123')}`).valid, false);
  for (const none of ['', '110105491231002', '11010519490229002X', '320923166523129587', 'Y'.repeat(18), '\ud800']) assert.equal(idNumber.parse(none), null);
});

test('what is no text is refused', () => {
  const calls = [zzeCertId.parse, zzeCertId.next, certNum.parse, certNum.normalise, creditCode.check, idNumber.parse];
  for (const call of calls) {
    for (const value of [undefined, null, 110105, {}, ['11010519491231002X']]) assert.throws(() => call(value), refusal('11010519491231002X'));
  }
});
