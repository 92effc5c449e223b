import type { ReactNode } from 'react'
import type { QueueGroup } from '../../lib/queue/flag.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { ExportServices } from './export-queue.ts'
import { PackResult } from './pack-result.tsx'
import { useExport } from './use-export.ts'
import { words } from './words.ts'

/** Packs one group, saves it, and says what is in it and what is missing. */
export function ExportScreen({ services, group }: { services: ExportServices; group: QueueGroup }) {
  const { state, start, save } = useExport(services, group)
  const again = (
    <Button className="mt-3" onClick={() => void start()}>
      {words.exportAgain}
    </Button>
  )
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-5 px-6 py-8">
      <h1 className="text-xl font-semibold">{words.title(words.group[group])}</h1>
      {state.step === 'reading' && <Working text={words.reading} done={0} of={1} />}
      {state.step === 'packing' && (
        <Working text={words.working(state.done, state.of)} done={state.done} of={state.of} />
      )}
      {state.step === 'empty' && (
        <Notice tone="plain">
          <Heading>{words.emptyTitle}</Heading>
          <p>{words.empty(words.group[group])}</p>
          {again}
        </Notice>
      )}
      {state.step === 'failed' && (
        <Notice tone="danger">
          <Heading>{words.failedTitle}</Heading>
          <p>{state.failure.message}</p>
          <p>{words.failedCalm}</p>
          {again}
        </Notice>
      )}
      {state.step === 'packed' && (
        <PackResult
          pack={state.pack}
          saved={state.saved}
          services={services}
          onSave={() => void save(state.pack)}
        />
      )}
    </main>
  )
}

const Heading = ({ children }: { children: ReactNode }) => (
  <h2 className="text-sm font-semibold">{children}</h2>
)

function Working({ text, done, of }: { text: string; done: number; of: number }) {
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
      <p className="text-ink-soft">{words.keepOpen}</p>
    </div>
  )
}
