import type { Complaint, ComplaintAnswers, ComplaintLine } from '../../lib/complaints/complaint.ts'
import { newId } from '../../lib/core/ids.ts'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { Flag } from '../../lib/queue/flag.ts'
import type { Right } from '../../lib/rights/right.ts'
import { complaintSeed, seedOf } from './complaint-seed.ts'
import type { SeedRows } from './queue-seed.ts'
import { buildAnswers } from './rights.ts'

interface WantedComplaint extends Partial<Complaint> {
  listings: number
  answers?: ComplaintAnswers
}

/**
 * A database with rights, a queue and complaints: each takes the next listings that name its right. Trademark
 * complaints for counterfeit features come with one comparison.
 */
export async function deskSeed(wanted: WantedComplaint[]): Promise<SeedRows> {
  const rows = await complaintSeed(seedOf(60))
  const flags = rows.flags as Flag[]
  const jobs = rows.captureJobs as CaptureJob[]
  const rights = rows.rights as Right[]
  const complaints: Complaint[] = []
  const complaintLines: ComplaintLine[] = []
  for (const [at, { listings, answers = buildAnswers(), ...own }] of wanted.entries()) {
    const rightId = own.rightId ?? 'right-tm'
    const right = rights.find((one) => one.rightId === rightId)
    const reasonId = own.reasonId ?? 'tm-counterfeit-features'
    const nowMs = Date.now() - (wanted.length - at) * 1000
    const complaintId = newId(nowMs)
    const taken = flags
      .filter(({ flagId, ipType, rightId: decided }) => ipType === right?.ipType && !decided && flagId !== '')
      .slice(0, listings)
    for (const [position, flag] of taken.entries()) {
      Object.assign(flag, { rightId, reasonId })
      complaintLines.push({
        ...{ lineId: newId(nowMs), complaintId, comId: flag.comId, rightId, position, flagId: flag.flagId },
        ...{ state: 'queued', changedAtMs: nowMs },
      })
    }
    const [first] = taken
    const screenshot = jobs.find(({ comId }) => comId === first?.comId)?.screenshot
    const genuine = right?.references[0]
    const comparisons =
      genuine && first && screenshot?.state === 'saved' && reasonId === 'tm-counterfeit-features'
        ? [
            {
              ...{ comparisonId: newId(nowMs), comId: first.comId, genuine, view: 'front' },
              listingSha256: screenshot.artefact.sha256,
              differences: [{ x: 0.5, y: 0.5, text: 'The lid is red; the genuine one is black.' }],
            },
          ]
        : answers.comparisons
    complaints.push({
      ...{ complaintId, portalId: 'aidc-ipp', platformId: 'aliexpress', rightId, reasonId },
      ...{ complaintType: 'product-listing', state: 'ready', caseNumber: null, filedOn: null, note: '' },
      ...own,
      answers: { ...answers, comparisons },
      createdAtMs: nowMs,
      changedAtMs: nowMs,
    })
  }
  return { ...rows, complaints, complaintLines }
}
