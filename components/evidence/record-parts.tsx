import { useLiveQuery } from 'dexie-react-hooks'
import { Download } from 'lucide-react'
import { useMemo, useState } from 'react'
import { isoWithOffset } from '../../lib/core/iso-time.ts'
import type { CaptureJob } from '../../lib/evidence/capture.ts'
import type { LedgerRow } from '../../lib/evidence/ledger/ledger.ts'
import { artefactsOf } from '../../lib/evidence/seal/evidence-record.ts'
import { joined, locale } from '../language/language.ts'
import { CopiedFact, Fact, PackFacts, readableSize } from '../pack/saved-pack.tsx'
import { exactTime } from '../queue/row-facts.ts'
import { Button } from '../ui/button.tsx'
import { JsonTree } from '../ui/json-tree.tsx'
import type { CaptureServices } from './capture-services.ts'
import { captureWords as words } from './capture-words.ts'
import { CopyButton } from './copy-button.tsx'
import { Part } from './part.tsx'
import type { ShownRecord } from './use-records.ts'

interface RecordPartsProps {
  services: CaptureServices
  job: CaptureJob
  /** Newest first. */
  records: ShownRecord[]
  ledgerRows: LedgerRow[]
}

/** What makes the capture hold up later: record, signature, hashes, ledger. */
export function RecordParts({ services, job, records, ledgerRows }: RecordPartsProps) {
  const [newest, ...earlier] = records
  return (
    <>
      <Part title={words.record} hint={words.recordHint}>
        {newest ? <RecordView services={services} record={newest} /> : <p>{words.notSealed}</p>}
      </Part>
      <FileHashes services={services} job={job} />
      <Part title={words.ledger} hint={words.ledgerHint}>
        <LedgerTable services={services} rows={ledgerRows} />
      </Part>
      {earlier.length > 0 && (
        <Part title={words.earlier(earlier.length)} hint={words.earlierHint}>
          {earlier.map((record) => (
            <details key={record.stored.recordId} className="rounded-lg border border-line px-3 py-2">
              <summary className="rounded">
                {exactTime(record.stored.sealedAtMs)}{' '}
                <code className="font-mono text-xs break-all">{record.stored.recordId}</code>
              </summary>
              <div className="mt-3">
                <RecordView services={services} record={record} />
              </div>
            </details>
          ))}
        </Part>
      )}
    </>
  )
}

function RecordView({ services, record }: { services: CaptureServices; record: ShownRecord }) {
  const { stored, stated } = record
  const text = useMemo(() => new TextDecoder().decode(stored.bytes), [stored])
  const value: unknown = useMemo(() => stated ?? text, [stated, text])
  const stamp = useLiveQuery(() => services.timeStampFrom(stored.ledgerSeq), [services, stored.ledgerSeq])
  const [saved, setSaved] = useState<string | null>(null)
  const names = words.recordFacts
  const save = async () => {
    const path = await services.saveFile(stored.bytes, 'application/json', `record-${stored.recordId}.json`)
    setSaved(words.saved(path))
  }
  return (
    <div className="flex flex-col gap-3">
      <PackFacts>
        <CopiedFact name={names.id} text={stored.recordId} services={services} />
        <Fact name={names.sealed}>
          {joined([
            stated?.sealedAt
              ? isoWithOffset(stated.sealedAt.wallMs, stated.sealedAt.offsetMinutes)
              : exactTime(stored.sealedAtMs),
            words.byClock,
          ])}
        </Fact>
        <CopiedFact name={names.sha256} text={stored.sha256} services={services} />
        <CopiedFact name={names.key} text={stored.publicKeySha256} services={services} />
        <CopiedFact name={names.signature} text={hexOf(stored.signature)} services={services} />
        <Fact name={names.row}>{stored.ledgerSeq.toLocaleString(locale)}</Fact>
        {stamp && (
          <Fact name={names.timeStamp}>
            {words.stamped(stamp.facts.time, stamp.facts.authority, stamp.ledgerSeq)}
          </Fact>
        )}
        <Fact name={names.operator}>
          <bdi>{stated?.operator ?? words.nameless}</bdi>
        </Fact>
        {stated?.installation && (
          <Fact name={names.made}>
            Docket {stated.installation.extension.version}, {stated.installation.browser.name}{' '}
            {stated.installation.browser.version}, {stated.installation.os.name}
          </Fact>
        )}
      </PackFacts>
      <section
        aria-label={words.record}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys, so keys must reach it
        tabIndex={0}
        className="max-h-[50vh] overflow-auto rounded-lg border border-line bg-sunken p-3"
      >
        <JsonTree value={value} entriesLabel={words.entries} moreLabel={words.more} />
      </section>
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton services={services} what={words.record} text={text} label={words.copyRecord} />
        <Button size="small" onClick={() => void save()}>
          <Download size={13} aria-hidden />
          {words.saveRecord}
        </Button>
        <span role="status" className="text-xs text-ink-soft">
          {saved}
        </span>
      </div>
    </div>
  )
}

function FileHashes({ services, job }: { services: CaptureServices; job: CaptureJob }) {
  const artefacts = artefactsOf(job)
  return (
    <Part title={words.files(artefacts.length)}>
      <ul className="flex flex-col divide-y divide-line rounded-lg border border-line">
        {artefacts.map(({ name, kind, bytes, sha256 }) => (
          <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
            <span className="min-w-52 flex-1 break-all">
              <bdi className="font-medium">{name}</bdi>{' '}
              <span className="text-xs text-ink-soft">{joined([words.kind[kind], readableSize(bytes)])}</span>
            </span>
            <code className="font-mono text-xs break-all">{sha256}</code>
            <CopyButton services={services} what={`${words.file.sha256} ${name}`} text={sha256} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function LedgerTable({ services, rows }: { services: CaptureServices; rows: LedgerRow[] }) {
  const heads = words.ledgerHead
  return (
    <section
      aria-label={words.ledger}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys, so keys must reach it
      tabIndex={0}
      className="relative overflow-x-auto rounded-lg border border-line"
    >
      <table className="w-full min-w-160 border-collapse">
        <thead>
          <tr className="bg-sunken text-xs text-ink-soft">
            {[heads.row, heads.when, heads.who, heads.what, heads.payload].map((head) => (
              <th key={head} scope="col" className="px-3 py-1.5 text-start font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ seq, at, actor, action, subject, payloadHash }) => (
            <tr key={seq} className="border-t border-line align-top">
              <td className="px-3 py-1.5 tabular-nums">{seq.toLocaleString(locale)}</td>
              <td className="px-3 py-1.5 whitespace-nowrap tabular-nums">
                {isoWithOffset(at.wallMs, at.offsetMinutes)}
              </td>
              <td className="px-3 py-1.5">
                <bdi>{actor}</bdi>
              </td>
              <td className="px-3 py-1.5 whitespace-nowrap">
                {Object.hasOwn(words.action, action) ? words.action[action] : action}
                {(action === 'exported' || action === 'imported') && (
                  <>
                    {' '}
                    <code title={words.pack} className="font-mono text-xs">
                      {subject}
                    </code>
                  </>
                )}
              </td>
              <td className="px-3 py-1.5">
                <span className="flex items-center gap-1">
                  <code title={payloadHash} className="font-mono text-xs">
                    {payloadHash.slice(0, 16)}…
                  </code>
                  <CopyButton services={services} what={`${heads.payload} ${seq}`} text={payloadHash} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
