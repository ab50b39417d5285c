// Copying a text, and saying whether it was copied.

import { ref } from 'vue';

export function useCopy() {
  /** Empty until something was to be copied, and again once it is forgotten. */
  const said = ref('');

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      said.value = '已复制';
    } catch {
      said.value = '浏览器不允许复制';
    }
  }

  function forget(): void {
    said.value = '';
  }

  return { said, copy, forget };
}
