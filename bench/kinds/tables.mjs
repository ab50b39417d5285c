// The other two certificates as the peers use them: fields and codes from the package, and what is the kind's own.
import { codesOf, fieldsOf } from '../peers/facts.mjs';
import { FORMS } from '../peers/forms.mjs';
import { CLEAN, isInfo, licenceId } from '../peers/values.mjs';

/** Which certificate states go with an operation: the same in both. */
export const STATES = {
  '01': ['01'], '02': ['01'], '03': ['02'], '04': ['06'], '05': ['03', '04', '05'], '06': ['01'], '07': ['99', '01'], '08': ['01'],
};

export const RENEWALS = ['02', '08'];

/** How the description of an unlisted trade is worded. */
export const OTHER_TRADE = /^经省级以上住房和城乡建设主管部门认定的其他工种类别（[\s\S]+）$/;

const LONG_TYPE = /^有限责任公司[（(]非?自然人投资或控股的法人独资[）)]$/;

/** A kind's licence type, and its number as [whole, front, group, year, serial]. */
const KINDS = {
  safety: { licence: '11100000000013338W050', number: /^（([\u4e00-\u9fff])[\u4e00-\u9fff]?）JZ安许证字\[()(\d{4})\](\d{5,7})$/ },
  special: { licence: '11100000000013338W032', number: /^([\u4e00-\u9fff])[\u4e00-\u9fff]?[A-Z](\d{2})(\d{4})(\d{6})$/ },
};

/** The table of `safety` or `special`. */
export function tableOf(kind) {
  const { licence, number } = KINDS[kind];
  const types = new Set(codesOf(`${kind}.infoType`));
  const numberOf = (text) => (typeof text === 'string' ? number.exec(text) : null);
  const forms = {
    ...FORMS,
    'cert-number': (text) => numberOf(text) !== null,
    'licence-id': (text) => licenceId(text)?.[1] === licence,
    'economic-type': (text) => CLEAN.test(text) && !LONG_TYPE.test(text),
    info: (items) => isInfo(items, types),
  };
  const states = new Set(codesOf(`${kind}.certState`));
  return { kind, licence, numberOf, forms, states, fields: fieldsOf(kind) };
}
