import type { Comparison } from '../../complaints/complaint.ts'
import type { Paper } from '../paper/paper.ts'
import type { ReducedPicture } from '../picture-drawer.ts'

interface DrawnComparison {
  comId: string
  /** Both pictures with their numbers, as drawn for the picture file. */
  picture: ReducedPicture
  differences: Comparison['differences']
  facts: readonly string[]
}

/** A comparison on paper: the drawn picture, and beside it what its numbers say, as text that can be searched. */
export const comparisonPaper = ({
  comId,
  picture,
  differences,
  facts,
}: DrawnComparison): Pick<Paper, 'title' | 'lead' | 'blocks'> => ({
  title: `Comparison: item ${comId}`,
  lead: 'A genuine picture or design view beside the listing’s own picture.',
  blocks: [
    { is: 'pictures', heading: 'Pictures', pictures: [{ caption: '', picture }] },
    {
      is: 'entries',
      heading: 'Differences',
      entries: differences.map(({ text }, at) => ({
        number: at + 1,
        title: text.trim() || '—',
        language: null,
        facts: [],
        codes: [],
      })),
    },
    { is: 'text', heading: 'What the pictures are', paragraphs: [...facts], language: null },
  ],
})
