/** A decimal number as text, exact: no sign, no exponent, at most 12 digits before and 6 after the point. */
export const decimalPattern = '^(0|[1-9]\\d{0,11})(\\.\\d{1,6})?$';

const scale = 6;
const decimal = new RegExp(decimalPattern);

/** In millionths, as a whole number: amounts are counted in court, floats are not. */
function toMillionths(text: string): bigint {
  if (!decimal.test(text)) throw new RangeError(`not a decimal number: ${text}`);
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(scale, '0'));
}

function fromMillionths(millionths: bigint): string {
  const text = millionths.toString().padStart(scale + 1, '0');
  const fraction = text.slice(-scale).replace(/0+$/, '');
  return `${text.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** @throws {RangeError} for what is no decimal number */
export function addDecimals(amounts: readonly string[]): string {
  return fromMillionths(amounts.reduce((sum, amount) => sum + toMillionths(amount), 0n));
}

/** `1`, `1.0` and `1.000` are one amount. */
export function equalDecimals(left: string, right: string): boolean {
  return toMillionths(left) === toMillionths(right);
}

export function isZero(amount: string): boolean {
  return toMillionths(amount) === 0n;
}

export function isWhole(amount: string): boolean {
  return toMillionths(amount) % 10n ** BigInt(scale) === 0n;
}

export function isMore(amount: string, than: string): boolean {
  return toMillionths(amount) > toMillionths(than);
}
