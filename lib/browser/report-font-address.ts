import { browser } from 'wxt/browser'
import { type ReportFontFile, reportFontFolder } from '../pack/evidence-report/report-font-list.ts'

/** Where the extension keeps a font of the report. No page of the web can read it there. */
export const reportFontAddress = (file: ReportFontFile): string =>
  browser.runtime.getURL(`/${reportFontFolder}/${file}`)
