import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packName, paddedRank, safeFileName } from '../../../lib/pack/pack-names.ts'

const deviceNames = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i

describe('safeFileName', () => {
  it('gives a name that Windows takes, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', maxLength: 150 }),
      fc
        .tuple(
          fc.constantFrom('con', 'NUL', 'Com1', 'lpt9', 'aux', 'COM²', 'CONIN$'),
          fc.constantFrom('', '.', '.png', ' ', '.tar.gz'),
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (given) => {
        const name = safeFileName(given)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(120)
        expect(name).toBe(name.normalize('NFC'))
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/u)
        expect(name).not.toMatch(/^[. ]|[. ]$/)
        expect(name).not.toMatch(deviceNames)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps the extension of a long name and cuts no character in half', () => {
    const name = safeFileName(`${'😀'.repeat(100)}.png`)
    expect(name).toMatch(/^😀+\.png$/u)
  })

  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Users\\x.png', 'C__Users_x.png'],
    ['invoice\u202egnp.exe', 'invoice_gnp.exe'],
    ['name. . .', 'name'],
    ['..hidden file', 'hidden file'],
    ['nul', '_nul'],
    ['', '_'],
    ['e\u0301.png', '\u00e9.png'],
  ])('turns %j into %j', (given, wanted) => {
    expect(safeFileName(given)).toBe(wanted)
  })
})

describe('packName', () => {
  const made = { wallMs: Date.UTC(2026, 10, 23, 14, 30), monotonicMs: 0, offsetMinutes: 60 }

  it('says group, local time and number', () => {
    expect(packName('trademark', 87, made)).toBe('docket-trademark-2026-11-23-1530-87-listings.zip')
    expect(packName('undecided', 1, { ...made, offsetMinutes: -570 })).toBe(
      'docket-undecided-2026-11-23-0500-1-listing.zip',
    )
  })
})

describe('paddedRank', () => {
  it('sorts as text like as numbers', () => {
    expect(paddedRank(7, 60)).toBe('007')
    expect(paddedRank(7, 5000)).toBe('0007')
    const names = Array.from({ length: 1200 }, (_, index) => paddedRank(index + 1, 1200))
    expect([...names].sort()).toEqual(names)
  })
})
