// What the generated functions make, once for everybody: it is made when first asked for, which keeps it out of the start.

const made = /* @__PURE__ */ new Map<() => unknown, unknown>();

/** What this function makes: the same at every call, and frozen. */
export function shared<T>(make: () => T): T {
  if (!made.has(make)) made.set(make, frozen(make()));
  return made.get(make) as T;
}

/** Shared data would else be changed for everybody by the first page that does so. */
function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
