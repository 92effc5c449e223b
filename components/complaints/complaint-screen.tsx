import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowLeft, PanelRight } from 'lucide-react'
import { useCallback, useEffect, useEffectEvent, useMemo } from 'react'
import { changeComplaint, settleComplaint } from '../../lib/complaints/change-complaint.ts'
import { checkComplaint, isReady } from '../../lib/complaints/check-complaint.ts'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import type { ReadComplaint } from '../../lib/complaints/complaint-reader.ts'
import type { Field } from '../../lib/complaints/open-point.ts'
import {
  type ComplaintType,
  complaintTypes,
  linksPerComplaint,
  portalOf,
  reasonOf,
} from '../../lib/complaints/portal-rules.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { ok } from '../../lib/core/result.ts'
import { rightHash } from '../rights/rights-view.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { AnswersPart } from './answers-part.tsx'
import { complaintName, reasonChoices } from './complaint-names.ts'
import { DraftPart, goToField } from './draft-frame.tsx'
import { draftWords as words } from './draft-words.ts'
import { ExplanationPart } from './explanation-part.tsx'
import { FilePart } from './file-part.tsx'
import { LinesPanel } from './lines-panel.tsx'
import { MakePack } from './make-pack.tsx'
import { PointsPanel, StandingMark } from './points-panel.tsx'
import { type Known, readKnown } from './read-known.ts'
import type { ComplaintServices } from './services.ts'
import { useAnswers } from './use-answers.ts'
import { useArranging } from './use-arranging.ts'
import { useUndo } from './use-undo.ts'
import { WordPart } from './word-part.tsx'
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
        <Draft
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

interface DraftProps {
  services: ComplaintServices
  known: Known
  read: ReadComplaint
  stored: Array<{ complaint: Complaint; lines: number }>
  firstField: Field | null
}

