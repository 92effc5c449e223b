import Dexie from 'dexie'
import type { AnchorStore } from '../evidence/ledger/ledger-repo.ts'
import { type DocketDatabase, openDatabase } from './database.ts'

/** Beside the real one, which nothing of the demo opens: taking the demo away leaves the real one as it was. */
const demoName = 'docket-demo'

export const openDemoDatabase = (anchors: AnchorStore): Promise<DocketDatabase> =>
  openDatabase(anchors, demoName)

export const hasDemoDatabase = (): Promise<boolean> => Dexie.exists(demoName)

/** Takes the demo away for good; it is no evidence of anything. */
export const removeDemoDatabase = (): Promise<void> => new Dexie(demoName).delete()
