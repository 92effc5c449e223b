import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stampedBytes } from '../../../../lib/evidence/time-stamp/time-stamp.ts'
import {
  buildTimeStampQuery,
  readTimeStampAnswer,
} from '../../../../lib/evidence/time-stamp/time-stamp-query.ts'
import { makeTsa, type OpensslTsa, opensslMissing } from '../../../support/openssl-tsa.ts'

const imprint = new Uint8Array(32).fill(0xab)
const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'))

test('what is stamped is the canonical JSON of number and hash of the last row', () => {
  expect(new TextDecoder().decode(stampedBytes({ head: 'ab'.repeat(32), count: 7 }))).toBe(
    `{"count":7,"head":"${'ab'.repeat(32)}"}`,
  )
})

describe.skipIf(opensslMissing)('with OpenSSL', () => {
  let tsa: OpensslTsa
  beforeAll(async () => {
    tsa = await makeTsa()
  })
  afterAll(() => tsa.close())

  test.each([0n, 1n, 0x7fff_ffff_ffff_ffffn, 0x8000_0000_0000_0000n, 0xffff_ffff_ffff_ffffn])(
    'a query with the nonce %s is read as it was meant',
    async (nonce) => {
      const file = join(tsa.folder, 'query')
      await writeFile(file, buildTimeStampQuery(imprint, nonce))
      const printed = execFileSync('openssl', ['ts', '-query', '-in', file, '-text'], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
      expect(printed).toContain('Version: 1')
      expect(printed).toContain('Hash Algorithm: sha256')
      expect(printed).toContain('Certificate required: yes')
      expect(printed).toContain('Policy OID: unspecified')
      const stated = /Nonce: (.*)/.exec(printed)?.[1] ?? ''
      expect(BigInt(stated)).toBe(nonce)
    },
  )

  test('a refusal is told in the authority’s words', async () => {
    const query = buildTimeStampQuery(imprint, 5n)
    // SHA-384 in place of SHA-256: this authority does not take it, and its imprint would be longer.
    const at = Buffer.from(query).indexOf(Buffer.from('60864801650304020', 'hex')) + 8
    const answer = readTimeStampAnswer(await tsa.answer(query.with(at, 2)))
    expect(answer).toMatchObject({
      error: { code: 'time-stamp-rejected', message: expect.stringMatching(/refused: .*SHA-256.*“/) },
    })
  })
})

describe('an answer', () => {
  const refusals: Array<[what: string, bytes: string, said: string]> = [
    ['rejection with a reason', '300c 300a 020102 0305 00 00020000', 'its clock is not available'],
    ['waiting', '3005 3003 020103', 'status 3'],
    ['granted with changes', '3005 3003 020101', 'status 1'],
    ['text that tries to look like more', '300e 300c 020102 3007 0c05 610a62e28f', 'a\uFFFDb'],
  ]
  test.each(refusals)('that is a %s is none', (_, bytes, said) => {
    expect(readTimeStampAnswer(hex(bytes))).toMatchObject({
      error: { code: 'time-stamp-rejected', message: expect.stringContaining(said) },
    })
  })

  test.each([
    ['granted without a token', '3005 3003 020100'],
    ['granted and refused', '300f 3008 020100 0303 020080 3003 020101'],
    ['a page of a hotel', Buffer.from('<html>log in').toString('hex')],
    ['nothing', ''],
  ])('that is %s is malformed', (_, bytes) => {
    expect(() => readTimeStampAnswer(hex(bytes))).toThrow(expect.objectContaining({ code: 'asn1-malformed' }))
  })
})
