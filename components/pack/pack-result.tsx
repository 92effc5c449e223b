import { ShieldCheck } from 'lucide-react'
import { locale } from '../language/language.ts'
import { Button } from '../ui/button.tsx'
import type { ExportedPack, ExportServices } from './export-queue.ts'
import { PackProblems } from './pack-problems.tsx'
import { CopiedFact, Fact, PackFacts, PackParts, readableSize, SavedNotice } from './saved-pack.tsx'
import type { Saved } from './use-export.ts'
import { words } from './words.ts'

interface PackResultProps {
  pack: ExportedPack
  saved: Saved
  services: ExportServices
  onSave(): void
  onEvidence(): void
}

/** What was packed, where it lies, and what it lacks. */
export function PackResult({ pack, saved, services, onSave, onEvidence }: PackResultProps) {
  const { report } = pack
  return (
    <>
      <SavedNotice
        title={words.done(report.listings)}
        saved={saved}
        services={services}
        onSave={onSave}
        actions={
          <Button onClick={onEvidence}>
            <ShieldCheck size={15} aria-hidden />
            {words.evidence.ofThese(report.listings)}
          </Button>
        }
      >
        {report.problems.length === 0 && <p>{words.complete}</p>}
      </SavedNotice>

      <PackProblems report={report} />

      <PackFacts>
        <Fact name={words.file}>{pack.name}</Fact>
        {saved.step === 'saved' && <Fact name={words.savedTo}>{saved.path}</Fact>}
        <Fact name={words.listings}>{report.listings.toLocaleString(locale)}</Fact>
        {/* The manifest lists all files but itself. */}
        <Fact name={words.files}>{(report.files.length + 1).toLocaleString(locale)}</Fact>
        <Fact name={words.size}>{readableSize(pack.file.size)}</Fact>
        <CopiedFact name={words.sha256} text={pack.sha256} services={services} />
      </PackFacts>

      <PackParts parts={words.parts} />
    </>
  )
}
