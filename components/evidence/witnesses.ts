import { isRecord } from '../../lib/core/hostile-json.ts'
import { captureWords as words } from './capture-words.ts'

/** What one source states: an observation for each field. Parsed from a record, so nothing is taken for granted. */
export interface Witness {
  name: string
  fields: ReadonlyMap<string, unknown>
}

const statuses = new Set<unknown>(['found', 'absent', 'unreadable'])

const isObservation = (value: unknown) => isRecord(value) && statuses.has(value.status)

/** Records are canonical JSON, which sorts by name: what matters most comes first again, the unknown last. */
const witnessOrder = ['listing', 'row', 'shown', 'stated', 'pageData']
const fieldOrder = ['title', 'comId', 'price', 'sellerId', 'storeName', 'storeNumbers', 'brand']

const inOrder = (order: string[]) => (one: string, other: string) => {
  const [first, second] = [order.indexOf(one), order.indexOf(other)]
  return (first < 0 ? order.length : first) - (second < 0 ? order.length : second)
}

/** Every witness of a record, whatever it is called; what is no set of observations is handed back apart. */
export function readWitnesses(observations: unknown): {
  witnesses: Witness[]
  others: Record<string, unknown>
} {
  const witnesses: Witness[] = []
  const others: Record<string, unknown> = {}
  for (const [name, group] of Object.entries(isRecord(observations) ? observations : {})) {
    if (group === null) continue
    const fields = isRecord(group) ? Object.entries(group) : []
    if (fields.length > 0 && fields.every(([, value]) => isObservation(value))) {
      witnesses.push({ name, fields: new Map(fields) })
    } else {
      others[name] = group
    }
  }
  const byName = inOrder(witnessOrder)
  return { witnesses: witnesses.sort((one, other) => byName(one.name, other.name)), others }
}

export interface StatedField {
  field: string
  /** Whether the record says that two witnesses disagree on it. */
  isDisputed: boolean
  /** One for each witness; undefined where it does not know the field. */
  observations: unknown[]
}

/** Field by field what each witness states; disputed ones first, and apart those that none states. */
export function alignWitnesses(
  witnesses: Witness[],
  disagreements: unknown,
): { stated: StatedField[]; statedByNone: string[] } {
  const disputed = new Set(
    (Array.isArray(disagreements) ? disagreements : []).flatMap((entry) =>
      isRecord(entry) && typeof entry.field === 'string' ? [entry.field] : [],
    ),
  )
  const fields = [...new Set(witnesses.flatMap((witness) => [...witness.fields.keys()]))].sort(
    inOrder(fieldOrder),
  )
  const all = fields.map((field) => ({
    field,
    isDisputed: disputed.has(field),
    observations: witnesses.map((witness) => witness.fields.get(field)),
  }))
  const isStated = ({ observations }: StatedField) =>
    observations.some((observation) => isRecord(observation) && observation.status !== 'absent')
  const stated = all.filter(isStated)
  return {
    stated: [...stated.filter((field) => field.isDisputed), ...stated.filter((field) => !field.isDisputed)],
    statedByNone: all.filter((field) => !isStated(field)).map(({ field }) => field),
  }
}

/** A value as lines of text: money as shown, pictures by address, specifications by name, anything else as JSON. */
export function valueLines(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(valueLines)
  if (!isRecord(value)) return [typeof value === 'string' ? value : (JSON.stringify(value) ?? '')]
  const { text, currency, url, name } = value
  if ('currency' in value && 'text' in value) {
    const shown = typeof text === 'string' ? text : String(value.value)
    return [typeof currency === 'string' ? `${shown} (${currency})` : shown]
  }
  if (typeof url === 'string') return [url]
  if (typeof name === 'string' && typeof value.value === 'string') return [`${name}: ${value.value}`]
  return [JSON.stringify(value)]
}

/** "storeNumbers" as "Store numbers", unless it has a name of its own. */
export const fieldName = (field: string): string => {
  const name = Object.hasOwn(words.fieldName, field) ? words.fieldName[field] : undefined
  if (name !== undefined) return name
  const spaced = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
