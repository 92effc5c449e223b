import { portalOf, reasonOf } from '../../lib/complaints/portal-rules.ts'
import type { FigureCell, FigureTable } from '../../lib/insights/figure-table.ts'
import { howLongItTook } from '../../lib/insights/how-long.ts'
import type { InsightFacts } from '../../lib/insights/insight-reader.ts'
import type { Member } from '../../lib/insights/member.ts'
import { openByAge } from '../../lib/insights/open-by-age.ts'
import { overTime, timeColumns } from '../../lib/insights/over-time.ts'
import { rejections } from '../../lib/insights/rejections.ts'
import { searchExposure } from '../../lib/insights/search-exposure.ts'
import { shareOf } from '../../lib/insights/share.ts'
import { type Span, stepsOf } from '../../lib/insights/span.ts'
import {
  decidedOf,
  type SuccessKey,
  successBy,
  successColumns,
  successKeys,
} from '../../lib/insights/success.ts'
import { type WorkBaseline, workSaved } from '../../lib/insights/work-saved.ts'
import { rightName } from '../complaints/complaint-names.ts'
import type { Known } from '../complaints/read-known.ts'
import { insightWords as words } from './words.ts'

/** What every table is made of. */
export interface FigureInput {
  facts: InsightFacts
  known: Known
  baseline: WorkBaseline | null
  span: Span
}

const counted = (members: readonly Member[]): FigureCell => ({
  text: words.number(members.length),
  value: members.length,
  members,
})
const share = (part: readonly Member[], of: readonly Member[]): FigureCell => ({
  text: of.length === 0 ? words.none : words.share(shareOf(part.length, of.length)),
  value: null,
  members: of,
})
const plain = (text: string, value: number | null = null): FigureCell => ({ text, value, members: null })

const columnsOf = <Key extends string>(keys: readonly Key[], labels: Record<Key, string>) =>
  keys.map((key) => ({ key, label: labels[key] }))

function overTimeTable({ facts, span }: FigureInput): FigureTable {
  const { title, hint, rowHead, columns } = words.overTime
  return {
    ...{
      id: 'over-time',
      title,
      hint,
      rowHead,
      empty: words.nothing,
      columns: columnsOf(timeColumns, columns),
    },
    rows: overTime(facts, span).map(({ step, members }) => ({
      key: step.from,
      label: words.stepLabel(step),
      shortLabel: words.stepShort(step),
      cells: timeColumns.map((column) => counted(members[column])),
    })),
  }
}

function howLongTable({ facts, span }: FigureInput): FigureTable {
  const { title, hint, rowHead, columns, distance, days, range } = words.howLong
  const keys = ['median', 'range', 'over', 'open', 'otherwise', 'unclear'] as const
  return {
    ...{ id: 'how-long', title, hint, rowHead, empty: words.nothing, columns: columnsOf(keys, columns) },
    rows: howLongItTook(facts, span).map((row) => ({
      key: row.distance,
      label: distance[row.distance],
      cells: [
        row.medianDays === null
          ? plain(words.none)
          : { text: days(row.medianDays), value: row.medianDays, members: row.over },
        plain(
          row.shortestDays === null || row.longestDays === null
            ? words.none
            : range(row.shortestDays, row.longestDays),
        ),
        ...[row.over, row.open, row.otherwise, row.unclear].map(counted),
      ],
    })),
  }
}

function successTable(key: SuccessKey, { facts, known, span }: FigureInput): FigureTable {
  const { hint, columns, decided, titleBy, unproven, account } = words.success
  const nameOf = (value: string | null): string => {
    if (value === null) return unproven
    if (key === 'rightId') return rightName(known, value)
    if (key === 'reasonId') return reasonOf(known.rules, value)?.name.value ?? value
    if (key === 'portalId') return portalOf(known.rules, value)?.name ?? value
    return account(value, facts.sellers.get(value) ?? null)
  }
  return {
    ...{
      id: `success-${key}`,
      title: titleBy[key],
      hint,
      rowHead: words.success.key[key],
      empty: words.nothing,
    },
    columns: [{ key: 'share', label: decided }, ...columnsOf(successColumns, columns)],
    rows: successBy(key, facts.filed, span).map((row) => ({
      key: row.key ?? '',
      label: nameOf(row.key),
      // The names of accounts may be equal, and only their beginnings fit.
      ...(key === 'sellerId' && row.key !== null
        ? { shortLabel: words.success.accountShort(row.key, facts.sellers.get(row.key)?.name ?? '') }
        : {}),
      cells: [
        share(row.members['taken-down'], decidedOf(row)),
        ...successColumns.map((column) => counted(row.members[column])),
      ],
    })),
  }
}

