// Exact differences of prices, which doubles do not give: 0.3 less 0.1 is 0.2.

const DIGITS = 9;

/** What one decimal text is above another, as text; negative when it is below. */
export function difference(one, other) {
  return textOf(unitsOf(one) - unitsOf(other));
}

/** Units of 10^-9, the smallest that a price has. */
function unitsOf(text) {
  const negative = text.startsWith('-');
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(DIGITS, '0'));
  return negative ? -units : units;
}

function textOf(units) {
  const digits = String(units < 0n ? -units : units).padStart(DIGITS + 1, '0');
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '') || '0';
  return `${units < 0n ? '-' : ''}${digits.slice(0, -DIGITS)}.${fraction}`;
}
