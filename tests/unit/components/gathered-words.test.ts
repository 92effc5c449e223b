import { describe, expect, test } from 'vitest'
import { copyWords, gatheredWords, sealWords } from '../../../components/evidence/gathered-words.ts'
import type { CaptureJob } from '../../../lib/evidence/capture.ts'
import type { LedgerRow } from '../../../lib/evidence/ledger/ledger.ts'

const done = { state: 'done' as const, tries: 1, failure: null, problems: [], artefacts: [] }
const job = (own: object) =>
  ({ screenshot: { state: 'saved' }, parts: {}, gathering: 'none', ...own }) as unknown as CaptureJob
const item = (mhtml: object, gathering = 'ended') =>
  job({ parts: { 'page-state': done, mhtml: { ...done, ...mhtml } }, gathering })
const failure = (code: string) => ({ code, message: code })
const purge = { at: { wallMs: 0, offsetMinutes: 0 }, actor: 'x' } as LedgerRow

describe('what was gathered, in words', () => {
  test.each([
    ['a card', job({}), 'good', 'Screenshot'],
    ['nothing wanted', job({ screenshot: { state: 'not-wanted' } }), 'plain', 'None needed'],
    ['a pending picture', job({ screenshot: { state: 'pending' } }), 'busy', 'Waiting for the screenshot'],
    ['everything', item({}), 'good', 'Complete'],
    ['a failed part', item({ state: 'failed', failure: failure('x') }), 'warn', 'Missing: MHTML'],
    [
      'a left page',
      item({ state: 'failed', failure: failure('page-gone') }),
      'warn',
      'Interrupted; missing: MHTML',
    ],
    ['stored data that is gone', null, 'danger', 'Stored data damaged'],
  ])('%s', (_name, stored, tone, text) => {
    expect(gatheredWords(stored, null, false)).toEqual({ tone, text })
  })

  test('open at somebody’s hand is under way; open at nobody’s was interrupted', () => {
    const open = item({ state: 'running' }, 'open')
    expect(gatheredWords(open, null, true)).toEqual({ tone: 'busy', text: 'Gathering, 1 of 2' })
    expect(gatheredWords(open, null, false)).toEqual({ tone: 'warn', text: 'Interrupted; missing: MHTML' })
  })

  test('names a part once, however many of its files are missing', () => {
    const problems = [failure('one'), failure('two')]
    const pictures = { ...done, problems }
    expect(
      gatheredWords(job({ parts: { 'product-images': pictures }, gathering: 'ended' }), null, false).text,
    ).toBe('In part: product pictures')
  })

  test('a part that is there is not called missing for a file of it', () => {
    const parts = {
      'product-images': { ...done, problems: [failure('one')] },
      mhtml: { ...done, state: 'failed' },
    }
    expect(gatheredWords(job({ parts, gathering: 'ended' }), null, false).text).toBe(
      'Missing: MHTML; in part: product pictures',
    )
  })

  test('deleted files are deleted, whatever was gathered', () => {
    expect(gatheredWords(item({}), purge, false).text).toMatch(/^Files deleted /)
  })
})

test('seal and copy have words of their own', () => {
  expect(sealWords(job({ seal: { state: 'sealed' } }))).toMatchObject({ tone: 'good' })
  expect(sealWords(job({ seal: { state: 'due', failure: null } }))).toMatchObject({ tone: 'plain' })
  expect(sealWords(job({ seal: { state: 'due', failure: failure('x') } }))).toMatchObject({ tone: 'warn' })
  expect(sealWords(job({ seal: { state: 'failed' } }))).toMatchObject({ tone: 'danger' })
  expect(copyWords('copied')).toMatchObject({ tone: 'good' })
  expect(copyWords('failed')).toMatchObject({ tone: 'warn' })
})
