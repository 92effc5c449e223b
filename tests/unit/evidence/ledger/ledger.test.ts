import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anchorOf,
  emptyLedgerAnchor,
  type LedgerRow,
  ledgerActions,
  nextLedgerRow,
  verifyLedger,
} from '../../../../lib/evidence/ledger/ledger.ts'

async function ledgerOf(length: number): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = []
  for (let index = 0; index < length; index++) {
    const action = ledgerActions[index % ledgerActions.length] ?? 'exported'
    const entry = { actor: 'docket', action, subject: `subject ${index}`, payloadHash: 'a'.repeat(64) }
    rows.push(await nextLedgerRow(rows.at(-1) ?? null, entry, { wallMs: 1000 + index, offsetMinutes: 60 }))
  }
  return rows
}

const rows = await ledgerOf(40)
const anchor = anchorOf(rows.at(-1) ?? null)
const index = fc.nat(rows.length - 1)

const codeOf = async (changed: LedgerRow[]) => (await verifyLedger(changed, anchor))?.code ?? null

describe('the ledger', { timeout: 60_000 }, () => {
  test('as it was written has no flaw, at any length and from any row on', async () => {
    await fc.assert(
      fc.asyncProperty(index, index, async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
        const start = anchorOf(rows[from - 1] ?? null)
        expect(await verifyLedger(rows.slice(from, to), anchorOf(rows[to - 1] ?? null), start)).toBeNull()
        // Written after the anchor: the interruption between commit and anchor.
        expect(await verifyLedger(rows.slice(from), anchorOf(rows[to - 1] ?? null), start)).toBeNull()
      }),
    )
    expect(await verifyLedger([], emptyLedgerAnchor)).toBeNull()
  })

  test('names the row that was taken out', async () => {
    await fc.assert(
      fc.asyncProperty(index, async (at) => {
        const flaw = await verifyLedger(rows.toSpliced(at, 1), anchor)
        expect(flaw).toMatchObject({
          code: at === rows.length - 1 ? 'tail-missing' : 'row-missing',
          seq: at + 1,
        })
      }),
    )
  })

  test('finds a tail that was dropped, which the rows alone do not show', async () => {
    await fc.assert(
      fc.asyncProperty(index, async (length) => {
        expect(await verifyLedger(rows.slice(0, length), anchor)).toMatchObject({
          code: 'tail-missing',
          seq: length + 1,
        })
      }),
    )
  })

  test('finds rows that changed places', async () => {
    await fc.assert(
      fc.asyncProperty(index, index, async (a, b) => {
        fc.pre(a !== b)
        const [first, second] = [rows[a], rows[b]]
        if (!first || !second) return
        expect(await codeOf(rows.with(a, second).with(b, first))).toBe('row-missing')
      }),
    )
  })

  test('finds a row that stands there twice, beside itself or further on', async () => {
    await fc.assert(
      fc.asyncProperty(index, index, async (a, b) => {
        const [row] = rows.slice(Math.min(a, b))
        if (!row) return
        const at = Math.max(a, b) + 1
        expect(await codeOf(rows.toSpliced(at, 0, row))).toBe(
          at === row.seq ? 'row-repeated' : 'row-out-of-order',
        )
      }),
    )
  })

  test('finds any change of any member of any row, also where its own hash was made to fit', async () => {
    const changes: Array<Partial<LedgerRow>> = [
      { actor: 'someone' },
      { action: 'deleted' },
      { subject: 'other' },
      { payloadHash: 'b'.repeat(64) },
      { previousHash: 'c'.repeat(64) },
      { hash: 'd'.repeat(64) },
      { at: { wallMs: 1, offsetMinutes: 60 } },
      { at: { wallMs: 1000, offsetMinutes: 0 } },
    ]
    await fc.assert(
      fc.asyncProperty(index, fc.constantFrom(...changes), async (at, change) => {
        const row = rows[at]
        if (!row || Object.entries(change).every(([name, value]) => row[name as keyof LedgerRow] === value))
          return
        expect(await codeOf(rows.with(at, { ...row, ...change }))).toBe('row-changed')
        const refit = await nextLedgerRow(rows[at - 1] ?? null, { ...row, subject: 'refit' }, row.at)
        expect(await codeOf(rows.with(at, refit))).toBe(
          at === rows.length - 1 ? 'head-differs' : 'row-changed',
        )
      }),
    )
  })
})
