// The values that every peer reads with the same functions: dates, numbers with check digits, photos. Not the way a peer uses them.

/** Which characters stand in front of a certificate number of a province. */
export const MARKS = new Map(
  ('11京 12津 13冀 14晋 15蒙 21辽 22吉 23黑 31沪 32苏 33浙 34皖 35闽 36赣 37鲁 41豫 42鄂 ' +
    '43湘 44粤 45桂 46琼 50渝 51川蜀 52贵黔 53云滇 54藏 61陕秦 62甘陇 63青 64宁 65新 71台 81港 82澳')
    .split(' ')
    .map((entry) => [`${entry.slice(0, 2)}0000`, entry.slice(2)]),
);

/** The day a text names as the number yyyymmdd; 0 for none. */
export function dateOf(text) {
  if (typeof text !== 'string') return 0;
  const dashed = text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45;
  if (!dashed && text.length !== 8) return 0;
  const year = digits(text, 0, 4);
  const month = digits(text, dashed ? 5 : 4, 2);
  const day = digits(text, dashed ? 8 : 6, 2);
  const exists = year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  return exists ? year * 10_000 + month * 100 + day : 0;
}

function digits(text, from, count) {
  let number = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function monthLength(year, month) {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The birth date in a citizen's number; 0 where the text is not shaped as one. */
export function birthOf(id) {
  return typeof id === 'string' && /^\d{17}[\dX]$/.test(id) ? dateOf(id.slice(6, 14)) : 0;
}

const REGIONS = new Set([...MARKS.keys()].map((code) => code.slice(0, 2)).concat('83'));

export function isCitizen(id, today) {
  const birth = birthOf(id);
  if (birth === 0 || birth > today || !REGIONS.has(id.slice(0, 2))) return false;
  let sum = 0;
  for (let at = 0; at < 18; at++) sum = (sum * 2 + (at === 17 && id[17] === 'X' ? 10 : id.charCodeAt(at) - 48)) % 11;
  return sum === 1;
}

/** The gender that a shaped citizen's number says. */
export function genderOf(id) {
  return id.charCodeAt(16) % 2 === 1 ? '1' : '2';
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const VALUE = new Int8Array(128).fill(-1);
for (let value = 0; value < 31; value++) VALUE[ALPHABET.charCodeAt(value)] = value;

/** The check character that belongs behind 17 characters; '' where one of them is strange. */
export function creditCheck(text) {
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at++) {
    const value = VALUE[text.charCodeAt(at) & 127];
    if (value < 0) return '';
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

export function isCreditCode(text) {
  return text.length === 18 && creditCheck(text) === text[17];
}

const NUMBER = /^([\u4e00-\u9fff])[\u4e00-\u9fff]?建安(A|B|C[123])（(\d{4})）(\d{7})$/;

/** [whole, first character, group, year, serial] of a manager's number as it should be written, or null. */
export function certNumber(text) {
  return typeof text === 'string' ? NUMBER.exec(text) : null;
}

const LICENCE = /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.([0-9A-Z]{18})\.([0-9A-Z]+)\.(\d{3})\.([0-9A-Z])$/;

export function licenceCheck(parts) {
  let product = 36;
  for (const part of parts) {
    for (let at = 0; at < part.length; at++) product = (((product + Number.parseInt(part[at], 36)) % 36 || 36) * 2) % 37;
  }
  return ((37 - product) % 36).toString(36).toUpperCase();
}

/** [whole, type, issuer, serial, version, check] of a licence id, or null where it is none. */
export function licenceId(text) {
  const found = typeof text === 'string' ? LICENCE.exec(text) : null;
  return found && licenceCheck(found.slice(1, 5)) === found[5] ? found : null;
}

export function isRecordId(text) {
  return /^(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$/.test(text);
}

/** No white space at the ends, no control characters. */
export const CLEAN = /^(?!\s)[^\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]*(?<!\s)$/;

/** The department's name follows the province's own, in full or in short. */
export function isProvincial(name, provinces) {
  if (name.includes('兵团')) return true;
  const ends = [name.indexOf('住房'), name.indexOf('住建')].filter((at) => at >= 0);
  if (ends.length === 0) return false;
  const before = name.slice(0, Math.min(...ends));
  return (
    before.endsWith('自治区') ||
    provinces.some((province) => before.endsWith(province) || (before.length > 1 && province.startsWith(before)))
  );
}

/** Whether 业务信息 is a list of items with listed types. */
export function isInfo(items, types) {
  if (!Array.isArray(items)) return false;
  const fits = (item) => typeof item?.itemvalue === 'string' && typeof item.itemtext === 'string' && types.has(item.itemvalue);
  return items.every(fits) && JSON.stringify(items).length <= 5000;
}
