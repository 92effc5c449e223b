/**
 * The report's fonts: files of the extension, drawn from in this order. One that has a character draws it, so
 * Latin comes first and pictograms last. `scripts/report-fonts.ts` says where each comes from.
 */
export const reportFonts = [
  { family: 'Sans', file: 'noto-sans.ttf' },
  { family: 'Bold', file: 'noto-sans-bold.ttf' },
  { family: 'Mono', file: 'noto-sans-mono.ttf' },
  { family: 'Hebrew', file: 'noto-sans-hebrew.ttf' },
  // Noto's Arabic and Thai draw a letter with several glyphs, of which the PDF library loses some.
  { family: 'Arabic', file: 'vazirmatn.ttf' },
  { family: 'Thai', file: 'sarabun.ttf' },
  { family: 'Simplified', file: 'noto-sans-sc.ttf' },
  { family: 'Traditional', file: 'noto-sans-tc.ttf' },
  { family: 'Japanese', file: 'noto-sans-jp.ttf' },
  { family: 'Korean', file: 'noto-sans-kr.ttf' },
  { family: 'Math', file: 'noto-sans-math.ttf' },
  { family: 'Symbols', file: 'noto-sans-symbols.ttf' },
  { family: 'Emoji', file: 'noto-emoji.ttf' },
] as const

export type ReportFontFile = (typeof reportFonts)[number]['file']
export type FontFamily = (typeof reportFonts)[number]['family']

/** Folder of the fonts in the extension. */
export const reportFontFolder = 'report-fonts'

export type Face = 'plain' | 'bold' | 'code'

const eastAsian = ['Simplified', 'Traditional', 'Japanese', 'Korean'] as const

/** Families to draw a text with, first choice first. */
export function familiesFor(text: string, face: Face, language: string | null): FontFamily[] {
  const first = firstEastAsian(text, language)
  return [
    ...(face === 'bold' ? (['Bold'] as const) : face === 'code' ? (['Mono'] as const) : []),
    'Sans',
    'Hebrew',
    'Arabic',
    'Thai',
    first,
    ...eastAsian.filter((family) => family !== first),
    'Math',
    'Symbols',
    'Emoji',
  ]
}

/** One ideograph has other strokes in other languages: what the text's own letters say comes before the page's language. */
function firstEastAsian(text: string, language: string | null): (typeof eastAsian)[number] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'Japanese'
  if (/\p{Script=Hangul}/u.test(text)) return 'Korean'
  const tag = (language ?? '').toLowerCase().replace('_', '-')
  if (tag.startsWith('ja')) return 'Japanese'
  return /^zh-(tw|hk|mo|hant)/.test(tag) ? 'Traditional' : 'Simplified'
}
