import { zodResolver } from '@hookform/resolvers/zod'
import type { Resolver } from 'react-hook-form'
import * as z from 'zod'
import { ipTypes } from '../../lib/queue/flag.ts'
import { newRight } from '../../lib/rights/new-right.ts'
import type { Right } from '../../lib/rights/right.ts'
import { rightDocumentKinds } from '../../lib/rights/right-document.ts'
import { documentRefSchema, rightSchema } from '../../lib/rights/right-schema.ts'
import { linesOf, textOfLines } from './text-lines.ts'
import { messageOfIssue } from './words.ts'

const documents = z.array(documentRefSchema)
const document = documentRefSchema.nullable()

/** What stands in the form: texts as they are typed, empty where nothing is said, and the fields of every type. */
export const rightValuesSchema = z.object({
  ipType: z.enum(ipTypes),
  holderId: z.string(),
  label: z.string(),
  number: z.string(),
  registrant: z.string(),
  jurisdiction: z.string(),
  territory: z.array(z.string()),
  validUntil: z.string(),
  portal: z.object({ state: z.string(), since: z.string(), note: z.string() }),
  role: z.string(),
  powerOfAttorney: document,
  powerOfAttorneyUntil: z.string(),
  documents: z.array(documentRefSchema.extend({ kind: z.enum(rightDocumentKinds) })),
  vocabulary: z.object({ names: z.string(), products: z.string(), goods: z.string() }),
  allowedSellers: z.array(
    z.object({
      sellerId: z.string(),
      storeNumber: z.string(),
      name: z.string(),
      until: z.string(),
      note: z.string(),
    }),
  ),
  references: documents,
  kind: z.string(),
  mark: z.string(),
  niceClasses: z.array(z.number()),
  isInternational: z.boolean(),
  extensionToChina: document,
  workTitle: z.string(),
  work: z.string(),
  isRegistered: z.boolean(),
  claimStatement: document,
  author: z.string(),
  firstPublished: z.string(),
  firstPublishedUrl: z.string(),
  title: z.string(),
  filedOn: z.string(),
  claims: z.array(z.object({ text: z.string() })),
  evaluationReport: document,
})
export type RightValues = z.infer<typeof rightValuesSchema>

/** What the form shows of a right; the fields of other types stand empty. */
export function valuesOfRight(right: Right): RightValues {
  const { rightId: _id, changedAtMs: _changed, ...said } = right
  const blank = { rightId: '', holderId: right.holderId, nowMs: 0 }
  const whole = {
    ...newRight('patent', blank),
    ...newRight('copyright', blank),
    ...newRight('trademark', blank),
    ...said,
  }
  return {
    ...rightValuesSchema.strip().parse({
      ...whole,
      validUntil: whole.validUntil ?? '',
      portal: { ...whole.portal, since: whole.portal.since ?? '' },
      powerOfAttorneyUntil: whole.powerOfAttorneyUntil ?? '',
      firstPublished: whole.firstPublished ?? '',
      firstPublishedUrl: whole.firstPublishedUrl ?? '',
      filedOn: whole.filedOn ?? '',
      vocabulary: {
        names: textOfLines(whole.vocabulary.names),
        products: textOfLines(whole.vocabulary.products),
        goods: textOfLines(whole.vocabulary.goods),
      },
      allowedSellers: whole.allowedSellers.map(({ sellerId, storeNumber, until, name, note }) => ({
        sellerId: sellerId ?? '',
        storeNumber: storeNumber ?? '',
        until: until ?? '',
        name,
        note,
      })),
      claims: whole.claims.map((text) => ({ text })),
    }),
  }
}

/** The right that the form says. It is one only once the schema has taken it. */
export function rightOfValues(values: RightValues, rightId: string, nowMs: number): Right {
  const common = {
    rightId,
    holderId: values.holderId,
    label: values.label.trim(),
    number: values.number.trim(),
    registrant: values.registrant.trim(),
    jurisdiction: values.jurisdiction.trim(),
    territory: values.territory,
    validUntil: values.validUntil || null,
    portal: {
      state: values.portal.state,
      since: values.portal.since || null,
      note: values.portal.note.trim(),
    },
    role: values.role,
    powerOfAttorney: values.powerOfAttorney,
    powerOfAttorneyUntil: values.powerOfAttorneyUntil || null,
    documents: values.documents,
    vocabulary: {
      names: linesOf(values.vocabulary.names),
      products: linesOf(values.vocabulary.products),
      goods: linesOf(values.vocabulary.goods),
    },
    allowedSellers: values.allowedSellers.map(({ sellerId, storeNumber, until, name, note }) => ({
      sellerId: sellerId.trim() || null,
      storeNumber: storeNumber.trim() || null,
      until: until || null,
      name: name.trim(),
      note: note.trim(),
    })),
    references: values.references,
    changedAtMs: nowMs,
  }
  const own = {
    trademark: {
      kind: values.kind,
      mark: values.mark.trim(),
      niceClasses: values.niceClasses.toSorted((one, other) => one - other),
      isInternational: values.isInternational,
      extensionToChina: values.extensionToChina,
    },
    copyright: {
      workTitle: values.workTitle.trim(),
      work: values.work,
      isRegistered: values.isRegistered,
      claimStatement: values.claimStatement,
      author: values.author.trim(),
      firstPublished: values.firstPublished || null,
      firstPublishedUrl: values.firstPublishedUrl.trim() || null,
    },
    patent: {
      kind: values.kind,
      title: values.title.trim(),
      filedOn: values.filedOn || null,
      claims: withoutEmptyEnd(values.claims.map(({ text }) => text.trim())),
      evaluationReport: values.evaluationReport,
    },
  }
  return { ...common, ipType: values.ipType, ...own[values.ipType] } as Right
}

/** An empty field at the end is none; one in between would change the numbers of those after it. */
const withoutEmptyEnd = (texts: string[]): string[] =>
  texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)

/** Checks the form with the schema that imports are checked with. */
export function rightResolver(rightId: string, nowMs: () => number): Resolver<RightValues, unknown, Right> {
  const schema = z.preprocess((values) => rightOfValues(values as RightValues, rightId, nowMs()), rightSchema)
  return zodResolver(schema as unknown as z.ZodType<Right, RightValues>, { error: messageOfIssue })
}
