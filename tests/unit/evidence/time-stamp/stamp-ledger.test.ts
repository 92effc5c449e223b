import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askTsa } from '../../../../lib/browser/ask-tsa.ts'
import { sha256Hex } from '../../../../lib/core/digest.ts'
import { ExpectedError } from '../../../../lib/core/expected-error.ts'
import { appendToLedger } from '../../../../lib/evidence/ledger/append-to-ledger.ts'
import { verifyLedger } from '../../../../lib/evidence/ledger/ledger.ts'
import {
  isStampDue,
  type StampState,
  stampDaily,
  stampLedger,
} from '../../../../lib/evidence/time-stamp/stamp-ledger.ts'
import { stampedBytes } from '../../../../lib/evidence/time-stamp/time-stamp.ts'
import { parseTsaUrl } from '../../../../lib/evidence/time-stamp/time-stamp-settings.ts'
import { verifyTimeStampToken } from '../../../../lib/evidence/time-stamp/time-stamp-token.ts'
import { withBitTurned } from '../../../support/evidence-pack.ts'
import { withFault } from '../../../support/failing-storage.ts'
import { openTestDatabase, type TestHouse } from '../../../support/open-test-database.ts'
import { makeTsa, type OpensslTsa, opensslMissing, tsaNames } from '../../../support/openssl-tsa.ts'
import { memorySettings, testTsaUrl, timeStampingOf } from '../../../support/time-stamping.ts'
import { serveTsa } from '../../../support/tsa-server.ts'

async function houseWithRows(count: number): Promise<TestHouse> {
  const house = await openTestDatabase()
  for (let row = 0; row < count; row++) await addRow(house)
  return house
}

const addRow = (house: TestHouse) =>
  appendToLedger(house.sealing, {
    actor: 'docket',
    action: 'permission-changed',
    subject: 'test',
    payloadHash: 'a'.repeat(64),
  })

const rowsOf = (house: TestHouse) => house.database.ledger.orderBy('seq').toArray()

