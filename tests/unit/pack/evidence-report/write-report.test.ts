import { beforeAll, describe, expect, test } from 'vitest'
import { found } from '../../../../lib/core/observation.ts'
import type { EvidenceReportInput } from '../../../../lib/pack/evidence-report/report-input.ts'
import { page } from '../../../../lib/pack/evidence-report/report-style.ts'
import { writeReport } from '../../../../lib/pack/evidence-report/write-report.tsx'
import {
  fontPaths,
  grayPicture,
  readPdf,
  readWords,
  reportedCapture,
  reportInput,
} from '../../../support/evidence-report.ts'
import { buildListing, buildSighting } from '../../../support/records.ts'

let fontAddress: (file: string) => string

beforeAll(async () => {
  fontAddress = await fontPaths()
})

const write = (input: EvidenceReportInput) => writeReport(input, fontAddress)

/** Without spaces and lines, which a reader puts where it likes; two ways to write one letter are one. */
const letters = (text: string) =>
  text
    .normalize('NFKC')
    // poppler marks the direction of what it reads.
    .replace(/[\s\u202a-\u202e]/g, '')

/** poppler lists the words of a line from right to left as they stand, letter by letter. */
const backwards = (word: string) => [...word].reverse().join('')

/** Real words in the scripts of the site's languages. */
const titles = {
  Latin: 'Größere Œuvre façon señal Łódź škola ğüzel ışık Tiếng Việt một ộ',
  Cyrillic: 'Кроссовки мужские, лёгкие; сумка жіноча ґудзики',
  Greek: 'Παπούτσια για τρέξιμο, άνετα και ελαφριά',
  'Chinese, simplified': '2026新款户外登山鞋男士防滑耐磨徒步鞋真皮透气运动鞋，包邮',
  'Chinese, traditional': '2026新款戶外登山鞋男士防滑耐磨徒步鞋真皮透氣運動鞋「臺灣」',
  Japanese: 'アウトドア登山靴、メンズ滑り止めトレッキングシューズ（黒）あたたかい',
  Korean: '남성용 등산화 미끄럼 방지 트레킹 신발 가죽 통기성',
  // Without the ligature of LAM and ALEF, whose two letters poppler reads in the wrong order from any PDF.
  Arabic: 'حذاء رياضي للرجال مريح جدا أسود',
  Hebrew: 'נעלי הליכה לגברים בצבע שחור',
  Thai: 'รองเท้าเดินป่าผู้ชายกันลื่นระบายอากาศได้ดีน้ำหนักเบา',
  Symbols: 'Bottle → 750 ml ★★★ ① ≤ 5 °C ✔ ₽ ₩ € ₫ 🔥',
}

