// The pictures of a QR code, as addresses to draw and to download them from. What draws them is loaded when there is one to draw.

import { shallowRef, watch, type Ref } from 'vue';

export interface Pictures {
  svg: string;
  png: string;
}

/** In pixels: sharp on paper too. */
const PNG_SIZE = 600;
/** So many bytes at once can be given to a function as its arguments. */
const PIECE = 8192;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

async function draw(text: string): Promise<Pictures> {
  const { init, qrPng, qrSvg } = await import('mohurd-ecert/qr');
  await init();
  return {
    svg: `data:image/svg+xml,${encodeURIComponent(qrSvg(text, { title: '证书的二维码' }))}`,
    png: `data:image/png;base64,${base64(qrPng(text, { size: PNG_SIZE }))}`,
  };
}

export function useQr(content: Ref<string | null>) {
  const pictures = shallowRef<Pictures | null>(null);
  watch(content, async (text) => {
    pictures.value = null;
    if (text === null) return;
    const drawn = await draw(text);
    // It may be another's by now.
    if (content.value === text) pictures.value = drawn;
  }, { immediate: true });
  return pictures;
}
