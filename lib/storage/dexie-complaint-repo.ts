import type { Complaint, ComplaintLine } from '../complaints/complaint.ts'
import type { ComplaintRepo, ComplaintTransaction } from '../complaints/complaint-repo.ts'
import type { FlagStatus } from '../queue/flag.ts'
import { actEntry } from './act-entry.ts'
import type { DocketDatabase } from './database.ts'
import { rowOf } from './dexie-flag-repo.ts'
import { storing } from './storage-refusal.ts'

/** Keeps complaints and their lines in the database. */
export function dexieComplaintRepo(database: DocketDatabase): ComplaintRepo {
  const { complaints, complaintLines, flags, meta, tracks } = database

  const linesOf = (complaintId: string) =>
    complaintLines.where('complaintId').equals(complaintId).toArray().then(inOrder)

  // Plain Dexie promises: an async wrapper around each call adds turns in which the transaction may commit too soon.
  const calls: Omit<ComplaintTransaction, 'enterActs'> = {
    complaint: (complaintId) => complaints.get(complaintId).then(orNull),
    putComplaint: (complaint) => complaints.put(complaint).then(nothing),
    removeComplaint: (complaintId) => complaints.delete(complaintId),
    lines: (complaintId) => linesOf(complaintId),
    linesOfFlags: (flagIds) =>
      complaintLines
        .where('flagId')
        .anyOf([...flagIds])
        .toArray(),
    openLinesOfItems: (comIds) =>
      complaintLines
        .where('comId')
        .anyOf([...comIds])
        .filter(({ state }) => state === 'queued')
        .toArray(),
    putLines: (lines) => complaintLines.bulkPut([...lines]).then(nothing),
    removeLines: (lineIds) => complaintLines.bulkDelete([...lineIds]),
    // A listing may have been judged anew since: its current flag is the one that waits.
    markFiled: (comIds, complaintId) =>
      flags
        .where('[comId+status]')
        .anyOf(comIds.map((comId) => [comId, 'current']))
        .toArray()
        .then((rows) =>
          flags.bulkPut(
            rows.map(({ queueGroup: _index, ...flag }) => rowOf({ ...flag, filedIn: complaintId })),
          ),
        )
        .then(nothing),
    // Judged anew and taken back, a former flag may come to stand again: it waits then too.
    unmarkFiled: (comIds, complaintId) =>
      flags
        .where('[comId+status]')
        .anyOf(comIds.flatMap((comId) => flagStatuses.map((status) => [comId, status])))
        .filter(({ filedIn }) => filedIn === complaintId)
        .toArray()
        .then((rows) =>
          flags.bulkPut(rows.map(({ queueGroup: _index, ...flag }) => rowOf({ ...flag, filedIn: null }))),
        )
        .then(nothing),
    earliestOutcomeOn: (complaintId) =>
      tracks
        .where('complaintId')
        .equals(complaintId)
        .toArray()
        .then((rows) => rows.flatMap(({ since }) => since ?? []).sort()[0] ?? null),
  }

  return {
    transact: (work) =>
      storing(() =>
        database.transaction('rw', [complaints, complaintLines, flags, meta, tracks], () =>
          work({ ...calls, enterActs: actEntry(database) }),
        ),
      ),
    complaint: async (complaintId) => (await complaints.get(complaintId)) ?? null,
    lines: async (complaintId) => linesOf(complaintId),
  }
}

const flagStatuses = ['current', 'replaced', 'undone'] as const satisfies readonly FlagStatus[]

const inOrder = (lines: ComplaintLine[]): ComplaintLine[] =>
  lines.sort((one, other) => one.position - other.position)

const nothing = () => undefined

const orNull = (row: Complaint | undefined): Complaint | null => row ?? null
