// Licence ids, certificate numbers, credit codes and identity numbers as values. All is computed by the wasm; here its lines get
// names. What cannot be read at all is null; what can be read says whether it is valid. In a page `init()` comes first.

import { inputError } from '../errors.js';
import { members, wrong } from '../gateway/checks.js';
import { asked } from './qr-instance.js';
import type { CertNum, CreditCode, IdNumber, ZzeCertId, ZzeCertIdParts } from './values-shapes.js';

/** No value is nearly as long; what is longer does not go into the wasm. */
const LONGEST = 1000;

/** Licence ids (证照标识, `zzeCertID`): 1.2.156.3005.2, type, issuer, serial, version and check character. */
export const zzeCertId = {
  /**
   * The id of a certificate.
   *
   * @throws InputError when no id can be made of the parts: an invalid code, a number of another kind, a version outside 1–999.
   *
   * @example
   * const id = zzeCertId.compose({ kind: 'manager', issuer: '11110000000021135M', certNum: '京建安C3（2021）0022585' });
   * // id is 1.2.156.3005.2.11100000000013338W011.11110000000021135M.20210022585.001.W
   */
  compose(parts: ZzeCertIdParts): string {
    const { kind, issuer, certNum, version = 1 } = members('parts', parts ?? null, ['kind', 'issuer', 'certNum', 'version']);
    const texts = [given('parts.kind', kind), given('parts.issuer', issuer), given('parts.certNum', certNum)] as const;
    // 0 is no version, so that the wasm refuses it.
    const count = typeof version === 'number' && version >>> 0 === version ? version : 0;
    return asked((qr) => refusing(() => qr.composeLicenceId(...texts, count)));
  },

  /** An id by its parts; null where the text is none. */
  parse(text: string): ZzeCertId | null {
    const parts = read('LicenceId', text);
    if (parts === null) return null;
    const [canonical, type, kind, issuer, serial, version, check, valid] = parts;
    const kindOrNull = orNull(kind) as ZzeCertId['kind'];
    return { valid: valid !== '', canonical, type, kind: kindOrNull, issuer, serial, version: Number(version), check };
  },

  /**
   * The id that follows when the same number is issued again: the version is one more, and the check character that of the whole.
   *
   * @throws InputError when the text is no id, its check character is wrong, or its version is the last, 999.
   *
   * @example
   * zzeCertId.next('1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U'); // ….002.S
   */
  next(text: string): string {
    const id = given('text', text);
    return asked((qr) => refusing(() => qr.nextLicenceId(id)));
  },
};

/** Certificate numbers (证书编号, `certNum`), of all three kinds. */
export const certNum = {
  /**
   * A number by its parts; null where the text is none, in no spelling.
   *
   * @example
   * certNum.parse('京建安C3(2021)0022585')?.categoryCode; // 'C3'
   */
  parse(text: string): CertNum | null {
    const parts = read('CertNumber', text);
    if (parts === null) return null;
    const [canonical, kind, province, front, city, group, year, serial, mark, count] = parts;
    return {
      canonical,
      kind: kind as CertNum['kind'],
      front,
      provinceNum: orNull(province),
      city: orNull(city),
      operationCategory: kind === 'special' ? group : null,
      categoryCode: kind === 'manager' ? group : null,
      year,
      serial,
      suffix: mark + count,
    };
  },

  /** The number as it should be written; null where the text is none, in no spelling. */
  normalise(text: string): string | null {
    return certNum.parse(text)?.canonical ?? null;
  },
};

/** 统一社会信用代码 (`creditCode`, `issuAuthCode`). */
export const creditCode = {
  /**
   * A code by its parts, and whether its check character is right; null where the text is not 18 characters of a code's alphabet.
   *
   * @example
   * creditCode.check('11110000000021135M')?.valid; // true
   */
  check(text: string): CreditCode | null {
    const parts = read('CreditCode', text);
    if (parts === null) return null;
    const [canonical, department, type, region, body, check, expectedCheck, valid] = parts;
    return { valid: valid !== '', canonical, department, class: type, region, body, check, expectedCheck };
  },
};

/** 公民身份号码 (`identityCard` and `responsiblePersonID` of type 111). */
export const idNumber = {
  /**
   * A number by its parts, and whether it is right; null where the text is not 18 characters of one, or its day of birth does not exist.
   *
   * @example
   * idNumber.parse('11010519491231002X'); // { valid: true, birthDate: '1949-12-31', gender: '2', region: '110105', … }
   */
  parse(text: string): IdNumber | null {
    const parts = read('IdNumber', text);
    if (parts === null) return null;
    const [canonical, region, birthDate, gender, valid] = parts;
    return { valid: valid !== '', canonical, birthDate, gender: gender as IdNumber['gender'], region };
  },
};

/** The lines in which the parts of a value come. */
interface Lines {
  LicenceId: [canonical: string, type: string, kind: string, issuer: string, serial: string, version: string, check: string, valid: string];
  CertNumber: [
    canonical: string, kind: string, province: string, front: string, city: string, group: string, year: string, serial: string,
    mark: string, count: string,
  ];
  CreditCode: [
    canonical: string, department: string, type: string, region: string, body: string, check: string, expectedCheck: string,
    valid: string,
  ];
  IdNumber: [canonical: string, region: string, birthDate: string, gender: string, valid: string];
}

/** The parts of a text that is read as that value; null where it is none. */
function read<V extends keyof Lines>(value: V, text: unknown): Lines[V] | null {
  const whole = given('text', text);
  return (asked((qr) => qr.valueParts(qr.Value[value], whole))?.split('\n') as Lines[V] | undefined) ?? null;
}

/** A text that a caller gives. One that is too long stands for no value, as the empty one does. */
function given(where: string, text: unknown): string {
  if (typeof text !== 'string') throw wrong(where, '字符串', 'a string');
  return text.length > LONGEST ? '' : text;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Does what may be refused, which is about the call and no `QrError`; a refusal comes as two lines, in Chinese and in English. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (typeof error !== 'string') throw error;
    const [zh = '', en = ''] = error.split('\n');
    throw inputError(zh, en);
  }
}
