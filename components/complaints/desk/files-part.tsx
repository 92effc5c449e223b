import { Download } from 'lucide-react'
import { useState } from 'react'
import type { FormFile } from '../../../lib/complaints/form-files.ts'
import type { Portal } from '../../../lib/complaints/portal-rules.ts'
import { failureFrom } from '../../../lib/core/expected-error.ts'
import { Button } from '../../ui/button.tsx'
import { useDeskActs } from './desk-acts.ts'
import { deskFile, type FilesSource, sourceOf } from './desk-file.ts'
import { FileRow } from './file-row.tsx'
import { ScreenshotsPart } from './screenshots-part.tsx'
import type { DeskServices } from './services.ts'
import { deskWords as words } from './words.ts'

/** The files of the form: pictures to drag, everything to save and choose there. */
export function FilesPart({ services, source }: { services: DeskServices; source: FilesSource }) {
  const { show } = useDeskActs()
  const [isSaving, setSaving] = useState(false)
  const { files, portal, folder } = source
  const saveAll = async () => {
    setSaving(true)
    const problems: string[] = []
    // One that is gone keeps none of the others back.
    for (const [at, file] of files.entries()) {
      try {
        const { blob, name } = await deskFile(services, file, { ...source, at })
        await services.saveFile(blob, `${folder}/${name}`)
      } catch (error) {
        const { name } = sourceOf(services, file, { ...source, at })
        problems.push(words.notSaved(name, failureFrom(error, 'saving the files').message))
      }
    }
    const saved = words.savedAll(files.length - problems.length, folder)
    if (problems.length === 0) show({ text: saved })
    else show({ text: [...problems, saved].join(' '), tone: 'danger' })
    setSaving(false)
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {files.length > 0 && (
        <p className="text-xs text-ink-soft">{words.dragHint[services.dragsFiles ? 'files' : 'pictures']}</p>
      )}
      <ul className="flex flex-col gap-1.5">
        {files.map((file, at) => (
          <FileRow
            key={file.fileId}
            source={sourceOf(services, file, { ...source, at })}
            dragsFiles={services.dragsFiles}
            kind={words.fileKind[file.kind]}
            problem={problemOf(file, portal)}
            save={async ({ blob, name }) => {
              await services.saveFile(blob, name)
              show({ text: words.savedFile(name) })
            }}
          />
        ))}
      </ul>
      {files.length > 1 && (
        <Button size="small" className="self-start" disabled={isSaving} onClick={() => void saveAll()}>
          <Download size={13} aria-hidden />
          {words.saveAll(files.length)}
        </Button>
      )}
      <ScreenshotsPart services={services} lines={source.lines} />
    </div>
  )
}

/** Why the portal would not take it; null where it would. */
function problemOf(file: FormFile, portal: Portal | null): string | null {
  if (file.kind === 'comparison' || !portal) return null
  const { maxBytes, types } = portal.attachments
  if (!types.value.includes(file.document.mediaType)) return words.wrongType
  return file.document.bytes > maxBytes.value ? words.tooLarge(maxBytes.value / 1_000_000) : null
}
