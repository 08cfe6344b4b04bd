// Exact texts of numbers and times. A number of an answer is never a double on its way to the screen: its digits are kept as they came.

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const TIME = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))? ?(?:UTC|Z)$/;
const NANOS_PER_MILLI = 1_000_000n;
const NANOS_PER_SECOND = 1_000_000_000n;

/** Parses JSON with every number as the text that stands there: `{"price":0.10}` has the price "0.10". */
export function exactJson(text) {
  return JSON.parse(text.replace(STRING_OR_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)));
}

/** A number's text without an exponent: "7.5E-4" is "0.00075". */
export function plain(number) {
  const [digits, exponent = '0'] = String(number).toLowerCase().split('e');
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits);
  const point = whole.length + Number(exponent);
  const all = (whole + fraction).padStart(whole.length + fraction.length + Math.max(0, 1 - point), '0').padEnd(point, '0');
  const at = Math.max(1, point);
  const text = at < all.length ? `${all.slice(0, at)}.${all.slice(at)}` : all;
  return sign + text.replace(/^0+(?=\d)/, '');
}

/** An integer or decimal text with its thousands set apart: "1234567.50" is "1,234,567.50". */
export function grouped(number) {
  const [whole, fraction] = plain(number).split('.');
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? apart : `${apart}.${fraction}`;
}

/** Nanoseconds since 1970 of a time such as "2019-09-16 22:10:16.4945 UTC", as a BigInt. */
export function nanosOf(time) {
  const [, date, clock, fraction = ''] = TIME.exec(time) ?? [];
  if (date === undefined) {
    throw new RangeError(`expected a UTC time, found "${time}"`);
  }
  return BigInt(Date.parse(`${date}T${clock}Z`)) * NANOS_PER_MILLI + BigInt(fraction.padEnd(9, '0'));
}

/** The time of nanoseconds since 1970 as level 1 has it: 0, 3, 6 or 9 fraction digits, and the zone. */
export function timeOf(nanos) {
  const { date, clock, fraction } = partsOf(nanos);
  const digits = fraction.replace(/(?:000)+$/, '');
  return `${date} ${clock}${digits === '' ? '' : `.${digits}`} UTC`;
}

/** Date, clock and nine fraction digits of nanoseconds since 1970. */
export function partsOf(nanos) {
  const fraction = ((nanos % NANOS_PER_SECOND) + NANOS_PER_SECOND) % NANOS_PER_SECOND;
  const text = new Date(Number((nanos - fraction) / NANOS_PER_MILLI)).toISOString();
  return { date: text.slice(0, 10), clock: text.slice(11, 19), fraction: String(fraction).padStart(9, '0') };
}

/** "1 row", "2 rows". */
export function counted(number, noun) {
  return `${grouped(number)} ${noun}${String(number) === '1' ? '' : 's'}`;
}

/** A share of 0 to 1, as a percentage with all of its digits up to six. */
export function percent(share) {
  return `${grouped(Number((Number(share) * 100).toFixed(6)))} %`;
}

/** The exact difference of two decimal texts: "0.3" and "0.1" make "0.2". */
export function difference(a, b) {
  const digits = Math.max(fractionDigits(a), fractionDigits(b));
  const scaled = scaledBy(a, digits) - scaledBy(b, digits);
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${scaled < 0n ? '-' : ''}${whole}${digits === 0 ? '' : `.${text.slice(-digits)}`}`;
}

function fractionDigits(decimal) {
  return decimal.split('.')[1]?.length ?? 0;
}

function scaledBy(decimal, digits) {
  const [whole, fraction = ''] = decimal.split('.');
  return BigInt(whole + fraction.padEnd(digits, '0'));
}
