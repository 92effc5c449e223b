import type { Clock } from '../../core/clock.ts'
import { parseHostileJson } from '../../core/hostile-json.ts'
import type { Result } from '../../core/result.ts'
import type { Capture, CaptureJob } from '../capture.ts'
import { type PageCopier, refuseOtherPage, type StatesCopy, type StateText } from '../snapshot/page-copy.ts'
import { redactState, secretsOfState } from '../snapshot/redact-state.ts'
import { createRedactor } from '../snapshot/redact-text.ts'
import { statedTexts } from '../stated-texts.ts'
import type { PartGatherer } from './part-gatherer.ts'

/** Name of the answer of the page's own data call among its states. */
const dataCallName = 'data call'

/**
 * Keeps what the page carries in its own text and what its data call answered, each source by its name, redacted.
 * It is what the observations were read from, so that others can read it again.
 */
export const gatherPageState =
  ({ copier, clock }: { copier: PageCopier; clock: Clock }): PartGatherer =>
  async ({ capture, job, have, keep }) => {
    if (have.length > 0) return { state: 'done', problems: [] }
    const copy = await copier.copyStates()
    if (!copy.ok) return { state: 'failed', failure: copy.error, final: copy.error.code === 'page-gone' }
    const refusal = refuseOtherPage(copy.value.standing, capture, job)
    if (refusal) return { state: 'failed', failure: refusal, final: true }
    const answer = capture.sighting.site === 'ru' ? null : await copier.askDataCall()
    const takenAtMs = clock().wallMs
    const { text, redacted } = buildPageState(capture, job, copy.value, answer, takenAtMs)
    await keep({
      kind: 'page-state',
      name: 'page-state.json',
      mediaType: 'application/json',
      bytes: new TextEncoder().encode(text),
      obtainedBy: 'script text of the page, and __INIT_DATA_CALLBACK__',
      subject: null,
      takenAtMs,
      pageUrl: copy.value.standing.url,
      sourceUrl: null,
      cut: null,
      redacted,
    })
    return { state: 'done', problems: [] }
  }

/** The file's text, and what was taken out of it. */
function buildPageState(
  capture: Capture,
  job: CaptureJob,
  { standing, states, secrets }: StatesCopy,
  answer: string | null,
  takenAtMs: number,
): { text: string; redacted: string[] } {
  const texts: StateText[] = [...states]
  if (answer !== null) texts.push({ name: dataCallName, json: answer, reason: null })
  const read = texts.map((state) => ({ ...state, parsed: parsed(state) }))
  const redactor = createRedactor({
    secrets: [...secrets, ...read.flatMap(({ parsed }) => (parsed.ok ? secretsOfState(parsed.value) : []))],
    facts: [capture.comId, ...statedTexts(capture.listing), ...statedTexts(job.pageData)],
  })
  const sources = read.map(({ name, parsed }) =>
    parsed.ok
      ? { name, value: redactState(parsed.value, redactor) }
      : { name, unreadable: redactor.text(parsed.error.message) },
  )
  const pageUrl = redactor.text(standing.url)
  const redacted = redactor.redacted()
  const { captureId, comId } = capture
  const file = {
    format: 'docket-page-state',
    formatVersion: 1,
    captureId,
    comId,
    pageUrl,
    takenAtMs,
    isSignedIn: standing.isSignedIn,
    redacted,
    sources,
  }
  return { text: `${JSON.stringify(file, null, 1)}\n`, redacted }
}

const parsed = ({ json, reason }: StateText): Result<unknown> =>
  json === null
    ? { ok: false, error: { code: 'unreadable', message: reason ?? 'It cannot be read.' } }
    : parseHostileJson(json)
