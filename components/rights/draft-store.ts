import { type IpType, ipTypes } from '../../lib/queue/flag.ts'

/** Port: keeps what is typed and not saved yet, at once and over a reload. */
export interface DraftStore {
  read(name: string): string | null
  /** @throws ExpectedError `draft-refused` where the browser has no room for it */
  write(name: string, text: string): void
  remove(name: string): void
  /** Names of what is kept. */
  names(): string[]
}

export const rightDraftName = (rightId: string): string => `right:${rightId}`
export const holderDraftName = (holderId: string): string => `holder:${holderId}`

/** The same while nothing is stored under the id. */
export const newRightDraftName = (ipType: IpType, rightId: string): string => `new-${ipType}:${rightId}`
export const newHolderDraftName = (holderId: string): string => `new-holder:${holderId}`

/** What was begun and never saved. */
export type BegunDraft = { name: string; id: string } & (
  | { kind: 'right'; ipType: IpType }
  | { kind: 'holder' }
)

export const begunDrafts = (names: Iterable<string>): BegunDraft[] =>
  [...names].flatMap((name): BegunDraft[] => {
    const [what, id = ''] = name.split(':', 2)
    if (what === 'new-holder') return [{ name, id, kind: 'holder' }]
    const ipType = ipTypes.find((known) => what === `new-${known}`)
    return ipType ? [{ name, id, kind: 'right', ipType }] : []
  })
