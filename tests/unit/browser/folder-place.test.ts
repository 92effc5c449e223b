import { describe, expect, test } from 'vitest'
import { folderPlace } from '../../../lib/browser/folder-place.ts'
import { sha256Hex } from '../../../lib/core/digest.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A folder as the browser hands it out: what is written becomes the file's when it is closed. */
function fakeFolder() {
  const files = new Map<string, Bytes>()
  const state = { permission: 'granted' as PermissionState, failing: null as string | null }
  const refuse = () => {
    if (state.failing) throw new DOMException('as the test wants', state.failing)
    if (state.permission !== 'granted') throw new DOMException('not allowed', 'NotAllowedError')
  }
  const fileHandle = (name: string) => ({
    getFile: async () => new File([files.get(name) ?? new Uint8Array()], name),
    createWritable: async () => {
      const pieces: Bytes[] = []
      const writer = new WritableStream<Bytes>({
        write: (piece) => {
          refuse()
          pieces.push(piece)
        },
      })
      return Object.assign(writer, {
        close: async () => void files.set(name, new Uint8Array(await new Blob(pieces).arrayBuffer())),
      })
    },
  })
  const handle = {
    queryPermission: async () => state.permission,
    keys: () => ({
      next: async () => {
        refuse()
        return { done: true }
      },
    }),
    getFileHandle: async (name: string, options?: { create: boolean }) => {
      refuse()
      if (!files.has(name) && !options?.create) throw new DOMException('none', 'NotFoundError')
      if (!files.has(name)) files.set(name, new Uint8Array())
      return fileHandle(name)
    },
  }
  return { files, state, place: folderPlace(handle as unknown as FileSystemDirectoryHandle) }
}

const streamOf = (bytes: Bytes) => new Blob([bytes]).stream()
const bytes = new Uint8Array([1, 2, 3, 4])

describe('a picked folder', () => {
  test('keeps a file with its size and hash, which are told before it has its name', async () => {
    const { files, place } = fakeFolder()
    const told: unknown[] = []
    const file = await place.write('a.zip', streamOf(bytes), async (atHand) => {
      told.push(atHand)
      expect(files.get('a.zip')?.byteLength).toBe(0)
    })
    expect(file).toEqual({ name: 'a.zip', bytes: 4, sha256: await sha256Hex(bytes) })
    expect(told).toEqual([file])
    const found = await place.find('a.zip')
    expect(found?.bytes).toBe(4)
    expect(await found?.sha256()).toBe(file.sha256)
  })

  test('is never written over; what an interruption left empty may be filled', async () => {
    const { files, place } = fakeFolder()
    files.set('a.zip', new Uint8Array())
    expect(await place.find('a.zip')).toBeNull()
    await place.write('a.zip', streamOf(bytes))
    await expect(place.write('a.zip', streamOf(new Uint8Array([9])))).rejects.toMatchObject({
      code: 'copy-name-taken',
    })
    expect(files.get('a.zip')).toEqual(bytes)
  })

  test('gets no file where what must be stored before cannot be stored, or the pack fails on its way', async () => {
    const { place } = fakeFolder()
    const refused = place.write('a.zip', streamOf(bytes), () => Promise.reject(new Error('not stored')))
    await expect(refused).rejects.toThrow('not stored')
    const failing = new ReadableStream<Bytes>({
      pull: (controller) => controller.error(new Error('damaged')),
    })
    await expect(place.write('b.zip', failing)).rejects.toThrow('damaged')
    expect(await place.find('a.zip')).toBeNull()
    expect(await place.find('b.zip')).toBeNull()
  })

  test('waits for the permission that the browser forgot', async () => {
    const { state, place } = fakeFolder()
    expect(await place.refusal()).toBeNull()
    state.permission = 'prompt'
    expect(await place.refusal()).toMatchObject({ code: 'copy-waits-for-permission' })
    await expect(place.write('a.zip', streamOf(bytes))).rejects.toMatchObject({
      code: 'copy-waits-for-permission',
    })
  })

  test.each([
    ['NotFoundError', 'copy-place-gone'],
    ['QuotaExceededError', 'copy-no-space'],
  ])('says what to do at a %s', async (name, code) => {
    const { state, place } = fakeFolder()
    state.failing = name
    expect(await place.refusal()).toMatchObject({ code })
    await expect(place.write('a.zip', streamOf(bytes))).rejects.toMatchObject({ code })
  })
})
