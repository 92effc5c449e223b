import { useLiveQuery } from 'dexie-react-hooks'
import { Download, FileText, Save } from 'lucide-react'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { changeComplaint } from '../../lib/complaints/change-complaint.ts'
import { comparisonFacts } from '../../lib/complaints/comparison-facts.ts'
import type { Comparison } from '../../lib/complaints/complaint.ts'
import type { ListingPicture, ReadComplaint } from '../../lib/complaints/complaint-reader.ts'
import { reasonOf } from '../../lib/complaints/portal-rules.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { newId } from '../../lib/core/ids.ts'
import type { DocumentRef } from '../../lib/rights/right-document.ts'
import { exactTime } from '../queue/row-facts.ts'
import { LeaveGuard } from '../rights/leave-guard.tsx'
import { Button } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { comparisonWords as words } from './comparison-words.ts'
import { listingTitle } from './complaint-names.ts'
import { DifferencesPart, differenceId } from './differences-part.tsx'
import { FilePart } from './file-part.tsx'
import { MarkedPicture } from './marked-picture.tsx'
import type { Known } from './read-known.ts'
import type { ComplaintServices } from './services.ts'
import { StoredPicture } from './stored-picture.tsx'
import { usePictureUrl } from './use-picture-url.ts'
import { words as common } from './words.ts'

interface ComparisonEditorProps {
  services: ComplaintServices
  known: Known
  read: ReadComplaint
  /** Null: a new one. */
  stored: Comparison | null
  firstComId: string | null
}

const noPictures: ListingPicture[] = []

