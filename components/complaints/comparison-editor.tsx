import { useLiveQuery } from 'dexie-react-hooks'
import { Download, FileText, Plus, Save, Trash2 } from 'lucide-react'
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
import { Button, IconButton } from '../ui/button.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { comparisonWords as words } from './comparison-words.ts'
import { listingTitle } from './complaint-names.ts'
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
    document.getElementById(`difference-${differences.length}`)?.focus()
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
        {/* It stays beside the place where a long picture of the listing is looked at. */}
        <figure className="m-0 flex min-w-0 flex-col gap-1 sm:sticky sm:top-4">
          <figcaption className="font-semibold">{isDesign ? words.design : words.genuine}</figcaption>
          {genuine && (
            <StoredPicture
              read={services.readBytes}
              picture={genuine}
              alt={genuine.name}
              className="h-auto max-h-[75dvh] w-full rounded border border-line bg-raised object-contain"
            />
          )}
        </figure>
        <figure className="m-0 flex min-w-0 flex-col gap-1">
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
      <section
        aria-label={words.differences}
        className="flex flex-col gap-2 rounded-xl border border-line bg-raised p-4"
      >
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="text-base font-semibold">{words.differences}</h2>
          <Button size="small" disabled={!listing} onClick={() => add(0.5, 0.5)}>
            <Plus size={14} aria-hidden />
            {words.addDifference}
          </Button>
        </div>
        {differences.length === 0 && <p className="text-ink-soft">{words.none}</p>}
        <ol className="flex flex-col gap-2">
          {differences.map(({ text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the number is the place in the list
            <li key={at} className="flex items-center gap-2">
              <span
                aria-hidden
                className="flex size-6 shrink-0 items-center justify-center rounded-full bg-[#b3261e] text-xs font-bold text-[#fff]"
              >
                {at + 1}
              </span>
              <input
                id={`difference-${at}`}
                aria-label={words.difference(at + 1)}
                value={text}
                maxLength={500}
                dir="auto"
                onChange={(event) => change(at, { text: event.target.value })}
                className="h-9 min-w-0 flex-1 rounded-md border border-line-strong bg-surface px-2.5"
              />
              <IconButton
                label={words.remove(at + 1)}
                icon={<Trash2 size={15} aria-hidden />}
                onClick={() => removeAt(at)}
              />
            </li>
          ))}
        </ol>
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
      </section>
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
