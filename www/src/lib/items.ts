// One entry of a list field: a type and its text. The names of its members are the package's, held by its types.

import type { BusinessInformationItem } from 'mohurd-ecert';

export type Item = BusinessInformationItem;

/** The member that holds the type's code, and the one that holds the text. */
export const TYPE = 'itemvalue' satisfies keyof Item;
export const TEXT = 'itemtext' satisfies keyof Item;

export const MEMBERS = [TYPE, TEXT] as const;

export function emptyItem(): Item {
  return { [TYPE]: '', [TEXT]: '' };
}
