import { type Failure, ok, type Result } from '../../core/result.ts'
import type {
  FullPagePorts,
  MeasuredPage,
  Moved,
  MoveStop,
  PagePlace,
  ShownFloating,
} from './full-page-ports.ts'
import { type Screenshot, takeScreenshot } from './take-screenshot.ts'

/** A picture of the page scrolled to one place. */
export interface PagePicture extends Screenshot {
  place: PagePlace
  /** The page's measures after the picture. */
  after: MeasuredPage
}

/** A `final` failure is not mended by another try at once. */
export type FullPageFailure = Failure & { final: boolean }

/**
 * Scrolls the page to `top` and photographs it under the guards of `takeScreenshot`. The page must stand after
 * the picture as it was put before it, or the picture is taken again.
 */
export async function takePagePicture(
  { mover, screenshot: ports }: FullPagePorts,
  view: { top: number; show: ShownFloating },
  signal: AbortSignal,
): Promise<Result<PagePicture, FullPageFailure>> {
  const seen: { place?: PagePlace; after?: MeasuredPage; complaint?: FullPageFailure | undefined } = {}
  const taken = await takeScreenshot({
    ...ports,
    async checkPage(phase) {
      if (phase === 'after') {
        const stood = await mover.check()
        if (stood?.stop === null) seen.after = stood.value
        else seen.complaint = stopFailure(stood, signal)
        return ports.checkPage('after')
      }
      seen.complaint = undefined
      const moved = signal.aborted ? null : await mover.goTo(view)
      if (moved?.stop === null) {
        seen.place = moved.value
        return ports.checkPage('before')
      }
      seen.complaint = stopFailure(moved, signal)
      return null
    },
    watch() {
      const watch = ports.watch()
      return { happened: () => watch.happened() ?? seen.complaint?.message ?? null, stop: watch.stop }
    },
  })
  const { place, after, complaint } = seen
  if (taken.ok && place && after) return ok({ ...taken.value, place, after })
  if (complaint) return failed(complaint)
  const { code, message } = taken.ok ? stopFailures.moved : taken.error
  return failed({ code, message, final: finalCodes.has(code) })
}

/** Failures of `takeScreenshot` that another try at once cannot mend. */
const finalCodes = new Set(['no-permission', 'tab-closed', 'page-gone', 'page-not-evidence'])

export const failed = (error: FullPageFailure): Result<never, FullPageFailure> => ({ ok: false, error })

/** Why the page is not moved any further; `moved` is null where nobody answers. */
export function stopFailure(moved: Moved<unknown> | null, signal: AbortSignal): FullPageFailure {
  if (signal.aborted) return { code: 'stopped', message: 'It was stopped before it was whole.', final: false }
  const stop = moved?.stop
  return stop ? stopFailures[stop] : pageGone
}

const pageGone: FullPageFailure = {
  code: 'page-gone',
  message: 'The page was left or reloaded before its full-page picture was whole.',
  final: true,
}

const stopFailures: Record<MoveStop, FullPageFailure> = {
  person: {
    code: 'person-scrolled',
    message:
      'You scrolled, so the page was left to you and its full-page picture given up. Choose “Complete evidence” to take it.',
    final: true,
  },
  hidden: {
    code: 'tab-switched',
    message:
      'The page went out of view before its full-page picture was whole. Stay on the page and complete the evidence again.',
    final: false,
  },
  moved: {
    code: 'page-moved',
    message:
      'The page changed while it was photographed, so its pictures do not fit together. Let it come to rest and complete the evidence again.',
    final: false,
  },
  zoomed: {
    code: 'page-magnified',
    message:
      'The page is magnified by a gesture, so the window shows only a part of it. Undo that and complete the evidence again.',
    final: true,
  },
  lapsed: {
    code: 'interrupted',
    message: 'The full-page picture was interrupted. Complete the evidence again.',
    final: false,
  },
}
