import type { OperatorNameStore } from '../evidence/operator-name.ts'
import type { DocketDatabase } from './database.ts'

/** Keeps the operator's name among the small facts of the installation. */
export const dexieOperatorName = ({ meta }: DocketDatabase): OperatorNameStore => ({
  read: async () => {
    const row = await meta.get('operatorName')
    return row?.key === 'operatorName' ? row.name : null
  },
  save: async (name) => {
    if (name === null) await meta.delete('operatorName')
    else await meta.put({ key: 'operatorName', name })
  },
})
