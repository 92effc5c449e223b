import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowLeft } from 'lucide-react'
import type { ReadComplaint } from '../../lib/complaints/complaint-reader.ts'
import { Notice } from '../ui/notice.tsx'
import { ComparisonEditor } from './comparison-editor.tsx'
import { comparisonWords as words } from './comparison-words.ts'
import { draftWords } from './draft-words.ts'
import { type Known, readKnown } from './read-known.ts'
import type { ComplaintServices } from './services.ts'
import { words as common } from './words.ts'

interface ComparisonScreenProps {
  services: ComplaintServices
  complaintId: string
  /** Null: a new one. */
  comparisonId: string | null
  comId: string | null
}

/** A genuine picture or design view beside the listing's, with numbered differences. */
export function ComparisonScreen({ services, complaintId, comparisonId, comId }: ComparisonScreenProps) {
  const read = useLiveQuery(async (): Promise<{ known: Known; complaint: ReadComplaint | null }> => {
    const [known, complaint] = await Promise.all([
      readKnown(services),
      services.reader.complaint(complaintId),
    ])
    return { known, complaint }
  }, [services, complaintId])
  const stored = read?.complaint?.complaint.answers.comparisons.find(
    (one) => one.comparisonId === comparisonId,
  )
  const isGone = read !== undefined && (!read.complaint || (comparisonId !== null && !stored))
  return (
    <main className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 py-6 sm:px-6">
      <a
        href={`#/complaints/${complaintId}`}
        className="inline-flex items-center gap-1 self-start text-accent hover:underline"
      >
        <ArrowLeft size={14} aria-hidden />
        {words.back}
      </a>
      <div>
        <h1 className="text-xl font-semibold">{words.title}</h1>
        <p className="mt-1 text-ink-soft">{words.lead}</p>
      </div>
      {!read && <p role="status">{common.loading}</p>}
      {isGone && <Notice tone="plain">{draftWords.gone}</Notice>}
      {read?.complaint && !isGone && (
        <ComparisonEditor
          services={services}
          known={read.known}
          read={read.complaint}
          stored={stored ?? null}
          firstComId={comId}
        />
      )}
    </main>
  )
}