function rejectedTable({ facts, known, span }: FigureInput): FigureTable {
  const { title, hint, rowHead, columns, noReason } = words.rejected
  return {
    ...{
      id: 'rejected',
      title,
      hint,
      rowHead,
      empty: words.nothing,
      columns: columnsOf(['complaint', 'listings'] as const, columns),
    },
    rows: rejections(facts.filed, span).map(({ reason, reasonId, members }) => ({
      key: JSON.stringify([reason, reasonId]),
      label: reason === '' ? noReason : reason,
      cells: [plain(reasonOf(known.rules, reasonId)?.name.value ?? reasonId), counted(members)],
    })),
  }
}

function openTable({ facts, known }: FigureInput): FigureTable {
  const { title, hint, rowHead, column, age } = words.open
  return {
    ...{ id: 'open', title, hint, rowHead, empty: words.nothing, columns: [{ key: 'open', label: column }] },
    rows: openByAge(facts.filed, known.today).map((row) => ({
      key: String(row.age.from),
      label: age(row.age),
      cells: [counted(row.members)],
    })),
  }
}

const exposureColumns = columnsOf(['share', 'infringing', 'judged'] as const, words.exposure.columns)
const exposureCells = ({ infringing, judged }: { infringing: Member[]; judged: Member[] }): FigureCell[] => [
  share(infringing, judged),
  counted(infringing),
  counted(judged),
]

function exposureTable({ facts, span }: FigureInput): FigureTable {
  const { title, hint, rowHead } = words.exposure
  return {
    ...{ id: 'exposure', title, hint, rowHead, empty: words.nothing, columns: exposureColumns },
    rows: searchExposure(facts.places, [{ kind: 'month', ...span }]).map((row) => ({
      key: row.keyword,
      label: row.keyword,
      cells: exposureCells(row),
    })),
  }
}

function exposureTimeTable({ facts, span }: FigureInput): FigureTable {
  const { title, hint, rowHead, label } = words.exposureTime
  return {
    ...{ id: 'exposure-time', title, hint, rowHead, empty: words.nothing, columns: exposureColumns },
    rows: searchExposure(facts.places, stepsOf(span)).map((row) => ({
      key: `${row.step.from} ${row.keyword}`,
      label: label(row.keyword, words.stepLabel(row.step)),
      shortLabel: words.stepShort(row.step),
      group: row.keyword,
      cells: exposureCells(row),
    })),
  }
}

function workTable({ facts, baseline, span }: FigureInput): FigureTable {
  const { title, hint, rowHead, columns, step, total, notEntered } = words.work
  const keys = ['listings', 'byHand', 'withDocket', 'saved'] as const
  const rows = baseline === null ? [] : workSaved(facts, baseline, span)
  const minutes = (value: number) => plain(words.number(value), value)
  const all = Math.round(rows.reduce((sum, { savedMinutes }) => sum + savedMinutes, 0) * 10) / 10
  const none = plain('')
  return {
    ...{ id: 'work', title, hint, rowHead, empty: notEntered, columns: columnsOf(keys, columns) },
    rows: [
      ...rows.map((row) => ({
        key: row.step,
        label: step[row.step],
        cells: [
          counted(row.members),
          minutes(row.minutes.byHand),
          minutes(row.minutes.withDocket),
          minutes(row.savedMinutes),
        ],
      })),
      ...(rows.length === 0 ? [] : [{ key: 'all', label: total, cells: [none, none, none, minutes(all)] }]),
    ],
  }
}

/** All that the page shows, by name. */
export interface Figures {
  overTime: FigureTable
  howLong: FigureTable
  success: Record<SuccessKey, FigureTable>
  rejected: FigureTable
  open: FigureTable
  exposure: FigureTable
  exposureTime: FigureTable
  work: FigureTable
}

export function figuresOf(input: FigureInput): Figures {
  const success = successKeys.map((key) => [key, successTable(key, input)])
  return {
    overTime: overTimeTable(input),
    howLong: howLongTable(input),
    success: Object.fromEntries(success) as Figures['success'],
    rejected: rejectedTable(input),
    open: openTable(input),
    exposure: exposureTable(input),
    exposureTime: exposureTimeTable(input),
    work: workTable(input),
  }
}

/** In the order of the report. */
export const allTables = ({ success, ...others }: Figures): FigureTable[] => {
  const { overTime: time, howLong, rejected, open, exposure, exposureTime, work } = others
  return [
    time,
    howLong,
    ...successKeys.map((key) => success[key]),
    rejected,
    open,
    exposure,
    exposureTime,
    work,
  ]
}
