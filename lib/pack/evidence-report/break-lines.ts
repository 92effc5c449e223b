import type { Cluster } from './drawable-text.ts'
import type { TypeCase } from './load-report-fonts.ts'
import type { FontFamily } from './report-font-list.ts'

/** A piece of a line in one font. */
export interface TextRun {
  text: string
  family: FontFamily
}

/**
 * Breaks a text into lines no wider than `width` (points at a size of 1 point): between words, between
 * ideographs, between Thai words; a word that is too long for a line wherever it must. In `code` (addresses,
 * hashes) also after the signs that part it. Nothing is added: a hyphen in an address would be a wrong address.
 */
export function breakLines(
  clusters: Cluster[],
  width: number,
  type: Pick<TypeCase, 'width'>,
  { code = false } = {},
): TextRun[][] {
  const lines: TextRun[][] = []
  let line: Cluster[] = []
  let lineWidth = 0
  const widthOf = (piece: Cluster[]) => widthOfRuns(runsOf(piece), type)
  const endLine = () => {
    const runs = runsOf(withoutEndSpaces(line))
    if (runs.length > 0) lines.push(runs)
    line = []
    lineWidth = 0
  }
  const put = (piece: Cluster[], pieceWidth: number) => {
    line.push(...piece)
    lineWidth += pieceWidth
  }
  for (const unit of unitsOf(clusters, code)) {
    const seen = widthOf(withoutEndSpaces(unit))
    if (lineWidth + seen > width && line.length > 0) endLine()
    if (seen <= width) {
      put(unit, widthOf(unit))
      continue
    }
    for (const cluster of unit) {
      const one = widthOf([cluster])
      if (lineWidth + one > width && line.length > 0) endLine()
      put([cluster], one)
    }
  }
  endLine()
  return lines
}

export const widthOfRuns = (runs: TextRun[], type: Pick<TypeCase, 'width'>): number =>
  runs.reduce((sum, run) => sum + type.width(run.family, run.text), 0)

/** Pieces within which no line should end. */
function unitsOf(clusters: Cluster[], code: boolean): Cluster[][] {
  const thaiWords = thaiWordStarts(clusters)
  const units: Cluster[][] = []
  let unit: Cluster[] = []
  clusters.forEach((cluster, index) => {
    const before = clusters[index - 1]
    if (before && (mayBreak(before.text, cluster.text, code) || thaiWords.has(index))) {
      units.push(unit)
      unit = []
    }
    unit.push(cluster)
  })
  return unit.length > 0 ? [...units, unit] : units
}

const ideographic =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u
const neverFirst =
  /^[、。，．！？：；）】」』〉》〕］｝…‥・ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ)\]},.!?:;%”’]/
const neverLast = /^[（【「『〈《〔［｛(["“‘]/

function mayBreak(before: string, after: string, code: boolean): boolean {
  if (/^\s/.test(after)) return false
  if (/^\s/.test(before)) return true
  if (code) return /^[/?&=,;_.-]/.test(before)
  if (neverFirst.test(after) || neverLast.test(before)) return false
  if (before === '-') return /^\p{L}/u.test(after)
  return ideographic.test(before) || ideographic.test(after)
}

/** Where Thai words begin, by index of their first cluster: Thai is written without spaces. */
function thaiWordStarts(clusters: Cluster[]): Set<number> {
  const starts = new Set<number>()
  const text = clusters.map((cluster) => cluster.text).join('')
  if (!/\p{Script=Thai}/u.test(text)) return starts
  const indexOf = new Map<number, number>()
  let offset = 0
  clusters.forEach((cluster, index) => {
    indexOf.set(offset, index)
    offset += cluster.text.length
  })
  for (const { index, segment } of new Intl.Segmenter('th', { granularity: 'word' }).segment(text)) {
    const at = indexOf.get(index)
    if (at !== undefined && /^\p{Script=Thai}/u.test(segment)) starts.add(at)
  }
  return starts
}

function runsOf(clusters: Cluster[]): TextRun[] {
  const runs: TextRun[] = []
  for (const { text, family } of clusters) {
    const last = runs.at(-1)
    if (last?.family === family) last.text += text
    else runs.push({ text, family })
  }
  return runs
}

function withoutEndSpaces(clusters: Cluster[]): Cluster[] {
  const last = clusters.findLastIndex(({ text }) => !/^\s+$/.test(text))
  return clusters.slice(0, last + 1)
}
