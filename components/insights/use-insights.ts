import { useLiveQuery } from 'dexie-react-hooks'
import type { InsightFacts } from '../../lib/insights/insight-reader.ts'
import type { WorkBaseline } from '../../lib/insights/work-saved.ts'
import { type Known, readKnown } from '../complaints/read-known.ts'
import type { InsightsServices } from './services.ts'

/** Everything that the page counts. */
export interface InsightsState {
  facts: InsightFacts
  known: Known
  baseline: WorkBaseline | null
  /** The first day of which anything is known; null for nothing. */
  firstOn: string | null
}

/** Read again whenever something of it changes. */
export const useInsights = (services: InsightsServices): InsightsState | undefined =>
  useLiveQuery(async () => {
    const [facts, known, baseline] = await Promise.all([
      services.reader.facts(),
      readKnown(services),
      services.baseline.read(),
    ])
    let firstOn: string | null = null
    for (const on of [
      ...facts.judged.map(({ judgedOn }) => judgedOn),
      ...facts.filed.map(({ filedOn }) => filedOn),
    ]) {
      if (firstOn === null || on < firstOn) firstOn = on
    }
    return { facts, known, baseline, firstOn }
  }, [services])
