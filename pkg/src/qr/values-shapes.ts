// What the values are read as: plain data. The names are those of the document where it has one.

import type { CertKind } from './shapes.js';

/** What a licence id is made of. */
export interface ZzeCertIdParts {
  kind: CertKind;
  /** The issuing authority's 统一社会信用代码 (`issuAuthCode`), a valid one. */
  issuer: string;
  /** The certificate number, of that kind and in any of its spellings. */
  certNum: string;
  /** 1 at the first issue, which is the default; one more whenever the same number is issued again; at most 999. */
  version?: number;
}

/** A licence id (证照标识) by its parts. */
export interface ZzeCertId {
  /** Whether the check character is right. */
  valid: boolean;
  /** The id in half-width capitals. */
  canonical: string;
  /** The type code, 21 characters. */
  type: string;
  /** The certificate that has this type; null for the ministry's other types. */
  kind: CertKind | null;
  /** The issuing authority's 统一社会信用代码, as it stands: `creditCode.check` judges it. */
  issuer: string;
  /** Made of the certificate number: year and serial. */
  serial: string;
  version: number;
  /** The check character as it stands. */
  check: string;
}

/** A certificate number (证书编号) by its parts. It has no check character: what can be read as one is one. */
export interface CertNum {
  /** As it should be written: `certNum.normalise`. */
  canonical: string;
  kind: CertKind;
  /** The one or two characters in front, as a rule the province's. */
  front: string;
  /** The province that they stand for, as in the field of this name; null where that is not known (兵团). */
  provinceNum: string | null;
  /** The letter of the city; only special has it. */
  city: string | null;
  /** The two digits of the trade; only special has them. A province may have numbers of its own. */
  operationCategory: string | null;
  /** The letter group, A, B, C1, C2 or C3; only manager has it. */
  categoryCode: string | null;
  year: string;
  serial: string;
  /** What follows the serial of a safety number: `-` and a number, 延, or nothing. */
  suffix: string;
}

/** A 统一社会信用代码 by its parts (GB 32100-2015). Whether a body has it is not known here. */
export interface CreditCode {
  /** Whether the check character is right. */
  valid: boolean;
  /** The code in half-width capitals. */
  canonical: string;
  /** 登记管理部门: the department that registered the body, one character. */
  department: string;
  /** 机构类别: its class at that department, one character. */
  class: string;
  /** 登记管理机关行政区划码: the region of the registry. */
  region: string;
  /** 主体标识码: the body itself, nine characters. */
  body: string;
  /** The check character as it stands. */
  check: string;
  /** The one that belongs to the other 17. Where it differs, any of the 18 may be the wrong one: it is no correction. */
  expectedCheck: string;
}

/** A 公民身份号码 by its parts (GB 11643-1999): the number of `identityCardType` 111. */
export interface IdNumber {
  /** Whether region and check character are right. Whether the day of birth has come is not looked at. */
  valid: boolean;
  /** The number in half-width characters, an X at its end as a capital. */
  canonical: string;
  /** `yyyy-MM-dd`, as in the field of this name. */
  birthDate: string;
  /** `1` 男, `2` 女, as in the field of this name. */
  gender: '1' | '2';
  /** The six digits of the region where the number was given. */
  region: string;
}
