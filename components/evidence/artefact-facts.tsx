import { Download } from 'lucide-react'
import { useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Artefact } from '../../lib/evidence/capture.ts'
import { Fact } from '../pack/saved-pack.tsx'
import { exactTime } from '../queue/row-facts.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import type { CaptureServices } from './capture-services.ts'
import { captureWords as words } from './capture-words.ts'
import { CopyButton } from './copy-button.tsx'

interface ArtefactFactsProps {
  services: Pick<CaptureServices, 'saveFile' | 'copyText'>
  artefact: Artefact
  /** Null while they are not at hand, or are not what was taken. */
  bytes: Uint8Array<ArrayBuffer> | null
}

/** Where a file comes from, folded away, and a button that saves it. */
export function ArtefactFacts({ services, artefact, bytes }: ArtefactFactsProps) {
  const { name, mediaType, sha256, takenAtMs, pageUrl, sourceUrl, cut, redacted } = artefact
  const [saved, setSaved] = useState<{ text: string; isFailure: boolean } | null>(null)
  const save = async () => {
    if (!bytes) return
    try {
      const path = await services.saveFile(bytes, mediaType, name)
      setSaved({ text: words.saved(path), isFailure: false })
    } catch (error) {
      setSaved({ text: failureFrom(error, 'saving the file').message, isFailure: true })
    }
  }
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 text-xs">
      <details className="min-w-0 flex-1">
        <summary className="w-fit rounded text-ink-soft hover:text-ink">
          {words.aboutFile}: <bdi>{name}</bdi>
        </summary>
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <Fact name={words.file.type}>{mediaType}</Fact>
          <Fact name={words.file.size}>{words.bytes(artefact.bytes)}</Fact>
          <Fact name={words.file.sha256}>
            <code className="font-mono break-all">{sha256}</code>{' '}
            <CopyButton services={services} what={`${words.file.sha256} ${name}`} text={sha256} />
          </Fact>
          <Fact name={words.file.obtained}>{artefact.obtainedBy}</Fact>
          <Fact name={words.file.taken}>{exactTime(takenAtMs)}</Fact>
          {pageUrl !== null && <Fact name={words.file.page}>{pageUrl}</Fact>}
          {sourceUrl !== null && <Fact name={words.file.source}>{sourceUrl}</Fact>}
          {cut !== null && <Fact name={words.file.cut}>{cut}</Fact>}
          {redacted.length > 0 && <Fact name={words.file.redacted}>{redacted.join('; ')}</Fact>}
        </dl>
      </details>
      <Button
        size="small"
        disabled={!bytes}
        aria-label={words.copyOf(words.save, name)}
        onClick={() => void save()}
      >
        <Download size={13} aria-hidden />
        {words.save}
      </Button>
      <span
        role="status"
        className={classNames(
          'basis-full text-end break-all',
          saved?.isFailure ? 'text-danger' : 'text-ink-soft',
        )}
      >
        {saved?.text}
      </span>
    </div>
  )
}
