import { type IpType, ipTypes } from '../../lib/queue/flag.ts'

/** What the pages of rights show, as the dashboard's address names it. */
export type RightsView =
  | { view: 'list' }
  | { view: 'steps' }
  | { view: 'new-right'; ipType: IpType }
  /** `newType`: it is being entered, and not stored before it is saved. */
  | { view: 'right'; rightId: string; field: string | null; newType: IpType | null }
  | { view: 'statement'; rightId: string }
  | { view: 'new-holder' }
  | { view: 'holder'; holderId: string; field: string | null; isNew: boolean }

const idShape = /^[\w-]{1,60}$/

/** Reads what `rightsHash` writes after the `#/`; null where it names nothing. */
export function readRightsView(path: string, parameters: URLSearchParams): RightsView | null {
  const [first, second, third, ...more] = path.split('/')
  if (first !== 'rights' || more.length > 0) return null
  const field = parameters.get('field')
  if (second === undefined) return { view: 'list' }
  if (second === 'steps' && third === undefined) return { view: 'steps' }
  if (second === 'new' && third === undefined) {
    const ipType = readType(parameters.get('type'))
    return ipType ? { view: 'new-right', ipType } : null
  }
  if (second === 'holders') {
    if (third === undefined) return null
    if (third === 'new') return { view: 'new-holder' }
    const isNew = parameters.has('new')
    return idShape.test(third) ? { view: 'holder', holderId: third, field, isNew } : null
  }
  if (!idShape.test(second)) return null
  if (third === 'statement') return { view: 'statement', rightId: second }
  const newType = readType(parameters.get('new'))
  return third === undefined ? { view: 'right', rightId: second, field, newType } : null
}

/** The address of a page of rights, e.g. `#/rights/01JD…?field=right.mark`. */
export function rightsHash(view: RightsView): string {
  switch (view.view) {
    case 'list':
      return '#/rights'
    case 'steps':
      return '#/rights/steps'
    case 'new-right':
      return `#/rights/new?type=${view.ipType}`
    case 'right':
      return `#/rights/${view.rightId}${query({ new: view.newType, field: view.field })}`
    case 'statement':
      return `#/rights/${view.rightId}/statement`
    case 'new-holder':
      return '#/rights/holders/new'
    case 'holder':
      return `#/rights/holders/${view.holderId}${query({ new: view.isNew ? 'yes' : null, field: view.field })}`
  }
}

export const rightHash = (rightId: string, field: string | null = null): string =>
  rightsHash({ view: 'right', rightId, field, newType: null })

export const holderHash = (holderId: string, field: string | null = null): string =>
  rightsHash({ view: 'holder', holderId, field, isNew: false })

const readType = (text: string | null): IpType | null => ipTypes.find((known) => known === text) ?? null

/** Those that have a value, as they stand after the address; empty where none has. */
function query(parameters: Record<string, string | null>): string {
  const said = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== null) said.set(name, value)
  return said.size === 0 ? '' : `?${said}`
}
