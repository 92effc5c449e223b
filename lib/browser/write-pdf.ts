import { browser } from 'wxt/browser'
import { ExpectedError } from '../core/expected-error.ts'
import type { EvidenceReportInput } from '../pack/evidence-report/report-input.ts'
import type { Paper } from '../pack/paper/paper.ts'
import type { PdfAnswer, PdfRequest } from './pdf-request.ts'

/** Papers of one complaint follow each other at once; then the writer is not needed for a while. */
const idleMs = 1_000

let worker: Worker | null = null
let ending: ReturnType<typeof setTimeout> | undefined
let last: Promise<unknown> = Promise.resolve()

/** @throws ExpectedError `fonts-unreadable`, `report-failed` */
export const writeReport = (input: EvidenceReportInput) => write({ is: 'report', input })

/** A document of a complaint. @throws ExpectedError `fonts-unreadable`, `report-failed` */
export const writePaper = (input: Paper) => write({ is: 'paper', input })

/**
 * Writes PDFs, one after the other, in a worker that ends when there is nothing to write: the PDF library and its
 * fonts keep a hundred megabytes for as long as what loaded them lives, and lay out for seconds without a pause.
 */
function write(request: PdfRequest): Promise<Uint8Array<ArrayBuffer>> {
  const own = last.then(() => writeNow(request))
  last = own.catch(() => undefined)
  return own
}

async function writeNow(request: PdfRequest): Promise<Uint8Array<ArrayBuffer>> {
  clearTimeout(ending)
  worker ??= new Worker(browser.runtime.getURL('/pdf-writer.js'))
  try {
    const answer = await answerOf(worker, request)
    if (answer.ok) return answer.value
    throw new ExpectedError(answer.error.code, answer.error.message)
  } finally {
    ending = setTimeout(end, idleMs)
  }
}

function answerOf(writer: Worker, request: PdfRequest): Promise<PdfAnswer> {
  return new Promise((resolve, reject) => {
    writer.onmessage = ({ data }: MessageEvent<PdfAnswer>) => resolve(data)
    writer.onerror = (event) => {
      end()
      reject(
        new ExpectedError(
          'report-failed',
          `The PDF could not be written (${event.message || 'its writer ended'}). Export again; if it fails again, export fewer listings at a time.`,
        ),
      )
    }
    writer.postMessage(request)
  })
}

function end(): void {
  worker?.terminate()
  worker = null
}
