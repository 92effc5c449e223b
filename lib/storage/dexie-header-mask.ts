import type { HeaderMaskSetting } from '../evidence/screenshot/cover-places.ts'
import type { DocketDatabase } from './database.ts'
import { storing } from './storage-refusal.ts'

/** Keeps among the small facts of the installation whether the page's header is covered. */
export const dexieHeaderMask = ({ meta }: DocketDatabase): HeaderMaskSetting => ({
  read: async () => {
    const row = await meta.get('headerMask')
    return row?.key === 'headerMask' ? row.isOn : true
  },
  save: async (isOn) => {
    await storing(() => meta.put({ key: 'headerMask', isOn }))
  },
})
