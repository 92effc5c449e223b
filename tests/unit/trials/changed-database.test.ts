import { expect, test } from 'vitest'
import { newId } from '../../../lib/core/ids.ts'
import { checkRecordBytes } from '../../../lib/evidence/seal/check-record.ts'
import { sealCaptures } from '../../../lib/evidence/seal/seal-captures.ts'
import { verifyEvidencePack } from '../../../lib/pack/verify/verify-evidence-pack.ts'
import { captureWithScreenshot } from '../../support/capture-with-screenshot.ts'
import { exportPack, packFilesOf, unpacked, withBitTurned } from '../../support/evidence-pack.ts'
import { memoryAnchors } from '../../support/memory-anchors.ts'
import { openTestDatabase, type TestHouse } from '../../support/open-test-database.ts'
import { randomFrom } from '../../support/random-from.ts'
import { tally } from '../../trials/tally.ts'
import { trialSeed } from '../../trials/trial.ts'

/** Of each kind; about 130 ms each. */
const changesEach = process.env.DOCKET_TRIALS === 'soak' ? 50 : 8
const seed = trialSeed()
const random = randomFrom(seed)
const counted = tally({
  plan: 'T18',
  name: 'changed-database',
  what: 'One bit of what is stored is turned: a file, a record, a signature, a member of a ledger row. The database must be read-only from its next opening, or no pack may leave that passes the verifier.',
  seed,
})

type Change = (house: TestHouse) => Promise<void>

const turned = (bytes: Uint8Array<ArrayBuffer>) => withBitTurned(bytes, random(bytes.length * 8))
/** A text with one bit of one letter turned. */
const turnedText = (text: string): string => {
  const at = random(text.length)
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << random(7))) + text.slice(at + 1)
}
const pick = <Row>(rows: Row[]): Row => {
  const row = rows[random(rows.length)]
  if (row === undefined) throw new Error('There is nothing to change.')
  return row
}

const changes: Record<string, Change> = {
  file: async ({ database }) => {
    const row = pick(await database.blobs.toArray())
    await database.blobs.put({ ...row, bytes: turned(row.bytes) })
  },
  record: async ({ database }) => {
    const row = pick(await database.records.toArray())
    await database.records.put({ ...row, bytes: turned(row.bytes) })
  },
  signature: async ({ database }) => {
    const row = pick(await database.records.toArray())
    await database.records.put({ ...row, signature: turned(row.signature) })
  },
  'hash of a record': async ({ database }) => {
    const row = pick(await database.records.toArray())
    await database.records.put({ ...row, sha256: turnedText(row.sha256) })
  },
  'ledger row': async ({ database }) => {
    const row = pick(await database.ledger.toArray())
    const member = pick(['previousHash', 'hash', 'payloadHash', 'subject', 'actor'] as const)
    await database.ledger.put({ ...row, [member]: turnedText(row[member]) })
  },
  'time of a ledger row': async ({ database }) => {
    const row = pick(await database.ledger.toArray())
    await database.ledger.put({ ...row, at: { ...row.at, wallMs: row.at.wallMs ^ (1 << random(30)) } })
  },
}

async function sealedHouse() {
  const anchors = memoryAnchors()
  const name = `changed-${newId()}`
  const house = await openTestDatabase(name, anchors)
  const captureIds: string[] = []
  for (let index = 0; index < 3; index++) {
    const captureId = await captureWithScreenshot(house, { comId: String(1005007000000001 + index) })
    await sealCaptures(house.sealing, [captureId])
    captureIds.push(captureId)
  }
  return { name, anchors, house, captureIds }
}

/** How the change was found: at the opening, at the export, or by the verifier; null where it was not. */
async function foundBy(change: Change): Promise<'opening' | 'export' | 'verifier' | null> {
  const { name, anchors, house, captureIds } = await sealedHouse()
  await change(house)
  house.database.close()
  const again = await openTestDatabase(name, anchors)
  try {
    if (again.database.readOnlyBecause) return 'opening'
    let zip: Blob
    try {
      zip = await exportPack(again, captureIds)
    } catch {
      return 'export'
    }
    return (await verifyEvidencePack(packFilesOf(await unpacked(zip)))).flaw ? 'verifier' : null
  } finally {
    again.database.close()
  }
}

for (const [what, change] of Object.entries(changes)) {
  test(`a turned bit in a ${what} does not leave unnoticed`, async () => {
    const missed: number[] = []
    for (let trial = 0; trial < changesEach; trial++) {
      const found = await foundBy(change)
      counted('changed bits')
      if (found === null) missed.push(trial)
      else counted(`found by ${found === 'opening' ? 'the opening' : `the ${found}`}`)
    }
    counted('missed', missed.length)
    expect(missed, `seed ${seed}`).toEqual([])
  }, 120_000)
}

test('nothing is found where nothing was changed', async () => {
  expect(await foundBy(async () => undefined)).toBeNull()
  const { house } = await sealedHouse()
  const { publicKey } = await house.sealing.keys.signingKey()
  for (const record of await house.database.records.toArray()) {
    expect(await checkRecordBytes(record.bytes, { ...record, publicKey })).toBeNull()
  }
})
