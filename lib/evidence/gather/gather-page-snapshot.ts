import type { Clock } from '../../core/clock.ts'
import { parseHostileJson } from '../../core/hostile-json.ts'
import { fillSnapshot } from '../snapshot/fill-snapshot.ts'
import { type PageCopier, refuseOtherPage } from '../snapshot/page-copy.ts'
import { secretsOfState } from '../snapshot/redact-state.ts'
import { createRedactor, type Redactor } from '../snapshot/redact-text.ts'
import { type DraftPiece, snapshotLimits } from '../snapshot/snapshot-draft.ts'
import { statedTexts } from '../stated-texts.ts'
import type { FetchResource } from './fetch-fence.ts'
import type { PartGatherer } from './part-gatherer.ts'

/** Keeps the page as it is shown, as one HTML file that runs nothing and needs nothing else (fill-snapshot.ts). */
export const gatherPageSnapshot =
  ({
    copier,
    fetchResource,
    clock,
  }: {
    copier: PageCopier
    fetchResource: FetchResource
    clock: Clock
  }): PartGatherer =>
  async ({ capture, job, have, signal, keep, noteServerDate }) => {
    if (have.length > 0) return { state: 'done', problems: [] }
    const answer = capture.sighting.site === 'ru' ? null : await copier.askDataCall()
    const copy = await copier.draftSnapshot()
    if (!copy.ok) return { state: 'failed', failure: copy.error, final: copy.error.code === 'page-gone' }
    const { standing, draft } = copy.value
    const refusal = refuseOtherPage(standing, capture, job)
    if (refusal) return { state: 'failed', failure: refusal, final: true }
    const takenAtMs = clock().wallMs
    // The page's own script did the same before; only the data call's answer is not known there.
    const redactor = createRedactor({
      secrets: secretsOfAnswer(answer),
      facts: [capture.comId, ...statedTexts(capture.listing), ...statedTexts(job.pageData)],
    })
    const pieces = draft.pieces.map((piece) => redactedPiece(piece, redactor))
    const snapshot = await fillSnapshot(
      { ...draft, pieces },
      {
        fetchResource,
        signal: AbortSignal.any([signal, AbortSignal.timeout(snapshotLimits.fetchTimeMs)]),
      },
    )
    await keep({
      kind: 'page-snapshot',
      name: 'page-snapshot.html',
      mediaType: 'text/html',
      bytes: snapshot.bytes,
      obtainedBy: 'rendered document of the page, without scripts',
      subject: null,
      takenAtMs,
      pageUrl: standing.url,
      sourceUrl: null,
      cut: snapshot.cut,
      redacted: [...new Set([...draft.redacted, ...redactor.redacted()])].sort(),
    })
    if (snapshot.serverDate) await noteServerDate(snapshot.serverDate)
    return { state: 'done', problems: snapshot.problems }
  }

function secretsOfAnswer(answer: string | null) {
  const parsed = answer === null ? null : parseHostileJson(answer)
  return parsed?.ok ? secretsOfState(parsed.value) : []
}

function redactedPiece(piece: DraftPiece, redactor: Redactor): DraftPiece {
  if (typeof piece === 'string') return redactor.text(piece)
  return piece.gap === 'style' ? { ...piece, css: redactor.text(piece.css) } : piece
}
