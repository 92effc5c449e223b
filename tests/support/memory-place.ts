import { sha256Hex } from '../../lib/core/digest.ts'
import { ExpectedError } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { CopyPlace } from '../../lib/pack/second-copy/second-copy.ts'

/** A folder in memory that notices whether anything is ever written over. */
export function memoryPlace() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const state = { refusal: null as Failure | null, lookUps: 0 }
  const place: CopyPlace = {
    refusal: async () => state.refusal,
    find: async (name) => {
      state.lookUps += 1
      const bytes = files.get(name)
      return bytes ? { bytes: bytes.byteLength, sha256: () => sha256Hex(bytes) } : null
    },
    write: async (name, stream, beforeNaming) => {
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
      const file = { name, bytes: bytes.byteLength, sha256: await sha256Hex(bytes) }
      await beforeNaming?.(file)
      if (files.has(name)) throw new ExpectedError('copy-name-taken', `${name} would be written over.`)
      files.set(name, bytes)
      return file
    },
  }
  return { files, state, place }
}

export type MemoryPlace = ReturnType<typeof memoryPlace>

/** The files of a place as a person chooses them. */
export const chosenFiles = ({ files }: MemoryPlace) =>
  Array.from(files, ([name, bytes]) => ({ name, file: new Blob([bytes]) }))
