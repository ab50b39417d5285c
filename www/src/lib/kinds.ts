// The kinds there are to choose from, as the package types them: a new kind does not compile until it stands here.

import type { Kind } from 'mohurd-ecert';

const ALL: Record<Kind, true> = { safety: true, special: true, manager: true, preview: true };

/** All kinds, in the order of the document. */
export const KINDS = Object.keys(ALL) as Kind[];

/** The kind named in the address (`#manager`), else the first. */
export function kindInAddress(hash: string): Kind {
  return KINDS.find((kind) => hash === `#${kind}`) ?? KINDS[0]!;
}

/** The page of issuing, in the address. */
export const ISSUING = '#issue';