function Draft({ services, known, read, stored, firstField }: DraftProps) {
  const { complaint, lines } = read
  const { complaintId, portalId, reasonId } = complaint
  const toast = useToast()
  const { attempt, undo } = useUndo(toast.show, services.queueChanged)
  const onFailure = useCallback((text: string) => toast.show({ text, tone: 'danger' }), [toast.show])
  const { answers, change, flush, forget, isSaved } = useAnswers(services, complaint, onFailure)
  const portal = portalOf(known.rules, portalId)
  const reason = reasonOf(known.rules, reasonId)
  const right = known.rightOf.get(complaint.rightId) ?? null
  const holder = (right && known.holderOf.get(right.holderId)) ?? null
  const points = useMemo(
    () =>
      checkComplaint({
        complaint: { ...complaint, answers },
        right,
        holder,
        listings: lines.map(({ facts }) => facts),
        rules: known.rules,
        today: known.today,
        nowMs: known.nowMs,
      }),
    [complaint, answers, right, holder, lines, known],
  )
  const isFixed = complaint.state === 'filed'
  useEffect(() => {
    if (isSaved && !isFixed) void settleComplaint(services, complaint, points)
  }, [isSaved, isFixed, services, complaint, points])

  const beforeArranging = useCallback(async () => {
    await flush()
    forget()
  }, [flush, forget])
  const arranging = useArranging(services, complaintId, attempt, beforeArranging)
  const onUndoKey = useEffectEvent((event: KeyboardEvent) => {
    const isTyping =
      event.target instanceof Element &&
      event.target.matches('textarea, select, input:not([type=checkbox], [type=radio])')
    if (isTyping || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
    event.preventDefault()
    void undo()
  })
  useEffect(() => {
    addEventListener('keydown', onUndoKey)
    return () => removeEventListener('keydown', onUndoKey)
  }, [])

  const changeKey = (key: { portalId?: string; reasonId?: string; complaintType?: ComplaintType }) =>
    void attempt('changing the complaint', async () => {
      await flush()
      const former = {
        portalId,
        reasonId,
        complaintType: complaint.complaintType,
      }
      const outcome = await changeComplaint(services, complaintId, key)
      if (!outcome.ok) return outcome
      return ok({ text: words.saved, takeBack: () => changeComplaint(services, complaintId, former) })
    })
  const isSame = (other: Complaint) =>
    other.complaintId !== complaintId &&
    other.state !== 'filed' &&
    other.portalId === portalId &&
    other.platformId === complaint.platformId &&
    other.rightId === complaint.rightId &&
    other.reasonId === reasonId &&
    other.complaintType === complaint.complaintType
  const others = stored.filter((one) => isSame(one.complaint))
  const otherChoices = others.map((one, at) => ({
    value: one.complaint.complaintId,
    label: words.otherDraft(one.lines, at + 1),
  }))
  const idsOf = (comIds: readonly string[], onlyLater: boolean) =>
    lines
      .filter(
        ({ line }, at) =>
          comIds.includes(line.comId) &&
          (!onlyLater || lines.findIndex((one) => one.line.comId === line.comId) < at),
      )
      .map(({ line }) => line.lineId)
  const limit = portal ? linksPerComplaint(portal, reason) : lines.length
  const goTo = (field: Field) => {
    if (goToField(field)) return
    location.hash = rightHash(complaint.rightId, field)
  }
  const openDesk = async () => {
    try {
      await services.openDesk(complaintId)
    } catch (error) {
      onFailure(failureFrom(error, 'opening the filing desk').message)
    }
  }
  const goToFirst = useEffectEvent(() => {
    if (!firstField) return
    // Coming back leads to the page as it is, not away again.
    history.replaceState(null, '', `#/complaints/${complaintId}`)
    goTo(firstField)
  })
  useEffect(() => goToFirst(), [])
  const editable = { answers, services, onChange: change }
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1 className="min-w-0 text-xl font-semibold break-words" dir="auto">
          {complaintName(known, complaint)}
        </h1>
        {!isFixed && <StandingMark isReady={isReady(points)} />}
        <p className="text-ink-soft tabular-nums">{common.listings(lines.length)}</p>
        <MakePack complaint={complaint} isReady={isFixed || isReady(points)} />
        <Button onClick={() => void openDesk()}>
          <PanelRight size={15} aria-hidden />
          {words.openDesk}
        </Button>
        <p role="status" className="ml-auto text-xs text-ink-soft">
          {isSaved ? words.saved : words.notSaved}
        </p>
      </header>
      {isFixed && (
        <Notice tone="plain">{words.isFiled(complaint.caseNumber ?? '', complaint.filedOn ?? '')}</Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        {!isFixed && (
          <aside
            aria-label={words.points}
            className="flex min-w-0 flex-col gap-2 lg:sticky lg:top-4 lg:order-2 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
          >
            <h2 className="text-base font-semibold">{words.points}</h2>
            <PointsPanel
              points={points}
              parts={Math.ceil(lines.length / limit)}
              commands={{
                goTo,
                takeOut: (comIds, onlyLater) => void arranging.release(idsOf(comIds, onlyLater)),
                open: (comId) => {
                  const found = lines.find(({ facts }) => facts.comId === comId)
                  if (found) services.openUrl(found.facts.url)
                },
                split: () =>
                  void arranging.cutAt(
                    limit,
                    lines.map(({ line }) => line.lineId),
                  ),
              }}
            />
          </aside>
        )}
        <fieldset disabled={isFixed} className="flex min-w-0 flex-col gap-4">
          <legend className="sr-only">{complaintName(known, complaint)}</legend>
          <DraftPart title={words.parts.frame} fields={['right']}>
            <div className="grid gap-3 sm:grid-cols-2">
              <div data-field="portal">
                <SelectField
                  label={words.portal}
                  value={portalId}
                  choices={known.rules.portals.map(({ portalId: value, name }) => ({ value, label: name }))}
                  hint={portal ? common.limit(limit) : undefined}
                  onChange={(event) => changeKey({ portalId: event.target.value })}
                />
              </div>
              <div data-field="complaint-type">
                <SelectField
                  label={words.type}
                  value={complaint.complaintType}
                  choices={complaintTypes.map((value) => ({ value, label: common.complaintType[value] }))}
                  onChange={(event) => changeKey({ complaintType: event.target.value as ComplaintType })}
                />
              </div>
              <div data-field="reason" className="sm:col-span-2">
                <SelectField
                  label={words.reason}
                  value={reason ? reasonId : ''}
                  choices={reasonChoices(right ?? undefined, known.rules)}
                  hint={reason?.when}
                  onChange={(event) => event.target.value && changeKey({ reasonId: event.target.value })}
                />
              </div>
              {others.length > 0 && (
                <SelectField
                  label={words.join}
                  value=""
                  choices={[{ value: '', label: '—' }, ...otherChoices]}
                  onChange={(event) => {
                    const joined = others.filter((one) => one.complaint.complaintId === event.target.value)
                    if (joined.length > 0) void arranging.join(joined.map((one) => one.complaint))
                  }}
                />
              )}
            </div>
          </DraftPart>
          <DraftPart title={words.parts.lines} fields={['lines']}>
            <LinesPanel
              lines={lines}
              points={points}
              nowMs={known.nowMs}
              others={otherChoices}
              isFixed={isFixed}
              commands={{
                release: (ids) => void arranging.release(ids),
                split: (ids) => void arranging.split(ids),
                moveTo: (to, ids) => void arranging.moveTo(to, ids),
                order: (ids) => void arranging.order(ids),
                open: services.openUrl,
              }}
            />
          </DraftPart>
          {reason && (
            <DraftPart title={words.parts.answers}>
              <AnswersPart
                complaintId={complaintId}
                reason={reason}
                right={right}
                lines={lines}
                {...editable}
              />
            </DraftPart>
          )}
          <DraftPart title={words.parts.text}>
            <ExplanationPart
              reasonId={reasonId}
              right={right}
              holder={holder}
              portal={portal}
              count={lines.length}
              attempt={attempt}
              {...editable}
            />
          </DraftPart>
          <DraftPart title={words.attachments} fields={['attachments']}>
            <FilePart
              label={words.addFile}
              hint={
                portal
                  ? words.attachmentsHint(
                      portal.attachments.maxCount.value,
                      portal.attachments.maxBytes.value / 1_000_000,
                    )
                  : ''
              }
              files={answers.attachments}
              services={services}
              onChange={(attachments) => change({ attachments })}
            />
          </DraftPart>
          <DraftPart title={words.declaration}>
            <WordPart right={right} holder={holder} today={known.today} {...editable} />
          </DraftPart>
        </fieldset>
      </div>
      <ToastRegion toast={toast} dismissLabel={common.dismiss} />
    </>
  )
}
