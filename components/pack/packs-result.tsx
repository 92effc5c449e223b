import type { ComplaintReport } from '../../lib/pack/complaint-pack/complaint-report.ts'
import type { ComplaintPackServices, ExportedPacks } from './export-packs.ts'
import { packsWords as words } from './packs-words.ts'
import { CopiedFact, Fact, PackFacts, PackParts, readableSize, SavedNotice } from './saved-pack.tsx'
import type { Saved } from './use-export.ts'
import { words as common } from './words.ts'

interface PacksResultProps {
  pack: ExportedPacks
  saved: Saved
  services: ComplaintPackServices
  onSave(): void
}

/** What was packed, where it lies, and what each complaint's folder lacks. */
export function PacksResult({ pack, saved, services, onSave }: PacksResultProps) {
  const { complaints } = pack
  const listings = complaints.reduce((sum, one) => sum + one.listings, 0)
  return (
    <>
      <SavedNotice
        title={words.done(complaints.length, listings)}
        saved={saved}
        services={services}
        onSave={onSave}
      >
        <p>{words.nothingFiled}</p>
      </SavedNotice>
      <PackFacts>
        <Fact name={common.file}>{pack.name}</Fact>
        {saved.step === 'saved' && <Fact name={common.savedTo}>{saved.path}</Fact>}
        <Fact name={common.size}>{readableSize(pack.file.size)}</Fact>
        <CopiedFact name={common.sha256} text={pack.sha256} services={services} />
      </PackFacts>
      <section>
        <h2 className="mb-2 text-sm font-semibold">{words.inIt}</h2>
        <ul className="flex flex-col gap-3">
          {complaints.map((complaint) => (
            <li key={complaint.complaintId} className="rounded-lg border border-line p-3">
              <Folder {...complaint} />
            </li>
          ))}
        </ul>
      </section>
      <PackParts parts={words.parts} />
    </>
  )
}

const Folder = ({ complaintId, name, folder, listings, problems }: ComplaintReport) => (
  <>
    <a href={`#/complaints/${complaintId}`} className="font-medium text-accent underline" dir="auto">
      {name}
    </a>
    <p className="text-ink-soft tabular-nums break-words">
      {words.listings(listings)} · <code className="font-mono text-xs">{folder}/</code>
    </p>
    {problems.length === 0 ? (
      <p>{words.complete}</p>
    ) : (
      <details className="mt-1">
        <summary className="w-fit rounded text-warn">{words.problems(problems.length)}</summary>
        <ul className="mt-1 flex max-h-72 flex-col gap-1 overflow-y-auto">
          {problems.map(({ code, comId, message }) => (
            <li key={`${code} ${comId} ${message}`} className="break-words">
              {comId !== null && `${comId}: `}
              {message}
            </li>
          ))}
        </ul>
      </details>
    )}
  </>
)
