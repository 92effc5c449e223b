import { useMemo } from 'react'
import type { DeskMark } from '../../../lib/complaints/desk-store.ts'
import type { FormEntry } from '../../../lib/complaints/form-entries.ts'
import type { FormFile } from '../../../lib/complaints/form-files.ts'
import type { FilesSource } from './desk-file.ts'
import { EntryRow } from './entry-row.tsx'
import { FilesPart } from './files-part.tsx'
import type { DeskServices } from './services.ts'
import { useMarks } from './use-marks.ts'
import { deskWords as words } from './words.ts'

interface EntriesPartProps {
  services: DeskServices
  subjectId: string
  entries: readonly FormEntry[]
  marks: readonly DeskMark[]
  files: FilesSource
}

/** Name of an entry, as its controls are called. */
const entryName = ({ field, part }: FormEntry): string =>
  part && part.of > 1 ? words.linkPart(part.at, part.of, part.links) : words.field[field]

/** The form from top to bottom: each entry with what copies it and a tick that stays. */
export function EntriesPart({ services, subjectId, entries, marks, files }: EntriesPartProps) {
  const { stateOf, tick } = useMarks(services, subjectId, marks)
  const filesValue = useMemo(() => idsOf(files.files), [files.files])
  const hasFiles = filesValue !== '' || files.lines.some(({ facts }) => facts.screenshots > 0)
  const heldBy = (entry: FormEntry) => (entry.field === 'attachments' ? filesValue : entry.value)
  const shown = entries.filter(({ field }) => field !== 'attachments' || hasFiles)
  const done = shown.filter((entry) => stateOf(entry.entryId, heldBy(entry)) === 'done').length
  return (
    <section aria-label={words.form} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="font-semibold">{words.form}</h2>
        <p className="text-xs text-ink-soft tabular-nums">{words.doneCount(done, shown.length)}</p>
      </div>
      <ol className="flex min-w-0 flex-col gap-2">
        {shown.map((entry) => {
          const value = heldBy(entry)
          return (
            <EntryRow
              key={entry.entryId}
              services={services}
              name={entryName(entry)}
              entry={entry}
              state={stateOf(entry.entryId, value)}
              onTick={(isDone) => void tick(entry.entryId, value, isDone)}
            >
              {entry.field === 'attachments' && <FilesPart services={services} source={files} />}
            </EntryRow>
          )
        })}
      </ol>
    </section>
  )
}

const idsOf = (files: readonly FormFile[]): string => files.map(({ fileId }) => fileId).join('\n')
