import { canonicalJson } from '../core/canonical-json.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { nameOfRight } from './new-right.ts'
import type { Holder, Right } from './right.ts'
import type { RightsChange } from './rights-repo.ts'

/** One holder or right of a file, held against what is stored. */
export interface ImportItem<Thing> {
  id: string
  name: string
  /** `different`: a person says whether it takes the place of what is stored. */
  state: 'new' | 'same' | 'different'
  /** Names of the fields that differ. */
  differing: string[]
  incoming: Thing
  stored: Thing | null
}

export interface ImportPlan {
  holders: ImportItem<Holder>[]
  rights: ImportItem<Right>[]
}

interface Rights {
  holders: readonly Holder[]
  rights: readonly Right[]
}

/**
 * What an import would do. Fails with `import-doubled` (an id stands twice), `import-without-holder`,
 * `import-other-type` (the id is another kind of right here).
 */
export function planImport(stored: Rights, incoming: Rights): Result<ImportPlan> {
  const holders = incoming.holders.map((holder) =>
    itemOf(holder.holderId, holder.name, holder, byId(stored.holders, 'holderId', holder.holderId)),
  )
  const rights = incoming.rights.map((right) =>
    itemOf(right.rightId, nameOfRight(right), right, byId(stored.rights, 'rightId', right.rightId)),
  )
  const twice = doubled(holders) ?? doubled(rights)
  if (twice) return fail('import-doubled', `"${twice.name}" stands in the file twice. Nothing was imported.`)
  const known = new Set([...stored.holders, ...incoming.holders].map(({ holderId }) => holderId))
  const orphan = rights.find(({ incoming: right }) => !known.has(right.holderId))
  if (orphan) {
    return fail(
      'import-without-holder',
      `The holder of "${orphan.name}" is neither in the file nor stored. Nothing was imported.`,
    )
  }
  const other = rights.find(({ incoming: right, stored: own }) => own && own.ipType !== right.ipType)
  if (other?.stored) {
    return fail(
      'import-other-type',
      `"${other.name}" is a ${other.incoming.ipType} in the file and a ${other.stored.ipType} here. Nothing was imported.`,
    )
  }
  return ok({ holders, rights })
}

/**
 * What is stored of a plan: everything new, and what differs where the person chose so.
 * @param replaced ids of holders and rights that take the place of what is stored
 */
export function chosenChange(plan: ImportPlan, replaced: ReadonlySet<string>, nowMs: number): RightsChange {
  const isWanted = ({ state, id }: ImportItem<unknown>) =>
    state === 'new' || (state === 'different' && replaced.has(id))
  return {
    holders: plan.holders.filter(isWanted).map(({ incoming, stored }) => ({
      holder: { ...incoming, changedAtMs: nowMs },
      seen: stored?.changedAtMs ?? null,
    })),
    rights: plan.rights.filter(isWanted).map(({ incoming, stored }) => ({
      right: { ...incoming, changedAtMs: nowMs },
      seen: stored?.changedAtMs ?? null,
    })),
  }
}

function itemOf<Thing extends object>(
  id: string,
  name: string,
  incoming: Thing,
  stored: Thing | null,
): ImportItem<Thing> {
  const differing = stored ? differingFields(stored, incoming) : []
  const state = stored ? (differing.length === 0 ? 'same' : 'different') : 'new'
  return { id, name: name || id, state, differing, incoming, stored }
}

/** When it was last changed is no part of what it says. */
const differingFields = (stored: object, incoming: object): string[] =>
  [...new Set([...Object.keys(stored), ...Object.keys(incoming)])]
    .filter((field) => field !== 'changedAtMs' && textOf(stored, field) !== textOf(incoming, field))
    .sort()

const textOf = (thing: object, field: string): string => {
  const value = (thing as Record<string, unknown>)[field]
  return value === undefined ? '' : canonicalJson(value)
}

const byId = <Id extends string, Thing extends Record<Id, string>>(
  things: readonly Thing[],
  key: Id,
  id: string,
): Thing | null => things.find((thing) => thing[key] === id) ?? null

function doubled<Thing>(items: ImportItem<Thing>[]): ImportItem<Thing> | null {
  const seen = new Set<string>()
  for (const item of items) {
    if (seen.has(item.id)) return item
    seen.add(item.id)
  }
  return null
}
