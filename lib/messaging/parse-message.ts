import * as z from 'zod'
import { idPattern } from '../core/ids.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { sightingSchema } from '../evidence/sighting-schema.ts'
import type { Witnesses } from '../extract/extract-witnesses.ts'
import { observedListingSchema, resultRowSchema } from '../extract/listing-schema.ts'
import { maxNoteLength } from '../queue/change-judgement.ts'
import { ipTypes, verdicts } from '../queue/flag.ts'
import type { CaptureRequest, ContentToBackground, ExtensionToBackground, FlagRequest } from './protocol.ts'

z.config({ jitless: true })

const id = z.string().regex(idPattern)
const itemNumber = z.string().regex(/^[1-9]\d{5,18}$/)

const witnessesSchema = z.strictObject({
  shown: observedListingSchema,
  stated: observedListingSchema.nullable(),
}) satisfies z.ZodType<Witnesses>

const flagRequestSchema = z
  .strictObject({
    flagId: id,
    captureId: id,
    documentKey: id,
    comId: itemNumber,
    shownId: itemNumber,
    verdict: z.enum(verdicts),
    ipType: z.enum(ipTypes).nullable(),
    note: z.string().max(maxNoteLength),
    sighting: sightingSchema,
    listing: observedListingSchema.nullable(),
    row: resultRowSchema.nullable(),
    witnesses: witnessesSchema.nullable(),
  })
  .refine(
    (request) => statesTheListing(request),
    'the facts are of another listing',
  ) satisfies z.ZodType<FlagRequest>

const captureRequestSchema = z
  .strictObject({
    captureId: id,
    documentKey: id,
    comId: itemNumber,
    shownId: itemNumber,
    sighting: sightingSchema,
    listing: observedListingSchema,
    witnesses: witnessesSchema.nullable(),
  })
  .refine(
    (request) => statesTheListing({ ...request, row: null }),
    'the facts are of another listing',
  ) satisfies z.ZodType<CaptureRequest>

/** What the page stated must be about the listing that is flagged: a wrong seller would be accused else. */
function statesTheListing({
  comId,
  listing,
  row,
  witnesses,
}: Pick<FlagRequest, 'comId' | 'listing' | 'row' | 'witnesses'>): boolean {
  return [listing, row, witnesses?.shown ?? null].every(
    (facts) => facts?.comId.status !== 'found' || facts.comId.value === comId,
  )
}

const contentSchemas: {
  [Name in keyof ContentToBackground]: z.ZodType<ContentToBackground[Name]['request']>
} = {
  'flag.create': flagRequestSchema,
  'flag.undo': z.strictObject({ documentKey: id, flagId: id }),
  'capture.screenshot': z.strictObject({ documentKey: id, captureIds: z.array(id).min(1).max(100) }),
  'capture.create': captureRequestSchema,
  'capture.gather': z.strictObject({ documentKey: id, captureId: id, again: z.boolean() }),
  'capture.cancel': z.strictObject({ documentKey: id, captureId: id }),
  'page.load-facts': z.strictObject({}),
  'listing.states': z.strictObject({ comIds: z.array(itemNumber).max(200) }),
}

const extensionSchemas: {
  [Name in keyof ExtensionToBackground]: z.ZodType<ExtensionToBackground[Name]['request']>
} = {
  'queue.changed': z.strictObject({}),
  'evidence.restored': z.strictObject({}),
  'screenshot.missing': z.strictObject({ tabId: z.number().int().nonnegative() }),
  'time-stamp.make': z.strictObject({ seq: z.number().int().positive().nullable() }),
}

const schemas = { ...contentSchemas, ...extensionSchemas }

/** True for the messages that a page's content script may send (invariant 6); the others are the extension's own. */
export const isContentMessage = (type: string): type is keyof ContentToBackground =>
  Object.hasOwn(contentSchemas, type)

type Calls = ContentToBackground & ExtensionToBackground
export type ParsedMessage = {
  [Name in keyof Calls]: { type: Name; request: Calls[Name]['request'] }
}[keyof Calls]

/**
 * Parses `{type, request}` as it arrives from any sender.
 * Fails with `not-understood` and the place of the first flaw; nothing of the message is used then.
 */
export function parseMessage(message: unknown): Result<ParsedMessage> {
  const envelope = envelopeSchema.safeParse(message)
  if (!envelope.success) return fail('not-understood', 'Docket does not know this message.')
  const { type, request } = envelope.data
  const parsed = schemas[type].safeParse(request)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return fail(
      'not-understood',
      `Not saved: the page gave something unexpected (${type}: ${issue?.path.join('.') || 'message'}, ${issue?.message}). Reload the page and try again.`,
    )
  }
  return ok({ type, request: parsed.data } as ParsedMessage)
}

const envelopeSchema = z.strictObject({
  type: z.enum(Object.keys(schemas) as Array<keyof Calls>),
  request: z.unknown(),
})
