// Whether a page of another origin may have sent a request: what keeps a stranger's page from using a clerk's session.
//
// A browser says where a page is from, in `Origin` with every POST, and in `Sec-Fetch-Site` where the address is https; a page
// cannot change either. A request with neither comes from a program, or from a browser so old that only a form could have
// sent it from elsewhere: forms cannot send JSON, and anything but JSON is refused. Who asks is for `authorize` to tell.

import type { Asked } from './shapes.js';

/** Whether it must be refused; without a list the page's host has to be the one that was asked for. */
export function isForeign({ headers, host }: Asked, origins: ReadonlySet<string> | undefined): boolean {
  const [origin, site] = [headers.get('origin'), headers.get('sec-fetch-site')];
  if (origin !== null && origins) return !origins.has(origin);
  if (site !== null && site !== 'same-origin') return true;
  return origin !== null && !isAt(origin, host);
}

/** The scheme is not compared: behind a proxy that ends TLS nobody here knows it. */
function isAt(origin: string, host: string): boolean {
  try {
    const { protocol, host: of } = new URL(origin);
    return of !== '' && of === new URL(`${protocol}//${host}`).host;
  } catch {
    return false;
  }
}
