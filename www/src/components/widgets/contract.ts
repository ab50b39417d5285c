// What every widget takes.

import type { FieldSpec, Issue } from 'mohurd-ecert';

/** What assistive technology is told of a control. */
export interface Aria {
  'aria-invalid': 'true' | undefined;
  'aria-required': 'true' | undefined;
  'aria-describedby': string | undefined;
}

export interface WidgetProps {
  /** The id of the control itself. */
  id: string;
  field: FieldSpec;
  value: unknown;
  aria: Aria;
  /** What was found here and may be shown. */
  issues: readonly Issue[];
}

/** What the draft holds, as the text that a control shows. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
