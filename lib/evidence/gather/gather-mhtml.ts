import type { Clock } from '../../core/clock.ts'
import type { Failure } from '../../core/result.ts'
import { type PageCopier, type PageStanding, refuseOtherPage } from '../snapshot/page-copy.ts'
import type { PartContext, PartGatherer, PartOutcome } from './part-gatherer.ts'

/** Port to the browser's own way of saving a whole page. */
export interface MhtmlSaver {
  /** False in browsers that have no such way. */
  isPossible(): boolean
  isAllowed(): Promise<boolean>
  /** @throws where the tab is gone, shows something that the browser does not hand out, or `signal` ends it */
  save(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>>
}

/** Pages have up to 15 MB with their pictures. */
const maxBytes = 40_000_000

/**
 * Keeps the page as the browser itself saves it, where the person allowed that. Nothing can be taken out of such a
 * file, so there is none of a page on which somebody is signed in: before and after, no sign of that may be seen.
 */
export const gatherMhtml =
  ({ copier, saver, clock }: { copier: PageCopier; saver: MhtmlSaver; clock: Clock }): PartGatherer =>
  async (context) => {
    if (context.have.length > 0) return { state: 'done', problems: [] }
    if (!saver.isPossible()) return { state: 'not-wanted', reason: notInThisBrowser }
    if (!(await saver.isAllowed())) return { state: 'not-wanted', reason: notAllowed }
    const before = await standingOf(copier, context)
    if ('state' in before) return before
    const isClear = await copier.setOwnTreesAside()
    if (!isClear.ok) return { state: 'failed', failure: isClear.error, final: false }
    if (!isClear.value) return { state: 'failed', failure: dialogOpen, final: false }
    const bytes = await saver.save(context.signal).finally(() => copier.putOwnTreesBack())
    const after = await standingOf(copier, context)
    if ('state' in after) return after
    if (holdsControls(bytes)) return { state: 'failed', failure: controlsInFile, final: false }
    if (bytes.byteLength > maxBytes) return { state: 'failed', failure: tooLarge, final: true }
    await context.keep({
      kind: 'mhtml',
      name: 'page.mhtml',
      mediaType: 'multipart/related',
      bytes,
      obtainedBy: 'pageCapture.saveAsMHTML',
      subject: null,
      takenAtMs: clock().wallMs,
      pageUrl: after.url,
      sourceUrl: null,
      cut: null,
      redacted: [],
    })
    return { state: 'done', problems: [] }
  }

/** What the page is now, or how the try ends because of that. */
async function standingOf(
  copier: PageCopier,
  { capture, job }: PartContext,
): Promise<PageStanding | PartOutcome> {
  const standing = await copier.readStanding()
  if (!standing.ok) {
    return { state: 'failed', failure: standing.error, final: standing.error.code === 'page-gone' }
  }
  const refusal = refuseOtherPage(standing.value, capture, job)
  if (refusal) return { state: 'failed', failure: refusal, final: true }
  return standing.value.isSignedIn ? { state: 'not-wanted', reason: signedIn } : standing.value
}

/**
 * True where Docket's own buttons got into the file: browsers write out closed trees too. Lines of such a file are
 * broken by "=" at their end.
 */
const holdsControls = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/=\r?\n/g, '')
    .includes('data-do=3D"')

const dialogOpen: Failure = {
  code: 'dialog-open',
  message: 'A dialog of Docket lay over the page, so it was not saved as MHTML. Close it and try again.',
}

const controlsInFile: Failure = {
  code: 'controls-in-file',
  message: 'Docket’s own buttons got into the MHTML file, so it was not kept. Try again.',
}

const notInThisBrowser: Failure = {
  code: 'not-in-this-browser',
  message: 'This browser cannot save whole pages as MHTML.',
}

const notAllowed: Failure = {
  code: 'no-permission',
  message: 'Docket may not save whole pages as MHTML. You can allow it on the welcome page.',
}

const signedIn: Failure = {
  code: 'signed-in',
  message:
    'Somebody is signed in on the page, and nothing can be taken out of an MHTML file, so none was kept.',
}

const tooLarge: Failure = {
  code: 'too-large',
  message: `The page is larger than ${maxBytes / 1_000_000} MB as MHTML.`,
}
