/** What is taken out of evidence before it is hashed, in the words in which an artefact records it. */
export const redactions = {
  account: 'name, picture and messages of the account',
  identity: 'names, addresses and numbers that identify the person',
  cart: 'content of the cart',
  address: 'town and street of delivery',
  tokens: 'tokens and cookies',
  network: 'network address and position',
  fields: 'hidden and personal form fields',
} as const
export type Redaction = keyof typeof redactions

/** Stands where something was taken out. */
export const redactedMark = '[redacted]'

/** Something of the person that may stand anywhere on the page. */
export interface Secret {
  text: string
  kind: 'identity' | 'tokens'
}

export interface Redactor {
  /** The text without secrets. */
  text(text: string): string
  /** Notes that something of this kind was taken out by other means. */
  note(redaction: Redaction): void
  /** True for what the listing itself states: it is never taken out. */
  isFact(text: string): boolean
  /** What was taken out so far, in words. */
  redacted(): string[]
}

/** Shorter ones would hit ordinary words. */
const minSecretLength = 6
/** Pages have some hundred; each costs time at every text of the page. */
const maxSecrets = 500

/** The secrets that count, each once. */
export function distinctSecrets(secrets: Secret[]): Secret[] {
  const byText = new Map(secrets.map((secret) => [secret.text, secret]))
  return [...byText.values()]
    .filter(({ text }) => text.length >= minSecretLength && text.length <= 5000)
    .slice(0, maxSecrets)
}

/**
 * Names whose values are secret wherever they stand as `name=value`: in links, in cookies that a state repeats.
 * Cookies' inner names are known from public repositories (`xman_us_t=x_lid=…&sign=y&rmb_pp=…&ctoken=…`).
 */
const secretParameter =
  /(?<=^|[^\w-]|%[\da-f]{2})((?:ctoken|x_csrf|_?csrf_?token|_csrf|_tb_token_|acs_rt|umid(?:_?token)?|x5sec(?:data)?|_m_h5_tk(?:_enc)?|(?:access_?|auth_?)?token|session_?id|x_lid|x_alimid|x_user|rmb_pp|utdid|buyer(?:_?admin_?seq|_?id)|member_?id|login_?id|user_?id)(?:=|%3D))([^&#"'\s;,<>%]+)/gi

/**
 * Takes secrets out of texts: by value where the value is known, by name where a link or a cookie names it.
 *
 * @param facts texts that the listing states; a secret that is part of one is left alone, or the person's name
 *   "Rose" would change a title
 */
export function createRedactor({ secrets, facts }: { secrets: Secret[]; facts: string[] }): Redactor {
  const found = new Set<Redaction>()
  const stated = new Set(facts)
  const isFact = (text: string) => stated.has(text)
  const known = distinctSecrets(secrets).filter(({ text }) => !facts.some((fact) => fact.includes(text)))
  const patterns = (['identity', 'tokens'] as const).flatMap((kind) => {
    const texts = known.filter((secret) => secret.kind === kind).map(({ text }) => text)
    const forms = [...new Set(texts.flatMap((text) => [text, encodeURIComponent(text.toWellFormed())]))]
    if (forms.length === 0) return []
    const longestFirst = forms.sort((one, other) => other.length - one.length).map(patternOf)
    return [{ kind, pattern: new RegExp(longestFirst.join('|'), 'gu') }]
  })
  return {
    isFact,
    note: (redaction) => found.add(redaction),
    redacted: () => [...found].map((redaction) => redactions[redaction]).sort(),
    text(text) {
      let clean = text
      for (const { kind, pattern } of patterns) {
        clean = clean.replace(pattern, () => {
          found.add(kind)
          return redactedMark
        })
      }
      return clean.replace(secretParameter, (whole: string, name: string, value: string) => {
        if (isFact(value) || value === redactedMark) return whole
        found.add('tokens')
        return `${name}${redactedMark}`
      })
    },
  }
}

/** A number or a name counts as a whole only; a token also inside of something longer. */
function patternOf(text: string): string {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  if (isTokenLike(text)) return literal
  const [first = '', last = ''] = [text.at(0), text.at(-1)]
  const before = /[\p{L}\p{N}]/u.test(first) ? '(?<![\\p{L}\\p{N}])' : ''
  const after = /[\p{L}\p{N}]/u.test(last) ? '(?![\\p{L}\\p{N}])' : ''
  return `${before}${literal}${after}`
}

/** Long, without blanks, of digits and letters: made by a machine to be told apart. */
export const isTokenLike = (text: string): boolean =>
  /^[\w+/=.~:%-]{16,}$/.test(text) && /\d/.test(text) && /[A-Za-z]/.test(text)
