import { useEffect, useState } from 'react'
import { artefactKinds } from '../../lib/evidence/capture.ts'
import type { MeasuredFiles } from '../../lib/evidence/measure-files.ts'
import { locale } from '../language/language.ts'
import { readableSize } from '../pack/saved-pack.tsx'
import { captureWords } from './capture-words.ts'
import { Part } from './part.tsx'
import type { StorageServices } from './storage-services.ts'
import { storageWords as words } from './storage-words.ts'

const nothingYet: MeasuredFiles = { kinds: new Map(), lookedAt: 0, of: 0 }

/** What the files of all captures take, by kind; added up while it is looked at. */
export function FilesByKind({ services }: { services: Pick<StorageServices, 'measureFiles'> }) {
  const [measured, setMeasured] = useState<MeasuredFiles | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const measure = async () => {
      for await (const soFar of services.measureFiles(stop.signal)) {
        if (!stop.signal.aborted) setMeasured(soFar)
      }
    }
    measure().catch((error: unknown) => {
      // The page's boundary says why it cannot be read.
      setMeasured(() => {
        throw error
      })
    })
    return () => stop.abort()
  }, [services])

  const { kinds, lookedAt, of } = measured ?? nothingYet
  const rows = artefactKinds.flatMap((kind) => {
    const size = kinds.get(kind)
    return size ? [{ kind, ...size }] : []
  })
  const sum = (member: 'files' | 'bytes') => rows.reduce((total, row) => total + row[member], 0)
  const isEnded = measured !== null && lookedAt >= of
  return (
    <Part title={words.files}>
      <p role="status" className="text-ink-soft tabular-nums">
        {!isEnded && words.measuring(lookedAt, of)}
        {isEnded && rows.length === 0 && words.noFiles}
      </p>
      {rows.length > 0 && (
        <table className="w-full max-w-lg border-collapse text-start">
          <thead>
            <tr className="border-b border-line text-xs text-ink-soft">
              <th scope="col" className="py-1 text-start font-medium">
                {words.heads.kind}
              </th>
              <th scope="col" className="py-1 text-end font-medium">
                {words.heads.files}
              </th>
              <th scope="col" className="py-1 text-end font-medium">
                {words.heads.size}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ kind, files, bytes }) => (
              <Row key={kind} name={captureWords.kind[kind]} files={files} bytes={bytes} />
            ))}
          </tbody>
          <tfoot className="border-t border-line font-medium">
            <Row name={words.all} files={sum('files')} bytes={sum('bytes')} />
          </tfoot>
        </table>
      )}
    </Part>
  )
}

const Row = ({ name, files, bytes }: { name: string; files: number; bytes: number }) => (
  <tr>
    <th scope="row" className="py-1 text-start font-normal">
      {name}
    </th>
    <td className="py-1 text-end tabular-nums">{files.toLocaleString(locale)}</td>
    <td className="py-1 text-end tabular-nums">{readableSize(bytes)}</td>
  </tr>
)
