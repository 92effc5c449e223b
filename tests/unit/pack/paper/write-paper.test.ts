import { beforeAll, describe, expect, test } from 'vitest'
import { comparisonPaper } from '../../../../lib/pack/complaint-pack/comparison-paper.ts'
import { buildComplaintPacks } from '../../../../lib/pack/complaint-pack/complaint-packs.ts'
import type { Paper } from '../../../../lib/pack/paper/paper.ts'
import { writePaper } from '../../../../lib/pack/paper/write-paper.tsx'
import { claimStatementPaper } from '../../../../lib/pack/rights-files/claim-statement-paper.ts'
import { draftClaimStatement } from '../../../../lib/rights/claim-statement.ts'
import { buildToPack, complaintPackSource } from '../../../support/complaint-pack-source.ts'
import { fontPaths, grayPicture, readPdf } from '../../../support/evidence-report.ts'
import { openTestDatabase } from '../../../support/open-test-database.ts'
import { buildCopyright, buildHolder } from '../../../support/rights.ts'

let fontAddress: (file: string) => string
beforeAll(async () => {
  fontAddress = await fontPaths()
})

const frame = { footer: 'Complaint pack 1', docketVersion: '0.1.0', madeAtMs: Date.UTC(2026, 10, 25) }
const write = (paper: Pick<Paper, 'title' | 'lead' | 'blocks'>) =>
  writePaper({ ...paper, ...frame }, fontAddress)
const letters = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

describe('papers of complaints', { timeout: 120_000 }, () => {
  test('the summary of 300 listings names every one of them with its link and hash', async () => {
    const { source, papers } = complaintPackSource(await openTestDatabase())
    const toPack = buildToPack(300)
    const packs = await buildComplaintPacks(source, [toPack], { docketVersion: '0.1.0' })
    await new Response(packs.stream).arrayBuffer()
    const summary = papers.find(({ title }) => title.startsWith('Complaint:'))
    if (!summary) throw new Error('No summary was written.')
    const { text, pages } = await readPdf(await writePaper(summary, fontAddress))
    const read = letters(text)
    const missing = toPack.lines.filter(
      ({ facts: { comId, url } }) => !read.includes(url) || !read.includes(`item${comId}`),
    )
    expect(missing).toEqual([])
    const hashes = packs.report()[0]?.files.filter(({ path }) => path.startsWith('evidence/')) ?? []
    expect(hashes).toHaveLength(300)
    expect(hashes.filter(({ sha256 }) => !read.includes(sha256))).toEqual([])
    expect(pages).toBeGreaterThan(20)
  })

  test('a claim statement can be read in both languages, with lines to sign on', async () => {
    const right = buildCopyright({ isRegistered: false, workTitle: '目录照片 2026' })
    const statements = (['en', 'zh'] as const).map((language) =>
      draftClaimStatement(right, buildHolder(), language),
    )
    const { text } = await readPdf(await write(claimStatementPaper(statements)))
    const read = letters(text)
    for (const { title, facts, declarations, signature } of statements) {
      const values = facts.map(([, value]) => value)
      for (const wanted of [title, ...values, ...declarations, ...signature])
        expect(read).toContain(letters(wanted))
    }
    // It will be signed as it stands.
    expect(text).not.toMatch(/draft|scan it/i)
  })

  test('a comparison holds its picture, and its differences as text', async () => {
    const paper = comparisonPaper({
      comId: '1005007000000001',
      picture: grayPicture(),
      differences: [
        { x: 0, y: 0, text: '瓶盖颜色不同' },
        { x: 1, y: 1, text: ' ' },
      ],
      facts: ['https://www.aliexpress.com/item/1005007000000001.html'],
    })
    const { text } = await readPdf(await write(paper))
    expect(letters(text)).toContain('瓶盖颜色不同')
    expect(text).toContain('https://www.aliexpress.com/item/1005007000000001.html')
  })

  test('a picture that cannot be drawn is an error, not a gap', async () => {
    const picture = { jpeg: new TextEncoder().encode('no picture'), width: 10, height: 10 }
    const blocks: Paper['blocks'] = [
      { is: 'pictures', heading: 'Pictures', pictures: [{ caption: '', picture }] },
    ]
    await expect(write({ title: 'A', lead: 'B', blocks })).rejects.toThrow('could not be written')
  })
})