describe('a report', { timeout: 120_000 }, () => {
  test('can be read in every script of the site’s languages', async () => {
    const captures = Object.values(titles).map((title) => reportedCapture(title))
    const { text, pages } = await readPdf(await write(reportInput(captures)))
    const read = letters(text)
    const missing = Object.entries(titles).filter(([, title]) => !read.includes(letters(title)))
    expect(missing).toEqual([])
    expect(pages).toBeGreaterThanOrEqual(2 + captures.length)
    expect(text).not.toContain('stands for what no font')
  })

  test('keeps the order of mixed directions', async () => {
    const captures = ['حذاء Nautilus 750 أسود', 'נעלי Nautilus 42 שחור', 'Shoe حذاء 750 black'].map((title) =>
      reportedCapture(title),
    )
    const words = (await readWords(await write(reportInput(captures)))).filter(
      ({ pageNumber }) => pageNumber === 1,
    )
    const order = (...wanted: string[]) => {
      const places = wanted.map((one) => words.find(({ text }) => text === one || text === backwards(one)))
      return places.map((place, index) => (place ? place.xMin : `${wanted[index]} is missing`))
    }
    // In a line from right to left the first word stands rightmost; a number inside keeps its own direction.
    const hebrew = order('נעלי', '42', 'Nautilus', 'שחור')
    expect(hebrew).toEqual([...hebrew].sort((a, b) => Number(b) - Number(a)))
    const arabic = order('حذاء', 'أسود')
    expect(arabic).toEqual([...arabic].sort((a, b) => Number(b) - Number(a)))
    const latin = order('Shoe', 'black')
    expect(latin).toEqual([...latin].sort((a, b) => Number(a) - Number(b)))
  })

  test('shows a box for what no font has, names it, and names what is never seen', async () => {
    const title = 'Boot \u{13000} Ni\u200bke \u202eevil\u202c end'
    const { text } = await readPdf(await write(reportInput([reportedCapture(title)])))
    expect(text).toContain('Boot □ Nike evil end')
    expect(text).toContain('□ stands for what no font of this report has: U+13000')
    expect(text).toContain('characters that are never seen: U+200B, U+202E, U+202C')
  })

  test('lets nothing run over the edge: long words, addresses, hashes, in any script', async () => {
    const long = 'https://www.aliexpress.com/item/1.html?'.concat(
      'spm=a2g0o.productlist.%E4%BD%93&'.repeat(30),
    )
    const captures = [
      reportedCapture('Superlongwordwithoutanyspace'.repeat(12), {
        canonicalUrl: long,
        sighting: buildSighting({ pageUrl: long, keyword: 'x'.repeat(400) }),
      }),
      reportedCapture('登山鞋'.repeat(80)),
      reportedCapture('รองเท้าเดินป่าผู้ชาย'.repeat(20)),
      reportedCapture('حذاء رياضي للرجال '.repeat(20)),
    ]
    const words = await readWords(await write(reportInput(captures)))
    const outside = words.filter(
      ({ xMin, xMax, yMin, yMax }) =>
        xMin < page.margin - 1 ||
        xMax > page.width - page.margin + 1 ||
        yMin < page.margin - 1 ||
        yMax > page.height - 14,
    )
    expect(outside).toEqual([])
    const { text } = await readPdf(await write(reportInput(captures.slice(0, 1))))
    expect(text.replace(/\s/g, '')).toContain(long)
  })

  test('states everything of a capture, and what the whole shows and does not', async () => {
    const comId = '1005007000000001'
    const record = {
      observations: {
        listing: buildListing(comId, { country: found('China', 'info') }),
        row: null,
        shown: null,
        stated: null,
        pageData: null,
      },
    }
    const captures = [reportedCapture('Trail bottle', record), reportedCapture('Second')]
    const { text } = await readPdf(await write(reportInput(captures)))
    const flat = text.replace(/\s+/g, ' ')
    for (const said of [
      'Evidence report',
      '01KAS0000000000000000PACK0',
      'Anna Müller',
      '2026-11-23T13:00:00+01:00 (2026-11-23T12:00:00Z)',
      'no independent time stamp is in this pack',
      'c'.repeat(64),
      'Capture 2 of 2',
      comId,
      'Pinefall Outdoor Store page: store link',
      'China page: info',
      'US $12.50 (USD)',
      'Missing: viewport screenshot',
      'd'.repeat(64),
      'e'.repeat(64),
      'What this shows and what it does not',
      'that a listing infringes a right',
      'How to verify',
      'sha256sum -c SHA256SUMS',
      'Page 1 of',
    ]) {
      expect(flat).toContain(said)
    }
  })

  test('names its part and the captures in it', async () => {
    const captures = [reportedCapture('One'), reportedCapture('Two')]
    const input = reportInput(captures, { part: { number: 2, of: 3, firstCapture: 41 } })
    const { text } = await readPdf(await write({ ...input, pack: { ...input.pack, captures: 90 } }))
    expect(text).toContain('captures 41 to 42')
    expect(text).toContain('part 2 of 3')
    expect(text).toContain('Capture 42 of 90')
  })

  test('is the same for the same input', async () => {
    const input = reportInput([
      reportedCapture('Twice', {}, { screenshots: [{ caption: 'Shot', picture: grayPicture() }] }),
    ])
    expect(Buffer.from(await write(input)).equals(Buffer.from(await write(input)))).toBe(true)
  })

  test('is not written where a picture cannot be drawn', async () => {
    const broken = { jpeg: new Uint8Array([1, 2, 3]), width: 100, height: 100 }
    const capture = reportedCapture('Broken', {}, { screenshots: [{ caption: 'Shot', picture: broken }] })
    await expect(write(reportInput([capture]))).rejects.toMatchObject({
      code: 'report-failed',
      message: expect.stringContaining('0 of 1 pictures'),
    })
  })
})
