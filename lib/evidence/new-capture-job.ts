import { compareWitnesses } from '../extract/compare-witnesses.ts'
import type { Capture, CaptureJob } from './capture.ts'
import { allPartsDue, gatheringOf } from './gather/capture-part.ts'

/**
 * The job of a new capture. Only what is to go into a complaint needs pictures and files (`wantsEvidence`);
 * only pages that state a whole listing have more to gather than the screenshot, and not those that are only looked at
 * again (`wantsFiles` false).
 */
export function newCaptureJob(
  { captureId, comId, listing, witnesses }: Capture,
  {
    documentKey,
    wantsEvidence,
    wantsFiles = wantsEvidence,
    nowMs,
  }: { documentKey: string; wantsEvidence: boolean; wantsFiles?: boolean; nowMs: number },
): CaptureJob {
  const parts = wantsFiles && listing ? allPartsDue() : {}
  return {
    captureId,
    comId,
    documentKey,
    screenshot: { state: wantsEvidence ? 'pending' : 'not-wanted' },
    pageData: null,
    disagreements: witnesses ? compareWitnesses(witnesses.shown, witnesses.stated, 'page-state') : [],
    parts,
    gathering: gatheringOf(parts),
    serverDates: [],
    imported: false,
    seal: { state: 'due', recordId: null, tries: 0, failure: null },
    changedAtMs: nowMs,
  }
}
