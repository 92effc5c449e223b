import { FileText, Printer, Save } from 'lucide-react'
import { useCallback } from 'react'
import { failureFrom } from '../../lib/core/expected-error.ts'
import { claimStatementPaper } from '../../lib/pack/rights-files/claim-statement-paper.ts'
import {
  type ClaimStatement,
  claimStatementText,
  draftClaimStatement,
} from '../../lib/rights/claim-statement.ts'
import type { CopyrightRight, Holder } from '../../lib/rights/right.ts'
import { writePack } from '../pack/write-pack.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { ToastRegion, useToast } from '../ui/toast.tsx'
import { RightsLoading, RightsPageFrame } from './rights-page-frame.tsx'
import { rightHash } from './rights-view.ts'
import { useRightsServices } from './services.ts'
import { useStored } from './use-stored.ts'
import { words } from './words.ts'

const text = words.statement

/** The page with the Copyright Claim Statement of a work, to be printed and signed. */
export function StatementScreen({ rightId }: { rightId: string }) {
  const { repo } = useRightsServices()
  const read = useCallback(async () => {
    const right = await repo.right(rightId)
    return right?.ipType === 'copyright' ? { right, holder: await repo.holder(right.holderId) } : null
  }, [repo, rightId])
  const stored = useStored(read)
  if (stored === undefined) return <RightsLoading />
  if (stored === null) {
    return (
      <RightsPageFrame title={text.title} tabTitle={text.title} isWide={false}>
        <Notice tone="warn">{words.missingRight}</Notice>
      </RightsPageFrame>
    )
  }
  return <Statement {...stored} />
}

function Statement({ right, holder }: { right: CopyrightRight; holder: Holder | null }) {
  const services = useRightsServices()
  const toast = useToast()
  const statements = (['en', 'zh'] as const).map((language) => draftClaimStatement(right, holder, language))
  const save = async (kind: 'text' | 'pdf') => {
    try {
      const body =
        kind === 'pdf'
          ? await services.writePaper({
              ...claimStatementPaper(statements),
              footer: right.label,
              docketVersion: services.version,
              madeAtMs: services.clock().wallMs,
            })
          : // With the mark by which every editor reads the Chinese in it.
            `\uFEFF${claimStatementText(statements)}`
      const { body: stream } = new Response(body)
      if (!stream) return
      const pack = await writePack(services, {
        name: kind === 'pdf' ? text.pdfFile : text.textFile,
        stream: stream as ReadableStream<Uint8Array<ArrayBuffer>>,
        mediaType: kind === 'pdf' ? 'application/pdf' : 'text/plain',
      })
      try {
        const { path } = await services.saveDownload(pack.file, pack.name)
        toast.show({ text: text.textSaved(path) })
      } finally {
        await pack.discard()
      }
    } catch (error) {
      toast.show({ text: failureFrom(error, 'saving the statement').message, tone: 'danger' })
    }
  }
  return (
    <RightsPageFrame
      title={text.title}
      tabTitle={text.title}
      isWide={false}
      back={{ hash: rightHash(right.rightId, 'claimStatement'), label: text.backToRight }}
      actions={
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => void save('text')}>
            <Save size={14} aria-hidden />
            {text.saveText}
          </Button>
          <Button onClick={() => void save('pdf')}>
            <FileText size={14} aria-hidden />
            {text.savePdf}
          </Button>
          <Button look="primary" onClick={() => print()}>
            <Printer size={14} aria-hidden />
            {text.print}
          </Button>
        </div>
      }
    >
      <p className="text-ink-soft print:hidden">{text.lead}</p>
      {statements.map((statement) => (
        <Sheet key={statement.language} statement={statement} />
      ))}
      <ToastRegion toast={toast} dismissLabel={words.dismiss} />
    </RightsPageFrame>
  )
}

/** One language, as it is printed: one sheet of paper. */
function Sheet({
  statement: { language, title, facts, declarations, signature },
}: {
  statement: ClaimStatement
}) {
  return (
    <article
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      className="rounded-xl border border-line bg-raised p-6 text-sm leading-6 sm:p-10 print:break-after-page print:border-0 print:p-0"
    >
      <h2 className="text-center text-lg font-semibold">{title}</h2>
      <dl className="mt-6 grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 gap-y-2">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="m-0 border-b border-line break-words" dir="auto">
              {value || <span className="sr-only">{text.blank}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <ol className="mt-6 flex list-decimal flex-col gap-3 ps-5">
        {declarations.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <dl className="mt-10 grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-4 gap-y-8">
        {signature.map((label) => (
          <div key={label} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="m-0 border-b border-line">
              <span className="sr-only">{text.blank}</span>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
