import * as z from 'zod'
import type { PageStanding, SnapshotCopy, StatesCopy } from './page-copy.ts'
import { snapshotLimits } from './snapshot-draft.ts'

/** What the background accepts as the copy of a page. A page may have taken over its content script's world. */

const standingSchema = z.strictObject({
  documentKey: z.string().max(100).nullable(),
  url: z.string().max(8000),
  pageState: z.enum(['ready', 'removed', 'challenge', 'login', 'loading', 'unknown']),
  comId: z
    .string()
    .regex(/^[1-9]\d{5,18}$/)
    .nullable(),
  isSignedIn: z.boolean(),
}) satisfies z.ZodType<PageStanding>

const secretSchema = z.strictObject({
  text: z.string().max(20_000),
  kind: z.enum(['identity', 'tokens']),
})

const statesCopySchema = z.strictObject({
  standing: standingSchema,
  states: z
    .array(
      z.strictObject({
        name: z.string().max(100),
        json: z.string().max(5_000_000).nullable(),
        reason: z.string().max(300).nullable(),
      }),
    )
    .max(50),
  secrets: z.array(secretSchema).max(1000),
}) satisfies z.ZodType<StatesCopy>

const address = z.string().max(20_000)
const side = z.number().min(0).max(1_000_000)
const markup = z.string().max(2 * snapshotLimits.markupChars)

const pieceSchema = z.union([
  markup,
  z.strictObject({
    gap: z.literal('picture'),
    attribute: z.enum(['src', 'poster', 'href']),
    url: address,
    width: side,
    height: side,
    isInView: z.boolean(),
  }),
  z.strictObject({
    gap: z.literal('style'),
    css: markup,
    baseUrl: address,
    place: z.enum(['element', 'foreign-element', 'attribute']),
  }),
  z.strictObject({ gap: z.literal('sheet'), url: address }),
])

const sentences = z.array(z.string().max(300)).max(100)

const snapshotCopySchema = z.strictObject({
  standing: standingSchema,
  draft: z.strictObject({
    hasDoctype: z.boolean(),
    // The policy of the snapshot stands behind it: nothing else may.
    htmlTag: z.string().regex(/^<html(?: (?!on)[\w:.-]+="[^"<>]*")*>$/i),
    pieces: z.array(pieceSchema).max(200_000),
    shownStylePictures: z.array(address).max(20_000),
    loadedFonts: z.array(z.string().max(300)).max(2000),
    leftOut: sentences,
    redacted: sentences,
  }),
}) satisfies z.ZodType<SnapshotCopy>

export const pageCopySchemas = {
  readStanding: standingSchema,
  copyStates: statesCopySchema,
  draftSnapshot: snapshotCopySchema,
  setOwnTreesAside: z.boolean(),
  putOwnTreesBack: z.null(),
}
