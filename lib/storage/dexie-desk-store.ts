import type { DeskStore } from '../complaints/desk-store.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps what the filing desk remembers in the database: it outlives the panel. */
export const dexieDeskStore = ({ deskMarks, meta }: DocketDatabase): DeskStore => ({
  marks: (subjectId) => deskMarks.where('subjectId').equals(subjectId).toArray(),
  mark: (mark) => storing(async () => void (await deskMarks.put(mark))),
  unmark: (subjectId, entryId) => storing(() => deskMarks.delete([subjectId, entryId])),
  async onDesk() {
    const row = await meta.get('onDesk')
    return row?.key === 'onDesk' ? row.subjectId : null
  },
  putOnDesk: (subjectId) => storing(async () => void (await meta.put({ key: 'onDesk', subjectId }))),
})
