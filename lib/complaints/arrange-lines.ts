import type { Clock } from '../core/clock.ts'
import { newId } from '../core/ids.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { withoutPurchase, wordOfAll } from './carried-answers.ts'
import type { Complaint, ComplaintKey, ComplaintLine } from './complaint.ts'
import type { ComplaintRepo, ComplaintTransaction } from './complaint-repo.ts'

interface Deps {
  repo: ComplaintRepo
  clock: Clock
}

/**
 * Moves lines of one draft into another, at its end. Both must be about one right, reason, type and portal.
 * A draft that becomes empty goes. Fails with `not-a-draft`, `other-kind`, `line-missing`.
 */
export function moveLines(
  { repo, clock }: Deps,
  { from, to, lineIds }: { from: string; to: string; lineIds: readonly string[] },
): Promise<Result<null>> {
  const nowMs = clock().wallMs
  return repo.transact(async (transaction) => {
    const drafts = await loadAlike(transaction, [from, to])
    if (!drafts.ok) return drafts
    const [source, target] = drafts.value
    if (!source || !target) return lineMissing
    const lines = await transaction.lines(from)
    const moved = lines.filter(({ lineId }) => lineIds.includes(lineId))
    if (moved.length !== new Set(lineIds).size) return lineMissing
    const before = (await transaction.lines(to)).length
    await transaction.putLines(
      moved.map((line, at) => ({ ...line, complaintId: to, position: before + at, changedAtMs: nowMs })),
    )
    await transaction.putComplaint({
      ...target,
      state: 'draft',
      answers: { ...target.answers, ...wordOfAll([target, source]) },
      changedAtMs: nowMs,
    })
    await closeRanks(
      transaction,
      source,
      lines.filter((line) => !moved.includes(line)),
      nowMs,
    )
    return ok(null)
  })
}

/**
 * Takes lines of a draft into a draft of their own with the same answers; a test purchase stays with the others.
 * Returns it. Fails as `moveLines`.
 */
export function splitComplaint(
  { repo, clock }: Deps,
  { complaintId, lineIds }: { complaintId: string; lineIds: readonly string[] },
): Promise<Result<Complaint>> {
  const nowMs = clock().wallMs
  return repo.transact(async (transaction) => {
    const drafts = await loadAlike(transaction, [complaintId])
    if (!drafts.ok) return drafts
    const [source] = drafts.value
    const lines = await transaction.lines(complaintId)
    const taken = lines.filter(({ lineId }) => lineIds.includes(lineId))
    if (!source || taken.length === 0 || taken.length !== new Set(lineIds).size) return lineMissing
    const { lastPack: _ofTheWhole, ...unpacked } = source
    const complaint: Complaint = {
      ...unpacked,
      state: 'draft',
      answers: withoutPurchase(source.answers),
      complaintId: newId(nowMs),
      createdAtMs: nowMs,
      changedAtMs: nowMs,
    }
    await transaction.putComplaint(complaint)
    await transaction.putLines(
      taken.map((line, position) => ({
        ...line,
        complaintId: complaint.complaintId,
        position,
        changedAtMs: nowMs,
      })),
    )
    await closeRanks(
      transaction,
      source,
      lines.filter((line) => !taken.includes(line)),
      nowMs,
    )
    return ok(complaint)
  })
}

/**
 * Joins drafts of one kind: the lines of all go behind those of the first, whose answers stay; comparisons,
 * attachments and claim charts of the others are added to them. What a person said with their name holds only
 * where it was said of each. Fails as `moveLines`.
 */
export function mergeComplaints(
  { repo, clock }: Deps,
  complaintIds: readonly string[],
): Promise<Result<Complaint>> {
  const nowMs = clock().wallMs
  return repo.transact(async (transaction) => {
    const drafts = await loadAlike(transaction, complaintIds)
    if (!drafts.ok) return drafts
    const [first, ...others] = drafts.value
    if (!first) return lineMissing
    const lines = await transaction.lines(first.complaintId)
    for (const other of others) {
      lines.push(...(await transaction.lines(other.complaintId)))
      await transaction.removeComplaint(other.complaintId)
    }
    await transaction.putLines(
      lines.map((line, position) => ({
        ...line,
        complaintId: first.complaintId,
        position,
        changedAtMs: nowMs,
      })),
    )
    const all = [first, ...others].map(({ answers }) => answers)
    const merged: Complaint = {
      ...first,
      state: 'draft',
      answers: {
        ...first.answers,
        ...wordOfAll([first, ...others]),
        comparisons: all.flatMap(({ comparisons }) => comparisons),
        claimChart: all.flatMap(({ claimChart }) => claimChart),
        attachments: all
          .flatMap(({ attachments }) => attachments)
          .filter(({ sha256 }, at, files) => files.findIndex((file) => file.sha256 === sha256) === at),
      },
      changedAtMs: nowMs,
    }
    await transaction.putComplaint(merged)
    return ok(merged)
  })
}

