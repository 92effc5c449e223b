import { useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { Artefact } from '../../lib/evidence/capture.ts'
import { checkArtefactBytes } from '../../lib/evidence/seal/check-record.ts'
import { captureWords as words } from './capture-words.ts'
import type { ReadBytes } from './services.ts'

export type ArtefactState =
  | { step: 'reading' }
  | { step: 'ready'; bytes: Uint8Array<ArrayBuffer>; url: string }
  | { step: 'failed'; failure: Failure }

/** Kinds of pictures that browsers draw. Whatever else a page calls its pictures is not handed to the browser as such. */
const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'])

export const isPicture = ({ mediaType }: Artefact): boolean => pictureTypes.has(mediaType)

/**
 * The bytes of a file, held against its hash before anybody sees them, and an address for them within this page.
 * `isWanted`: not before it comes into view.
 */
export function useArtefact(
  { readBytes }: { readBytes: ReadBytes },
  artefact: Artefact,
  isWanted = true,
): ArtefactState {
  const { sha256, mediaType } = artefact
  const [state, setState] = useState<ArtefactState>({ step: 'reading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hash names the file
  useEffect(() => {
    if (!isWanted) return
    let url: string | null = null
    let isGone = false
    const read = async () => {
      const bytes = await readBytes(sha256)
      const failure = await checkArtefactBytes(bytes, artefact)
      if (isGone) return
      if (failure || !bytes) return setState({ step: 'failed', failure: failure ?? unreadable })
      const type = isPicture(artefact) ? mediaType : 'application/octet-stream'
      url = URL.createObjectURL(new Blob([bytes], { type }))
      setState({ step: 'ready', bytes, url })
    }
    read().catch((error: unknown) => {
      if (!isGone) setState({ step: 'failed', failure: failureFrom(error, 'reading a file') })
    })
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [sha256, isWanted])
  return state
}

const unreadable: Failure = { code: 'artefact-missing', message: words.notStored }
