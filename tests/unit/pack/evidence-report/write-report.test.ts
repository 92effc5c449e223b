import { beforeAll, describe, expect, test } from 'vitest'
import { writeReport } from '../../../../lib/pack/evidence-report/write-report.tsx'
import {
  fontPaths,
  grayPicture,
  readPdf,
  reportedCapture,
  reportInput,
} from '../../../support/evidence-report.ts'

let fontAddress: (file: string) => string

beforeAll(async () => {
  fontAddress = await fontPaths()
})

const titles = {
  Latin: 'Nautilus Peak jakna za muškarce, größer als gewöhnlich – Œuvre façon señal Łódź ş ğ ı ế ộ',
  Cyrillic: 'Кроссовки мужские, лёгкие; сумка жіноча ґудзики',
  Greek: 'Παπούτσια για τρέξιμο, άνετα και ελαφριά',
  Simplified: '2026新款户外登山鞋男士防滑耐磨徒步鞋真皮透气运动鞋，包邮',
  Traditional: '2026新款戶外登山鞋男士防滑耐磨徒步鞋真皮透氣運動鞋「臺灣」',
  Japanese: 'アウトドア登山靴、メンズ滑り止めトレッキングシューズ（黒）あたたかい',
  Korean: '남성용 등산화 미끄럼 방지 트레킹 신발 가죽 통기성',
  Arabic: 'حذاء رياضي للرجال مقاوم للانزلاق Nautilus 750 مل أسود',
  Hebrew: 'נעלי הליכה לגברים Nautilus 42 שחור',
  Thai: 'รองเท้าเดินป่าผู้ชายกันลื่นระบายอากาศได้ดีน้ำหนักเบา',
  Symbols: 'Bottle → 750 ml ★★★ ① ≤ 5 °C ✔ ₽ ₩ € ₫ 🔥',
}

describe('a report', () => {
  test('shows', async () => {
    const captures = Object.values(titles).map((title) =>
      reportedCapture(title, {}, { screenshots: [{ caption: 'Shot', picture: grayPicture() }] }),
    )
    const t = performance.now()
    const { text, pages, path } = await readPdf(await writeReport(reportInput(captures), fontAddress))
    console.log(pages, path, performance.now() - t)
    console.log(text.slice(0, 6000))
    expect(pages).toBeGreaterThan(2)
  })
})
