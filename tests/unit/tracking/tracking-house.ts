import { fileComplaint } from '../../../lib/complaints/file-complaint.ts'
import { newId } from '../../../lib/core/ids.ts'
import type { Capture } from '../../../lib/evidence/capture.ts'
import type { Sighting } from '../../../lib/evidence/sighting.ts'
import { dexieTrackReader, dexieTrackRepo } from '../../../lib/storage/dexie-track-repo.ts'
import { buildListing, buildSighting } from '../../support/records.ts'
import { houseWithDrafts } from '../complaints/complaint-house.ts'

/** The clock of the test house stands at 23 November 2026; this is later. */
export const today = '2026-11-27'
const filedOn = '2026-11-20'

/** Complaints with so many listings each, filed as cases IPP-1, IPP-2 …, and a draft beside them. */
export async function houseWithFiled(counts: readonly number[]) {
  const reasons = ['tm-counterfeit-features', 'tm-model-does-not-exist', 'tm-unfair-use']
  const { house, deps, drafts, linesOf } = await houseWithDrafts([
    ...counts.map((count, at) => ({ reasonId: reasons[at] ?? '', count })),
    { reasonId: 'tm-keyword-misuse', count: 1 },
  ])
  const complaints = drafts.slice(0, counts.length)
  for (const [at, { complaintId }] of complaints.entries()) {
    const filing = { caseNumber: `IPP-${at + 1}`, filedOn, note: '' }
    const filed = await fileComplaint(deps, complaintId, filing, today)
    if (!filed.ok) throw new Error(filed.error.message)
  }
  const { database } = house
  return {
    house,
    deps: { repo: dexieTrackRepo(database), clock: house.clock },
    reader: dexieTrackReader(database),
    complaintIds: complaints.map(({ complaintId }) => complaintId),
    lines: (await Promise.all(complaints.map(linesOf))).flat(),
    draftLines: await linesOf(drafts.at(-1)),
    waitingActs: () => house.sealing.ledger.waitingActs(10_000),
  }
}

/** The item page of a listing, opened at noon of the day that `today` is. */
export const buildOpened = (
  comId: string,
  own: Partial<Capture> = {},
  sighting: Partial<Sighting> = {},
): Capture => ({
  ...{ captureId: newId(), comId, mode: 'completed-on-opening', tab: null },
  sighting: buildSighting({
    ...{ pageKind: 'item', pageUrl: `https://www.aliexpress.com/item/${comId}.html` },
    seenAt: { wallMs: Date.parse(`${today}T12:00:00Z`), monotonicMs: 1, offsetMinutes: 0 },
    ...sighting,
  }),
  ...{ listing: buildListing(comId), row: null, witnesses: null, createdAtMs: 1, importedFrom: null },
  ...own,
})
