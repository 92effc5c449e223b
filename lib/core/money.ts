/** A price as a page states it. */
export interface Money {
  /** The text that was shown; null where only a number is stated (JSON-LD). */
  text: string | null
  /** In units of the currency, e.g. 12.5; for a range the minimum. */
  value: number
  /** ISO 4217; null where the page does not say which (a bare "$"). */
  currency: string | null
}
