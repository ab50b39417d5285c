// What the cases assert with: both sides must be the same type, not merely assignable.

export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export function exactly<_ extends true>(): void {}
