// Puts ARIA attributes on a control that a component of the library draws and passes none to.

import { onMounted, watch } from 'vue';
import type { Aria } from '../components/widgets/contract';

export function useAria(props: { readonly id: string; readonly aria: Aria }): void {
  function apply(): void {
    const control = document.getElementById(props.id);
    for (const [name, value] of Object.entries(props.aria)) {
      if (value === undefined) control?.removeAttribute(name);
      else control?.setAttribute(name, value);
    }
  }
  onMounted(apply);
  watch(() => [props.id, props.aria], apply, { flush: 'post' });
}
