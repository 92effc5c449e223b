import { ipTypes } from '../../lib/queue/flag.ts'
import { Button } from '../ui/button.tsx'
import { rightsHash } from './rights-view.ts'
import { TypeMark } from './type-mark.tsx'
import { words } from './words.ts'

/** Shown while no right is entered: why they come first, and how to begin. */
export function RightsEmpty({ onImport }: { onImport(): void }) {
  const text = words.empty
  return (
    <div className="flex flex-col items-start gap-5 rounded-xl border border-line bg-raised p-5 sm:p-8">
      <div className="max-w-2xl">
        <h2 className="text-lg font-semibold">{text.title}</h2>
        <p className="mt-1 text-sm leading-6 text-ink-soft">{text.lead}</p>
      </div>
      <ol className="grid gap-5 sm:grid-cols-3">
        {text.steps.map(([title, does], at) => (
          <li key={title} className="flex gap-3">
            <span
              aria-hidden
              className="flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
            >
              {at + 1}
            </span>
            <div>
              <h3 className="font-medium">{title}</h3>
              <p className="text-ink-soft">{does}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {ipTypes.map((ipType) => (
          <a
            key={ipType}
            href={rightsHash({ view: 'new-right', ipType })}
            className="inline-flex h-10 items-center gap-2 rounded-md border border-line bg-raised px-4 text-sm font-medium hover:bg-hover"
          >
            <TypeMark ipType={ipType} />
            {words.form.newTitle[ipType]}
          </a>
        ))}
        <Button size="large" onClick={onImport}>
          {text.import}
        </Button>
      </div>
      <a href={rightsHash({ view: 'steps' })} className="text-accent underline">
        {text.stepsLink}
      </a>
    </div>
  )
}
