/**
 * The least number that a text like "10,000+ sold" states, or null where it cannot be told for sure: thousands
 * may be parted by comma, point or space, and everything else ("1.2k", "3万", two numbers) is left alone.
 */
export function soldAtLeast(text: string): number | null {
  if (/\d\s*(?:[kKmM万萬千천만тТ]|тыс)/u.test(text)) return null
  const numbers = text.match(/\d+(?:[,. \u00a0\u202f]\d{3})*(?:[.,]\d+)?/gu) ?? []
  const [only] = numbers
  if (numbers.length !== 1 || only === undefined) return null
  if (!/^(?:\d+|\d{1,3}(?:([,. \u00a0\u202f])\d{3})(?:\1\d{3})*)$/u.test(only)) return null
  const value = Number(only.replace(/\D/gu, ''))
  return Number.isSafeInteger(value) ? value : null
}