/** Gives the lines of a draft this order. Fails with `line-missing` where it is not exactly its lines. */
export function orderLines(
  { repo, clock }: Deps,
  { complaintId, lineIds }: { complaintId: string; lineIds: readonly string[] },
): Promise<Result<null>> {
  const nowMs = clock().wallMs
  return repo.transact(async (transaction) => {
    const drafts = await loadAlike(transaction, [complaintId])
    if (!drafts.ok) return drafts
    const lines = new Map((await transaction.lines(complaintId)).map((line) => [line.lineId, line]))
    const ordered = lineIds.flatMap((lineId) => lines.get(lineId) ?? [])
    if (ordered.length !== lines.size || new Set(lineIds).size !== lines.size) return lineMissing
    await transaction.putLines(ordered.map((line, position) => ({ ...line, position, changedAtMs: nowMs })))
    return ok(null)
  })
}

/** Takes lines out of a draft: their listings are back in the queue. A draft that becomes empty goes. */
export function releaseLines(
  { repo, clock }: Deps,
  { complaintId, lineIds }: { complaintId: string; lineIds: readonly string[] },
): Promise<Result<null>> {
  const nowMs = clock().wallMs
  return repo.transact(async (transaction) => {
    const drafts = await loadAlike(transaction, [complaintId])
    if (!drafts.ok) return drafts
    const [source] = drafts.value
    if (!source) return lineMissing
    const lines = await transaction.lines(complaintId)
    await transaction.removeLines(lineIds)
    await closeRanks(
      transaction,
      source,
      lines.filter(({ lineId }) => !lineIds.includes(lineId)),
      nowMs,
    )
    return ok(null)
  })
}

/**
 * The drafts, which must be of one kind to share listings. One function for one and for many: one that calls
 * another adds turns in which the transaction may commit too soon.
 */
async function loadAlike(
  transaction: ComplaintTransaction,
  complaintIds: readonly string[],
): Promise<Result<Complaint[]>> {
  const drafts: Complaint[] = []
  for (const complaintId of complaintIds) {
    const draft = await transaction.complaint(complaintId)
    if (draft?.state !== 'draft' && draft?.state !== 'ready') return notADraft
    if (drafts[0] && !isSameKind(drafts[0], draft)) return otherKind
    drafts.push(draft)
  }
  return ok(drafts)
}

/** Whether listings of one may go into the other: two drafts of one kind. */
export const canShareLines = (one: Complaint, other: Complaint): boolean =>
  one.complaintId !== other.complaintId && other.state !== 'filed' && isSameKind(one, other)

const isSameKind = (one: ComplaintKey, other: ComplaintKey): boolean =>
  one.portalId === other.portalId &&
  one.platformId === other.platformId &&
  one.rightId === other.rightId &&
  one.complaintType === other.complaintType &&
  one.reasonId === other.reasonId

/** Numbers what remains anew; an empty draft is none. What changed is no longer ready: it is checked again. */
async function closeRanks(
  transaction: ComplaintTransaction,
  complaint: Complaint,
  remaining: ComplaintLine[],
  nowMs: number,
): Promise<void> {
  if (remaining.length === 0) {
    await transaction.removeComplaint(complaint.complaintId)
    return
  }
  await transaction.putLines(remaining.map((line, position) => ({ ...line, position })))
  await transaction.putComplaint({ ...complaint, state: 'draft', changedAtMs: nowMs })
}

const notADraft = fail(
  'not-a-draft',
  'This complaint was filed or removed meanwhile, so its listings stay where they are.',
)

const otherKind = fail(
  'other-kind',
  'These complaints differ in portal, right, type or reason. Only complaints of one kind can share listings.',
)

const lineMissing = fail(
  'line-missing',
  'A listing is no longer in this complaint. Look at it again and repeat what you wanted.',
)
