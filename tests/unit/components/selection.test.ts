import { describe, expect, it } from 'vitest'
import {
  allToggled,
  noSelection,
  rangeToggled,
  toggled,
  withoutGone,
} from '../../../components/queue/selection.ts'

const shown = ['a', 'b', 'c', 'd', 'e']
const idsOf = ({ ids }: { ids: ReadonlySet<string> }) => [...ids].sort().join('')

describe('selection', () => {
  it('ticks and unticks one row', () => {
    const ticked = toggled(noSelection, 'b')
    expect(idsOf(ticked)).toBe('b')
    expect(idsOf(toggled(ticked, 'b'))).toBe('')
    expect(idsOf(noSelection)).toBe('')
  })

  it('ticks a range from the last row, downwards and upwards', () => {
    expect(idsOf(rangeToggled(toggled(noSelection, 'b'), 'd', shown))).toBe('bcd')
    expect(idsOf(rangeToggled(toggled(noSelection, 'd'), 'a', shown))).toBe('abcd')
  })

  it('unticks a range where the row at its end was ticked', () => {
    const all = allToggled(noSelection, shown)
    expect(idsOf(rangeToggled({ ...all, anchor: 'b' }, 'd', shown))).toBe('ae')
  })

  it('is a plain toggle without a row to begin at, or where that is not shown', () => {
    expect(idsOf(rangeToggled(noSelection, 'c', shown))).toBe('c')
    expect(idsOf(rangeToggled(toggled(noSelection, 'gone'), 'c', shown))).toBe('cgone')
  })

  it('ticks all, and unticks them where all were ticked', () => {
    const some = toggled(noSelection, 'a')
    const all = allToggled(some, ['a', 'b'])
    expect(idsOf(all)).toBe('ab')
    expect(idsOf(allToggled(all, ['a', 'b']))).toBe('')
  })

  it('forgets what is no longer queued, and is the same object where nothing is gone', () => {
    const two = { ids: new Set(['a', 'b']), anchor: 'b' }
    expect(withoutGone(two, new Set(['a']))).toEqual({ ids: new Set(['a']), anchor: null })
    expect(withoutGone(two, new Set(['a', 'b', 'c']))).toBe(two)
  })
})
