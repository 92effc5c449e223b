import { found } from '../../lib/core/observation.ts'
import type { ObservedListing } from '../../lib/extract/listing.ts'
import { flagListing } from '../../lib/queue/flag-listing.ts'
import { evidenceSeed } from './evidence-seed.ts'
import type { SeedRows } from './queue-seed.ts'
import { buildListing, buildNewFlag, buildSighting } from './records.ts'
import { buildFiledLine } from './seller-traces.ts'

const dayMs = 86_400_000
const today = () => Math.floor(Date.now() / dayMs) * dayMs
const dayBefore = (days: number) => new Date(today() - days * dayMs).toISOString().slice(0, 10)

interface SeenListing {
  sellerId: string
  name: string
  daysAgo: number
  comId: string
  pageState?: 'ready' | 'removed'
  more?: Partial<ObservedListing>
}

/** Four sellers: one caught again and again, one of the same company, one with its name alone, one harmless. */
export const sellerSeed = (): Promise<SeedRows> =>
  evidenceSeed(async (house) => {
    const company = { companyId: found('234567890', 'state') }
    const picture = (hash: string) =>
      found([{ hash, url: `https://ae01.alicdn.com/kf/${hash}.jpg` }], 'state')
    // Those of the sample site's results, from the second card on.
    const listing = (number: number) => String(1_005_990_000_000_100 + number * 7)
    const seen: SeenListing[] = [
      ...[1, 2, 3, 4].map(
        (number): SeenListing => ({
          sellerId: '2679000001',
          name: number === 1 ? 'Pinefall Outdoor Store' : 'Trail Supply Store',
          daysAgo: 70 - number,
          comId: listing(number),
          more: {
            ...company,
            title: found(`Velmora style trail bottle ${number}`, 'h1'),
            sold: found(`${number},000+ sold`, 'sold'),
            images: picture(`S${'a'.repeat(30)}${number}`),
            country: found('China', 'popup'),
          },
        }),
      ),
      ...[1, 2].map(
        (number): SeenListing => ({
          sellerId: '2679000001',
          name: 'Trail Supply Store',
          daysAgo: 40 - number * 10,
          comId: listing(number),
          pageState: 'removed',
        }),
      ),
      {
        sellerId: '2679000002',
        name: 'Northwood Gear Store',
        daysAgo: 5,
        comId: listing(11),
        more: { ...company, images: picture(`S${'b'.repeat(31)}`) },
      },
      {
        sellerId: '2679000003',
        name: 'Trail Supply Store',
        daysAgo: 4,
        comId: listing(12),
        more: { images: picture(`S${'c'.repeat(31)}`) },
      },
      {
        sellerId: '2679000004',
        name: '山路用品店',
        daysAgo: 3,
        comId: listing(13),
        more: { images: picture(`S${'d'.repeat(31)}`) },
      },
    ]
    for (const { sellerId, name, daysAgo, comId, pageState = 'ready', more = {} } of seen) {
      const wallMs = today() - daysAgo * dayMs
      const flag = buildNewFlag({
        comId,
        verdict: sellerId === '2679000004' ? 'genuine' : 'infringing',
        ipType: sellerId === '2679000004' ? null : 'trademark',
        sighting: buildSighting({
          pageKind: 'item',
          pageState,
          seenAt: { wallMs, monotonicMs: 1, offsetMinutes: 0 },
        }),
        listing: buildListing(comId, {
          sellerId: found(sellerId, 'message link'),
          storeName: found(name, 'store link'),
          storeNumbers: found([`110${sellerId.slice(-7)}`], 'store link'),
          ...more,
        }),
        row: null,
      })
      const saved = await flagListing({ repo: house.flags, clock: house.clock }, flag)
      if (!saved.ok) throw new Error(saved.error.message)
    }
    const filed = [1, 2, 3].map((number) => buildFiledLine(listing(number)))
    await house.database.complaints.bulkPut(
      filed.map(({ complaint }) => ({ ...complaint, complaintId: seedComplaintId, filedOn: dayBefore(60) })),
    )
    await house.database.complaintLines.bulkPut(
      filed.map(({ line }) => ({ ...line, complaintId: seedComplaintId })),
    )
    await house.database.flags
      .where('[comId+status]')
      .anyOf(filed.map(({ line }) => [line.comId, 'current']))
      .modify((flag) => {
        flag.filedIn = seedComplaintId
        delete flag.queueGroup
      })
    await house.database.followUps.add({
      kind: 'counter-notice',
      state: 'received',
      grounds: ['invoice'],
      followUpId: '01JDC0000000000000000000F1',
      complaintId: seedComplaintId,
      comIds: [listing(3)],
      receivedOn: dayBefore(30),
      stated: 'We bought them from a distributor.',
      answer: '',
      attachments: [],
      answeredOn: null,
      note: '',
      createdAtMs: 1,
      changedAtMs: 1,
    })
  })

const seedComplaintId = '01JDC0000000000000000000C1'
