import { expect, test } from 'vitest'
import { pileOf } from '../../../components/complaints/desk/use-desk.ts'
import { type Complaint, noAnswers } from '../../../lib/complaints/complaint.ts'
import type { FollowUp } from '../../../lib/complaints/follow-up.ts'

const stored = (complaintId: string, state: Complaint['state'], createdAtMs: number, changedAtMs = 0) => ({
  lines: 1,
  complaint: {
    ...{ complaintId, state, createdAtMs, changedAtMs, portalId: 'aidc-ipp', platformId: 'aliexpress' },
    ...{ rightId: 'right-tm', complaintType: 'product-listing' as const, reasonId: 'tm-test-buy' },
    ...{ answers: noAnswers('en'), caseNumber: null, filedOn: null, note: '' },
  },
})

const counterNotice = (followUpId: string, complaintId: string, receivedOn: string): FollowUp => ({
  ...{ followUpId, complaintId, receivedOn, kind: 'counter-notice', state: 'received', grounds: [] },
  ...{ comIds: [], stated: '', answer: '', attachments: [], answeredOn: null, note: '' },
  ...{ createdAtMs: 0, changedAtMs: 0 },
})

test('the oldest ready one comes first, the newest filed one, and the answer that waits longest', () => {
  const pile = pileOf(
    [
      stored('filed-old', 'filed', 1, 10),
      stored('ready-new', 'ready', 9),
      stored('draft', 'draft', 2),
      stored('ready-old', 'ready', 3),
      stored('filed-new', 'filed', 1, 20),
    ],
    [
      counterNotice('later', 'filed-old', '2026-11-25'),
      counterNotice('sooner', 'filed-new', '2026-11-23'),
      {
        ...counterNotice('answered', 'filed-new', '2026-11-20'),
        kind: 'counter-notice',
        state: 'rejected',
        grounds: [],
      },
      counterNotice('of-none', 'gone', '2026-11-20'),
    ],
  )
  const ids = (rows: ReturnType<typeof pileOf>['ready']) => rows.map(({ complaint }) => complaint.complaintId)
  expect(ids(pile.ready)).toEqual(['ready-old', 'ready-new'])
  expect(ids(pile.draft)).toEqual(['draft'])
  expect(ids(pile.filed)).toEqual(['filed-new', 'filed-old'])
  expect(pile.answer.map(({ followUp }) => followUp.followUpId)).toEqual(['sooner', 'later'])
})
