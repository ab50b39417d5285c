// From a chosen file to the text that is sent, and from that text back to a picture. Whether the photo is acceptable is
// for the package to say.

/** Larger files are not even read: no photo is, and the page would stall. */
export const READABLE_BYTES = 8 * 1024 * 1024;

/** The file as a data URL. */
export function readAsDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('the file cannot be read'));
    reader.readAsDataURL(file);
  });
}

/** Base64 of the first bytes of the pictures that a browser may be asked to draw. */
const SIGNATURES: readonly [start: string, type: string][] = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
];

function payloadOf(text: string): string {
  return text.slice(text.indexOf(',') + 1).replace(/\s/g, '');
}

/** An address to draw the photo from, or null where the text is no picture. */
export function previewOf(text: string): string | null {
  const payload = payloadOf(text);
  const found = SIGNATURES.find(([start]) => payload.startsWith(start));
  return found ? `data:${found[1]};base64,${payload}` : null;
}

/** How many bytes the Base64 text stands for. */
export function bytesOf(text: string): number {
  return Math.floor((payloadOf(text).replace(/=+$/, '').length * 3) / 4);
}
