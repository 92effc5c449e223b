import { isRecord, parseHostileJson } from '../../core/hostile-json.ts'
import { isTokenLike, type Redaction, type Redactor, redactedMark, type Secret } from './redact-text.ts'

/**
 * States are redacted by place: a value goes because of the name under which it stands, whatever it looks like. By
 * shape alone the seller's own e-mail, telephone and address would go too, which some pages must state by law.
 */

/** Keys under which tokens, cookies and marks of the browser stand; the names of cookies are among them. */
const tokenKey =
  /token|csrf|cookie|umid|utdid|x5sec|secret|fingerprint|passport|deviceid|^session(?:id|key)?$|^sign(?:ature)?$|^cna$|^isg$|^tfstk$|^uuid$|^uid$|^mh5tk|^xman|^x(?:router)?usf$|^aep(?:usuc|common)|^acs(?:usuc|rt)|^aliapache|^intlcommonforever$|^hvnlogin$/

/** Keys that name a person who uses the site, wherever they stand. */
const personKey =
  /^(?:buyer|user|login|logged|visitor|customer|principal|passport|account|havana)(?:id|seq|adminseq|no|num|number|key|member(?:id)?|email|mail|phone|mobile|nick|nickname|name|fullname|firstname|lastname|avatar|portrait|address)$|^havanaid$|^rmbpp$|^xlid$|^xalimid$|^xuser$/

/** Keys that name a person too, but also a seller where they stand among the seller's facts. */
const neutralPersonKey =
  /^(?:(?:ali)?member(?:id|seq|no|name|nick)?|e?mail(?:address)?|phone(?:no|num|number)?|mobile(?:no|num|number|phone)?|telephone|tel|nick(?:name)?|firstname|lastname|middlename|fullname|realname|contact(?:person|name)|receiver(?:name)?|recipient(?:name)?|consignee|avatar(?:url|img)?|currentavatarimg|portrait(?:url)?|birth(?:day|date)?)$/

const addressKey =
  /^(?:ship(?:ping|to)?|delivery|receiver|receive|home|detail)?(?:address(?:id|line\d?|detail)?\d?|street(?:name)?|city(?:id|name)?|district(?:name)?|province(?:id|name)?|zip(?:code)?|post(?:al)?code)$|^(?:ship(?:ping|to)?|delivery|receiver|receive|home|detail)(?:state(?:name)?|house|apartment|building)$/

const networkKey =
  /^(?:client|remote|user|request|real|buyer)?ip(?:addr|address)?$|^(?:lat|lng|lon|latitude|longitude)$/

const cartKey = /^(?:shop(?:ping)?)?cart(?:item|product|goods)?(?:count|num|number|quantity|size|total)$/

/** Objects that are about the person or their address as a whole. */
const personPart =
  /^(?:principal|(?:login|current|logged(?:in)?)?user(?:info|data|profile|geoinfo)?|buyer(?:info|data)?|(?:my)?account(?:info|data)?|customer(?:info|data)?|visitor(?:info)?|autogeoinfo|profile|receiver(?:info)?|consignee|avatar|(?:shipping|delivery|receiver|receive|buyer|user|default|selected|current)?address(?:es|list|info|dto|vo)?)$/

/** What of those parts is evidence of where and how the page was shown, and what only labels fields: it names nobody. */
const keptOfPerson =
  /country|currency|locale|lang|signedin|loggedin|loginstatus|^site$|i18n|translat|^labels?$/

/** Parts of a state that speak of the seller, the maker and the thing itself. */
const sellersPart =
  /seller|stores?(?!d)|^shop(?!cart|ping)|supplier|merchant|compan|complian|manufactur|responsible|showedprops|productprop|^specs/

const plainKey = (key: string): string => key.toLowerCase().replace(/[^a-z0-9]/g, '')

type Place = { isSellers: boolean; isPersons: boolean; isKept: boolean }
const root: Place = { isSellers: false, isPersons: false, isKept: false }

const placeBelow = (place: Place, plain: string, value: unknown): Place => ({
  isSellers: place.isSellers || sellersPart.test(plain),
  isPersons: place.isPersons || (typeof value === 'object' && personPart.test(plain)),
  isKept: place.isKept || keptOfPerson.test(plain),
})

/** Why the value under this key must go, or null where it may stay. */
function reasonFor(plain: string, value: string | number, place: Place): Redaction | null {
  // Labels ("Invalid token") and currency signs stand under such keys too.
  if (tokenKey.test(plain)) return /^\S{6,}$/.test(String(value)) ? 'tokens' : null
  if (cartKey.test(plain)) return 'cart'
  if (networkKey.test(plain)) return 'network'
  if (personKey.test(plain)) return 'identity'
  if (place.isSellers || place.isKept) return null
  if (place.isPersons) return 'identity'
  if (neutralPersonKey.test(plain)) return 'identity'
  return addressKey.test(plain) && !/^(?:https?:)?\/\//.test(String(value)) ? 'address' : null
}

