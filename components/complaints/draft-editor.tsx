import { useCallback, useEffect, useEffectEvent, useMemo } from 'react'
import { canShareLines } from '../../lib/complaints/arrange-lines.ts'
import { changeComplaint, settleComplaint } from '../../lib/complaints/change-complaint.ts'
import { checkComplaint, isReady } from '../../lib/complaints/check-complaint.ts'
import type { Complaint } from '../../lib/complaints/complaint.ts'
import type { ReadComplaint } from '../../lib/complaints/complaint-reader.ts'
import type { Field } from '../../lib/complaints/open-point.ts'
import { linksPerComplaint, portalOf, reasonOf } from '../../lib/complaints/portal-rules.ts'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { ok } from '../../lib/core/result.ts'
import { exactTime } from '../queue/row-facts.ts'
import { rightHash } from '../rights/rights-view.ts'
import { Notice } from '../ui/notice.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { AnswersPart } from './answers-part.tsx'
import { complaintName } from './complaint-names.ts'
import { DraftPart, goToField } from './draft-frame.tsx'
import { DraftHeader } from './draft-header.tsx'
import { draftWords as words } from './draft-words.ts'
import { ExplanationPart } from './explanation-part.tsx'
import { FilePart } from './file-part.tsx'
import { type FrameKey, FramePart } from './frame-part.tsx'
import { LinesPanel } from './lines-panel.tsx'
import { PointsPanel } from './points-panel.tsx'
import type { Known } from './read-known.ts'
import type { ComplaintServices } from './services.ts'
import { useAnswers } from './use-answers.ts'
import { useArranging } from './use-arranging.ts'
import { useUndo } from './use-undo.ts'
import { useUndoKey } from './use-undo-key.ts'
import { WordPart } from './word-part.tsx'
import { words as common } from './words.ts'

interface DraftEditorProps {
  services: ComplaintServices
  known: Known
  read: ReadComplaint
  stored: Array<{ complaint: Complaint; lines: number }>
  firstField: Field | null
}

/** One complaint, open to be changed; one that is filed only to be read. */
export function DraftEditor({ services, known, read, stored, firstField }: DraftEditorProps) {
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
        rights: known.rights,
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
  useUndoKey(() => void undo())

  const changeKey = (key: FrameKey) =>
    void attempt('changing the complaint', async () => {
      await flush()
      const former = { portalId, reasonId, complaintType: complaint.complaintType }
      const outcome = await changeComplaint(services, complaintId, key)
      if (!outcome.ok) return outcome
      return ok({ text: words.saved, takeBack: () => changeComplaint(services, complaintId, former) })
    })
  // One that stands alone takes no others.
  const others = reason?.isSingle ? [] : stored.filter((one) => canShareLines(complaint, one.complaint))
  const otherChoices = others.map((one, at) => ({
    value: one.complaint.complaintId,
    label: words.otherDraft(one.lines, at + 1, exactTime(one.complaint.createdAtMs)),
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
      <DraftHeader
        name={complaintName(known, complaint)}
        complaint={complaint}
        lines={lines.length}
        isReady={isReady(points)}
        isSaved={isSaved}
        openDesk={() => void openDesk()}
      />
      {isFixed && (
        <Notice tone="plain">{words.isFiled(complaint.caseNumber ?? '', complaint.filedOn ?? '')}</Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        {!isFixed && (
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
        )}
        <fieldset disabled={isFixed} className="flex min-w-0 flex-col gap-4">
          <legend className="sr-only">{complaintName(known, complaint)}</legend>
          <DraftPart title={words.parts.frame} fields={['right']}>
            <FramePart
              complaint={complaint}
              right={right}
              rules={known.rules}
              others={otherChoices}
              onChange={changeKey}
              onJoin={(otherId) => {
                const joined = others.filter((one) => one.complaint.complaintId === otherId)
                void arranging.join(joined.map((one) => one.complaint)).then(() => goToField('lines'))
              }}
            />
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
