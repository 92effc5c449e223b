/** What values at one place look like, as far as rows were seen. */
export interface Shape {
  /** How many values were seen here. */
  many: number
  types: Set<JsonType>
  members: Map<string, Shape>
  /** Of all items of all lists here. */
  items: Shape | null
}

type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'

export const newShape = (): Shape => ({ many: 0, types: new Set(), members: new Map(), items: null })

/** Objects with more names than this are keyed by ids: their values have one shape. */
const mostMembers = 80

/** Takes one value of JSON into account. */
export function seeValue(shape: Shape, value: unknown): void {
  shape.many += 1
  if (value === null) shape.types.add('null')
  else if (typeof value === 'number') shape.types.add(Number.isSafeInteger(value) ? 'integer' : 'number')
  else if (typeof value === 'boolean' || typeof value === 'string')
    shape.types.add(typeof value === 'string' ? 'string' : 'boolean')
  else if (Array.isArray(value)) {
    shape.types.add('array')
    shape.items ??= newShape()
    for (const item of value) seeValue(shape.items, item)
  } else if (typeof value === 'object') {
    shape.types.add('object')
    for (const [name, member] of Object.entries(value)) {
      const known = shape.members.get(name) ?? newShape()
      shape.members.set(name, known)
      seeValue(known, member)
    }
  }
}

type Schema = Record<string, unknown>

/** The shape as JSON Schema (2020-12): every row that was seen fits it. */
export function schemaOf(shape: Shape, objects = shape.many): Schema {
  const types = [...shape.types].sort()
  // Every integer is a number to JSON Schema.
  const named = types.includes('number') ? types.filter((type) => type !== 'integer') : types
  if (named.length === 0) return {}
  return {
    type: named.length === 1 ? named[0] : named,
    ...(shape.types.has('array') ? { items: shape.items ? schemaOf(shape.items) : {} } : {}),
    ...(shape.types.has('object') ? memberSchemas(shape, named.length === 1 ? objects : null) : {}),
  }
}

function memberSchemas({ members, many }: Shape, objects: number | null): Schema {
  if (members.size > mostMembers) {
    const joined = newShape()
    for (const member of members.values()) join(joined, member)
    return { additionalProperties: schemaOf(joined) }
  }
  const required = [...members]
    .filter(([, member]) => member.many === (objects ?? many))
    .map(([name]) => name)
  return {
    properties: Object.fromEntries([...members].map(([name, member]) => [name, schemaOf(member)])),
    ...(objects !== null && required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
}

function join(into: Shape, other: Shape): void {
  into.many += other.many
  for (const type of other.types) into.types.add(type)
  for (const [name, member] of other.members) {
    const known = into.members.get(name) ?? newShape()
    into.members.set(name, known)
    join(known, member)
  }
  if (other.items) {
    into.items ??= newShape()
    join(into.items, other.items)
  }
}
