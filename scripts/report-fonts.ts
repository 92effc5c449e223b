import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { type ReportFontFile, reportFonts } from '../lib/pack/evidence-report/report-font-list.ts'

const fontsource = (name: string, subset: string, weight = 400) =>
  `@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`

/** Where each font of the report comes from: packages of fonts under the SIL Open Font License. */
const sources: Record<ReportFontFile, string> = {
  'noto-sans.ttf': '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans-bold.ttf': fontsource('noto-sans', 'latin', 700),
  'noto-sans-mono.ttf': fontsource('noto-sans-mono', 'latin'),
  'noto-sans-hebrew.ttf': fontsource('noto-sans-hebrew', 'hebrew'),
  'vazirmatn.ttf': fontsource('vazirmatn', 'arabic'),
  'sarabun.ttf': fontsource('sarabun', 'thai'),
  'noto-sans-sc.ttf': fontsource('noto-sans-sc', 'chinese-simplified'),
  'noto-sans-tc.ttf': fontsource('noto-sans-tc', 'chinese-traditional'),
  'noto-sans-jp.ttf': fontsource('noto-sans-jp', 'japanese'),
  'noto-sans-kr.ttf': fontsource('noto-sans-kr', 'korean'),
  'noto-sans-math.ttf': fontsource('noto-sans-math', 'latin'),
  'noto-sans-symbols.ttf': fontsource('noto-sans-symbols', 'symbols'),
  'noto-emoji.ttf': fontsource('noto-emoji', 'emoji'),
}

const packages = createRequire(import.meta.url)
const inPackage = (path: string) => {
  const [scope = '', name = '', ...rest] = path.split('/')
  return join(dirname(packages.resolve(`${scope}/${name}/package.json`)), ...rest)
}

/**
 * Writes the report's fonts as TTF into `out/report-fonts` and returns path by file name, their licence among
 * them. WOFF is unpacked here, because reading it is about 16 times slower.
 */
export async function writeReportFonts(): Promise<Map<string, string>> {
  const folder = fileURLToPath(new URL('../out/report-fonts', import.meta.url))
  await mkdir(folder, { recursive: true })
  const paths = new Map<string, string>()
  const write = async (name: string, contents: Uint8Array | string) => {
    // By renaming: several test processes write the same files at a time.
    const path = join(folder, name)
    const unfinished = `${path}.${process.pid}.${Math.random()}`
    await writeFile(unfinished, contents)
    await rename(unfinished, path)
    paths.set(name, path)
  }
  for (const { file } of reportFonts) {
    const bytes = await readFile(inPackage(sources[file]))
    await write(file, sources[file].endsWith('.woff') ? unpackedWoff(bytes) : bytes)
  }
  await write('OFL.txt', await licences())
  return paths
}

/** Every font's own notice, as the licence asks. */
async function licences(): Promise<string> {
  const texts = new Map<string, string[]>()
  for (const [file, source] of Object.entries(sources)) {
    const licence = source.startsWith('@expo-') ? 'LICENSE_FONT' : 'LICENSE'
    const [name = '', scope = ''] = source.split('/').slice(0, 2).reverse()
    const text = (await readFile(inPackage(`${scope}/${name}/${licence}`), 'utf8')).trim()
    texts.set(text, [...(texts.get(text) ?? []), file])
  }
  return [...texts].map(([text, files]) => `${files.join(', ')}\n\n${text}\n`).join(`\n${'='.repeat(80)}\n\n`)
}

/** The TTF in a WOFF (W3C WOFF 1.0: the same tables, each deflated). */
function unpackedWoff(woff: Uint8Array): Uint8Array {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength)
  if (view.getUint32(0) !== 0x774f4646) throw new Error('This font is no WOFF.')
  const count = view.getUint16(12)
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) =>
      view.getUint32(at + field),
    )
    return { tag, offset, packed, length, checksum } as Record<string, number>
  })
  let position = 12 + 16 * count
  const places = tables.map(({ length = 0 }) => {
    const place = position
    position += (length + 3) & ~3
    return place
  })
  const ttf = new Uint8Array(position)
  const out = new DataView(ttf.buffer)
  const power = 2 ** Math.floor(Math.log2(count))
  out.setUint32(0, view.getUint32(4))
  out.setUint16(4, count)
  out.setUint16(6, power * 16)
  out.setUint16(8, Math.log2(power))
  out.setUint16(10, (count - power) * 16)
  tables.forEach(({ tag = 0, offset = 0, packed = 0, length = 0, checksum = 0 }, index) => {
    const place = places[index] ?? 0
    for (const [field, value] of [tag, checksum, place, length].entries()) {
      out.setUint32(12 + 16 * index + 4 * field, value)
    }
    const bytes = woff.subarray(offset, offset + packed)
    ttf.set(packed < length ? inflateSync(bytes) : bytes, place)
  })
  return ttf
}
