import { unnamedOperator } from '../evidence/ledger/ledger-act.ts'
import type { SellerMarkStore } from '../sellers/seller-mark.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'
import { waitingActWriter } from './waiting-acts.ts'

/** Keeps in the database on which list a seller stands; the ledger's act waits there too. */
export function dexieSellerMarks(database: DocketDatabase): SellerMarkStore {
  const { sellerMarks, meta } = database
  return {
    change: (sellerId, change) =>
      storing(() =>
        database.transaction('rw', [sellerMarks, meta], async () => {
          const changed = change((await sellerMarks.get(sellerId)) ?? null)
          if (!changed) return
          const name = await meta.get('operatorName')
          const actor = name?.key === 'operatorName' ? name.name : unnamedOperator
          if (changed.mark) await sellerMarks.put(changed.mark)
          else await sellerMarks.delete(sellerId)
          await waitingActWriter(database)([{ ...changed.act, actor }])
        }),
      ),
    marks: async (sellerIds) => {
      const rows = await sellerMarks.bulkGet([...new Set(sellerIds)])
      return new Map(rows.flatMap((row) => (row ? [[row.sellerId, row]] : [])))
    },
  }
}
