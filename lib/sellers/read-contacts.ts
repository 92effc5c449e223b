import { comparableText } from '../core/search-text.ts'
import type { Spec } from '../extract/listing.ts'

/** What an item page names of whoever stands behind the store. Each is comparable between sellers as it is. */
export interface Contact {
  kind: 'licence' | 'email' | 'phone'
  value: string
}

const emailPattern = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi

/** Labels of numbers in the register of companies, comparable; a number without such a label is none. */
const licenceLabels =
  /사업자등록번호|사업자번호|business (?:registration|licen[cs]e)|统一社会信用代码|vat (?:number|id)/
const phoneLabels = /전화|연락처|phone|telephone|电话/

/**
 * Company numbers, e-mail addresses and telephone numbers in the specifications of a listing, which some countries
 * make AliExpress show there (ALIEXPRESS.md (d)). What is not labelled as one is not taken for one; e-mail addresses
 * need no label.
 */
export function readContacts(specs: readonly Spec[]): Contact[] {
  const contacts = specs.flatMap(({ name, value }): Contact[] => {
    const label = comparableText(name).normalize('NFC')
    const emails = (value.match(emailPattern) ?? []).map(
      (email): Contact => ({ kind: 'email', value: email.toLowerCase() }),
    )
    const compact = value.replace(/[\s().\-/]/g, '')
    if (licenceLabels.test(label) && /^[A-Z0-9]{8,20}$/.test(compact) && /\d{6}/.test(compact)) {
      return [...emails, { kind: 'licence', value: compact }]
    }
    if (phoneLabels.test(label) && /^\+?\d{8,15}$/.test(compact)) {
      return [...emails, { kind: 'phone', value: compact.replace('+', '') }]
    }
    return emails
  })
  const byKey = new Map(contacts.map((contact) => [`${contact.kind}:${contact.value}`, contact]))
  return [...byKey.values()]
}