export function ComparisonEditor({ services, known, read, stored, firstComId }: ComparisonEditorProps) {
  const { complaint, lines } = read
  const right = known.rightOf.get(complaint.rightId)
  const isDesign = reasonOf(known.rules, complaint.reasonId)?.demands.includes('design-comparison') ?? false
  const toast = useToast()
  const [comId, setComId] = useState(stored?.comId ?? firstComId ?? lines[0]?.line.comId ?? '')
  const [genuine, setGenuine] = useState<DocumentRef | null>(stored?.genuine ?? null)
  const [listingSha256, setListing] = useState(stored?.listingSha256 ?? '')
  const [view, setView] = useState(stored?.view ?? '')
  const [differences, setDifferences] = useState<Comparison['differences']>(stored?.differences ?? [])
  const pictures = useLiveQuery(() => services.reader.pictures(comId), [services, comId])
  const listing = (pictures ?? noPictures).find(({ sha256 }) => sha256 === listingSha256) ?? null
  const listingUrl = usePictureUrl(services.readBytes, listing)
  const facts = lines.find(({ line }) => line.comId === comId)?.facts

  const references = (right?.references ?? []).filter(({ mediaType }) => mediaType !== 'application/pdf')
  const drawn = JSON.stringify([comId, genuine?.sha256, listingSha256, view, differences])
  const [kept, setKept] = useState(drawn)
  const isOwnFile = genuine !== null && references.every(({ sha256 }) => sha256 !== genuine.sha256)
  const offered = isOwnFile ? [...references, genuine] : references
  const change = (at: number, part: Partial<Comparison['differences'][number]>) =>
    setDifferences((before) => before.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const add = (x: number, y: number) => {
    // Drawn at once: what is typed next goes into its field.
    flushSync(() => setDifferences((before) => [...before, { x, y, text: '' }]))
    document.getElementById(differenceId(differences.length))?.focus()
  }
  const removeAt = (at: number) => setDifferences((before) => before.filter((_, index) => index !== at))

  /** Returns whether it is stored. */
  const save = async (): Promise<boolean> => {
    if (!genuine || !listing) {
      toast.show({ text: words.needsPictures, tone: 'danger' })
      return false
    }
    const comparison: Comparison = {
      comparisonId: stored?.comparisonId ?? newId(services.clock().wallMs),
      ...{ comId, genuine, listingSha256, view: view.trim(), differences },
    }
    try {
      const current = await services.repo.complaint(complaint.complaintId)
      const others = current?.answers.comparisons ?? []
      const isKnown = others.some((one) => one.comparisonId === comparison.comparisonId)
      const comparisons = isKnown
        ? others.map((one) => (one.comparisonId === comparison.comparisonId ? comparison : one))
        : [...others, comparison]
      const outcome = await changeComplaint(services, complaint.complaintId, { answers: { comparisons } })
      if (outcome.ok) {
        // Drawn at once: whoever leaves next is not asked.
        flushSync(() => setKept(drawn))
        return true
      }
      toast.show({ text: outcome.error.message, tone: 'danger' })
    } catch (error) {
      toast.show({ text: failureFrom(error, 'storing the comparison').message, tone: 'danger' })
    }
    return false
  }
  const saveAndLeave = async () => {
    if (await save()) location.hash = `#/complaints/${complaint.complaintId}`
  }
  const saveAs = async (kind: 'png' | 'pdf') => {
    if (!genuine || !listing || !facts) return
    try {
      const name = words.fileName(comId, kind)
      await services.exportComparison(name, kind, {
        comId,
        genuine,
        listing,
        differences,
        ...comparisonFacts(
          { genuine, view },
          { facts, picture: listing, isDesign, offsetMinutes: services.clock().offsetMinutes },
        ),
      })
      toast.show({ text: words.exported(name) })
    } catch (error) {
      toast.show({ text: failureFrom(error, 'drawing the comparison').message, tone: 'danger' })
    }
  }
  const isWhole = genuine !== null && listing !== null
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3">
          <SelectField
            label={isDesign ? words.design : words.genuineFrom}
            value={genuine?.sha256 ?? ''}
            choices={[
              { value: '', label: words.chooseGenuine },
              ...offered.map((file) => ({
                value: file.sha256,
                label: references.includes(file) ? words.fromRight(file.name) : words.fromFile(file.name),
              })),
            ]}
            onChange={(event) =>
              setGenuine(offered.find(({ sha256 }) => sha256 === event.target.value) ?? null)
            }
          />
          <FilePart
            label={words.addFile}
            isSingle
            isPicture
            files={[]}
            services={services}
            onChange={([file]) => file && setGenuine(file)}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <SelectField
            label={words.item}
            value={comId}
            choices={lines.map(({ facts: one }) => ({ value: one.comId, label: listingTitle(one) }))}
            onChange={(event) => {
              setComId(event.target.value)
              setListing('')
            }}
          />
          <SelectField
            label={words.listingFrom}
            value={listing?.sha256 ?? ''}
            choices={[
              { value: '', label: words.chooseListing },
              ...(pictures ?? noPictures).map(({ sha256, name, takenAtMs }) => ({
                value: sha256,
                label: words.captured(name, exactTime(takenAtMs)),
              })),
            ]}
            hint={pictures?.length === 0 ? words.noPictures : undefined}
            onChange={(event) => setListing(event.target.value)}
          />
        </div>
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {/* Both stay beside the place where a long picture of the listing is looked at; in one column they are around it. */}
        <div className="contents sm:sticky sm:top-4 sm:-m-1 sm:flex sm:max-h-[calc(100dvh-2rem)] sm:min-w-0 sm:flex-col sm:gap-4 sm:overflow-y-auto sm:p-1">
          <figure className="order-1 m-0 flex min-w-0 flex-col gap-1">
            <figcaption className="font-semibold">{isDesign ? words.design : words.genuine}</figcaption>
            {genuine && (
              <StoredPicture
                read={services.readBytes}
                picture={genuine}
                alt={genuine.name}
                className="h-auto max-h-[75dvh] w-full rounded border border-line bg-raised object-contain sm:max-h-[45dvh]"
              />
            )}
          </figure>
          <DifferencesPart
            differences={differences}
            canAdd={listing !== null}
            onAdd={() => add(0.5, 0.5)}
            onChange={change}
            onRemove={removeAt}
          >
            {isDesign && (
              <TextField
                label={words.view}
                hint={words.viewHint}
                value={view}
                maxLength={60}
                className="max-w-sm"
                onChange={(event) => setView(event.target.value)}
              />
            )}
          </DifferencesPart>
        </div>
        <figure className="order-2 m-0 flex min-w-0 flex-col gap-1">
          <figcaption className="font-semibold">{words.listing}</figcaption>
          {listing && listingUrl !== null && listingUrl !== 'gone' && (
            <>
              <MarkedPicture
                url={listingUrl}
                alt={listing.name}
                differences={differences}
                onAdd={add}
                onMove={(at, x, y) => change(at, { x, y })}
                onRemove={removeAt}
              />
              <p className="text-xs text-ink-soft">{words.pictureHint}</p>
            </>
          )}
        </figure>
      </div>
      {!isWhole && <Notice tone="plain">{words.needsPictures}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" size="large" disabled={!isWhole} onClick={() => void saveAndLeave()}>
          <Save size={16} aria-hidden />
          {words.save}
        </Button>
        <Button size="large" disabled={!isWhole} onClick={() => void saveAs('png')}>
          <Download size={16} aria-hidden />
          {words.exportPng}
        </Button>
        <Button size="large" disabled={!isWhole} onClick={() => void saveAs('pdf')}>
          <FileText size={16} aria-hidden />
          {words.exportPdf}
        </Button>
      </div>
      <LeaveGuard isDirty={drawn !== kept} save={save} discard={() => setKept(drawn)} />
      <ToastRegion toast={toast} dismissLabel={common.dismiss} />
    </>
  )
}
