import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import { isOpenPart, partsOf } from './capture-part.ts'
import { type Gathering, type GatherProgress, progressOf } from './gather-parts.ts'

/**
 * Ends the gathering of a capture before it begins: every part that is due fails for this reason, and may be tried
 * again at the person's wish. What was gathered before stays. Fails with `unknown-capture`.
 */
export async function refuseParts(
  { repo, clock, onProgress }: Pick<Gathering, 'repo' | 'clock' | 'onProgress'>,
  captureId: string,
  failure: Failure,
): Promise<Result<GatherProgress>> {
  const [job] = await repo.jobs([captureId])
  if (!job) return fail('unknown-capture', 'This listing was not saved, so nothing can be added to it.')
  const parts = Object.fromEntries(
    partsOf(job.parts)
      .filter(([, part]) => isOpenPart(part))
      .map(([kind, part]) => [kind, { ...part, state: 'failed' as const, failure }]),
  )
  await repo.saveParts(captureId, parts, clock().wallMs)
  const progress = progressOf({ ...job, parts: { ...job.parts, ...parts } }, null)
  onProgress(progress)
  return ok(progress)
}
