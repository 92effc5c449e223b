import { expect, test } from 'vitest'
import { loadReportFonts } from '../../../../lib/pack/evidence-report/load-report-fonts.ts'
import { fontPaths } from '../../../support/evidence-report.ts'

test('a font that cannot be read fails with what to do, and the next try begins anew', async () => {
  const address = await fontPaths()
  const broken = (file: string) => (file === 'noto-sans-jp.ttf' ? '/nowhere/noto-sans-jp.ttf' : address(file))
  await expect(loadReportFonts(broken)).rejects.toMatchObject({
    code: 'fonts-unreadable',
    message: expect.stringContaining('noto-sans-jp.ttf'),
  })
  const type = await loadReportFonts(address)
  expect(type.has('Japanese', 'あ'.codePointAt(0) ?? 0)).toBe(true)
  expect(type.has('Sans', 'あ'.codePointAt(0) ?? 0)).toBe(false)
  expect(type.width('Mono', 'aaaa')).toBeCloseTo(4 * type.width('Mono', 'a'))
})
