import type { OpenPoint } from '../../lib/complaints/open-point.ts'
import { inLanguage } from '../language/language.ts'

/** Says a point of one code from what it names. */
type SayPoint = (point: Pick<OpenPoint, 'comId' | 'facts'>) => string

export const english = {
  /** By code. Empty in English: points bring their own sentence, as packs and reports show it. */
  sentence: {} as Partial<Record<string, SayPoint>>,
}

const { sentence } = inLanguage('complaints/point-words', english)

/** The sentence of one point, in the language of the interface. */
export const pointText = (point: OpenPoint): string => sentence[point.code]?.(point) ?? point.message
