import { expect, test } from 'vitest'
import { buildWacz } from '../../../lib/pack/web-archive/wacz.ts'
import { openTestDatabase } from '../../support/open-test-database.ts'
import { sealWithFiles } from '../../support/seal-with-files.ts'
import { readWacz, webArchiveSource } from '../../support/web-archive.ts'

const captures = 60
const fileBytes = 100_000

test('a web archive is made while it is read: one file is ahead of the reader, however many there are', async () => {
  const house = await openTestDatabase()
  const captureIds: string[] = []
  for (let index = 0; index < captures; index++) {
    const file = (kind: string) => {
      // Noise does not shrink: as many bytes leave as are read.
      const bytes = new Uint8Array(fileBytes)
      for (let at = 0; at < fileBytes; at += 50_000) crypto.getRandomValues(bytes.subarray(at, at + 50_000))
      return { name: `${kind}.png`, kind, mediaType: 'image/png', bytes }
    }
    const comId = String(1005007000000001 + index)
    captureIds.push(
      await sealWithFiles(house, { comId }, [file('viewport-screenshot'), file('full-page-screenshot')]),
    )
  }
  let readBytes = 0
  let leftBytes = 0
  let mostAhead = 0
  const source = webArchiveSource(house)
  const told: number[] = []
  const pack = await buildWacz(
    {
      ...source,
      seals: {
        ...source.seals,
        readBytes: async (sha256) => {
          const bytes = await source.seals.readBytes(sha256)
          readBytes += bytes?.length ?? 0
          mostAhead = Math.max(mostAhead, readBytes - leftBytes)
          return bytes
        },
      },
    },
    { captureIds, onProgress: (done) => told.push(done) },
  )
  if (!pack.ok) throw new Error(pack.error.message)
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of pack.value.stream) {
    leftBytes += piece.length
    pieces.push(piece)
  }
  expect(readBytes).toBe(captures * 2 * fileBytes)
  expect(mostAhead).toBeLessThan(3 * fileBytes)
  expect(told).toEqual(captureIds.map((_, index) => index + 1))
  const { index, records, pages } = await readWacz(new Uint8Array(await new Blob(pieces).arrayBuffer()))
  expect(index).toHaveLength(3 * captures)
  expect(records).toHaveLength(1 + 6 * captures)
  expect(pages).toHaveLength(2 * captures)
})
