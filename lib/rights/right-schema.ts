import * as z from 'zod'
import { type AllowedSeller, type Holder, portalStates, type Right, type Vocabulary } from './right.ts'
import {
  type DocumentRef,
  documentTypes,
  maxDocumentBytes,
  type RightDocument,
  rightDocumentKinds,
} from './right-document.ts'

z.config({ jitless: true })

/** What an import or a form hands over is a right only if it is one wholly. */

const line = z.string().max(300)
/** Ids stand in addresses of pages, some of which have names of their own. */
const id = z.string().regex(/^(?!(?:new|steps|holders)$)[\w-]{1,60}$/)
const calendarDate = z.iso.date()
const country = z.string().regex(/^[A-Z]{2}$/)

export const documentRefSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: line,
  mediaType: z.enum(documentTypes),
  bytes: z.number().int().positive().max(maxDocumentBytes),
  addedAtMs: z.number().int().nonnegative(),
}) satisfies z.ZodType<DocumentRef>

const rightDocumentSchema = documentRefSchema.extend({
  kind: z.enum(rightDocumentKinds),
}) satisfies z.ZodType<RightDocument>

const documents = z.array(documentRefSchema).max(200)

export const holderSchema = z.strictObject({
  holderId: id,
  kind: z.enum(['company', 'person']),
  name: line,
  complainantName: line,
  country: country.nullable(),
  contactName: line,
  contactEmail: line,
  identityDocuments: documents,
  changedAtMs: z.number().int().nonnegative(),
}) satisfies z.ZodType<Holder>

const vocabularySchema = z.strictObject({
  names: z.array(line).max(500),
  products: z.array(line).max(500),
  goods: z.array(line).max(500),
}) satisfies z.ZodType<Vocabulary>

const allowedSellerSchema = z
  .strictObject({
    sellerId: z
      .string()
      .regex(/^\d{1,20}$/)
      .nullable(),
    storeNumber: z
      .string()
      .regex(/^\d{1,20}$/)
      .nullable(),
    name: line,
    until: calendarDate.nullable(),
    note: z.string().max(2000),
  })
  // Names are free text: they identify nobody.
  .refine(({ sellerId, storeNumber }) => sellerId !== null || storeNumber !== null, {
    message: 'Enter the seller number or the store number.',
    path: ['sellerId'],
  }) satisfies z.ZodType<AllowedSeller>

const common = {
  rightId: id,
  holderId: id,
  label: line,
  number: line,
  registrant: line,
  jurisdiction: line,
  territory: z.array(country).max(260),
  validUntil: calendarDate.nullable(),
  portal: z.strictObject({
    state: z.enum(portalStates),
    since: calendarDate.nullable(),
    note: z.string().max(2000),
  }),
  role: z.enum(['owner', 'agent']),
  powerOfAttorney: documentRefSchema.nullable(),
  powerOfAttorneyUntil: calendarDate.nullable(),
  documents: z.array(rightDocumentSchema).max(200),
  vocabulary: vocabularySchema,
  allowedSellers: z.array(allowedSellerSchema).max(5000),
  references: documents,
  changedAtMs: z.number().int().nonnegative(),
}

export const rightSchema = z.discriminatedUnion('ipType', [
  z.strictObject({
    ...common,
    ipType: z.literal('trademark'),
    kind: z.enum(['word', 'figurative', 'combined']),
    mark: line,
    niceClasses: z.array(z.number().int().min(1).max(45)).max(45),
    isInternational: z.boolean(),
    extensionToChina: documentRefSchema.nullable(),
  }),
  z.strictObject({
    ...common,
    ipType: z.literal('copyright'),
    workTitle: line,
    work: z.enum(['art', 'photo', 'text', 'software', 'other']),
    isRegistered: z.boolean(),
    claimStatement: documentRefSchema.nullable(),
    author: line,
    firstPublished: calendarDate.nullable(),
    firstPublishedUrl: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable(),
  }),
  z.strictObject({
    ...common,
    ipType: z.literal('patent'),
    kind: z.enum(['invention', 'utility-model', 'design']),
    title: line,
    filedOn: calendarDate.nullable(),
    // None is empty: the next ones would change their number in lists.
    claims: z.array(z.string().trim().min(1).max(10_000)).max(500),
    evaluationReport: documentRefSchema.nullable(),
  }),
]) satisfies z.ZodType<Right>
