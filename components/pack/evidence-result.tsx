import { locale } from '../language/language.ts'
import { Notice } from '../ui/notice.tsx'
import type { EvidenceExportServices, ExportedEvidence } from './export-evidence.ts'
import { NoticeHeading } from './export-steps.tsx'
import { CopiedFact, Fact, PackFacts, PackParts, readableSize, SavedNotice } from './saved-pack.tsx'
import { TimeStampProblem, TimesOf } from './time-stamp-result.tsx'
import type { Saved } from './use-export.ts'
import { words } from './words.ts'

interface EvidenceResultProps {
  pack: ExportedEvidence
  saved: Saved
  services: EvidenceExportServices
  onSave(): void
}

/** What was packed, where it lies, and how anyone checks it. */
export function EvidenceResult({ pack, saved, services, onSave }: EvidenceResultProps) {
  return (
    <>
      <SavedNotice
        title={words.evidence.done(pack.kind, pack.listings)}
        saved={saved}
        services={services}
        onSave={onSave}
      >
        <p>{words.evidence.whole}</p>
      </SavedNotice>

      {pack.timeStamps && <TimeStampProblem timeStamps={pack.timeStamps} />}
      {pack.undrawn.length > 0 && (
        <Notice tone="warn">
          <NoticeHeading>{words.evidence.undrawn(pack.undrawn.length)}</NoticeHeading>
          <p>{words.evidence.undrawnHint}</p>
          <ul className="mt-1">
            {pack.undrawn.map((path) => (
              <li key={path} className="font-mono text-xs break-all">
                {path}
              </li>
            ))}
          </ul>
        </Notice>
      )}

      <PackFacts>
        <Fact name={words.file}>{pack.name}</Fact>
        {saved.step === 'saved' && <Fact name={words.savedTo}>{saved.path}</Fact>}
        <Fact name={words.listings}>{pack.listings.toLocaleString(locale)}</Fact>
        <Fact name={words.evidence.captures}>{pack.captures.toLocaleString(locale)}</Fact>
        <Fact name={words.size}>{readableSize(pack.file.size)}</Fact>
        <Fact name={words.evidence.times}>{pack.timeStamps && <TimesOf timeStamps={pack.timeStamps} />}</Fact>
        <CopiedFact name={words.sha256} text={pack.sha256} services={services} />
        <CopiedFact
          name={words.evidence.fingerprint}
          text={pack.fingerprint}
          hint={words.evidence.fingerprintHint}
          services={services}
        />
      </PackFacts>

      <PackParts parts={words.evidence.parts[pack.kind]} />
    </>
  )
}
