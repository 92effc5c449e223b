import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowLeft } from 'lucide-react'
import type { Field } from '../../lib/complaints/open-point.ts'
import { Notice } from '../ui/notice.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { draftWords as words } from './draft-words.ts'
import { readKnown } from './read-known.ts'
import type { ComplaintServices } from './services.ts'
import { words as common } from './words.ts'

/** One complaint: what is open of it, its listings, and everything that the portal asks. */
export function ComplaintScreen({
  services,
  complaintId,
  firstField,
}: {
  services: ComplaintServices
  complaintId: string
  /** What is to be mended first; null where nobody said. */
  firstField: Field | null
}) {
  const read = useLiveQuery(async () => {
    const [known, complaint, stored] = await Promise.all([
      readKnown(services),
      services.reader.complaint(complaintId),
      services.reader.complaints(),
    ])
    return { known, complaint, stored }
  }, [services, complaintId])
  return (
    <main className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 py-6 sm:px-6">
      <a
        href="#/complaints"
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft size={14} aria-hidden />
        {words.back}
      </a>
      {!read && <p role="status">{common.loading}</p>}
      {read && !read.complaint && (
        <>
          <h1 className="sr-only">{common.title}</h1>
          <Notice tone="plain">{words.gone}</Notice>
        </>
      )}
      {read?.complaint && (
        <DraftEditor
          services={services}
          known={read.known}
          read={read.complaint}
          stored={read.stored}
          firstField={firstField}
        />
      )}
    </main>
  )
}
