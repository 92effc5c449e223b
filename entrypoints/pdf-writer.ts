import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import type { PdfAnswer, PdfRequest } from '../lib/browser/pdf-request.ts'
import { failureFrom } from '../lib/core/expected-error.ts'
import { type ReportFontFile, reportFontFolder } from '../lib/pack/evidence-report/report-font-list.ts'
import { writeReport } from '../lib/pack/evidence-report/write-report.tsx'
import { writePaper } from '../lib/pack/paper/write-paper.tsx'

// A worker knows no `runtime`, but stands at the extension's own address.
const fontAddress = (file: ReportFontFile): string => `${location.origin}/${reportFontFolder}/${file}`

const written = (request: PdfRequest): Promise<Uint8Array<ArrayBuffer>> =>
  request.is === 'report' ? writeReport(request.input, fontAddress) : writePaper(request.input, fontAddress)

async function answer(request: PdfRequest): Promise<PdfAnswer> {
  try {
    return { ok: true, value: await written(request) }
  } catch (error) {
    return { ok: false, error: failureFrom(error, 'writing a PDF') }
  }
}

/** The PDF library as a worker: see lib/browser/write-pdf.ts. */
export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as {
    onmessage: ((event: MessageEvent<PdfRequest>) => void) | null
    postMessage(message: PdfAnswer, transfer: ArrayBuffer[]): void
  }
  scope.onmessage = ({ data }) =>
    void answer(data).then((reply) => scope.postMessage(reply, reply.ok ? [reply.value.buffer] : []))
})
