import { useLiveQuery } from 'dexie-react-hooks'
import { Copy, FolderPlus } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import type { Failure } from '../../lib/core/result.ts'
import type { CopyRun } from '../../lib/pack/second-copy/copy-evidence.ts'
import type { CopyBacklog } from '../../lib/pack/second-copy/second-copy.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { secondCopyWords as words } from './second-copy-words.ts'
import { SettingsSection } from './settings-section.tsx'

/** What the section on second copies needs of database and browser. */
export interface SecondCopyServices {
  backlog(): Promise<CopyBacklog>
  /** The place in words; null where none was chosen. */
  place(): Promise<{ kind: 'folder' | 'downloads'; name: string } | null>
  /** Why nothing can be written there just now; null where it can, or where none was chosen. */
  refusal(): Promise<Failure | null>
  /** Whether the browser lets a person pick a folder. */
  canPickFolder: boolean
  /** Name of the folder inside the downloads folder. */
  downloadsFolder: string
  /** Call it first thing in a click. False where the person cancelled. */
  chooseFolder(): Promise<boolean>
  chooseDownloads(): Promise<void>
  /** Asks the browser for access to the picked folder; call it first thing in a click. */
  allow(): Promise<boolean>
  copyNow(): Promise<CopyRun | null>
  /** Takes up what was given up. */
  retryFailed(): Promise<number>
}

type Activity = { step: 'idle' } | { step: 'copying' } | { step: 'stopped'; failure: Failure }

/** Where second copies go, how they stand, and what is to be done. */
export function SecondCopySection({ services }: { services: SecondCopyServices }) {
  const backlog = useLiveQuery(() => services.backlog(), [services])
  const place = useLiveQuery(() => services.place(), [services])
  const [activity, setActivity] = useState<Activity>({ step: 'idle' })

  const copy = useCallback(async () => {
    setActivity({ step: 'copying' })
    try {
      const stopped = (await services.copyNow())?.stopped ?? (await services.refusal())
      setActivity(stopped ? { step: 'stopped', failure: stopped } : { step: 'idle' })
    } catch (error) {
      setActivity({ step: 'stopped', failure: failureFrom(error, 'writing second copies') })
    }
  }, [services])

  /** Does what the person clicked and then copies; what it throws is shown. */
  const act = async (change: () => Promise<boolean>, declined: Failure | null = null) => {
    try {
      if (await change()) await copy()
      else if (declined) setActivity({ step: 'stopped', failure: declined })
    } catch (error) {
      setActivity({ step: 'stopped', failure: failureFrom(error, 'choosing the place of second copies') })
    }
  }

  useEffect(() => void copy(), [copy])

  if (backlog === undefined || place === undefined) return null
  const chooseFolder = services.canPickFolder && (
    <Button
      look={place === null ? 'primary' : 'secondary'}
      onClick={() => void act(() => services.chooseFolder())}
    >
      <FolderPlus size={15} aria-hidden />
      {place?.kind === 'folder' ? words.chooseOther : words.chooseFolder}
    </Button>
  )
  const useDownloads = place?.kind !== 'downloads' && (
    <Button
      look={services.canPickFolder || place !== null ? 'secondary' : 'primary'}
      onClick={() => void act(() => services.chooseDownloads().then(() => true))}
    >
      {words.useDownloads}
    </Button>
  )
  return (
    <SettingsSection title={words.title} icon={<Copy size={18} aria-hidden />} lead={words.lead}>
      <div role="status" className="flex flex-col gap-2">
        {place === null ? (
          <Notice tone="warn">
            <p className="font-semibold">{words.noneTitle}</p>
            <p>{words.none(backlog.captures)}</p>
            {activity.step === 'stopped' && <p className="mt-1">{activity.failure.message}</p>}
          </Notice>
        ) : (
          <Standing
            place={place.name}
            backlog={backlog}
            activity={activity}
            onAllow={() => void act(services.allow, { code: 'declined', message: words.declined })}
            onCopy={() => void copy()}
            onRetry={() => void act(() => services.retryFailed().then(() => true))}
          />
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {chooseFolder}
        {useDownloads}
      </div>
      <p className="text-xs text-ink-soft">
        {place !== null && `${words.otherWarning} `}
        {services.canPickFolder && place?.kind !== 'folder' && `${words.folderHint} `}
        {place?.kind !== 'folder' && words.downloadsHint(services.downloadsFolder)}
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-3">
        <a href="#/restore" className="text-accent underline">
          {words.bringBack}
        </a>
        <a href="#/import" className="text-accent underline">
          {words.importPack}
        </a>
      </p>
    </SettingsSection>
  )
}

interface StandingProps {
  place: string
  backlog: CopyBacklog
  activity: Activity
  onAllow(): void
  onCopy(): void
  onRetry(): void
}

/** How copies stand at a place that was chosen. */
function Standing({ place, backlog, activity, onAllow, onCopy, onRetry }: StandingProps) {
  const open = backlog.captures - backlog.failed
  const stopped = activity.step === 'stopped' ? activity.failure : null
  const waitsForPermission = stopped?.code === 'copy-waits-for-permission' || stopped?.code === 'declined'
  const isDone = !stopped && activity.step === 'idle' && backlog.captures === 0
  return (
    <>
      <Notice tone={isDone ? 'good' : stopped ? 'warn' : 'plain'}>
        <p>{words.goesTo(place)}</p>
        {isDone && <p>{words.allCopied(backlog.copied)}</p>}
        {activity.step === 'copying' && <p>{words.copying}</p>}
        {waitsForPermission && <p className="font-semibold">{words.permissionTitle(open)}</p>}
        {stopped && !waitsForPermission && open > 0 && <p className="font-semibold">{words.waiting(open)}</p>}
        {stopped && <p>{stopped.message}</p>}
        {waitsForPermission && <p>{words.permissionHint}</p>}
        {!stopped && activity.step === 'idle' && open > 0 && (
          <>
            <p className="font-semibold">{words.waiting(open)}</p>
            {backlog.failure && <p>{backlog.failure.message}</p>}
          </>
        )}
        {waitsForPermission && (
          <Button look="primary" className="mt-2" onClick={onAllow}>
            {words.allow}
          </Button>
        )}
        {!waitsForPermission && activity.step !== 'copying' && open > 0 && (
          <Button className="mt-2" onClick={onCopy}>
            {words.copyNow}
          </Button>
        )}
      </Notice>
      {backlog.failed > 0 && (
        <Notice tone="danger">
          <p className="font-semibold">{words.failed(backlog.failed)}</p>
          {backlog.failure && <p>{backlog.failure.message}</p>}
          <Button className="mt-2" onClick={onRetry}>
            {words.tryAgain}
          </Button>
        </Notice>
      )}
    </>
  )
}
