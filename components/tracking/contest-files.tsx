import { Download } from 'lucide-react'
import { fail, ok } from '../../lib/core/result.ts'
import type { DocumentRef } from '../../lib/rights/right-document.ts'
import { draftWords } from '../complaints/draft-words.ts'
import { IconButton } from '../ui/button.tsx'
import { contestWords as words } from './contest-words.ts'
import type { PartProps } from './follow-up-screen.tsx'

interface ContestFilesProps extends Pick<PartProps, 'services' | 'attempt'> {
  files: readonly DocumentRef[]
}

/** Documents that were kept, each to be saved as it came, with the hash under which it lies. */
export function ContestFiles({ services, attempt, files }: ContestFilesProps) {
  if (files.length === 0) return null
  const save = ({ sha256, name, mediaType }: DocumentRef) =>
    attempt('saving the document', async () => {
      const bytes = await services.rights.readFile(sha256)
      if (!bytes) return fail('file-gone', words.fileGone(name))
      await services.saveFile(new Blob([bytes], { type: mediaType }), name)
      return ok({ text: words.saved(name), takeBack: null })
    })
  return (
    <ul className="flex flex-col">
      {files.map((file) => (
        <li key={file.sha256} className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 break-words" dir="auto">
            {file.name}
          </span>
          <span className="shrink-0 text-xs text-ink-soft tabular-nums">
            {draftWords.size(file.bytes)} · {file.sha256.slice(0, 12)}
          </span>
          <IconButton
            label={words.save(file.name)}
            icon={<Download size={14} aria-hidden />}
            onClick={() => void save(file)}
          />
        </li>
      ))}
    </ul>
  )
}
