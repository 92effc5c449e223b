import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import type { ExportState } from './use-export.ts'
import { words } from './words.ts'
import type { WrittenPack } from './write-pack.ts'

interface ExportStepsProps<Pack extends WrittenPack> {
  state: ExportState<Pack>
  working(done: number, of: number): string
  empty: string
  onAgain(): void
  /** Stops it; absent where that is not offered. */
  onCancel?: () => void
  /** Shown when all is packed. */
  result(packed: Extract<ExportState<Pack>, { step: 'packed' }>): ReactNode
}

/** How an export stands: at work, nothing there, failed, or its result. */
export function ExportSteps<Pack extends WrittenPack>(props: ExportStepsProps<Pack>) {
  const { state, working, empty, onAgain, onCancel, result } = props
  const again = (
    <Button className="mt-3" onClick={onAgain}>
      {words.exportAgain}
    </Button>
  )
  if (state.step === 'reading') return <Working text={words.reading} done={0} of={1} />
  if (state.step === 'packing') {
    return (
      <>
        <Working text={working(state.done, state.of)} done={state.done} of={state.of} />
        {onCancel && (
          <Button className="self-start" onClick={onCancel}>
            {words.cancel}
          </Button>
        )}
      </>
    )
  }
  if (state.step === 'packed') return result(state)
  if (state.step === 'cancelled') {
    return (
      <Notice tone="plain">
        <div role="status">
          <NoticeHeading>{words.cancelledTitle}</NoticeHeading>
          <p>{words.cancelled}</p>
        </div>
        {again}
      </Notice>
    )
  }
  if (state.step === 'empty') {
    return (
      <Notice tone="plain">
        <NoticeHeading>{words.emptyTitle}</NoticeHeading>
        <p>{empty}</p>
        {again}
      </Notice>
    )
  }
  return (
    <Notice tone="danger">
      <NoticeHeading>{words.failedTitle}</NoticeHeading>
      <p>{state.failure.message}</p>
      <p>{words.failedCalm}</p>
      {again}
    </Notice>
  )
}

export const ExportPage = ({ title, children }: { title: string; children: ReactNode }) => (
  <main className="mx-auto flex max-w-3xl flex-col gap-5 px-6 py-8">
    <PageHeading tabTitle={words.tabTitle(title)}>{title}</PageHeading>
    {children}
  </main>
)

export const NoticeHeading = ({ children }: { children: ReactNode }) => (
  <h2 className="text-sm font-semibold">{children}</h2>
)

interface WorkingProps {
  text: string
  /** By default that the tab is to be kept open until the file is saved. */
  hint?: string
  done: number
  of: number
}

export function Working({ text, hint = words.keepOpen, done, of }: WorkingProps) {
  return (
    <div className="flex flex-col gap-2">
      <p id="working" className="tabular-nums">
        {text}
      </p>
      <progress
        aria-labelledby="working"
        value={done}
        max={of}
        className="h-2 w-full appearance-none overflow-hidden rounded-full bg-hover accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
      />
      <p className="text-ink-soft">{hint}</p>
    </div>
  )
}
