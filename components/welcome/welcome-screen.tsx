import type { ReactNode } from 'react'
import type { OperatorNameStore } from '../../lib/evidence/operator-name.ts'
import { Button } from '../ui/button.tsx'
import { DocketMark } from '../ui/docket-mark.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { OperatorName } from './operator-name.tsx'
import type { PermissionServices } from './permission-choice.tsx'
import { MhtmlPermission, ScreenshotPermission } from './permission-sections.tsx'
import { ExportPicture, FlagPicture, SortPicture } from './step-pictures.tsx'
import { words } from './words.ts'

const pictures: ReactNode[] = [
  <FlagPicture key="flag" />,
  <SortPicture key="sort" />,
  <ExportPicture key="export" />,
]

interface WelcomeScreenProps {
  /** For screenshots by a click in the page. */
  permission: PermissionServices
  /** For saving whole pages; null where the browser cannot. */
  mhtml: PermissionServices | null
  operator: OperatorNameStore
  openSite(): void
}

/** The first-run page: what to do, the optional permissions, what is stored, the keys. */
export function WelcomeScreen({ permission, mhtml, operator, openSite }: WelcomeScreenProps) {
  usePageTitle(words.tabTitle)
  return (
    <main className="mx-auto flex max-w-4xl flex-col gap-8 px-6 py-10">
      <header className="flex items-center gap-4">
        <DocketMark size={44} />
        <div>
          <h1 className="text-2xl leading-8 font-semibold">{words.title}</h1>
          <p className="text-sm leading-6 text-balance text-ink-soft">{words.lead}</p>
        </div>
      </header>

      <ol className="grid gap-4 sm:grid-cols-3">
        {words.steps.map(({ title, text }, index) => (
          <li key={title} className="flex flex-col gap-2 rounded-xl border border-line bg-raised p-3">
            {pictures[index]}
            <h2 className="px-1 pt-1 text-sm font-semibold">
              {index + 1}. {title}
            </h2>
            <p className="px-1 pb-1 text-ink-soft">{text}</p>
          </li>
        ))}
      </ol>

      <ScreenshotPermission permission={permission} isMain />

      <OperatorName operator={operator} />

      {mhtml && <MhtmlPermission permission={mhtml} />}

      <p>
        {words.settingsLead}{' '}
        <a href="#/settings" className="text-accent underline">
          {words.settingsLink}
        </a>
        .
      </p>

      <div className="grid gap-8 sm:grid-cols-2">
        <section>
          <h2 className="mb-2 text-base font-semibold">{words.storedTitle}</h2>
          <ul className="flex list-disc flex-col gap-1.5 ps-4 marker:text-line-strong">
            {words.stored.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
            <a href="#/settings" className="text-accent underline">
              {words.secondCopies}
            </a>
            <a href="#/restore" className="text-accent underline">
              {words.restore}
            </a>
          </p>
        </section>
        <section>
          <h2 className="mb-2 text-base font-semibold">{words.keysTitle}</h2>
          <p>{words.keysLead}</p>
          <dl className="my-3 grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
            {words.keys.map(([keys, does]) => (
              <div key={keys} className="contents">
                <dt className="flex gap-1">
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd className="m-0">{does}</dd>
              </div>
            ))}
          </dl>
          <p className="text-ink-soft">{words.keysChange}</p>
        </section>
      </div>

      <Button look="primary" size="large" className="self-start" onClick={openSite}>
        {words.start}
      </Button>
    </main>
  )
}
