import { describe, expect, it } from 'vitest'
import { groupByIpType, isQueueGroup } from '../../../lib/complaints/group-by-ip-type.ts'
import type { Flag } from '../../../lib/queue/flag.ts'
import type { QueueEntry } from '../../../lib/queue/queue-entry.ts'

function entry(flagId: string, flag: Partial<Flag>): QueueEntry {
  return {
    flag: {
      flagId,
      comId: '1005007000000001',
      captureId: 'capture',
      status: 'current',
      verdict: 'infringing',
      ipType: 'trademark',
      note: '',
      replacesFlagId: null,
      rightId: null,
      reasonId: null,
      filedIn: null,
      documentKey: 'document',
      createdAtMs: 1,
      changedAtMs: 1,
      ...flag,
    },
    listing: null,
  }
}

const idsByGroup = (entries: QueueEntry[]) =>
  Object.fromEntries(
    groupByIpType(entries).map(({ group, entries: grouped }) => [
      group,
      grouped.map(({ flag }) => flag.flagId),
    ]),
  )

describe('groupByIpType', () => {
  it('has all four groups in the order of filing, empty or not', () => {
    expect(groupByIpType([]).map(({ group }) => group)).toEqual([
      'trademark',
      'copyright',
      'patent',
      'undecided',
    ])
  })

  it('puts each infringing flag under its type and keeps the order of entries', () => {
    const entries = [
      entry('a', { ipType: 'patent' }),
      entry('b', { ipType: 'trademark' }),
      entry('c', { ipType: 'copyright' }),
      entry('d', { ipType: 'trademark' }),
    ]
    expect(idsByGroup(entries)).toEqual({
      trademark: ['b', 'd'],
      copyright: ['c'],
      patent: ['a'],
      undecided: [],
    })
  })

  it('leaves infringing without a type and "look later" undecided', () => {
    const entries = [
      entry('untyped', { ipType: null }),
      entry('later', { verdict: 'suspicious', ipType: null }),
      // A type on a doubtful listing is no decision.
      entry('later-typed', { verdict: 'suspicious', ipType: 'trademark' }),
    ]
    expect(idsByGroup(entries).undecided).toEqual(['untyped', 'later', 'later-typed'])
    expect(idsByGroup(entries).trademark).toEqual([])
  })

  it('leaves out what is not queued', () => {
    const entries = [
      entry('genuine', { verdict: 'genuine', ipType: null }),
      entry('scope', { verdict: 'out-of-scope', ipType: null }),
      entry('undone', { status: 'undone' }),
      entry('replaced', { status: 'replaced' }),
    ]
    expect(groupByIpType(entries).every((group) => group.entries.length === 0)).toBe(true)
  })
})

describe('isQueueGroup', () => {
  it('knows the four names and nothing else', () => {
    expect(['trademark', 'copyright', 'patent', 'undecided'].every(isQueueGroup)).toBe(true)
    for (const text of [null, '', 'Trademark', 'constructor', '__proto__', 'trademark ']) {
      expect(isQueueGroup(text)).toBe(false)
    }
  })
})
