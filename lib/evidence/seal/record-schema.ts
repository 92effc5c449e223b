import * as z from 'zod'
import { parseHostileJson } from '../../core/hostile-json.ts'
import { idPattern } from '../../core/ids.ts'
import { type Failure, fail, ok, type Result } from '../../core/result.ts'
import type { Disagreement } from '../../extract/compare-witnesses.ts'
import type { ObservedListing } from '../../extract/listing.ts'
import { observedListingSchema, resultRowSchema } from '../../extract/listing-schema.ts'
import {
  type Artefact,
  artefactKinds,
  type CapturedTab,
  type CaptureMode,
  type ServerDate,
} from '../capture.ts'
import { partKinds } from '../gather/capture-part.ts'
import type { Box } from '../screenshot/page-check.ts'
import { momentSchema, sightingSchema } from '../sighting-schema.ts'
import type { Installation } from './evidence-record.ts'
import { comparedWithCall } from './old-disagreement.ts'

// What Docket itself sealed must be read for ever: these rules may widen and never narrow.

z.config({ jitless: true })

const id = z.string().regex(idPattern)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const timeMs = z.number().int().nonnegative()
const address = z.string().max(8000)

const boxSchema = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
}) satisfies z.ZodType<Box>

/** Version 1 knew one kind of file and said less of it. */
const artefactSchema = z.object({
  kind: z.enum(artefactKinds),
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/),
  mediaType: z.string().regex(/^[a-z]{1,20}\/[a-z0-9.+-]{1,60}$/),
  bytes: z.number().int().nonnegative(),
  sha256: hash,
  obtainedBy: z.string().max(300),
  subject: boxSchema.nullable(),
  takenAtMs: timeMs,
  pageUrl: address.nullable(),
  sourceUrl: address.nullable().default(null),
  cut: z.string().max(1000).nullable().default(null),
  redacted: z.array(z.string().max(300)).max(1000).default([]),
}) satisfies z.ZodType<Artefact>

const tabSchema = z.object({
  tabId: z.number().int(),
  documentId: z.string().max(300).nullable(),
  addressUrl: address.nullable(),
  zoom: z.number().positive().nullable(),
}) satisfies z.ZodType<CapturedTab>

const serverDateSchema = z.object({
  url: address,
  serverMs: z.number().int(),
  receivedAtMs: timeMs,
}) satisfies z.ZodType<ServerDate>

const modes = ['flagged-by-person', 'completed-on-opening'] as const satisfies CaptureMode[]
const listingFields = Object.keys(observedListingSchema.shape) as [keyof ObservedListing]

const disagreementSchema = z.union([
  z.object({
    field: z.enum(listingFields),
    shown: z.json(),
    stated: z.json(),
    statedBy: z.enum(['page-state', 'data-call']),
  }),
  z.object({ field: z.enum(listingFields), page: z.json(), call: z.json() }).transform(comparedWithCall),
]) satisfies z.ZodType<Disagreement>

const installationSchema = z.object({
  extension: z.object({ version: z.string().max(100), buildSha256: hash }),
  browser: z.object({
    name: z.string().max(300).nullable(),
    version: z.string().max(300).nullable(),
    userAgent: z.string().max(8000),
  }),
  os: z.object({ name: z.string().max(300), architecture: z.string().max(300) }),
}) satisfies z.ZodType<Installation>

const statedRecordSchema = z
  .object({
    format: z.literal('docket-evidence-record'),
    formatVersion: z.union([z.literal(1), z.literal(2)]),
    recordId: id,
    supersedes: z.object({ recordId: id, sha256: hash }).nullable(),
    captureId: id,
    comId: z.string().regex(/^[1-9]\d{5,18}$/),
    documentKey: id,
    // Records of version 1 may lack the address that the page names itself.
    sighting: z.preprocess(
      (value) => (typeof value === 'object' ? { canonicalUrl: null, ...value } : value),
      sightingSchema,
    ),
    tab: tabSchema.nullable().default(null),
    storedAtMs: timeMs,
    sealedAt: momentSchema,
    captureMode: z.enum(modes),
    operator: z.string().max(1000).nullable(),
    installation: installationSchema,
    serverDates: z.array(serverDateSchema).max(1000).default([]),
    artefacts: z.array(artefactSchema).max(1000),
    failures: z
      .array(
        z.object({
          part: z.enum(['viewport-screenshot', 'page-data', ...partKinds]),
          code: z.string().max(100),
          message: z.string().max(2000),
        }),
      )
      .max(1000),
    observations: z.object({
      listing: observedListingSchema.nullable(),
      row: resultRowSchema.nullable(),
      // Kept since version 2.
      shown: observedListingSchema.nullable().default(null),
      stated: observedListingSchema.nullable().default(null),
      pageData: observedListingSchema.nullable(),
    }),
    disagreements: z.array(disagreementSchema).max(100),
    signature: z.object({ publicKeySha256: hash }),
  })
  .refine(
    ({ comId, observations: { listing, row, shown } }) =>
      [listing, row, shown].every((facts) => facts?.comId.status !== 'found' || facts.comId.value === comId),
    'the facts are of another listing',
  )
  .refine(
    ({ artefacts }) => new Set(artefacts.map(({ name }) => name)).size === artefacts.length,
    'two files have one name',
  )

/** What a sealed record states, as far as a capture is made of it again; its own bytes are kept beside. */
export type StatedRecord = z.infer<typeof statedRecordSchema>

/** Reads a sealed record that came from elsewhere. Fails with `record-not-understood` and the place of the first flaw. */
export function parseRecord(bytes: Uint8Array): Result<StatedRecord, Failure> {
  const json = parseHostileJson(new TextDecoder().decode(bytes))
  const parsed = statedRecordSchema.safeParse(json.ok ? json.value : null)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  return fail(
    'record-not-understood',
    `A record states something that Docket does not know (${issue?.path.join('.') || 'record'}: ${issue?.message}).`,
  )
}