describe.skipIf(opensslMissing)('stamping the ledger', () => {
  let tsa: OpensslTsa
  beforeAll(async () => {
    tsa = await makeTsa()
  })
  afterAll(() => tsa.close())

  test('over HTTP, keeps a token of the last row and enters it', async () => {
    const server = await serveTsa(async (query, response) => response.end(await tsa.answer(query)))
    try {
      const house = await houseWithRows(3)
      const stamping = { ...timeStampingOf(house, (_, query) => askTsa()(server.url, query)) }
      const stamped = await stampLedger(stamping)
      if (!stamped.ok) throw new Error(stamped.error.message)
      const rows = await rowsOf(house)
      expect(stamped.value).toMatchObject({
        ledgerSeq: 3,
        ledgerHead: rows[2]?.hash,
        entrySeq: 4,
        url: testTsaUrl,
        facts: tsaNames,
      })
      const { stampId, token, sha256 } = stamped.value
      expect(sha256).toBe(await sha256Hex(token))
      expect(rows[3]).toMatchObject({ action: 'time-stamped', subject: stampId, payloadHash: sha256 })
      expect(await house.stamps.last()).toEqual(stamped.value)
      expect(stamping.settings.tries.at(-1)).toMatchObject({ failure: null })
      expect(await verifyLedger(rows, (await house.anchors.read()) ?? { count: 0, head: '' })).toBeNull()
      const stampedHash = await crypto.subtle.digest(
        'SHA-256',
        stampedBytes({ count: 3, head: rows[2]?.hash ?? '' }),
      )
      const expected = { imprint: new Uint8Array(stampedHash), nonce: null }
      expect(await verifyTimeStampToken(token, expected)).toMatchObject({ ok: true })
      // Nothing but the query leaves.
      expect(server.asked[0]?.body.length).toBeLessThan(80)
    } finally {
      await server.close()
    }
  })

  test('a row once only, also one that is no longer the last', async () => {
    const house = await houseWithRows(3)
    let asked = 0
    const stamping = timeStampingOf(house, (_, query) => {
      asked += 1
      return tsa.answer(query)
    })
    const first = await stampLedger(stamping, 2)
    expect(await stampLedger(stamping, 2)).toEqual(first)
    expect(asked).toBe(1)
    expect(first).toMatchObject({ value: { ledgerSeq: 2, entrySeq: 4 } })
    expect(await house.stamps.firstFrom(1)).toMatchObject({ ledgerSeq: 2 })
    expect(await house.stamps.firstFrom(3)).toBeNull()
    expect(await stampLedger(stamping, 99)).toMatchObject({ error: { code: 'row-unknown' } })
  })

  test('fails with the reason, and leaves the ledger as it was', async () => {
    const house = await houseWithRows(2)
    const answers: Array<
      [code: string, answer: (query: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>]
    > = [
      ['asn1-malformed', async () => new TextEncoder().encode('<html>')],
      ['asn1-malformed', async () => crypto.getRandomValues(new Uint8Array(5000))],
      ['time-stamp-rejected', async () => new Uint8Array([0x30, 5, 0x30, 3, 2, 1, 2])],
      [
        // What the authority answered to somebody else's query about the same head.
        'nonce-differs',
        async (query) => tsa.answer(withBitTurned(query, (query.length - 5) * 8)),
      ],
      ['imprint-differs', async (query) => tsa.answer(withBitTurned(query, 30 * 8))],
      [
        'tsa-slow',
        async () => {
          throw new ExpectedError('tsa-slow', 'The time-stamp authority did not answer.')
        },
      ],
      ['unexpected', async () => Promise.reject(new TypeError('a bug'))],
    ]
    for (const [code, answer] of answers) {
      const stamping = timeStampingOf(house, (_, query) => answer(query))
      expect(await stampLedger(stamping)).toMatchObject({ ok: false, error: { code } })
      expect(stamping.settings.tries.at(-1)).toMatchObject({ failure: { code } })
    }
    expect(await rowsOf(house)).toHaveLength(2)
    expect(await house.stamps.last()).toBeNull()
  })

  test('enters stamp and row together or neither, whatever the storage refuses', async () => {
    for (let n = 1; ; n++) {
      const house = await houseWithRows(1)
      const stamping = timeStampingOf(house, (_, query) => tsa.answer(query))
      const { reached, outcome } = await withFault({ kind: 'undone' }, n, () => stampLedger(stamping))
      const stamps = await house.database.table('timeStamps').toArray()
      const entries = (await rowsOf(house)).filter(({ action }) => action === 'time-stamped')
      expect(entries.map(({ subject }) => subject)).toEqual(stamps.map(({ stampId }) => stampId))
      if (outcome.status === 'fulfilled' && outcome.value.ok) expect(stamps).toHaveLength(1)
      if (!reached) break
    }
  })

  test('an interruption is noted as one, and an empty ledger or none wanted asks nobody', async () => {
    const nobody = () => Promise.reject(new Error('asked'))
    const empty = timeStampingOf(await openTestDatabase(), nobody)
    expect(await stampLedger(empty)).toMatchObject({ error: { code: 'ledger-empty' } })
    const house = await houseWithRows(1)
    const off = {
      ...timeStampingOf(house, nobody),
      settings: memorySettings({ isOn: false, url: testTsaUrl }),
    }
    expect(await stampLedger(off)).toMatchObject({ error: { code: 'time-stamps-off' } })
    expect(await stampDaily(off)).toBeNull()
    const killed = timeStampingOf(house, () => new Promise(() => {}))
    void stampLedger(killed)
    await expect.poll(() => killed.settings.tries).toMatchObject([{ failure: { code: 'interrupted' } }])
  })

  test('once a day where it grew', async () => {
    const house = await houseWithRows(1)
    const dayMs = 24 * 60 * 60 * 1000
    let aheadMs = 0
    const stamping = {
      ...timeStampingOf(house, (_, query) => tsa.answer(query)),
      clock: () => {
        const now = house.clock()
        return { ...now, wallMs: now.wallMs + aheadMs }
      },
    }
    expect(await stampDaily(stamping)).toMatchObject({ value: { ledgerSeq: 1 } })
    expect(await stampDaily(stamping)).toBeNull()
    aheadMs += dayMs
    // The row that entered the stamp is no news.
    expect(await stampDaily(stamping)).toBeNull()
    await addRow(house)
    expect(await stampDaily(stamping)).toMatchObject({ value: { ledgerSeq: 3 } })
    await addRow(house)
    expect(await stampDaily(stamping)).toBeNull()
  })
})

describe('whether a stamp is due', () => {
  const hourMs = 60 * 60 * 1000
  const nowMs = Date.UTC(2026, 10, 25, 12)
  const moment = (wallMs: number) => ({ wallMs, monotonicMs: 0, offsetMinutes: 0 })
  const state = (change: Partial<StampState> = {}): StampState => ({
    settings: { isOn: true, url: testTsaUrl },
    lastTry: null,
    lastStamp: { ledgerSeq: 5, entrySeq: 6, receivedAt: moment(nowMs - 25 * hourMs) },
    lastSeq: 7,
    ...change,
  })
  const failed = (hoursAgo: number) => ({
    atMs: nowMs - hoursAgo * hourMs,
    failure: { code: 'tsa-slow', message: '' },
  })
  const cases: Array<[what: string, isDue: boolean, change: Partial<StampState>]> = [
    ['a day after the last, with news', true, {}],
    ['while it is off', false, { settings: { isOn: false, url: testTsaUrl } }],
    ['without news', false, { lastSeq: 6 }],
    [
      'with the stamp’s own row still to come',
      true,
      { lastSeq: 6, lastStamp: { ...state().lastStamp, entrySeq: 9 } as StampState['lastStamp'] },
    ],
    [
      'within the day',
      false,
      { lastStamp: { ledgerSeq: 5, entrySeq: 6, receivedAt: moment(nowMs - 23 * hourMs) } },
    ],
    [
      'after the clock was set back',
      true,
      { lastStamp: { ledgerSeq: 5, entrySeq: 6, receivedAt: moment(nowMs + hourMs) } },
    ],
    ['before the first', true, { lastStamp: null }],
    ['with an empty ledger', false, { lastStamp: null, lastSeq: 0 }],
    ['half an hour after a failure', false, { lastTry: failed(0.5) }],
    ['two hours after a failure', true, { lastTry: failed(2) }],
  ]
  test.each(cases)('%s: %s', (_, isDue, change) => {
    expect(isStampDue(nowMs, state(change))).toBe(isDue)
  })
})

describe('the address of an authority', () => {
  test.each([
    [' https://tsa.example/tsr ', 'https://tsa.example/tsr'],
    ['https://tsa.example', 'https://tsa.example/'],
    ['https://TSA.example:8443/a?b=c#d', 'https://tsa.example:8443/a?b=c'],
  ])('%s is taken', (text, url) => {
    expect(parseTsaUrl(text)).toEqual({ ok: true, value: url })
  })

  test.each([
    ['http://tsa.example/', 'address-not-https'],
    ['http://127.0.0.1/', 'address-not-https'],
    ['file:///etc/passwd', 'address-not-https'],
    ['https://name:word@tsa.example/', 'address-unreadable'],
    ['tsa.example/tsr', 'address-unreadable'],
    ['', 'address-unreadable'],
    [`https://tsa.example/${'x'.repeat(500)}`, 'address-unreadable'],
  ])('%s is refused', (text, code) => {
    expect(parseTsaUrl(text)).toMatchObject({ error: { code } })
  })
})