/** Nothing is told by these. */
const isEmpty = (value: unknown) => value === '' || value === 0 || value === '0'

/**
 * A copy of a parsed state without what is about the person: values are replaced, keys stay. What the listing
 * states (`redactor.isFact`) stays under any key.
 */
export const redactState = (state: unknown, redactor: Redactor): unknown => redactAt(state, root, redactor)

function redactAt(value: unknown, place: Place, redactor: Redactor): unknown {
  if (typeof value === 'string') return redactString(value, redactor)
  if (Array.isArray(value)) return value.map((item) => redactAt(item, place, redactor))
  if (!isRecord(value)) return value
  const copy: Record<string, unknown> = {}
  for (const [key, child] of Object.entries(value)) {
    const plain = plainKey(key)
    const below = placeBelow(place, plain, child)
    // A key may itself be somebody's number or address.
    copy[redactor.text(key)] = redactChild(plain, child, below, redactor)
  }
  return copy
}

function redactChild(plain: string, value: unknown, place: Place, redactor: Redactor): unknown {
  const scalar = typeof value === 'string' || typeof value === 'number'
  if (scalar && !isEmpty(value)) {
    const reason = reasonFor(plain, value, place)
    if (reason !== null && !redactor.isFact(String(value))) {
      redactor.note(reason)
      return redactedMark
    }
  }
  if (Array.isArray(value)) return value.map((item) => redactChild(plain, item, place, redactor))
  return redactAt(value, place, redactor)
}

/** States carry states as text. */
function redactString(text: string, redactor: Redactor): string {
  if (/^\s*[{[]/.test(text)) {
    const inner = parseHostileJson(text)
    if (inner.ok && typeof inner.value === 'object') {
      const before = JSON.stringify(inner.value)
      const after = JSON.stringify(redactState(inner.value, redactor))
      return before === after ? text : after
    }
  }
  return redactor.text(text)
}

/** What a state says of the person that may stand elsewhere on the page too: login, mail, full name, numbers. */
export function secretsOfState(state: unknown): Secret[] {
  const secrets: Secret[] = []
  const visit = (value: unknown, place: Place): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      const plain = plainKey(key)
      const below = Array.isArray(value) ? place : placeBelow(place, plain, child)
      if ((typeof child === 'string' || typeof child === 'number') && !isEmpty(child)) {
        const reason = reasonFor(plain, child, below)
        const text = String(child)
        if (reason === 'identity' && isTelling(plain, text)) secrets.push({ text, kind: 'identity' })
        if (reason === 'tokens' && isTokenLike(text)) secrets.push({ text, kind: 'tokens' })
      } else visit(child, below)
    }
  }
  visit(state, root)
  return secrets
}

/** A value that is somebody's and nobody else's: with digits, an @, or a name of several words. "E-mail" is none. */
const isTelling = (plain: string, text: string): boolean =>
  text.length <= 200 &&
  !/^https?:/.test(text) &&
  (/\d{3}|@/.test(text) || (/name|nick|receiver|street|line/.test(plain) && /\S\s+\S/.test(text)))

const tellingCookieParts = /^(?:x_lid|x_alimid|rmb_pp|x_user|ctoken|x_csrf|acs_rt|x_uid|uid)$/

/**
 * What the page's cookies hold that may stand elsewhere on the page. They are looked at to take them out, and
 * are stored nowhere.
 */
export function secretsOfCookies(cookies: string): Secret[] {
  const secrets: Secret[] = []
  const add = (value: string, isTold: boolean) => {
    for (const text of new Set([value, decoded(value)])) {
      if (isTokenLike(text)) secrets.push({ text, kind: 'tokens' })
      else if (isTold) secrets.push({ text, kind: 'identity' })
    }
  }
  for (const cookie of cookies.split(';')) {
    const value = cookie.slice(cookie.indexOf('=') + 1).trim()
    add(value, false)
    // `_m_h5_tk` is a token and a time.
    add(value.replace(/_\d{10,}$/, ''), false)
    for (const part of decoded(value).split('&')) {
      const at = part.indexOf('=')
      if (at > 0) add(part.slice(at + 1), tellingCookieParts.test(part.slice(0, at)))
    }
  }
  return secrets
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // No escapes, or broken ones: the text stands for itself.
    return text
  }
}
